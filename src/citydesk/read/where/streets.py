"""Streets and highways by name: where one begins in a text, where it ends, and whether its type is said.

In: a text cut into words. Out: the words that a street takes ("North Sheridan Road", "31st", "Avenue L", "U.S. Highway
98"). Which of them make an address is `addresses.py`'s question.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from citydesk.read.where.gazetteer import is_city_key, name_key

_WORD = re.compile(
    r"U\.S\.?|[NSEW]\.[EW]\.|I-\d{1,3}(?!\d)|\d+(?:st|nd|rd|th|ST|ND|RD|TH)\b|\d+[A-Za-z]?\b|\d+"
    r"|(?:Mc|Mac|O['’])?[A-Za-zÀ-ÿ][\w’'&-]*|[^\w\s]"
)
_DIRECTIONS = frozenset(
    """North South East West Northeast Northwest Southeast Southwest N S E W NE NW SE SW N.E. N.W. S.E. S.W. NORTH
    SOUTH EAST WEST""".split()
)
_SURE_TYPES = frozenset(
    """street avenue road drive lane boulevard parkway turnpike freeway expressway causeway highway pike circle
    court terrace cove st ave av rd dr ln ct blvd pkwy hwy fwy expy cir""".split()
)
_TYPES = _SURE_TYPES | frozenset(
    """glen gateway court place circle terrace trail way loop alley plaza square run path row cove crossing bend
    ridge trace concourse branch crescent extension bypass walk point mews hollow landing ct pl cir ter terr trl
    sq""".split()
)
"""The second sort makes a street only where something else says so: "Park Place", "Turtle Creek Crossing"."""
_PLURALS = frozenset("streets avenues roads drives lanes boulevards highways parkways sts aves rds".split())
_SHORTENED = frozenset(
    "st ave av rd dr ln ct blvd pkwy hwy fwy expy pl cir ter terr trl sq rt rte mt ft jr n s e w".split()
)
_WHOLE = frozenset(("broadway", "bourbon"))
"""Streets known everywhere without a type."""
_INNER = frozenset(("the", "de", "la", "del", "los", "las", "el", "y"))
_COURTS = frozenset(
    """supreme district superior circuit municipal juvenile county federal family probate criminal magistrate
    appeals sessions general pleas state high city trial appellate magistrates justice tribal""".split()
)
_STOP = frozenset(
    """the in on at and when where police officer officers sheriff sheriffs deputies a an two three one four five
    it he she his her their they this that then after before from near no by for with to of as but or if is was
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb aug sept oct nov dec investigators authorities witnesses man
    woman teen boy girl shooting shot killed several both four five six about around between outside inside off
    along down over across since around late early just local news photo breaking update updated video victim
    suspect facebook twitter instagram class grade degree floor annual anniversary birthday amendment ward precinct
    circuit division""".split()
)
_NOT_OWN = frozenset("block blocks of the hundred".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_ROAD_WORDS = frozenset(
    "interstate highway hwy route rt rte loop spur us u.s. u.s fm cr sr rr state county farm ranch".split()
)
_STATES_BEFORE = frozenset(
    """old state county louisiana kentucky georgia alabama mississippi texas tennessee missouri arkansas ohio
    florida virginia minnesota illinois indiana iowa kansas oklahoma michigan wisconsin ky la""".split()
)
_DIGITS = re.compile(r"\d{1,4}[A-Za-z]?$")
_LONGEST_NAME = 5


class Words(NamedTuple):
    """A text cut into words and marks."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]

    def joined(self, n: int) -> bool:
        """Whether word `n` follows the one before it with no more than a space, a point or nothing between."""
        return (
            n < len(self.words)
            and self.starts[n] - self.ends[n - 1] <= 1
            and "\n" not in self.text[self.ends[n - 1] : self.starts[n]]
        )


@dataclass(frozen=True, slots=True)
class Street:
    """A street's words [first:last] and what is sure about it."""

    first: int
    last: int
    typed: bool
    """Whether a type ("Avenue") or a highway's number is said."""
    sure: bool
    """Whether the type alone makes it a street: "Main Street" is one, "Park Place" may not be."""
    numbered: bool = False
    """Whether it is a highway with a number."""


