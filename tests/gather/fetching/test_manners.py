"""Manners: robots.txt, one request at a time with time between them, back-off, and a share a day."""

from datetime import UTC, datetime, timedelta

import pytest

from citydesk.gather import Answer, Manners, Miss
from citydesk.gather.fetching.manners import HostState, after_refusal
from citydesk.model import InputError
from tests.gather.fetching.conftest import NOON, PLAIN, Hours, MakeFetcher
from tests.gather.fetching.server import Site

PAGE = "<html><body><p>A man was shot in the leg on Elm Street.</p></body></html>"


def test_what_robots_may_not_read_is_not_read(site: Site, make_fetcher: MakeFetcher) -> None:
    """Our own name goes before the rules for all."""
    site.put("/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: citydesk\nDisallow: /private/\n")
    site.put("/open", PAGE)
    fetcher = make_fetcher()
    closed = fetcher.fetch(site.put("/private/story", PAGE))
    assert isinstance(closed, Miss)
    assert closed.message == "is closed to robots by its site's robots.txt"
    assert not closed.again
    assert isinstance(fetcher.fetch(site.address + "/open"), Answer)
    assert site.paths == ["/robots.txt", "/open"]


@pytest.mark.parametrize("status", [500, 503, 429, 302])
def test_a_robots_txt_that_cannot_be_had_means_no(site: Site, make_fetcher: MakeFetcher, status: int) -> None:
    """Nothing else is asked of the host; later it is tried again."""
    site.put("/robots.txt", status=status, Location="ftp://x/")
    answer = make_fetcher().fetch(site.put("/story", PAGE))
    assert isinstance(answer, Miss)
    assert answer.again
    assert set(site.paths) == {"/robots.txt"}


@pytest.mark.parametrize("status", [404, 403, 410])
def test_a_robots_txt_that_is_not_there_means_yes(site: Site, make_fetcher: MakeFetcher, status: int) -> None:
    """RFC 9309, 2.3.1.3."""
    site.put("/robots.txt", status=status)
    assert isinstance(make_fetcher().fetch(site.put("/story", PAGE)), Answer)


def test_a_redirected_page_is_asked_of_its_own_robots(site: Site, make_fetcher: MakeFetcher) -> None:
    """A way round through an open address is none."""
    site.put("/robots.txt", "User-agent: *\nDisallow: /closed")
    site.put("/closed", PAGE)
    assert isinstance(make_fetcher().fetch(site.put("/open", status=302, Location="/closed")), Miss)
    assert "/closed" not in site.paths


@pytest.mark.parametrize(
    ("robots", "waited"),
    [
        ("", 2),
        ("User-agent: *\nCrawl-delay: 7.5", 7.5),
        ("User-agent: *\nCrawl-delay: 0", 2),
        ("User-agent: *\nCrawl-delay: 99999999", 300),
        ("User-agent: *\nRequest-rate: 1/20", 20),
    ],
)
def test_a_host_is_left_in_peace_between_requests(
    site: Site, make_fetcher: MakeFetcher, hours: Hours, robots: str, waited: float
) -> None:
    """As long as it asks for, within bounds, and never less than two seconds."""
    site.put("/robots.txt", robots)
    fetcher = make_fetcher()
    address = site.put("/story", PAGE)
    for _ in range(3):
        assert isinstance(fetcher.fetch(address), Answer)
    assert hours.waits == [waited, waited]
    assert site.paths == ["/robots.txt", *["/story"] * 3]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("retry_after", "until"),
    [
        ("1800", NOON + timedelta(minutes=30)),
        ("Thu, 05 Mar 2026 15:00:00 GMT", NOON + timedelta(hours=3)),
        ("99999999999999", NOON + timedelta(days=1)),
        ("soon", NOON + timedelta(minutes=2)),
        ("Thu, 05 Mar 2020 15:00:00 GMT", NOON + timedelta(seconds=2)),
    ],
)
def test_a_host_that_asks_for_rest_gets_it(
    site: Site, make_fetcher: MakeFetcher, status: int, retry_after: str, until: datetime
) -> None:
    """In seconds, by a date, and within a day, whatever it says."""
    fetcher = make_fetcher()
    answer = fetcher.fetch(site.put("/story", status=status, Retry_After=retry_after))
    assert isinstance(answer, Miss)
    assert (answer.again, answer.not_before) == (True, until)
    assert fetcher.ready_at(site.address + "/other") == until


def test_a_long_rest_is_not_waited_out(site: Site, make_fetcher: MakeFetcher, hours: Hours) -> None:
    """What would take too long is a miss that says when."""
    fetcher = make_fetcher()
    fetcher.fetch(site.put("/story", status=429, Retry_After="3600"))
    answer = fetcher.fetch(site.put("/other", PAGE))
    assert isinstance(answer, Miss)
    assert answer.not_before == NOON + timedelta(hours=1)
    assert (site.paths, hours.waits) == (["/robots.txt", "/story"], [])


def test_each_refusal_doubles_the_rest() -> None:
    """Where the host does not say how long it is to be, up to a day."""
    state, now, rests = HostState("news.example"), NOON, []
    for _ in range(12):
        state = after_refusal(state, PLAIN, now, None)
        assert state.not_before is not None
        rests.append((state.not_before - now).total_seconds())
    assert rests[:4] == [120, 240, 480, 960]
    assert rests[-1] == 86_400


def test_a_host_has_a_share_a_day(site: Site, make_fetcher: MakeFetcher, hours: Hours) -> None:
    """Robots.txt counts; the next day begins anew, in UTC."""
    fetcher = make_fetcher(manners=Manners(budget_a_day=3))
    address = site.put("/story", PAGE)
    answers = [fetcher.fetch(address) for _ in range(4)]
    assert [isinstance(answer, Answer) for answer in answers] == [True, True, False, False]
    assert isinstance(answers[-1], Miss)
    assert answers[-1].not_before == datetime(2026, 3, 6, tzinfo=UTC)
    hours.now = datetime(2026, 3, 6, 0, 1, tzinfo=UTC)
    assert isinstance(fetcher.fetch(address), Answer)


def test_robots_txt_is_believed_for_a_day(site: Site, make_fetcher: MakeFetcher, hours: Hours) -> None:
    """Then it is asked for again."""
    fetcher = make_fetcher()
    address = site.put("/story", PAGE)
    for _ in range(2):
        fetcher.fetch(address)
    hours.now += timedelta(days=1)
    fetcher.fetch(address)
    assert site.paths == ["/robots.txt", "/story", "/story", "/robots.txt", "/story"]


def test_sitemaps_come_from_robots_txt(site: Site, make_fetcher: MakeFetcher) -> None:
    """As they are written there."""
    site.put("/robots.txt", "Sitemap: https://news.example/news.xml\nSitemap: /other.xml\nUser-agent: *\nDisallow:")
    found = make_fetcher().sitemaps_of(site.address + "/")
    assert found == ["https://news.example/news.xml", "/other.xml"]


@pytest.mark.parametrize(
    "contact", ["", "nobody", "a@b", "x@y.example\r\nX-Evil: 1", "https://", "a" * 300 + "@b.example"]
)
def test_a_contact_that_nobody_could_write_to_is_refused(contact: str) -> None:
    """It would also be a way into the headers."""
    with pytest.raises(InputError, match="is no e-mail address"):
        Manners(contact).user_agent()


@pytest.mark.parametrize("contact", ["desk@lantern.example", "https://lantern.example/robots"])
def test_a_contact_stands_in_the_name(contact: str) -> None:
    """An e-mail address or a page."""
    assert Manners(contact).user_agent().endswith(f"; {contact})")
