"""Names of persons."""

import pytest

from citydesk.read.page.words import find_words
from citydesk.read.who.names import find_names
from citydesk.read.who.namesakes import is_same_name
from tests.read.settings import make_setting
from tests.tagged import parse_tagged

_EXAMPLES = [
    "Police identified the man as <name>Jordan Ellis Park</name>.",
    "<name>Zavonte Quillory</name>, 19, was shot.",
    "A 25-year-old, <name>Marcus T. Bell Jr.</name>, was found.",
    'The driver was <name>Daniel "Dee" Ortiz</name>, 30.',
    "Officer <name>Rosa Delgado</name> was hit in the vest.",
    "Sgt. <name>Amos Reed</name> said Monday.",
    "<name>Ana de la Cruz</name> and <name>O'Neil Watts</name> were hurt.",
    "Neighbor <name>Tyler White</name> heard shots.",
    "The victim, <name>KEVIN MARSH</name>, 41, died.",
    "Deputy <name>Hobbs</name> returned fire.",
    "<name>Lena Ford</name> ran. <name>Ford</name> was not hurt.",
    'Police seek <name>Omar "Shooter" Vance</name>, 22.',
    "The dead are 19-year-old <name>Dakarai Black</name> and his aunt, <name>Tabitha</name>.",
    "Police shot gunman <name>Sadiq Farhoud</name>.",
    "<name>Lena</name>, 6, and 8-year-old <name>Jaxon</name> were found.",
    "Killed were <name>Ann Lee</name> and <name>Boyd Diaz</name>, police said.",
    "nothing: He was flown to Grant Palmer hospital.",
    "nothing: The shooting happened on Tyler Street near King Avenue.",
    "nothing: She was taken to Mercy General Hospital.",
    "nothing: The Franklin County Sheriff's Office is investigating.",
    "nothing: It happened Friday night in West Memphis, Monday's report said.",
    "nothing: No arrests have been made.",
]


@pytest.mark.parametrize("example", _EXAMPLES)
def test_names_are_found_without_their_titles(example: str) -> None:
    """Each name is found, without rank, title or age, and nothing else is."""
    plain, tags = parse_tagged(example)
    words = find_words(make_setting(plain).document)
    found = [words.document.words(words.span(n.begin, n.last)) for n in find_names(words, (), ()).values()]
    assert found == [plain[tag.start : tag.end] for tag in tags]


def test_a_rank_and_a_title_are_told_apart() -> None:
    """Of "Sgt." and "Mayor", only the one makes an officer."""
    words = find_words(make_setting("Sgt. Amos Reed met Mayor Lena Ford.").document)
    ranks = {name.parts[-1]: name.rank for name in find_names(words, (), ()).values()}
    assert ranks == {"reed": True, "ford": False}


def test_in_a_headline_capitals_do_not_make_a_name() -> None:
    """In a line where every word has a capital, only listed names count."""
    words = find_words(
        make_setting("Mother Mourns Her Son After Deadly Shooting\n\nMark Webb Charged In Killing").document
    )
    found = [name.parts for name in find_names(words, (), ()).values()]
    assert found == [("mark", "webb")]


def test_words_of_another_thing_are_no_name() -> None:
    """What is known to be an agency's or a place's words is left alone."""
    words = find_words(make_setting("Jordan Ellis was there.").document)
    assert find_names(words, {0, 1}, ()) == {}
    assert find_names(words, (), {0, 1}) == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("jordan park", "jordan ellis park", True),
        ("jordan park", "park", True),
        ("jordan park", "jordan", True),
        ("jordan park", "jordon park", True),
        ("jordan kowalski", "jordan kowalsky", True),
        ("jordan park", "lena park", False),
        ("jordan park", "jordan diaz", False),
        ("jordan park", "diaz", False),
    ],
)
def test_names_of_one_person_are_alike(one: str, other: str, *, same: bool) -> None:
    """A surname, a first name, a middle name more and a slip of the pen go together; relatives do not."""
    assert is_same_name(tuple(one.split()), tuple(other.split())) is same
