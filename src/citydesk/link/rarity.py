"""How much a word says about which incident it is: the rarer in local news, the more.

In: hashes of words. Out: their rarity: the natural logarithm of how many reports there are for each that has the word,
in whole hundredths, so that sums do not depend on their order.
The table is made with the weights by `training/link/train.py` and does not depend on what a ledger holds, so that a
score made today is the same tomorrow.
"""

import json
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import log
from pathlib import Path
from zlib import crc32

_source: list[Traversable] = [files("citydesk.link").joinpath("rarity.json")]


def rarity_of(words: Iterable[int]) -> int:
    """The rarity of words given as hashes, added up."""
    known, unknown = _table()
    return sum(known.get(word, unknown) for word in words)


@lru_cache(maxsize=10_000)
def rarity_of_all(words: frozenset[int]) -> int:
    """`rarity_of` for the whole of a telling's words, which is asked again for each pair."""
    return rarity_of(words)


@cache
def rarity_of_word(word: str) -> int:
    """The rarity of one plain word."""
    return rarity_of((crc32(word.encode("utf-8", "surrogatepass")),))


@cache
def _table() -> tuple[dict[int, int], int]:
    """Rarities by hash, and that of a word that the table does not have."""
    written = json.loads(_source[-1].read_text("utf-8"))
    reports = written["reports"]
    known = {
        int(word, 16): _rarity(reports, int(having))
        for having, words in written["words"].items()
        for word in words.split()
    }
    return known, _rarity(reports, written["unknown"])


def _rarity(reports: int, having: float) -> int:
    return round(100 * log(reports / having))


def use_rarity(path: Path) -> None:
    """Read the table from another file from now on: for training, which makes one, and for measuring what it made."""
    _source.append(path)
    _table.cache_clear()
    rarity_of_word.cache_clear()
    rarity_of_all.cache_clear()
