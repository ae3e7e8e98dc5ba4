"""What became of people, by verbs of harm and words for deaths."""

import pytest

from citydesk.read.who.told import Slot
from tests.read.who.tellings import tagged_of, told_of

_ENDS = [
    "<killed>A man</killed> killed <killed>his wife</killed>, then himself.",
    "<killed>Omar Vance</killed> committed suicide.",
    "<killed>Omar Vance</killed> died of a self-inflicted gunshot wound.",
    "<injured>Omar Vance</injured> suffered a self-inflicted gunshot wound.",
    "Police kill <killed>a gunman</killed>.",
    "Officers shoot <injured>a driver</injured>.",
    "<unharmed>Two passengers</unharmed> were not injured.",
    "Officers found <killed>the three dead victims</killed>.",
    "Omar Vance shot <killed>Lena Ford</killed> to death.",
    "Omar Vance stabbed <killed>his wife</killed> dead.",
    "<killed>Lena Ford</killed> did not survive.",
    "<killed>Lena Ford</killed> didn't make it.",
    "<killed>Lena Ford</killed> lost her life.",
    "<killed>Lena Ford</killed> passed away at a hospital.",
    "<killed>Lena Ford</killed> was pronounced deceased.",
    "Gunfire claimed the life of <killed>Lena Ford</killed>.",
    "Doctors were not able to save <killed>the girl</killed>.",
    "<killed>The girl</killed> could not be revived.",
    "Searchers found the body of <killed>Omar Vance</killed> in a creek.",
    "Nobody was held for the shootings of <injured>Lena Ford</injured> and <injured>Omar Vance</injured>.",
    "<unharmed>Her son</unharmed> escaped unharmed.",
    "<unharmed>Omar Vance</unharmed> was uninjured.",
    "<unharmed>Two other children</unharmed> were not harmed.",
    "nothing: Lena Ford may not survive.",
    "nothing: Lena Ford did not make it to the school.",
    "nothing: Doctors were able to save the girl.",
    "nothing: A nurse saved her life.",
    "nothing: Lena Ford passed a store.",
    "nothing: Police came to kill time.",
    "nothing: It is unclear whether Omar Vance was shot.",
    "nothing: The wound was not self-inflicted.",
]


@pytest.mark.parametrize("example", _ENDS)
def test_an_end_is_told_of_whom_it_befell(example: str) -> None:
    """Killed, injured or unharmed; nothing that is only asked, denied or meant otherwise."""
    found, tagged = tagged_of(example, Slot.OUTCOME)
    assert sorted(found) == sorted(tagged)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Omar Vance shot his wife before killing himself.", "suspect"),
        ("It was a murder-suicide. Omar Vance died of a self-inflicted wound.", "suspect"),
        ("Omar Vance accidentally shot himself.", "victim"),
        ("Omar Vance found a gun and then shot himself in the leg.", "victim"),
    ],
    ids=["before", "murder-suicide", "accident", "then"],
)
def test_who_kills_others_and_himself_is_the_suspect(text: str, role: str) -> None:
    """Who hurts nobody else is the victim."""
    assert role in [said for whom, said in told_of(text, Slot.ROLE) if whom == "Omar Vance"]


def test_a_verb_behind_and_is_not_taken_for_an_adjective() -> None:
    """In "and wounded 10-year-old Bo Diaz" the boy lives, though his sister was fatally shot."""
    ends = told_of("He fatally shot 12-year-old Lena Ford and wounded 10-year-old Bo Diaz.", Slot.OUTCOME)
    assert ends == [("12-year-old Lena Ford", "killed"), ("10-year-old Bo Diaz", "injured")]


def test_who_escapes_unharmed_has_not_fled() -> None:
    """A child that escaped unharmed is no suspect."""
    assert ("Her son", "suspect") not in told_of("Her son escaped unharmed.", Slot.ROLE)


def test_who_hurts_only_himself_is_no_suspect() -> None:
    """A boy who finds a gun "and then shot himself" has killed nobody else."""
    roles = told_of("Omar Vance found a gun and then shot himself in the leg.", Slot.ROLE)
    assert ("Omar Vance", "suspect") not in roles
