"""What two tellings have in common and what holds them apart.

Each feature is one function of two tellings, the same in either order. It gives a level in words, or a share from 0 to
1, or None where one of the two does not say enough to compare. Its docstring is the sentence that the keeper sees.
How much each level weighs is not said here: `weights.json` has that, made by `training/link/train.py`.
"""

from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt

from citydesk.link import people
from citydesk.link.rarity import rarity_of, rarity_of_all, rarity_of_word
from citydesk.link.telling import Telling
from citydesk.link.words import share_of_wording

Level = str | float | None
Compare = Callable[[Telling, Telling], Level]

_DAYS = ((0, "the same"), (1, "a day apart"), (3, "two or three days apart"), (8, "about a week apart"))
_WEEKS = (*_DAYS, (45, "weeks apart"), (400, "months apart"))
_MINUTES = ((20, "the same"), (60, "within the hour"), (180, "hours apart"))
"""A call, a dispatch and an arrival are within twenty minutes."""
_NEAR_KM = 25.0
_VERY_RARE = 900
"""A rarity that no word reaches: rarities are shown as shares of it."""
_MANY_NAMES = 4000
"""The rarity of five or six names that hardly any report has."""


def day(a: Telling, b: Telling) -> Level:
    """How far apart the days are on which it happened."""
    if a.first_day is None or b.first_day is None or a.last_day is None or b.last_day is None:
        return None
    between = max(a.first_day - b.last_day, b.first_day - a.last_day)
    if between <= 0 and (a.first_day != a.last_day or b.first_day != b.last_day):
        return "perhaps the same"
    return _step(_DAYS, max(0, between)) or "further apart"


def told(a: Telling, b: Telling) -> Level:
    """Where only one says the day: how long after it the other was published."""
    if (a.first_day is None) == (b.first_day is None):
        return None
    dated, undated = (a, b) if b.first_day is None else (b, a)
    if undated.published is None or dated.first_day is None:
        return None
    after = undated.published - dated.first_day
    return "before it" if after < 0 else _step(_WEEKS, after) or "years apart"


def foretold(a: Telling, b: Telling) -> Level:
    """Whether one was published before the day that the other tells of."""
    known = [(x.last_day, y.published) for x, y in ((a, b), (b, a))]
    after = [published - last for last, published in known if last is not None and published is not None]
    if not after:
        return None
    return "before it" if min(after) < 0 else "after it"


def published(a: Telling, b: Telling) -> Level:
    """How far apart the reports were published."""
    if a.published is None or b.published is None:
        return None
    return _step(_WEEKS, abs(a.published - b.published)) or "years apart"


def clock(a: Telling, b: Telling) -> Level:
    """How far apart the times of day are."""
    if a.minute is None or b.minute is None:
        return None
    between = abs(a.minute - b.minute)
    return _step(_MINUTES, min(between, 1440 - between)) or "further apart"


def area(a: Telling, b: Telling) -> Level:
    """Whether it happened in the same city, county or state."""
    if a.state is not None and b.state is not None and a.state != b.state:
        return "different states"
    if a.city is not None and a.city == b.city:
        return "the same city"
    near = _km_between(a, b)
    if a.city is not None and b.city is not None:
        return "cities nearby" if near is not None and near < _NEAR_KM else "different cities"
    if a.county is not None and b.county is not None:
        return "the same county" if a.county == b.county else "different counties"
    if a.state is not None and b.state is not None:
        return "the same state"
    return None


def city_rarity(a: Telling, b: Telling) -> Level:
    """How seldom the news tells of the city that both name."""
    if a.city is None or a.city != b.city:
        return None
    return min(1.0, max(rarity_of_word(word) for word in a.city.split()) / _VERY_RARE)


def spot(a: Telling, b: Telling) -> Level:
    """Whether it happened at the same address, street, named place or neighborhood."""
    if a.street is not None and b.street is not None:
        if a.street == b.street:
            return "the same block" if a.block is not None and a.block == b.block else "the same street"
        return "a street in common" if _parts(a.street) & _parts(b.street) else "different streets"
    if a.site is not None and b.site is not None:
        return "the same place" if a.site == b.site else "different places"
    if a.neighborhood is not None and b.neighborhood is not None:
        return "the same neighborhood" if a.neighborhood == b.neighborhood else "different neighborhoods"
    return None


def names(a: Telling, b: Telling) -> Level:
    """Whether the same people are named."""
    return people.compare_names(a.people, b.people)


def mentioned(a: Telling, b: Telling) -> Level:
    """Whether people whom one names in full stand in the text of the other, as whatever they were read there."""
    return people.compare_mentions(a, b)


def victims_ages(a: Telling, b: Telling) -> Level:
    """Whether the victims are of the same age."""
    return people.compare_ages(*([p for p in x.people if p.role == "victim"] for x in (a, b)))


def suspects_ages(a: Telling, b: Telling) -> Level:
    """Whether the suspects are of the same age."""
    return people.compare_ages(*([p for p in x.people if p.role == "suspect"] for x in (a, b)))


def victims_sexes(a: Telling, b: Telling) -> Level:
    """Whether the victims are men or women in both."""
    return people.compare_sexes(*([p for p in x.people if p.role == "victim"] for x in (a, b)))


def persons(a: Telling, b: Telling) -> Level:
    """Whether somebody is the same in age, sex and outcome."""
    return people.compare_persons(a.people, b.people)


