"""What reports tell of one incident, made up: each helper gives one `Told`."""

from typing import Any

from citydesk.model import Claim, ClaimId, IncidentId, Participant, Standing
from citydesk.settle import Settled, Told, settle
from tests.link.made import make_incident, make_reading, make_report

INCIDENT = IncidentId("2021-03-05-fargo-nd")


def tell(report: str, published: str | None, *people: Participant, text: str | None = None, **facts: Any) -> Told:
    """A report's telling of the incident. Without a text, the report has words of its own."""
    text = f"The story as {report} has it, told by {report} in words that only {report} uses." if text is None else text
    given = make_report(report, text=text, published=published)
    return Told(given, make_reading(given, make_incident(*people, **facts)), 0)


def settle_all(*told: Told) -> Settled:
    """The incident settled."""
    return settle(INCIDENT, told)


def standing_of(settled: Settled, name: str, person: int | None = None) -> Standing:
    """The one standing value of a property."""
    values = settled.record.values if person is None else settled.record.people[person - 1].values
    (standing,) = (value for value in values if value.subject.property == name)
    return standing


def claim_of(settled: Settled, id_: ClaimId) -> Claim:
    """A claim by its id."""
    return next(claim for claim in settled.claims if claim.id == id_)


def reports_in(ids: tuple[ClaimId, ...]) -> list[str]:
    """The reports of claims."""
    return [id_.split("/")[0] for id_ in ids]
