"""The parser of tagged examples rejects every faulty example, so that no test tests nothing."""

import pytest

from tests.tagged import Tag, parse_tagged


def test_gives_the_plain_sentence_and_where_the_tags_were() -> None:
    """Offsets are those of the sentence without tags."""
    text, tags = parse_tagged('It happened <day is="2020-07-02">today</day>.', known=["is"])
    assert text == "It happened today."
    assert tags == [Tag("day", 12, 17, {"is": "2020-07-02"})]


@pytest.mark.parametrize(
    "faulty",
    ["an <a>unclosed tag", "a stray</a> end", "<a><b>crossed</a></b>", '<a of="x">unknown</a>', "no tags at all"],
)
def test_rejects_a_faulty_example(faulty: str) -> None:
    """An unclosed, stray, crossed or unknown tag, and an untagged example that does not say so."""
    with pytest.raises(ValueError, match=r"example|closed|closes|unknown"):
        parse_tagged(faulty)


def test_takes_an_example_that_says_nothing() -> None:
    """An example without answers begins with "nothing: "."""
    assert parse_tagged("nothing: The gun show opens Friday.") == ("The gun show opens Friday.", [])
