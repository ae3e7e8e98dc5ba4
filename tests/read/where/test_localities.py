"""Cities, counties and states named in a text, and how they are spoken of."""

import pytest

from citydesk.model import Report, ReportId
from citydesk.read.page.document import Span, open_document
from citydesk.read.page.setting import PlaceLevel
from citydesk.read.where.localities import Locality, find_localities
from tests.tagged import parse_tagged


def _localities(text: str, title: str = "") -> list[Locality]:
    return find_localities(open_document(Report(id=ReportId("r1"), text=text, title=title)), ())


_EXAMPLES = [
    "A man was shot in <city frame=in>Tulsa</city>.",
    "A man was shot outside <city frame=near>Tulsa</city> on Sunday.",
    "A man was shot in the city of <city frame=in>Reading</city>, police said.",
    "A man was shot in <city frame=in stated=IL>Springfield</city>, Ill., police said.",
    "A man was shot in <city frame=in stated=MO>St. Charles</city>, MO on Sunday.",
    "<city frame=agency>Houston</city> police found two men.",
    "The <city frame=agency>Kansas City</city> Police Department said so.",
    "<county frame=agency>Polk County</county> deputies found two men.",
    "He was found in <county frame=in>St. Mary Parish</county>.",
    "The <city frame=event>Knoxville</city> shooting left two dead.",
    "A <city frame=people>Duluth</city> man was killed.",
    "Jane Roe, 25, of <city frame=hometown>Marietta</city>, was killed.",
    "Jane Roe lives in <city frame=hometown>Marietta</city>.",
    "She was flown to a hospital in <city frame=moved>Memphis</city>.",
    "He was arrested in <city frame=moved>Atlanta</city> on Monday.",
    "It came after the school massacre in <city frame=elsewhere stated=CT>Newtown</city>, Conn., in 2012.",
    "Troopers said it was the first in <state frame=in>Ohio</state> this year.",
    "He was shot in <city frame=in>Gristmill Hollow</city> on Sunday.",
    "He was shot in the town of <city frame=in>Nowhere Falls</city>, deputies said.",
    "He was shot in <city frame=in>Klamath</city> Friday night.",
    "He was shot in <city frame=in>Elliston</city> Thanksgiving Day.",
    "Four were shot in <city frame=in>Mount Oliver</city> Borough.",
    "One was hurt in a <city frame=in>Duluth</city> Shooting.",
    "She was shot in their <city frame=in stated=ID>Chubbuck</city>, Idaho home.",
    "He was found dead at the Marlows’ <city frame=near>Rock Falls</city> home.",
    "Two were held in custody after a shooting at a <city frame=near>Detroit</city> club.",
    "Eight other people were hurt in a shooting in <city frame=in>Compton</city>.",
    "He was riding on <city frame=in stated=MI>Drummond Island</city>, Mich., when it went off.",
    "It happened two miles west of <city frame=near>Cotton Plant</city>, deputies said.",
    "<city frame=agency>LAPD</city> officers fired.",
    "<city frame=agency>Savannah-Chatham</city> police found him shot.",
    "He was shot in <city frame=in>Philly</city> on Sunday.",
    "He was found in upstate <state frame=in>New York</state> on Sunday.",
    "The <state frame=agency>New York</state> State Police said so.",
    "A 19-year-old <city frame=people>Beverly</city> man was killed.",
    "A man was shot on <city frame=in>Jacksonville</city>'s Eastside.",
    "Two were shot in NW <county frame=in>Miami-Dade</county> on Sunday.",
    "The <county frame=agency>Los Angeles</county> Sheriff’s Department said so.",
    "He was found in a field. <city frame=in>Gristmill Hollow</city> is about 60 miles northeast of "
    "<city frame=near>Pittsburgh</city>.",
    "A man was shot in Mill End, <city frame=in>Duluth</city>.",
    "He died in a <city frame=moved>Memphis</city> hospital.",
    "She was found in suburban <city frame=near>Detroit</city>.",
    "It was the town of <city frame=in>West Gristmill</city> that mourned.",
    "<city frame=agency>Buffalo</city> police said so.",
    "nothing: A police officer fired his gun.",
    "nothing: It was the first break in Monday’s shooting.",
    "nothing: A shooting in Southwest left two hurt.",
    "nothing: They wore black in Anderson’s honor.",
    "nothing: One was hurt In Hamilton Heights Shooting On Sunday Night.",
    "nothing: Happy families gathered, and one Deputy fell.",
    "nothing: She was at Duluth Regional Hospital.",
    "nothing: Austin Smith was killed, and Smith's brother was hurt.",
    "nothing: Carla Houston was shot. Houston said she was fine.",
    "nothing: She was at Tampa General Hospital.",
    "nothing: The Dallas Cowboys lost.",
    "nothing: He served in Iraq.",
    "nothing: Early Sunday, a man was shot at home.",
    "nothing: It happened in April.",
    "nothing: Mass shootings are rare.",
]


