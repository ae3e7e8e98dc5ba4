"""How many were killed and wounded: the likeliest of the numbers that a scene's words and participants come to.

In: a setting, a scene and its participants. Out: the two numbers, each on the words that it rests on. `candidates.py`
finds the numbers and what speaks for each; here each gets the sum of its bases' weights, and the share that it has of
them all is the fact's confidence: lower where stated totals and participants disagree, and then the words of both are
its evidence. Where everyone hit is accounted for on one side ("two men were wounded"), the other is 0 on the same
words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

from citydesk.model import Evidence, Fact, Participant
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.what.candidates import Candidate, find_injured, find_killed, open_account
from citydesk.read.what.count_weights import INJURED, KILLED

_SIZES = ("of none", "of one", "of several")
"""Bases that speak for a number by itself."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were killed and wounded."""

    killed: Fact[int] | None = None
    injured: Fact[int] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The likeliest number, its share of all, and the words for it and against it."""

    number: int
    share: float
    evidence: tuple[Evidence, ...]


def counts_of(setting: Setting, scene: Scene, people: tuple[Participant, ...]) -> Counts:
    """How many were killed and wounded in a scene, from stated totals and from its participants."""
    account = open_account(setting, scene, people)
    killed = choose(find_killed(account), KILLED)
    injured = choose(find_injured(account, Candidate(killed.number, "chosen", killed.evidence)), INJURED)
    return Counts(killed=_fact(killed, injured), injured=_fact(injured, killed))


def choose(candidates: Iterable[Candidate], weights: Mapping[str, float]) -> Choice:
    """The number that most speaks for; of two with as much, the smaller."""
    found = list(candidates)
    scores: dict[int, float] = defaultdict(float)
    for number, basis in bases_of(found):
        scores[number] += weights.get(basis, 0.0)
    number = min(scores, key=lambda number: (-scores[number], number))
    share = 1 / sum(exp(score - scores[number]) for score in scores.values())
    return Choice(number, share, _evidence_for(number, found, weights))


def bases_of(candidates: Iterable[Candidate]) -> list[tuple[int, str]]:
    """Each number with each basis that speaks for it, its size among them."""
    bases = [(candidate.number, candidate.basis) for candidate in candidates]
    return [*bases, *((number, _SIZES[min(number, 2)]) for number in sorted({number for number, _ in bases}))]


def _evidence_for(number: int, candidates: list[Candidate], weights: Mapping[str, float]) -> tuple[Evidence, ...]:
    """The weightiest words for a number and, where a total and those told singly disagree, the weightiest of others."""
    ranked = sorted((c for c in candidates if c.evidence), key=lambda c: -weights.get(c.basis, 0.0))
    own = next((c for c in ranked if c.number == number), None)
    if own is None:
        return ()
    against = next((c for c in ranked if c.number != number and c.told is not own.told), None)
    return own.evidence if against is None else tuple(dict.fromkeys((*own.evidence, *against.evidence)))


def _fact(choice: Choice, other: Choice) -> Fact[int] | None:
    """The fact; 0 on the words of the other side; None where no words say that anybody was hit."""
    evidence = choice.evidence or (other.evidence if not choice.number else ())
    if not evidence:
        return None
    return Fact(value=choice.number, evidence=evidence, confidence=round(choice.share, 2))
