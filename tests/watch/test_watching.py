"""Following sources: what is fetched, what is taken in, what is left out, and when the next look is."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from citydesk.gather import Manners, SourceKind
from citydesk.ledger import IncidentQuery, Ledger, LedgerBusy, NoSuchSource, PageState
from citydesk.watch.visits import MOST_FAILURES
from tests.gather.fetching.conftest import NOON, SMALL, Hours
from tests.gather.fetching.server import Site, silent
from tests.gather.following.made import listing, sitemap
from tests.watch.conftest import Desk
from tests.watch.paper import FARGO, MINOT, council, put_feed, put_paper, story

HALF_HOUR = timedelta(minutes=30)
DAY = timedelta(days=1)


def test_what_a_feed_names_is_taken_in(site: Site, desk: Desk) -> None:
    """Each page once, with what it tells of; what tells of no incident is left out with the reason."""
    desk.follow(put_paper(site))
    summary = desk.watch()
    assert (summary.visits, summary.found, summary.taken, summary.left_out) == (1, 3, 2, 1)
    with Ledger.open(desk.path, read_only=True) as ledger:
        lines = ledger.incidents(IncidentQuery()).lines
    assert [line.id for line in lines] == ["2021-04-01-tulsa-ok", "2021-03-05-fargo-nd"]
    assert desk.pages(PageState.TAKEN).keys() == {"fargo", "tulsa"}
    assert "no violent incident" in str(desk.pages(PageState.LEFT_OUT)["council"].why)
    line = desk.source()
    assert (line.found, line.new, line.taken, line.told, line.left_out, line.waiting) == (3, 3, 2, 2, 1, 0)
    assert line.visited_at == "2026-03-05T12:00:00+00:00"


def test_a_second_visit_brings_what_is_new_and_nothing_twice(site: Site, desk: Desk) -> None:
    """Half an hour later, not before."""
    desk.follow(put_paper(site))
    desk.watch()
    assert desk.watch().visits == 0
    site.put("/minot", story("minot", MINOT))
    put_feed(site, ["minot", "fargo", "tulsa", "council"])
    summary = desk.watch(after=HALF_HOUR)
    assert (summary.visits, summary.found, summary.fetched, summary.taken) == (1, 1, 1, 1)
    assert site.paths.count("/fargo") == 1
    assert desk.reports() == 3


def test_one_at_a_time_follows_a_ledger(site: Site, desk: Desk) -> None:
    """Two would ask a host twice at a time: the second is told, and asks for nothing."""
    desk.follow(put_paper(site))
    with desk.open() as (_, following, _fetcher), following.alone(), pytest.raises(LedgerBusy, match="being watched"):
        desk.watch()
    assert site.asked == []
    assert desk.watch().taken == 2


def test_it_works_by_a_clock_that_never_stands_still(site: Site, desk: Desk) -> None:
    """As every real one: no two looks at it give the same time."""

    class Running(Hours):
        def clock(self) -> datetime:
            self.now += timedelta(microseconds=1)
            return self.now

    desk.hours = Running()
    desk.follow(put_paper(site))
    assert desk.watch(after=timedelta(seconds=1)).taken == 2


def test_a_feed_is_asked_only_whether_it_changed(site: Site, desk: Desk) -> None:
    """304 costs nearly nothing, and is a good visit."""
    desk.follow(put_feed(site, [], ETag='"1"'))
    desk.watch()
    site.put("/feed", status=304)
    summary = desk.watch(after=HALF_HOUR)
    assert (summary.visits, summary.faults) == (1, [])
    assert site.asked[-1].headers["if-none-match"] == '"1"'
    assert desk.source().failures == 0


@pytest.mark.parametrize("kind", [SourceKind.SITEMAP, SourceKind.LISTING])
def test_sitemaps_and_listings_are_followed_too(site: Site, desk: Desk, kind: SourceKind) -> None:
    """With the same end."""
    address = site.put("/2026/03/05/man-shot-in-fargo", story("fargo", FARGO))
    body = sitemap(address) if kind is SourceKind.SITEMAP else listing([address])
    desk.follow(site.put("/source", body), kind)
    assert desk.watch().taken == 1


def test_a_feed_with_ten_thousand_items_is_queued_whole(site: Site, desk: Desk) -> None:
    """What the host's share of a day does not reach waits for the next."""
    desk.manners = Manners("desk@lantern.example", budget_a_day=10)
    desk.follow(put_feed(site, [f"story-{n}" for n in range(10_000)]))
    summary = desk.watch()
    assert (summary.found, desk.source().waiting + desk.source().left_out) == (10_000, 10_000)
    assert len(site.asked) == 10
    desk.watch(after=DAY)
    assert len(site.asked) == 20


