"""Near copies."""

from citydesk.link import copy_families, is_copy
from tests.link.made import make_telling

_WIRE = (
    "FARGO, N.D. (NP) -- Two brothers were wounded Friday night when someone fired into a garage on the north side of "
    "the city, police said. The older one, 27, was hit in the shoulder; the younger one, 22, in the leg. Both are "
    "expected to recover. Detectives had made no arrest by Saturday morning and were looking at doorbell cameras."
)
_EDITED = _WIRE.replace("FARGO, N.D. (NP) -- ", "").replace("were looking at", "said they were reviewing")
_OTHER = "A grain elevator burned down near Casselton on Friday. Nobody was hurt, the fire chief said."


def test_an_edited_wire_story_is_a_copy() -> None:
    """A dateline cut and a few words changed leave a copy."""
    share = is_copy(make_telling("r1", text=_WIRE), make_telling("r2", text=_EDITED))
    assert share is not None
    assert share >= 0.6


def test_another_story_is_no_copy() -> None:
    """Different wording is no copy, nor is an empty text of another."""
    assert is_copy(make_telling("r1", text=_WIRE), make_telling("r2", text=_OTHER)) is None
    assert is_copy(make_telling("r1", text=""), make_telling("r2", text="")) is None


def test_families_are_known_by_their_first_text() -> None:
    """Copies count as one; what is nobody's copy is its own."""
    assert copy_families([_WIRE, _OTHER, _EDITED, _OTHER]) == (0, 1, 0, 1)
    assert copy_families([]) == ()
