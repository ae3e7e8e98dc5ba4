"""Weapons, agencies and charges: several values stand side by side."""

from citydesk.model import AgencyPart, Basis, Record, Weapon
from tests.link.made import make_fact, make_participant
from tests.settle.told import settle_all, tell


def _weapons(*kinds: str) -> tuple[Weapon, ...]:
    return tuple(Weapon(text=kind, kind=make_fact(kind)) for kind in kinds)


def _agencies(*parts: tuple[str, str]) -> tuple[AgencyPart, ...]:
    return tuple(AgencyPart(name=make_fact(name), role=make_fact(role)) for name, role in parts)


def _values(record: Record, name: str) -> list[object]:
    return [value.value for value in record.values if value.subject.property == name]


def test_a_kind_of_gun_says_more_than_a_firearm() -> None:
    """Each kind stands once; "firearm" goes with the kind that another report gives."""
    told = (
        tell("a", "2021-03-06", weapons=_weapons("firearm")),
        tell("b", "2021-03-07", weapons=_weapons("handgun", "knife")),
    )
    record = settle_all(*told).record
    assert _values(record, "weapons") == ["handgun", "knife"]
    first = next(value for value in record.values if value.subject.property == "weapons")
    assert (first.basis, first.claim, first.agree) == (Basis.SPECIFIC, "b/0/weapons.0.kind", ("a/0/weapons.0.kind",))


def test_an_agency_stands_once_for_each_part() -> None:
    """Two reports that name an agency in one part agree; another part is another entry."""
    told = (
        tell("a", "2021-03-06", agencies=_agencies(("Fargo Police Department", "investigating"))),
        tell(
            "b",
            "2021-03-07",
            agencies=_agencies(("Fargo police department", "investigating"), ("Fargo Police Department", "speaking")),
        ),
    )
    record = settle_all(*told).record
    name = "Fargo Police Department"
    assert _values(record, "agencies") == [{"name": name, "role": "investigating"}, {"name": name, "role": "speaking"}]
    assert _values(record, "agency_role") == []


def test_charges_add_up() -> None:
    """Charges of several reports stand side by side, the fuller wording for both."""
    first = make_participant(role="suspect", name="Zoe Abel", charges=(make_fact("murder"),))
    second = make_participant(
        role="suspect", name="Zoe Abel", charges=(make_fact("second-degree murder"), make_fact("arson"))
    )
    record = settle_all(tell("a", "2021-03-06", first), tell("b", "2021-03-07", second)).record
    charges = [value.value for value in record.people[0].values if value.subject.property == "charges"]
    assert charges == ["second-degree murder", "arson"]
