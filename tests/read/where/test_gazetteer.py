"""Cities and counties by name."""

import pytest

from citydesk.read.where.gazetteer import (
    cities_named,
    cities_of_size,
    counties_named,
    distance_km,
    is_city_key,
    longest_names,
    name_key,
    state_middle,
    zone_of_state,
)
from citydesk.read.where.states import STATES


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("St. Louis", "MO"),
        ("Saint Louis", "MO"),
        ("St Louis", "MO"),
        ("Ft. Worth", "TX"),
        ("Mt. Vernon", "NY"),
        ("New York", "NY"),
        ("New York City", "NY"),
        ("the Bronx", "NY"),
        ("Winston-Salem", "NC"),
        ("O’Fallon", "MO"),
        ("KANSAS CITY", "MO"),
        ("Washington", "DC"),
    ],
)
def test_knows_a_city_in_its_usual_forms(name: str, state: str) -> None:
    """The largest city of the name stands first, however the name is written."""
    assert cities_named(name)[0].state == state


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Miami-Dade County", ("Miami-Dade County", "FL")),
        ("Miami-Dade", ("Miami-Dade County", "FL")),
        ("Orleans Parish", ("Orleans Parish", "LA")),
        ("Kenai Peninsula Borough", ("Kenai Peninsula Borough", "AK")),
        ("St. Louis Co.", ("St. Louis County", "MO")),
    ],
)
def test_knows_a_county_with_and_without_its_word(name: str, expected: tuple[str, str]) -> None:
    """The most populous county of the name stands first, under its full name."""
    county = counties_named(name)[0]
    assert (county.name, county.state) == expected


def test_gives_every_city_of_a_name_the_largest_first() -> None:
    """Springfield is a city in at least twenty states, and Missouri's is the largest."""
    found = cities_named("Springfield")
    assert found[0].state == "MO"
    assert len({city.state for city in found}) >= 20
    assert [city.population for city in found] == sorted((c.population for c in found), reverse=True)


def test_gives_nothing_for_an_unknown_name() -> None:
    """A name that no place bears has no places."""
    assert cities_named("Gotham Nowhere") == ()
    assert counties_named("Nowhere County") == ()


def test_a_city_has_its_zone_county_and_place_on_the_map() -> None:
    """The table holds coordinates in degrees, the zone's IANA name and the county's full name."""
    city = cities_named("Knoxville")[0]
    assert (city.state, city.zone, city.county) == ("TN", "America/New_York", "Knox County")
    assert city.lat == pytest.approx(35.96, abs=0.1)
    assert city.lon == pytest.approx(-83.92, abs=0.1)


def test_every_state_has_a_middle_and_a_zone() -> None:
    """Each state lies within the country's bounds and has a time zone."""
    for state in STATES:
        lat, lon = state_middle(state.code)
        assert 18 < lat < 72, state.name
        assert -180 < lon < -66, state.name
        assert "/" in (zone_of_state(state.code) or ""), state.name


def test_refuses_the_middle_of_what_is_no_state() -> None:
    """The error names what was asked for."""
    with pytest.raises(ValueError, match="'ZZ'"):
        state_middle("ZZ")


def test_longest_names_bound_the_words_of_a_city() -> None:
    """No city that begins with a word has more words than is said."""
    longest = longest_names()
    for city in cities_of_size(400_000):
        words = name_key(city.name).split()
        assert is_city_key(" ".join(words))
        assert len(words) <= longest[words[0]]


def test_distance_is_that_of_the_road_atlas() -> None:
    """Kansas City and St. Louis lie about 380 km apart as the crow flies."""
    a, b = cities_named("Kansas City")[0], cities_named("St. Louis")[0]
    assert distance_km((a.lat, a.lon), (b.lat, b.lon)) == pytest.approx(380, abs=10)


def test_knows_hamlets_by_their_post_offices() -> None:
    """A place too small to be counted has no people, but a county."""
    hamlet = next(city for city in cities_named("Meherrin") if city.state == "VA")
    assert (hamlet.population, hamlet.county) == (0, "Prince Edward County")


@pytest.mark.parametrize(("name", "state", "mail"), [("Harlem", "NY", "New York"), ("Cicero", "IL", "")])
def test_knows_which_city_a_quarter_has_its_mail_from(name: str, state: str, mail: str) -> None:
    """A quarter bears its city's name in addresses; a suburb with a post office bears its own."""
    assert next(city.mail for city in cities_named(name) if city.state == state) == mail
