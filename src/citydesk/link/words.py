"""Words of a text as linking compares them: hashed content words, and a MinHash signature of the wording.

In: text. Out: numbers that are the same in every process and on every machine, since the ledger keeps them. (That is
why the signature is made here: rensa gives other numbers from one version to the next.)
"""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2b
from itertools import pairwise
from zlib import crc32

SLOTS = 64
"""Numbers in a signature: the share of wording in common is then known to about 0.06."""
_SHINGLE = 3
"""Words in a row that make one piece of wording."""
_MAX_CHARACTERS = 40_000
"""Of a text that are looked at: copies are told by their beginnings as well as by the whole."""
_WORD = re.compile(r"[^\W_]+")
_CAPITAL = r"(?:[A-Z]\.|(?:[A-Z]|\d+(?:st|nd|rd|th)\b)[^\W_]*(?:['’‘-][^\W_]+)*)"
_CAPITALS = re.compile(rf"{_CAPITAL}(?:[ \t]+{_CAPITAL})+")
"""Words in a row that are written with a capital, or as "31st" is: names of people, streets, places, bodies."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ACCENTS = re.compile("[\u0300-\u036f]")
_APOSTROPHE = str.maketrans({"’": "'", "‘": "'"})
_POSSESSIVE = re.compile(r"'s\b")
_EMPTY_WORDS = frozenset(
    """a about after again all also an and another any are around as at be because been before being between both but
    by can could did do does during each for from had has have he her here him his how if in into is it its just like
    may might more most near no not now of off on one only or other out over said say says she should so some such
    than that the their them then there these they this those through to told too two under up us was we were what
    when where which while who whom whose why will with would you your i me my our""".split()
)
"""Say nothing about which incident it is."""


def plain_words(text: str) -> list[str]:
    """Every word in order: lower case, without accents and possessives."""
    text = _POSSESSIVE.sub("", text[:_MAX_CHARACTERS].translate(_APOSTROPHE).lower())
    if _NOT_ASCII.search(text):
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return _WORD.findall(text)


def hash_words(words: Iterable[str]) -> frozenset[int]:
    """32-bit hashes of the words that carry meaning."""
    content = {word for word in words if len(word) > 1 and word not in _EMPTY_WORDS}
    return frozenset(crc32(word.encode("utf-8", "surrogatepass")) for word in content)


def hash_names(text: str) -> frozenset[int]:
    """32-bit hashes of all two words in a row that are written as names are: "Van Brunt", "Park Place", "Place Mall".

    Read or not: a reader that misses who a person is still leaves the name where it stands.
    """
    found: set[int] = set()
    for run in _CAPITALS.finditer(text[:_MAX_CHARACTERS]):
        words = [word for word in plain_words(run[0]) if len(word) > 1]
        found.update(hash_name(*two) for two in pairwise(words))
    return frozenset(found)


def hash_name(first: str, second: str) -> int:
    """The hash of two plain words of a name."""
    return crc32(f"{first} {second}".encode("utf-8", "surrogatepass"))


def sign_words(words: list[str]) -> tuple[int, ...]:
    """The MinHash signature of a text's words: `SLOTS` 32-bit numbers, or none where there are no words.

    One-permutation MinHash: each run of three words falls into one slot by its hash, the least hash of a slot stays,
    and a slot that got none borrows from the next ones (Li, Owen and Zhang 2012; Shrivastava and Li 2014).
    """
    least: list[int | None] = [None] * SLOTS
    for shingle in {" ".join(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1))} - {""}:
        digest = int.from_bytes(blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
        slot, value = digest % SLOTS, digest >> 32
        held = least[slot]
        if held is None or value < held:
            least[slot] = value
    return tuple(_borrowed(least, slot) for slot in range(SLOTS)) if any(v is not None for v in least) else ()


def _borrowed(least: list[int | None], slot: int) -> int:
    """The number of a slot, else that of the next slot that has one, changed by how far it was fetched."""
    for steps in range(SLOTS):
        value = least[(slot + steps) % SLOTS]
        if value is not None:
            return (value + steps * 0x9E3779B1) % 2**32
    raise AssertionError("a signature is made of at least one piece of wording")


def share_of_wording(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """How much of the wording of two texts is the same, from their signatures: 0 to 1."""
    if not a or not b:
        return 0.0
    return sum(x == y for x, y in zip(a, b, strict=True)) / SLOTS
