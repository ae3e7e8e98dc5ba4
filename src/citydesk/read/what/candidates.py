"""What the numbers of the killed and the wounded may be, each candidate with what speaks for it.

In: what a scene's words state (`tolls.py`) and its participants. Out: candidates, none chosen: `counts.py` weighs them,
as may a trained model in its place. A number is a candidate once for each basis that speaks for it, twice at most.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from citydesk.model import Evidence, Outcome, Participant
from citydesk.read.page.document import Document
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.what.fates import Fate
from citydesk.read.what.passing import Telling, find_telling
from citydesk.read.what.told_singly import ToldSingly, count_told
from citydesk.read.what.tolls import Form, Toll, find_tolls


class Candidate(NamedTuple):
    """A number, what speaks for it, and the words."""

    number: int
    basis: str
    evidence: tuple[Evidence, ...] = ()
    """Empty where silence speaks for it."""
    told: bool = False
    """Counted from the participants, not stated."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a scene says of how many were hit, before anything is weighed."""

    document: Document
    first: int
    """Number of the first sentence of the body."""
    tolls: tuple[Toll, ...]
    dead: ToldSingly
    hurt: ToldSingly


class _Sum(NamedTuple):
    """What the tolls of one sentence come to."""

    number: int
    place: str
    tolls: tuple[Toll, ...]
    apart: bool
    """Leaves out whoever did it."""


_LEAD, _EARLY = 3, 8
"""Sentences of the body: a lead is its first three. The further down, the more often a number is of something else."""
_HEAD = 4
"""Sentences of the body in which news says that somebody died or was hurt, if anybody was."""
_DEATH = re.compile(
    r"\b(?:dead|died?|dies|dying|kill\w*|slain|slay\w*|murder\w*|homicid\w*|fatal(?!ly wound)\w*|deaths?|deadly|body"
    r"|bodies|suicide|deceased|manslaughter|mourn\w*|vigil|funeral|coroner|medical examiner|autopsy|succumbed|claimed"
    r"|gunned down|lost (?:his|her) life|took (?:his|her)|memorial|passed away)\b",
    re.IGNORECASE,
)
_WOUND = re.compile(
    r"\b(?:injur\w*|wound\w*|hurt\w*|hospital\w*|critical\w*|surgery|recover\w*|surviv\w*|grazed?|stable|expected to"
    r"|treated|serious)\b",
    re.IGNORECASE,
)
_OWN_DEATH = re.compile(
    r"\bmurder[ -/]+suicide|\bturn(?:ed|ing|s) (?:the|his|her|a) \w+ on (?:him|her)self|\btook (?:his|her) own life"
    r"|\b(?:shot|killed)(?: and killed| dead)? by (?:police|officers|deputies)|\bkill(?:ing|ed) (?:him|her)self"
    r"|\b(?:then|and) (?:him|her)self|\bself-inflicted",
    re.IGNORECASE,
)
_MURDER_SUICIDE = re.compile(r"\bmurder[ -/]{1,3}suicide", re.IGNORECASE)
_TWICE = 2
_MOST_TOLLS = 24
"""A sentence with more is a page without full stops."""


def open_account(setting: Setting, scene: Scene, people: tuple[Participant, ...]) -> Account:
    """What a scene says of how many were hit: the tolls that are of this incident, and the participants."""
    document, telling = setting.document, find_telling(setting, scene)
    first = next((s.index for s in document.sentences if s.start >= document.body_start), len(document.sentences))
    tolls = tuple(toll for toll in find_tolls(setting.words()) if _is_of(telling, toll))
    return Account(document, first, tolls, count_told(people, Outcome.KILLED), count_told(people, Outcome.INJURED))


def _is_of(telling: Telling, toll: Toll) -> bool:
    """Whether a toll is of the incident; in a quotation only a number that is said outright."""
    return telling.counts(toll.span.start, quoted=toll.stated and toll.number > 1)


def find_killed(account: Account) -> tuple[Candidate, ...]:
    """What the number of the dead may be."""
    dead, died_too = account.dead, account.dead.suspects > 0 and bool(_OWN_DEATH.search(account.document.text))
    found: list[Candidate] = []
    for told in _sums(account, Fate.DEAD):
        alone = all(toll.form is Form.OWN for toll in told.tolls)
        if not (alone and dead.number > dead.suspects):
            found.append(_stated(account, "dead", told.number + (died_too and told.apart), told))
    charges = [toll for toll in account.tolls if toll.form is Form.CHARGE]
    found.extend(Candidate(t.number + died_too, "charges", _evidence(account, [t])) for t in charges[:1])
    return (*_limited(found), *_find_single_deaths(account))


