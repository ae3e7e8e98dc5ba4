"""What a reading found in a report, gathered by the words that it rests on.

In: a `Reading`. Out: the spans to be marked in the text; for each stretch that facts rest on, in the order of the text,
these facts (one stretch may hold several, and a fact may rest on several stretches); and who is quoted or named as
the source of what.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from citydesk.desk.passages import anchor_of
from citydesk.desk.quotations import office_of
from citydesk.desk.words import confidence_words, hedge_words, label_of, told_words
from citydesk.model import Attribution, Certainty, Evidence, Fact, FieldName, Quote, Reading, facts_of
from citydesk.publish import NameCover

Style = Literal["fact", "voice", "quote", "attributed"]
"""How a span is marked: what a fact rests on; who speaks; what is quoted; what is put in a source's mouth."""


class Words(NamedTuple):
    """A span to be marked: why, and where on the page that is told."""

    field: FieldName
    start: int
    end: int
    style: Style
    href: str
    says: str


@dataclass(frozen=True, slots=True)
class FoundFact:
    """One fact on the page."""

    letter: str | None
    """Of the incident that it is about, where the report tells of several."""
    whose: str | None
    """The participant that it is about, in the report's words."""
    label: str
    words: str
    hedge: str | None
    source: str | None
    confidence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of the report and the facts that rest on it."""

    number: int
    words: str
    href: str
    """Back to the words in the text."""
    facts: tuple[FoundFact, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A quotation or an attributed clause, and whose it is."""

    number: int
    words: str
    href: str
    quoted: bool
    who: str
    detail: str | None
    """Office and medium of a quotation's speaker."""
    hedge: str | None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is marked in a report and told beside it."""

    words: tuple[Words, ...] = ()
    facts: tuple[Finding, ...] = ()
    voices: tuple[Voice, ...] = ()


class _Placed(NamedTuple):
    evidence: Evidence
    fact: FoundFact


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST_REPEATED = 90
"""Characters of a stretch that are repeated beside the text."""


def letter_of(number: int) -> str:
    """A, B … Z, AA, AB …: the letter of a reading's incident, from 0."""
    tens, ones = divmod(number, len(_LETTERS))
    return (letter_of(tens - 1) if tens else "") + _LETTERS[ones]


def findings_of(reading: Reading, cover: NameCover) -> Findings:
    """All that a reading found, in the order of the text, the title first; withheld names are covered."""
    facts = tuple(_findings(reading, cover))
    every: list[Quote | Attribution] = [*reading.quotes, *reading.attributions]
    said = sorted(every, key=lambda one: _order(one.field, one.start, one.end))
    voices = tuple(_voice(one, number, cover) for number, one in enumerate(said, 1))
    words = [_words_of(where, finding) for where, finding in facts]
    for one, voice in zip(said, voices, strict=True):
        words.extend(_words_said(one, voice))
    return Findings(tuple(words), tuple(finding for _, finding in facts), voices)


def _order(field: FieldName, start: int, end: int) -> tuple[bool, int, int]:
    return field != FieldName.TITLE, start, end


def _findings(reading: Reading, cover: NameCover) -> Iterator[tuple[Evidence, Finding]]:
    gathered: dict[tuple[bool, int, int], list[_Placed]] = {}
    for placed in _placed(reading, cover):
        evidence = placed.evidence
        gathered.setdefault(_order(evidence.field, evidence.start, evidence.end), []).append(placed)
    for number, where in enumerate(sorted(gathered), 1):
        evidence = gathered[where][0].evidence
        facts = tuple(dict.fromkeys(placed.fact for placed in gathered[where]))
        href = f"#{anchor_of(evidence.field, evidence.start)}"
        yield evidence, Finding(number, cover.text(_shortened(evidence.text)), href, facts)


def _placed(reading: Reading, cover: NameCover) -> Iterator[_Placed]:
    """Every fact of the report, its incidents and their people, once for each piece of its evidence."""
    about_report = [("kind", reading.kind), ("dateline", reading.report.dateline)]
    for name, fact in about_report:
        if fact is not None:
            yield from _spread(_fact(fact, name, None, None, cover), fact)
    several = len(reading.incidents) > 1
    for n, incident in enumerate(reading.incidents):
        letter = letter_of(n) if several else None
        for path, fact in facts_of(incident):
            parts = path.split(".")
            whose = incident.people[int(parts[1])].text if parts[0] == "people" else None
            yield from _spread(_fact(fact, _name_in(parts), letter, whose, cover), fact)


def _spread(found: FoundFact, fact: Fact[Any]) -> Iterator[_Placed]:
    for evidence in fact.evidence:
        yield _Placed(evidence, found)


def _name_in(parts: list[str]) -> str:
    """The property that a path ends in: "people.1.charges.0" is "charges", "weapons.0.kind" is "weapons"."""
    if parts[0] == "people":
        return parts[2]
    if parts[0] in ("weapons", "agencies"):
        return parts[0] if parts[-1] in ("kind", "name") else "agency_role"
    return ".".join(parts)


def _fact(fact: Fact[Any], name: str, letter: str | None, whose: str | None, cover: NameCover) -> FoundFact:
    return FoundFact(
        letter=letter,
        whose=cover.text(_shortened(whose)) if whose is not None else None,
        label=label_of(name),
        words=cover.text(told_words(name, fact.value)),
        hedge=hedge_words(fact.certainty),
        source=cover.text(fact.source) if fact.source is not None else None,
        confidence=confidence_words(fact.confidence),
    )


def _voice(one: Quote | Attribution, number: int, cover: NameCover) -> Voice:
    quoted = isinstance(one, Quote)
    named = one.speaker if isinstance(one, Quote) else one.source
    certainty = Certainty.STATED if isinstance(one, Quote) else one.certainty.value
    detail = None
    if isinstance(one, Quote):
        detail = ", ".join(part for part in (office_of(one), one.medium and one.medium.value.value) if part)
    return Voice(
        number=number,
        words=cover.text(_shortened(one.text)),
        href=f"#{anchor_of(one.field, one.start)}",
        quoted=quoted,
        who=cover.text(named.value) if named is not None else "nobody named",
        detail=cover.text(detail) if detail else None,
        hedge=hedge_words(certainty),
    )


def _words_of(evidence: Evidence, finding: Finding) -> Words:
    says = "; ".join(f"{fact.label}: {fact.words}" for fact in finding.facts)
    return Words(evidence.field, evidence.start, evidence.end, "fact", f"#says-{finding.number}", says)


def _words_said(one: Quote | Attribution, voice: Voice) -> Iterator[Words]:
    href = f"#voice-{voice.number}"
    yield Words(one.field, one.start, one.end, "quote" if voice.quoted else "attributed", href, "")
    for _, fact in facts_of(one):
        for evidence in fact.evidence:
            says = f"Who says it: {voice.who}"
            yield Words(evidence.field, evidence.start, evidence.end, "voice", href, says)


def _shortened(words: str) -> str:
    return words if len(words) <= _MOST_REPEATED else f"{words[: _MOST_REPEATED - 1].rstrip()}…"