def cut_words(text: str) -> Words:
    """A text as words and marks; points that end abbreviations of streets stay with them."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for found in _WORD.finditer(text):
        word, end = found.group(), found.end()
        if word == "." and words and ends[-1] == found.start() and words[-1].lower() in _SHORTENED:
            ends[-1] = end
            continue
        starts.append(found.start())
        ends.append(end)
        words.append(word)
    return Words(text, starts, ends, words)


def street_at(words: Words, first: int) -> Street | None:
    """The street that begins at a word, typed or not; None where none can begin."""
    if first >= len(words.words):
        return None
    return _highway_at(words, first) or _named_at(words, first)


def bare_street(address: str) -> frozenset[str]:
    """The words of an address that are a street's own name, without number, direction and type.

    >>> sorted(bare_street("1400 block of South Arago Street")) == sorted(bare_street("Arago St."))
    True
    """
    words = (word.strip(".,").lower() for word in address.split())
    return frozenset(
        word
        for word in words
        if word not in _TYPES and word not in _NOT_OWN and word.upper() not in _DIRECTIONS and not word.isdigit()
    )


def is_plural_type(word: str) -> bool:
    """Whether a word is "streets", "avenues" and the like."""
    return word.lower() in _PLURALS


def _highway_at(words: Words, first: int) -> Street | None:
    """A road with a number: "Interstate 70", "I-40", "U.S. Highway 98", "State Road 44 East", "Route 501"."""
    n = first
    if words.words[n].startswith("I-") and words.words[n][2:].isdigit():
        return Street(first, _past_direction(words, n + 1), True, True, True)
    if words.words[n][0].isupper() and words.words[n].lower() in _STATES_BEFORE and words.joined(n + 1):
        n += 1
    while words.joined(n + 1) and words.words[n].lower() in _ROAD_WORDS | {"road"} and n - first < 4:
        n += 1
        if words.words[n] == "-" and words.joined(n + 1):
            n += 1
        if _DIGITS.match(words.words[n]) and words.words[first][0].isupper():
            return Street(first, _past_direction(words, n + 1), True, True, True)
    return None


def _past_direction(words: Words, n: int) -> int:
    """Behind the directions that follow ("Lane South", "Street NW")."""
    while n < len(words.words) and words.words[n] in _DIRECTIONS and words.joined(n):
        if (
            n + 1 < len(words.words)
            and words.words[n][-1:].islower()
            and words.joined(n + 1)
            and _is_name(words, n + 1)
        ):
            return n  # "Main Street North Charleston": the direction belongs to what follows
        n += 1
    return n


def _named_at(words: Words, first: int) -> Street | None:
    n = first
    while n < len(words.words) and words.words[n] in _DIRECTIONS and (n == first or words.joined(n)) and n - first < 2:
        n += 1
    if n > first and not words.joined(n):
        n = first
    begin = n
    while n < len(words.words) and n - begin <= _LONGEST_NAME and (n == first or words.joined(n)):
        lower = words.words[n].lower()
        if n > first and lower in _TYPES and words.words[n - 1].lower() != "the" and _is_type_here(words, n):
            return _typed(words, first, n)
        if (
            lower in _INNER
            and n > begin
            and words.joined(n + 1)
            and (_is_name(words, n + 1) or words.words[n + 1].lower() in _INNER)
        ):
            n += 1
            continue
        if not _is_name(words, n) and not _is_month_of_street(words, n):
            break
        n += 1
    if n == begin and begin == first:
        return None
    if n == begin:
        return None
    whole = words.words[n - 1].lower() in _WHOLE
    return Street(first, min(n, begin + 3) if not whole else n, whole, whole)


def _is_type_here(words: Words, n: int) -> bool:
    """Whether a word that could be a type is one: a capital, or behind an ordinal ("29th street"), and no saint."""
    capital = words.words[n][0].isupper() or words.words[n - 1][0].isdigit()
    return capital and not _is_saint(words, n)


def _typed(words: Words, first: int, n: int) -> Street | None:
    """The street whose type stands at word `n`."""
    if words.words[n].lower() in ("court", "ct", "square", "circle") and words.words[n - 1].lower() in _COURTS:
        return None
    while (
        words.joined(n + 1)
        and words.words[n + 1].lower() in _TYPES
        and words.words[n + 1][0].isupper()
        and not _is_saint(words, n + 1)
    ):
        n += 1
    sure = words.words[n].lower() in _SURE_TYPES
    last = n + 1
    if (
        words.words[n].lower() in ("avenue", "ave", "street", "highway")
        and words.joined(last)
        and len(words.words[last]) == 1
    ):
        letter = words.words[last]
        if letter.isupper() and letter not in _DIRECTIONS and letter != "I":
            last += 1
    return Street(first, _past_direction(words, last), True, sure)


def _is_name(words: Words, n: int) -> bool:
    """Whether a word may be part of a street's name: a capital or an ordinal, and none of the words about it."""
    if n >= len(words.words):
        return False
    word = words.words[n]
    if word[0].isdigit():
        return not word.isdigit() and not word[-1].isdigit() and len(word) > 2
    return word[0].isupper() and word.lower() not in _STOP


def _is_month_of_street(words: Words, n: int) -> bool:
    """Whether a month is a street's name: its type follows with a capital ("on March Lane")."""
    if words.words[n].lower() not in _MONTHS or not words.words[n][0].isupper() or not words.joined(n + 1):
        return False
    following = words.words[n + 1]
    return following[0].isupper() and following.lower() in _SURE_TYPES


def _is_saint(words: Words, n: int) -> bool:
    """Whether "St." is a saint: a city is called so with the word that follows."""
    if words.words[n].lower() != "st" or not words.joined(n + 1):
        return False
    return is_city_key(name_key("st " + words.words[n + 1]))
