"""What other programs export."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from citydesk.gather import Lead, gather
from citydesk.model import Problem, Report

STORY = "TULSA, Okla. -- A man was shot on Elm Street on Friday night, police said."
URL = "https://tribune.example/2021/baker"
NEWSAPI = {
    "status": "ok",
    "totalResults": 1,
    "articles": [
        {
            "source": {"id": None, "name": "Tulsa Tribune"},
            "author": "Ada Quill",
            "title": "Baker shot in Tulsa",
            "description": "A man was shot.",
            "url": URL,
            "publishedAt": "2021-03-06T04:10:00Z",
            "content": STORY,
        }
    ],
}
MEDIA_CLOUD = {
    "stories_id": 1041,
    "media_name": "Tulsa Tribune",
    "publish_date": "2021-03-06 04:10:00",
    "title": "Baker shot in Tulsa",
    "url": URL,
    "language": "en",
    "story_text": STORY,
}


def _gathered(path: Path, written: str) -> list[Report | Problem]:
    path.write_text(written)
    return list(gather([path]))


def test_a_newsapi_answer_as_it_was_saved(tmp_path: Path) -> None:
    """Its articles under the names that ours have."""
    (report,) = _gathered(tmp_path / "newsapi.json", json.dumps(NEWSAPI))
    assert isinstance(report, Report)
    assert (report.text, report.title, report.url) == (STORY, "Baker shot in Tulsa", URL)
    assert (report.publisher, report.byline) == ("Tulsa Tribune", "Ada Quill")
    assert report.published == datetime(2021, 3, 6, 4, 10, tzinfo=UTC)


@pytest.mark.parametrize("form", ["array", "lines", "wrapped"])
def test_media_cloud_stories(tmp_path: Path, form: str) -> None:
    """As an array, as lines, and wrapped in an object."""
    written = {
        "array": json.dumps([MEDIA_CLOUD]),
        "lines": json.dumps(MEDIA_CLOUD) + "\n",
        "wrapped": json.dumps({"stories": [MEDIA_CLOUD]}),
    }[form]
    (report,) = _gathered(tmp_path / ("stories.jsonl" if form == "lines" else "stories.json"), written)
    assert isinstance(report, Report)
    assert (report.text, report.publisher, report.published) == (STORY, "Tulsa Tribune", date(2021, 3, 6))


def test_an_excerpt_says_that_it_is_one_and_where_the_whole_stands(tmp_path: Path) -> None:
    """NewsAPI gives 200 characters to those who do not pay."""
    article = NEWSAPI["articles"][0] | {"content": f"{STORY}… [+2345 chars]"}  # type: ignore[index]
    report, lead = _gathered(tmp_path / "newsapi.json", json.dumps({"articles": [article]}))
    assert isinstance(report, Report)
    assert (report.text, report.partial) == (STORY, "an excerpt")
    assert isinstance(lead, Lead)
    assert lead.url == URL


def test_a_table_of_addresses_gives_leads(tmp_path: Path) -> None:
    """Media Cloud exports addresses and titles without words: they are to be fetched."""
    table = f"id,publish_date,title,url,media_name\n1,2021-03-06,Baker shot in Tulsa,{URL},Tulsa Tribune\n"
    (lead,) = _gathered(tmp_path / "stories.csv", table)
    assert isinstance(lead, Lead)
    assert (lead.url, lead.title) == (URL, "Baker shot in Tulsa")
    assert lead.where == f"{tmp_path / 'stories.csv'}, line 2"
    assert lead.message == f"only names a report: add {URL} to take it in"


def test_a_table_with_texts_gives_reports(tmp_path: Path) -> None:
    """Cells may hold commas, quotation marks and several lines."""
    table = f'Title,Text,Date\nBaker shot,"{STORY}\n""Go,"" she said.",2021-03-06\nNext,"{STORY}",2021-03-07\n'
    first, second = _gathered(tmp_path / "kept.csv", table)
    assert isinstance(first, Report)
    assert (first.text, first.published) == (f'{STORY}\n"Go," she said.', date(2021, 3, 6))
    assert isinstance(second, Report)
    assert second.title == "Next"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("a,b\n1,2\n", 'has no column called "text", "title" or "url"'),
        ("", "no column"),
        ("title,text\n", "is empty"),
        ("url\njavascript:x\n", 'has no "text" and no "title"'),
    ],
)
def test_tables_that_hold_no_reports_say_so(tmp_path: Path, table: str, message: str) -> None:
    """One line."""
    (problem,) = _gathered(tmp_path / "a.csv", table)
    assert isinstance(problem, Problem)
    assert message in problem.message


def test_a_pattern_stands_for_the_paths_that_match(tmp_path: Path) -> None:
    """Where no shell has put them in its place."""
    for name in ("2021-02/a.txt", "2021-03/b.txt", "2022-01/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    found = [one.text for one in gather([f"{tmp_path}/2021-*/*.txt"]) if isinstance(one, Report)]
    assert found == ["2021-02/a.txt", "2021-03/b.txt"]


@pytest.mark.parametrize("written", ['{"articles": []}', '{\n"articles": []\n}', "[]"])
def test_an_export_of_nothing_says_so(tmp_path: Path, written: str) -> None:
    """In one line, in several, and without an object around it."""
    (problem,) = _gathered(tmp_path / "newsapi.json", written)
    assert isinstance(problem, Problem)
    assert problem.message == "holds no reports: its list is empty"
