"""Why something is in the review queue, in words for terminals and pages alike. Pure."""

from collections.abc import Callable

from citydesk.ledger.doubts import ReviewKind
from citydesk.ledger.queue import ReviewItem


def review_words(item: ReviewItem) -> str:
    """Why it is to be looked at: one sentence without its end."""
    return _WORDS[item.kind](item)


def _whose(item: ReviewItem) -> str:
    name = item.property or ""
    called = _CALLED.get(name, name.removeprefix("place.").replace("_", " "))
    if item.person is None:
        return called
    return f"{called} of {item.person.get('name') or item.person.text or f'participant {item.person.number}'}"


def _contradicted(item: ReviewItem) -> str:
    number = item.decision.id if item.decision is not None else 0
    return f"reports that came since contradict decision {number}"


def _share(item: ReviewItem) -> str:
    return f"{item.probability:.0%}" if item.probability is not None else "perhaps"


_CALLED = {"killed": "number killed", "injured": "number injured", "name": "name", "sequence": "place in a sequence"}
_WORDS: dict[ReviewKind, Callable[[ReviewItem], str]] = {
    ReviewKind.CONTRADICTED: _contradicted,
    ReviewKind.LINK: lambda item: f"perhaps one incident ({_share(item)}), held as two",
    ReviewKind.BELONGS: lambda item: f"a report that is perhaps of another incident (of this one with {_share(item)})",
    ReviewKind.DISPUTED: lambda item: f"reports contradict each other on the {_whose(item)}",
    ReviewKind.UNSURE: lambda item: f"the reader is not sure of the {_whose(item)}",
}