def _find_single_deaths(account: Account) -> Iterator[Candidate]:
    """What the participants, and words such as "homicide", come to."""
    document, dead = account.document, account.dead
    if dead.named:
        yield Candidate(dead.named, "one named" if dead.named == 1 else "several named", dead.evidence, told=True)
    both = _MURDER_SUICIDE.search(document.text, 0, _end_of(account, _LEAD))
    if both is not None:
        yield Candidate(max(2, dead.number), "murder-suicide", (document.evidence(*both.span()),))
    sign = _DEATH.search(document.text, 0, _end_of(account, _HEAD))
    if sign is not None and sign.start() < _end_of(account, _LEAD):
        place = "title" if document.in_title(sign.start()) else "lead"
        yield Candidate(1, f"death in {place}", (document.evidence(*sign.span()),))
    yield Candidate(dead.number, f"{_size(dead.number)} told", dead.evidence, told=True)
    yield Candidate(0, "no death" if sign is None else "a death")


def find_injured(account: Account, killed: Candidate) -> tuple[Candidate, ...]:
    """What the number of the wounded may be, given that of the dead."""
    dead = killed.number
    found = [_stated(account, "hurt", told.number, told) for told in _sums(account, Fate.HURT)]
    for told in _sums(account, Fate.HIT):
        others = all(toll.more and toll.form is not Form.OWN for toll in told.tolls)
        rest = _stated(account, "hit", told.number if others else max(told.number - dead, 0), told)
        found.append(rest if others or not dead else rest._replace(evidence=_join(rest.evidence, killed.evidence)))
    beside = " beside the dead" if dead else ""
    sign = _WOUND.search(account.document.text, 0, _end_of(account, _HEAD))
    found = list(_limited(found))
    hurt = account.hurt
    found.append(Candidate(hurt.number, f"{_size(hurt.number)} told", hurt.evidence, told=True))
    found.append(Candidate(0, ("no wound" if sign is None else "a wound") + beside))
    return tuple(found) if dead else (*found, Candidate(1, "nobody dead"))


def _sums(account: Account, fate: Fate) -> Iterator[_Sum]:
    """What each sentence comes to that says it of anybody.

    "Third victim dies" as a headline says that there are three dead; further down, the third may be of those hit.
    """
    by_sentence: dict[int, list[Toll]] = defaultdict(list)
    for toll in account.tolls:
        if toll.fate is fate and toll.form is not Form.CHARGE:
            last = toll.form is Form.ORDINAL and fate is Fate.DEAD and toll.sentence < account.first
            ordered = toll.form is Form.ORDINAL and not last
            by_sentence[toll.sentence].append(replace(toll, number=1, stated=False) if ordered else toll)
    for sentence, tolls in by_sentence.items():
        yield _sum(tolls, _place(account, sentence))


def _sum(tolls: list[Toll], place: str) -> _Sum:
    """The greatest number, with those told beside it, and with whoever did it where the number leaves him out."""
    kept: list[Toll] = []
    for toll in sorted(tolls, key=lambda toll: (-toll.number, toll.span))[:_MOST_TOLLS]:
        if all(toll.span.end <= other.span.start or other.span.end <= toll.span.start for other in kept):
            kept.append(toll)
    own = [toll for toll in tolls if toll.form is Form.OWN]
    first = next((toll for toll in kept if not toll.more and toll.form is not Form.OWN), None)
    beside = [toll for toll in kept if toll.more and toll.form is not Form.OWN]
    number = sum(toll.number for toll in ([first] if first else []) + beside)
    apart = first is not None and first.apart
    if own and (apart or first is None) and own[0].fate is Fate.DEAD:
        return _Sum(number + 1, place, (*kept, own[0]), apart=False)
    if own and first is None:
        return _Sum(max(1, number), place, (*beside, own[0]), apart=False)
    return _Sum(number, place, tuple(([first] if first else []) + beside), apart)


def _stated(account: Account, fate: str, number: int, told: _Sum) -> Candidate:
    total = told.number > 1 or any(toll.stated for toll in told.tolls)
    return Candidate(number, f"{fate} {told.place} {'total' if total else 'one'}", _evidence(account, told.tolls))


def _limited(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each basis of a number twice at most, that of the title once."""
    seen: Counter[tuple[int, str]] = Counter()
    for candidate in found:
        key = candidate.number, candidate.basis
        seen[key] += 1
        if seen[key] <= (1 if " title " in candidate.basis else _TWICE):
            yield candidate


def _place(account: Account, sentence: int) -> str:
    if sentence < account.first:
        return "title"
    within = sentence - account.first
    return "lead" if within < _LEAD else "early" if within < _EARLY else "body"


def _end_of(account: Account, sentences: int) -> int:
    """Where the title and the first sentences of the body end."""
    last = min(account.first + sentences, len(account.document.sentences)) - 1
    return account.document.sentences[last].end if last >= 0 else 0


def _evidence(account: Account, tolls: Iterable[Toll]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(account.document.evidence(*toll.span) for toll in tolls))


def _join(first: tuple[Evidence, ...], second: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _size(number: int) -> str:
    return "nobody" if number == 0 else "one" if number == 1 else "few" if number < 5 else "many"
