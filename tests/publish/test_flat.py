"""One incident as a row of a spreadsheet."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from citydesk.model import Certainty
from citydesk.publish import HEADS, NamePolicy, row_of
from citydesk.publish.flat import MAX_CELL_LENGTH, Cell, cell_of, cells_of
from tests.publish.records import make_kept
from tests.publish.test_rows import RECORD


def _cells(names: str = "public") -> dict[str, Cell]:
    kept = make_kept(RECORD, killed=(Certainty.ALLEGED, "Fargo Police Department"))
    return dict(zip([head.name for head in HEADS], cells_of(row_of(kept, NamePolicy(names))), strict=True))


def test_people_stand_in_columns_by_their_part() -> None:
    """In words, with a mark for a name withheld."""
    cells = _cells()
    assert cells["victims"] == "Ann Reyes, 34, female, injured"
    assert cells["suspects"] == "(name withheld), 15, arrested, assault"
    assert cells["names_withheld"] == 1
    assert _cells("all")["suspects"] == "Ben Dow, 15, arrested, assault"


def test_lists_and_yes_or_no_are_readable() -> None:
    """As a person would type them."""
    cells = _cells()
    assert cells["weapons"] == "handgun; knife"
    assert cells["agencies"] == "Fargo Police Department (investigating)"
    assert (cells["domestic"], cells["officer_shot"], cells["killed"]) == ("false", None, 0)
    assert cells["certainty"] == "killed: alleged"
    assert cells["sources"] == "killed: Fargo Police Department"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        pytest.param('=HYPERLINK("http://x.example")', '\'=HYPERLINK("http://x.example")', id="formula"),
        pytest.param("+1", "'+1", id="plus"),
        pytest.param("-2+3", "'-2+3", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'=1", id="tab in front"),
        pytest.param("\r\n=1", "'=1", id="line break in front"),
        pytest.param("\ufeff=1", "'=1", id="invisible in front"),
        pytest.param(" =1", "'=1", id="space in front"),
        pytest.param(["=1", "b"], "'=1; b", id="list"),
        pytest.param("two\r\nlines\x00 and\u2028more", "two lines and more", id="line breaks"),
        pytest.param("4100 block of West Elm", "4100 block of West Elm", id="plain"),
        pytest.param(-96.8, -96.8, id="a number is a number"),
        pytest.param(None, None, id="nothing"),
        pytest.param(False, "false", id="no"),
        pytest.param({"ordinal": 2, "of": "shooting"}, "ordinal: 2, of: shooting", id="object"),
    ],
)
def test_a_cell_is_harmless(value: JsonValue, cell: Cell) -> None:
    """What a report says never becomes a formula or breaks a row."""
    assert cell_of(value) == cell


@given(words=st.text(max_size=200))
def test_no_words_become_a_formula_or_break_a_row(words: str) -> None:
    """Whatever a report says, written and read again."""
    out = io.StringIO(newline="")
    csv.writer(out).writerow(["a", cell_of(words), "b"])
    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert (row[0], row[2]) == ("a", "b")
    assert not row[1].startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert out.getvalue().count("\n") == 1


def test_a_long_cell_is_cut() -> None:
    """A spreadsheet would break it into two rows."""
    cell = cell_of("word " * 50_000)
    assert isinstance(cell, str)
    assert len(cell) <= MAX_CELL_LENGTH + 2
    assert cell.endswith(" …")
