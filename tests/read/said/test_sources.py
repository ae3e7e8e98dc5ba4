"""The words that name a source, beside a verb."""

import pytest

from citydesk.read.said.behind import source_after
from citydesk.read.said.namings import Source
from citydesk.read.said.openings import is_pronoun, source_at
from citydesk.read.said.sources import source_before


def _named(text: str, source: Source | None) -> tuple[str, str | None] | None:
    if source is None:
        return None
    name = text[source.name.start : source.name.end] if source.name else None
    return text[source.core.start : source.core.end], name


@pytest.mark.parametrize(
    ("text", "core", "name"),
    [
        ("Police said", "Police", None),
        ("When he fell, Marlow said", "Marlow", "Marlow"),
        ("Officer Jo Marlow also said", "Officer Jo Marlow", "Jo Marlow"),
        ("The chief, Jo Marlow, 51, of Alton, said", "The chief", "Jo Marlow"),
        ("The father ran out and said", "The father", None),
        ("Inside the house police said", "police", None),
        ("Jo Marlow spoke quickly, said said", "Jo Marlow", "Jo Marlow"),
        (
            "Alton Mayor Jo Marlow wrote on a page then, said said",
            "Alton Mayor Jo Marlow",
            "Jo Marlow",
        ),
    ],
    ids=lambda value: str(value)[:34],
)
def test_finds_the_subject_before_a_verb(text: str, core: str, name: str | None) -> None:
    """The nearest phrase that can speak, past adverbs, appositions, clauses and stutters."""
    found = _named(text, source_before(text, 0, text.rindex("said")))
    assert found is not None
    assert found[0].startswith(core)
    assert found[1] == name


@pytest.mark.parametrize(
    ("text", "core", "name"),
    [
        ("said Marlow.", "Marlow", "Marlow"),
        ("said Sgt. Jo Marlow of the Alton police.", "Sgt. Jo Marlow of the Alton police", "Jo Marlow"),
        ("said his uncle, Jo Marlow.", "his uncle", "Jo Marlow"),
        ("said a neighbor who ran.", "a neighbor", None),
    ],
    ids=lambda value: str(value)[:34],
)
def test_finds_the_subject_behind_a_verb(text: str, core: str, name: str | None) -> None:
    """The phrase right behind an inverted verb, with its apposition."""
    assert _named(text, source_after(text, 4, len(text))) == (core, name)


def test_finds_nothing_where_nothing_can_speak() -> None:
    """No source at the head of a sentence, before a bare clause, or in an open phrase."""
    assert source_before("said", 0, 0) is None
    assert source_before("there were said", 0, 11) is None
    assert source_at("He ran off.", 0, 11) is None


def test_tells_pronouns() -> None:
    """Pronouns alone name nobody by themselves."""
    assert is_pronoun("She")
    assert not is_pronoun("Sheriff")
