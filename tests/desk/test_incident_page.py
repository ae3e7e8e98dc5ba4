"""One incident as display values: groups, what stands behind a value, people, reports, quotations."""

from dataclasses import replace
from itertools import chain

import pytest

from citydesk.desk.incident_page import IncidentSheet, incident_sheet
from citydesk.desk.published import Desk
from citydesk.desk.rendering import render_page
from citydesk.desk.sayings import Value
from citydesk.model import Decision, IncidentId, ReportId, Ruling
from citydesk.publish import NamePolicy
from tests.desk.factories import FakeLedger, at
from tests.desk.scenes import BARE, CHILD, RICH


def make_sheet(ledger: FakeLedger, incident: str, names: str = "public") -> IncidentSheet:
    """The page of an incident."""
    return incident_sheet(Desk(ledger, NamePolicy(names)).incident(IncidentId(incident)))


@pytest.fixture(scope="module")
def rich(ledger: FakeLedger) -> IncidentSheet:
    """The page of the incident of which most is told."""
    return make_sheet(ledger, RICH)


def value_of(sheet: IncidentSheet, anchor: str) -> Value:
    """The value at an anchor of the page."""
    groups = [group.values for group in (*sheet.groups, *sheet.further)]
    values = chain(*groups, *(card.values for card in sheet.people))
    return next(value for value in values if value.anchor == anchor)


def test_groups_hold_the_record_in_its_order(rich: IncidentSheet) -> None:
    """When, where and what happened come before the people, weapons and agencies after."""
    assert [group.heading for group in rich.groups] == ["When", "Where", "What happened"]
    assert [group.heading for group in rich.further] == ["Weapons"]
    told = {value.anchor: value.words for group in rich.groups for value in group.values}
    assert told == {
        "date": "Thursday, May 2, 2024",
        "time": "9:40 p.m.",
        "place-address": "Fourth Street and Lake Avenue",
        "place-name": "Harbor Grill",
        "place-city": "Duluth",
        "place-state": "Minnesota",
        "killed": "1",
        "injured": "2",
        "officer_shot": "yes",
        "shot_by_officer": "yes",
    }


def test_value_opens_the_sentence_that_says_it(ledger: FakeLedger, rich: IncidentSheet) -> None:
    """Behind a value stand its words in their sentence, who says it, how surely, and the way to the report."""
    says = value_of(rich, "time").says
    assert says is not None
    assert [piece.text for piece in says.passages[0].pieces if piece.marked] == ["around 9:40 p.m."]
    assert (says.voice, says.confidence, says.outlet) == ("in the report’s own words", "97%", "WQLT")
    start = ledger.reports[ReportId("wqlt-1")].text.index("around 9:40 p.m.")
    assert says.passage_href == f"/reports/wqlt-1#text-{start}"
    assert [copy.words for copy in says.also] == ["Lake Tribune, May 3, 2024, 9:00 a.m. UTC"]


def test_contradicted_value_shows_both_sides(rich: IncidentSheet) -> None:
    """A later count stands, the earlier one is shown against it, its copy under the same words."""
    injured = value_of(rich, "injured")
    assert (injured.words, injured.disputed, injured.basis) == (
        "2",
        True,
        "It is the latest word on something that changes.",
    )
    (contrary,) = injured.against
    assert contrary.value == "3"
    assert [(said.voice, len(said.also)) for said in contrary.sayings] == [("said by police", 1)]
    assert ("injured", "#injured") in [(link.words, link.href) for link in rich.disputed]


def test_hedged_value_says_so_on_its_closed_line(rich: IncidentSheet) -> None:
    """What is only believed never looks like a fact."""
    (weapon,) = rich.further[0].values
    assert (weapon.words, weapon.hedge) == ("handgun", "believed")


