"""Whose each quotation is."""

import pytest

from citydesk.model import Medium, Quote, facts_of
from citydesk.read.said.quotes import find_quotes
from tests.read.heard import make_heard


def _quotes(text: str, title: str = "") -> tuple[Quote, ...]:
    return find_quotes(make_heard(text, title=title))


def _speakers(text: str, title: str = "") -> list[str | None]:
    return [quote.speaker.value if quote.speaker else None for quote in _quotes(text, title)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"I ran," Jo Marlow said.', ["Jo Marlow"]),
        ('"I ran from it," said Jo Marlow, a neighbor.', ["Jo Marlow"]),
        ('"I ran from it," said his uncle, Jo Marlow.', ["Jo Marlow"]),
        ('Jo Marlow said: "I ran from it."', ["Jo Marlow"]),
        ('Sgt. Jo Marlow with the Ohio Highway Patrol said:\n"I ran from it."', ["Jo Marlow"]),
        ('"I ran," Jo Marlow said. "Then I fell."', ["Jo Marlow", "Jo Marlow"]),
        ('"I ran," Jo Marlow said.\n\n"It was loud," Marlow added.', ["Jo Marlow", "Jo Marlow"]),
        ('"I ran," Jo Marlow said.\n\nHe then added:\n\n"It was so loud."', ["Jo Marlow", "Jo Marlow"]),
        ('"We ran from it," police said.', ["police"]),
        ('"I ran from it," one witness told the Courier.', ["one witness"]),
        ('"I ran from it." Marlow said.\n\nMarlow, first name Jo, is a clerk.', ["Marlow"]),
        ('Jo Marlow said he saw it.\n\n"It was so very loud."', ["Jo Marlow"]),
        ("“It was loud,” Jo Marlow said. “I ran.\n\n“Then I fell down there.”", ["Jo Marlow"] * 3),
        ('Ann Roe was at home.\n\n"It was so loud," she said.', ["Ann Roe"]),
        ('Jo Marlow said the street was "not so safe" then.', ["Jo Marlow"]),
        ('"It was loud," echoed Ann Roe. "I ran off."', ["Ann Roe", "Ann Roe"]),
        ('"We grieve with them all." — Mayor Ann Roe', ["Ann Roe"]),
        ('Mayor Ann Roe\'s full statement:\n\n"We grieve with them all."', ["Ann Roe"]),
        ('The sky was dark. "It was so very loud."', [None]),
        ('His lawyer, Jo Marlow, called it a "tragic accident."', ["Jo Marlow"]),
        ('He was hurt in what police described as a "bad crash" there.', ["police"]),
        ('"I ran from it there," Sgt. Jo Marlow.', ["Jo Marlow"]),
        ('Carl Poe said so.\n\nMayor Jo Marlow issued a statement:\n\n"We grieve with them all."', ["Jo Marlow"]),
        ('"We ran from it all"\n\nPolice came. "We ran from it all then," Jo Marlow said.', ["Jo Marlow"] * 2),
        ('Jo Marlow said he "ran from it," the Courier reported.', ["Jo Marlow"]),
        ('The gun he believed empty "just went off there," according to Jo Marlow.', ["Jo Marlow"]),
        ('"I ran from it," brother Jo Marlow Jr., said.', ["Jo Marlow Jr."]),
    ],
    ids=lambda value: value[:32] if isinstance(value, str) else "",
)
def test_finds_the_speaker(text: str, speakers: list[str | None]) -> None:
    """The fullest name of whoever stands by the quotation, carries it on, or spoke last."""
    assert _speakers(text) == speakers


def test_gives_title_organization_and_medium() -> None:
    """A title before the name, the body before or behind it, and where it was said."""
    text = (
        "Alton Police Chief Jo Marlow spoke at a news conference.\n\n"
        '"We are looking for him," Marlow said at the news conference.'
    )
    (quote,) = _quotes(text)
    assert quote.title is not None
    assert quote.organization is not None
    assert quote.medium is not None
    assert (quote.title.value, quote.organization.value) == ("Police Chief", "Alton Police")
    assert quote.medium.value is Medium.NEWS_CONFERENCE
    assert quote.medium.evidence[0].text == "news conference"


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ('Mayor Ann Roe went on Twitter, saying: "We grieve with them."', Medium.TWITTER),
        ('"We grieve with them," Roe wrote on Facebook.', Medium.FACEBOOK),
        ('"The man was alone," police said in a news release.', Medium.NEWS_RELEASE),
        ('"He fired at her twice," the affidavit states.', Medium.COURT_DOCUMENT),
        ('"He is still there, hurry," a 911 caller said.', Medium.EMERGENCY_CALL),
        ('"We grieve with them," Roe said.', None),
    ],
    ids=["twitter", "facebook", "release", "court", "call", "none"],
)
def test_tells_the_medium_where_it_is_named(text: str, medium: Medium | None) -> None:
    """The medium comes from words beside the quotation, and is None where there are none."""
    (quote,) = _quotes(text)
    assert (quote.medium.value if quote.medium else None) is medium


def test_shows_posts_of_bodies_but_not_of_reporters() -> None:
    """A post in full is its account's quotation, on Twitter; a reporter's own is none."""
    text = (
        "Suspect is in custody. pic.twitter.com/x — Alton Police (@AltonPolice) May 3, 2026\n\n"
        "At the scene now. — Ann Roe (@AnnRoeKXTV) May 3, 2026"
    )
    (quote,) = _quotes(text)
    assert quote.speaker is not None
    assert quote.medium is not None
    assert (quote.text, quote.speaker.value, quote.medium.value) == (
        "Suspect is in custody.",
        "Alton Police",
        Medium.TWITTER,
    )


def test_every_fact_of_a_quotation_has_its_words() -> None:
    """Quotations and their facts point at the given text, mojibake included."""
    text = "â€œI ran from it,â€\x9d said Mayor Ann Roe of Alton. â€œIt was loud.â€\x9d"
    quotes = _quotes(text)
    assert len(quotes) == 2
    for quote in quotes:
        assert text[quote.start : quote.end] == quote.text
        for _, fact in facts_of(quote):
            assert all(text[piece.start : piece.end] == piece.text for piece in fact.evidence)


def test_a_headline_that_nobody_is_heard_in_quotes_nobody() -> None:
    """What stands between marks in a title counts where the report tells who says it."""
    said = _speakers('"I was so very scared then," Jo Marlow said.', title="'So very scared' after shooting")
    unsaid = _speakers("A man was shot.", title="'Rolling attack' hurts four")
    assert said == ["Jo Marlow", "Jo Marlow"]
    assert unsaid == []
