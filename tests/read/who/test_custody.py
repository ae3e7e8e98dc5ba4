"""Where people stand with the law."""

import pytest

from citydesk.read.who.told import Slot
from tests.read.people import only, people_in, told
from tests.read.who.tellings import told_of


@pytest.mark.parametrize(
    ("text", "custody"),
    [
        ("Police arrested Omar Vance, 31.", "arrested"),
        ("Omar Vance, 31, is in custody.", "arrested"),
        ("Omar Vance, 31, was taken into custody.", "arrested"),
        ("Omar Vance, 31, was charged with murder.", "charged"),
        ("Omar Vance, 31, faces two counts of assault.", "charged"),
        ("Prosecutors charged Omar Vance, 31, with murder.", "charged"),
        ("Omar Vance, 31, pleaded not guilty to charges of assault.", "charged"),
        ("Police are looking for a gunman.", "sought"),
        ("A man is wanted in the shooting.", "sought"),
        ("The gunman remains at large.", "at_large"),
        ("The suspect fled.", "at_large"),
        ("Omar Vance, 31, was found guilty of murder.", "convicted"),
        ("A judge sentenced Omar Vance, 31, to life.", "convicted"),
        ("The gunman was shot and killed by police.", "dead"),
        ("The gunman has not been arrested.", None),
        ("Omar Vance, 31, was arrested on a charge of murder.", "charged"),
        ("Omar Vance, 31, was arrested on suspicion of murder.", "arrested"),
        ("Omar Vance, 31, is in custody facing a murder charge.", "charged"),
        ("Omar Vance, 31, was booked into the county jail.", "arrested"),
        ("Omar Vance, 31, turned himself in.", "arrested"),
        ("Omar Vance, 31, surrendered to police.", "arrested"),
        ("Police caught Omar Vance, 31.", "arrested"),
        ("Omar Vance, 31, appeared in court on charges of assault.", "charged"),
        ("Murder charges were filed against Omar Vance, 31.", "charged"),
        ("Omar Vance, 31, pleaded not guilty to murder.", "charged"),
        ("The suspect could be charged with murder.", None),
    ],
)
def test_custody_is_the_last_that_is_told(text: str, custody: str | None) -> None:
    """Arrests, charges, searches and verdicts are told of the suspect; what is denied or only possible is not."""
    assert told(only(text).custody) == custody


@pytest.mark.parametrize(
    "text",
    [
        "Omar Vance will face charges.",
        "It is unclear whether Omar Vance was arrested.",
        "Omar Vance was arrested in 2006 for theft.",
        "Charges against Omar Vance were dropped.",
        "Charges are pending against Omar Vance.",
        "Omar Vance was caught on camera.",
        "The boy is in protective custody.",
        "The boy was returned to his parents' custody.",
        "A dog charged him.",
        "Omar Vance indicted there was more to it.",
    ],
)
def test_what_is_old_or_not_yet_or_something_else_tells_no_custody(text: str) -> None:
    """Near misses of arrests and charges; the report is of 2026."""
    assert told_of(text, Slot.CUSTODY) == []


def test_a_charge_outweighs_the_arrest() -> None:
    """Who was arrested and then charged is charged."""
    assert told(only("Omar Vance, 31, was arrested Monday and charged with murder.").custody) == "charged"


def test_a_victim_has_no_custody() -> None:
    """The law's words are told of suspects only."""
    people = people_in("Lena Ford, 20, was shot and Omar Vance, 31, was arrested.")
    assert [(told(p.name), told(p.custody)) for p in people] == [("Lena Ford", None), ("Omar Vance", "arrested")]


@pytest.mark.parametrize(
    "text", ["Omar Vance is being held on $500,000 bond.", "Omar Vance was held without bail after the shooting."]
)
def test_who_is_held_on_bond_is_arrested(text: str) -> None:
    """A bond is set for somebody whom police have."""
    assert told_of(text, Slot.CUSTODY) == [("Omar Vance", "arrested")]


def test_pending_charges_are_none_yet() -> None:
    """Who "was taken into custody and charges are pending" is arrested and no more."""
    text = "Omar Vance was taken into custody and charges are pending against him."
    assert told_of(text, Slot.CUSTODY) == [("Omar Vance", "arrested")]


def test_semicolons_part_the_names_of_a_list() -> None:
    """All three are sought."""
    text = "Detectives are searching for Omar Vance, 25; Bo Diaz, 20; and Lena Ford, 22."
    assert [value for _, value in told_of(text, Slot.CUSTODY)] == ["sought"] * 3