def test_a_page_that_is_not_there_is_left_out_with_why(site: Site, desk: Desk) -> None:
    """And so is one that robots may not read, and one without an article."""
    site.put("/robots.txt", "User-agent: *\nDisallow: /closed")
    site.put("/bare", "<html><body></body></html>")
    desk.follow(put_feed(site, ["gone", "closed", "bare"]))
    desk.watch()
    told = {name: str(line.why) for name, line in desk.pages(PageState.LEFT_OUT).items()}
    assert told["gone"] == "is not there (status 404)"
    assert told["closed"] == "is closed to robots by its site's robots.txt"
    assert "page without an article" in told["bare"]


def test_a_page_that_fails_is_tried_again_and_then_left_out(site: Site, desk: Desk) -> None:
    """After a quarter of an hour, an hour, six, a day; then never."""
    site.put("/story", status=500)
    desk.follow(put_feed(site, ["story"]), every_minutes=10_080)
    desk.watch()
    line = desk.pages(PageState.WAITING)["story"]
    assert (line.why, line.next_at) == ("answers with status 500", "2026-03-05T12:15:02+00:00")
    for hours in (0.25, 1, 6, 24):
        desk.watch(after=timedelta(hours=hours))
    assert site.paths.count("/story") == 5
    assert desk.pages(PageState.LEFT_OUT)["story"].why == "answers with status 500"


def test_a_page_that_comes_back_in_time_is_taken(site: Site, desk: Desk) -> None:
    """What was wrong is forgotten."""
    site.put("/fargo", status=503, Retry_After="1200")
    desk.follow(put_feed(site, ["fargo"]))
    assert desk.watch().put_off == 1
    site.put("/fargo", story("fargo", FARGO))
    assert desk.watch(after=timedelta(minutes=19)).fetched == 0
    assert desk.watch(after=timedelta(minutes=2)).taken == 1
    assert desk.pages(PageState.TAKEN)["fargo"].why is None


def test_a_source_that_keeps_failing_is_paused_and_shown(site: Site, desk: Desk) -> None:
    """Each time it waits twice as long; resumed, it is visited at once."""
    address = site.put("/feed", "<!doctype html><html><body>Sorry</body></html>")
    desk.follow(address)
    for _ in range(MOST_FAILURES + 3):
        desk.watch(after=DAY)
    line = desk.source()
    assert (line.failures, line.paused) == (MOST_FAILURES, f"failed {MOST_FAILURES} times in a row")
    assert line.fault == "is no feed but another page"
    assert site.paths.count("/feed") == MOST_FAILURES
    put_feed(site, [])
    with desk.open() as (_, following, _fetcher):
        following.resume(address, desk.hours.now)
    desk.watch()
    assert (desk.source().paused, desk.source().fault) == (None, None)


def test_each_failure_doubles_the_wait(site: Site, desk: Desk) -> None:
    """An hour after the first, then two."""
    desk.follow(site.address + "/gone")
    desk.watch()
    assert desk.source().next_at == (NOON + timedelta(hours=1)).isoformat()
    desk.watch(after=timedelta(hours=1))
    assert desk.source().next_at == (NOON + timedelta(hours=3)).isoformat()


def test_a_source_that_asks_for_rest_has_not_failed(site: Site, desk: Desk) -> None:
    """It is visited when it says."""
    desk.follow(site.put("/feed", status=429, Retry_After="7200"))
    summary = desk.watch()
    assert len(summary.faults) == 1
    line = desk.source()
    assert (line.failures, line.next_at) == (0, (NOON + timedelta(hours=2)).isoformat())


def test_a_host_that_is_down_is_not_asked_for_each_page(site: Site, desk: Desk) -> None:
    """One page finds it out; the others wait."""
    desk.limits = SMALL
    names = [f"story-{n}" for n in range(30)]
    for name in names:
        site.put_fault(f"/{name}", silent)
    desk.follow(put_feed(site, names))
    desk.watch()
    assert len([path for path in site.paths if path.startswith("/story")]) < 5
    assert desk.source().waiting == 30


