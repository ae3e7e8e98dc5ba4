"""A moment or a day as a person writes it, to ask what was known by then.

In: "2020-07-02", "2020-07-02T18:00", "2020-07-02T18:00-05:00". Out: a day, or a time with its zone.
"""

from datetime import UTC, date, datetime

from citydesk.model import InputError, Published

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
"""Reports are taken in from these years only."""
_DAY_LENGTH = len("2020-07-02")
_MAX_SHOWN = 40


def parse_moment(written: str) -> Published:
    """A day, which stands for its end, or a time; one without a zone is in UTC. Raises InputError for anything else."""
    words = written.strip()[:_MAX_SHOWN]
    try:
        moment = date.fromisoformat(words) if len(words) == _DAY_LENGTH else datetime.fromisoformat(words)
    except ValueError as error:
        raise _no_moment(written) from error
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise _no_moment(written)
    return moment.replace(tzinfo=UTC) if isinstance(moment, datetime) and moment.tzinfo is None else moment


def moment_words(moment: Published) -> str:
    """A moment as it may be asked for again: ISO, a time to the second and in UTC."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return moment.isoformat()


def _no_moment(written: str) -> InputError:
    return InputError(
        f"{written[:_MAX_SHOWN]!r} is no moment: give a day as YYYY-MM-DD or a time as YYYY-MM-DDTHH:MM, in UTC or "
        "with its zone (-05:00)"
    )
