"""A person's ruling, and what it holds on to.

Claims, participants and tellings are derived, and made again when reports are read or linked anew. So a decision keeps
a description of each of them as it was seen when the decision was made, by which it is found again.
"""

from enum import StrEnum

from pydantic import AwareDatetime, Field, JsonValue

from citydesk.model.facts import Evidence, Frozen
from citydesk.model.record import ClaimId, IncidentId
from citydesk.model.report import ReportId


class Ruling(StrEnum):
    """What a person can decide."""

    ACCEPT = "accept"
    """What this claim says is right."""
    CORRECT = "correct"
    """This value is right, whatever reports say."""
    REJECT = "reject"
    """What this claim says is wrong, or was misread."""
    MERGE = "merge"
    """These two incidents are one."""
    SPLIT = "split"
    """These reports tell of another incident than the rest."""
    LINK = "link"
    """This report tells of that incident."""
    UNLINK = "unlink"
    """This report does not tell of that incident."""
    OUT_OF_SCOPE = "out_of_scope"
    """This incident does not belong in the ledger."""
    IN_SCOPE = "in_scope"
    """This incident does belong in it."""
    UNDO = "undo"
    """That decision holds no longer."""


class SeenClaim(Frozen):
    """A claim as it was when a decision was made."""

    id: ClaimId
    report: ReportId
    value: JsonValue
    evidence: tuple[Evidence, ...] = ()


class SeenPerson(Frozen):
    """A participant of a record as it was when a decision was made."""

    number: int
    name: str | None = None
    age: int | None = None
    sex: str | None = None
    role: str | None = None
    mentions: tuple[str, ...] = ()
    """Where reports had the participant: "b20fda21/0/people.1"."""


class SeenTelling(Frozen):
    """An incident as one report told it when a decision was made."""

    report: ReportId
    telling: int = Field(ge=0)
    """Which of the reading's incidents it was, from 0."""
    main: bool
    date: str | None = None
    """ISO, the first day that it may have been."""
    city: str | None = None
    names: tuple[str, ...] = ()
    """Names of participants, in plain words, sorted."""


class Decision(Frozen):
    """A person's ruling. Append-only; undone by another decision, never by deletion."""

    id: int
    what: Ruling
    incident: IncidentId | None = None
    """The incident's id when it was decided; it may redirect since."""
    other: IncidentId | None = None
    """Of a merge, the incident that it is one with."""
    property: str | None = None
    """Of a value that is accepted, corrected or rejected, such as "killed" or "age"."""
    person: SeenPerson | None = None
    """Whose value it is; None for the incident's own."""
    claim: ClaimId | None = None
    """The claim that is accepted, corrected or rejected; None for a value that is corrected as a whole."""
    value: JsonValue = None
    """What is right; of a claim that is rejected, what is wrong."""
    tellings: tuple[SeenTelling, ...] = ()
    """What it is about: the reports that are linked, unlinked or split off, else all that told of the incident."""
    rest: tuple[SeenTelling, ...] = ()
    """Those that they are held together with, or apart from."""
    seen: tuple[SeenClaim, ...] = ()
    """What it was based on: every claim of the property that stood in the ledger then."""
    undoes: int | None = None
    """The decision that holds no longer."""
    after: int = 0
    """How many reports the ledger had taken in by then: its place in the order in which things came."""
    who: str
    when: AwareDatetime
    why: str
