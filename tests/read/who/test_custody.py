"""Where people stand with the law."""

import pytest

from tests.read.people import only, people_in, told


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
        ("The suspect could be charged with murder.", None),
    ],
)
def test_custody_is_the_last_that_is_told(text: str, custody: str | None) -> None:
    """Arrests, charges, searches and verdicts are told of the suspect; what is denied or only possible is not."""
    assert told(only(text).custody) == custody


def test_a_charge_outweighs_the_arrest() -> None:
    """Who was arrested and then charged is charged."""
    assert told(only("Omar Vance, 31, was arrested Monday and charged with murder.").custody) == "charged"


def test_a_victim_has_no_custody() -> None:
    """The law's words are told of suspects only."""
    people = people_in("Lena Ford, 20, was shot and Omar Vance, 31, was arrested.")
    assert [(told(p.name), told(p.custody)) for p in people] == [("Lena Ford", None), ("Omar Vance", "arrested")]
