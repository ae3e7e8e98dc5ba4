"""One report as display values: its text with the evidence marked, and what the marks say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.desk.findings import letter_of
from citydesk.desk.published import Desk
from citydesk.desk.report_page import ReportSheet, Run, report_sheet, safe_url
from citydesk.model import Evidence, Fact, FieldName, ReportId
from citydesk.publish import NamePolicy
from tests.desk.factories import FakeLedger, fact, make_incident, make_quote, make_reading, make_report


def make_sheet(ledger: FakeLedger, report: str, names: str = "public") -> ReportSheet:
    """The page of a report."""
    return report_sheet(Desk(ledger, NamePolicy(names)).report(ReportId(report)))


def runs_of(sheet: ReportSheet) -> list[Run]:
    """All runs of title and text."""
    return [*sheet.title, *(run for paragraph in sheet.paragraphs for run in paragraph)]


def test_text_is_whole_and_its_evidence_marked(ledger: FakeLedger) -> None:
    """Joined, the runs are the paragraphs of the report; marked ones lead to what they say, and back."""
    sheet = make_sheet(ledger, "wqlt-2")
    assert ["".join(run.words for run in runs) for runs in sheet.paragraphs] == [
        line for line in ledger.reports[ReportId("wqlt-2")].text.split("\n") if line
    ]
    died = next(run for run in runs_of(sheet) if run.words == "has died")
    assert died.style.split()[0] == "fact"
    finding = next(one for one in sheet.findings if f"#says-{one.number}" == died.href)
    assert [(one.label, one.words, one.source) for one in finding.facts] == [
        ("Killed", "1", "Duluth Police Department"),
        ("Injured", "2", "Duluth Police Department"),
        ("Outcome", "killed", "Duluth Police Department"),
    ]
    assert finding.href == f"#{died.anchor}"


def test_every_link_leads_somewhere_on_the_page(ledger: FakeLedger) -> None:
    """Marks lead to findings and voices, these lead to marks, and no place is named twice."""
    for report in ("wqlt-1", "wqlt-2", "child-1"):
        sheet = make_sheet(ledger, report)
        places = [f"#{run.anchor}" for run in runs_of(sheet) if run.anchor is not None]
        places += [f"#says-{one.number}" for one in sheet.findings] + [f"#voice-{one.number}" for one in sheet.voices]
        links = [run.href for run in runs_of(sheet) if run.href is not None]
        links += [one.href for one in sheet.findings] + [one.href for one in sheet.voices]
        assert set(links) <= set(places)
        assert len(places) == len(set(places))


def test_quotes_and_attributions_have_a_style_of_their_own(ledger: FakeLedger) -> None:
    """What is quoted or put in a source's mouth is marked apart from facts, and told with who says it."""
    sheet = make_sheet(ledger, "wqlt-1")
    styles = {run.words: run.style for run in runs_of(sheet)}
    assert styles["She kept talking to us the whole way,"] == "quote"
    assert styles["Twitter"] == "voice"
    assert "attributed" in styles["handgun"]
    assert [(voice.who, voice.detail, voice.hedge, voice.quoted) for voice in sheet.voices] == [
        ("police", None, "believed", False),
        ("Tomas Reyes", "Chief, Twitter", None, True),
    ]


def test_only_words_are_links(ledger: FakeLedger) -> None:
    """White space between marked words, and what is left of a name replaced, is no link to nothing."""
    for report in ("wqlt-1", "child-1"):
        assert all(run.words.strip() for run in runs_of(make_sheet(ledger, report)) if run.href is not None)


def test_withheld_name_is_replaced_once(ledger: FakeLedger) -> None:
    """A name kept back is replaced in title and text, also where evidence cuts through it, and in what is read."""
    sheet = make_sheet(ledger, "child-1")
    assert "Brandt" not in repr(sheet)
    assert "".join(run.words for run in sheet.paragraphs[0]).startswith("DULUTH, Minn. -- [name withheld], 9, was")
    assert sheet.plain_title == "[name withheld], 9, wounded at home"
    assert "Ella Brandt" in repr(make_sheet(ledger, "child-1", names="all"))


