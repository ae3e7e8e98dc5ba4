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
        ("Using a dog police said", "police", None),
        ("As he ran off police said", "police", None),
        ("It is a fire on the North Side they said", "they", None),
        ("Dr. Jo Marlow, superintendent of Pike County Schools said", "Dr. Jo Marlow", "Jo Marlow"),
        ("After meeting Jo Marlow, the sheriff said", "the sheriff", None),
        ("Jo Marlow (left) said", "Jo Marlow", "Jo Marlow"),
        ("Authorities, however, said", "Authorities", None),
        ("The owner of Pike Bar and Grill said", "The owner of Pike Bar and Grill", None),
        ("WXYZ reports police said", "police", None),
        ("Officers spoke with a witness to it, who said", "a witness to it", None),
        ("Among them was Jo Marlow, who said", "Jo Marlow", "Jo Marlow"),
        ("Officer Jo Marlow with the Alton, Ohio, police department said", "Officer Jo Marlow", "Jo Marlow"),
        ("Jo Marlow came. The boy is a son of Poe, Marlow said", "Marlow", "Marlow"),
        ("A man from Alton, Ohio said", "A man from Alton, Ohio", None),
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
        ("said his brother, Jo, who ran.", "his brother", "Jo"),
        ("said his boss at the Alton store, Jo Marlow.", "his boss", "Jo Marlow"),
        ("said a man in Alton, Pike County.", "a man", None),
        ("said police and the medical examiner's office.", "police and the medical examiner's office", None),
        ("said police and the man ran.", "police", None),
        ("said Marlow's 10-year-old Jo.", "Marlow's 10-year-old Jo", "Jo"),
    ],
    ids=lambda value: str(value)[:34],
)
def test_finds_the_subject_behind_a_verb(text: str, core: str, name: str | None) -> None:
    """The phrase right behind an inverted verb, with its apposition."""
    assert _named(text, source_after(text, 4, len(text))) == (core, name)


def test_a_participle_has_the_subject_of_its_clause() -> None:
    """Before "saying" the verb of the clause ends the subject; "Marlow said, adding" goes on with Marlow."""
    ran = "Jo Marlow ran to the officers with tears saying"
    added = "It was late, Jo Marlow said, adding"
    assert _named(ran, source_before(ran, 0, ran.rindex("saying"))) == ("Jo Marlow", "Jo Marlow")
    assert _named(added, source_before(added, 0, added.rindex("adding"))) == ("Jo Marlow", "Jo Marlow")


def test_finds_nothing_where_nothing_can_speak() -> None:
    """No source at the head of a sentence, before a bare clause, or in an open phrase."""
    assert source_before("said", 0, 0) is None
    assert source_before("there were said", 0, 11) is None
    assert source_at("He ran off.", 0, 11) is None


def test_tells_pronouns() -> None:
    """Pronouns alone name nobody by themselves."""
    assert is_pronoun("She")
    assert not is_pronoun("Sheriff")
