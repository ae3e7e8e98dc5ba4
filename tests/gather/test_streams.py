"""Files as bounded streams."""

import gzip
import io
from pathlib import Path

import pytest

from citydesk.gather import streams
from citydesk.gather.streams import numbered_lines, open_stream, read_whole
from citydesk.model import InputError

STORY = "A man was shot on Elm Street.\nPolice are looking for another.\n"


def _written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", ["story.txt", "story.txt.gz", "story"])
@pytest.mark.parametrize("packed", [False, True])
def test_gzip_is_told_by_its_first_bytes(tmp_path: Path, name: str, packed: bool) -> None:
    """A packed file is unpacked and a plain one is not, whatever the name says."""
    content = gzip.compress(STORY.encode()) if packed else STORY.encode()
    with open_stream(_written(tmp_path, name, content)) as stream:
        assert read_whole(stream) == STORY.encode()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8"])
def test_wide_encodings_become_utf_8(tmp_path: Path, encoding: str) -> None:
    """Text from Windows, with its mark, is read in lines like any other."""
    with open_stream(_written(tmp_path, "story.txt", STORY.encode(encoding))) as stream:
        assert [line for _, line in numbered_lines(stream)] == [
            line.encode() for line in STORY.splitlines(keepends=True)
        ]


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_broken_utf_16_is_read_with_marks_for_what_is_lost(tmp_path: Path, mark: bytes) -> None:
    """A lone surrogate and half a character become U+FFFD."""
    order = "le" if mark == b"\xff\xfe" else "be"
    content = mark + "shot".encode(f"utf-16-{order}") + "\ud800".encode(f"utf-16-{order}", "surrogatepass") + b"x"
    with open_stream(_written(tmp_path, "story.txt", content)) as stream:
        assert read_whole(stream).decode().startswith("shot\ufffd")


@pytest.mark.parametrize(
    "broken",
    [
        gzip.compress(STORY.encode())[:-6],
        gzip.compress(STORY.encode())[:12] + b"\xff\xff\xff\xff",
        gzip.compress(STORY.encode()) + b"trailing",
        b"\x1f\x8bno more than its first bytes",
    ],
    ids=["cut off", "overwritten", "with something behind", "only the mark"],
)
def test_a_broken_archive_is_an_input_error(tmp_path: Path, broken: bytes) -> None:
    """Faults of unpacking are told in words for a person."""
    with pytest.raises(InputError, match=r"broken \.gz"), open_stream(_written(tmp_path, "s.gz", broken)) as stream:
        read_whole(stream)


def test_a_file_that_cannot_be_opened_is_an_input_error(tmp_path: Path) -> None:
    """The system's reason is given, without its number."""
    with pytest.raises(InputError, match=r"^cannot be read: Is a directory$"), open_stream(tmp_path):
        pass


def test_a_whole_file_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more is too much."""
    monkeypatch.setattr(streams, "MAX_FILE_BYTES", 10)
    assert read_whole(io.BytesIO(b"0123456789")) == b"0123456789"
    with pytest.raises(InputError, match="is larger than"):
        read_whole(io.BytesIO(b"0123456789a"))


def test_a_line_has_a_limit_and_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is too long is passed over, and the lines behind it keep their numbers."""
    monkeypatch.setattr(streams, "MAX_LINE_BYTES", 10)
    given = io.BytesIO(b"one\n" + b"x" * 200_000 + b"\nthree\n\n" + b"y" * 9 + b"\n" + b"z" * 50)
    assert list(numbered_lines(given)) == [
        (1, b"one\n"),
        (2, None),
        (3, b"three\n"),
        (4, b"\n"),
        (5, b"yyyyyyyyy\n"),
        (6, None),
    ]


def test_a_packed_line_of_any_length_is_never_held(tmp_path: Path) -> None:
    """A gzip bomb is read through in pieces."""
    with open_stream(_written(tmp_path, "bomb.jsonl.gz", gzip.compress(bytes(50_000_000), 1))) as stream:
        assert list(numbered_lines(stream)) == [(1, None)]
