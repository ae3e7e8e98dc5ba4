"""Street addresses as linking compares them.

In: an address as worded ("the 4100 block of West Potomac Avenue"). Out: the street's own words and the block.
"""

import re
from typing import NamedTuple

from citydesk.link.words import plain_words

_NUMBER = re.compile(r"\s*(?:the\s+)?(\d{1,6})\b(?!\s*(?:st|nd|rd|th)\b)", re.IGNORECASE)
_CROSSING = re.compile(r"\s+(?:and|at|&|near)\s+|\s*[&/@]\s*", re.IGNORECASE)
_NOISE = frozenset(
    """block blocks of the a an in on at near corner intersection between from to n s e w ne nw se sw north south east
    west northeast northwest southeast southwest street st avenue ave av boulevard blvd road rd drive dr lane ln court
    ct circle cir place pl terrace ter parkway pkwy highway hwy route rte way trail trl square sq apartment apt unit
    lot suite""".split()
)


class Street(NamedTuple):
    """Where on which street."""

    name: str
    """Its words without number, direction and kind; of a crossing both, sorted ("31st & van brunt")."""
    block: int | None
    """The house number in whole hundreds."""


def plain_street(address: str) -> Street | None:
    """The street and block of an address; None where no words of a street are left."""
    number = _NUMBER.match(address)
    rest = address[number.end() :] if number else address
    names = sorted({name for part in _CROSSING.split(rest[:200]) if (name := _street_words(part))})
    if not names:
        return None
    return Street(" & ".join(names), int(number.group(1)) // 100 * 100 if number else None)


def _street_words(part: str) -> str:
    words = plain_words(part)
    kept = [word for word in words if word not in _NOISE]
    return " ".join(kept or [word for word in words if word not in {"block", "of", "the"}])
