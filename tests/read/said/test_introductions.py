"""Persons whom a report names in full."""

import pytest

from citydesk.model import Report, ReportId
from citydesk.read.page.document import Span, open_document
from citydesk.read.said.agencies import find_agencies
from citydesk.read.said.introductions import Introductions


def _open(text: str) -> Introductions:
    document = open_document(Report(id=ReportId("r1"), text=text))
    return Introductions(document, find_agencies(document, ()))


def _find(text: str, words: str) -> Span:
    at = open_document(Report(id=ReportId("r1"), text=text)).text.rindex(words)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Carl Marlow came. Marlow left.", "Marlow", "Carl Marlow"),
        ("Marlow came. It was Carl Marlow.", "Marlow", "Carl Marlow"),
        ("Carl Marlow and Ann Marlow came. Marlow left.", "Marlow", "Ann Marlow"),
        ("Carl D. Marlow Jr. came. Carl Marlow left.", "Carl Marlow", "Carl D. Marlow Jr."),
        ("Carl Marlow came. Carl left.", "Carl", "Carl Marlow"),
        ("Nobody came. Marlow left.", "Marlow", "Marlow"),
        ("Carl Marlow came. Marlwo left.", "Marlwo", "Carl Marlow"),
        ("Carl Harlow came. Marlow left.", "Marlow", "Marlow"),
        ("Carl Poe came. Roe left.", "Roe", "Roe"),
    ],
    ids=[
        "surname",
        "named later",
        "nearest before",
        "fuller form",
        "first name",
        "nowhere in full",
        "slip",
        "first letter",
        "short",
    ],
)
def test_a_part_of_a_name_leads_to_the_fullest(text: str, words: str, name: str) -> None:
    """The fullest form that the report has anywhere; of several persons the one named last before."""
    assert _open(text).known(_find(text, words)).name == name


def test_reads_title_and_body_where_somebody_is_introduced() -> None:
    """From before the name, from behind it, and from an apposition."""
    text = (
        "Alton Police Chief Carl Marlow came. Sgt. Ann Roe with the Ohio State Highway Patrol left. "
        "Sue Poe, a spokeswoman for the Alton School District, stayed."
    )
    opened = _open(text)
    told = []
    for name in ("Carl Marlow", "Ann Roe", "Sue Poe"):
        person = opened.known(_find(text, name))
        assert person.title is not None
        assert person.organization is not None
        told.append((person.title.value, person.organization.value))
    assert told == [
        ("Police Chief", "Alton Police"),
        ("Sgt.", "Ohio State Highway Patrol"),
        ("spokeswoman", "Alton School District"),
    ]


def test_a_title_or_an_age_leads_to_the_one_person_who_has_it() -> None:
    """Two chiefs are nobody's title; an age behind a name is its person's."""
    opened = _open("Chief Carl Marlow came. Ann Roe, 53, left.")
    chief, aged = opened.titled("chief"), opened.aged("53")
    assert chief is not None
    assert aged is not None
    assert (chief.name, aged.name) == ("Carl Marlow", "Ann Roe")
    assert _open("Chief Carl Marlow came. Chief Ann Roe left.").titled("chief") is None
    assert opened.aged("54") is None


def test_kin_leads_to_the_one_person_so_called() -> None:
    """Before or behind a name; of another's by name, or of two, nobody is meant."""
    mother = frozenset(("mother",))
    opened = _open("His mother, Ann Roe, came. Sue Poe, Bo's aunt, left.")
    person = opened.related(mother, None)
    assert person is not None
    assert person.name == "Ann Roe"
    assert opened.related(frozenset(("aunt",)), "Carl") is None
    assert opened.related(frozenset(("uncle",)), None) is None
    assert _open("His mother, Ann Roe, met her mother, Sue Poe.").related(mother, None) is None


def test_a_rank_between_title_and_name_does_no_harm() -> None:
    """A spokeswoman who is an officer too is the spokeswoman."""
    person = _open("Spokeswoman Officer Ann Roe came.").titled("spokeswoman")
    assert person is not None
    assert person.name == "Ann Roe"


def test_finds_the_full_names_of_a_stretch() -> None:
    """Names of two words and more, in order."""
    opened = _open("Ann Roe met Bo Poe. Carl Marlow left.")
    assert [opened.document.words(span) for span in opened.names_in(2, 21)] == ["Ann Roe", "Bo Poe"]
