"""Runs of capitals that may name a place: a text cut into words, and how far a place's name reaches in them.

In: a text, and the number of a word. Out: the words, and the number of the first behind the name of a city, a county or
a state that begins there. Whether the name is a place here is `localities.py`'s question.
"""

import re
from typing import NamedTuple

from citydesk.read.where.frames import Surroundings
from citydesk.read.where.gazetteer import counties_named, is_city_key, longest_names, name_key
from citydesk.read.where.nottowns import DAYS_BEHIND
from citydesk.read.where.states import is_state_name

_WORD = re.compile(r"D\.C\.|L\.A\.|[A-Za-zÀ-ÿ0-9][\w’'&-]*")
_SHORTENED = frozenset(("st", "ste", "ft", "mt", "pt"))
COUNTY_BEHIND = re.compile(
    r"['’]?s? (?:County|Parish|Borough|Co\.|COUNTY|PARISH|CO\.|Counties|counties|county|parish)(?!\w)"
)
"""What makes a name a county's."""


class Word(NamedTuple):
    """A word, and where it stands."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    joined: bool
    """Whether no more than a space parts it from the word before."""


def cut_words(text: str) -> list[Word]:
    """The words of a text, each with whether it is capital and how it follows the one before."""
    words: list[Word] = []
    end, short = -9, False
    for found in _WORD.finditer(text):
        gap = text[end : found.start()] if end >= 0 else "\n"
        word = found.group()
        joined = gap == " " or (short and gap in (". ", "."))
        words.append(Word(found.start(), found.end(), word, word.lower(), word[0].isupper(), joined))
        short = word.lower() in _SHORTENED or (len(word) == 1 and word.isupper())
        end = found.end()
    return words


def sides_of(words: list[Word], n: int, last: int) -> Surroundings:
    """The capitalised words that stand before and behind in one run with words [n:last]."""
    first = n
    while first > 0 and words[first].joined and words[first - 1].capital and n - first < 3:
        if words[first - 1].text.endswith(("'s", "’s", "s'", "s’")):
            break  # "the Osbornes' Rock Falls home": the owner is no part of the name
        first -= 1
    end = last
    while end < len(words) and words[end].joined and words[end].capital and end - last < 4:
        if words[end].lower in DAYS_BEHIND:
            break
        end += 1
    if words[last - 1].text.endswith(("'s", "’s")):
        end = last  # "Houston's Third Ward": what follows is its own name
    return Surroundings(
        tuple(word.text for word in words[first:n]),
        tuple(word.text for word in words[last:end]),
        first == 0 or not words[first].joined,
    )


def city_last(words: list[Word], n: int) -> int:
    """Behind the longest name of a city that begins at word `n`; `n` where none does."""
    key = name_key(words[n].text)
    longest = longest_names().get(key.partition(" ")[0], 0)
    best = n
    for last in range(n + 1, min(n + longest, len(words)) + 1):
        if last > n + 1:
            if not words[last - 1].joined:
                break
            key = f"{key} {name_key(words[last - 1].text)}"
        if words[last - 1].capital and is_city_key(key) and not (len(key) < 3 and words[n].text.isupper()):
            best = last
        if words[last - 1].text.endswith(("'s", "’s")):
            break
    return best


def state_last(words: list[Word], n: int) -> int:
    """Behind the full name of a state that begins at word `n`; `n` where none does."""
    for last in (n + 3, n + 2, n + 1):
        if last > len(words) or not all(words[m].joined for m in range(n + 1, last)):
            continue
        name = unpossessed(" ".join(word.text for word in words[n:last]))
        if is_state_name(name):
            return last
    return n


def county_last(text: str, words: list[Word], n: int) -> int:
    """Behind the name of a county that "County" follows ("Miami-Dade" of "Miami-Dade County"); `n` where none does."""
    for last in range(n + 1, min(n + 4, len(words)) + 1):
        if last > n + 1 and not words[last - 1].joined:
            break
        if words[last - 1].capital and COUNTY_BEHIND.match(text, words[last - 1].end):
            return last if counties_named(text[words[n].start : words[last - 1].end]) else n
    return n


def unpossessed(name: str) -> str:
    """A name without the mark of possession."""
    return name[:-2] if name.endswith(("'s", "’s")) else name[:-1] if name.endswith(("s'", "s’")) else name
