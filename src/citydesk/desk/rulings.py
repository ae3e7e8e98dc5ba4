"""What people decided about an incident, as plain display values.

In: the decisions of an incident and the cover of its withheld names. Out: one `RulingLine` each, the latest first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from citydesk.desk.days import published_words
from citydesk.ledger import decision_words, in_force
from citydesk.model import Decision, Record, Ruling
from citydesk.publish import WITHHELD, NameCover


@dataclass(frozen=True, slots=True)
class RulingLine:
    """A decision."""

    number: int
    words: str
    who: str
    when: str
    iso_when: str
    why: str
    undone: bool


def ruling_lines(decisions: Sequence[Decision], record: Record, cover: NameCover) -> tuple[RulingLine, ...]:
    """The decisions as they may be shown beside a record as it may be published."""
    standing = {one.id for one in in_force(decisions)}
    shown_names = {person.get("name") for person in record.people}
    return tuple(
        RulingLine(
            number=one.id,
            words=cover.text(decision_words(_shown(one, shown_names))),
            who=one.who,
            when=published_words(one.when.isoformat()),
            iso_when=one.when.isoformat(),
            why=cover.text(one.why),
            undone=one.id not in standing and one.what is not Ruling.UNDO,
        )
        for one in sorted(decisions, key=lambda one: one.id, reverse=True)
    )


def _shown(decision: Decision, names: set[JsonValue]) -> Decision:
    """The decision without a name that the record does not show."""
    value = WITHHELD if decision.property == "name" and decision.value not in names else decision.value
    person = decision.person
    if person is not None and person.name is not None and person.name not in names:
        person = person.model_copy(update={"name": None})
    return decision.model_copy(update={"value": value, "person": person})
