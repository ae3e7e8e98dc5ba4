"""One incident as a line of open data."""

import json

from pydantic import JsonValue

from citydesk.model import Certainty
from citydesk.publish import COLUMNS, NamePolicy, row_of
from tests.publish.records import make_kept, make_person, make_record

ANN = make_person(1, name="Ann Reyes", age=34, sex="female", role="victim", outcome="injured")
BEN = make_person(
    2, text="Ben Dow, 15", name="Ben Dow", age=15, role="suspect", custody="arrested", charges=["assault"]
)
RECORD = make_record(
    ANN,
    BEN,
    date="2021-03-05",
    time="16:45",
    place_city="Fargo",
    place_state="ND",
    killed=0,
    injured=1,
    domestic=False,
    weapons=["handgun", "knife"],
    agencies=[{"name": "Fargo Police Department", "role": "investigating"}],
)


def test_a_line_has_what_the_scorer_reads() -> None:
    """The names and values that other programs count on."""
    row = row_of(make_kept(RECORD), NamePolicy("all"))
    expected = {
        "id": "2021-03-05-fargo-nd",
        "reports": ["r1"],
        "date": "2021-03-05",
        "city": "Fargo",
        "state": "ND",
        "lat": 46.9,
        "lon": -96.8,
        "killed": 0,
        "injured": 1,
    }
    assert {name: row[name] for name in expected} == expected
    people = [{name: one[name] for name in ("name", "age", "sex", "role", "outcome")} for one in _told(row, "people")]
    assert people == [
        {"name": "Ann Reyes", "age": 34, "sex": "female", "role": "victim", "outcome": "injured"},
        {"name": "Ben Dow", "age": 15, "sex": None, "role": "suspect", "outcome": None},
    ]


def _told(row: dict[str, JsonValue], name: str) -> list[dict[str, JsonValue]]:
    """A list of objects in a row."""
    listed = row[name]
    assert isinstance(listed, list)
    return [one for one in listed if isinstance(one, dict)]


def test_a_line_has_more_beside() -> None:
    """Weapons, agencies, reports with their outlets and days, and who only mentions it."""
    row = row_of(make_kept(RECORD), NamePolicy())
    assert (row["weapons"], row["domestic"], row["officer_shot"]) == (["handgun", "knife"], False, None)
    assert row["agencies"] == [{"name": "Fargo Police Department", "role": "investigating"}]
    assert (row["report_urls"], row["publishers"]) == (["https://lantern.example/1"], ["The Fargo Lantern"])
    assert (row["first_published"], row["last_published"]) == ("2021-03-06", "2021-03-06")
    assert (row["mentioned_in"], row["readers"]) == (["r0"], ["made 1"])


def test_a_rough_date_is_no_day() -> None:
    """It stands as EDTF beside a day that is null."""
    for rough in ("2021-03-01/2021-03-05", "2021-03", "2021"):
        row = row_of(make_kept(make_record(date=rough)), NamePolicy())
        assert (row["date"], row["date_edtf"]) == (None, rough)


def test_source_and_certainty_travel_with_each_value() -> None:
    """No allegation leaves the ledger as a fact."""
    kept = make_kept(RECORD, killed=(Certainty.ALLEGED, "Fargo Police Department"))
    values = {(one["property"], one["person"]): one for one in _told(row_of(kept, NamePolicy()), "values")}
    killed = values["killed", None]
    assert (killed["value"], killed["certainty"], killed["source"]) == (0, "alleged", "Fargo Police Department")
    assert values["age", 1]["certainty"] == "stated"


def test_a_withheld_name_stands_nowhere_in_the_line() -> None:
    """Not even where he is the source of another value."""
    kept = make_kept(RECORD, time=(Certainty.STATED, "Ben Dow"))
    line = json.dumps(row_of(kept, NamePolicy()))
    assert "Ben" not in line
    assert "Dow" not in line
    assert "Ann Reyes" in line
    assert json.loads(line)["names_withheld"] == 1
    assert [person["name_withheld"] for person in json.loads(line)["people"]] == [False, True]
    assert "Ben Dow" in json.dumps(row_of(kept, NamePolicy("all")))


def test_columns_have_names_of_their_own_and_say_what_they_hold() -> None:
    """For whoever reads the documentation."""
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
    assert all(column.about.endswith(".") for column in COLUMNS)
