"""Where an incident happened."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citydesk.model import DatelineValue, Evidence, Fact, FieldName, Place, Report, ReportId, evidence_holds, facts_of
from citydesk.read.page.document import Span, open_document
from citydesk.read.page.setting import PlaceLevel, Scene, Setting
from citydesk.read.where.dateline import find_dateline
from citydesk.read.where.where import find_places, place_of, zone_of

_LOWELL = (
    "TULSA, Okla. (AP) — A man was shot at a home in the 4100 block of West Potomac, police said. "
    "He was taken to Mercy General Hospital. Jane Roe, 25, of Muskogee, was arrested in Dallas, Texas."
)


def _setting(text: str, title: str = "", url: str | None = None) -> Setting:
    document = open_document(Report(id=ReportId("r1"), text=text, title=title, url=url))
    dateline = find_dateline(document)
    return Setting(document, None, dateline, (), find_places(document, dateline), (), ())


def _place(text: str, title: str = "", url: str | None = None) -> Place:
    setting = _setting(text, title, url)
    return place_of(setting, Scene(True, (Span(0, len(setting.document.text)),), Span(0, 1)))


def _values(place: Place) -> dict[str, str]:
    return {name: str(fact.value) for name, fact in facts_of(place)}


def test_tells_a_place_at_every_level() -> None:
    """Address and sort of place by the sentence of the shooting, city and state by the dateline; not where she is from,
    was arrested, or he was treated.
    """
    place = _place(_LOWELL)
    assert _values(place) == {
        "address": "4100 block of West Potomac",
        "kind": "home",
        "city": "Tulsa",
        "state": "OK",
    }
    assert place.text == "at a home in the 4100 block of West Potomac"
    assert place.precision == "city"
    assert place.lat == pytest.approx(36.15, abs=0.1)
    assert place.lon == pytest.approx(-95.99, abs=0.1)


@pytest.mark.parametrize(
    ("text", "city", "state"),
    [
        ("A man was shot in Springfield, Ill., on Sunday.", "Springfield", "IL"),
        ("Two men were shot in Broken Arrow, Oklahoma. One was flown to a hospital in Tulsa.", "Broken Arrow", "OK"),
        ("Houston police found two men shot on Sunday.", "Houston", "TX"),
        ("A Portland man shot two men from Westbrook, the Cumberland County sheriff said.", "Portland", "ME"),
        ("Miami-Dade County deputies found two men shot.", None, "FL"),
        ("Missouri State Highway Patrol troopers found two men shot.", None, "MO"),
        ("Two men were shot in Snellgrove Township, Ohio, on Sunday.", "Snellgrove Township", "OH"),
        ("Two men were shot on Sunday.", None, None),
        ("Austin Smith was shot. Smith's brother Dallas Smith was not.", None, None),
    ],
)
def test_tells_the_city_and_state(text: str, city: str | None, state: str | None) -> None:
    """Where the report's words make them clear, and not otherwise."""
    place = _place(text)
    assert (place.city.value if place.city else None) == city
    assert (place.state.value if place.state else None) == state


@pytest.mark.parametrize(
    ("text", "title", "city"),
    [
        ("LANCASTER, Pa. (AP) — A man was shot to death in his home in Mountville on Sunday.", "", "Mountville"),
        ("TYLER COUNTY, Texas (AP) — A Woodville man was shot outside a house in Ivanhoe.", "", "Ivanhoe"),
        (
            "A boy was shot while hunting in Cache County, Utah, the Cache County sheriff said. He was flown to Logan.",
            "",
            None,
        ),
        ("A man was shot in Harlem. New York police found him on a corner.", "", "New York"),
        ("A man was shot on Sunday, police said.", "Man shot - WXYZ News 7 Memphis, Tennessee", "Memphis"),
    ],
    ids=["not the dateline's", "not where he is from", "only a county", "not a quarter", "by the label alone"],
)
def test_tells_which_of_several_cities(text: str, title: str, city: str | None) -> None:
    """The one that something is said to have happened in; none where that is only a county."""
    found = _place(text, title).city
    assert (found.value if found else None) == city


def test_a_quarter_of_the_scenes_city_is_its_neighborhood() -> None:
    """What the gazetteer has as a town, but bears a large city's name in addresses."""
    values = _values(_place("A man was shot in Harlem on Sunday. New York police found him on a corner."))
    assert (values["city"], values["neighborhood"]) == ("New York", "Harlem")


