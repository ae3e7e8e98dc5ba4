"""Reports from files, folders and standard input."""

import gzip
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from citydesk.gather import STDIN, gather, streams
from citydesk.model import InputError, Problem, Report

STORY = "TULSA, Okla. (KZQX) -- A man was shot on Elm Street on Friday."
OBJECT = json.dumps({"text": STORY, "published": "2021-03-06"})
PAGE = f"<html><head><title>Shot</title></head><body><article><p>{STORY * 4}</p></article></body></html>"
ARRAY = f"[{OBJECT},\n{json.dumps({'text': 'A woman was stabbed on Oak Street.'})}]"

CONTENTS = {
    "text": ("story.txt", STORY, 1),
    "page": ("story.html", PAGE, 1),
    "object": ("story.json", OBJECT, 1),
    "indented object": ("story.json", json.dumps(json.loads(OBJECT), indent=2), 1),
    "array": ("story.json", ARRAY, 2),
    "lines": ("story.jsonl", f"{OBJECT}\n\n{OBJECT}\n", 2),
    "lines in a .json file": ("story.json", f"{OBJECT}\n{OBJECT}\n", 2),
}


def _texts(found: list[Report | Problem]) -> list[str]:
    return [one.text for one in found if isinstance(one, Report)]


def _problems(found: list[Report | Problem]) -> list[tuple[str, str]]:
    return [(one.where, one.message) for one in found if isinstance(one, Problem)]


@pytest.fixture
def given_on_stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Puts bytes on standard input."""

    def put(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))

    return put


@pytest.mark.parametrize(("name", "content", "reports"), CONTENTS.values(), ids=CONTENTS.keys())
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gz"])
def test_each_form_by_its_name(tmp_path: Path, name: str, content: str, reports: int, packed: bool) -> None:
    """Text, pages, JSON and JSON lines, each also packed, give reports that name their file."""
    path = tmp_path / (name + ".gz" if packed else name)
    path.write_bytes(gzip.compress(content.encode()) if packed else content.encode())
    found = list(gather([path]))
    assert _problems(found) == []
    assert len(found) == reports
    assert {one.file for one in found if isinstance(one, Report)} == {str(path)}


@pytest.mark.parametrize(("name", "content", "reports"), CONTENTS.values(), ids=CONTENTS.keys())
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gz"])
def test_each_form_on_standard_input(
    tmp_path: Path,
    given_on_stdin: Callable[[bytes], None],
    name: str,
    content: str,
    reports: int,
    packed: bool,
) -> None:
    """What has no name is told by its first lines, and gives the same texts as a file would."""
    given_on_stdin(gzip.compress(content.encode()) if packed else content.encode())
    found = list(gather([STDIN]))
    (tmp_path / name).write_text(content)
    assert _problems(found) == []
    assert _texts(found) == _texts(list(gather([tmp_path / name])))
    assert len(found) == reports
    assert all(one.file is None for one in found if isinstance(one, Report))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("name", ["story.txt", "story.json", "story.jsonl", "story"])
def test_each_encoding(tmp_path: Path, encoding: str, name: str) -> None:
    """The same words come out of every encoding, in every form."""
    words = "“Two,” José said — “and one’s hurt.”"
    content = json.dumps({"text": words}, ensure_ascii=False) if "json" in name else words
    (tmp_path / name).write_bytes(content.encode(encoding))
    assert _texts(list(gather([tmp_path / name]))) == [words]


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    """Line 7 of 10 is broken: nine reports and one problem."""
    lines = [json.dumps({"id": str(n), "text": f"{STORY} {n}"}) for n in range(1, 11)]
    lines[6] = lines[6][:20]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(lines))
    found = list(gather([path]))
    assert len(_texts(found)) == 9
    ((where, message),) = _problems(found)
    assert where == f"{path}, line 7"
    assert message.startswith("is not JSON: ")


def test_a_bad_item_of_an_array_is_named(tmp_path: Path) -> None:
    """As a bad line is."""
    path = tmp_path / "reports.json"
    path.write_text(f'[{OBJECT}, 5, {{"text": ""}}]')
    found = list(gather([path]))
    assert len(_texts(found)) == 1
    assert _problems(found) == [
        (f"{path}, item 2", 'is int, not a JSON object with a "text"'),
        (f"{path}, item 3", 'has no "text" and no "title"'),
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a", "a.txt.gz"])
@pytest.mark.parametrize("content", [b"", b" \n\n\t"], ids=["nothing", "blanks"])
def test_an_empty_file_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    """In every form, in the same words."""
    path = tmp_path / name
    path.write_bytes(content)
    assert _problems(list(gather([path]))) == [(str(path), "is empty")]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a"])
def test_a_binary_is_told(tmp_path: Path, name: str) -> None:
    """In every form."""
    path = tmp_path / name
    path.write_bytes(bytes(range(256)) * 8)
    messages = [message for _, message in _problems(list(gather([path])))]
    assert messages
    assert all("binary" in message for message in messages)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a"])
def test_a_line_without_end_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """It is left out, and not held in memory."""
    monkeypatch.setattr(streams, "MAX_LINE_BYTES", 1000)
    monkeypatch.setattr(streams, "MAX_FILE_BYTES", 2000)
    path = tmp_path / name
    path.write_bytes(b'{"text": "' + b"a" * 5000)
    ((where, message),) = _problems(list(gather([path])))
    assert where.startswith(str(path))
    assert "larger than" in message or "longer than" in message


def test_a_missing_path_stops_before_anything_is_read(tmp_path: Path) -> None:
    """The name is told; a typing error should not cost an hour's work."""
    (tmp_path / "a.txt").write_text(STORY)
    with pytest.raises(InputError, match=r"b\.txt: no such file or folder"):
        gather([tmp_path / "a.txt", tmp_path / "b.txt"])


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "a.txt/b.txt"])
def test_a_name_that_cannot_be_is_an_input_error(tmp_path: Path, name: str) -> None:
    """Names that the system itself refuses."""
    (tmp_path / "a.txt").write_text(STORY)
    with pytest.raises(InputError, match=r"cannot be read|no such file"):
        gather([tmp_path / name])


