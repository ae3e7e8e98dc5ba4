"""What sort of place it was: a home, a street, a bar …

In: a text. Out: the words that name a sort of place where something can happen, each with its sort and the word that
puts something there. Whether it happened there is left to `scene_place.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from citydesk.model import PlaceKind
from citydesk.read.page.document import Span

_WORDS = {
    PlaceKind.HOME: """home house residence apartment apartment_complex apartment_building apartment_unit
    duplex townhouse
        townhome condo condominium trailer trailer_park mobile_home mobile_home_park bedroom living_room
        kitchen bathroom
        basement backyard back_yard front_yard yard porch balcony patio housing_complex housing_project
        housing_development
        public_housing dorm dormitory dorm_room farmhouse cabin group_home front_door doorstep stairwell dwelling
        brownstone rowhouse row_house projects carport hallway foyer mobile_home_community den bed couch sofa""",
    PlaceKind.STREET: """street road roadway intersection sidewalk alley alleyway corner street_corner curb highway
        interstate freeway expressway turnpike median overpass exit_ramp off-ramp on-ramp cul-de-sac
        block_party avenue boulevard""",
    PlaceKind.VEHICLE: """car parked_car moving_car vehicle parked_vehicle suv sedan minivan van pickup
    pickup_truck truck taxi
        cab taxicab limousine limo bus school_bus train jeep driver's_seat driver’s_seat passenger_seat
        backseat back_seat front_seat""",
    PlaceKind.PARKING_LOT: "parking_lot parking_garage parking_deck parking_structure parking_area",
    PlaceKind.BAR_OR_CLUB: """bar club nightclub night_club nightspot strip_club lounge tavern pub saloon
    pool_hall cantina
        brewery clubhouse motorcycle_club biker_club social_club sports_bar hookah_bar hookah_lounge
        after-hours_club
        gentlemen's_club gentlemen’s_club dance_club dance_hall vfw american_legion vfw_post karaoke_bar
        juke_joint""",
    PlaceKind.BUSINESS: """store shop convenience_store grocery_store liquor_store drug_store drugstore
    gas_station restaurant
        business market supermarket mini-mart mini_mart car_wash mall shopping_center shopping_mall
        shopping_plaza strip_mall bank
        salon beauty_salon nail_salon barbershop barber_shop diner cafe café bakery deli bodega pharmacy
        warehouse factory office
        office_building dealership laundromat truck_stop pizzeria movie_theater theater bowling_alley casino
        gym fitness_center
        day_care daycare daycare_center workplace pawnshop pawn_shop studio recording_studio shooting_range
        gun_range firing_range
        gun_store gun_shop tattoo_shop tattoo_parlor smoke_shop dollar_store eatery auto_shop body_shop
        repair_shop corner_store
        banquet_hall event_center reception_hall party_hall storage_facility motel_office cookout_restaurant
        mart food_store
        walmart wal-mart walgreens mcdonald's mcdonald’s waffle_house 7-eleven flea_market internet_cafe""",
    PlaceKind.SCHOOL: """school high_school middle_school elementary_school campus classroom university college academy
        preschool""",
    PlaceKind.PARK: """park city_park state_park national_park skate_park playground beach trail campground campsite
        basketball_court woods lake recreation_area ball_park baseball_field soccer_field football_field""",
    PlaceKind.HOTEL: "hotel motel inn hotel_room motel_room resort",
    PlaceKind.WORSHIP: "church mosque synagogue chapel cathedral sanctuary church_parking_lot",
    PlaceKind.MEDICAL: """nursing_home hospital medical_center clinic doctor's_office doctor’s_office
    rehabilitation_center
        assisted_living_facility assisted_living_center emergency_room mental_health_facility""",
    PlaceKind.PUBLIC_BUILDING: """courthouse courtroom city_hall police_station police_headquarters library
    community_center
        recreation_center rec_center post_office fire_station jail prison town_hall museum airport naval_base
        army_base
        military_base subway_station train_station bus_station bus_terminal correctional_facility firehouse""",
    PlaceKind.OTHER: """bus_stop cemetery farm ranch vacant_lot empty_lot fairgrounds festival rodeo stadium arena
        construction_site hunting_lease river creek vigil wooded_area train_tracks railroad_tracks deer_stand
        funeral_home
        funeral parade concert swimming_pool pond field hunting_club bridge barn""",
}
_ELSE = {
    "home": frozenset("invasion invasions town state page plate base security depot run office".split()),
    "house": frozenset("of speaker bill arrest republicans democrats committee fire".split()),
    "school": frozenset("district board friend friends student students officials principal mates teacher bus".split()),
    "bar": frozenset("association exam".split()),
    "bus": frozenset("driver crash route".split()),
    "car": frozenset("crash chase".split()),
    "club": frozenset("president".split()),
}
"""By the word: what makes it something else behind it ("home state", "house arrest", "school district")."""
_GOING_HOME = frozenset(
    """return returned returning went go going goes come came coming drove driving drive took taken bring sent walk
    walked walking way get got ride rode heading headed nursing funeral white""".split()
)
"""Words before "home" and "house" that make them no scene: "went home", "the White House"."""
_OFFICERS = frozenset(
    """sheriffs examiner attorney coroner county press field general's prosecutors governor mayor information marshals
    district regional medical division patrol police home box post""".split()
)
"""Whose office is a body and no place ("the sheriff's office")."""
_TOKEN = re.compile(r"[A-Za-zé][\w’'-]*|7-Eleven")
_LONGEST = 3
_PLACED = re.compile(
    r"(?:.*\s|^)(?P<preposition>in|inside|at|outside(?: of)?|near|behind|within|into|on|to|through|from|"
    r"across from|in front of|entered|"
    r"left|leaving|off|around|along|for|between|approached|toward|by|next to|down|"
    r"searched)\s(?:[\w’'.,$-]+\s){0,5}$",
    re.IGNORECASE,
)
_TAILS = {
    PlaceKind.HOME: """apartments apartment townhomes estates manor houses residences condominiums villas homes
    lofts
        mobile_home_park trailer_park apartment_complex housing_complex housing_development housing_project
        public_housing
        housing_projects condos""",
    PlaceKind.BAR_OR_CLUB: """bar grill lounge club nightclub tavern pub saloon cantina taproom brewery cabaret
    lodge vfw billiards
        clubhouse night_club""",
    PlaceKind.BUSINESS: """restaurant store market mall plaza cafe café deli grocery diner pizza pizzeria mart
    salon barbershop
        cleaners bank pharmacy walmart walgreens supermarket foods liquors liquor kitchen bakery bbq barbecue
        buffet motors
        theater theatre cinema cinemas casino gym studio studios industries mcdonald's mcdonald’s subway
        wendy's wendy’s denny's
        denny’s ihop waffle_house kroger target kmart 7-eleven cvs wal-mart popeyes whataburger applebee's
        applebee’s chili's
        hooters circle_k quiktrip wawa sheetz dollar_general family_dollar burger_king taco_bell gas_station
        convenience_store
        shopping_center center car_wash food_mart truck_stop autozone starbucks safeway publix costco macy's macy’s
        sears""",
    PlaceKind.SCHOOL: "school college university academy elementary",
    PlaceKind.PARK: "park playground beach trail reservoir campground",
    PlaceKind.HOTEL: "inn hotel motel suites resort",
    PlaceKind.WORSHIP: "church mosque synagogue chapel cathedral tabernacle",
    PlaceKind.MEDICAL: """hospital clinic medical_center trauma_center health_center regional_medical_center medical
        rehabilitation_center nursing_home children's children’s""",
    PlaceKind.PUBLIC_BUILDING: """courthouse library airport museum jail prison recreation_center
    community_center detention_center
        civic_center city_hall correctional_facility correctional_institution superior_court justice_center hall""",
    PlaceKind.OTHER: "cemetery stadium arena bridge coliseum fairgrounds raceway farm farms ranch",
}


