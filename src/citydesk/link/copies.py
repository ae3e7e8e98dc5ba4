"""Near copies: one wire story in many papers, or one report under two addresses.

In: two tellings. Out: how much of their wording is the same, where that makes one a copy of the other.
"""

from citydesk.link.telling import Telling
from citydesk.link.words import share_of_wording

COPY = 0.6
"""Share of runs of three words in common from which one report is a copy. An update that keeps the paragraphs of the
first report and adds as many new ones has about 0.5."""


def is_copy(a: Telling, b: Telling) -> float | None:
    """The share of wording that two tellings have in common, if so much that one is a copy; None if not."""
    share = share_of_wording(a.signature, b.signature)
    return share if share >= COPY else None
