"""From bytes to text."""

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.gather.decode import decode, holdable
from citydesk.model import InputError

STORY = "“No one’s hurt badly,” José said — at 5 p.m."


@pytest.mark.parametrize(
    "given_bytes",
    [
        STORY.encode(),
        b"\xef\xbb\xbf" + STORY.encode(),
        STORY.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with its mark", "windows-1252"],
)
def test_usual_encodings(given_bytes: bytes) -> None:
    """UTF-8 and Windows-1252 need no declaration."""
    assert decode(given_bytes) == STORY


@pytest.mark.parametrize(
    ("head", "encoding", "words"),
    [
        ('<meta charset="iso-8859-2">', "iso-8859-2", "Łódź"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=shift_jis'>", "shift_jis", "撃たれた"),
        ('<?xml version="1.0" encoding="latin-1"?>', "latin-1", "José Muñoz"),
    ],
)
def test_a_declared_encoding_counts(head: str, encoding: str, words: str) -> None:
    """What a page says of its own encoding goes before a guess."""
    assert decode((head + words).encode(encoding)) == head + words


@pytest.mark.parametrize("declared", ["nonsense", "utf-16", "idna", "rot13"])
def test_a_wrong_declaration_is_passed_over(declared: str) -> None:
    """A declared encoding that does not exist or does not fit is no reason to fail."""
    head = f'<meta charset="{declared}">'
    assert decode((head + "José").encode("cp1252")).endswith("José")


def test_utf_8_with_broken_bytes_stays_utf_8() -> None:
    """A text cut off in the middle of a character is not read as Windows-1252 for that."""
    assert decode(STORY.encode() * 3 + b"\xe2\x80") == STORY * 3 + "\ufffd"


def test_bytes_that_windows_does_not_know_are_still_text() -> None:
    """The likeliest encoding is taken where no other fits."""
    words = "昨夜、路上で男性二人が撃たれ、一人が死亡した。警察が調べている。" * 5
    assert decode(words.encode("shift_jis")) == words


@pytest.mark.parametrize(
    "binary",
    [
        bytes(range(32)) * 4,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00\x00\x00\x02\x00\x08\x02",
        b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00>\x00\x01",
        b"%PDF-1.7\n%\xb5\xed\xae\xfb\n" + random.Random(5).randbytes(4000),  # noqa: S311
        "wide without a mark".encode("utf-16-le"),
    ],
    ids=["control bytes", "image", "program", "pdf", "utf-16 without a mark"],
)
def test_binary_is_told(binary: bytes) -> None:
    """A file of control bytes is no text, and the message says what to give."""
    with pytest.raises(InputError, match=r"binary: give \.txt"):
        decode(binary)


def test_a_few_control_characters_are_text() -> None:
    """Scraped text may hold a bell or an escape; they stay, for the sake of offsets."""
    assert decode(b"A man\x07 was \x1b[31mshot\x1b[0m.") == "A man\x07 was \x1b[31mshot\x1b[0m."


@given(st.text(alphabet=st.characters(codec=None), max_size=100))
def test_what_is_holdable_keeps_its_offsets(text: str) -> None:
    """NUL and lone surrogates become U+FFFD one for one, and the rest stays."""
    held = holdable(text)
    assert len(held) == len(text)
    assert all(
        new == old or (new == "\ufffd" and (old == "\0" or 0xD800 <= ord(old) < 0xE000))
        for new, old in zip(held, text, strict=True)
    )
    held.encode()


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_an_input_error(given_bytes: bytes) -> None:
    """Nothing else comes out, and what does can be stored."""
    with suppress(InputError):
        decode(given_bytes).encode()