@dataclass(frozen=True, slots=True)
class KindCue:
    """Words that name a sort of place."""

    span: Span
    kind: PlaceKind
    preposition: str | None
    """The word that puts something there ("at", "outside" …); None where nothing does."""


def find_kinds(text: str, start: int, end: int) -> Iterator[KindCue]:
    """The sorts of places named in a stretch of text, in order."""
    words = [(m.start(), m.end(), m.group().lower()) for m in _TOKEN.finditer(text, start, end)]
    n = 0
    while n < len(words):
        last, kind = _longest(text, words, n)
        if kind is not None and not _is_otherwise(words, n, last):
            before = _PLACED.search(text[max(start, words[n][0] - 60) : words[n][0]])
            preposition = before["preposition"].lower() if before else None
            yield KindCue(Span(words[n][0], words[last - 1][1]), kind, preposition)
        n = max(last, n + 1)


def _longest(text: str, words: list[tuple[int, int, str]], n: int) -> tuple[int, PlaceKind | None]:
    """Behind the longest phrase that names a sort of place at word `n`, and its sort; `n` where there is none."""
    phrases = _phrases()
    if words[n][2] not in _first_words():
        return n, None
    for last in range(min(n + _LONGEST, len(words)), n, -1):
        if any(words[m][0] - words[m - 1][1] != 1 for m in range(n + 1, last)):
            continue
        phrase = "_".join(word for _, _, word in words[n:last])
        kind = phrases.get(phrase) or phrases.get(_singular(phrase))
        if kind is not None:
            return last, kind
    return n, None


def _singular(phrase: str) -> str:
    if phrase.endswith(("'s", "’s", "ches", "sses")):
        return phrase[:-2]
    return phrase.removesuffix("s")


def _is_otherwise(words: list[tuple[int, int, str]], n: int, last: int) -> bool:
    """Whether the words around make it no place ("house arrest", "went home", "bus driver")."""
    behind = words[last][2] if last < len(words) and words[last][0] - words[last - 1][1] == 1 else ""
    if behind in _ELSE.get(words[last - 1][2], ()):
        return True
    before = words[n - 1][2] if n and words[n][0] - words[n - 1][1] == 1 else ""
    if words[last - 1][2] == "office" and (before in _OFFICERS or before.endswith(("'s", "’s"))):
        return True
    return words[n][2] in ("home", "house") and before in _GOING_HOME


def kind_of_name(name: str) -> PlaceKind | None:
    """The sort of place that a place's own name says ("Elm Court Apartments" is a home); None where it says none.

    >>> kind_of_name("Silver Spur Saloon"), kind_of_name("Larkin")
    (<PlaceKind.BAR_OR_CLUB: 'bar_or_club'>, None)
    """
    parts = name.lower().replace(".", "").split()
    tails = _tails()
    return next((tails[t] for t in ("_".join(parts[-k:]) for k in (3, 2, 1) if len(parts) >= k) if t in tails), None)


@cache
def _phrases() -> dict[str, PlaceKind]:
    return {phrase: kind for kind, phrases in _WORDS.items() for phrase in phrases.split()}


@cache
def _first_words() -> frozenset[str]:
    firsts = {phrase.partition("_")[0] for phrase in _phrases()}
    return frozenset(
        firsts
        | {first + "s" for first in firsts}
        | {first + "es" for first in firsts}
        | {f + "'s" for f in firsts}
        | {f + "’s" for f in firsts}
    )


@cache
def _tails() -> dict[str, PlaceKind]:
    return {tail: kind for kind, tails in _TAILS.items() for tail in tails.split()}
