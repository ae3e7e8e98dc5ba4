"""The documentation says what the program does: each name is on its page, and each example runs."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import pytest
import typer.main
from pydantic import BaseModel

import citydesk
from citydesk.cli import ExportFormat, ReadFormat, app
from citydesk.cli_options import DecisionFormat, ShowFormat
from citydesk.gather import gather
from citydesk.gather.forms import FORMS
from citydesk.gather.streams import MAX_FILE_BYTES, MAX_LINE_BYTES
from citydesk.ledger import Ledger
from citydesk.model import CitydeskError, Problem, Reading
from citydesk.read import DEFAULT_READER
from citydesk.read.readers import OWN

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
COMMAND_LINE = (DOCS / "command-line.md").read_text("utf-8")
COMMANDS = [(name, command) for name, command in typer.main.get_group(app).commands.items() if not command.hidden]
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")


def _sections(text: str) -> dict[str, str]:
    """The text below each heading of the second level."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_each_command_and_option_is_on_its_page(name: str, command: Any) -> None:
    """Under the heading of its command, with each of its choices."""
    section = _sections(COMMAND_LINE)[name]
    assert f"citydesk {name}" in section or f" {name}" in section
    below = getattr(command, "commands", {})
    assert all(f"`{name} {one}" in section for one in below)
    for parameter in (one for level in (command, *below.values()) for one in level.params):
        for option in (option for option in parameter.opts if option.startswith("-")):
            assert f"`{option}" in section or option == "--help", f"{option} of {name} is not there"


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("read", ReadFormat),
        ("export", ExportFormat),
        ("show", ShowFormat),
        ("explain", ShowFormat),
        ("decisions", DecisionFormat),
        ("queue", DecisionFormat),
    ],
)
def test_each_format_is_on_its_page(name: str, choices: type[StrEnum]) -> None:
    """Each with its own line."""
    section = _sections(COMMAND_LINE)[name]
    assert all(f"| `--format {choice.value}` |" in section for choice in choices)


def test_global_options_and_variables_are_on_their_page() -> None:
    """Those that stand before the command, and the environment's."""
    section = _sections(COMMAND_LINE)["For every command"]
    for parameter in typer.main.get_group(app).params:
        assert all(f"`{option}" in section for option in parameter.opts)
    for variable in (
        "CITYDESK_CONTACT",
        "CITYDESK_LEDGER",
        "CITYDESK_NAMES",
        "CITYDESK_PRIVATE_HOSTS",
        "CITYDESK_READER",
        "CITYDESK_WHO",
    ):
        assert f"`{variable}`" in COMMAND_LINE


def _kinds_of(base: type[Exception]) -> Iterator[type[Exception]]:
    yield base
    for kind in base.__subclasses__():
        yield from _kinds_of(kind)


def test_each_error_is_on_its_page() -> None:
    """And nothing that is not one; whatever room it is of."""
    for room in pkgutil.iter_modules(citydesk.__path__, "citydesk."):
        if room.ispkg:
            importlib.import_module(room.name)
    kinds = {kind.__name__ for kind in _kinds_of(CitydeskError) if kind.__module__.startswith("citydesk.")}
    told = re.findall(r"^\| `(\w+)` \|", (DOCS / "errors.md").read_text("utf-8"), flags=re.MULTILINE)
    assert sorted(told) == sorted(kinds)


def test_each_form_and_limit_is_on_its_page() -> None:
    """Endings, and how large things may be."""
    text = (DOCS / "input.md").read_text("utf-8")
    assert all(f"`{ending}`" in text for ending in FORMS)
    assert f"| {MAX_LINE_BYTES // 1_000_000} MB |" in text
    assert f"| {MAX_FILE_BYTES // 1_000_000} MB |" in text


