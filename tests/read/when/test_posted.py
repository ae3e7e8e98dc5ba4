"""The page's own dates."""

from datetime import date

import pytest

from citydesk.read.when.expressions import find_expressions
from citydesk.read.when.posted import find_furniture, reference_day
from tests.read.timed import THURSDAY, make_document


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Posted: Jun 5, 2014 10:03 PM EDT\nA man was shot Friday.", ["Jun 5, 2014 10:03 PM"]),
        ("Posted: June 5, 2014 Updated: June 6, 2014\nA man was shot.", ["June 5, 2014", "June 6, 2014"]),
        ("A man was shot Friday.\nCopyright 2014 by June 5, 2014 News", []),
        ("A man was shot.\n© June 5, 2014 KXYZ", ["June 5, 2014"]),
        ("By Lou Marsh\nJune 5, 2014 10:03 PM\nA man was shot.", ["June 5, 2014 10:03 PM"]),
        ("A scene of grief. — Pat Doe (@patdoe) June 5, 2014", ["June 5, 2014"]),
        ("SALINA, KS (June 5, 2014): A man was shot Friday.", ["June 5, 2014"]),
        ("date 2014-06-05 SALINA, KS -- A man was shot.", ["2014-06-05"]),
        ("Lou Marsh reports for the Channel 4 News at noon Wednesday.\nA man was shot Friday.", ["noon Wednesday"]),
        ("A man was shot Friday, as told on our 10 o'clock newscast.", ["10 o'clock"]),
        ("Tune in to Channel 4 News Thursday at 6 p.m. for more.", ["Thursday at 6 p.m."]),
        (
            "Tune in to Channel 4 News Thursday at 6 p.m. and Friday at 6 a.m.",
            ["Thursday at 6 p.m.", "Friday at 6 a.m."],
        ),
        ("Jo Marlow reports for the Channel 4 News at 5 and 6 p.m. on July 31.", ["6 p.m. on July 31"]),
        ("Published: 15:41 GMT, 16 June 2014\nA man was shot.", ["15:41", "16 June 2014"]),
        ("UPDATE @ 4:29 p.m. (Nov. 2)\nA man was shot Sunday.", ["4:29 p.m. (Nov. 2"]),
        ("0:36 Fire at Larkin home Tuesday night\nA man was shot Friday.", ["Tuesday night"]),
        ("UPDATE 3: June 3, 2014 11:38 p.m.\nA man was shot.", ["June 3, 2014 11:38 p.m."]),
        ("Snow advisory issued January 12 at 3:46 a.m.\nA man was shot.", ["January 12 at 3:46 a.m."]),
        ("The news at noon is that a man was shot.", ["noon"]),
        ("Police gave an update Friday at 6 p.m.", []),
        ("He posted on Facebook Friday that he was shot.", []),
        ("The video, published Friday, shows the shooting.", ["Friday"]),
    ],
)
def test_finds_the_pages_own_dates(text: str, own: list[str]) -> None:
    """Posting lines, copyright lines, tweets' dates and dates in datelines are the page's, a verb's are not."""
    document = make_document(text)
    expressions = find_expressions(document.text)
    indexes = find_furniture(document, expressions).indexes
    assert [document.words(e.span) for n, e in enumerate(expressions) if n in indexes] == own


def test_a_posting_line_at_the_foot_stands_in_for_a_day_that_is_not_given() -> None:
    """It may be of a related item, so that it corrects nothing."""
    document = make_document(f"A man was shot early Sunday on Oak Street. {'It is quiet. ' * 80}\nPublished 2020-06-28")
    furniture = find_furniture(document, find_expressions(document.text))
    assert reference_day(furniture, None) == date(2020, 6, 28)
    assert reference_day(furniture, THURSDAY) == THURSDAY


@pytest.mark.parametrize(
    ("line", "today", "reference"),
    [
        ("Posted: June 30, 2020", None, date(2020, 6, 30)),
        ("Posted: July 1, 2020", THURSDAY, date(2020, 7, 1)),
        ("Posted: Jan. 5, 2018", THURSDAY, date(2018, 1, 5)),
        ("Posted: June 30, 2020", THURSDAY, THURSDAY),
        ("Posted: July 4, 2020", THURSDAY, THURSDAY),
        ("No line", THURSDAY, THURSDAY),
    ],
)
def test_a_posting_line_helps_to_reckon(line: str, today: date | None, reference: date) -> None:
    """It stands in for a day that is not given, and corrects one that an archive gave."""
    document = make_document(f"{line}\nA man was shot on Oak Street, police said.")
    assert reference_day(find_furniture(document, find_expressions(document.text)), today) == reference
