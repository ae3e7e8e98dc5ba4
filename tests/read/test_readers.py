"""Readers by name: our own, those of installed packages, and what may be wrong with them."""

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from citydesk.model import Evidence, Fact, FieldName, Kind, Quote, ReaderError, ReaderName, Reading, ReadReport, Report
from citydesk.model import ReportId as Id
from citydesk.read import DEFAULT_READER, find_reader, find_readers, open_reader, read, read_with
from citydesk.read.readers import GROUP, OWN
from tests.conftest import OTHER_READER, OfferReader

TEXT = "A man was shot on Elm Street on Thursday."
REPORT = Report(id=Id("r1"), text=TEXT)
NAME = ReaderName(name="other", version="3")
ROOT = Path(__file__).parents[2]


def test_our_own_readers_stand_in_the_project_file_too() -> None:
    """So that a tool that lists entry points finds them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"][GROUP] == OWN
    assert DEFAULT_READER in OWN


@pytest.mark.parametrize("name", sorted(OWN))
def test_each_of_our_own_reads_under_its_own_name(name: str) -> None:
    """The name that it is asked for by is the one that its readings bear."""
    assert read(TEXT, reader=name).reader.name == name == open_reader(name).name.name


def test_a_reader_of_another_package_reads(offer_reader: OfferReader) -> None:
    """By its name, wherever one can be given."""
    offer_reader(OTHER_READER)
    assert read(TEXT, reader="other").reader == NAME
    assert [(reader.name, reader.maker) for reader in find_readers()] == [
        *((name, "citydesk") for name in sorted(OWN)),
        ("other", "other-reader"),
    ]


def test_a_reader_can_be_given_itself() -> None:
    """Without a name."""

    class Given:
        name = NAME

        def read(self, report: Report) -> Reading:
            return _reading()

    with pytest.raises(ReaderError, match="another report"):
        read(TEXT, reader=Given())
    assert read(REPORT, reader=Given()).reader == NAME


def test_a_reader_that_is_not_asked_for_is_not_imported(offer_reader: OfferReader) -> None:
    """A broken one harms nobody who does not want it."""
    offer_reader("raise RuntimeError('imported')", name="broken", package="broken-reader")
    offer_reader(OTHER_READER)
    before = set(sys.modules)
    assert find_reader("broken").maker == "broken-reader"
    assert len(find_readers()) == len(OWN) + 2
    open_reader("rules")
    open_reader("other")
    assert [name for name in set(sys.modules) - before if "broken" in name] == []


def test_an_unknown_name_is_told_with_those_that_there_are(offer_reader: OfferReader) -> None:
    """In one line."""
    offer_reader(OTHER_READER)
    with pytest.raises(ReaderError, match=f"^no reader is called 'mine': installed are .*{DEFAULT_READER}.*, other$"):
        open_reader("mine")


def test_our_own_are_not_replaced(offer_reader: OfferReader) -> None:
    """A package that offers one by the same name is passed over."""
    offer_reader(OTHER_READER, name="rules")
    assert find_reader("rules").maker == "citydesk"


def test_two_of_one_name_are_told_apart_by_nobody(offer_reader: OfferReader) -> None:
    """The packages are named."""
    offer_reader(OTHER_READER, package="a-reader")
    offer_reader(OTHER_READER, package="b-reader")
    with pytest.raises(ReaderError, match="of a-reader and b-reader: uninstall all but one"):
        find_reader("other")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import no_such_module", r"cannot be opened \(ModuleNotFoundError: No module named 'no_such_module'\)"),
        ("def make(): raise OSError('no\\nweights')", r"cannot be opened \(OSError: no weights\)"),
        ("x = 1", r"cannot be opened \(AttributeError: .*'make'\)"),
        ("make = 5", r"cannot be opened \(TypeError: 'int' object is not callable\)"),
        ("make = dict", r"cannot be opened \(AttributeError: 'dict' object has no attribute 'name'\)"),
        (OTHER_READER.replace('ReaderName(name="other", version="3")', '"other"'), "lacks a ReaderName"),
        (OTHER_READER.replace("def read", "read = 5\n    def write"), r"lacks a ReaderName or a read\(\)"),
        (OTHER_READER.replace('"other"', '"rules"'), "calls itself 'rules'"),
    ],
    ids=["import", "opening", "nothing there", "no maker", "no reader", "no name", "no read", "another name"],
)
def test_a_broken_reader_is_told_in_one_line(offer_reader: OfferReader, code: str, told: str) -> None:
    """What is wrong, and whose it is."""
    offer_reader(code)
    with pytest.raises(ReaderError, match=f"^reader 'other' .*{told}.*: mend or uninstall other-reader$"):
        open_reader("other")


def _reading(**changed: Any) -> Reading:
    return Reading(**{"reader": NAME, "report": ReadReport(id=Id("r1")), "kind": None, **changed})


def _evidence(start: int, end: int, text: str) -> Evidence:
    return Evidence(field=FieldName.TEXT, start=start, end=end, text=text)


@dataclass
class _Answering:
    answer: Any
    name: ReaderName = NAME

    def read(self, report: Report) -> Any:
        return self.answer


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"kind": "incident"}, "gave a dict in place of a Reading"),
        (_reading(reader=ReaderName(name="rules", version="1")), "the reader 'other' gave a reading by 'rules'"),
        (_reading(report=ReadReport(id=Id("r2"))), "of another report, 'r2'"),
        (_reading(kind=Fact(value=Kind.INCIDENT, evidence=(_evidence(0, 5, "A boy"),))), "for kind"),
        (_reading(quotes=(Quote(text="Elm", start=19, end=22),)), "for quotes.0"),
    ],
    ids=["no reading", "another name", "another report", "evidence elsewhere", "quotation elsewhere"],
)
def test_what_is_no_true_reading_is_refused(answer: Any, told: str) -> None:
    """Nothing gets past without its words in the report."""
    with pytest.raises(ReaderError, match=told):
        read_with(_Answering(answer), REPORT)


def test_a_true_reading_passes() -> None:
    """Near misses of the refused ones."""
    kind: Fact[Kind] = Fact(value=Kind.INCIDENT, evidence=(_evidence(0, 5, "A man"),))
    reading = _reading(kind=kind, quotes=(Quote(text="Elm", start=18, end=21),))
    assert read_with(_Answering(reading), REPORT) is reading
