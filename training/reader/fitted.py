"""Scales fitted to judged facts, and how well they hold: isotonic regression, calibration error, floors."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sklearn.isotonic import IsotonicRegression
from training.reader.judged import Case, Wanted

from citydesk.read.confidence.fact_kinds import ALL
from citydesk.read.confidence.scales import DIGITS, Scale

STEP_CASES = 40
"""Judged facts that a step of a scale rests on, at least: the share of so many is known to about 0.07."""
NAME_CASES = 40
"""Judged facts that a name has a scale of its own for, at least: fewer take the next name's."""
_STEPS = 25
"""Steps that a scale has, at most: with many facts, finer ones would follow chance."""
_PULL = 10.0
"""Facts, as right as the next coarser name's scale says, that each step is mixed with."""
BINS = 10
_FLOORS = tuple(n / 100 for n in range(10, 61, 2))
"""Floors tried. A fact under half of a kind's best F1 lowers F1; no kind's F1 is above 1, so 0.6 is enough."""
_GAIN = 0.005
"""What a floor must add to a kind's F1 on reports that it was not chosen on: less is chance."""


class Point(NamedTuple):
    """One judged fact with the confidence given to it on held-back data."""

    share: float
    right: bool


class Bin(NamedTuple):
    """The facts whose confidence lies in one tenth."""

    number: int
    said: float
    """Their mean confidence."""
    right: float
    """The share of them that is right."""


class Kept(NamedTuple):
    """What a kind comes to when facts under a floor are left out."""

    right: int
    kept: int
    wanted: int

    @property
    def f1(self) -> float:
        """As the scorer has it."""
        return 2 * self.right / (self.kept + self.wanted) if self.kept + self.wanted else 0.0


def fit_scales(cases: Iterable[Case]) -> dict[str, Scale]:
    """A scale for each name with enough cases, and one for all together."""
    by_name: dict[str, list[Case]] = defaultdict(list)
    coarser: dict[str, str] = {}
    for case in cases:
        for name, after in zip(case.names, (*case.names[1:], ALL), strict=True):
            by_name[name].append(case)
            coarser[name] = after
    scales: dict[str, Scale] = {}
    # A coarser name is the start of the finer one, or ALL: so it is fitted first.
    for name in sorted(by_name, key=lambda name: (name != ALL, name)):
        if name == ALL or len(by_name[name]) >= NAME_CASES:
            scales[name] = fit_scale(by_name[name], scales.get(coarser[name]) or scales.get(ALL))
    return scales


def fit_scale(cases: Sequence[Case], prior: Scale | None) -> Scale:
    """The rising line through the shares of right ones among cases of like raw confidence.

    `prior` is the scale of the next coarser name, which each step is mixed with.
    """
    mean = sum(case.right for case in cases) / len(cases)
    groups = _groups(cases)
    raws = [sum(case.raw for case in group) / len(group) for group in groups]
    before = [mean if prior is None else prior.of(raw) for raw in raws]
    rights = [sum(case.right for case in group) + _PULL * share for group, share in zip(groups, before, strict=True)]
    numbers = [len(group) + _PULL for group in groups]
    fit = IsotonicRegression(y_min=0.01, y_max=0.99)
    shares = [right / number for right, number in zip(rights, numbers, strict=True)]
    fitted = fit.fit_transform(raws, shares, sample_weight=numbers)
    return _thinned([round(raw, 4) for raw in raws], [round(float(share), 4) for share in fitted])


def _groups(cases: Sequence[Case]) -> list[list[Case]]:
    """Cases of like raw confidence, rising: all of one value together, and enough for a step in each."""
    groups: list[list[Case]] = []
    enough = max(STEP_CASES, len(cases) // _STEPS)
    for case in sorted(cases, key=lambda case: case.raw):
        if not groups or (len(groups[-1]) >= enough and case.raw > groups[-1][-1].raw):
            groups.append([])
        groups[-1].append(case)
    if len(groups) > 1 and len(groups[-1]) < enough:
        last = groups.pop()
        groups[-1] += last
    return groups


def _thinned(raws: list[float], shares: list[float]) -> Scale:
    """The line without points inside level stretches and without two points at one place."""
    points = dict(zip(raws, shares, strict=True))
    ordered = sorted(points.items())
    kept = [
        (raw, share)
        for n, (raw, share) in enumerate(ordered)
        if not (0 < n < len(ordered) - 1 and ordered[n - 1][1] == share == ordered[n + 1][1])
    ]
    return Scale(tuple(raw for raw, _ in kept), tuple(share for _, share in kept))


def share_of(case: Case, scales: dict[str, Scale]) -> float:
    """The calibrated confidence of a case."""
    return scales[next(name for name in case.names if name in scales)].of(case.raw)


def bins_of(points: Iterable[Point]) -> list[Bin | None]:
    """The facts by tenths of confidence; None where a tenth has none."""
    tenths: list[list[Point]] = [[] for _ in range(BINS)]
    for point in points:
        tenths[min(BINS - 1, int(point.share * BINS + 1e-9))].append(point)
    return [
        Bin(len(some), sum(p.share for p in some) / len(some), sum(p.right for p in some) / len(some)) if some else None
        for some in tenths
    ]


def calibration_error(points: Sequence[Point]) -> float:
    """How far confidence and rightness lie apart, weighted by count over tenths of confidence."""
    found = [one for one in bins_of(points) if one is not None]
    total = sum(one.number for one in found)
    return sum(one.number * abs(one.said - one.right) for one in found) / total if total else 0.0


def kept_over(points: Iterable[Point], floor: float, wanted: int) -> Kept:
    """What facts under a floor leave."""
    over = [point for point in points if point.share >= floor]
    return Kept(sum(point.right for point in over), len(over), wanted)


def find_floor(points: Sequence[tuple[int, Point]], wanted: Sequence[tuple[int, Wanted]]) -> float:
    """The floor that is best for a kind's F1, 0 where none is better on folds that it was not chosen on.

    `points` and `wanted` come with their folds.
    """
    without = with_floor = Kept(0, 0, 0)
    for fold in sorted({fold for fold, _ in points}):
        others = [point for n, point in points if n != fold]
        mine = [point for n, point in points if n == fold]
        floor = _best(others, sum(w.number for n, w in wanted if n != fold))
        number = sum(w.number for n, w in wanted if n == fold)
        without = _sum(without, kept_over(mine, 0.0, number))
        with_floor = _sum(with_floor, kept_over(mine, floor, number))
    if with_floor.f1 < without.f1 + _GAIN:
        return 0.0
    return _best([point for _, point in points], sum(w.number for _, w in wanted))


def _best(points: Sequence[Point], wanted: int) -> float:
    return max((0.0, *_FLOORS), key=lambda floor: (kept_over(points, floor, wanted).f1, -floor))


def _sum(one: Kept, other: Kept) -> Kept:
    return Kept(one.right + other.right, one.kept + other.kept, one.wanted + other.wanted)


def with_floors(scales: dict[str, Scale], cases: Iterable[Case], floors: dict[str, float]) -> dict[str, Scale]:
    """The scales with the floor of their kind; the scale of all kinds together has none."""
    kinds = {name: case.kind for case in cases for name in case.names if name != ALL}
    return {
        name: replace(scale, floor=round(floors.get(kinds.get(name, ""), 0.0), DIGITS))
        for name, scale in scales.items()
    }