def test_the_table_of_bad_input_says_what_the_lines_say(tmp_path: Path) -> None:
    """The words of the messages, as they come."""
    files = {
        "empty.txt": b"",
        "image.txt": bytes(range(256)),
        "long.jsonl": b"x" * (MAX_LINE_BYTES + 1),
        "large.txt": b"x" * (MAX_FILE_BYTES + 1),
        "broken.jsonl": b"{",
        "bare.json": b"{}",
        "typed.json": b'{"text": "A", "url": 5}',
        "dated.json": b'{"text": "A", "published": "0000-00-00"}',
        "page.html": b"<html></html>",
        "packed.txt.gz": b"\x1f\x8b broken",
        "archive.warc.gz": b"no archive",
        "folder/notes.md": b"",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    table = (DOCS / "input.md").read_text("utf-8").split("## What cannot be used")[1]
    told = re.findall(r"\| `([^`|]+)`[^|`]*\|$", table, flags=re.MULTILINE)
    paths = [tmp_path / (name if "/" not in name else "folder") for name in files]
    messages = [found.message for found in gather(paths) if isinstance(found, Problem)]
    assert len(messages) == len(files)
    for message in messages:
        assert any(words in message for words in told), message


def _models_below(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
        for field in kind.model_fields.values():
            yield from _models_below(field.annotation)
    for inner in get_args(kind):
        yield from _models_below(inner)


def _vocabularies_below(kind: Any) -> Iterator[type[StrEnum]]:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        yield kind
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        for field in kind.model_fields.values():
            yield from _vocabularies_below(field.annotation)
    for inner in get_args(kind):
        yield from _vocabularies_below(inner)


def test_each_member_and_word_of_a_reading_is_on_its_page() -> None:
    """Every member of every object, and every word of every vocabulary."""
    text = (DOCS / "reading.md").read_text("utf-8")
    for model in _models_below(Reading):
        for name, field in model.model_fields.items():
            assert f"`{field.alias or name}`" in text, f"{model.__name__}.{name}"
    for vocabulary in _vocabularies_below(Reading):
        for word in vocabulary:
            assert f"`{word.value}`" in text, f"{vocabulary.__name__} {word.value}"


def test_each_reader_of_ours_is_on_its_page() -> None:
    """With what it is, the default one marked."""
    text = (DOCS / "readers.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `([\w-]+)` \| (.+) \|$", text, flags=re.MULTILINE))
    assert sorted(told) == sorted(OWN)
    assert [name for name, words in told.items() if words.startswith("the default")] == [DEFAULT_READER]


def test_each_method_of_a_ledger_is_on_its_page() -> None:
    """Of the public ones."""
    text = (DOCS / "python-api.md").read_text("utf-8")
    methods = [name for name in vars(Ledger) if not name.startswith("_")]
    assert methods
    assert all(f"`{name}(" in text for name in methods), [name for name in methods if f"`{name}(" not in text]


@pytest.mark.parametrize("document", sorted(DOCS.glob("*.md")), ids=lambda document: document.name)
def test_the_python_of_a_page_runs(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Block after block, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": f"docs.{document.stem}"}
    for block in PYTHON.finditer(document.read_text("utf-8")):
        line = document.read_text("utf-8")[: block.start(1)].count("\n")
        exec(compile("\n" * line + block[1], str(document), "exec"), names)  # noqa: S102  # our own pages


@pytest.mark.parametrize(
    "document", [ROOT / "README.md", *sorted(DOCS.glob("*.md"))], ids=lambda document: document.name
)
def test_links_of_a_page_lead_somewhere(document: Path) -> None:
    """Files are there, and so are the headings in them."""
    for target, heading in LINK.findall(document.read_text("utf-8")):
        found = (document.parent / target) if target else document
        assert found.exists(), f"{document.name}: {target}"
        if heading:
            headings = re.findall(r"^#+ (.+)$", found.read_text("utf-8"), flags=re.MULTILINE)
            assert heading in [re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings]


def test_each_module_of_the_reader_is_on_its_map() -> None:
    """docs/reader.md names every module of the room, and none that is gone."""
    modules = {path.stem for path in (ROOT / "src" / "citydesk" / "read").rglob("*.py")} - {
        "__init__",
        "front",
        "reader",
        "readers",
    }
    named = re.findall(r"^\| `(\w+)` \|", (DOCS / "reader.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(modules)