def test_an_incidents_report_is_looked_at_again(site: Site, desk: Desk) -> None:
    """After six hours, a day, and three days more; one about nothing is not."""
    desk.follow(put_paper(site), every_minutes=10_080)
    site.put("/fargo", story("fargo", FARGO), ETag='"7"')
    desk.watch()
    for hours in (6, 24, 72, 300):
        desk.watch(after=timedelta(hours=hours + 1))
    assert site.paths.count("/fargo") == 4
    assert site.paths.count("/council") == 1
    assert [asked.headers.get("if-none-match") for asked in site.asked if asked.path == "/fargo"] == [None] + [
        '"7"'
    ] * 3


def test_an_updated_article_becomes_a_later_version_of_its_report(site: Site, desk: Desk) -> None:
    """Its site says, when asked again, that it has changed; what it said first stays."""
    desk.follow(put_feed(site, ["fargo"]), every_minutes=10_080)
    site.put("/fargo", story("fargo", FARGO), ETag='"1"')
    desk.watch()
    site.put("/fargo", story("fargo", replace(FARGO, outcome="killed")), ETag='"2"')
    summary = desk.watch(after=timedelta(hours=7))
    assert (summary.fetched, summary.taken, summary.updated) == (1, 0, 1)
    with Ledger.open(desk.path, read_only=True) as ledger:
        (line,) = ledger.incidents(IncidentQuery()).lines
        assert (line.id, line.killed, line.reports) == ("2021-03-05-fargo-nd", 1, 1)
        latest = desk.pages(PageState.TAKEN)["fargo"].report
        assert latest is not None
        assert [one.id for one in ledger.report(latest).versions] == [latest.removesuffix("-v2"), latest]
    line_of_source = desk.source()
    assert (line_of_source.taken, line_of_source.told) == (1, 1)


def test_two_addresses_with_one_text_are_one_report(site: Site, desk: Desk) -> None:
    """Both pages are that report, which is in the ledger once."""
    site.put("/fargo", story("fargo", FARGO))
    site.put("/local/fargo", story("fargo", FARGO))
    desk.follow(put_feed(site, ["fargo", "local/fargo"]))
    summary = desk.watch()
    assert (summary.fetched, summary.taken, desk.reports()) == (2, 1, 1)
    with Ledger.open(desk.path, read_only=True) as ledger:
        (first, second) = ledger.pages(PageState.TAKEN)
    assert first.report == second.report


def test_a_page_that_its_source_calls_changed_is_fetched_again(site: Site, desk: Desk) -> None:
    """Also one that was left out: it may tell of an incident now."""
    address = site.put("/council", council("first"))
    desk.follow(site.put("/source", sitemap(address)), SourceKind.SITEMAP)
    desk.watch()
    site.put("/source", sitemap(address, changed="2026-03-05T13:00:00Z"))
    desk.watch(after=HALF_HOUR)
    assert site.paths.count("/council") == 2


def test_what_a_page_does_not_say_comes_from_its_source(site: Site, desk: Desk) -> None:
    """The day, from the feed."""
    site.put("/fargo", story("fargo", FARGO).replace("article:published_time", "x").replace("2021-03-06T10", "x"))
    desk.follow(put_feed(site, ["fargo"]))
    desk.watch()
    with Ledger.open(desk.path, read_only=True) as ledger:
        taken = desk.pages(PageState.TAKEN)["fargo"].report
        assert taken is not None
        assert ledger.report(taken).line.published == "2021-03-06T10:00:00+00:00"


def test_two_sources_name_a_page_once(site: Site, desk: Desk) -> None:
    """It counts for the one that named it first."""
    desk.follow(put_paper(site))
    put_feed(site, ["fargo"], path="/other")
    desk.follow(site.address + "/other")
    summary = desk.watch()
    assert (summary.visits, summary.found, summary.taken) == (2, 3, 2)
    assert site.paths.count("/fargo") == 1


def test_an_unknown_source_is_told(desk: Desk) -> None:
    """In one line."""
    with desk.open() as (_, following, _fetcher), pytest.raises(NoSuchSource, match="no source 'https:"):
        following.pause("https://x.example/", "by hand")


def test_a_source_is_followed_once(site: Site, desk: Desk) -> None:
    """Given again, it takes what is new of it."""
    assert desk.follow(site.address + "/feed", name="The Lantern")
    assert not desk.follow(site.address + "/feed", every_minutes=60)
    line = desk.source()
    assert (line.name, line.every_minutes) == ("The Lantern", 60)
