"""Why two reports tell of one incident or of two: plain values for pages, the API and the terminal, and words for them.

Nothing here touches the database.
"""

from dataclasses import dataclass

from citydesk.link import JOIN
from citydesk.model import IncidentId, ReportId


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one feature says of a pair, and how much that weighs."""

    name: str
    """Such as "names"; "prior" for where every pair starts."""
    sentence: str
    """What is compared, for a person."""
    value: str
    """What was found: "the same", or a share such as "0.42"."""
    weight: float
    """What it adds to the log odds; below 0, it speaks for two incidents."""


@dataclass(frozen=True, slots=True)
class ToldIn:
    """An incident as one report tells it."""

    report: ReportId
    title: str
    """Its first words where it has none."""
    telling: int
    """Which of the report's incidents it is, from 0."""
    main: bool
    incident: IncidentId | None
    """The ledger's incident; None where no report is about it yet."""


@dataclass(frozen=True, slots=True)
class PairView:
    """What holds two tellings together or apart."""

    first: ToldIn
    second: ToldIn
    probability: float
    """That they are one incident, by the features alone."""
    features: tuple[Weighed, ...]
    """The heaviest first; the prior before all. Empty where they cannot be one."""
    hard_no: str | None
    """Why they cannot be one, in words."""
    compared: bool
    """Whether the ledger compared them at all: they share something by which candidates are looked up."""
    together: bool
    """Whether they stand in one incident."""
    decisions: tuple[int, ...] = ()
    """Decisions that hold and are about both."""
    average: float | None = None
    """Of all pairs between the two incidents, the average probability, which decides; None for one incident."""
    through: ReportId | None = None
    """Within one incident: the report that is most like both, where they are not much like each other."""


def pair_words(pair: PairView) -> str:
    """Why two tellings stand in one incident, or in two: one sentence."""
    told = f"{pair.probability:.0%}"
    if pair.decisions:
        ruled = "decision " + ", ".join(map(str, pair.decisions))
        return f"{_one_or_two(pair)}: a person ruled on them ({ruled}); by what they say, they are one with {told}."
    if pair.hard_no is not None:
        return f"{_one_or_two(pair)}: {pair.hard_no}."
    if pair.together:
        if pair.probability >= JOIN or pair.through is None:
            return f"One incident: by what they say it is {told} that they are one."
        return f"One incident through others: alone it is {told} that they are one; {pair.through} is more like both."
    if not pair.compared:
        return f"Two incidents: they have nothing in common by which the one would be found from the other ({told})."
    if pair.probability >= JOIN and pair.average is not None:
        return (
            f"Two incidents: these two are like each other ({told}), but all reports of both taken together are not: "
            f"{pair.average:.0%} on average, and {JOIN:.0%} is needed."
        )
    return f"Two incidents: by what they say it is {told} that they are one, and {JOIN:.0%} is needed."


def _one_or_two(pair: PairView) -> str:
    return "One incident" if pair.together else "Two incidents"
