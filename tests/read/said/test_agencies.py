"""Law enforcement bodies in a report."""

import pytest

from citydesk.model import Report, ReportId
from citydesk.read.page.document import Span, open_document
from citydesk.read.page.setting import PlaceLevel, PlaceMention
from citydesk.read.said.agencies import find_agencies
from tests.tagged import parse_tagged

_FULL = {
    "Pike": "Pike County Sheriff's Office",
    "GBI": "Georgia Bureau of Investigation",
    "Alton": "Alton Police Department",
    "Hill": "Hill City Police Department",
    "Louis": "St. Louis Metropolitan Police Department",
}


def _mentions(text: str) -> list[tuple[str, str]]:
    document = open_document(Report(id=ReportId("r1"), text=text))
    return [(document.words(mention.span), mention.name) for mention in find_agencies(document, ())]


@pytest.mark.parametrize(
    "example",
    [
        "<a name=Alton>Alton Police Department</a> cars came. <a name=Alton>APD</a> left.",
        "<a name=Alton>Alton police</a>, that is the <a name=Alton>Alton Police Department</a>, came.",
        '<a name="Alton police">Alton police</a> came. <a name="Alton police">APD</a> left.',
        '<a name="Pike County Sheriff\'s Office">Pike County deputies</a> came.',
        "<a name=Pike>Pike County Sheriff's Office</a> called. <a name=Pike>PCSO</a> left.",
        'The <a name="Ohio State Highway Patrol">Ohio State Highway Patrol</a> and the <a name="FBI">FBI</a> came.',
        "The <a name=GBI>Georgia Bureau of Investigation</a> came. <a name=GBI>GBI</a> agents left.",
        "The <a name=Alton>Alton Police Department</a> came. One officer of <a name=Alton>the department</a> left.",
        "<a name=Hill>Hill City Police Department</a>: <a name=Hill>@hillcitypolice</a>, <a name=Hill>@HCPD_News</a>.",
        '<a name="Alton police">Police in Alton</a> came.',
        "<a name=NYPD>NYPD</a> officers came.",
        "<a name=Louis>St. Louis Metropolitan Police Department</a> came. <a name=Louis>St. Louis police</a> left.",
        "<a name=Alton>Alton Police Department</a> cars came. <a name=Alton>City police</a> left.",
        '<a name="PCSO">PCSO</a> deputies came.',
        "<a name=\"Pike County District Attorney's Office\">Pike County District Attorney's Office</a> came. "
        "The <a name=\"Pike County District Attorney's Office\">district attorney's office</a> left.",
        "<a name=Pike>Pike County Sheriff's Office</a> came. <a name=Pike>Pike County detectives</a> left.",
        "nothing: Police came with a large police presence.",
        "nothing: The Alton Fire Department came. The department left. The coroner's office came.",
        "nothing: A Large police dog and Two police cars came in the USA.",
    ],
    ids=lambda example: example[:48],
)
def test_names_each_body_in_full(example: str) -> None:
    """Full names, short ones, abbreviations, handles and "the department" come to one name; bare police to none."""
    text, tags = parse_tagged(example, ["name"])
    names = [_FULL.get(tag.attributes["name"], tag.attributes["name"]) for tag in tags]
    assert _mentions(text) == [(text[tag.start : tag.end], name) for tag, name in zip(tags, names, strict=True)]


def test_a_place_tells_where_a_name_begins_in_a_headline() -> None:
    """In a title in capitals the city's name, found before, is where the body's begins."""
    title = "Suspect Shot Hill City Police Say"
    document = open_document(Report(id=ReportId("r1"), title=title, text="A man was shot."))
    start = title.index("Hill")
    place = PlaceMention(Span(start, start + 9), PlaceLevel.CITY, "Hill City")
    assert [mention.name for mention in find_agencies(document, (place,))] == ["Hill City Police"]


def test_city_police_are_those_of_the_city_named_most() -> None:
    """Where no body is named, "city police" are the police of the report's city."""
    text = "A man was shot in Alton. City police came."
    document = open_document(Report(id=ReportId("r1"), text=text))
    start = text.index("Alton")
    place = PlaceMention(Span(start + document.body_start, start + document.body_start + 5), PlaceLevel.CITY, "Alton")
    assert [mention.name for mention in find_agencies(document, (place,))] == ["Alton police"]
    assert find_agencies(document, ()) == ()
