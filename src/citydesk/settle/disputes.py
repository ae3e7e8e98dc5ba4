"""How much it matters that reports contradict a value that stands.

In: a standing value and all that is said of its property. Out: a number from 0 to 1: how much depends on the property,
how far apart the values are, and how evenly reports are divided, multiplied. What was so once and has changed since is
no contradiction: the wounded man of Monday may have died on Tuesday. Nor is what a page said before it was changed.
"""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import JsonValue

from citydesk.link import days_of
from citydesk.model import Certainty, Standing
from citydesk.settle.claims import Said
from citydesk.settle.properties import Rule, rule_of
from citydesk.settle.values import Match, compare_values

IMPORTANCE = {
    "killed": 1.0,
    "outcome": 1.0,
    "officer_shot": 0.9,
    "shot_by_officer": 0.9,
    "name": 0.9,
    "date": 0.8,
    "injured": 0.8,
    "role": 0.8,
    "place.state": 0.8,
    "place.city": 0.7,
    "custody": 0.6,
    "officer": 0.6,
    "age": 0.5,
    "place.county": 0.5,
    "place.address": 0.5,
    "sex": 0.5,
    "condition": 0.4,
    "time": 0.3,
}
"""What a record is used for comes first: who was killed, by whom, when and where. Set by hand."""
_OTHER_IMPORTANCE = 0.2
_SMALLEST_GAP = 0.2
"""Even a year of age or a day is something to look at."""
_YEARS_APART = 10
"""Ages so far apart are of two people."""
_DAYS_APART = 7
_MINUTES_APART = 180


def matter_of(standing: Standing, said: Sequence[Said]) -> float:
    """How much the contradictions of a value matter, from 0 (there are none) to 1."""
    name = standing.subject.property
    behind = {standing.claim, *standing.agree}
    mine = [one for one in said if one.claim.id in behind]
    latest = {one.page: one.claim.report for one in said}  # in order of publication, so that the last one stays
    against = [one for one in said if one.claim.id in standing.against and latest[one.page] == one.claim.report]
    rivals = [one for one in against if not _gave_way(one, mine, name)]
    weight = _weight(mine)
    found = (_gap(name, standing.value, group) * _division(weight, _weight(group)) for group in _by_value(name, rivals))
    return round(IMPORTANCE.get(name, _OTHER_IMPORTANCE) * max(found, default=0.0), 3)


def _gave_way(one: Said, mine: Sequence[Said], name: str) -> bool:
    """Whether what is said was so before what stands came to be."""
    rule = rule_of(name)
    if rule not in (Rule.LATEST, Rule.COUNT) or one.claim.certainty is Certainty.DENIED:
        return False
    since = min((said.day for said in mine), default=0)
    rose = rule is Rule.LATEST or all(_number(one.claim.value) < _number(said.claim.value) for said in mine)
    return rose and one.day < since


def _by_value(name: str, said: Iterable[Said]) -> Iterator[list[Said]]:
    groups: list[list[Said]] = []
    for one in said:
        home = (g for g in groups if compare_values(name, g[0].claim.value, one.claim.value) is Match.SAME)
        group = next(home, None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    yield from groups


def _weight(said: Iterable[Said]) -> float:
    """How sure the reader is of each independent text, added up."""
    texts: dict[int, float] = {}
    for one in said:
        texts[one.family] = max(texts.get(one.family, 0.0), one.claim.confidence)
    return sum(texts.values())


def _division(mine: float, theirs: float) -> float:
    """1 where as much speaks against a value as for it."""
    return min(1.0, 2 * theirs / (mine + theirs)) if theirs > 0 else 0.0


def _gap(name: str, value: JsonValue, rivals: Sequence[Said]) -> float:
    """How far apart two values are, from 0 to 1; a denial is as far as can be."""
    rival = rivals[0].claim.value
    if any(one.claim.certainty is Certainty.DENIED for one in rivals):
        return 1.0
    return max(_SMALLEST_GAP, min(1.0, _share(name, value, rival)))


def _share(name: str, a: JsonValue, b: JsonValue) -> float:
    if name == "age":
        return abs(_number(a) - _number(b)) / _YEARS_APART
    if name == "date":
        return _days_between(a, b) / _DAYS_APART
    if name == "time":
        return abs(_minutes(a) - _minutes(b)) / _MINUTES_APART
    if rule_of(name) is Rule.COUNT:
        return abs(_number(a) - _number(b)) / max(_number(a), _number(b), 1)
    return 1.0


def _number(value: JsonValue) -> float:
    return value if isinstance(value, int | float) else 0


def _days_between(a: JsonValue, b: JsonValue) -> int:
    first, second = (days_of(str(value)) for value in (a, b))
    if first is None or second is None:
        return _DAYS_APART
    return max(first[0] - second[1], second[0] - first[1], 0)


def _minutes(clock: JsonValue) -> int:
    hours, _, minutes = str(clock).partition(":")
    return int(hours) * 60 + int(minutes) if hours.isdigit() and minutes.isdigit() else 0
