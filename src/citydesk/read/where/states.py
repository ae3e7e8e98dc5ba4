"""The states of the Union, and the ways in which news writes them.

In: words ("Mo.", "Missouri", "MO"). Out: two letters. Which "Washington" or "New York" is meant is left to others.
"""

import re
from functools import cache
from typing import NamedTuple


class State(NamedTuple):
    """A state, or the District of Columbia."""

    code: str
    name: str
    short: tuple[str, ...]
    """Abbreviations of the Associated Press and older ones, without spaces."""


STATES = (
    State("AL", "Alabama", ("Ala.",)),
    State("AK", "Alaska", ("Alas.",)),
    State("AZ", "Arizona", ("Ariz.",)),
    State("AR", "Arkansas", ("Ark.",)),
    State("CA", "California", ("Calif.", "Cal.")),
    State("CO", "Colorado", ("Colo.", "Col.")),
    State("CT", "Connecticut", ("Conn.",)),
    State("DE", "Delaware", ("Del.",)),
    State("DC", "District of Columbia", ("D.C.",)),
    State("FL", "Florida", ("Fla.",)),
    State("GA", "Georgia", ("Ga.",)),
    State("HI", "Hawaii", ("Haw.",)),
    State("ID", "Idaho", ("Ida.",)),
    State("IL", "Illinois", ("Ill.", "Ills.")),
    State("IN", "Indiana", ("Ind.",)),
    State("IA", "Iowa", ("Ia.",)),
    State("KS", "Kansas", ("Kan.", "Kans.", "Kas.")),
    State("KY", "Kentucky", ("Ky.",)),
    State("LA", "Louisiana", ("La.",)),
    State("ME", "Maine", ("Me.",)),
    State("MD", "Maryland", ("Md.",)),
    State("MA", "Massachusetts", ("Mass.",)),
    State("MI", "Michigan", ("Mich.",)),
    State("MN", "Minnesota", ("Minn.",)),
    State("MS", "Mississippi", ("Miss.",)),
    State("MO", "Missouri", ("Mo.",)),
    State("MT", "Montana", ("Mont.",)),
    State("NE", "Nebraska", ("Neb.", "Nebr.")),
    State("NV", "Nevada", ("Nev.",)),
    State("NH", "New Hampshire", ("N.H.",)),
    State("NJ", "New Jersey", ("N.J.",)),
    State("NM", "New Mexico", ("N.M.", "N.Mex.")),
    State("NY", "New York", ("N.Y.",)),
    State("NC", "North Carolina", ("N.C.",)),
    State("ND", "North Dakota", ("N.D.", "N.Dak.")),
    State("OH", "Ohio", ("O.",)),
    State("OK", "Oklahoma", ("Okla.",)),
    State("OR", "Oregon", ("Ore.", "Oreg.")),
    State("PA", "Pennsylvania", ("Pa.", "Penn.", "Penna.")),
    State("RI", "Rhode Island", ("R.I.",)),
    State("SC", "South Carolina", ("S.C.",)),
    State("SD", "South Dakota", ("S.D.", "S.Dak.")),
    State("TN", "Tennessee", ("Tenn.",)),
    State("TX", "Texas", ("Tex.", "Texas.")),
    State("UT", "Utah", ("Ut.",)),
    State("VT", "Vermont", ("Vt.",)),
    State("VA", "Virginia", ("Va.",)),
    State("WA", "Washington", ("Wash.",)),
    State("WV", "West Virginia", ("W.Va.",)),
    State("WI", "Wisconsin", ("Wis.", "Wisc.")),
    State("WY", "Wyoming", ("Wyo.",)),
)

ABBREVIATION = (
    r"(?:N\. ?C|N\. ?D|N\. ?H|N\. ?J|N\. ?M|N\. ?Y|S\. ?C|S\. ?D|W\. ?V[aA]|R\. ?I|D\. ?C)\.?"
    r"|(?:Alas?|Ariz|Ark|Cali?f?|Colo?|Conn|Del|Fla|Ga|Haw|Ida|Ills?|Ind|Ia|Kans?|Kas|Ky|La|Md|Mass|Mich|Minn|Miss|"
    r"Mo|Mont|Nebr?|Nev|Okla|Oreg?|Penna|Penn|Pa|Tenn|Tex|Vt|Va|Wash|Wisc?|Wyo"
    r"|ALA|ARIZ|ARK|CALIF|COLO|CONN|FLA|ILL|IND|KAN|MASS|MICH|MINN|MISS|MONT|NEB|NEV|OKLA|ORE|PENN|TENN|"
    r"TEX|WASH|WIS|WYO)"
    r"\b\.?"
)
"""A pattern of the abbreviations as they stand behind a city and a comma, full stop included."""

NAME = "|".join(sorted((state.name for state in STATES), key=len, reverse=True))
"""A pattern of the full names."""

CODE = "|".join(state.code for state in STATES)
"""A pattern of the postal codes; only to be trusted behind a city and a comma, or before a ZIP code."""

BEHIND_CITY = re.compile(rf"(?:{NAME})\b|(?:{NAME.upper()})\b|(?:{CODE})\b\.?|{ABBREVIATION}")
"""A state as it stands behind a city and a comma, in any form."""


@cache
def _codes() -> dict[str, str]:
    codes = {_plain(state.name): state.code for state in STATES}
    for state in STATES:
        codes |= {_plain(short): state.code for short in state.short}
    return codes | {state.code.lower(): state.code for state in STATES}


def state_code(words: str) -> str | None:
    """The two letters of a state named in full or abbreviated; None for anything else.

    >>> state_code("Okla."), state_code("N. C."), state_code("west virginia"), state_code("Ontario")
    ('OK', 'NC', 'WV', None)
    """
    return _codes().get(_plain(words))


@cache
def _names() -> frozenset[str]:
    return frozenset(name for state in STATES for name in (state.name, state.name.upper())) | {"D.C.", "DC"}


def is_state_name(words: str) -> bool:
    """Whether words are a state's name in full (or "D.C."), which they are not by chance, as "Miss." may be."""
    return words in _names()


def _plain(words: str) -> str:
    return words.lower().replace(".", "").replace(" ", "").replace("\n", "")
