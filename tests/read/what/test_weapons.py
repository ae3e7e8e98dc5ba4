"""Weapons and shots."""

import pytest

from citydesk.model import WeaponKind
from citydesk.read.what.weapons import shots_of, weapons_of
from tests.read.settings import make_setting, whole_scene


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("He fired a .38-caliber revolver.", [(".38-caliber revolver", WeaponKind.HANDGUN)]),
        ("He was armed with an AR-15 rifle.", [("AR-15 rifle", WeaponKind.RIFLE)]),
        ("She grabbed a 12-gauge shotgun.", [("12-gauge shotgun", WeaponKind.SHOTGUN)]),
        ("He was shot with a pellet gun.", [("pellet gun", WeaponKind.AIR_GUN)]),
        ("He stabbed her with a kitchen knife.", [("kitchen knife", WeaponKind.KNIFE)]),
        ("He pulled a gun and fired.", [("gun", WeaponKind.FIREARM)]),
        ("He pulled a gun. The handgun was found later.", [("handgun", WeaponKind.HANDGUN)]),
        ("The child found a Colt .45 gun.", [(".45 gun", WeaponKind.HANDGUN)]),
        ("She had forgotten a pistol in her car.", [("pistol", WeaponKind.HANDGUN)]),
        ("“He just had a shotgun,” Marlow said.", [("shotgun", WeaponKind.SHOTGUN)]),
        (
            "They were shot with a small-caliber weapon that was fired twice.",
            [("small-caliber weapon", WeaponKind.FIREARM)],
        ),
        ("He accidentally discharged his weapon.", [("his weapon", WeaponKind.FIREARM)]),
        ("He is sought for assault with a deadly weapon.", []),
        ("The Bureau of Alcohol, Tobacco and Firearms found nothing.", []),
        ("The gun show drew a crowd with its gun safes.", []),
        ("He is charged with unlawful possession of a gun.", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_finds_the_weapons_of_an_incident(text: str, weapons: list[tuple[str, WeaponKind]]) -> None:
    """One a kind, by its most telling words; not those of charges, shops and sayings."""
    setting = make_setting(text)
    assert [(w.text, w.kind.value) for w in weapons_of(setting, whole_scene(setting))] == weapons


@pytest.mark.parametrize(
    ("text", "shots"),
    [
        ("Neighbors heard at least 30 shots.", 30),
        ("She heard four or five shots fired.", 4),
        ("He fired a shot into the ceiling.", 1),
        ("Officers fired 12 rounds.", 12),
        ("“I heard eight or nine gunshots,” she said.", 8),
        ("Police found 16 spent shell casings.", 16),
        ("He has two gunshot wounds.", None),
        ("He heard several shots fired.", None),
        ("He took two shots to the leg.", None),
        ("The clinic gave 200 flu shots.", None),
    ],
)
def test_counts_the_shots(text: str, shots: int | None) -> None:
    """The lower end of a range; no number where only "several" is said, and none for other shots."""
    setting = make_setting(text)
    fact = shots_of(setting, whole_scene(setting))
    assert (fact.value if fact else None) == shots
