"""Addresses."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.page.setting import AddressDetail
from citydesk.read.where.addresses import find_addresses
from tests.tagged import parse_tagged

_EXAMPLES = [
    "It happened in the <block>4100 block of West Potomac</block>.",
    "It happened in the <block>1200-1300 block of N. Oak Street</block> in Tulsa.",
    "Officers went to the <block>200 block of 6th Street NE</block> at noon.",
    "He was shot in the <block>100 block of Martin Luther King Jr. Drive</block>.",
    "He was shot in the <block>500 block of Avenue L</block> on Sunday.",
    "It happened in the <block>800 block of County Road 12</block>.",
    "He lives at <house>703 Miller Ave.</house> in the city.",
    "Police went to <house>2224 First St.</house>, a cantina.",
    "Police went to <house>665 Chase Road, Apartment 1</house>.",
    "It happened at <house>11290 Fondren</house>.",
    "She lives at <house>703 Miller Ave., No. 4</house>, he said.",
    "He lives at <house>703 Miller Ave.</house>, North of the river.",
    "An officer was shot near <corner>31st and Van Brunt</corner>.",
    "It happened at the corner of <corner>Elm and Vine streets</corner>.",
    "It happened at the intersection of <corner>Elm Street and Fourth Avenue</corner>.",
    "It happened in the area of <corner>27th Avenue and Camelback Road</corner>.",
    "Two were hit near <corner>Pine and Yale</corner>, police said.",
    "Two were hit at <corner>East Grand and Blair</corner> in the neighborhood.",
    "A car stopped on <corner>Rains Avenue near Wedgewood Avenue</corner>.",
    "She was shot on <highway>Interstate 70 near mile marker 210</highway>.",
    "She was shot on <highway>I-40 at exit 12</highway> at night.",
    "She was shot on <highway>Highway 62</highway>.",
    "She was shot along <highway>U.S. Highway 98</highway>.",
    "She was shot on <highway>State Road 44 East</highway>.",
    "A man was found on <road>Dorchester Avenue</road>.",
    "She fled a <road>South Church Street</road> apartment.",
    "It happened on <road>Trinity Court</road> before dawn.",
    "It happened on <corner>29th Street, near Broadway</corner>.",
    "They found a gun inside their home on <corner>Bank Street, off South Tryon Street</corner>.",
    "It happened on <corner>N Street SW, just west of South Capitol Street</corner> at noon.",
    "The girls were in the <block>100 North block of Pingree Ave.</block> alone.",
    "They were in their residence at <house>308B Willow</house> when it went off.",
    "A fight began at Club Onyx (<house>1816 N. Water</house>) before dawn.",
    "He was shot at <house>5800 South 53rd Glen</house>, police said.",
    "It happened on <road>March Lane</road> at night.",
    "nothing: She lives in the South Loop of the city.",
    "nothing: He was a Petty Officer 2nd Class and Master at Arms.",
    "nothing: It happened in the 18th & Vine District.",
    "nothing: The case went to Larkin Tribal Court.",
    "nothing: NOBODY SHOULD HAVE TO DIE THE WAY HE DID.",
    "nothing: He was shot in a fit of Suspected Road Rage.",
    "nothing: It happened on March 3 and April 4.",
    "nothing: Jane Lane said nobody was hurt.",
    "nothing: The case went to Superior Court on Monday.",
    "nothing: He was flown from Knoxville to Nashville.",
    "nothing: Two men, 25 and 31, were shot at 10 p.m.",
    "nothing: The man, 41, went to East St. Louis.",
    "nothing: Follow us on Facebook and Twitter.",
    "nothing: The crowd left Stingers Bar and Grill.",
]


@pytest.mark.parametrize("example", _EXAMPLES)
def test_finds_an_address(example: str) -> None:
    """As worded, without city and preposition, with how closely it tells the place; and nothing that only looks so."""
    text, tags = parse_tagged(example)
    found = [(text[a.span.start : a.span.end], a.detail) for a in find_addresses(text)]
    assert found == [(text[t.start : t.end], AddressDetail[t.name.upper()]) for t in tags]


def test_joins_an_address_that_runs_over_spaces() -> None:
    """The value has single spaces; the span is of the text as it stands."""
    (address,) = find_addresses("He was shot in the 4100 block of\nOak Street.")
    assert address.value == "4100 block of Oak Street"


@given(st.text(alphabet="abcN12 .,'’&-\nStreet block of and near at I-70 Elm", max_size=200))
def test_spans_lie_in_order_and_apart(text: str) -> None:
    """Addresses never overlap, and each is what its span holds."""
    found = find_addresses(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(" ".join(text[a.span.start : a.span.end].split()) == a.value for a in found)
