"""The review queue as plain display values.

In: a page of the queue as it may be shown. Out: a `ReviewSheet`: for each thing to look at why it is there, both sides
with the words that say them, and the buttons that decide it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from citydesk.desk.addresses import review_json
from citydesk.desk.addresses import review_page as address_of_review
from citydesk.desk.explained import Pair, pair_shown
from citydesk.desk.front_page import Row, row_of
from citydesk.desk.proposed import Button, code_of, correction_code
from citydesk.desk.published import ShownReview, ShownReviews
from citydesk.desk.rulings import RulingLine, ruling_lines
from citydesk.desk.sayings import Saying, Teller
from citydesk.desk.words import label_of
from citydesk.ledger import Proposal, ReviewKind, review_words
from citydesk.model import Ruling, Subject
from citydesk.publish import NameCover

_MOST_SAYINGS = 3
KINDS = {
    ReviewKind.CONTRADICTED: "Contradicted decisions",
    ReviewKind.LINK: "Perhaps one incident",
    ReviewKind.BELONGS: "Perhaps of another",
    ReviewKind.DISPUTED: "Disputed values",
    ReviewKind.UNSURE: "Unsure readings",
}


@dataclass(frozen=True, slots=True)
class ShownSide:
    """What is said, and who says it."""

    words: str
    stands: bool
    sayings: tuple[Saying, ...]
    more: int
    """Further reports that say it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to look at."""

    anchor: str
    why: str
    label: str | None
    """The property's, where one value is in doubt."""
    gain: str
    rows: tuple[Row, ...]
    sides: tuple[ShownSide, ...]
    pairs: tuple[Pair, ...]
    decision: RulingLine | None
    buttons: tuple[Button, ...]
    correct: str | None
    """The code of a correction whose value is typed; None where none can be."""
    reason: str
    """What stands as the reason where a person gives none."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A kind of thing to look at."""

    label: str
    href: str
    number: int
    current: bool


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """All that the template of the queue shows."""

    entries: tuple[Entry, ...]
    total: int
    first: int
    tabs: tuple[Tab, ...]
    author: str | None
    """Who decides here; None where the desk is for reading."""
    done: int | None
    """The decision that was just made."""
    undo: str | None
    """The code that takes it back."""
    unasked: str | None
    """Incidents that are not in the queue yet, counted in words."""
    here: str
    previous: str | None
    next: str | None
    api: str
    """Address of the same in the API."""


def review_sheet(
    shown: ShownReviews, *, kind: ReviewKind | None, page: int, page_size: int, author: str | None, done: int | None
) -> ReviewSheet:
    """The page of the queue."""
    counts = shown.counts
    tabs = [Tab("All", address_of_review(), sum(counts.values()), kind is None)]
    tabs += [Tab(KINDS[one], address_of_review(one), counts[one], one is kind) for one in ReviewKind]
    first = (page - 1) * page_size
    return ReviewSheet(
        entries=tuple(_entry(one, first + n) for n, one in enumerate(shown.items, 1)),
        total=shown.total,
        first=first + 1,
        tabs=tuple(tab for tab in tabs if tab.number or tab.current),
        author=author,
        done=done,
        undo=None if done is None else code_of(Proposal(Ruling.UNDO, decision=done)),
        unasked=_unasked(shown.unasked) if shown.unasked else None,
        here=address_of_review(kind),
        previous=address_of_review(kind, page - 1) if page > 1 else None,
        next=address_of_review(kind, page + 1) if first + len(shown.items) < shown.total else None,
        api=review_json(kind, page, page_size),
    )


def _unasked(number: int) -> str:
    return f"{number:,} incidents come" if number > 1 else "1 incident comes"


def _entry(shown: ShownReview, number: int) -> Entry:
    item, cover = shown.item, shown.cover
    why = cover.text(review_words(item))
    decided = ruling_lines([item.decision], shown.record, cover) if item.decision is not None else ()
    return Entry(
        anchor=f"entry-{number}",
        why=f"{why[0].upper()}{why[1:]}",
        label=None if item.property is None else label_of(item.property),
        gain=f"{item.gain:.1f}",
        rows=tuple(row_of(line) for line in shown.lines),
        sides=tuple(_sides(shown, cover)),
        pairs=tuple(pair_shown(pair, cover) for pair in item.pairs),
        decision=decided[0] if decided else None,
        buttons=tuple(Button(cover.text(one.label), code_of(one.proposal)) for one in item.choices),
        correct=None
        if item.property is None
        else correction_code(
            item.incident.id,
            Subject(property=item.property, person=None if item.person is None else item.person.number),
        ),
        reason=f"Review queue: {why}",
    )


def _sides(shown: ShownReview, cover: NameCover) -> Iterator[ShownSide]:
    teller = Teller(shown.view, cover)
    for side in shown.item.sides:
        sayings = teller.sayings([claim.id for claim in side.claims])
        words = teller.words(shown.item.property or "", side.value)
        yield ShownSide(words, side.stands, sayings[:_MOST_SAYINGS], max(0, len(sayings) - _MOST_SAYINGS))
