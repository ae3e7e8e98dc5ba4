"""What speaks for each sort of place that a scene's words name: where the words stand, and what is told beside them.

In: a scale, a scene and its place mentions. Out: the cues, each with its sort and the names of its signals; what these
are worth is in `place_weights.py`. Which sort is chosen is `scene_place.py`'s.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from citydesk.model import PlaceKind
from citydesk.read.page.document import Span
from citydesk.read.page.patterns import at_words
from citydesk.read.page.setting import PlaceLevel, PlaceMention, Scene
from citydesk.read.where.place_kinds import KindCue, find_kinds
from citydesk.read.where.scale import HAPPENS, Scale

_IN = frozenset(("in", "inside", "at", "within"))
_OUTSIDE = frozenset(("outside", "outside of", "in front of", "behind"))
_NEAR = frozenset(("near", "by", "along", "off", "around", "across from", "next to", "toward", "approached"))
_TO = frozenset(("to", "from", "left", "leaving", "through", "for", "into", "entered", "down", "between", "searched"))
_JOINED = 30
"""Characters that may part "a home in the" from its address."""
_CLOSE = 45
"""Characters between what happened and where, when they are told in one breath."""
_OWN = re.compile(r"\b(?:his|her|their|its|[\w-]{2,20}['’]s?) (?:[\w-]+ )?\Z")
_HIT = re.compile(
    r"\b(?:bullets?|shots?|gunfire|rounds?|fired|shooting) (?:[\w-]+ ){0,4}?(?:into|at|through)\b", re.IGNORECASE
)
_GROUPS = {
    "bedroom": "bedroom living_room kitchen bathroom basement hallway foyer bed couch sofa stairwell",
    "apartment": "apartment apartments apartment_complex apartment_building apartment_unit duplex condo condominium",
    "house": "home homes house houses residence",
    "yard": "backyard back_yard front_yard yard porch balcony patio driveway doorstep front_door",
    "seat": "driver's_seat driver’s_seat passenger_seat backseat back_seat front_seat parked_car parked_vehicle",
    "car": "car vehicle suv sedan van pickup truck minivan",
    "corner": "intersection corner street_corner sidewalk alley",
    "street": "street road roadway highway interstate freeway",
    "office": "office",
    "trees": "woods wooded_area hunting_lease deer_stand trail lake river creek field farm ranch",
}
NO_PLACE = "no place"
"""The signal of there being none, in the table of weights."""
_GROUP_OF = {word: group for group, words in _GROUPS.items() for word in words.split()}
_CIRCUMSTANCES = {
    "accident": r"(?:accident\w*|self-inflicted|play(?:ed|ing) with (?:a|the|his|her|their) (?:\w+ )?"
    r"(?:gun|handgun|rifle|pistol)|clean(?:ed|ing) (?:a|the|his)|unload\w*|went off|discharg\w*)",
    "drive-by": r"(?:drive-by|drove by|pulled up|passing (?:car|vehicle)|stray bullet"
    r"|from (?:a|the) (?:\w+ )?(?:car|vehicle|suv|van))",
    "riding": r"(?:driver|passengers?|driving|drove|riding|steering wheel|traffic stop|road rage|pulled over)",
    "walking": r"(?:walk(?:ed|ing)|standing|playing outside|on foot|approached|sitting outside|gathered)",
    "party": r"party",
    "inside": r"inside",
    "murder-suicide": r"(?:murder-suicide|killed (?:himself|herself)|turned the gun on|domestic)",
    "crowd": r"(?:crowd|patrons|customers|clerk|bouncer|employees?)",
}
_CIRCUMSTANCE = at_words(
    "|".join(rf"\b(?P<c{n}>{pattern})\b" for n, pattern in enumerate(_CIRCUMSTANCES.values())), flags=re.IGNORECASE
)
"""What a report tells of how it happened, each of which goes with some sorts of place more than with others."""
_SWAYED = frozenset(
    (
        PlaceKind.HOME,
        PlaceKind.STREET,
        PlaceKind.VEHICLE,
        PlaceKind.BUSINESS,
        PlaceKind.BAR_OR_CLUB,
        PlaceKind.PARKING_LOT,
        PlaceKind.PARK,
        PlaceKind.OTHER,
    )
)
_LONG = 2_000
"""Characters of a sentence that are looked at; one without full stops is a list."""
_OPENING = 8
"""Sentences of a scene that tell how it happened."""
_LATE = ((0, "lead"), (1, "second"), (3, "early"), (8, "middle"))
"""Up to which sentence behind the scene's first (included) a cue stands where."""


