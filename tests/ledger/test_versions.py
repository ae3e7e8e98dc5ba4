"""Never twice, never lost: a report is known by its page and by its words, and a changed page is a later version."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from citydesk.ledger import IncidentQuery, Ledger
from citydesk.model import Basis, Report, ReportId, evidence_holds, facts_of, make_report_id
from citydesk.publish import export
from tests.ledger.conftest import Add
from tests.ledger.dumps import dump
from tests.ledger.made import NOON, MadeReader, Shooting, make_report

SHOT = Shooting(outcome="injured")
DIED = replace(SHOT, outcome="killed")
PUBLISHED = datetime(2021, 3, 6, 10, tzinfo=UTC)


def _page(
    name: str, shooting: Shooting, *, words: str = "", updated: datetime | None = None, site: str = "lantern.example"
) -> Report:
    """A report as a fetched page gives it: known by its address."""
    report = make_report(name, shooting, words=words)
    url = f"https://{site}/{name}"
    return report.model_copy(
        update={"id": make_report_id(url, report.text), "url": url, "published": PUBLISHED, "updated": updated}
    )


def _later(report: Report, number: int) -> ReportId:
    return ReportId(f"{report.id}-v{number}")


def test_a_changed_page_is_a_later_version(ledger: Ledger, add: Add) -> None:
    """Of the same report: one incident, told by one page, in which what it says now stands and what it said stays."""
    first = _page("fargo", SHOT)
    assert add(first).versions == 0
    summary = add(_page("fargo", DIED, updated=PUBLISHED + timedelta(hours=5)))
    assert (summary.added, summary.versions, summary.copies, summary.incidents_new) == (1, 1, 0, 0)
    (line,) = ledger.incidents(IncidentQuery()).lines
    assert line.reports == 1
    view = ledger.incident(line.id)
    outcome = next(value for value in view.record.people[0].values if value.subject.property == "outcome")
    assert (outcome.value, outcome.basis) == ("killed", Basis.UPDATED)
    assert [view.claims[one].report for one in outcome.against] == [first.id]
    assert (len(view.reports), view.count_pages(view.record.reports)) == (2, 1)
    assert outcome.claim is not None
    assert view.claims[outcome.claim].since == PUBLISHED + timedelta(hours=5)


def test_the_evidence_of_every_version_stays_valid(ledger: Ledger, add: Add) -> None:
    """Each has its own text, its own reading, and a page that leads to the others."""
    first = _page("fargo", SHOT)
    add(first, _page("fargo", DIED), _page("fargo", replace(DIED, age=35)))
    ids = [first.id, _later(first, 2), _later(first, 3)]
    for id_ in ids:
        view = ledger.report(id_)
        assert view.reading is not None
        given, facts = view.report, [fact for _, fact in facts_of(view.reading)]
        assert facts
        assert all(evidence_holds(fact, given.title, given.text) for fact in facts)
        assert [line.id for line in view.versions] == ids
        assert [line.version_of for line in view.versions] == [None, first.id, first.id]
    assert ledger.report(ids[0]).report.text != ledger.report(ids[1]).report.text


@pytest.mark.parametrize("again", ["first", "second"])
def test_no_version_comes_in_twice(add: Add, again: str) -> None:
    """Whichever comes again, in whatever order."""
    versions = {"first": _page("fargo", SHOT), "second": _page("fargo", DIED)}
    add(*versions.values())
    summary = add(versions[again])
    assert (summary.added, summary.already, summary.problem_count) == (0, 1, 0)


def test_what_changes_at_every_visit_makes_no_version(add: Add) -> None:
    """How long ago it was, how many have commented."""
    page = _page("fargo", SHOT)
    add(page.model_copy(update={"text": page.text + "\n\n3 hours ago\n\n12 comments"}))
    assert add(page.model_copy(update={"text": page.text + "\n\n9 hours ago\n\n40 comments"})).already == 1


def test_a_version_without_a_time_of_its_own_is_of_the_moment_when_it_was_seen(ledger: Ledger, add: Add) -> None:
    """So that what it says came after what was said before."""
    first = _page("fargo", SHOT)
    add(first)
    add(_page("fargo", DIED))
    later = ledger.report(_later(first, 2)).report
    assert (later.published, later.updated) == (PUBLISHED, NOON)


def test_two_addresses_of_a_site_with_one_text_are_one_report(ledger: Ledger, add: Add) -> None:
    """Also where one is the page for telephones; changed under the other, it is a version of it."""
    words = make_report("fargo", SHOT).text.split("\n\n", 1)[1]
    first = _page("fargo", SHOT, words=words).model_copy(update={"title": "Shooting"})
    twin = _page("fargo-2", SHOT, words=words, site="www.lantern.example").model_copy(update={"title": "Shooting"})
    summary = add(first, twin)
    assert (summary.added, summary.already) == (1, 1)
    assert ledger.size().reports == 1


def test_the_same_words_in_another_paper_are_a_copy(add: Add) -> None:
    """That a second paper has it is a thing to know; it counts once all the same."""
    words = make_report("fargo", SHOT).text.split("\n\n", 1)[1]
    papers = [_page("fargo", SHOT, words=words, site=site) for site in ("lantern.example", "gazette.example")]
    summary = add(*(paper.model_copy(update={"title": "Shooting"}) for paper in papers))
    assert (summary.added, summary.copies) == (2, 1)


def test_a_page_that_tells_of_nothing_now_takes_nothing_away(ledger: Ledger, add: Add) -> None:
    """What it told stays told; the later version is left out with the reason."""
    first = _page("fargo", SHOT)
    add(first)
    council = "The city council met on Monday and spoke about the new bridge over the river, and about its trees."
    add(first.model_copy(update={"title": "Council meets", "text": council}))
    assert [one.line.id for one in ledger.left_out()] == [_later(first, 2)]
    assert ledger.incidents(IncidentQuery()).total == 1
    assert ledger.report(first.id).incidents != (None,)


def test_versions_are_one_incident_however_little_they_share(ledger: Ledger, add: Add) -> None:
    """A first line without a name, then the whole story: it is the same page."""
    add(_page("fargo", SHOT, words="More to come."))
    add(_page("fargo", replace(SHOT, name="Bo Lindqvist", age=71, outcome="killed")))
    assert ledger.incidents(IncidentQuery()).total == 1


def test_an_export_has_every_version_and_its_page_once(ledger: Ledger, add: Add, tmp_path: Path) -> None:
    """The ids lead to the words; the address is one."""
    first = _page("fargo", SHOT)
    add(first, _page("fargo", DIED))
    out = tmp_path / "x.jsonl"
    assert export(ledger, out, "jsonl") == 1
    written = out.read_text()
    assert f'"reports":["{first.id}","{first.id}-v2"]' in written.replace(" ", "")
    assert f'"report_urls":["{first.url}"]' in written.replace(" ", "")


def test_a_rebuild_keeps_versions(ledger: Ledger, add: Add, path: Path) -> None:
    """They are reports like others."""
    add(_page("fargo", SHOT), _page("fargo", DIED), _page("minot", replace(SHOT, name="Cy Dow", city="Minot")))
    before = dump(path)
    ledger.rebuild(reader=MadeReader(), clock=lambda: NOON)
    assert dump(path) == before
