"""Whom a fetcher asks: public machines only, however an address, a redirect or a name server leads elsewhere.

The connector notes what would have been connected to, and connects to loopback alone.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.gather import Answer, Fetcher, Miss
from citydesk.gather.fetching.manners import HostsInMemory
from citydesk.gather.fetching.reachable import why_not_public
from tests.gather.fetching.conftest import Hours, Lines, MakeFetcher
from tests.gather.fetching.server import Site

NOT_PUBLIC = [
    *("127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.1.1", "169.254.169.254"),
    *("0.0.0.0", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "224.0.1.1", "240.0.0.1"),  # noqa: S104
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::10.0.0.1"),
    *("64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "nonsense", ""),
]
PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_a_machine_that_is_not_public_is_known(address: str) -> None:
    """Each kind, in IPv4, in IPv6, and one hidden in the other."""
    assert why_not_public(address) is not None


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_machine_is_known(address: str) -> None:
    """Also where it is written as the other kind."""
    assert why_not_public(address) is None


@given(st.ip_addresses(v=4))
def test_an_address_in_another_dress_is_the_same(address: object) -> None:
    """Whatever holds for an IPv4 address holds for it inside IPv6."""
    plain = why_not_public(str(address))
    assert (why_not_public(f"::ffff:{address}") is None) == (plain is None)


@pytest.mark.parametrize(
    "address",
    [
        *("http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0/"),
        *("http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://169.254.169.254/latest/meta-data/"),
        *("http://[fe80::1%25eth0]/", "http://[::ffff:a9fe:a9fe]/", "https://10.0.0.7/admin"),
    ],
)
def test_an_address_of_our_own_network_is_not_asked(make_fetcher: MakeFetcher, address: str) -> None:
    """In no way of writing it; nothing is connected to."""
    lines = Lines(localhost=["127.0.0.1"])
    answer = make_fetcher(network=lines.network()).fetch(address)
    assert isinstance(answer, Miss)
    assert lines.tried == []


@pytest.mark.parametrize("inner", ["127.0.0.1", "192.168.0.10", "169.254.169.254", "::1", "::ffff:10.1.2.3"])
def test_a_name_that_leads_into_our_network_is_not_asked(make_fetcher: MakeFetcher, inner: str) -> None:
    """Also where only one of its addresses does."""
    lines = Lines(news_example=[inner], mixed_example=["93.184.215.14", inner])
    fetcher = make_fetcher(network=lines.network())
    for host in ("news.example", "mixed.example"):
        assert isinstance(fetcher.fetch(f"http://{host}/story"), Miss)
    assert lines.tried == []


@pytest.mark.parametrize(
    "target",
    [
        *("http://127.0.0.1:{port}/secret", "http://inner.example/secret", "http://[::1]/secret"),
        *("//169.254.169.254/latest/meta-data/", "http://[::ffff:127.0.0.1]:{port}/secret"),
    ],
)
def test_a_redirect_into_our_network_is_not_followed(site: Site, make_fetcher: MakeFetcher, target: str) -> None:
    """The site may be asked by its name, and by no other way to the same machine."""
    lines = Lines(news_example=["127.0.0.1"], inner_example=["10.0.0.5"])
    site.put("/secret", "<p>secret</p>")
    site.put("/story", status=302, Location=target.format(port=site.port))
    answer = make_fetcher(network=lines.network("news.example")).fetch(f"http://news.example:{site.port}/story")
    assert isinstance(answer, Miss)
    assert "/secret" not in site.paths
    assert set(lines.tried) == {("127.0.0.1", site.port)}


def test_a_name_that_turns_is_looked_at_each_time(make_fetcher: MakeFetcher) -> None:
    """What was public when robots.txt was asked for may lead inside a moment later; that one is not connected to."""
    lines = Lines(turning_example=["10.0.0.1", "127.0.0.1", "192.168.1.1"])
    fetcher = make_fetcher(network=lines.network())
    for _ in range(3):
        assert isinstance(fetcher.fetch("http://turning.example/story"), Miss)
    assert lines.tried == []


def test_the_machine_that_was_looked_at_is_the_one_that_is_asked(site: Site, make_fetcher: MakeFetcher) -> None:
    """By its number, with the name in the request; no second look-up lies between."""
    lines = Lines(news_example=["127.0.0.1"])
    site.put("/story", "<p>A man was shot.</p>")
    answer = make_fetcher(network=lines.network("news.example")).fetch(f"http://news.example:{site.port}/story")
    assert isinstance(answer, Answer)
    assert lines.tried == [("127.0.0.1", site.port)] * 2
    assert lines.resolved == ["news.example"] * len(lines.tried)
    assert site.asked[0].headers["host"] == f"news.example:{site.port}"


def test_nothing_of_the_environment_leads_elsewhere(
    site: Site, make_fetcher: MakeFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy would look names up by itself, past all of this."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    assert isinstance(make_fetcher().fetch(site.put("/story", "<p>A man was shot.</p>")), Answer)


def test_a_host_that_is_allowed_later_is_asked_then(site: Site, hours: Hours) -> None:
    """That it was refused is not remembered as a robots.txt that could not be had."""
    site.put("/story", "<html></html>")
    book = HostsInMemory()
    for allowed, came in ((frozenset[str](), Miss), (frozenset({"127.0.0.1"}), Answer)):
        with Fetcher(book=book, allowed_hosts=allowed, clock=hours.clock, sleep=hours.sleep) as fetcher:
            assert isinstance(fetcher.fetch(site.address + "/story"), came)