@dataclass(frozen=True, slots=True)
class PlaceCue:
    """Words that name a sort of place, and what speaks for its being the scene's."""

    kind: PlaceKind
    span: Span
    signals: tuple[str, ...]


def find_place_cues(scale: Scale, scene: Scene, mentions: list[PlaceMention]) -> Iterator[PlaceCue]:
    """The cues of a scene: words for sorts of places, places' own names, and roads."""
    text = scale.setting.document.text
    how = _circumstances(scale, scene)
    for cue in _cues(scale, scene, mentions, text):
        swayed = [f"{cue.kind.value}, {name}" for name in how] if cue.kind in _SWAYED else []
        yield PlaceCue(cue.kind, cue.span, (f"is {cue.kind.value}", *cue.signals, *swayed))


def _circumstances(scale: Scale, scene: Scene) -> list[str]:
    """How it happened, by the title and the first sentences of a scene."""
    document = scale.setting.document
    titles = [sentence for sentence in document.sentences if document.in_title(sentence.start) and scene.main]
    told = [*titles, *document.sentences[scale.lead : scale.lead + _OPENING]]
    found = {name for s in told for name in _named_circumstances(document.text[s.start : min(s.end, s.start + _LONG)])}
    return [name for name in _CIRCUMSTANCES if name in found]


def _named_circumstances(words: str) -> Iterator[str]:
    names = list(_CIRCUMSTANCES)
    return (names[int((match.lastgroup or "c0")[1:])] for match in _CIRCUMSTANCE.finditer(words))


def _cues(scale: Scale, scene: Scene, mentions: list[PlaceMention], text: str) -> Iterator[PlaceCue]:
    roads = [m.span for m in mentions if m.level is PlaceLevel.ADDRESS]
    for span in scene.spans:
        for cue in find_kinds(text, span.start, span.end):
            if not _is_in(cue.span.start, roads):
                own = [*_word_signals(scale, cue), *_beside_road(text, cue.span, roads)]
                yield PlaceCue(cue.kind, cue.span, (*own, *_told(scale, cue.span)))
    for mention in mentions:
        if mention.level is PlaceLevel.NAME and mention.kind is not None:
            signals = ["own name", *_beside_road(text, mention.span, roads), *_told(scale, mention.span)]
            yield PlaceCue(mention.kind, mention.span, tuple(signals))
        elif mention.level is PlaceLevel.ADDRESS and mention.detail is not None:
            signals = [f"is {mention.detail.name.lower()}", *_told(scale, mention.span)]
            yield PlaceCue(PlaceKind.STREET, mention.span, tuple(signals))


def _word_signals(scale: Scale, cue: KindCue) -> Iterator[str]:
    document = scale.setting.document
    word = "_".join(document.words(cue.span).lower().split())
    group = _GROUP_OF.get(word)
    if group is not None:
        yield f"word {group}"
    preposition = cue.preposition
    sets = (("in", _IN), ("outside", _OUTSIDE), ("near", _NEAR), ("to", _TO))
    yield next((f"set {name}" for name, words in sets if preposition in words), "not set" if not preposition else "set")
    if _OWN.search(document.text, max(0, cue.span.start - 40), cue.span.start):
        yield "somebody's"
    if word.endswith("s") and not word.endswith("ss"):
        yield "plural"


def _beside_road(text: str, span: Span, roads: list[Span]) -> Iterator[str]:
    """Whether an address follows right behind ("a home in the 100 block of Elm Street"), or is told before it."""
    n = bisect_left(roads, (span.end, 0))
    if n < len(roads) and roads[n].start - span.end <= _JOINED and "." not in text[span.end : roads[n].start]:
        yield "before address"
    if n and 0 <= span.start - roads[n - 1].end <= _JOINED and "." not in text[roads[n - 1].end : span.start]:
        yield "behind address"


def _told(scale: Scale, span: Span) -> Iterator[str]:
    """Where the words stand, and what happens in their sentence."""
    document = scale.setting.document
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return
    told = scale.told(span)
    yield from (name for name in ("title", "happens", "response", "aside") if told.get(name))
    before = document.text[max(sentence.start, span.start - _CLOSE) : span.start]
    if HAPPENS.search(before):
        yield "happens close"
    if _HIT.search(before):
        yield "hit"
    if document.in_title(span.start):
        return
    index = abs(sentence.index - scale.lead)
    yield "in " + next((name for most, name in _LATE if index <= most), "late")


def _is_in(offset: int, spans: list[Span]) -> bool:
    """Whether an offset lies in one of some spans, in order and none inside another."""
    n = bisect_right(spans, (offset, float("inf"))) - 1
    return n >= 0 and offset < spans[n].end
