"""The day of an incident of which no report names the day: "officers were called at about 6:30 p.m.".

In: the tellings of an incident, in order of publication, and what they say of the hour. Out: a `Standing`. A report
that gives an hour and no day means the day on which it came out, or the day before where it came out before that hour.
Of the development reports of which that can be said, 18 of 22 do.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from citydesk.model import Basis, Certainty, Claim, Published, Standing, Subject
from citydesk.settle.claims import Said

_CLOCK_LENGTH = len("18:30")


def day_of_hour(hours: Sequence[Said]) -> Standing | None:
    """The day that the first report to give an hour means by it; None where none does. `hours` say the time."""
    days = list(_days(hours))
    if not days:
        return None
    claim, day = days[0]
    agree = tuple(other.id for other, same in days[1:] if same == day)
    return Standing(
        subject=Subject(property="date"), value=day.isoformat(), claim=claim.id, basis=Basis.PUBLISHED, agree=agree
    )


def _days(hours: Sequence[Said]) -> Iterator[tuple[Claim, date]]:
    for claim in (one.claim for one in hours):
        if claim.since is not None and claim.certainty is not Certainty.DENIED and _is_clock(claim.value):
            yield claim, _day_meant(claim.since, str(claim.value))


def _day_meant(published: Published, clock: str) -> date:
    if not isinstance(published, datetime):
        return published
    early = published.time() < time.fromisoformat(clock)
    return published.date() - timedelta(days=int(early))


def _is_clock(value: object) -> bool:
    if not isinstance(value, str) or len(value) != _CLOCK_LENGTH:
        return False
    try:
        time.fromisoformat(value)
    except ValueError:
        return False
    return True
