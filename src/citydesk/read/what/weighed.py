"""How many were killed and wounded, by what rules and participants tell and the encoder thinks.

In: an incident as rules and participants tell it, and the encoder's answers about the report. Out: the incident with
the likeliest values. Words that nobody's rule found are those of the sentence that the encoder looked at most. Weights
are fitted by `training/reader/judges.py`.
"""

import math
from dataclasses import dataclass

import numpy as np

from citydesk.model import Fact, Incident, Outcome, Role
from citydesk.read.encoder.opinions import Opinions
from citydesk.read.encoder.questions import COUNTS, count_class
from citydesk.read.page.document import Document, Span
from citydesk.read.page.weights import Weights, open_weights

_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class CountJudges:
    """The fitted weights of both counts."""

    killed: Weights
    injured: Weights


def judge_counts(document: Document, looked: Opinions, incident: Incident, judges: CountJudges) -> Incident:
    """The main incident with its counts decided."""
    killed = _count(document, looked, incident, "killed", judges.killed)
    injured = _count(document, looked, incident, "injured", judges.injured)
    return incident.model_copy(update={"killed": killed, "injured": injured})


def count_candidates(looked: Opinions, incident: Incident, key: str) -> tuple[int | None, ...]:
    """The numbers that come into question: what is said, what the participants come to, what the encoder thinks, 0."""
    said: Fact[int] | None = getattr(incident, key)
    best = int(looked.answer(key).argmax())
    guess = None if best in (0, COUNTS - 1) else best - 1
    found = (None if said is None else said.value, counted(incident, key), guess, 0, None)
    least = _surely_wounded(incident) if key == "injured" else 0
    return tuple(number for number in dict.fromkeys(found) if number is None or number >= least)


def _surely_wounded(incident: Incident) -> int:
    """How many are told as wounded and in what condition they are: fewer would contradict the participants."""
    told = [p for p in incident.people if p.outcome is not None and p.outcome.value is Outcome.INJURED]
    return min(1, sum(p.condition is not None and p.count is None for p in told))


def counted(incident: Incident, key: str) -> int:
    """How many of the participants had the outcome."""
    outcome = Outcome.KILLED if key == "killed" else Outcome.INJURED
    return sum(
        1 if p.count is None else p.count.value
        for p in incident.people
        if p.outcome is not None and p.outcome.value is outcome and p.role.value is not Role.WITNESS
    )


def count_features(looked: Opinions, incident: Incident, key: str, number: int | None) -> list[float]:
    """What speaks for a number."""
    said: Fact[int] | None = getattr(incident, key)
    stated = None if said is None else said.value
    share = float(looked.answer(key)[count_class(number)])
    people = counted(incident, key)
    return [
        float(stated == number and stated is not None),
        float(stated is None and number is None),
        float(people == number),
        float(people == number and stated == number),
        math.log(share + _LEAST) / 3,
        share,
        float(number is None),
        float(number == 0),
        float(number is not None and number > 5),
        0.0 if said is None or stated != number else said.confidence,
    ]


def _count(document: Document, looked: Opinions, incident: Incident, key: str, weights: Weights) -> Fact[int] | None:
    candidates = count_candidates(looked, incident, key)
    odds = np.array([weights.odds(count_features(looked, incident, key, number)) for number in candidates])
    shares = np.exp(odds - odds.max())
    best = int(shares.argmax())
    number, confidence = candidates[best], round(float(shares[best] / shares.sum()), 4)
    said: Fact[int] | None = getattr(incident, key)
    if number is None:
        return None
    if said is not None and said.value == number:
        return said.model_copy(update={"confidence": confidence})
    spans = _spans_of(document, looked, incident, key, number)
    return spans.model_copy(update={"confidence": confidence}) if spans is not None else None


def _spans_of(document: Document, looked: Opinions, incident: Incident, key: str, number: int) -> Fact[int] | None:
    """The number on the words of the participants whom it counts; else on the sentence that the encoder looked at."""
    outcome = Outcome.KILLED if key == "killed" else Outcome.INJURED
    facts = [p.outcome for p in incident.people if p.outcome is not None and p.outcome.value is outcome]
    if number and facts and counted(incident, key) == number:
        return Fact(value=number, evidence=tuple(dict.fromkeys(e for f in facts for e in f.evidence)), confidence=0.5)
    span = _seen(document, looked, key)
    return None if span is None else document.fact(number, [span])


def _seen(document: Document, looked: Opinions, question: str) -> Span | None:
    """The sentence that the encoder looked at most for a question."""
    offset = looked.looked_at(question)
    sentence = None if offset is None else document.sentence_at(offset)
    return None if sentence is None else Span(sentence.start, sentence.end)


def open_count_judges() -> CountJudges:
    """The judges with the weights that are shipped with the package."""
    weights = open_weights()
    return CountJudges(weights["killed"], weights["injured"])
