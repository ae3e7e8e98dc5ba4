"""A made-up paper on a server on loopback: a feed, and stories that the made reader understands."""

from collections.abc import Sequence

from tests.gather.fetching.server import Site
from tests.gather.following.made import item, rss
from tests.ledger.made import Shooting, make_report

FARGO = Shooting()
TULSA = Shooting(name="Ben Okafor", age=51, city="Tulsa", state="OK", date="2021-04-01", outcome="killed")
MINOT = Shooting(name="Cy Dow", age=20, city="Minot", date="2021-04-02")


def story(name: str, shooting: Shooting, *, words: str = "", published: str = "2021-03-06T10:00:00Z") -> str:
    """A page that tells of a shooting."""
    report = make_report(name, shooting, words=words)
    paragraphs = "".join(f"<p>{line}</p>" for line in report.text.split("\n\n"))
    return (
        f"<!doctype html><html lang='en'><head><title>{report.title}</title>"
        f"<meta property='article:published_time' content='{published}'></head>"
        f"<body><article><h1>{report.title}</h1>{paragraphs}</article></body></html>"
    )


def council(name: str) -> str:
    """A page that tells of no incident."""
    lines = (
        f"The city council of Fargo met on Monday for the {name} time this year, and spoke about the new bridge.",
        "Members agreed that the road to it should have trees on both sides, and a path for bicycles along the river.",
        "The work is to begin in the spring, and is paid for by the state, the mayor said after the meeting.",
    )
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<!doctype html><html lang='en'><head><title>Council meets for the {name} time</title></head>"
        f"<body><article><h1>Council meets for the {name} time</h1>{paragraphs}</article></body></html>"
    )


def put_feed(site: Site, names: Sequence[str], *, path: str = "/feed", **headers: str) -> str:
    """A feed of the paper that names some of its stories."""
    dated = [item(f"{site.address}/{name}", date="Sat, 06 Mar 2021 10:00:00 GMT") for name in names]
    return site.put(path, rss(dated), status=200, **headers)


def put_paper(site: Site) -> str:
    """A feed of two stories and a page about nothing; gives its address."""
    site.put("/fargo", story("fargo", FARGO))
    site.put("/tulsa", story("tulsa", TULSA))
    site.put("/council", council("first"))
    return put_feed(site, ["fargo", "tulsa", "council"])
