"""What words and first names tell of somebody's sex, for telling whom "he" and "she" can mean.

In: words. Out: a `Sex`, or None where they do not tell. First names are told by the Census lists in the package
`names`.
"""

import re
from functools import cache
from pathlib import Path

from citydesk.model import Sex

_MALE = re.compile(
    r"\b(?:Mr|man|boy|father|dad|uncle|brother|son|husband|boyfriend|nephew|grandfather|spokesman|councilman|gunman"
    r"|stepfather|grandson|policeman)\b"
)
_FEMALE = re.compile(
    r"\b(?:Mrs|Ms|Miss|woman|girl|mother|mom|aunt|sister|daughter|wife|girlfriend|niece|grandmother|spokeswoman"
    r"|councilwoman|stepmother|granddaughter|great-aunt|widow|policewoman)\b"
)
_CLEAR = 10.0
"""How many times more often a first name is one sex's than the other's to tell it."""


def sex_of_words(words: str) -> Sex | None:
    """The sex that a title or a description tells ("spokeswoman", "his father")."""
    if _FEMALE.search(words):
        return Sex.FEMALE
    return Sex.MALE if _MALE.search(words) else None


def sex_of_first_name(first: str) -> Sex | None:
    """The sex that a first name tells, where the Census has it at least ten times as often for one."""
    return _sexes().get(first.lower().strip(".,"))


@cache
def _sexes() -> dict[str, Sex]:
    male, female = _shares("first:male"), _shares("first:female")
    clear = {name: Sex.MALE for name, share in male.items() if share > _CLEAR * female.get(name, 0.0)}
    clear.update((name, Sex.FEMALE) for name, share in female.items() if share > _CLEAR * male.get(name, 0.0))
    return clear


def _shares(which: str) -> dict[str, float]:
    """How many of a hundred persons have each first name."""
    import names

    rows = (line.split() for line in Path(names.FILES[which]).read_text(encoding="ascii").splitlines())
    return {row[0].lower(): float(row[1]) for row in rows if row}
