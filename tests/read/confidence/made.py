"""Scales and facts for tests of confidence."""

from hypothesis import strategies as st
from pydantic import BaseModel

from citydesk.model import AgencyPart, Fact, Incident, Participant, Place, Quote, Reading, ReadReport, Weapon
from citydesk.model.reading import Attribution
from citydesk.read.confidence.fact_kinds import ALL
from citydesk.read.confidence.scales import Scale

PARTS: dict[type[BaseModel], str] = {
    Reading: "",
    ReadReport: "report",
    Incident: "",
    Place: "place",
    Weapon: "weapons",
    Participant: "people",
    AgencyPart: "agencies",
    Quote: "quotes",
    Attribution: "attributions",
}
"""The types that have facts, by where they stand in a reading."""

FLAT = {ALL: Scale((0.5,), (0.5,))}
"""Scales by which every fact is as likely right as wrong."""


@st.composite
def scale_of_any_form(draw: st.DrawFn) -> Scale:
    """Any rising line, with any floor."""
    raw = sorted(draw(st.sets(st.floats(0, 1), min_size=1, max_size=6)))
    share = sorted(draw(st.lists(st.floats(0, 1), min_size=len(raw), max_size=len(raw))))
    return Scale(tuple(raw), tuple(share), draw(st.floats(0, 1)))


def fact_paths() -> list[tuple[str, bool]]:
    """Each member of a reading that can be a fact, as its kind's path, and whether the model lets it be left out."""
    found = []
    for part, path in PARTS.items():
        for name, field in part.model_fields.items():
            if Fact.__name__ in str(field.annotation):
                found.append((f"{path}.{name}" if path else name, not field.is_required()))
    return found
