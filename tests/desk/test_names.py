"""Names that the policy keeps back, covered in texts and data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.desk.names import NO_COVER, cover_json, find_names
from citydesk.publish import cover_names

COVER = cover_names(["Marcus J. Vell Jr."], ["Ann Vell-Moore", "Peter Okafor"])


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        pytest.param("Marcus J. Vell Jr. fled.", "[name withheld] fled.", id="whole"),
        pytest.param(
            "Vell fled, police said of Marcus.", "[name withheld] fled, police said of [name withheld].", id="parts"
        ),
        pytest.param("VELL ARRESTED", "[name withheld] ARRESTED", id="capitals"),
        pytest.param("Vell’s car", "[name withheld]’s car", id="possessive"),
        pytest.param("Marcus  J.\nVell Jr. fled", "[name withheld] fled", id="white space"),
        pytest.param("Ann Vell-Moore called.", "Ann Vell-Moore called.", id="another's name"),
        pytest.param("A vellum book by J. Jr.", "A vellum book by J. Jr.", id="other words"),
        pytest.param("marcus came", "marcus came", id="a small letter is a word"),
    ],
)
def test_name_in_text(text: str, covered: str) -> None:
    """A name is found whole and in its parts, and nothing else is."""
    assert COVER.text(text) == covered


def test_part_shared_with_a_shown_name_stays() -> None:
    """A family name that somebody who may be named bears is covered only in the full name."""
    cover = cover_names(["Ella Brandt"], ["Jon Brandt"])
    assert cover.text("Ella Brandt and Jon Brandt; Brandt said Ella is well.") == (
        "[name withheld] and Jon Brandt; Brandt said [name withheld] is well."
    )


def test_names_in_data_keep_their_length_and_addresses_their_way() -> None:
    """In JSON each letter is covered, so that offsets hold; ids and urls still lead somewhere."""
    told = {"text": "Then Marcus Vell ran", "url": "/marcus/Vell", "report": {"title": "Vell"}, "n": [1, None, "Vell"]}
    assert cover_json(COVER, told) == {
        "text": "Then ██████ ████ ran",
        "url": "/marcus/Vell",
        "report": {"title": "████"},
        "n": [1, None, "████"],
    }


def test_cover_of_nothing_changes_nothing() -> None:
    """Without names every text passes as it is."""
    for cover in (NO_COVER, cover_names([], ["Ann Moore"]), cover_names(["  "], [])):
        assert (cover.text("Ann"), find_names(cover, "Ann"), cover_json(cover, {"a": "Ann"})) == (
            "Ann",
            [],
            {"a": "Ann"},
        )


@given(st.lists(st.text(min_size=1, max_size=12), max_size=4), st.text(max_size=60))
def test_any_name_is_gone(names: list[str], text: str) -> None:
    """Whatever the names are, no text is lengthened in data and a whole name standing alone is covered."""
    cover = cover_names(names, [])
    assert len(cover_json(cover, text)) == len(text)
    for name in names:
        if name.strip() and name.strip()[0].isalnum() and name.strip()[-1].isalnum():
            assert cover.text(f"({name.strip()})") != f"({name.strip()})"
