"""What the condition of somebody is who has died since it was told: "in surgery", "stable", "died".

In: what stands of a participant's outcome, and all that is said of outcome and condition. Out: a `Standing` of the
condition that rests on the words that tell of the death.
"""

from collections.abc import Sequence

from citydesk.model import Basis, Outcome, Standing, Subject
from citydesk.settle.claims import Said

DIED = "died"


def condition_of_dead(outcome: Standing, outcomes: Sequence[Said], conditions: Sequence[Said]) -> Standing | None:
    """The condition of one whose death was told after every word of the condition; None where it was not."""
    if outcome.value != Outcome.KILLED.value or outcome.claim is None or not conditions:
        return None
    told = [(one.day, one.turn) for one in outcomes if one.claim.value == outcome.value]
    if not told or min(told) <= max((one.day, one.turn) for one in conditions):
        return None
    return Standing(
        subject=Subject(property="condition", person=outcome.subject.person),
        value=DIED,
        claim=outcome.claim,
        basis=Basis.LATEST,
        against=tuple(one.claim.id for one in conditions),
    )
