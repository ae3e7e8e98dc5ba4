"""Which address, which named place and what sort of place is the scene of what happened.

In: a setting and a scene. Out: the mention of each that says it best, or None. Everything gathers points from the
sentence in which it stands: how near the head of the report it is, what happens in that sentence, and whether the
words before it are of a hospital, a court, an arrest or somebody's home.
"""

import re
from dataclasses import dataclass
from math import exp

from citydesk.model import PlaceKind
from citydesk.read.page.document import Span
from citydesk.read.page.setting import AddressDetail, PlaceLevel, PlaceMention, Scene
from citydesk.read.where.place_signals import NO_PLACE, find_place_cues
from citydesk.read.where.place_weights import PLACE_WEIGHTS
from citydesk.read.where.scale import Choice, Scale
from citydesk.read.where.streets import bare_street

_SET = re.compile(
    r"\b(in|inside|at|outside(?: of)?|near|behind|in front of|of|off|on|around|by) (?:the |a |an |nearby )*$",
    re.IGNORECASE,
)

# Points: one is worth a factor of e in the odds. Fitted to the development gold, rounded to quarters (November 2026);
# on the half that a fit had not seen: address f1 0.83 and 0.89.
_ADDRESS = {"late": -1.0, "title": -0.5, "happens": 1.0, "happens_before": 0.75, "response": 1.0, "aside": 0.25}
_BY_DETAIL = {
    AddressDetail.BLOCK: 2.0,
    AddressDetail.HOUSE: 1.25,
    AddressDetail.CORNER: 1.0,
    AddressDetail.HIGHWAY: -0.5,
    AddressDetail.ROAD: 0.0,
}
_NO_ADDRESS = -2.5
_FULL = frozenset((AddressDetail.BLOCK, AddressDetail.HOUSE))
# Set by hand on the half of the gold whose ids begin 0 to 7.
_NAME = {"late": -0.5, "happens": 1.0, "happens_before": 0.5, "response": 0.5, "aside": -1.0, "title": -0.5}
_BY_NAMED = {PlaceKind.MEDICAL: -3.5, PlaceKind.PUBLIC_BUILDING: -1.5, PlaceKind.SCHOOL: -1.0, PlaceKind.PARK: -0.5}
_NAME_SET, _NAME_LOOSE, _NAME_FITS, _NO_NAME = 1.0, -1.5, 1.5, 1.0


@dataclass(frozen=True, slots=True)
class KindChoice:
    """The sort of place of a scene and the words that say it."""

    kind: PlaceKind
    span: Span
    chance: float


def choose_address(scale: Scale, mentions: list[PlaceMention]) -> Choice | None:
    """The address of the scene; of a road that is told more fully elsewhere, the fuller words."""
    addresses = [m for m in mentions if m.level is PlaceLevel.ADDRESS and m.detail is not None]
    points = [scale.points(m.span, _ADDRESS) + _BY_DETAIL[m.detail] for m in addresses if m.detail is not None]
    best = _best(addresses, points, _NO_ADDRESS)
    if best is None or best.mention.detail is not AddressDetail.ROAD:
        return best
    road = bare_street(best.mention.value)
    fuller = [n for n, m in enumerate(addresses) if m.detail in _FULL and bare_street(m.value) == road]
    n = max(fuller, key=lambda n: (points[n], -n), default=None)
    return best if n is None else Choice(addresses[n], best.chance)


def choose_name(scale: Scale, mentions: list[PlaceMention], kind: PlaceKind | None) -> Choice | None:
    """The place with a name of its own that is the scene; the sort of place already chosen speaks for its like."""
    named = [m for m in mentions if m.level is PlaceLevel.NAME]
    points = []
    for mention in named:
        own = scale.points(mention.span, _NAME) + (_BY_NAMED.get(mention.kind, 0.0) if mention.kind else 0.0)
        own += _NAME_SET if _is_set(scale, mention.span) else _NAME_LOOSE
        points.append(own + (_NAME_FITS if mention.kind is not None and mention.kind is kind else 0.0))
    return _best(named, points, _NO_NAME)


def choose_neighborhood(scale: Scale, mentions: list[PlaceMention]) -> Choice | None:
    """The neighbourhood of the scene."""
    named = [m for m in mentions if m.level is PlaceLevel.NEIGHBORHOOD]
    return _best(named, [scale.points(m.span, _NAME) for m in named], -1.0)


def choose_kind(scale: Scale, scene: Scene, mentions: list[PlaceMention]) -> KindChoice | None:
    """The sort of place of a scene, by the words for such places, by places' names, and by roads.

    Each word for a sort has the chance of its signals; those of one sort add up.
    """
    told: dict[PlaceKind, list[tuple[float, Span]]] = {}
    for cue in find_place_cues(scale, scene, mentions):
        points = sum(PLACE_WEIGHTS.get(name, 0.0) for name in cue.signals)
        told.setdefault(cue.kind, []).append((exp(points), cue.span))
    if not told:
        return None
    totals = {kind: sum(chance for chance, _ in cues) for kind, cues in told.items()}
    kind = max(totals, key=lambda k: (totals[k], k.value))
    none = exp(PLACE_WEIGHTS[NO_PLACE])
    if totals[kind] < none:
        return None
    _, span = max(told[kind], key=lambda cue: (cue[0], -cue[1].start))
    return KindChoice(kind, span, totals[kind] / (sum(totals.values()) + none))


def _is_set(scale: Scale, span: Span) -> bool:
    """Whether a preposition of place stands right before a name."""
    return bool(_SET.search(scale.setting.document.text[max(0, span.start - 30) : span.start]))


def _best(mentions: list[PlaceMention], points: list[float], none: float) -> Choice | None:
    """The mention with the most points, where it has more than there being none; the earlier of equals."""
    if not mentions:
        return None
    n = max(range(len(mentions)), key=lambda k: (points[k], -k))
    if points[n] < none:
        return None
    same = sum(exp(p) for m, p in zip(mentions, points, strict=True) if m.value == mentions[n].value)
    return Choice(mentions[n], same / (sum(exp(p) for p in points) + exp(none)))
