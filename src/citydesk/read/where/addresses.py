"""Addresses in a text: blocks, house numbers, intersections, highways and plain roads.

In: a text. Out: spans in order, with the address as worded, without city and preposition ("4100 block of West
Potomac", "31st and Van Brunt", "Interstate 70 near mile marker 210"). Whether anything happened there is left to
others.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from citydesk.read.page.document import Span
from citydesk.read.page.setting import AddressDetail
from citydesk.read.where.place_kinds import kind_of_name
from citydesk.read.where.streets import Street, Words, cut_words, is_plural_type, street_at

_BLOCK_NUMBER = re.compile(
    r"(?:\d{1,6}(?:st|nd|rd|th)?(?: ?(?:-|–|and|to|or) ?\d{1,6})?|[Uu]nit|[Zz]ero|"
    r"[Uu]nnumbered)(?:[ -]hundred)?(?: (?:North|South|East|West|[NSEW]\.?))?[ -]$"
)
_BLOCK_WORDS = frozenset(("block", "blocks", "blk", "block-long"))
_BLOCK_JOINTS = frozenset(("of", "on", "along", "off", "at"))
_CORNER_WORDS = frozenset(
    ("intersection", "corner", "junction", "crossing", "area", "vicinity", "intersections", "corners")
)
_JOINTS = frozenset(("and", "&", "at", "near", "off", "/"))
_LOCATIVE = frozenset(
    """on off along near at in of to from down onto and between by across the past outside toward towards crossing
    around a an her his their our up behind nearby through this that into block blocks""".split()
)
_ALONG = frozenset(("on", "off", "along", "near", "down", "of", "at", "to", "from", "onto", "between"))
"""Words before a street whose type makes it none by itself: "on Turtle Creek Crossing", not "in the South Loop"."""
_CLOSE = frozenset(("near", "on", "at", "around", "off", "by"))
_HOUSE_NUMBER = re.compile(r"\d{2,5}[A-Z]")
_UNIT = re.compile(r",? (?:(?:Apt|Apartment|Unit|Lot|Suite|No)(?![a-z])|#)\.? ?(?:No\. ?)?#?\w{1,5}\b")
_MARKER = re.compile(
    r",? (?:near|at|by|around|between|just \w+ of) (?:the )?"
    r"(?:[Mm]ile(?:post| ?[Mm]arker| [Pp]ost)? \d{1,4}(?:\.\d)?|\d{1,4}[- ]mile[- ]marker|[Ee]xits? \d{1,4}[A-Z]?"
    r"|(?:[A-Z][\w.]*(?: |(?= exit))){1,4}exit)"
)
_ENDS = re.compile(
    r"\s*(?:[.,;:)\n]|$|(?:in|on|at|around|about|when|just|shortly|after|before|early|late|for|where|to|"
    r"near|by|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
)
_ASIDE = re.compile(
    r",? (?:(?:just|right) )?(?:off(?: of)?|near|(?:north|south|east|west)(?:east|west)? of) (?:the )?(?=[A-Z\d])"
)
"""Between a street and the one that tells where on it: "Bank Street, off South Tryon Street"."""
_OF_NAMES = frozenset(
    """Rage District Association Coalition Journal Baptist Church School Elementary Hospital Apartments Police Patrol
    Department Authority Project Administration Times Court""".split()
)
"""Words behind a street's name that make it another's: "Wall Street Journal", "State Highway Patrol"."""
_SURNAMES = frozenset(
    ("lane", "street", "place", "way", "court", "point", "park", "walk", "ridge", "row", "drive", "dr", "st", "pike")
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address as worded."""

    span: Span
    value: str
    detail: AddressDetail


def find_addresses(text: str) -> list[Address]:
    """Every address, in order, none inside another."""
    words = cut_words(text)
    found: list[Address] = []
    n = 0
    while n < len(words.words):
        address = _address_at(words, n)
        if address is None:
            n += 1
            continue
        span, detail = address
        if found and span.start < found[-1].span.end:
            n += 1
            continue
        found.append(Address(span, " ".join(text[span.start : span.end].split()), detail))
        while n < len(words.words) and words.starts[n] < span.end:
            n += 1
    return found


def _address_at(words: Words, n: int) -> tuple[Span, AddressDetail] | None:
    """The address whose telling word is word `n`."""
    word = words.words[n]
    lower = word.lower()
    if lower in _BLOCK_WORDS:
        return _block(words, n)
    if lower in _CORNER_WORDS:
        return _corner(words, n)
    if word.isdigit() or _HOUSE_NUMBER.fullmatch(word):
        return _house(words, n)
    if word[0].isupper() or word[0].isdigit():
        return _road(words, n)
    return None


def _block(words: Words, n: int) -> tuple[Span, AddressDetail] | None:
    """The block: "4100 block of West Potomac"."""
    if n + 2 >= len(words.words) or words.words[n + 1].lower() not in _BLOCK_JOINTS:
        return None
    before = max(0, words.starts[n] - 30)
    number = _BLOCK_NUMBER.search(words.text[before : words.starts[n]])
    first = n + 3 if words.words[n + 2].lower() == "the" else n + 2
    street = street_at(words, first)
    if number is None or street is None:
        return None
    return Span(before + number.start(), _end(words, street)), AddressDetail.BLOCK