def test_the_outlet_only_chooses_between_cities() -> None:
    """It tells which Springfield, and nothing where the report names no place."""
    url = "https://www.ky3.com/story/1"
    assert _values(_place("A man was shot in Springfield.", url=url))["state"] == "MO"
    assert _values(_place("A man was shot.", url=url)) == {}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A man was shot outside a nightclub on Oak Street in Tulsa.", "bar_or_club"),
        ("A man was shot near 31st and Oak Street in Tulsa.", "street"),
        ("A man was shot in the parking lot of a Tulsa grocery store.", "parking_lot"),
        ("A boy was shot at a motel in Tulsa and taken to a hospital.", "hotel"),
        ("A man was shot at Cedar Bluff Apartments in Tulsa.", "home"),
    ],
)
def test_tells_the_sort_of_place(text: str, kind: str) -> None:
    """By the words for it, by a place's name, or by a bare road."""
    assert _values(_place(text))["kind"] == kind


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "A man was shot on Arago Street. He was in the 1400 block of South Arago Street.",
            "1400 block of South Arago Street",
        ),
        ("A man was shot on Arago Street. He lives at 20 Oak Street.", "Arago Street"),
    ],
    ids=["told more fully", "another street"],
)
def test_takes_the_fuller_words_for_a_street(text: str, address: str) -> None:
    """The block of the street on which it happened, wherever that is told."""
    assert _values(_place(text))["address"] == address


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("DEER LODGE, Tenn. (AP) — A boy was killed in Deer Lodge on Sunday, deputies said.", "Deer Lodge"),
        ("A Redford couple was charged. The boy was shot in Redford Township, Mich., on Sunday.", "Redford Township"),
        ("A man was shot on Staten Island, New York, on Sunday. New York police found him.", "Staten Island"),
    ],
    ids=["a hamlet called like a lodge", "a township", "a borough"],
)
def test_tells_cities_of_other_sorts(text: str, city: str) -> None:
    """Hamlets, townships by their full name, and boroughs, which are no quarters."""
    assert _values(_place(text))["city"] == city


def test_names_a_place_and_a_neighborhood() -> None:
    """As worded in the sentence of the shooting."""
    values = _values(_place("A man was shot inside Park Place Mall on the East Side of Tucson, Ariz., police said."))
    assert (values["name"], values["neighborhood"], values["city"]) == ("Park Place Mall", "East Side", "Tucson")


def test_the_county_is_that_of_the_city() -> None:
    """A county that the report names is given where it holds the city, and not where it only sent help."""
    assert _values(_place("A man was shot in Tulsa, Tulsa County deputies said."))["county"] == "Tulsa County"
    assert "county" not in _values(_place("A man was shot in Tulsa, Okla. Creek County deputies helped."))


def test_capitals_of_a_dateline_are_found_again_as_a_mention() -> None:
    """A town that the gazetteer does not have still counts by its dateline."""
    values = _values(_place("SNELLGROVE, Ohio (AP) - Two men were shot on Sunday."))
    assert (values["city"], values["state"]) == ("Snellgrove", "OH")


def test_a_background_scene_without_a_place_is_of_the_same_community() -> None:
    """It, "the second shooting today", happened in the same city; its address is not that of the first."""
    text = "TULSA, Okla. (AP) — A man was shot in the 100 block of Elm Street. It is the second shooting today."
    setting = _setting(text)
    start = setting.document.text.index("It is")
    span = Span(start, len(setting.document.text))
    place = place_of(setting, Scene(False, (span,), span))
    assert _values(place) == {"city": "Tulsa", "state": "OK"}
    assert place.text is None


def test_a_background_scene_has_its_own_place_where_it_names_one() -> None:
    """Another city, said in its own sentence."""
    text = "TULSA, Okla. (AP) — A man was shot on Elm Street. Last week, two men were shot in Boise, Idaho."
    setting = _setting(text)
    start = setting.document.text.index("Last week")
    span = Span(start, len(setting.document.text))
    assert _values(place_of(setting, Scene(False, (span,), span))) == {"city": "Boise", "state": "ID"}


def test_mentions_stand_in_order_with_their_levels() -> None:
    """Every mention of every level, addresses' streets not taken for cities."""
    found = [(m.level, m.value, m.state) for m in _setting("A man was shot on Houston Street in Tulsa, Okla.").places]
    assert found == [(PlaceLevel.ADDRESS, "Houston Street", None), (PlaceLevel.CITY, "Tulsa", "OK")]


@pytest.mark.parametrize(
    ("city", "state", "zone"),
    [
        ("Kansas City", "MO", "America/Chicago"),
        ("Boise", "ID", "America/Boise"),
        ("El Paso", "TX", "America/Denver"),
        (None, "OH", "America/New_York"),
        ("Nowhere Falls", "WA", "America/Los_Angeles"),
        ("Nowhere Falls", None, "America/Chicago"),
    ],
)
def test_the_zone_is_the_datelines(city: str | None, state: str | None, zone: str) -> None:
    """Of the city, else of its state's largest city, else US Central."""
    evidence = Evidence(field=FieldName.TEXT, start=0, end=1, text="x")
    assert str(zone_of(Fact(value=DatelineValue(city=city, state=state), evidence=(evidence,)))) == zone


def test_without_a_dateline_the_zone_is_central() -> None:
    """The middle of the country errs least."""
    assert str(zone_of(None)) == "America/Chicago"


_WORDS = st.sampled_from(
    """TULSA, Okla. (AP) — shot in Tulsa the 4100 block of West Elm Street and near I-70 at Polk County police Austin
    said Springfield Ill. . \n North St. Louis home, Club Onyx â€œHi Inn""".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, max_size=40), st.lists(_WORDS, max_size=8))
def test_every_fact_has_its_words(text: list[str], title: list[str]) -> None:
    """Whatever a report says, the evidence of each fact stands in it."""
    place = _place(" ".join(text), " ".join(title).replace("\n", " "))
    for path, fact in facts_of(place):
        assert evidence_holds(fact, " ".join(title).replace("\n", " "), " ".join(text)), path
