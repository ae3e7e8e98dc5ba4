"""Name, title and body in the words that call somebody."""

import pytest

from citydesk.read.page.document import Span
from citydesk.read.said.namings import describe, name_parts, title_and_body


def _read(words: str) -> tuple[str | None, str | None, str | None] | None:
    span = Span(0, len(words))
    source = describe(words, span, span)
    if source is None:
        return None
    parts = (source.name, source.title, source.body)
    return tuple(words[part.start : part.end].strip() if part else None for part in parts)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("words", "name", "title", "body"),
    [
        ("Jo Marlow", "Jo Marlow", None, None),
        ("Sgt. Jo Marlow", "Jo Marlow", "Sgt.", None),
        ("Alton Police Chief Jo Marlow", "Jo Marlow", "Police Chief", "Alton Police"),
        ("Pike County Sheriff Jo Marlow", "Jo Marlow", "Sheriff", "Pike County"),
        ("APD spokeswoman Jo Marlow Roe", "Jo Marlow Roe", "spokeswoman", "APD"),
        ("Dr. D.Z. Marlow", "D.Z. Marlow", "Dr.", None),
        ("Jo “Red” Marlow Jr.", "Jo “Red” Marlow Jr.", None, None),
        ("Jo de la Cruz", "Jo de la Cruz", None, None),
        ("neighbor Jo Marlow", "Jo Marlow", "neighbor", None),
        ("10-year-old Jo", "Jo", None, None),
        ("Jo Marlow of Pike County Schools", "Jo Marlow", None, "of Pike County Schools"),
        ("Jo Marlow the boy's uncle", "Jo Marlow", None, "the boy's uncle"),
        ("Middle Ohio dad", None, None, None),
        ("People", None, None, None),
        ("Marlow", "Marlow", None, None),
        ("Alton police", None, None, None),
        ("Marlow's mother", None, None, None),
        ("KXYZ", None, None, None),
        ("the boy's family", None, None, None),
    ],
    ids=lambda value: str(value)[:30],
)
def test_reads_a_naming(words: str, name: str | None, title: str | None, body: str | None) -> None:
    """The capitals behind a title are the name, those before it the body; bodies and possessives name no person."""
    assert _read(words) == (name, title, body)


@pytest.mark.parametrize("words", ["there was", "he and the", "of the", ""])
def test_open_phrases_name_nobody(words: str) -> None:
    """A phrase that begins with a pronoun and goes on, or ends open, is no source."""
    assert _read(words) is None


def test_finds_names_and_what_stands_before_them() -> None:
    """Names of two words and more in a run, and title and body before one."""
    text = "He met Alton Police Chief Jo Marlow there."
    (name,) = name_parts(text, Span(7, 35))
    assert text[name.start : name.end] == "Jo Marlow"
    title, body = title_and_body(text, name, 0)
    assert title is not None
    assert body is not None
    assert text[title.start : title.end] == "Police Chief"
    assert text[body.start : body.end].endswith("Alton Police")
