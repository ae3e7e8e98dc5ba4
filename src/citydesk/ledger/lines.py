"""What an incident's row says beside its record: the columns that lists show and filter by, and its words. Pure."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import us
from pydantic import JsonValue

from citydesk.ledger.sources import Source
from citydesk.link import days_of
from citydesk.model import Record, Report, published_day

MAX_HEADLINE_LENGTH = 120
MAX_NUMBER = 1_000_000
"""More people than any incident has; a greater number is a misreading, and no column holds it."""
_PLACES = ("place.city", "place.county", "place.neighborhood", "place.address", "place.name")


def columns_of(record: Record, sources: Sequence[Source]) -> dict[str, Any]:
    """The columns of the incident's row, its id and number aside."""
    first, last = _days(record.get("date"))
    earliest = _reports_by_age(record, sources)
    return {
        "day": first or _first_published(earliest),
        "date": _text(record.get("date")),
        "date_start": first,
        "date_end": last,
        "time": _text(record.get("time")),
        "state": _text(record.get("place.state")),
        "city": _text(record.get("place.city")),
        "place_text": record.place_text,
        "lat": record.lat,
        "lon": record.lon,
        "killed": _count(record.get("killed")),
        "injured": _count(record.get("injured")),
        "officer_shot": _flag(record.get("officer_shot")),
        "shot_by_officer": _flag(record.get("shot_by_officer")),
        "reports": len({source.told.report.page for source in sources}),
        "headline": _headline(earliest),
        "disputed": _disputed(record),
        "record": record.model_dump_json(),
    }


def words_of(record: Record, sources: Sequence[Source]) -> str:
    """All words that the incident is found by: names, places, titles and texts.

    A line that several reports share, as near copies do, stands there once.
    """
    words = [str(person.get("name") or "") for person in record.people]
    words += [str(record.get(level) or "") for level in _PLACES]
    words.append(state_name(_text(record.get("place.state"))) or "")
    for source in sources:
        if source.main:
            report = source.told.report
            words += [report.title, report.publisher or "", *report.text.splitlines()]
    return "\n".join(word for word in dict.fromkeys(words) if word.strip())


def state_name(code: str | None) -> str | None:
    """The name of a state from its two letters."""
    return _state_names().get(code) if code else None


@cache
def _state_names() -> dict[str, str]:
    return {state.abbr: state.name for state in [*us.states.STATES_AND_TERRITORIES, us.states.DC]}


def _reports_by_age(record: Record, sources: Sequence[Source]) -> list[Report]:
    """Reports whose subject the incident is, or which mention it if there is none, the earliest published first."""
    about = [source for source in sources if source.main] or sources
    own = {source.told.report.id: source.told.report for source in about}
    return [own[id_] for id_ in record.reports if id_ in own]


def _days(written: JsonValue) -> tuple[str | None, str | None]:
    days = days_of(written) if isinstance(written, str) else None
    if days is None:
        return None, None
    return date.fromordinal(days[0]).isoformat(), date.fromordinal(days[1]).isoformat()


def _first_published(earliest: Sequence[Report]) -> str | None:
    days = (published_day(report.published) for report in earliest)
    return min((day.isoformat() for day in days if day is not None), default=None)


def _headline(earliest: Sequence[Report]) -> str:
    return title_of(next((report for report in earliest if report.title.strip()), earliest[0]))


def title_of(report: Report) -> str:
    """What a report is called in a list: its title, or its first words where it has none."""
    words = " ".join((report.title.strip() or report.text[: 10 * MAX_HEADLINE_LENGTH]).split())
    if len(words) <= MAX_HEADLINE_LENGTH:
        return words
    return words[:MAX_HEADLINE_LENGTH].rsplit(" ", 1)[0] + " …"


def _disputed(record: Record) -> int:
    standing = [*record.values, *(value for person in record.people for value in person.values)]
    return sum(value.disputed for value in standing)


def _text(value: JsonValue) -> str | None:
    return value if isinstance(value, str) else None


def _flag(value: JsonValue) -> bool | None:
    return value if isinstance(value, bool) else None


def _count(value: JsonValue) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 0 <= value <= MAX_NUMBER else None
