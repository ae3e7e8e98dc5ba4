"""Near copies: one wire story in many papers, or one report under two addresses.

In: two tellings, or the texts of several reports. Out: how much of their wording is the same, where that makes one a
copy of the other.
"""

from collections.abc import Sequence
from functools import lru_cache

from citydesk.link.telling import Telling
from citydesk.link.words import plain_words, share_of_wording, sign_words

COPY = 0.6
"""Share of runs of three words in common from which one report is a copy. An update that keeps the paragraphs of the
first report and adds as many new ones has about 0.5."""


def is_copy(a: Telling, b: Telling) -> float | None:
    """The share of wording that two tellings have in common, if so much that one is a copy; None if not."""
    share = share_of_wording(a.signature, b.signature)
    return share if share >= COPY else None


def copy_families(texts: Sequence[str]) -> tuple[int, ...]:
    """For each text, the place of the first one that it is a copy of: its own where there is none before it."""
    signatures = [_signature_of(text) for text in texts]
    families: list[int] = []
    for n, signature in enumerate(signatures):
        first = next((m for m in range(n) if share_of_wording(signature, signatures[m]) >= COPY), n)
        families.append(families[first] if first < n else n)
    return tuple(families)


@lru_cache(maxsize=2_000)
def _signature_of(text: str) -> tuple[int, ...]:
    """Kept for a while: an incident is settled again with each report that it gains."""
    return sign_words(plain_words(text))