def test_a_folder_is_read_by_name_with_all_below_it(tmp_path: Path) -> None:
    """Files of known endings, the same order every time; all else is passed over."""
    for name in ("b.txt", "a/2.txt", "a/1.jsonl", "c.TXT", ".hidden.txt", ".git/x.txt", "notes.md", "photo.jpg", "d"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"text": name}) if name.endswith("jsonl") else name)
    assert _texts(list(gather([tmp_path]))) == ["a/1.jsonl", "a/2.txt", "b.txt", "c.TXT"]


def test_links_and_devices_in_a_folder_are_left_alone(tmp_path: Path) -> None:
    """A loop of links ends, and a link out of the folder leads nowhere."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY)
    (tmp_path / "secret.txt").write_text("A secret.")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "in" / "round.txt").symlink_to("round.txt")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    assert _texts(list(gather([tmp_path / "in"]))) == [STORY]
    assert _texts(list(gather([tmp_path / "in" / "out.txt"]))) == ["A secret."], "a link that is named is followed"


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    """Or a wrong folder would look like success."""
    (tmp_path / "notes.md").write_text(STORY)
    ((where, message),) = _problems(list(gather([tmp_path])))
    assert where == str(tmp_path)
    assert message.startswith("holds no file that ends in .txt, ")


def test_a_very_deep_folder_is_read(tmp_path: Path) -> None:
    """Depth has no limit but the system's."""
    folder = tmp_path
    for _ in range(400):
        folder /= "d"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(STORY)
    assert _texts(list(gather([tmp_path]))) == [STORY]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are not text")
def test_a_file_name_that_is_not_text_is_held(tmp_path: Path) -> None:
    """Its bytes become U+FFFD in what is written down."""
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(STORY)
    (report,) = gather([tmp_path])
    assert isinstance(report, Report)
    assert report.file is not None
    assert report.file.endswith("caf\ufffd.txt")
    assert report.model_dump_json()


def test_reports_come_one_by_one(tmp_path: Path) -> None:
    """A file is read no further than is asked for."""
    lines = ["not JSON"] * 100_000
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join([OBJECT, *lines]))
    assert isinstance(next(gather([path])), Report)


def test_what_was_gathered_is_read_again_as_the_same(tmp_path: Path) -> None:
    """JSON lines written from pages, texts and JSON give the reports that they were written from."""
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.txt").write_text(f"date 2021-03-06\n{STORY}")
    (tmp_path / "c.json").write_text(ARRAY)
    first = list(gather([tmp_path]))
    lines = [one.model_dump_json(exclude_none=True) for one in first if isinstance(one, Report)]
    (tmp_path / "all.jsonl").write_text("\n".join(lines))
    assert list(gather([tmp_path / "all.jsonl"])) == first
    assert len(first) == 4
