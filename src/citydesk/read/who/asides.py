"""What is added behind a mention of a person: where from, in which case, how old.

In: the words of a sentence and the place behind a mention. Out: where the addition ends, or the ages that it says.
"""

from citydesk.read.page.words import Words
from citydesk.read.who.ages import Ages, find_age_behind, find_ages_listed
from citydesk.read.who.names import Name

_IN_RESIDENCE = frozenset("the block of north south east west - . avenue street road drive near".split())
_CASES = frozenset("shooting case incident stabbing crime attack".split())
_MAX_RESIDENCE = 14
"""Words of "the 1000 block of South Ada Street, Gary, Ind."."""


def skip_residence(words: Words, at: int, last: int, names: dict[int, Name]) -> int:
    """Where ", of Gary, Ind.," behind a name or age ends; `at` if there is none."""
    of = at + _is(words, at, last, ",")
    if not (_is(words, of, last, "of") or _is(words, of, last, "from")):
        return at
    end = of + 1
    while end < last and end - of < _MAX_RESIDENCE and _in_residence(words, end, last, names):
        end += 1
    while end > of + 1 and words.all[end - 1].lower in (",", "the", "in", "of", "-"):
        end -= 1
    return end if end > of + 1 else at


def _is(words: Words, at: int, last: int, word: str) -> bool:
    return at < last and words.all[at].lower == word


def _in_residence(words: Words, at: int, last: int, names: dict[int, Name]) -> bool:
    if at in names:
        return False
    word = words.all[at]
    if word.text == ",":
        return at + 1 < last and words.all[at + 1].text[0].isupper() and at + 1 not in names
    return word.text[0].isupper() or word.text.isdecimal() or word.lower in _IN_RESIDENCE


def skip_case(words: Words, at: int, last: int) -> int:
    """Where "in this shooting" behind a description ends; `at` if it is not there."""
    if at + 2 < last and _is(words, at, last, "in") and words.all[at + 1].lower in ("this", "the"):
        return at + 3 if words.all[at + 2].lower in _CASES else at
    return at


def find_age_said(words: Words, at: int, last: int) -> Ages | None:
    """The age of a sentence's subject: "was 25 years old", "are ages 14, 16 and 17"."""
    if at + 1 >= last or words.all[at].lower not in ("is", "was", "are", "were"):
        return None
    if words.all[at + 1].lower in ("age", "aged", "ages"):
        return find_age_behind(words, at + 1)
    listed = find_ages_listed(words, at + 1)
    return listed if listed and words.all[listed.last - 1].lower == "old" else None
