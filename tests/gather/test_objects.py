"""Reports from JSON objects."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citydesk.gather.objects import parse_object, report_from_object
from citydesk.model import InputError, Report, make_report_id

TEXT = "A man was shot on Elm Street in Tulsa on Friday."


def _report(**fields: Any) -> Report:
    return report_from_object({"text": TEXT, **fields}, where="reports.jsonl, line 1")[0]


def test_all_fields_of_a_line() -> None:
    """Each field that a report has can be given."""
    report = _report(
        id="r1",
        url="https://tribune.example/elm",
        title="Man shot",
        publisher="Tulsa Tribune",
        byline="Ada Quill",
        published="2021-03-05T18:00:00Z",
        language="en",
        file="elm.html",
        plain=False,
    )
    assert report == Report(
        id="r1",
        text=TEXT,
        url="https://tribune.example/elm",
        title="Man shot",
        publisher="Tulsa Tribune",
        byline="Ada Quill",
        published=datetime(2021, 3, 5, 18, tzinfo=UTC),
        language="en",
        file="elm.html",
        plain=False,
    )


@pytest.mark.parametrize(
    ("fields", "report_id"),
    [
        ({"id": "a/b c"}, "a/b c"),
        ({"id": 42}, "42"),
        ({"id": ""}, make_report_id(None, TEXT)),
        ({"id": None, "url": "https://tribune.example/elm"}, make_report_id("https://tribune.example/elm", TEXT)),
        ({}, make_report_id(None, TEXT)),
    ],
)
def test_a_report_without_an_id_gets_one(fields: dict[str, Any], report_id: str) -> None:
    """It is made from the url or, failing that, the text."""
    assert _report(**fields).id == report_id


def test_a_title_alone_is_a_report() -> None:
    """Pages of a title only are read, since it may tell of an incident."""
    report, problem = report_from_object({"title": "Man shot in Tulsa"}, where="x")
    assert (report.title, report.text, problem) == ("Man shot in Tulsa", "", None)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (["text"], "is list, not a JSON object"),
        ("text", "is str, not a JSON object"),
        (None, "is NoneType, not a JSON object"),
        ({}, 'has no "text" and no "title"'),
        ({"text": "  \n", "title": ""}, 'has no "text" and no "title"'),
        ({"text": ["A", "B"]}, 'has a "text" that is list, not words'),
        ({"text": TEXT, "url": 5}, 'has a "url" that is int, not words'),
        ({"text": TEXT, "id": "x" * 201}, 'has an "id" that is not a short text'),
        ({"text": TEXT, "id": True}, 'has an "id" that is not a short text'),
        ({"text": TEXT, "id": {"$oid": "5"}}, 'has an "id" that is not a short text'),
    ],
)
def test_what_is_no_report_is_told(value: object, message: str) -> None:
    """The error says what was found in which field."""
    with pytest.raises(InputError) as caught:
        report_from_object(value, where="x")
    assert message in str(caught.value)


@pytest.mark.parametrize("published", ["0000-00-00", "last Friday", 1593705600, ["2020-07-02"]])
def test_a_report_with_a_bad_date_is_read_without_it(published: object) -> None:
    """The date is named and left out; the report stays."""
    report, problem = report_from_object({"text": TEXT, "published": published}, where="reports.jsonl, line 3")
    assert report.published is None
    assert problem is not None
    assert problem.where == "reports.jsonl, line 3"
    assert problem.message.endswith("; read without a date")


def test_a_bad_date_gives_way_to_that_of_the_text() -> None:
    """What the text's own head says counts where the field is of no use."""
    given_as = {"text": f"Posted: March 5, 2021\n{TEXT}", "published": "0000-00-00"}
    report, problem = report_from_object(given_as, where="x")
    assert report.published == date(2021, 3, 5)
    assert problem is not None
    assert problem.message.endswith("; read with that of its own head")


