"""What adding or a rebuild did, counted while it goes on and told at its end: plain values for those who show it."""

from collections import Counter
from dataclasses import dataclass, field

from citydesk.model import Problem

MAX_PROBLEMS_TOLD = 1_000
"""How many problems a summary carries; the ledger keeps them all."""


@dataclass(frozen=True, slots=True)
class ArchiveProgress:
    """How far one archive has come."""

    name: str
    first_byte: int
    """Where this run began in it."""
    next_byte: int
    """Where the first record stands that is not done with."""
    size_bytes: int
    pages: int
    """Done with in this run."""
    seconds: float
    """Since this run began in it."""

    @property
    def pages_a_second(self) -> float | None:
        """How fast it goes; None before that can be told."""
        return self.pages / self.seconds if self.pages and self.seconds > 0 else None

    @property
    def seconds_left(self) -> float | None:
        """How long it will take to its end, at the rate so far; None before that can be told."""
        done = self.next_byte - self.first_byte
        return (self.size_bytes - self.next_byte) * self.seconds / done if done > 0 else None


@dataclass(frozen=True, slots=True)
class AddProgress:
    """How far adding has come: after each report or problem that was taken from the source."""

    taken: int
    """Reports and problems so far: added, already there, left out, or problems."""
    added: int
    copies: int
    """Those of the added that are near copies."""
    already: int
    left_out: int
    problems: int
    incidents_new: int
    archive: ArchiveProgress | None = None
    """The archive that is being taken in, where there is one."""


@dataclass(frozen=True, slots=True)
class AddSummary:
    """What adding did."""

    added: int
    """Reports that were read and linked, near copies included."""
    copies: int
    """Those of them that are near copies of another report in the ledger."""
    versions: int
    """Those of them that are later versions of a page in the ledger."""
    already: int
    """Reports that the ledger held before."""
    left_out: Counter[str]
    """Reports that tell of nothing we keep, by reason, the commonest first."""
    problem_count: int
    problems: tuple[Problem, ...]
    """What could not be taken in, and why: the first thousand."""
    incidents_new: int
    incidents_merged: int
    """Incidents that turned out to be one with an older incident, whose id they now lead to."""
    interrupted: bool
    """Whether it was stopped (Ctrl-C) before the source was at its end; adding again goes on from there."""
    seconds: float


@dataclass(frozen=True, slots=True)
class RebuildProgress:
    """How far a rebuild has come: after each report."""

    done: int
    """Reports of the new state, those of an earlier run that was broken off included."""
    total: int
    """Reports of the ledger."""
    problems: int


@dataclass(frozen=True, slots=True)
class RebuildSummary:
    """What a rebuild did."""

    reports: int
    """Reports of the new state, those that were left out included."""
    readings_changed: int
    """Reports that are read otherwise than before, that are left out now, or are no longer."""
    incidents_new: int
    incidents_ended: int
    """Incidents that lead to another now, or that no report tells of any more."""
    problem_count: int
    problems: tuple[Problem, ...]
    """Reports that could not be read anew, and keep their readings: the first thousand."""
    interrupted: bool
    """Whether it was stopped (Ctrl-C): the old state stands, and the same call goes on from there."""
    seconds: float


@dataclass(slots=True)
class Tally:
    """The counts while adding goes on."""

    added: int = 0
    copies: int = 0
    versions: int = 0
    already: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    problem_count: int = 0
    problems: list[Problem] = field(default_factory=list)
    incidents_new: int = 0
    incidents_merged: int = 0

    def count_problem(self, problem: Problem) -> None:
        """Count a problem, and carry it while there are few."""
        self.problem_count += 1
        if len(self.problems) < MAX_PROBLEMS_TOLD:
            self.problems.append(problem)

    def progress(self, archive: ArchiveProgress | None = None) -> AddProgress:
        """The counts as they are now."""
        left_out = self.left_out.total()
        return AddProgress(
            taken=self.added + self.already + left_out + self.problem_count,
            added=self.added,
            copies=self.copies,
            already=self.already,
            left_out=left_out,
            problems=self.problem_count,
            incidents_new=self.incidents_new,
            archive=archive,
        )

    def summary(self, *, interrupted: bool, seconds: float) -> AddSummary:
        """The counts at the end."""
        return AddSummary(
            added=self.added,
            copies=self.copies,
            versions=self.versions,
            already=self.already,
            left_out=Counter(dict(sorted(self.left_out.items(), key=lambda item: (-item[1], item[0])))),
            problem_count=self.problem_count,
            problems=tuple(self.problems),
            incidents_new=self.incidents_new,
            incidents_merged=self.incidents_merged,
            interrupted=interrupted,
            seconds=seconds,
        )