def test_left_out_report_says_why(ledger: FakeLedger) -> None:
    """A report without a reading shows its text and why it was left out."""
    sheet = make_sheet(ledger, "left")
    assert sheet.left_out == "It tells of no shooting or other violent incident."
    assert (sheet.findings, sheet.told) == ((), ())
    assert [run.words for run in runs_of(sheet)] == ["Council meets", "The city council met on Monday."]


def test_incidents_told_have_letters_where_they_are_several() -> None:
    """In a report of several incidents each fact says which one it is about; one without a record has no page."""
    report = make_report("two", "One died on Monday. Two were hurt in May.", title="Weekend")
    first = make_incident(killed=fact(report, "One died", 1), date=fact(report, "Monday", "2024-05-06"))
    second = make_incident(main=False, injured=fact(report, "Two", 2), date=fact(report, "in May", "2024-05"))
    ledger = FakeLedger()
    ledger.keep(report, make_reading(report, first, second), "2024-05-06-nowhere", None)
    sheet = make_sheet(ledger, "two")
    assert [(told.letter, told.words, told.href, told.main) for told in sheet.told] == [
        ("A", "Place not told, May 6, 2024", "/incidents/2024-05-06-nowhere", True),
        ("B", "Place not told, May 2024", None, False),
    ]
    assert {(one.letter, one.label) for finding in sheet.findings for one in finding.facts} == {
        ("A", "Killed"),
        ("A", "Date"),
        ("B", "Injured"),
        ("B", "Date"),
    }


def test_same_words_in_title_and_text_are_told_apart() -> None:
    """Offsets of the title and of the text never mix."""
    report = make_report("both", "Two shot. They will live.", title="Two shot")
    incident = make_incident(injured=fact(report, "Two", 2, title=True), killed=fact(report, "will live", 0))
    ledger = FakeLedger()
    ledger.keep(report, make_reading(report, incident, quotes=(make_quote(report, "They will live."),)), "x")
    sheet = make_sheet(ledger, "both")
    assert [run.anchor for run in runs_of(sheet) if run.anchor is not None] == ["title-0", "text-10", "text-15"]


@given(
    st.text("ab .\n\u202e", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=6),
)
def test_any_spans_leave_the_text_as_it_is(text: str, spans: list[tuple[int, int]]) -> None:
    """However evidence overlaps, the page shows each word of the report once and in its order."""
    report = make_report("any", text)
    told = [(start, min(start + length, len(text))) for start, length in spans if start < len(text)]
    evidence = tuple(Evidence(field=FieldName.TEXT, start=s, end=e, text=text[s:e]) for s, e in told)
    incident = make_incident(killed=Fact(value=1, evidence=evidence) if evidence else None)
    ledger = FakeLedger()
    ledger.keep(report, make_reading(report, incident), "x")
    sheet = make_sheet(ledger, "any")
    shown = "".join(run.words for paragraph in sheet.paragraphs for run in paragraph)
    assert shown.replace(" ", "") == "".join(text.split())


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://news.example/a?b=1", True),
        ("http://news.example/", True),
        ("javascript:alert(1)", False),
        ("data:text/html,hello", False),
        ("//news.example/", False),
        ("https://user@news.example/", False),
        ("https://[bad/", False),
        ("https:///path", False),
        ("news.example", False),
        (None, False),
    ],
)
def test_only_harmless_urls_become_links(url: str | None, safe: bool) -> None:
    """Http and https with a host are links; all else is shown as text."""
    assert safe_url(url) == (url if safe else None)


def test_letters_go_on_after_z() -> None:
    """A report of thirty incidents still has a letter for each."""
    assert [letter_of(n) for n in (0, 25, 26, 27, 52, 702)] == ["A", "Z", "AA", "AB", "BA", "AAA"]
