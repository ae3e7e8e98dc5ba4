"""What the head of a text says of its own publication."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.gather.heading import read_heading
from citydesk.model import evidence_holds
from tests.tagged import parse_tagged

DATELINES = {
    "abbreviated state and outlet": (
        "<place city=Muncie state=IN>MUNCIE, Ind.</place> (WQXY) -- A man was shot Friday."
    ),
    "postal state": "<place city=Tulsa state=OK>TULSA, OK</place> — Two people were hurt.",
    "state in full": "<place city=Lubbock state=TX>LUBBOCK, Texas</place> – A woman was stabbed.",
    "state of two words": '<place city="Rock Hill" state=SC>ROCK HILL, South Carolina</place> -- Police are looking.',
    "district": "<place city=Washington state=DC>WASHINGTON, D.C.</place> -- A guard was wounded.",
    "behind a date line": "date 2021-03-04\n<place city=Duluth state=MN>DULUTH, Minn.</place> -- Shots were fired.",
    "after blank space": "  \n <place city=Boise state=ID>BOISE, Idaho</place> (AP) - A deputy was hurt.",
    "small words": '<place city="Fond du Lac" state=WI>FOND DU LAC, Wis.</place> -- One man is dead.',
    "apostrophe": "<place city=\"Coeur d'Alene\" state=ID>COEUR D'ALENE, Idaho</place> -- One man is dead.",
    "inner capital": "<place city=McAllen state=TX>MCALLEN, Texas</place> -- One man is dead.",
    "saint": '<place city="St. Paul" state=MN>ST. PAUL, Minn.</place> -- One man is dead.',
    "city alone is the reader's": "nothing: CHICAGO -- Two people were shot.",
    "county is the reader's": "nothing: HARLAN COUNTY, Ky. -- A deputy was shot.",
    "shouted word": "nothing: UPDATE -- Police have made an arrest.",
    "usual case": "nothing: Dayton, Ohio -- Police have made an arrest.",
    "no dash": "nothing: DAYTON, Ohio police have made an arrest.",
    "no such state": "nothing: SPRINGFIELD, Ruritania -- Police have made an arrest.",
    "below a headline": "Man shot\nBy Ada Quill\n\n<place city=Dayton state=OH>DAYTON, Ohio</place> -- It was he.",
    "below a loud headline": "UPDATE - MAN SHOT\n<place city=Dayton state=OH>DAYTON, Ohio</place> - It was he.",
    "in the line of the date": "Date: 2021-03-04 <place city=Dayton state=OH>DAYTON, Ohio</place> - It was he.",
    "in the middle of a line": "nothing: He was in DAYTON, Ohio -- or so he said.",
    "far down": "nothing: " + "Police have made an arrest. " * 40 + "\nDAYTON, Ohio -- It was the third.",
}


@pytest.mark.parametrize("example", DATELINES.values(), ids=DATELINES.keys())
def test_datelines_with_a_state_give_their_place(example: str) -> None:
    """A city in capitals, with its state and a dash behind, is where a report is filed from."""
    text, tags = parse_tagged(example, known=("city", "state"))
    dateline = read_heading(text).dateline
    found = [] if dateline is None else [(dateline.evidence[0].start, dateline.evidence[0].end, dateline.value)]
    told = [(start, end, (value.city, value.state)) for start, end, value in found]
    assert told == [(tag.start, tag.end, (tag.attributes["city"], tag.attributes["state"])) for tag in tags]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("KANSAS CITY, Kan. (KZQX) -- A man was shot.", "KZQX"),
        ("CHICAGO (CN5/AP) — A man was shot.", "CN5/AP"),
        ("CHICAGO — A man was shot.", None),
        ("CHICAGO (the third this week) — A man was shot.", None),
        ("CHICAGO (July 9th 2015) — A man was shot.", None),
        ("Man shot\n\nCHICAGO (CBS 5) — A man was shot.", "CBS 5"),
    ],
)
def test_the_outlet_stands_in_brackets_behind_the_place(text: str, outlet: str | None) -> None:
    """An outlet is taken from any dateline, whether or not its place is."""
    assert read_heading(text).publisher == outlet


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("date 2020-07-02 A man was shot.", date(2020, 7, 2)),
        ("Date: 2020-07-02\nA man was shot.", date(2020, 7, 2)),
        ("2020-07-02\nA man was shot.", date(2020, 7, 2)),
        ("\n date 2020-07-02\nUpdated: July 9, 2020\nA man was shot.", date(2020, 7, 2)),
        ("Posted: Jul 2, 2020 / 4:12 PM CDT\nA man was shot.", datetime(2020, 7, 2, 21, 12, tzinfo=UTC)),
        ("A man was shot on 2020-07-02.", None),
        ("dated 2020-07-02 was the letter.", None),
    ],
)
def test_the_first_line_may_give_the_day(text: str, published: date | None) -> None:
    """A date line stands at the very head; else a posting line counts."""
    assert read_heading(text).published == published


def test_a_date_that_does_not_exist_is_a_fault_and_leaves_the_rest() -> None:
    """The fault names the date, and the dateline behind it still counts."""
    heading = read_heading("date 0000-00-00\nDULUTH, Minn. (KZQX) -- A man was shot.")
    assert heading.published is None
    assert heading.fault is not None
    assert "'0000-00-00'" in heading.fault
    assert heading.publisher == "KZQX"
    assert heading.dateline is not None


@given(st.text(alphabet="DULTH, Minn.(KZQX)-—–0123456789 date\n", max_size=200))
def test_the_words_of_a_dateline_are_there(text: str) -> None:
    """Whatever the text, a dateline's evidence is its own words."""
    dateline = read_heading(text).dateline
    assert dateline is None or evidence_holds(dateline, "", text)