def test_people_are_cards(rich: IncidentSheet) -> None:
    """Participants are headed by their names, or described where the policy withholds them."""
    told = {card.heading: (card.part, card.note) for card in rich.people}
    assert told == {
        "Anna Lindqvist": ("Victim, an officer", None),
        "The suspect": ("Suspect", "Name withheld"),
        "Peter Okafor": ("Victim", None),
    }


def test_reports_stand_in_a_timeline(rich: IncidentSheet) -> None:
    """Every report is there, a near copy with its original, and what the record takes from it."""
    assert [(stop.href, stop.copy_of) for stop in rich.stops] == [
        ("/reports/wqlt-1", None),
        ("/reports/trib-1", "/reports/wqlt-1"),
        ("/reports/wqlt-2", None),
    ]
    assert rich.stops[1].says == "21 claims, 0 in the record"
    assert rich.told_by == "3 reports from 2 outlets"


def test_quotations_stand_once(rich: IncidentSheet) -> None:
    """A quotation that a copy repeats is shown once, with speaker, office and medium."""
    told = [(one.words, one.speaker, one.office, one.medium, one.also) for one in rich.quotations]
    assert told == [
        ("She kept talking to us the whole way,", "Tomas Reyes", "Chief", "Twitter", "also in 1 other report"),
        ("We ask anyone who saw it to call,", "Tomas Reyes", "Chief, Duluth Police Department", None, None),
    ]


def test_what_no_report_says_is_named(ledger: FakeLedger, rich: IncidentSheet) -> None:
    """None means that the reports do not say, and the page says that."""
    assert rich.unsaid == "self-inflicted; an accident; between family or partners"
    bare = make_sheet(ledger, BARE)
    assert bare.unsaid.startswith("date; time; address; city; state; killed; injured;")
    assert bare.groups == ()


def test_related_incidents_keep_to_the_policy(rich: IncidentSheet) -> None:
    """Another incident is named with its reason, and without a child's name."""
    ((related),) = rich.related
    assert (related.row.href, related.why) == (f"/incidents/{CHILD}", "in the same city 2 days later")
    assert related.row.headline == "[name withheld], 9, wounded at home"


def test_no_withheld_name_stands_anywhere_on_the_page(ledger: FakeLedger) -> None:
    """Sentences, titles, headings and values are all without the names, unless the keeper shows them."""
    told = repr(make_sheet(ledger, CHILD))
    assert "Ella" not in told
    assert "Brandt" not in told
    assert "Daniel" not in told
    assert "Ella Brandt" in repr(make_sheet(ledger, CHILD, names="all"))


def test_decisions_are_told_the_latest_first(ledger: FakeLedger) -> None:
    """With who, when and why; one that was undone says so, and a withheld name is in none of them."""
    view = ledger.incident(IncidentId(CHILD))
    name = next(str(person.get("name")) for person in view.record.people if person.get("name") is not None)
    made = [
        {"id": 1, "what": Ruling.CORRECT, "property": "killed", "value": 2, "why": f"{name} is alive"},
        {"id": 2, "what": Ruling.UNDO, "undoes": 1, "why": "a slip"},
        {"id": 3, "what": Ruling.CORRECT, "property": "name", "value": "Somebody Else", "why": "so"},
    ]
    decisions = [Decision(incident=IncidentId(CHILD), who="Ann", when=at(3), **one) for one in made]
    shown = Desk(ledger, NamePolicy("public")).incident(IncidentId(CHILD))
    sheet = incident_sheet(replace(shown, view=replace(shown.view, decisions=tuple(decisions), out_of_scope=True)))
    assert [line.number for line in sheet.rulings] == [3, 2, 1]
    assert [line.undone for line in sheet.rulings] == [False, False, True]
    assert sheet.rulings[2].words == f"the killed of {CHILD} is 2"
    assert sheet.rulings[2].why == "[name withheld] is alive"
    assert "Somebody Else" not in sheet.rulings[0].words
    page = bytes(render_page("incident.html", sheet).body).decode()
    assert "Out of scope" in page
    assert 'id="decision-3"' in page
    assert name not in page
