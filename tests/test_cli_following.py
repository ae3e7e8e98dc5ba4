"""`citydesk watch` and `citydesk sources`, as a person types them, against a server on loopback."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

import citydesk.gather
from citydesk.gather import Manners
from citydesk.ledger import Ledger, PageState
from citydesk.model import ReportId
from tests.gather.fetching.server import Site, serving
from tests.gather.following.made import item, listing, rss
from tests.running import Ran, run
from tests.watch.paper import council

WHERE = ("--private-host", "127.0.0.1", "--contact", "desk@lantern.example")
STORY = (
    "<!doctype html><html lang='en'><head><title>Man shot in Tulsa parking lot</title>"
    "<meta property='article:published_time' content='2026-03-05T10:00:00Z'></head><body><article>"
    "<h1>Man shot in Tulsa parking lot</h1>"
    "<p>TULSA, Okla. -- A 31-year-old man was shot in the leg Wednesday night in a parking lot on Elm Street, Tulsa "
    "police said.</p><p>Officers were called at about 9:40 p.m. and found Abel Quist beside his car. He was taken to a "
    "hospital and is expected to live, Sgt. Dora Wynn said.</p><p>No arrest has been made, and detectives ask anyone "
    "who saw a gray sedan leave the lot to call them.</p></article></body></html>"
)


@pytest.fixture(autouse=True)
def _at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of its own, and without the two seconds between two requests to a host."""
    monkeypatch.chdir(tmp_path)
    for name in ("CITYDESK_LEDGER", "CITYDESK_CONTACT", "CITYDESK_PRIVATE_HOSTS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(citydesk.gather, "Manners", partial(Manners, least_delay_seconds=0))


@pytest.fixture
def site() -> Iterator[Site]:
    """A paper: a front that names its feed, a report, and a page about nothing."""
    with serving() as started:
        started.put("/shot", STORY)
        started.put("/council", council("first"))
        started.put("/feed", rss([item(f"{started.address}/{name}") for name in ("shot", "council", "gone")]))
        head = '<link rel="alternate" type="application/rss+xml" title="The Lantern" href="/feed">'
        started.put("/", listing([], head=head))
        yield started


def _sources(*arguments: object) -> Ran:
    return run("sources", *arguments)


def test_a_site_is_found_followed_and_shown(site: Site) -> None:
    """From its address to the reports, in three commands."""
    added = _sources("add", site.address, *WHERE)
    assert added.out == f"{site.address}/feed  feed “The Lantern”, 3 pages now: followed from now on\n"
    watched = run("watch", "--once", *WHERE)
    assert watched.status == 0
    assert watched.err.splitlines() == [
        "citydesk: 1 visit; 3 new pages named by sources; 1 report added; "
        "2 pages left out: `citydesk sources left-out` says why"
    ]
    heading, line = _sources().out.splitlines()
    assert heading.split("  ")[0] == "source"
    assert line.split()[:2] == ["The", "Lantern"]
    assert line.split()[4:] == ["3", "1", "100", "in", "100", "2", "0"]
    left = _sources("left-out").out
    assert f"{site.address}/gone  is not there (status 404)" in left
    assert f"{site.address}/council  tells of no violent incident" in left


def test_watching_again_brings_nothing_twice(site: Site) -> None:
    """Nothing is due."""
    _sources("add", site.address, *WHERE)
    run("watch", "--once", *WHERE)
    asked = len(site.asked)
    again = run("watch", "--once", *WHERE)
    assert (again.status, again.err) == (0, "citydesk: 0 visits; nothing new\n")
    assert len(site.asked) == asked


def test_a_list_of_sources_is_followed(site: Site) -> None:
    """It gives contact and exceptions too; what it no longer names is paused."""
    Path("sources.toml").write_text(
        'contact = "desk@lantern.example"\nprivate_hosts = ["127.0.0.1"]\n'
        f'[[source]]\nurl = "{site.address}/feed"\nname = "The Lantern"\n'
    )
    assert "1 report added" in run("watch", "sources.toml", "--once").err
    assert site.asked[-1].headers["user-agent"].endswith("; desk@lantern.example)")
    Path("sources.toml").write_text('contact = "desk@lantern.example"\n')
    run("watch", "sources.toml", "--once")
    assert "paused, is no longer listed in" in _sources().out


def test_a_source_at_fault_is_named_and_shown(site: Site) -> None:
    """And nothing fails: cron is not to send a mail for each paper that is down."""
    _sources("add", f"{site.address}/feed", *WHERE)
    site.put("/feed", "<html><body>Sorry</body></html>")
    run("sources", "resume", f"{site.address}/feed")
    watched = run("watch", "--once", *WHERE)
    assert watched.status == 0
    assert f"citydesk: {site.address}/feed: is no feed but another page" in watched.err.splitlines()
    assert "failed once: is no feed but another page; tried again" in _sources().out


def test_a_source_is_paused_and_resumed_by_hand(site: Site) -> None:
    """One that is paused is not visited."""
    _sources("add", f"{site.address}/feed", *WHERE)
    assert run("sources", "pause", f"{site.address}/feed").status == 0
    assert "paused, by hand" in _sources().out
    assert run("watch", "--once", *WHERE).err == "citydesk: 0 visits; nothing new\n"
    run("sources", "resume", f"{site.address}/feed")
    assert "1 visit" in run("watch", "--once", *WHERE).err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("watch", "--once"), "sites are to know whom to write to: give --contact"),
        (("watch", "none.toml", "--contact", "a@b.example"), "none.toml: cannot be read"),
        (("watch", "--once", "--contact", "nobody"), "'nobody' is no e-mail address"),
        (("sources", "add", "lantern.example"), "'lantern.example' is no address of a page"),
        (("sources", "add", "http://127.0.0.1:1/"), "only the public internet is asked"),
        (("sources", "resume", "https://lantern.example/"), "no source 'https://lantern.example/' is followed"),
        (("--ledger", "none.db", "sources"), "none.db"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(arguments: tuple[str, ...], told: str) -> None:
    """With what to do about it."""
    ran = run(*arguments)
    assert (ran.status, len(ran.told)) == (2, 1)
    assert told in ran.err


def test_without_sources_it_says_how_to_add_one() -> None:
    """The first thing that a keeper asks."""
    run("watch", "--once", *WHERE)
    assert "add one with `citydesk sources add https://…`" in _sources().err


def test_what_triage_left_out_is_put_in_by_hand(site: Site) -> None:
    """It is read, and no longer listed; the report says who wanted it."""
    _sources("add", site.address, *WHERE)
    run("watch", "--once", *WHERE)
    listed = next(line for line in _sources("left-out").out.splitlines() if "/council" in line)
    key = listed.split()[1]
    done = _sources("put-in", key, "--who", "Ada Quill")
    assert done.status == 0
    assert done.err.startswith(f"citydesk: {key} is report {key}-v2; it tells of ")
    assert "/council" not in _sources("left-out").out
    with Ledger.open("citydesk.db", read_only=True) as ledger:
        assert ledger.report(ReportId(f"{key}-v2")).report.put_in == "Ada Quill"
        assert ledger.size().reports == 2


def test_a_page_that_could_not_be_had_is_put_in_with_its_text(site: Site) -> None:
    """Under its own address, as if it had been fetched."""
    _sources("add", site.address, *WHERE)
    run("watch", "--once", *WHERE)
    address = f"{site.address}/gone"
    assert "has no text of it: give the text" in _sources("put-in", address).err
    Path("saved.html").write_text(STORY.replace("Elm Street", "Oak Street").replace("Abel Quist", "Bert Ames"))
    done = _sources("put-in", address, "saved.html")
    assert done.status == 0
    assert "it tells of 2026-03-04-tulsa-ok" in done.err
    assert address not in _sources("left-out").out
    with Ledger.open("citydesk.db", read_only=True) as ledger:
        assert {line.address for line in ledger.pages(PageState.TAKEN)} == {f"{site.address}/shot", address}


def test_an_address_that_add_could_not_read_is_left_out_too(site: Site) -> None:
    """It is listed, and put in, as the pages of sources are."""
    address = f"{site.address}/nothing"
    run("add", address, *WHERE)
    assert address in _sources("left-out").out
    Path("saved.html").write_text(STORY)
    assert _sources("put-in", address, "saved.html").status == 0
    assert _sources("left-out").err == "citydesk: nothing was left out\n"


def test_what_was_not_left_out_cannot_be_put_in(site: Site) -> None:
    """It says where to look."""
    _sources("add", site.address, *WHERE)
    told = _sources("put-in", "https://lantern.example/none")
    assert (told.status, len(told.told)) == (2, 1)
    assert "`citydesk sources left-out` lists what was" in told.err
