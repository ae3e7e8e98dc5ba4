"""What language a text is in, for telling a keeper why a report was left out.

In: the words of a text. Out: None for English, else the language's name. Most texts are known to be English by their
little words alone; only the others are put to py3langid, which takes a second to load.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

_LITTLE = frozenset(
    """the a an of and to in was is on at for that he she it they with were said by who his her from as be has had
    not""".split()
)
_ENGLISH_SHARE = 0.2
"""Share of little words from which on a text is taken to be English: news has 0.3 to 0.5, Spanish under 0.1."""
_FEWEST_WORDS = 20
"""A shorter text is taken to be English: a headline has hardly any little words."""
_LONGEST = 2_000
"""Characters that are put to the classifier."""
_NAMES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "ht": "Haitian Creole",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "la": "Latin",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tl": "Tagalog",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
_MAYBE_ENGLISH = frozenset(("la", "en"))
"""What lists of names and scraps of pages are taken for."""


def foreign_language(text: str, words: Sequence[str]) -> str | None:
    """The English name of the language of a text that is not in English; None for English, or too short to tell.

    `words` are the text's words in small letters.
    """
    if len(text) < _FEWEST_WORDS * 3 or _share_of_little(words) >= _ENGLISH_SHARE:
        return None
    code = str(_classifier().classify(text[:_LONGEST])[0])
    if code in _MAYBE_ENGLISH:
        return None
    return _NAMES.get(code, f"another language ({code})")


def _share_of_little(words: Sequence[str]) -> float:
    if len(words) < _FEWEST_WORDS:
        return 0.0
    return sum(1 for word in words if word in _LITTLE) / len(words)


@cache
def _classifier() -> Any:
    import py3langid

    return py3langid
