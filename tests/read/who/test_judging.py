"""What is decided of persons by rules and encoder together, on made-up reports."""

from dataclasses import replace

from citydesk.model import Outcome, Participant, Role
from citydesk.read.encoder.network import open_network
from citydesk.read.who.who import find_people, people_of
from tests.read.heard import make_heard
from tests.read.people import told
from tests.read.settings import whole_scene


def _judged(text: str, title: str = "") -> dict[str, Participant]:
    """Who takes part, by name or words."""
    heard = make_heard(text, title=title)
    setting = replace(heard, looked=open_network().look_at(heard.document.text, heard.document.body_start))
    people = people_of(setting, whole_scene(setting), find_people(setting))
    return {told(p.name) or p.text: p for p in people}


def test_parts_outcomes_and_custody_are_decided() -> None:
    """The shooter is held, the one whom he shot died, and each value has words."""
    people = _judged(
        "Dorian Felk, 31, was arrested Tuesday after he shot Mara Quist, 27, outside a laundromat, police said. "
        "Quist died at the hospital."
    )
    assert set(people) == {"Dorian Felk", "Mara Quist"}
    felk, quist = people["Dorian Felk"], people["Mara Quist"]
    assert (felk.role.value, quist.role.value) == (Role.SUSPECT, Role.VICTIM)
    assert told(quist.outcome) is Outcome.KILLED
    assert told(felk.custody) == "arrested"
    assert felk.custody is not None
    assert "arrested" in felk.custody.evidence[0].text


def test_somebody_told_again_in_other_words_is_one_person() -> None:
    """A man, the victim and the 44-year-old are one where the report tells of one."""
    people = _judged(
        "A man was shot in the leg on Pruitt Street late Friday. The 44-year-old was taken to Mercy Hospital. "
        "The victim told officers that he did not see who fired."
    )
    victims = [p for p in people.values() if p.role.value is Role.VICTIM]
    assert [told(p.age) for p in victims] == [44]


def test_the_chief_who_only_speaks_takes_no_part() -> None:
    """Officials are heard, and are no participants."""
    people = _judged(
        "A woman was found shot to death in a car on Delmar Road. Chief Amos Tillery said officers have no suspect. "
        "“We are asking for tips,” Tillery said."
    )
    assert [p.role.value for p in people.values()] == [Role.VICTIM]


def test_who_is_less_likely_of_the_incident_is_told_less_surely() -> None:
    """Every fact of a person is at most as sure as that the person is somebody of the incident."""
    people = _judged("A man was shot on Pruitt Street. Neighbor Tilda Brandt said she heard four shots and called 911.")
    for person in people.values():
        assert person.age is None or person.age.confidence <= 1
        assert 0 < person.role.confidence <= 1
