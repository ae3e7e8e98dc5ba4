"""What holds two reports together or apart, as plain display values.

In: the ledger's `PairView`s and the cover of withheld names. Out: pairs with a verdict in words and one line for each
feature that weighs anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from citydesk.desk.addresses import explain_page, incident_page, report_page
from citydesk.ledger import PairView, ToldIn, pair_words
from citydesk.model import ReportId
from citydesk.publish import NameCover

_HEAVIEST = 4.0
"""The weight that fills a bar."""
_SHORT = 3
"""Features named where only the heaviest are."""


@dataclass(frozen=True, slots=True)
class Weight:
    """One feature."""

    name: str
    found: str
    sentence: str
    weight: str
    share: int
    """Of the bar, 0 to 100."""
    against: bool


@dataclass(frozen=True, slots=True)
class End:
    """A report of a pair."""

    title: str
    href: str
    incident: str | None
    incident_href: str | None
    only_mentioned: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, or two incidents of theirs."""

    first: End
    second: End
    together: bool
    verdict: str
    probability: str
    weights: tuple[Weight, ...]
    short: str
    """The heaviest features in a few words."""
    href: str
    """The page that has all of it."""


@dataclass(frozen=True, slots=True)
class ExplainSheet:
    """All that the template of an explanation shows."""

    pairs: tuple[Pair, ...]
    api: str
    """Address of the same in the API."""


def explain_sheet(pairs: Sequence[PairView], cover: NameCover, api: str) -> ExplainSheet:
    """The page of two reports."""
    return ExplainSheet(tuple(pair_shown(pair, cover) for pair in pairs), api)


def pair_shown(pair: PairView, cover: NameCover) -> Pair:
    """A pair as it may be shown."""
    weighing = [one for one in pair.features if one.weight or one.name == "prior"]
    return Pair(
        first=_end(pair.first, cover),
        second=_end(pair.second, cover),
        together=pair.together,
        verdict=pair_words(pair),
        probability=f"{pair.probability:.0%}",
        weights=tuple(_weight(one.name, one.value, one.sentence, one.weight) for one in weighing),
        short=_short(pair),
        href=explain_page(pair.first.report, pair.second.report),
    )


def _short(pair: PairView) -> str:
    if pair.hard_no is not None:
        return pair.hard_no
    told = [one for one in pair.features if one.name != "prior" and (one.weight > 0) == pair.together and one.weight]
    return "; ".join(f"{_name(one.name)}: {one.value}" for one in told[:_SHORT])


def _weight(name: str, value: str, sentence: str, weight: float) -> Weight:
    share = round(min(1.0, abs(weight) / _HEAVIEST) * 100)
    found = "" if name == "prior" else value
    return Weight(_name(name), found, sentence, f"{weight:+.2f}".replace("-", "−"), share, weight < 0)


def _name(name: str) -> str:
    return name.replace("_", " ")


def _end(told: ToldIn, cover: NameCover) -> End:
    return End(
        title=cover.text(told.title) if told.title else f"Report {told.report}",
        href=report_page(ReportId(told.report)),
        incident=told.incident,
        incident_href=None if told.incident is None else incident_page(told.incident),
        only_mentioned=not told.main,
    )
