"""What each report changed in an incident's record, in words, and the course that one value took.

In: an incident's history, what its participants are called, the cover of names withheld. Out: for each report, the
`Shift`s that it brought; for a property, the `Stage`s of its value. What the first reports tell is no change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from citydesk.desk.addresses import report_page
from citydesk.desk.days import published_words
from citydesk.desk.words import label_of, told_words
from citydesk.ledger import IncidentView
from citydesk.model import Change, ReportId, Step, Subject
from citydesk.publish import NameCover

_SEVERAL = frozenset({"weapons", "charges", "agencies"})
"""Properties of which several values stand beside one another, so that none of them has a course."""
_FATES = frozenset({"killed", "injured", "outcome", "condition", "custody", "charges", "name", "age"})
"""What a reader looks for first: what became of whom."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One change: "Condition of Anna Lindqvist: serious condition → stable condition"."""

    what: str
    before: str | None
    after: str | None
    """None where the value no longer stands."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A value that stood for a time, and since when."""

    words: str
    published: str
    iso_published: str | None
    href: str
    """The report that brought it."""


def shifts_of(view: IncidentView, called: Mapping[int, str], cover: NameCover) -> dict[ReportId, tuple[Shift, ...]]:
    """What each report changed, by its id: what became another value first, then what is new.

    `called` are the participants as they are called within a sentence, by number.
    """
    shifts: dict[ReportId, list[Shift]] = {}
    known = _people_in(view.history[0]) if view.history else frozenset()
    for step in view.history[1:]:
        ordered = sorted(step.changes, key=_weight)  # stable: else as in the record
        for whose, changes in groupby(ordered, key=lambda c: None if c.subject.person in known else c.subject.person):
            told = list(changes)
            if whose is None:
                for change in told:
                    shifts.setdefault(change.report, []).extend(_shift(change, called, cover))
            else:
                shifts.setdefault(told[0].report, []).append(Shift("New in the record", None, called[whose]))
        known |= _people_in(step)
    return {report: tuple(told) for report, told in shifts.items()}


def stages_of(view: IncidentView, subject: Subject, cover: NameCover) -> tuple[Stage, ...]:
    """The values that a property has had, the earliest first; none where it has had but one."""
    if subject.property in _SEVERAL:
        return ()
    stages: list[Stage] = []
    for step in view.history:
        for change in (one for one in step.changes if one.subject == subject):
            words = _words(subject.property, change.after, cover)
            if not stages or stages[-1].words != words:
                stages.append(_stage(words, step, change))
    return tuple(stages) if len(stages) > 1 else ()


def _weight(change: Change) -> tuple[bool, bool]:
    return change.before is None, change.subject.property not in _FATES


def _people_in(step: Step) -> frozenset[int | None]:
    """Those of whom something stands since a step; None, whose the values of the incident are, among them."""
    return frozenset({None, *(change.subject.person for change in step.changes)})


def _shift(change: Change, called: Mapping[int, str], cover: NameCover) -> list[Shift]:
    name, person = change.subject.property, change.subject.person
    before = None if change.before is None else _words(name, change.before, cover)
    after = None if change.after is None else _words(name, change.after, cover)
    if before == after:
        return []  # two names that are both withheld
    label = label_of(name)
    return [Shift(label if person is None else f"{label} of {called.get(person, 'a participant')}", before, after)]


def _words(name: str, value: object, cover: NameCover) -> str:
    return "no longer told" if value is None else cover.text(told_words(name, value))


def _stage(words: str, step: Step, change: Change) -> Stage:
    iso = None if step.published is None else step.published.isoformat()
    return Stage(words, published_words(iso), iso, report_page(change.report))