def test_the_field_goes_before_the_head_of_the_text() -> None:
    """A text's own posting line and outlet only fill gaps."""
    text = "date 2020-01-01 TULSA, Okla. (KZQX) -- A man was shot."
    given_as = {"text": text, "published": "2021-03-05", "publisher": "Tribune"}
    report, _ = report_from_object(given_as, where="x")
    assert (report.published, report.publisher) == (date(2021, 3, 5), "Tribune")
    filled, _ = report_from_object({"text": text}, where="x")
    assert (filled.published, filled.publisher) == (date(2020, 1, 1), "KZQX")


def test_several_authors_become_one_byline() -> None:
    """Some exports write lists of names."""
    assert _report(byline=["Ada Quill", "Ben Roe"]).byline == "Ada Quill, Ben Roe"


def test_lone_surrogates_and_nul_are_replaced_and_offsets_stay() -> None:
    """What no file can hold becomes U+FFFD, everywhere."""
    line = r'{"text": "A man\ud800 was\u0000 shot.\u0007", "title": "\udfffShot", "byline": "A\ud800"}'
    report, _ = report_from_object(parse_object(line), where="x")
    assert (report.text, report.title, report.byline) == ("A man\ufffd was\ufffd shot.\x07", "\ufffdShot", "A\ufffd")
    assert report.model_dump_json()


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('{"text": "A man', "is not JSON: unterminated string starting at column 10"),
        ("{text: 1}", "is not JSON: expecting property name enclosed in double quotes at column 2"),
        ('{\n"text": 1,\n}', "at line 3, column 1"),
        ("[" * 200_000, "nested too deep"),
        ("1" * 5_000, "is not JSON that can be read"),
    ],
    ids=["cut off", "no quotes", "several lines", "nested", "huge number"],
)
def test_broken_json_is_told_with_its_place(written: str, message: str) -> None:
    """The column, and the line where there are several."""
    with pytest.raises(InputError) as caught:
        parse_object(written)
    assert message in str(caught.value)
    assert len(str(caught.value)) < 200


def test_control_characters_may_stand_in_json_as_they_are() -> None:
    """Scrapers write them so, against the letter of the format."""
    assert parse_object('{"text": "A\x07\tman"}') == {"text": "A\x07\tman"}


@pytest.mark.parametrize(
    "text",
    [
        "TULSA, Okla. (KZQX) -- A man was shot.",
        "date 2021-03-05\nDULUTH, Minn. -- A man was shot.",
        "Posted: Mar 5, 2021 / 04:12 PM CST\nA man was shot.",
        "CHICAGO (AP) -- A man was shot.",
        "date 0000-00-00 TULSA, Okla. -- A man was shot.",
        TEXT,
    ],
)
def test_a_report_written_as_json_comes_back_the_same(text: str) -> None:
    """What `citydesk gather` writes is read as what it was gathered from."""
    report = report_from_object({"text": text, "title": "Shot"}, where="x")[0]
    again = report_from_object(parse_object(report.model_dump_json(exclude_none=True)), where="y")[0]
    assert again == report


def test_a_dateline_whose_words_are_not_there_is_left_out() -> None:
    """Only true evidence comes in."""
    dateline = {
        "value": {"city": "Tulsa", "state": "OK"},
        "evidence": [{"field": "text", "start": 0, "end": 5, "text": "TULSA"}],
    }
    assert _report(dateline=dateline).dateline is None
    assert _report(dateline="TULSA").dateline is None


@given(
    st.dictionaries(
        st.sampled_from(["id", "text", "title", "url", "published", "publisher", "dateline", "plain", "file"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=20),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
            max_leaves=4,
        ),
    )
)
@settings(max_examples=50)
def test_any_object_gives_a_report_or_an_input_error(given_as: dict[str, Any]) -> None:
    """Nothing else comes out, and what does can be written and read again as the same."""
    try:
        report, _ = report_from_object(given_as, where="x")
    except InputError:
        return
    assert report_from_object(json.loads(report.model_dump_json(exclude_none=True)), where="y")[0] == report
