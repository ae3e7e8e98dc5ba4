"""The states that outlets serve."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.where.outlets import city_of_outlet, states_of_outlet


@pytest.mark.parametrize(
    ("url", "publisher", "states"),
    [
        ("http://www.kctv5.com/story/1", None, ("MO", "KS")),
        ("https://wbir.com/article/2", None, ("TN",)),
        ("https://www.al.com/news/3", None, ("AL",)),
        ("https://www.fresnobee.com/news/4", None, ("CA",)),
        ("https://baltimore.cbslocal.com/5", None, ("MD",)),
        ("https://www.floridatoday.com/6", None, ("FL",)),
        ("https://www.nbcwashington.com/7", None, ("DC", "MD", "VA")),
        (None, "KHOU", ("TX",)),
        ("https://news.example.org/8", "The Daily Planet", ()),
        (None, None, ()),
        ("http://[not an address", None, ()),
    ],
)
def test_tells_an_outlets_states(url: str | None, publisher: str | None, states: tuple[str, ...]) -> None:
    """By call sign, by the paper's own address, or by a large city or state at its head; else none."""
    assert states_of_outlet(url, publisher) == states


@given(st.text(max_size=80), st.text(max_size=40))
def test_never_fails_on_an_address(url: str, publisher: str) -> None:
    """Any words may stand for an address and a name."""
    assert isinstance(states_of_outlet(url, publisher), tuple)


@pytest.mark.parametrize(
    ("url", "city"),
    [
        ("http://www.chicagotribune.com/news/1", "Chicago"),
        ("https://www.dnainfo.com/new-york/2016/2", "New York City"),
        ("http://patch.com/tennessee/nashville/3", "Nashville"),
        ("https://www.kctv5.com/story/4", None),
        ("https://example.org/independence/5", None),
        (None, None),
    ],
)
def test_tells_the_large_city_that_an_outlet_is_of(url: str | None, city: str | None) -> None:
    """By its name at the head of the address or as a part of its path, where it is one city's alone."""
    found = city_of_outlet(url)
    assert (found.name if found else None) == city
