"""Query parameters, checked, and addresses that ask them."""

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from citydesk.desk.asking import Asked, address_of, asked_in
from citydesk.ledger import IncidentQuery

DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
WORDS = st.none() | st.text("abc é&=+#%/?", min_size=1, max_size=20).map(lambda t: " ".join(t.split())).filter(bool)


@st.composite
def queries(draw: st.DrawFn) -> IncidentQuery:
    """Any query that a visitor can ask."""
    since, until = sorted((draw(DAYS), draw(DAYS)), key=lambda day: (day is not None, day or date.min))
    return IncidentQuery(
        words=draw(WORDS),
        state=draw(st.none() | st.sampled_from(["MO", "KS"])),
        city=draw(WORDS),
        since=since,
        until=until,
        killed_at_least=draw(st.none() | st.integers(0, 99)),
        injured_at_least=draw(st.none() | st.integers(0, 99)),
        officer_involved=draw(st.none() | st.booleans()),
        page=draw(st.integers(1, 99)),
        page_size=25,
    )


@given(queries())
def test_address_asks_the_query_that_it_was_made_of(query: IncidentQuery) -> None:
    """Every query survives the way through an address."""
    address = address_of(query, page=query.page)
    assert asked_in(dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))).query() == query


def test_fields_left_empty_ask_nothing() -> None:
    """A form that is sent as it is asks for the whole list, and parameters that mean nothing here are passed over."""
    assert asked_in({"q": " ", "since": "", "killed": "", "utm_source": "x"}).query() == IncidentQuery(page_size=25)


def test_words_are_tidied() -> None:
    """White space is evened out and characters that steer the display are marked; a state may be written small."""
    asked = asked_in({"q": "  two \n words\u202e ", "state": "mo"})
    assert (asked.q, asked.state) == ("two words\ufffd", "MO")


@pytest.mark.parametrize(
    "asked",
    [
        {"since": "2020"},
        {"since": "2020-02-30"},
        {"until": "1583020800"},
        {"killed": "many"},
        {"killed": "-1"},
        {"injured": "99999"},
        {"state": "Missouri"},
        {"officer": "perhaps"},
        {"page": "0"},
        {"page": "1000001"},
        {"q": "x" * 201},
        {"since": "2020-01-02", "until": "2020-01-01"},
    ],
    ids=lambda asked: ",".join(f"{name}={value[:12]}" for name, value in asked.items()),
)
def test_what_cannot_be_looked_up_is_refused(asked: dict[str, str]) -> None:
    """Nothing out of bounds reaches the ledger."""
    with pytest.raises(ValidationError):
        asked_in(asked)


def test_every_parameter_is_described() -> None:
    """The API's documentation has a sentence for each parameter."""
    described = Asked.model_json_schema()["properties"]
    assert all(told["description"].endswith((".", "1.")) for told in described.values())
