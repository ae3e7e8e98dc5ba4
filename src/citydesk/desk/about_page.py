"""The page that says what this is: how much the ledger holds, how values come about, which names are shown."""

from dataclasses import dataclass

from citydesk.desk.days import short_day_words
from citydesk.desk.words import basis_words, certainty_words
from citydesk.ledger import LedgerSize
from citydesk.model import Basis, Certainty
from citydesk.publish import NamePolicy


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with what it counts."""

    number: str
    what: str


@dataclass(frozen=True, slots=True)
class AboutPage:
    """All that the template of this page shows."""

    figures: tuple[Figure, ...]
    latest: str | None
    """Publication day of the newest report."""
    certainties: tuple[tuple[str, str], ...]
    """Each word for how surely something is said, and what it means."""
    rules: tuple[str, ...]
    """Why a value can stand, a sentence each."""
    names: str
    """The policy on names in force, in words."""


_NAMES = {
    "public": (
        "The names of children, and of people accused but not charged, are kept back here. Everything else that "
        "reports say of them is shown. Adult victims, officers and witnesses are named, and so are people who were "
        "charged or convicted, as far as reports name them."
    ),
    "all": "The keeper of this ledger shows all names, those of children and of people not charged as well.",
}


def about_page(size: LedgerSize, policy: NamePolicy) -> AboutPage:
    """The page for a ledger of this size under this policy on names."""
    figures = (
        Figure(f"{size.incidents:,}", "incidents"),
        Figure(f"{size.reports:,}", "reports they rest on"),
        Figure(f"{size.claims:,}", "sourced claims"),
        Figure(f"{size.decisions:,}", "decisions by people"),
        Figure(f"{size.left_out:,}", "reports left out"),
    )
    return AboutPage(
        figures=figures,
        latest=short_day_words(size.latest) if size.latest is not None else None,
        certainties=tuple((one.value, certainty_words(one)) for one in Certainty),
        rules=tuple(basis_words(one) for one in Basis),
        names=_NAMES[policy.names],
    )
