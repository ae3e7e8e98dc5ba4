"""The parts that bodies had in an incident."""

from dataclasses import replace

import pytest

from citydesk.model import AgencyRole, Participant, Role
from citydesk.read.page.document import Span
from citydesk.read.page.setting import Setting
from citydesk.read.said.agency_parts import agencies_of
from tests.read.heard import make_heard
from tests.read.settings import whole_scene

_E, _R, _I, _S = AgencyRole.EMPLOYER, AgencyRole.RESPONDING, AgencyRole.INVESTIGATING, AgencyRole.SPEAKING


def _parts(setting: Setting, people: tuple[Participant, ...] = ()) -> list[tuple[str, AgencyRole]]:
    found = agencies_of(setting, whole_scene(setting), people, ())
    return [(part.name.value, part.role.value) for part in found]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Alton police said a man was shot.", [("Alton police", _S)]),
        ("Alton police responded to a call.", [("Alton police", _R)]),
        ("Alton police are investigating.", [("Alton police", _I)]),
        ("An Alton police officer was shot.", [("Alton police", _E)]),
        ("Alton police named him. Officers responded.", [("Alton police", _R)]),
        ("Alton police named him. Police said he was 25.", [("Alton police", _S)]),
        ("Alton Police Chief Jo Marlow said he was 25.", [("Alton Police", _S)]),
        (
            "Alton police helped Pike County Sheriff's Office. Deputies responded.",
            [("Pike County Sheriff's Office", _R)],
        ),
        ("Police said a man was shot.", []),
        ("The Alton police and the FBI are investigating.", [("Alton police", _I), ("FBI", _I)]),
        ("He was charged by the Pike County Prosecutor's Office.", [("Pike County Prosecutor's Office", _I)]),
        ("Alton police came by. They responded to a call.", [("Alton police", _R)]),
        ("Alton police: The Department responded at noon.", [("Alton police", _R), ("Alton police", _S)]),
        ("The FBI was told. Police said he was 25.", []),
        ("Alton police knew him. Court records say he was 25.", []),
        ("Alton police knew him. He told police he was 25.", []),
        ("Alton police have not said who he is.", []),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_finds_what_a_body_did(text: str, parts: list[tuple[str, AgencyRole]]) -> None:
    """By name, through somebody of it, or through common words for its people."""
    assert _parts(make_heard(text)) == parts


def test_a_body_employs_an_officer_who_was_hurt() -> None:
    """A participant's agency employs the officer."""
    setting = make_heard("The Alton Police Department spoke of a man who was hurt.")
    document = setting.document
    at = document.text.index("man")
    span = (at, at + 3)
    officer = Participant(
        text="man",
        role=document.fact(Role.VICTIM, [span]),
        officer=document.fact(True, [span]),
        agency=document.fact("Alton Police Department", [span]),
    )
    assert ("Alton Police Department", _E) in _parts(setting, (officer,))
    assert ("Alton Police Department", _E) not in _parts(setting)


def test_a_scene_without_a_body_has_the_reports() -> None:
    """In a round-up what "police" do in an item is put down to the body that the report names."""
    setting = make_heard("Alton police had a long night.\n\nA man was shot. Police said he was 25.")
    item = setting.document.text.index("A man")
    scene = replace(whole_scene(setting), spans=(Span(item, len(setting.document.text)),))
    found = agencies_of(setting, scene, (), ())
    assert [(part.name.value, part.role.value) for part in found] == [("Alton police", _S)]
