"""What speaks for and against each city that a report names as the one where it happened.

In: a scale and the city mentions of a scene. Out: the cities, each with all its mentions, and for each the values of
named signals. What a signal is worth is in `city_weights.py`; which city is chosen is `which_city.py`'s.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log, log10

from citydesk.read.page.document import Span
from citydesk.read.page.setting import PlaceFrame, PlaceLevel, PlaceMention
from citydesk.read.where.frames import AWAY, IS_AWAY
from citydesk.read.where.gazetteer import City, cities_named, distance_km, name_key
from citydesk.read.where.outlets import city_of_outlet
from citydesk.read.where.scale import HAPPENS, Scale

PLACING = frozenset((PlaceFrame.IN, PlaceFrame.NEAR, PlaceFrame.EVENT))
"""Frames that say that something is there."""
TELLING = frozenset((*PLACING, PlaceFrame.DATELINE, PlaceFrame.AGENCY, PlaceFrame.PEOPLE))
_SOMEWHERE = TELLING | {PlaceFrame.BARE}
_TITLED = {
    PlaceFrame.IN: "title in",
    PlaceFrame.NEAR: "title in",
    PlaceFrame.EVENT: "title in",
    PlaceFrame.AGENCY: "title agency",
    PlaceFrame.PEOPLE: "title people",
}
"""Signals of how a headline names a city."""
_AT_HOME = frozenset((PlaceFrame.PEOPLE, PlaceFrame.HOMETOWN))
_NOT_HOME = TELLING - _AT_HOME
_LEAD_SENTENCES = 2
LARGE = 100_000
LARGER = 5
"""How many times the people of a quarter its city has at least."""
QUARTER_KM = 25.0
"""How far from its middle a city's quarters reach."""
_BOROUGHS = frozenset(("brooklyn", "bronx", "queens", "staten island", "manhattan"))
"""The boroughs of New York, which stand as cities in addresses and datelines."""
_OF_BOROUGHS = frozenset(("new york", "new york city"))
_FEW_PEOPLE = 100
_POLICE = re.compile(
    r"['’]?s? (?:(?:city|metro|metropolitan|town|township|public safety) )?"
    r"(?:police|pd\b|officers?|detectives|sheriff)",
    re.IGNORECASE,
)
_SHERIFF = re.compile(r"['’]?s? (?:county |parish |co\. )?(?:sheriff|deput|so\b)", re.IGNORECASE)
_BEYOND = re.compile(
    r"\b(?:(?:miles?|minutes|hour|hours) (?:\w+ ){0,3}(?:of|from|outside)|"
    r"(?:north|south|east|west)(?:[ -]?(?:east|west))?(?:ern)? of|outside(?: of)?|close to) (?:the )?\Z",
    re.IGNORECASE,
)
"""What stands before the town that a place lies away from: "14 miles north of Larkin"."""
_COME = re.compile(r"\b(?:police|PD|detectives|officers)\b", re.IGNORECASE)
_CLOSE = 60
"""Characters between what happened and where, when they are told in one breath."""
_CALLED = re.compile(r"\b(?:city|town|village|borough|township|community|suburb) of (?:the )?\Z", re.IGNORECASE)
_BESIDE = re.compile(r",? (?:in |near )?(?:the )?(?:[a-z]+ ){0,2}")
"""What may stand between a street and its city."""