def _corner(words: Words, n: int) -> tuple[Span, AddressDetail] | None:
    """The crossing: "(the corner of) 31st and Van Brunt"; "(the area of) Elm Street"."""
    if n + 2 >= len(words.words) or words.words[n + 1].lower() not in ("of", "at", "near", "around", "on"):
        return None
    first = n + 3 if words.words[n + 2].lower() == "the" else n + 2
    street = street_at(words, first)
    if street is None:
        return None
    other = _other(words, street)
    if other is not None:
        return Span(words.starts[first], _end_of_pair(words, other)), AddressDetail.CORNER
    if street.typed:
        return _whole(words, street)
    return None


def _house(words: Words, n: int) -> tuple[Span, AddressDetail] | None:
    """The house: "703 Miller Ave.", "11290 Fondren"."""
    number = words.words[n]
    if len(number) > 6 or not words.joined(n + 1) or (n and words.words[n - 1] in ("$", "#", ".", ":", "-")):
        return None
    street = street_at(words, n + 1)
    if street is None or (street.numbered and not words.words[n + 1][0].isupper()):
        return None
    end = _end(words, street)
    if not street.typed:
        at = n > 0 and words.words[n - 1].lower() in ("at", "of", "(") and 3 <= len(number) <= 5
        if not (at and _ENDS.match(words.text, end) and street.last - street.first <= 2):
            return None
    elif not street.sure and not (n and words.words[n - 1].lower() in _LOCATIVE):
        return None
    unit = _UNIT.match(words.text, end)
    other = _other(words, street)
    if other is not None and other.typed and words.words[street.last].lower() in ("and", "&"):
        end = _end_of_pair(words, other)
    return Span(words.starts[n], unit.end() if unit else end), AddressDetail.HOUSE


def _road(words: Words, n: int) -> tuple[Span, AddressDetail] | None:
    """A street or highway, alone or with the one that it crosses."""
    street = street_at(words, n)
    if street is None:
        return None
    before = words.words[n - 1].lower() if n else ""
    other = _other(words, street)
    if other is not None and _cross(words, street, other, before):
        follows = words.words[other.last] if words.joined(other.last) else ""
        if follows in _OF_NAMES or words.words[other.last - 1] in _OF_NAMES:
            return None
        return Span(words.starts[n], _end_of_pair(words, other)), AddressDetail.CORNER
    aside = _aside(words, street)
    if aside is not None and before in _LOCATIVE:
        return Span(words.starts[n], aside), AddressDetail.CORNER
    if street.typed and (street.sure or before in _ALONG) and _stands_alone(words, street, before):
        return _whole(words, street)
    return None


def _aside(words: Words, street: Street) -> int | None:
    """Behind the street near which a place on a typed street is ("Elm Street, just off Oak Avenue"); else None."""
    between = _ASIDE.match(words.text, _end(words, street)) if street.typed and street.sure else None
    if between is None:
        return None
    first = bisect_left(words.starts, between.end())
    other = street_at(words, first)
    return _end(words, other) if other is not None and other.typed and other.sure else None


def _stands_alone(words: Words, street: Street, before: str) -> bool:
    """Whether a typed street is one in its place, and not a person called Lane or a newspaper on Wall Street."""
    last = words.words[street.last - 1].lower()
    if last in _SURNAMES and street.last - street.first <= 2 and before not in _LOCATIVE:
        return False
    follows = words.words[street.last] if words.joined(street.last) else ""
    return follows not in _OF_NAMES


def _whole(words: Words, street: Street) -> tuple[Span, AddressDetail]:
    """A street on its own, with a highway's mile marker or exit."""
    end = _end(words, street)
    if not street.numbered:
        return Span(words.starts[street.first], end), AddressDetail.ROAD
    marker = _MARKER.match(words.text, end)
    return Span(words.starts[street.first], marker.end() if marker else end), AddressDetail.HIGHWAY


def _other(words: Words, street: Street) -> Street | None:
    """The street that is named with this one by "and", "at" or "near"."""
    n = street.last
    if n + 1 < len(words.words) and words.words[n] == "," and words.words[n + 1].lower() in ("near", "and"):
        n += 1
    if n + 1 >= len(words.words) or words.words[n].lower() not in _JOINTS:
        return None
    first = n + 2 if words.words[n + 1].lower() == "the" else n + 1
    other = street_at(words, first)
    return (
        other
        if other is not None and words.text.find("\n", words.ends[street.last - 1], words.starts[first]) < 0
        else None
    )


def _cross(words: Words, street: Street, other: Street, before: str) -> bool:
    """Whether two streets named together are a crossing, and not two people, firms or towns."""
    plural = other.last < len(words.words) and words.joined(other.last) and is_plural_type(words.words[other.last])
    if plural:
        return True
    joint = words.words[street.last].lower()
    ordinal = words.words[street.first][0].isdigit() or words.words[other.first][0].isdigit()
    if street.typed and other.typed:
        return street.sure or other.sure
    if any(kind_of_name(w) for w in (words.words[street.last - 1], words.words[other.last - 1])):
        return False
    ends = bool(_ENDS.match(words.text, _end(words, other)))
    if joint in ("and", "&"):
        if ordinal or street.sure:
            return ends and (before in _LOCATIVE or ordinal)
        short = street.last - street.first <= 2 and other.last - other.first <= 2
        return (before in ("near", "on", "at") and ends and short) or (other.sure and before in _CLOSE)
    return joint in ("near", "at") and before == "on" and (other.sure or (ends and not street.typed))


def _end(words: Words, street: Street) -> int:
    return words.ends[street.last - 1]


def _end_of_pair(words: Words, other: Street) -> int:
    """Behind the second street and a plural type that both share ("Independence and Wabash avenues")."""
    last = other.last
    if words.joined(last) and is_plural_type(words.words[last]):
        last += 1
    return words.ends[last - 1]