@pytest.mark.parametrize("example", _EXAMPLES)
def test_finds_a_locality_and_its_frame(example: str) -> None:
    """The name without possessive, the frame it stands in, and the state said behind it."""
    text, tags = parse_tagged(example, {"frame", "stated"})
    found = [
        (text[p.span.start - 2 : p.span.end - 2], p.level.value, p.frame.value, p.stated) for p in _localities(text)
    ]
    tagged = [(text[t.start : t.end], t.name, t.attributes["frame"], t.attributes.get("stated")) for t in tags]
    assert found == tagged


def test_a_states_name_is_its_two_letters() -> None:
    """Of a state the mention's name is the code."""
    assert [place.name for place in _localities("It was the first in West Virginia.")] == ["WV"]


def test_new_york_and_washington_are_cities_first() -> None:
    """Both are a city and a state; the city is what news means more often."""
    found = _localities("A man was shot in New York. Another was shot in Washington, D.C., police said.")
    assert [(place.name, place.level, place.stated) for place in found] == [
        ("New York", PlaceLevel.CITY, None),
        ("Washington", PlaceLevel.CITY, "DC"),
    ]


def test_a_state_said_once_counts_for_every_mention_of_a_city() -> None:
    """Said as "Springfield, Ill.", it makes "Springfield police" those of Illinois."""
    found = _localities("A man was shot in Springfield, Ill. Springfield police said so.")
    assert [place.stated for place in found] == ["IL", "IL"]


def test_an_outlets_label_in_a_title_is_told_apart() -> None:
    """What stands behind the bar of a title names the outlet and its town."""
    found = _localities("A man was shot.", "Two shot in Salem - KXYZ News 8 - Boise, Idaho")
    assert [(place.name, place.frame.value) for place in found] == [("Salem", "in"), ("Boise", "site")]


def test_a_season_is_a_town_only_where_the_outlet_is() -> None:
    """A paper of Houston tells of the town; elsewhere, before a year, and in headlines it is the season."""

    def found(text: str, url: str, title: str = "") -> list[str]:
        report = Report(id=ReportId("r1"), text=text, title=title, url=url)
        return [place.name for place in find_localities(open_document(report), ())]

    houston = "https://www.chron.com/1"
    assert found("A man was shot in Spring on Sunday.", houston) == ["Spring"]
    assert found("A man was shot in Spring on Sunday.", "https://www.cleveland.com/1") == []
    assert found("A man was shot in Spring 2014.", houston) == []
    assert found("He fell.", houston, "Man Shot In Spring") == []


def test_a_county_is_named_as_worded() -> None:
    """Orleans is a parish in Louisiana and a county in New York; capitals are brought down."""
    assert [p.name for p in _localities("He died in Orleans County, N.Y., and she in LAKE COUNTY.")] == [
        "Orleans County",
        "Lake County",
    ]


def test_leaves_out_what_addresses_took() -> None:
    """A city's name in a street's is no mention of the city."""
    text = "He was shot on Houston Street."
    document = open_document(Report(id=ReportId("r1"), text=text))
    start = document.text.index("Houston")
    assert find_localities(document, [Span(start, start + 14)]) == []
