"""What is decided of an incident as a whole: the five flags, the dead and the wounded, and the report's kind.

In: an incident as rules and participants tell it, and the encoder's answers about the report. Out: the incident with
the likeliest values. Words that nobody's rule found are those of the sentence that the encoder looked at most. Weights
are fitted by `training/reader/judges.py`.
"""

import math
from dataclasses import dataclass

import numpy as np

from citydesk.model import Fact, Incident, Kind, Outcome, Role
from citydesk.read.encoder.opinions import Opinions
from citydesk.read.encoder.questions import COUNTS, FLAGS, KINDS, count_class
from citydesk.read.page.document import Document, Span
from citydesk.read.page.weights import Weights, open_weights

SURE = 0.5
"""The least share at which a flag is set."""
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class ReportJudges:
    """The fitted weights of the questions about a report and its main incident."""

    flags: dict[str, Weights]
    killed: Weights
    injured: Weights
    kind: Weights


def judge_incident(document: Document, looked: Opinions, incident: Incident, judges: ReportJudges) -> Incident:
    """The main incident with flags and counts decided."""
    changes: dict[str, Fact[bool] | Fact[int] | None] = {}
    for flag in FLAGS:
        share = float(judges.flags[flag].shares(flag_features(looked, incident, flag))[1])
        changes[flag] = _flag(document, looked, incident, flag, share)
    for key, weights in (("killed", judges.killed), ("injured", judges.injured)):
        changes[key] = _count(document, looked, incident, key, weights)
    return incident.model_copy(update=changes)


def judge_kind(looked: Opinions, kind: Fact[Kind], incidents: int, judges: ReportJudges) -> Fact[Kind]:
    """The report's kind decided."""
    shares = judges.kind.shares(kind_features(looked, kind.value, incidents))
    best = int(shares.argmax())
    return kind.model_copy(update={"value": Kind(KINDS[best]), "confidence": round(float(shares[best]), 4)})


def flag_features(looked: Opinions, incident: Incident, flag: str) -> list[float]:
    """What speaks for a flag: what the rules say, and the encoder's log odds."""
    said: Fact[bool] | None = getattr(incident, flag)
    share = float(looked.answer(flag)[1])
    odds = math.log((share + _LEAST) / (1 - share + _LEAST))
    suspects = [p for p in incident.people if p.role.value is Role.SUSPECT]
    hurt = any(p.outcome is not None and p.outcome.value in (Outcome.KILLED, Outcome.INJURED) for p in suspects)
    officer = any(p.officer is not None and p.officer.value for p in incident.people)
    return [
        float(said is not None and said.value),
        float(said is not None and not said.value),
        odds / 3,
        share,
        float(hurt),
        float(officer),
        float(not suspects),
    ]


def kind_features(looked: Opinions, kind: Kind, incidents: int) -> list[float]:
    """What speaks for a kind: the rules' verdict, and the encoder's shares."""
    shares = looked.answer("kind")
    logs = [math.log(float(share) + _LEAST) for share in shares]
    return [*(float(kind.value == name) for name in KINDS), *logs, *(float(s) for s in shares), float(incidents > 1)]


def count_candidates(looked: Opinions, incident: Incident, key: str) -> tuple[int | None, ...]:
    """The numbers that come into question: what is said, what the participants come to, what the encoder thinks, 0."""
    said: Fact[int] | None = getattr(incident, key)
    best = int(looked.answer(key).argmax())
    guess = None if best in (0, COUNTS - 1) else best - 1
    found = (None if said is None else said.value, counted(incident, key), guess, 0, None)
    return tuple(dict.fromkeys(found))


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


def _flag(document: Document, looked: Opinions, incident: Incident, flag: str, share: float) -> Fact[bool] | None:
    said: Fact[bool] | None = getattr(incident, flag)
    if share >= SURE:
        if said is not None and said.value:
            return said.model_copy(update={"confidence": round(share, 4)})
        span = _seen(document, looked, flag)
        return None if span is None else document.fact(True, [span], confidence=round(share, 4))
    if said is None or said.value:
        return None
    return said.model_copy(update={"confidence": round(1 - share, 4)})


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


def open_report_judges() -> ReportJudges:
    """The judges with the weights that are shipped with the package."""
    weights = open_weights()
    return ReportJudges({flag: weights[flag] for flag in FLAGS}, weights["killed"], weights["injured"], weights["kind"])