def killed(a: Telling, b: Telling) -> Level:
    """Whether as many were killed."""
    return _count(a.killed, b.killed)


def injured(a: Telling, b: Telling) -> Level:
    """Whether as many were wounded."""
    return _count(a.injured, b.injured)


def hit(a: Telling, b: Telling) -> Level:
    """Whether as many were killed and wounded, taken together."""
    if a.killed is None or a.injured is None or b.killed is None or b.injured is None:
        return None
    return _count(a.killed + a.injured, b.killed + b.injured)


def officer_shot(a: Telling, b: Telling) -> Level:
    """Whether an officer was shot."""
    return _flag(a.flags[0], b.flags[0])


def shot_by_officer(a: Telling, b: Telling) -> Level:
    """Whether an officer shot someone."""
    return _flag(a.flags[1], b.flags[1])


def self_inflicted(a: Telling, b: Telling) -> Level:
    """Whether someone shot themselves."""
    return _flag(a.flags[2], b.flags[2])


def unintentional(a: Telling, b: Telling) -> Level:
    """Whether it was an accident."""
    return _flag(a.flags[3], b.flags[3])


def domestic(a: Telling, b: Telling) -> Level:
    """Whether it was between family members or partners."""
    return _flag(a.flags[4], b.flags[4])


def weapons(a: Telling, b: Telling) -> Level:
    """Whether the same weapon is told of."""
    known = [{kind for kind in x.weapons if kind != "firearm"} for x in (a, b)]
    if not known[0] or not known[1]:
        return None
    return "the same" if known[0] & known[1] else "different"


def agencies(a: Telling, b: Telling) -> Level:
    """Whether the same police force is named."""
    if not a.agencies or not b.agencies:
        return None
    return "the same" if set(a.agencies) & set(b.agencies) else "different"


def ordinal(a: Telling, b: Telling) -> Level:
    """Whether they are told as the same or as different ones of a row ("the second today")."""
    if a.ordinal is None or b.ordinal is None:
        return None
    return "the same" if a.ordinal == b.ordinal else "different"


def background(a: Telling, b: Telling) -> Level:
    """Whether it is the main matter of both reports."""
    return "both" if a.main and b.main else "one" if a.main or b.main else "neither"


def outlet(a: Telling, b: Telling) -> Level:
    """Whether they come from the same outlet."""
    if a.outlet is None or b.outlet is None:
        return None
    return "the same" if a.outlet == b.outlet else "different"


def wording(a: Telling, b: Telling) -> Level:
    """How much of the wording they share, the rarer words counting for more."""
    return _overlap(a.words, b.words)


def wording_of_shorter(a: Telling, b: Telling) -> Level:
    """How much of the wording of the shorter one the longer one has."""
    if not a.words or not b.words:
        return None
    return rarity_of(a.words & b.words) / max(1, min(rarity_of_all(a.words), rarity_of_all(b.words)))


def proper_names(a: Telling, b: Telling) -> Level:
    """How many proper names the texts share, of people, streets or places, the rarer ones counting for more."""
    if not a.names or not b.names:
        return None
    return min(1.0, rarity_of(a.names & b.names) / _MANY_NAMES)


def headline(a: Telling, b: Telling) -> Level:
    """How much the headlines share, the rarer words counting for more."""
    return _overlap(a.title_words, b.title_words)


def copy(a: Telling, b: Telling) -> Level:
    """How much of the text is the same word for word."""
    return share_of_wording(a.signature, b.signature) if a.signature and b.signature else None


FEATURES: tuple[Compare, ...] = (
    day,
    told,
    foretold,
    published,
    clock,
    area,
    city_rarity,
    spot,
    names,
    mentioned,
    victims_ages,
    suspects_ages,
    victims_sexes,
    persons,
    killed,
    injured,
    hit,
    officer_shot,
    shot_by_officer,
    self_inflicted,
    unintentional,
    domestic,
    weapons,
    agencies,
    ordinal,
    background,
    outlet,
    wording,
    wording_of_shorter,
    proper_names,
    headline,
    copy,
)
"""In the order in which they are shown."""


def _step(steps: tuple[tuple[int, str], ...], between: int) -> str | None:
    """The words for the first step that reaches so far; None beyond all."""
    return next((words for reach, words in steps if between <= reach), None)


def _count(a: int | None, b: int | None) -> Level:
    if a is None or b is None:
        return None
    if a == b:
        return "the same"
    return "one more" if abs(a - b) == 1 else "several more"


def _flag(a: bool | None, b: bool | None) -> Level:
    """One that does not say is not held against one that does: reports leave out what goes without saying."""
    if a is None and b is None:
        return None
    if a is None or b is None:
        return "only one says so" if a or b else None
    return ("both say so" if a else None) if a == b else "they disagree"


def _parts(street: str) -> set[str]:
    return set(street.split(" & "))


def _overlap(a: frozenset[int], b: frozenset[int]) -> float | None:
    """Rarity of the words in both as a share of that of all words in either (weighted Jaccard)."""
    if not a or not b:
        return None
    shared = rarity_of(a & b)
    return shared / max(1, rarity_of_all(a) + rarity_of_all(b) - shared)


def _km_between(a: Telling, b: Telling) -> float | None:
    """Great-circle distance between the places, where both have coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    north_a, north_b = radians(a.lat), radians(b.lat)
    half = sin((north_b - north_a) / 2) ** 2
    half += cos(north_a) * cos(north_b) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))
