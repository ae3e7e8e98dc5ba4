"""Publication times as feeds, pages and spreadsheets write them.

In: a string or a date. Out: an aware time, or a day where the zone or the minute is not known.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from citydesk.model import InputError, Published

_FORMATS = ("%B %d, %Y", "%b %d, %Y", "%b. %d, %Y", "%m/%d/%Y", "%Y/%m/%d", "%d %B %Y", "%d %b %Y")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
"""Outside of these it is a fault of the page, such as a clock at zero."""


def parse_published(given: str | date | datetime) -> Published:
    """The publication time that is given: ISO 8601, an e-mail date, or an American date.

    A time without its zone counts as its day. Raises InputError, with what was found, for anything else.
    """
    if isinstance(given, datetime):
        found: Published = given if given.tzinfo is not None else given.date()
    elif isinstance(given, date):
        found = given
    else:
        found = _parse(given)
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise _no_date(given)
    return found


def _parse(given: str) -> Published:
    words = given.strip()[:64]
    for parse in (_iso, _mail, *(_american(form) for form in _FORMATS)):
        try:
            return parse(words)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    raise _no_date(given)


def _iso(words: str) -> Published:
    if len(words) == 10:
        return date.fromisoformat(words)
    moment = datetime.fromisoformat(words)
    return moment if moment.tzinfo is not None else moment.date()


def _mail(words: str) -> Published:
    moment = parsedate_to_datetime(words)
    return moment if moment.tzinfo is not None else moment.date()


def _american(form: str) -> Callable[[str], Published]:
    return lambda words: datetime.strptime(words, form).replace(tzinfo=UTC).date()


def _no_date(given: object) -> InputError:
    return InputError(f"published {str(given)[:40]!r} is no date: give it as YYYY-MM-DD or as a time with its zone")