@dataclass(slots=True)
class Candidate:
    """A city with all its mentions."""

    key: str
    state: str | None
    mentions: list[PlaceMention] = field(default_factory=list)

    @property
    def population(self) -> int:
        """Its people, as far as they are known."""
        return max(mention.population for mention in self.mentions)

    @property
    def mail(self) -> str:
        """The key of the larger place that its mail is addressed to; "" where it is addressed to itself."""
        city = _city_of(self.mentions[0])
        return name_key(city.mail) if city is not None else ""

    def has(self, *frames: PlaceFrame) -> bool:
        """Whether it stands in one of some frames."""
        return any(mention.frame in frames for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class Around:
    """What else a report names, by which a city is judged."""

    counties: frozenset[str]
    """Keys of the counties named."""
    streets: tuple[Span, ...]
    """Where addresses stand, in order."""
    named: tuple[PlaceMention, ...]
    """The first mention of each city named anywhere, the outlet's label included."""
    police: frozenset[str]
    """Keys of the cities whose police are named."""
    scenes: frozenset[str]
    """Keys of the cities that something is said to have happened in."""
    outlet: City | None = None
    """The large city that the outlet is of."""
    quarters: frozenset[str] = frozenset()
    """Keys of the neighbourhoods named."""
    told: frozenset[str] = frozenset()
    """Keys of the counties whose sheriff came, that something is in, or that the report is filed from."""
    most: int = 0
    """How often the city is named that is named most often."""
    alone: bool = False
    """Whether police came, and nothing but the outlet's own label says of which city."""


NOTHING_AROUND = Around(frozenset(), (), (), frozenset(), frozenset())


def find_candidates(mentions: Sequence[PlaceMention]) -> list[Candidate]:
    """The cities among mentions, in order of their first."""
    found: dict[tuple[str, str | None], Candidate] = {}
    for mention in mentions:
        key = (name_key(mention.value).removesuffix(" township"), mention.state)
        found.setdefault(key, Candidate(*key)).mentions.append(mention)
    return list(found.values())


def around_of(scale: Scale, mentions: Sequence[PlaceMention], candidates: list[Candidate]) -> Around:
    """What the mentions of a scene tell about each of its cities."""
    told = frozenset(name_key(m.value) for m in mentions if m.level is PlaceLevel.COUNTY and m.frame in TELLING)
    labels = all(m.frame is PlaceFrame.SITE for candidate in candidates for m in candidate.mentions)
    return Around(
        counties=frozenset(name_key(m.value) for m in mentions if m.level is PlaceLevel.COUNTY),
        streets=tuple(m.span for m in mentions if m.level is PlaceLevel.ADDRESS),
        named=tuple(candidate.mentions[0] for candidate in candidates),
        police=frozenset(c.key for c in candidates if any(_is_police(scale, mention) for mention in c.mentions)),
        scenes=frozenset(c.key for c in candidates if any(_is_scene(scale, mention) for mention in c.mentions)),
        outlet=city_of_outlet(scale.setting.document.report.url),
        quarters=frozenset(name_key(m.value) for m in mentions if m.level is PlaceLevel.NEIGHBORHOOD),
        told=told,
        most=max((len(candidate.mentions) for candidate in candidates), default=0),
        alone=labels and not told and bool(_COME.search(scale.setting.document.text)),
    )


def signals_of_city(scale: Scale, candidate: Candidate, around: Around, share: float) -> dict[str, float]:
    """The signals of a city; `share` is how much of all that points to any state points to its own."""
    signals = {f"{frame.value} often": log(1 + count) for frame, count in _frames_of(candidate).items()}
    signals["size"] = log10(max(candidate.population, _FEW_PEOPLE)) - 4.0
    signals["share"] = share
    signals |= _told_where(scale, candidate, around)
    signals |= dict.fromkeys(_standing(candidate, around), 1.0)
    return signals


def signals_of_none(scale: Scale, mentions: Sequence[PlaceMention], candidates: list[Candidate]) -> dict[str, float]:
    """The signals of its having happened in no city that is named: out in a county, say."""
    text = scale.setting.document.text
    told = {
        "none": True,
        "none county scene": _is_county_scene(scale, mentions, candidates),
        "none sheriff": any(_SHERIFF.match(text, m.span.end) for m in mentions if m.level is PlaceLevel.COUNTY),
        "none placed": not any(c.has(*PLACING) for c in candidates),
        "none police": not any(_is_police(scale, m) for c in candidates for m in c.mentions),
        "none county told": any(m.level is PlaceLevel.COUNTY and m.frame in TELLING for m in mentions),
        "none at home": any(c.has(*_AT_HOME) for c in candidates) and not any(c.has(*_NOT_HOME) for c in candidates),
    }
    return {name: 1.0 for name, so in told.items() if so}


def _frames_of(candidate: Candidate) -> dict[PlaceFrame, int]:
    often: dict[PlaceFrame, int] = {}
    for mention in candidate.mentions:
        often[mention.frame] = often.get(mention.frame, 0) + 1
    return often


def _told_where(scale: Scale, candidate: Candidate, around: Around) -> dict[str, float]:
    """Signals of where in the report a city is named, and beside what."""
    document = scale.setting.document
    nearest: int | None = None
    told: dict[str, float] = {}
    for mention in candidate.mentions:
        sentence = document.sentence_at(mention.span.start)
        if sentence is None or mention.frame is PlaceFrame.SITE:
            continue
        index = max(0, sentence.index - scale.lead)
        nearest = index if nearest is None else min(nearest, index)
        if document.in_title(mention.span.start) and mention.frame in _SOMEWHERE:
            told[_TITLED.get(mention.frame, "title")] = 1.0
        if mention.frame in PLACING and scale.happens(sentence):
            told["happens"] = 1.0
        if _is_scene(scale, mention):
            told["scene"] = 1.0
            if index < _LEAD_SENTENCES:
                told["scene first"] = 1.0
        lead = max(sentence.start, mention.span.start - _CLOSE)
        if mention.frame is PlaceFrame.NEAR and _BEYOND.search(document.text, lead, mention.span.start):
            told["beyond"] = 1.0
        if IS_AWAY.match(document.text, mention.span.end) or AWAY.match(document.text, mention.span.end):
            told["explained"] = 1.0
        if _CALLED.search(document.text, lead, mention.span.start):
            told["called a town"] = 1.0
        if _is_beside(document.text, around.streets, mention):
            told["beside street"] = 1.0
    return told if nearest is None else {**told, "late": log(1 + nearest)}


def _standing(candidate: Candidate, around: Around) -> list[str]:
    """Signals of what the gazetteer knows of a city, and of how it stands to the others named."""
    known = any(mention.county for mention in candidate.mentions)
    own_police = candidate.key in around.police
    larger = [m for m in around.named if _is_larger(m, candidate)]
    counties = {name_key(m.county) for m in candidate.mentions if m.county}
    apart = bool(around.told) and bool(counties) and not counties & around.told
    only_dateline = candidate.has(PlaceFrame.DATELINE) and not candidate.has(*TELLING - {PlaceFrame.DATELINE})
    only_home = candidate.has(*_AT_HOME) and not candidate.has(*_NOT_HOME)
    told = {
        "unknown": not known,
        "hamlet": known and candidate.population == 0,
        "county named": bool(counties & around.counties),
        "county apart": apart,
        "only home": only_home,
        "only home by county": only_home and bool(around.told),
        "only home by scene": only_home and bool(around.scenes),
        "only dateline by county": only_dateline and bool(around.told),
        "only moved": candidate.has(PlaceFrame.MOVED) and not candidate.has(*_SOMEWHERE, *_AT_HOME),
        "most named": len(candidate.mentions) == around.most > 1,
        "label alone": around.alone,
        "borough": candidate.key in _BOROUGHS,
        "borough's city": candidate.key in _OF_BOROUGHS and any(name_key(m.value) in _BOROUGHS for m in around.named),
        "only dateline by scene": only_dateline and bool(around.scenes),
        "called a quarter": candidate.key in around.quarters,
        "only aside": not candidate.has(*TELLING),
        "only dateline": only_dateline,
        "only label": not candidate.has(*set(PlaceFrame) - {PlaceFrame.SITE}),
        "police": own_police,
        "others' scene": candidate.key not in around.scenes and bool(around.scenes),
        "others' police": not own_police and bool(around.police),
        "quarter": bool(larger) and not own_police,
        "quarter by mail": any(name_key(m.value) == candidate.mail for m in larger) and not own_police,
        "quarter of police": any(name_key(m.value) in around.police for m in larger) and not own_police,
        "unknown by city": not known and any(m.population >= LARGE for m in around.named),
        "outlet's city": around.outlet is not None and _is_at(candidate.mentions[0], around.outlet),
        "quarter of outlet's city": not own_police and _is_quarter_of(candidate, around.outlet),
        "quarter unnamed": not larger and is_of_large(candidate) and not own_police,
    }
    return [name for name, so in told.items() if so]


def _is_larger(mention: PlaceMention, candidate: Candidate) -> bool:
    """Whether a city named is so near and so much larger that the candidate may be a quarter of it."""
    own = candidate.mentions[0]
    if candidate.key in _BOROUGHS:
        return False
    return (
        mention.population >= LARGE
        and mention.population >= LARGER * candidate.population
        and own is not mention
        and is_within(own, mention, QUARTER_KM)
    )


def _is_quarter_of(candidate: Candidate, city: City | None) -> bool:
    """Whether a place may be a quarter of a city: near and small, or of the same state and on no map."""
    own = candidate.mentions[0]
    if (
        city is None
        or candidate.key in _BOROUGHS
        or own.state != city.state
        or city.population < LARGER * candidate.population
    ):
        return False
    if own.lat is None or own.lon is None:
        return True
    return not _is_at(own, city) and distance_km((own.lat, own.lon), (city.lat, city.lon)) <= QUARTER_KM


def _is_at(mention: PlaceMention, city: City) -> bool:
    return (mention.lat, mention.lon) == (city.lat, city.lon)


def is_of_large(candidate: Candidate) -> bool:
    """Whether a place's mail is addressed to a large city."""
    cities = cities_named(candidate.mail) if candidate.mail else ()
    return any(city.state == candidate.state and city.population >= LARGE for city in cities)


def _city_of(mention: PlaceMention) -> City | None:
    """The city of the gazetteer that a mention means."""
    return next((c for c in cities_named(mention.value) if (c.lat, c.lon) == (mention.lat, mention.lon)), None)


def _is_police(scale: Scale, mention: PlaceMention) -> bool:
    if mention.frame is not PlaceFrame.AGENCY or mention.level is not PlaceLevel.CITY:
        return False
    document = scale.setting.document
    initials = document.words(mention.span).isupper() and name_key(document.words(mention.span)) != name_key(
        mention.value
    )
    return initials or bool(_POLICE.match(document.text, mention.span.end))


def _is_scene(scale: Scale, mention: PlaceMention) -> bool:
    """Whether it is said in one breath that something happened there."""
    sentence = scale.setting.document.sentence_at(mention.span.start)
    if sentence is None or mention.frame not in (PlaceFrame.IN, PlaceFrame.NEAR):
        return False
    start = max(sentence.start, mention.span.start - _CLOSE)
    return bool(HAPPENS.search(scale.setting.document.text, start, mention.span.start))


def _is_county_scene(scale: Scale, mentions: Sequence[PlaceMention], candidates: list[Candidate]) -> bool:
    """Whether it happened in a county, as far as is said, and in no city of it."""
    if any(_is_scene(scale, mention) for candidate in candidates for mention in candidate.mentions):
        return False
    return any(m.level is PlaceLevel.COUNTY and m.frame in PLACING and _happens(scale, m) for m in mentions)


def _happens(scale: Scale, mention: PlaceMention) -> bool:
    return scale.happens(scale.setting.document.sentence_at(mention.span.start))


def _is_beside(text: str, streets: tuple[Span, ...], mention: PlaceMention) -> bool:
    """Whether an address stands right before a city ("in the 100 block of Elm Street in Larkin")."""
    n = bisect_left(streets, mention.span) - 1
    return n >= 0 and bool(_BESIDE.fullmatch(text, streets[n].end, mention.span.start))


def is_within(a: PlaceMention, b: PlaceMention, km: float) -> bool:
    """Whether two resolved places lie no further apart than so many kilometres; False where one is not located."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return distance_km((a.lat, a.lon), (b.lat, b.lon)) <= km
