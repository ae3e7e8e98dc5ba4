"""A reading as a page for people."""

import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from citydesk.model import (
    AgencyPart,
    AgencyRole,
    Attribution,
    Certainty,
    DatelineValue,
    Evidence,
    Fact,
    FieldName,
    Incident,
    Medium,
    Participant,
    Place,
    PlaceKind,
    Quote,
    ReaderName,
    Reading,
    ReadReport,
    ReportId,
    Role,
    Sequence,
    Weapon,
    WeaponKind,
)
from citydesk.terminal.page import render_page
from citydesk.terminal.showing import set_page
from tests.model.made import readings

REPORT = ReadReport(id=ReportId("r1"), title="Two shot in Tulsa", publisher="KZQX", published=date(2021, 3, 5))


def _fact(value: Any, *words: str, **fields: Any) -> Fact[Any]:
    told = [Evidence(field=FieldName.TEXT, start=0, end=len(one), text=one) for one in words or ("words",)]
    return Fact(value=value, evidence=tuple(told), **fields)


def _page(width: int = 100, *, name: str | None = None, report: ReadReport = REPORT, **fields: Any) -> str:
    reading = Reading(reader=ReaderName(name="rules", version="1"), report=report, **{"kind": None, **fields})
    paper = Console(file=io.StringIO(), width=width)
    return set_page(paper, render_page(reading, width=width, name=name))


def _line(page: str, label: str) -> str:
    (line,) = (line for line in page.splitlines() if f" {label}  " in line)
    return " ".join(line.split())


def test_each_fact_has_its_words_and_its_source() -> None:
    """Label, value, the words, who says so and how surely."""
    incident = Incident(
        main=True,
        date=_fact("2021-03-04", "Thursday night"),
        time=_fact("21:30", "about 9:30 p.m.", source="police"),
        time_approximate=True,
        place=Place(city=_fact("Tulsa", "TULSA"), kind=_fact(PlaceKind.BAR_OR_CLUB, "bar")),
        killed=_fact(0, "No one was killed"),
        officer_shot=_fact(False, "bystander", source="Tulsa Police", certainty=Certainty.BELIEVED),
        weapons=(Weapon(text="a pistol", kind=_fact(WeaponKind.HANDGUN, "pistol", certainty=Certainty.ALLEGED)),),
        agencies=(AgencyPart(name=_fact("Tulsa Police", "police"), role=_fact(AgencyRole.INVESTIGATING)),),
        sequence=_fact(Sequence(ordinal=2, of="shooting", period="2021-03-04"), "second shooting today"),
    )
    page = _page(incidents=(incident,))
    assert _line(page, "date") == "When date 2021-03-04 “Thursday night”"
    assert _line(page, "time") == "time about 21:30 “about 9:30 p.m.” — police"
    assert _line(page, "kind of place") == "Where kind of place bar or club “bar”"
    assert _line(page, "killed") == "What killed 0 “No one was killed”"
    assert _line(page, "officer shot") == "officer shot no “bystander” — Tulsa Police, believed"
    assert _line(page, "weapon") == "weapon handgun “pistol” — alleged"
    assert _line(page, "sequence") == "sequence 2nd shooting, 2021-03-04 “second shooting today”"
    assert _line(page, "investigating") == "Agencies investigating Tulsa Police “police”"


def test_people_stand_under_their_parts() -> None:
    """The mention first, then what is known."""
    officer = Participant(
        text="a Tulsa officer",
        role=_fact(Role.VICTIM),
        officer=_fact(True),
        years_of_service=_fact(2.5, "two and a half"),
    )
    suspect = Participant(text="a man", role=_fact(Role.SUSPECT), charges=(_fact("assault"), _fact("arson")))
    page = _page(incidents=(Incident(main=True, people=(officer, suspect)),))
    assert "  Victim    “a Tulsa officer”, an officer\n" in page
    assert "  Suspect   “a man”\n" in page
    assert _line(page, "years of service") == "years of service 2.5 “two and a half”"
    assert page.count(" charge  ") == 2


def test_evidence_is_shown_once_and_not_without_end() -> None:
    """Words that come twice are shown once; many are counted."""
    page = _page(incidents=(Incident(main=True, killed=_fact(2, "died", "died", "dead")),))
    assert "“died” “dead”\n" in page
    page = _page(incidents=(Incident(main=True, killed=_fact(5, *"abcde")),))
    assert "“a” “b” “c” and 2 more\n" in page


