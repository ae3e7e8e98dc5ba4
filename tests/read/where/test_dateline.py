"""Datelines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.model import DatelineValue, Report, ReportId
from citydesk.read.page.document import open_document
from citydesk.read.where.dateline import find_dateline, usual_case


def _dateline(text: str, url: str | None = None) -> tuple[DatelineValue, str] | None:
    report = Report(id=ReportId("r1"), text=text, title="Two hurt", url=url)
    fact = find_dateline(open_document(report))
    return None if fact is None else (fact.value, fact.evidence[0].text)


@pytest.mark.parametrize(
    ("text", "city", "state", "words"),
    [
        ("KANSAS CITY, MO (KCTV) -- Police", "Kansas City", "MO", "KANSAS CITY, MO"),
        ("TULSA, Okla. (AP) — Police", "Tulsa", "OK", "TULSA, Okla."),
        ("date 2026-03-12 KNOXVILLE, Tenn. (WATE) - A man", "Knoxville", "TN", "KNOXVILLE, Tenn."),
        ("By Jane Doe, SPRINGFIELD, Ill. -- A man", "Springfield", "IL", "SPRINGFIELD, Ill."),
        ("SAVANNAH, GA (March 2, 2026): Detectives", "Savannah", "GA", "SAVANNAH, GA"),
        ("Houston - Two men were shot.", "Houston", "TX", "Houston"),
        ("CHICAGO — Two men were shot.", "Chicago", "IL", "CHICAGO"),
        ("ST. LOUIS COUNTY (KTVI) - Two men", None, "MO", "ST. LOUIS COUNTY"),
        ("FOND DU LAC, Wis. (AP) - Two men", "Fond du Lac", "WI", "FOND DU LAC, Wis."),
        ("MCALLEN, Texas — Two men", "McAllen", "TX", "MCALLEN, Texas"),
        ("SMALLVILLE HOLLOW, W.Va. (WSAZ) - Two men", "Smallville Hollow", "WV", "SMALLVILLE HOLLOW, W.Va."),
        ("Image 1 of 3 Share this\n\nLUBBOCK, Texas (KCBD) - Two men", "Lubbock", "TX", "LUBBOCK, Texas"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_finds_where_a_report_is_filed_from(text: str, city: str | None, state: str, words: str) -> None:
    """The city in its usual case and the state's two letters, with the words of both as evidence."""
    assert _dateline(text) == (DatelineValue(city=city, state=state), words)


@pytest.mark.parametrize(
    "text",
    [
        "Police said a man was shot near Tulsa.",
        "BREAKING - Two men were shot.",
        "Call Crime Stoppers at 901-528-CASH (2274) with what you know.",
        "UPDATE: Two men were shot.",
        "STORY: Two men were shot.",
        "Houston police - two men were shot.",
        "",
    ],
)
def test_finds_none_where_there_is_none(text: str) -> None:
    """Capitals and dashes alone make no dateline."""
    assert _dateline(text) is None


@pytest.mark.parametrize(
    ("text", "url", "state"),
    [
        ("SPRINGFIELD (KY3) - Two men were shot.", "https://www.ky3.com/1", "MO"),
        ("ROSELAND — An officer was shot.", "https://www.dnainfo.com/chicago/1", "IL"),
        ("SPRINGFIELD - Two men were shot, the Ohio attorney general said.", None, "OH"),
        ("PORTLAND - A man from Westbrook was shot, the Cumberland County sheriff said.", None, "ME"),
        ("COLUMBUS - Two men were shot in Muscogee County.", None, "GA"),
    ],
    ids=["by the outlet", "a quarter of its city", "by a state named", "by a town near by", "by its county"],
)
def test_a_city_without_a_state_lies_where_the_report_points(text: str, url: str | None, state: str) -> None:
    """The rest of the report, and the outlet, choose between cities of one name."""
    found = _dateline(text, url)
    assert found is not None
    assert found[0].state == state


@given(st.text(max_size=300))
def test_evidence_is_in_the_text_given(text: str) -> None:
    """Whatever is found, its words stand where the evidence says."""
    report = Report(id=ReportId("r1"), text=text)
    fact = find_dateline(open_document(report))
    for said in fact.evidence if fact else ():
        assert text[said.start : said.end] == said.text


def test_usual_case_leaves_other_words_alone() -> None:
    """Only a name in capitals is rewritten."""
    assert usual_case("Coeur d'Alene") == "Coeur d'Alene"
    assert usual_case("COEUR D'ALENE") == "Coeur d'Alene"
