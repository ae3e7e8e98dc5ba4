"""Why a value stands: the words that say it, who says it, and what agrees with it or contradicts it.

In: a standing value of a record and the incident's claims, reports and texts. Out: a `Value`, which a page shows as one
line that opens into its sayings.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citydesk.desk.addresses import report_page
from citydesk.desk.changes import Stage, stages_of
from citydesk.desk.days import published_words
from citydesk.desk.passages import Passage, passages_of
from citydesk.desk.proposed import Button, claim_code, correction_code
from citydesk.desk.words import (
    basis_words,
    confidence_words,
    count_words,
    hedge_words,
    label_of,
    told_words,
    voice_words,
)
from citydesk.ledger import IncidentView, ReportLine
from citydesk.model import Claim, ClaimId, ReportId, Ruling, Standing
from citydesk.publish import NameCover

_MOST_PASSAGES = 3
"""Sentences shown for one saying; a count of people may rest on many."""
_MOST_SAYINGS = 6
"""Agreeing or contradicting claims shown one by one; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Another report with the same words."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One report saying one thing."""

    value: str
    passages: tuple[Passage, ...]
    more_passages: str | None
    """How many further sentences it rests on, where they are too many to show."""
    voice: str
    confidence: str
    outlet: str
    published: str
    iso_published: str | None
    report_href: str
    passage_href: str
    """The same words in their place on the report page."""
    also: tuple[Copy, ...] = ()
    """Other reports that say it in the same words."""