@pytest.mark.parametrize(
    ("report", "name", "heading"),
    [
        (REPORT, "a.txt", "Two shot in Tulsa"),
        (ReadReport(id=ReportId("r1")), "a.txt", "a.txt"),
        (ReadReport(id=ReportId("r1")), None, "Report r1"),
    ],
)
def test_the_page_is_headed_by_the_title_or_the_file(report: ReadReport, name: str | None, heading: str) -> None:
    """Or by the id, where there is neither."""
    assert _page(report=report, name=name).splitlines()[0] == heading


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (date(2021, 3, 5), "KZQX · 2021-03-05"),
        (datetime(2021, 3, 5, 22, 5, tzinfo=UTC), "KZQX · 2021-03-05 22:05 UTC"),
        (None, "KZQX · no publication date"),
    ],
)
def test_the_second_line_says_when_and_where_it_is_from(published: date | None, shown: str) -> None:
    """With the place of the dateline, and the kind of report."""
    dateline = _fact(DatelineValue(city="Tulsa", state="OK"))
    report = REPORT.model_copy(update={"published": published, "dateline": dateline})
    assert _page(report=report, kind=_fact("follow_up")).splitlines()[1] == f"{shown} · Tulsa, OK · follow up"


def test_a_report_of_nothing_says_so() -> None:
    """And so does an incident of which no more is known."""
    assert "It tells of no incident." in _page()
    page = _page(incidents=(Incident(main=True, killed=_fact(1)), Incident(main=False)))
    assert "Incident 1 of 2 ─" in page
    assert "Incident 2 of 2, only mentioned ─" in page
    assert "The report says no more of it." in page


@pytest.mark.parametrize(
    ("fields", "by"),
    [
        ({"speaker": "Cora Dunn"}, "Cora Dunn"),
        ({"speaker": "Lou Hale", "title": "Sgt.", "organization": "Tulsa Police"}, "Sgt. Lou Hale, Tulsa Police"),
        ({"speaker": "Cora Dunn", "title": "a neighbor"}, "Cora Dunn, a neighbor"),
        ({"organization": "Tulsa Police"}, "Tulsa Police"),
        ({}, "speaker not named"),
    ],
)
def test_quotes_have_their_speaker(fields: dict[str, str], by: str) -> None:
    """With title and body, and where it was said."""
    quote = Quote(text="I heard it.", start=0, end=11, **{name: _fact(value) for name, value in fields.items()})
    assert f"  “I heard it.”\n    — {by}\n" in _page(quotes=(quote,))
    tweeted = quote.model_copy(update={"medium": _fact(Medium.TWITTER)})
    assert f"    — {by} (Twitter)\n" in _page(quotes=(tweeted,))


@pytest.mark.parametrize(
    ("source", "certainty", "by"),
    [
        ("police", Certainty.STATED, "police"),
        ("police", Certainty.BELIEVED, "police, believed"),
        (None, Certainty.ALLEGED, "no source named, alleged"),
    ],
)
def test_attributions_have_their_source(source: str | None, certainty: Certainty, by: str) -> None:
    """And how surely it is said, where that is not simply stated."""
    said = Attribution(
        text="Police said so.", start=0, end=15, source=_fact(source) if source else None, certainty=_fact(certainty)
    )
    assert f"  “Police said so.”\n    — {by}\n" in _page(attributions=(said,))


@given(readings, st.integers(40, 200))
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_no_line_is_wider_than_the_paper(reading: Reading, width: int) -> None:
    """Nor has it anything that a terminal would obey, whatever the reading."""
    paper = Console(file=io.StringIO(), width=width)
    for line in set_page(paper, render_page(reading, width=width)).split("\n"):
        assert cell_len(line) <= width
        assert line == line.rstrip(" ")
        assert all(
            character.isprintable() or character in "\u00a0\u00ad" or ord(character) > 0xFF for character in line
        )


@pytest.mark.parametrize("width", [40, 80, 140])
def test_long_values_are_wrapped_in_their_column(width: int) -> None:
    """Labels stay whole, and every word is there."""
    words = "possession of a firearm by a person who had been told by a court not to have one"
    person = Participant(text="a man", role=_fact(Role.SUSPECT), charges=(_fact(words, words),))
    page = _page(width, incidents=(Incident(main=True, people=(person,)),))
    assert "charge" in page
    assert all(word in page for word in words.split())
