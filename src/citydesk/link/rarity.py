"""How much a word says about which incident it is: the rarer in local news, the more.

In: hashes of words. Out: their rarity, the natural logarithm of how many reports there are for each that has the word.
The table is made with the weights by `training/link/train.py` and does not depend on what a ledger holds, so that a
score made today is the same tomorrow.
"""

import json
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from math import log
from zlib import crc32


def rarity_of(words: Iterable[int]) -> float:
    """The rarity of words given as hashes, added up."""
    known, unknown = _table()
    return sum(known.get(word, unknown) for word in sorted(words))


@lru_cache(maxsize=10_000)
def rarity_of_all(words: frozenset[int]) -> float:
    """`rarity_of` for the whole of a telling's words, which is asked again for each pair."""
    return rarity_of(words)


@cache
def rarity_of_word(word: str) -> float:
    """The rarity of one plain word."""
    return rarity_of((crc32(word.encode("utf-8", "surrogatepass")),))


@cache
def _table() -> tuple[dict[int, float], float]:
    """Rarities by hash, and that of a word that the table does not have."""
    written = json.loads(files("citydesk.link").joinpath("rarity.json").read_text("utf-8"))
    rarities = {int(n): log(written["reports"] / int(n)) for n in written["words"]}
    known = {int(word, 16): rarities[int(n)] for n, words in written["words"].items() for word in words.split()}
    return known, log(written["reports"] / written["unknown"])


def forget_table() -> None:
    """Read the table anew: for training, which writes it."""
    _table.cache_clear()
    rarity_of_word.cache_clear()
    rarity_of_all.cache_clear()
