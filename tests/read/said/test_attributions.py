"""What is put in a source's mouth without quotation marks."""

import pytest

from citydesk.model import Attribution, Certainty, FieldName, facts_of
from citydesk.read.said.attributions import find_attributions
from tests.read.heard import make_heard
from tests.tagged import parse_tagged


def _attributions(text: str, title: str = "") -> tuple[Attribution, ...]:
    return find_attributions(make_heard(text, title=title))


@pytest.mark.parametrize(
    "example",
    [
        "<a source=police>Police said the man was 25.</a>",
        "<a source=police>The man was 25, police said.</a> He was alone.",
        "KANSAS CITY, MO (KXYZ) -- <a source=police>Police said the man was 25.</a>",
        "date 2026-03-12 TULSA, Okla. (AP) — <a source=police>Police said the man was 25.</a>",
        "UPDATE: <a source=police>Police said the man was 25.</a>",
        "<a source=police>Police said the man was 25</a>, but <a source=Roe>Sgt. Roe said he was 30.</a>",
        "<a source=Roe>Roe said she saw two cars and left.</a>",
        "<a source=none>He allegedly shot at the car.</a>",
        "<a source=none>It is unclear whether he was hit.</a>",
        "<a source=police>Police have not released his name.</a>",
        "<a source=police>Police say the shooting was “targeted” at him.</a>",
        "<a source=police>The man told the Courier he ran, police said.</a>",
        '<a source=Marlow>Two men were taken away for "higher care," Sheriff Marlow said.</a>',
        "nothing: A man was shot. He was 25.",
        'nothing: "He was 25," Marlow said.',
        "nothing: Roe said she was heartbroken and sad.",
        "nothing: Police ask anyone with information to call.",
        "nothing: The man, whose name was not released, was hurt.",
        "nothing: He may have run.",
        "<a source=police>Police said a man was shot.</a> Police said a man was shot.",
        "nothing: Roe said it is so.",
        'nothing: Roe said it was a "very good day" at home.',
        "nothing: His name was not released there yet.",
        "<a source=none>It is unclear what led to the shooting.</a>",
        "nothing: A man accused of shooting his brother ran.",
        "<a source=Roe>The girl is expected to survive, Roe said.</a>",
    ],
    ids=lambda example: example[:36],
)
def test_finds_the_clause_with_source_and_cue(example: str) -> None:
    """Whole sentences or main clauses, without dateline and label; remarks and quotations are none."""
    text, tags = parse_tagged(example, ["source"])
    expected = [
        (text[tag.start : tag.end], None if tag.attributes["source"] == "none" else tag.attributes["source"])
        for tag in tags
    ]
    assert [(a.text, a.source.value if a.source else None) for a in _attributions(text)] == expected


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Police said the man was 25.", Certainty.STATED),
        ("Police said it appears to be an accident.", Certainty.BELIEVED),
        ("The shooting was believed to be accidental, police said.", Certainty.BELIEVED),
        ("Police said he allegedly shot at the car.", Certainty.ALLEGED),
        ("Police said it is unclear who shot at the car.", Certainty.UNKNOWN),
        ("Marlow denied that he shot at the car.", Certainty.DENIED),
    ],
    ids=["stated", "believed", "believed before", "alleged", "unknown", "denied"],
)
def test_a_hedge_in_what_is_said_makes_it_less_certain(text: str, certainty: Certainty) -> None:
    """Plain "said" takes the certainty of the first hedge in its clause."""
    (found,) = _attributions(text)
    assert found.certainty.value is certainty


def test_a_paper_gives_way_to_the_source_that_it_names() -> None:
    """What "police say …, the Courier reported" is the police's word; alone, it is the Courier's."""
    (named,) = _attributions("Police say the man was 25, the Alton Courier reported.")
    (alone,) = _attributions("The man was 25, the Alton Courier reported.")
    assert named.source is not None
    assert alone.source is not None
    assert (named.source.value, alone.source.value) == ("police", "the Alton Courier")


def test_attributed_headlines_count() -> None:
    """A headline with its source stands in the title, without the outlet's name."""
    (found,) = _attributions("A man ran.", title="Police: Man shot in Alton - KXYZ News 5")
    assert (found.field, found.text) == (FieldName.TITLE, "Police: Man shot in Alton")


def test_every_fact_of_an_attribution_has_its_words() -> None:
    """Text, source and certainty point at the given text, mojibake included."""
    text = "Sheriff Jo Marlow came.\n\nThe man didnâ€™t run, Marlow said."
    (found,) = _attributions(text)
    assert text[found.start : found.end] == found.text
    for _, fact in facts_of(found):
        assert all(text[piece.start : piece.end] == piece.text for piece in fact.evidence)
    assert found.source is not None
    assert [piece.text for piece in found.source.evidence] == ["Marlow", "Jo Marlow"]
