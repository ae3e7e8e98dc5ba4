"""What a report states of how many were killed, wounded or hit."""

import pytest

from citydesk.read.what.fates import Fate
from citydesk.read.what.tolls import Form, find_tolls
from tests.read.what.tolled import words_of
from tests.tagged import parse_tagged

KNOWN = ("n", "form", "stated", "more", "apart")


@pytest.mark.parametrize(
    "example",
    [
        "<dead n=2>Two men were killed</dead> outside a bar.",
        "<dead n=1>One person is dead</dead> and <hurt n=3 more=1>three others are being treated</hurt> for injuries.",
        "A shooting left <dead n=1>one dead</dead>, <hurt n=4>four hospitalized</hurt>.",
        "<hit n=5>Five people were shot</hit>, <dead n=2>two fatally</dead>, at a block party.",
        "<dead n=2>Both men inside the van were killed</dead>.",
        "<hit n=3>Three people, including a child, were shot</hit>.",
        "<hurt n=6>Six people, three men and three women, were wounded</hurt> there.",
        "<dead n=3>Mother, 2 children found dead</dead>",
        "The fire left <dead n=3>him and his two daughters dead</dead>.",
        "<dead n=3>One of the three men shot and killed</dead> was a clerk.",
        "<dead n=1>One of the three men was killed</dead>.",
        "<hit n=1>Lowell was taken to a hospital</hit>.",
        "<hurt n=1>A boy is in critical</hurt> condition.",
        "<dead n=4 apart=1>Four people were killed</dead> by a gunman.",
        "<dead n=1>Ann Lowell, 25, died</dead> there.",
        "nothing: No officers were shot.",
        "nothing: Her father shot her.",
        "nothing: Two of the days were fatal for the market.",
    ],
)
def test_reads_what_became_of_a_group(example: str) -> None:
    """Groups with their fate behind them, by verbs, adjectives and care; not where it is denied or done by them."""
    _check(example, Form.SUBJECT)


@pytest.mark.parametrize(
    "example",
    [
        "A gunman <dead n=3 apart=1>killed three people</dead> and <hurt n=2 apart=1>wounded two</hurt> in Salina.",
        "Gunfire <dead n=3>killed three</dead> at a car wash.",
        "He <dead n=3 apart=1>killed his wife and two sons</dead> on Monday.",
        "He fatally <dead n=2 apart=1>shot two women</dead>.",
        "Shots were fired, <dead n=1 apart=1>killing Marlow</dead>, they said.",
        "He was charged in the <dead n=2 form=of>deaths of two men</dead>.",
        "The fatal <dead n=2 form=of>shooting of a clerk and a guard</dead> shocked Salina.",
        "It claimed the <dead n=4 form=of>lives of four</dead>.",
        "nothing: He was shot two times.",
        "nothing: The shooting victim spoke.",
        "nothing: He faces trial for the attempted murder of a clerk.",
    ],
)
def test_reads_whom_something_was_done_to(example: str) -> None:
    """Groups behind a verb or noun; whoever did it is left out where somebody did, not where gunfire did."""
    _check(example, Form.OBJECT, Form.OF)


@pytest.mark.parametrize(
    "example",
    [
        "It was a <dead n=3 form=compound>triple homicide</dead>.",
        "Police look into a <hit n=4 form=compound>quadruple shooting</hit>.",
        "He then shot <hit n=1 form=own more=1>himself</hit>.",
        "Before killing <dead n=1 form=own more=1>himself</dead>, he wrote.",
        "<dead n=3 form=ordinal>A third victim has died</dead>.",
        "He faces <dead n=2 form=charge>two counts of capital murder</dead>.",
        "nothing: He faces two counts of attempted murder.",
        "nothing: It was a double standard.",
        "nothing: He defended himself.",
    ],
)
def test_reads_other_forms(example: str) -> None:
    """Compounds, "himself", ordinals and charges."""
    _check(example, Form.COMPOUND, Form.OWN, Form.ORDINAL, Form.CHARGE)


def _check(example: str, *forms: Form) -> None:
    text, tags = parse_tagged(example, KNOWN)
    words = words_of(text)
    found = [toll for toll in find_tolls(words) if toll.form in forms]
    assert [(words.document.words(t.span), t.fate, t.number) for t in found] == [
        (text[tag.start : tag.end], Fate(tag.name), int(tag.attributes["n"])) for tag in tags
    ]
    for toll, tag in zip(found, tags, strict=True):
        assert toll.form.value == tag.attributes.get("form", toll.form.value)
        assert toll.apart == ("apart" in tag.attributes) or toll.form is Form.CHARGE
        assert toll.more == ("more" in tag.attributes)
