"""What was known when: the record as of a time, and the steps by which it came to be what it is.

In: all tellings of an incident. Out: what settling makes of those that had come out by a moment; and for each moment at
which some came out, every value that they brought, changed or took away. Who is who in the steps is told with
hindsight, so that "a 25-year-old man" of Monday is one with the John Smith of Tuesday; as of Monday he is not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from citydesk.model import (
    Change,
    ClaimId,
    Decision,
    IncidentId,
    Published,
    Record,
    ReportId,
    Ruling,
    Standing,
    Step,
    Subject,
)
from citydesk.settle.claims import Said, say_all
from citydesk.settle.decided import find_rulings
from citydesk.settle.order import in_order, moment_of, told_by
from citydesk.settle.people import number_people
from citydesk.settle.record import About, record_of, settle
from citydesk.settle.settled import Settled, Told

_ANY = IncidentId("")
"""Steps are the same whatever the incident is called."""


class _Pair(NamedTuple):
    """What stood of one property, and what stands since."""

    subject: Subject
    before: Standing | None
    after: Standing | None


def settle_as_of(
    incident: IncidentId, told: Sequence[Told], when: Published, decisions: Sequence[Decision] = ()
) -> Settled | None:
    """What settling makes of the reports that had come out by a moment, or by the end of a day (UTC).

    None where there were none. What comes out later changes nothing in it. Of the `decisions` that hold, those made by
    then count, and every one that rejects a claim: what no report says, none had said then.
    """
    known = told_by(told, when)
    held = [one for one in decisions if one.what is Ruling.REJECT or moment_of(one.when) <= moment_of(when)]
    return settle(incident, known, held) if known else None


def history_of(told: Sequence[Told], decisions: Sequence[Decision] = ()) -> tuple[Step, ...]:
    """The steps by which reports made the record, the earliest first; participants are numbered as in `settle`.

    Of the `decisions` that hold, only those count that reject a claim.
    """
    told = in_order(told)
    numbers = number_people(told)
    said = say_all(told, numbers)
    rejected = find_rulings([one for one in decisions if one.what is Ruling.REJECT], said).rejected
    said = tuple(one for one in said if one.claim.id not in rejected)
    report_of = {one.claim.id: one.claim.report for one in said}
    steps: list[Step] = []
    before: Record | None = None
    known = 0
    for _, group in groupby(told, key=lambda one: moment_of(one.report.came_out)):
        new = tuple(group)
        known += len(new)
        after = record_of(_ANY, told[:known], numbers[:known], _said_in(said, told[:known]))
        steps.append(_step(new, tuple(_changes(before, after)), report_of))
        before = after
    return tuple(steps)


def _said_in(said: Sequence[Said], told: Sequence[Told]) -> list[Said]:
    known = {(one.report.id, one.telling) for one in told}
    return [one for one in said if (one.claim.report, one.claim.telling) in known]


def _step(new: Sequence[Told], changes: Iterable[_Pair], report_of: Mapping[ClaimId, ReportId]) -> Step:
    reports = tuple(dict.fromkeys(one.report.id for one in new))
    return Step(
        published=new[0].report.came_out,
        reports=reports,
        changes=tuple(_change(pair, reports, report_of) for pair in changes),
    )


def _change(pair: _Pair, reports: Sequence[ReportId], report_of: Mapping[ClaimId, ReportId]) -> Change:
    """A change, laid to the claim of the new reports that stands behind it, or else to the first of them."""
    behind = _behind(pair.after) if pair.after is not None else ()
    claim = next((one for one in behind if report_of[one] in reports), None)
    return Change(
        subject=pair.subject,
        before=pair.before.value if pair.before is not None else None,
        after=pair.after.value if pair.after is not None else None,
        claim=claim,
        report=report_of[claim] if claim is not None else reports[0],
    )


def _changes(before: Record | None, after: Record) -> Iterator[_Pair]:
    """What differs between two records, in the order of the later one; what went stands last."""
    old, new = _by_subject(before), _by_subject(after)
    for subject in dict.fromkeys([*new, *old]):
        for was, now in _paired(old.get(subject, []), new.get(subject, [])):
            if was is None or now is None or was.value != now.value:
                yield _Pair(Subject(property=subject[0], person=subject[1]), was, now)


def _by_subject(record: Record | None) -> dict[About, list[Standing]]:
    by_subject: dict[About, list[Standing]] = {}
    if record is not None:
        for one in (*record.values, *(value for person in record.people for value in person.values)):
            by_subject.setdefault((one.subject.property, one.subject.person), []).append(one)
    return by_subject


def _paired(old: Sequence[Standing], new: Sequence[Standing]) -> Iterator[tuple[Standing | None, Standing | None]]:
    """Which standing became which. Of a property with several values, those become one another that share a claim."""
    left = list(old)
    single = len(old) == len(new) == 1
    for now in new:
        was = next((one for one in left if single or not set(_behind(one)).isdisjoint(_behind(now))), None)
        if was is not None:
            left.remove(was)
        yield was, now
    for was in left:
        yield was, None


def _behind(standing: Standing) -> tuple[ClaimId, ...]:
    return standing.agree if standing.claim is None else (standing.claim, *standing.agree)
