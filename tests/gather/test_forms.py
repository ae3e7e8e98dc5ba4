"""What a file holds."""

from pathlib import Path

import pytest

from citydesk.gather.forms import Form, form_of, look_at, sniff


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.txt", Form.TEXT),
        ("a.HTML", Form.PAGE),
        ("a.htm.gz", Form.PAGE),
        ("a.json", Form.JSON),
        ("a.jsonl.GZ", Form.LINES),
        ("a.b.ndjson", Form.LINES),
        ("a.csv", Form.TABLE),
        ("alert.eml", Form.MESSAGE),
        ("page.mhtml.gz", Form.MESSAGE),
        ("a.xls", None),
        ("a.gz", None),
        ("txt", None),
    ],
)
def test_endings_tell_the_form(name: str, form: Form | None) -> None:
    """In any case, with .gz behind or not."""
    assert form_of(Path(name)) is form


@pytest.mark.parametrize(
    ("lines", "form"),
    [
        ([b'{"text": "a"}\n', b'{"text": "b"}\n'], Form.LINES),
        ([b'{"text": "a"}'], Form.LINES),
        ([b"\n", b"  \n", b'\xef\xbb\xbf{"text": "a"}\n'], Form.LINES),
        ([b'{"text": "a\n', b'{"text": "b"}\n'], Form.LINES),
        ([b'{"text": "a"}\n', b"broken\n"], Form.LINES),
        ([b'{"text": "a"}\n', None], Form.LINES),
        ([b"{\n", b'"text": "a"}\n'], None),
        ([b"[{\n", b'"text": "a"}]\n'], None),
        ([b"A man was shot.\n", b"{sic}\n"], None),
        ([None, b'{"text": "a"}\n'], None),
        ([], None),
    ],
)
def test_json_lines_are_told_by_their_first_lines(lines: list[bytes | None], form: Form | None) -> None:
    """An object that is whole in its line, or two lines that each begin one, even where one is broken."""
    numbered = list(enumerate(lines, 1))
    rest = iter(numbered)
    start, told = look_at(rest, None)
    assert told is form
    assert [*start, *rest] == numbered


def test_no_more_than_a_few_lines_are_looked_at() -> None:
    """A file of blank lines is not held in memory."""
    start, _ = look_at(iter([(n, b"\n") for n in range(1, 1000)]), None)
    assert len(start) < 100


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (' \n{"text": 1}', Form.JSON),
        ("[1]", Form.JSON),
        ("<!DOCTYPE html><p>", Form.PAGE),
        ("\n<HTML lang=en>", Form.PAGE),
        ("<!-- saved from … --><html>", Form.PAGE),
        ("<3 for the victim", Form.TEXT),
        ("TULSA (KZQX) -- A man", Form.TEXT),
        ("", Form.TEXT),
    ],
)
def test_first_characters_tell_the_form(text: str, form: Form) -> None:
    """JSON and pages have their marks; all else is text."""
    assert sniff(text) is form
