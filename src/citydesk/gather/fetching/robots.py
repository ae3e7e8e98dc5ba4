"""What a host's robots.txt says of an address. Pure.

A text that cannot be had means no, and one that is not there means yes (RFC 9309, 2.3.1): the first is told by
`HostState.robots` being None, the second by its being empty.
"""

from functools import lru_cache

from protego import Protego

from citydesk.gather.fetching.manners import ROBOT

_MAX_SITEMAPS = 50


def may_fetch(robots: str, address: str) -> bool:
    """Whether a robot of our name may read an address."""
    return _rules(robots).can_fetch(address, ROBOT)


def crawl_delay(robots: str) -> float | None:
    """The seconds between requests that the host asks for; None where it asks for none."""
    rules = _rules(robots)
    rate = rules.request_rate(ROBOT)
    asked = [rules.crawl_delay(ROBOT), rate.seconds / rate.requests if rate is not None and rate.requests else None]
    return max((one for one in asked if one is not None), default=None)


def sitemaps_in(robots: str) -> list[str]:
    """The sitemaps that it names, as they are written; the first fifty."""
    return list(_rules(robots).sitemaps)[:_MAX_SITEMAPS]


@lru_cache(maxsize=64)
def _rules(robots: str) -> Protego:
    return Protego.parse(robots)
