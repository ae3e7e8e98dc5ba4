"""Names of people as linking and settling compare them.

In: names as reports give them. Out: their plain words, and whether two of them can be one person's.
"""

from rapidfuzz.distance import DamerauLevenshtein

from citydesk.link.words import plain_words

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NICKNAME = 3
"""First letters that a short form shares with the full name ("Dan" and "Daniel", "Chris" and "Christopher")."""


def plain_name(name: str) -> str | None:
    """The words of a name in order, lower case, without accents, initials and "Jr."; None if nothing is left."""
    words = [word for word in plain_words(name) if word not in _SUFFIXES and len(word) > 1]
    return " ".join(words) or None


def same_name(a: str, b: str) -> bool:
    """Whether two plain names can be one person's: alike, misspelt, shortened, or the last name alone."""
    if a == b:
        return True
    first, second = a.split(), b.split()
    if not near_words(first[-1], second[-1]):
        return False
    if len(first) == 1 or len(second) == 1:
        return first[-1] == second[-1]
    return any(_same_given(x, y) for x in first[:-1] for y in second[:-1])


def near_words(a: str, b: str) -> bool:
    """Whether two words are one, allowing a slip of the pen in five letters or more and two in ten."""
    if a == b:
        return True
    allowed = min(len(a), len(b)) // 5
    return allowed > 0 and DamerauLevenshtein.distance(a, b, score_cutoff=min(allowed, 2)) <= min(allowed, 2)


def _same_given(a: str, b: str) -> bool:
    return near_words(a, b) or (min(len(a), len(b)) >= _NICKNAME and a[:_NICKNAME] == b[:_NICKNAME])
