"""Which participants of several reports are one person.

In: the tellings of one incident. Out: for each participant in each of them, the number of the participant in the
record. "A 25-year-old man" on Monday is "John Smith, 25" on Tuesday; two people of one telling are never one.

What speaks for and against is added up as log odds, and people are grouped as tellings are (`citydesk.link.cluster`).
The weights are set by hand, from what reports do: they leave much out, misspell names and let people age by a birthday
between two reports, but seldom get somebody's sex wrong.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp

from citydesk.link import Pair, TellingId, cluster, plain_name, plain_words, same_name
from citydesk.model import Custody, Outcome, Participant, ReportId, Role
from citydesk.settle.corrections import Corrections, find_corrections
from citydesk.settle.settled import Told

_PRIOR = -2.0
_EXACT_NAME, _SAME_NAME, _LAST_NAME, _OTHER_NAME = 8.0, 6.0, 3.5, -5.0
"""The very same first and last name; one that is misspelt or shortened; a last name alone; another name."""
_CORRECTED_NAME = -1.0
"""Another name, in a sentence that corrects what was reported before."""
_SAME_AGE, _NEAR_AGE, _OTHER_AGE = 2.5, 0.5, -3.0
_SAME_SEX, _OTHER_SEX = 0.4, -4.0
_SAME_ROLE, _OTHER_ROLE = 1.0, -2.0
_SAME_OUTCOME, _WORSE, _OTHER_OUTCOME = 1.0, 0.0, -2.0
_BOTH_OFFICERS, _ONE_OFFICER = 1.5, -1.0
_ONLY_ONE = 2.5
"""Each is the only one of the role in the telling."""
_SAME_COUNT, _OTHER_COUNT = 2.0, -3.0
_A_GENERATION = 12
"""Years between a father and a son."""
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Somebody:
    """A participant as one telling has it, ready to be compared."""

    name: str | None
    generation: str | None
    """Of "John Smith Jr.", "jr": fathers and sons are told apart by it."""
    age: int | None
    sex: str | None
    role: Role
    outcome: Outcome | None
    officer: bool | None
    count: int
    only: bool
    """Whether nobody else in the telling has the role."""
    renamed: bool
    """Whether the name corrects one that was reported before."""


def number_people(told: Sequence[Told]) -> tuple[tuple[int, ...], ...]:
    """For each telling and each of its participants, the participant's number in the record, from 1.

    People are numbered as the earliest report that tells of them has them, so that a later report adds at the end.
    `told` is in order of publication.
    """
    somebodies: dict[TellingId, Somebody] = {}
    for place, one in enumerate(told):
        somebodies.update({(_key(place), n): s for n, s in enumerate(_somebodies_of(one))})
    scores: dict[Pair, float] = {
        (a, b): _probability(somebodies[a], somebodies[b])
        for a, b in combinations(sorted(somebodies), 2)
        if a[0] != b[0]
    }
    number = {id_: n for n, group in enumerate(cluster(somebodies, scores), 1) for id_ in group}
    sizes = Counter(place for place, _ in somebodies)
    return tuple(tuple(number[_key(place), n] for n in range(sizes[_key(place)])) for place in range(len(told)))


def _key(place: int) -> ReportId:
    """A telling as `cluster` knows it: in order of publication, since groups are sorted by their first member."""
    return ReportId(f"{place:06}")


def _somebodies_of(told: Told) -> list[Somebody]:
    people = told.reading.incidents[told.telling].people
    roles = Counter(person.role.value for person in people)
    corrections = find_corrections(told.report)
    return [_somebody(person, corrections, only=roles[person.role.value] == 1) for person in people]


def _somebody(person: Participant, corrections: Corrections, *, only: bool) -> Somebody:
    return Somebody(
        name=plain_name(person.name.value) if person.name else None,
        generation=_generation_of(person.name.value) if person.name else None,
        age=person.age.value if person.age else None,
        sex=person.sex.value if person.sex else None,
        role=person.role.value,
        outcome=_outcome_of(person),
        officer=person.officer.value if person.officer else None,
        count=person.count.value if person.count else 1,
        only=only,
        renamed=person.name is not None and any(map(corrections.cover, person.name.evidence)),
    )


def _generation_of(name: str) -> str | None:
    last = plain_words(name)[-1:]
    return last[0] if last and last[0] in _GENERATIONS else None


def _outcome_of(person: Participant) -> Outcome | None:
    """The outcome that is told; that of one who is out of the law's reach by death, too."""
    if person.outcome is not None:
        return person.outcome.value
    return Outcome.KILLED if person.custody is not None and person.custody.value is Custody.DEAD else None


def _probability(a: Somebody, b: Somebody) -> float:
    """How probable it is that two participants of two tellings of one incident are one person."""
    parts = (_name(a, b), _age(a, b), _sex(a, b), _role(a, b), _outcome(a, b), _officer(a, b), _count(a, b))
    return 1.0 / (1.0 + exp(-(_PRIOR + sum(parts))))


def _name(a: Somebody, b: Somebody) -> float:
    if a.name is None or b.name is None:
        return 0.0
    if not same_name(a.name, b.name) or _father_and_son(a, b):
        return _CORRECTED_NAME if a.renamed or b.renamed else _OTHER_NAME
    if a.name == b.name and " " in a.name:
        return _EXACT_NAME
    return _SAME_NAME if " " in a.name and " " in b.name else _LAST_NAME


def _father_and_son(a: Somebody, b: Somebody) -> bool:
    """Whether one name is told apart by "Jr." and "Sr.", or by "Jr." and years between the two."""
    if a.generation == b.generation:
        return False
    if a.generation and b.generation:
        return True
    return a.age is not None and b.age is not None and abs(a.age - b.age) >= _A_GENERATION


def _age(a: Somebody, b: Somebody) -> float:
    if a.age is None or b.age is None:
        return 0.0
    apart = abs(a.age - b.age)
    return _SAME_AGE if apart == 0 else _NEAR_AGE if apart == 1 else _OTHER_AGE


def _sex(a: Somebody, b: Somebody) -> float:
    if a.sex is None or b.sex is None:
        return 0.0
    return _SAME_SEX if a.sex == b.sex else _OTHER_SEX


def _role(a: Somebody, b: Somebody) -> float:
    if a.role is not b.role:
        return _OTHER_ROLE
    return _SAME_ROLE + (_ONLY_ONE if a.only and b.only else 0.0)


def _outcome(a: Somebody, b: Somebody) -> float:
    """Somebody wounded may be dead in the next report."""
    if a.outcome is None or b.outcome is None:
        return 0.0
    if a.outcome is b.outcome:
        return _SAME_OUTCOME
    return _OTHER_OUTCOME if Outcome.UNHARMED in (a.outcome, b.outcome) else _WORSE


def _officer(a: Somebody, b: Somebody) -> float:
    if a.officer is None and b.officer is None:
        return 0.0
    return _BOTH_OFFICERS if a.officer and b.officer else _ONE_OFFICER if a.officer or b.officer else 0.0


def _count(a: Somebody, b: Somebody) -> float:
    if a.count == b.count:
        return 0.0 if a.count == 1 else _SAME_COUNT
    return _OTHER_COUNT