@dataclass(frozen=True, slots=True)
class Contrary:
    """Another value that reports give, and where they say it."""

    value: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the record as one line, and all that stands behind it."""

    anchor: str
    label: str
    words: str
    hedge: str | None
    backing: str
    """What the closed line says of its backing: "2 reports", "disputed"."""
    disputed: bool
    matter: float
    """How much the dispute matters, from 0 to 1."""
    basis: str
    course: tuple[Stage, ...]
    """The values that stood one after another, where it was not always this one."""
    says: Saying | None
    agree: tuple[Saying, ...]
    more_agree: int
    against: tuple[Contrary, ...]
    more_against: int
    buttons: tuple[Button, ...] = ()
    """Ways to decide about it; none on a desk for reading."""
    correct: str | None = None
    """The code of a correction whose value is typed; None where none can be."""
    reason: str = ""
    """What stands as the reason where a person gives none."""


class Teller:
    """Tells values of one incident; holds what it looks things up in."""

    def __init__(self, view: IncidentView, cover: NameCover, *, decides: bool = False) -> None:
        self._view = view
        self._decides = decides
        self._cover = cover
        self._lines: dict[ReportId, ReportLine] = {line.id: line for line in view.reports}

    def value(self, standing: Standing, number: int = 1) -> Value:
        """A standing value; `number` tells values of one property apart ("charges")."""
        claim = self._view.claims.get(standing.claim) if standing.claim is not None else None
        says, agree = self._behind(standing)
        against = _together(self._sayings(standing.against))
        told = Value(
            anchor=_anchor(standing, number),
            label=label_of(standing.subject.property),
            words=self.words(standing.subject.property, standing.value),
            hedge=hedge_words(claim.certainty) if claim is not None else None,
            backing=_backing(standing, self._view),
            disputed=standing.disputed,
            matter=standing.matter,
            basis=basis_words(standing.basis),
            course=stages_of(self._view, standing.subject, self._cover),
            says=says,
            agree=agree[:_MOST_SAYINGS],
            more_agree=max(0, len(agree) - _MOST_SAYINGS),
            against=_by_value(against[:_MOST_SAYINGS]),
            more_against=max(0, len(against) - _MOST_SAYINGS),
        )
        return self._decidable(told, standing) if self._decides else told

    def _decidable(self, told: Value, standing: Standing) -> Value:
        """The value with the ways to decide about it."""
        label = told.label.lower()
        claims = [one for one in standing.against if one in self._view.claims]
        words = {one: self.words(standing.subject.property, self._view.claims[one].value) for one in claims}
        firsts = {value: one for one, value in reversed(words.items())}
        buttons = [Button(f"Let {value} stand", claim_code(Ruling.ACCEPT, firsts[value])) for value in sorted(firsts)]
        if standing.claim is not None:
            own = (("This is right", Ruling.ACCEPT), ("This is wrong", Ruling.REJECT))
            buttons = [*(Button(words, claim_code(what, standing.claim)) for words, what in own), *buttons]
        correct = correction_code(self._view.line.id, standing.subject)
        return replace(told, buttons=tuple(buttons), correct=correct, reason=f"Seen on the incident's page: {label}")

    def words(self, name: str, value: object) -> str:
        """A value of a property in words, withheld names in it covered."""
        return self._cover.text(told_words(name, value))

    def sayings(self, ids: Sequence[ClaimId]) -> tuple[Saying, ...]:
        """What some claims say; those in the same words together."""
        return _together(self._sayings(ids))

    def _behind(self, standing: Standing) -> tuple[Saying | None, tuple[Saying, ...]]:
        """The saying that the value stands on, and those that agree with it in other words."""
        behind = _together(self._sayings(_behind(standing)))
        if standing.claim not in self._view.claims:
            return None, behind
        return behind[0], behind[1:]

    def _sayings(self, ids: Sequence[ClaimId]) -> list[Saying]:
        return [self._saying(self._view.claims[one]) for one in ids if one in self._view.claims]

    def _saying(self, claim: Claim) -> Saying:
        report, line = self._view.texts.get(claim.report), self._lines.get(claim.report)
        passages = passages_of(report, claim.evidence, self._cover) if report is not None else ()
        more = len(passages) - _MOST_PASSAGES
        return Saying(
            value=self.words(claim.subject.property, claim.value),
            passages=passages[:_MOST_PASSAGES],
            more_passages=count_words(more, "more sentence") if more > 0 else None,
            voice=self._cover.text(voice_words(claim.source, claim.certainty)),
            confidence=confidence_words(claim.confidence),
            outlet=outlet_of(line),
            published=published_words(line.published if line is not None else None),
            iso_published=line.published if line is not None else None,
            report_href=report_page(claim.report),
            passage_href=report_page(claim.report, passages[0].anchor if passages else None),
        )


def outlet_of(line: ReportLine | None) -> str:
    """Who published a report; "an unnamed outlet" where nobody is told."""
    return line.publisher if line is not None and line.publisher is not None else "an unnamed outlet"


def _together(sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """The sayings in their order, those in the same words put together under the first."""
    groups: dict[tuple[str, str], list[Saying]] = {}
    for one in sayings:
        words = "".join(piece.text for passage in one.passages for piece in passage.pieces)
        groups.setdefault((words, one.voice), []).append(one)
    return tuple(_with_copies(first, rest) for first, *rest in groups.values())


def _by_value(sayings: Sequence[Saying]) -> tuple[Contrary, ...]:
    values: dict[str, list[Saying]] = {}
    for one in sayings:
        values.setdefault(one.value, []).append(one)
    return tuple(Contrary(value, tuple(said)) for value, said in values.items())


def _with_copies(first: Saying, rest: Sequence[Saying]) -> Saying:
    others = {one.report_href: one for one in rest if one.report_href != first.report_href}
    copies = (Copy(f"{one.outlet}, {one.published}", one.passage_href) for one in others.values())
    return replace(first, also=tuple(copies))


def _behind(standing: Standing) -> tuple[ClaimId, ...]:
    return standing.agree if standing.claim is None else (standing.claim, *standing.agree)


def _anchor(standing: Standing, number: int) -> str:
    whose = f"person-{standing.subject.person}-" if standing.subject.person is not None else ""
    count = f"-{number}" if number > 1 else ""
    return f"{whose}{standing.subject.property.replace('.', '-')}{count}"


def _backing(standing: Standing, view: IncidentView) -> str:
    told_by = {view.claims[one].report for one in _behind(standing) if one in view.claims}
    return count_words(view.count_pages(told_by), "report") if told_by else "decided"
