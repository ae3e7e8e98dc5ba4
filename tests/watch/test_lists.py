"""A keeper's list of sources."""

from pathlib import Path

import pytest

from citydesk.gather import SourceKind
from citydesk.ledger import Ledger
from citydesk.model import InputError
from citydesk.terminal import take_list
from citydesk.watch import load_sources
from tests.gather.fetching.conftest import NOON

WHOLE = """
contact = "desk@lantern.example"
budget_a_day = 200
private_hosts = ["archive.lantern.example"]

[[source]]
url = "https://Lantern.example/feed"
name = "The Lantern"
every_minutes = 15

[[source]]
url = "https://gazette.example/news-sitemap.xml"
kind = "sitemap"
"""


def _written(folder: Path, text: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(text)
    return path


def test_a_list_gives_its_sources_and_manners(tmp_path: Path) -> None:
    """With what is usual where it says nothing."""
    listed = load_sources(_written(tmp_path, WHOLE))
    assert [(one.address, one.kind, one.name, one.every_minutes) for one in listed.sources] == [
        ("https://lantern.example/feed", SourceKind.FEED, "The Lantern", 15),
        ("https://gazette.example/news-sitemap.xml", SourceKind.SITEMAP, "", 30),
    ]
    assert (listed.settings.contact, listed.settings.budget_a_day) == ("desk@lantern.example", 200)
    assert listed.settings.private_hosts == ("archive.lantern.example",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("source = [", "is no TOML"),
        ("[[source]]\nname = 'x'", "source 1, url: field required"),
        ("[[source]]\nurl = 'lantern.example'", "source 1, url: 'lantern.example' is no address of a page"),
        ("[[source]]\nurl = 'https://a.example/'\nkind = 'rss'", "source 1, kind: input should be 'feed', 'sitemap'"),
        ("[[source]]\nurl = 'https://a.example/'\nevery_minutes = 1", "source 1, every_minutes: input should be"),
        ("[[source]]\nurl = 'https://a.example/'\nevery = 1", "source 1, every: extra inputs are not permitted"),
        ("contact = 'nobody'", "contact: the contact 'nobody' is no e-mail address"),
        ("feeds = 1", "feeds: extra inputs are not permitted"),
        ("[[source]]\nurl = 'https://a.example/'\n" * 2, "names https://a.example/ twice"),
        ("source = 1", "source: input should be"),
    ],
)
def test_a_faulty_list_is_told_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    """With the file and where in it."""
    path = _written(tmp_path, text)
    with pytest.raises(InputError) as caught:
        load_sources(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """So that one round of mending is enough."""
    text = "contact = 'x'\n[[source]]\nurl = 1\n[[source]]\nurl = 'https://a.example'\nkind = 2"
    with pytest.raises(InputError) as caught:
        load_sources(_written(tmp_path, text))
    for words in ("contact: ", "source 1, url: ", "source 2, kind: "):
        assert words in str(caught.value)


@pytest.mark.parametrize("name", ["none.toml", "."])
def test_a_list_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    """As any file."""
    with pytest.raises(InputError, match="cannot be read"):
        load_sources(tmp_path / name)


def test_what_a_list_no_longer_names_is_paused(tmp_path: Path) -> None:
    """Named again, it goes on; what was added by hand is left alone."""
    with Ledger.open(tmp_path / "x.db") as ledger, ledger.following() as following:
        take_list(following, load_sources(_written(tmp_path, WHOLE)), NOON)
        take_list(
            following,
            load_sources(_written(tmp_path, WHOLE.split('[[source]]\nurl = "https://gaz', maxsplit=1)[0])),
            NOON,
        )
        paused = {line.address: line.paused for line in ledger.sources()}
        assert paused["https://lantern.example/feed"] is None
        assert str(paused["https://gazette.example/news-sitemap.xml"]).startswith("is no longer listed in")
        take_list(following, load_sources(_written(tmp_path, WHOLE)), NOON)
        assert [line.paused for line in ledger.sources()] == [None, None]
