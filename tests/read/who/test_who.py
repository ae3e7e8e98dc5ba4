"""Who took part in an incident, from a report to its participants."""

from hypothesis import given, settings
from hypothesis import strategies as st

from citydesk.model import evidence_holds, facts_of
from citydesk.read.page.document import Span
from citydesk.read.page.setting import Scene
from citydesk.read.who.who import find_people, people_of
from tests.read.heard import make_heard
from tests.read.people import only, people_in, told
from tests.read.settings import make_setting, whole_scene

_REPORT = """ELM CITY, Ind. (WXYZ) -- A traffic stop went wrong for the Elm City Police Department on Monday: one of
their patrol officers was shot in the neck behind a hardware store.

The officer came through and is in surgery at Mercy Hospital. The gunman in this case died, Indiana State Police said.

Before Monday, the officer had served with the department for three and a half years.

Lt. Amos Reed said: "Nobody wants to get this call."
"""


def test_a_breaking_report_gives_the_officer_and_the_dead_suspect() -> None:
    """Agency, service, wound, state and custody come out; who only speaks does not."""
    officer, suspect = people_in(_REPORT)
    assert officer.text == "one of\ntheir patrol officers"
    assert (told(officer.role), told(officer.officer), told(officer.years_of_service)) == ("victim", True, 3.5)
    assert (told(officer.agency), told(officer.condition)) == ("Elm City Police Department", "in surgery")
    assert (told(officer.wound), told(officer.outcome)) == ("in the neck", "injured")
    assert suspect.text == "The gunman in this case"
    assert (told(suspect.role), told(suspect.outcome), told(suspect.custody)) == ("suspect", "killed", "dead")


def test_a_person_s_facts_come_from_all_mentions() -> None:
    """Name, age, sex and outcome are gathered from title and text."""
    person = only(
        "A 25-year-old was shot. He died at a hospital. The victim was identified as Jordan Ellis Park.",
        title="Man killed in shooting",
    )
    assert (told(person.name), told(person.age), told(person.sex)) == ("Jordan Ellis Park", 25, "male")
    assert told(person.outcome) == "killed"


def test_those_who_only_comment_take_no_part() -> None:
    """Spokesmen, lawyers and relatives who speak are left out."""
    text = "A man was shot, said Sgt. Amos Reed. Mayor Lena Ford called it sad. Attorney Carl Webb declined to comment."
    assert [p.text for p in people_in(text)] == ["A man"]


def test_quoted_speech_brings_in_nobody_new() -> None:
    """An unnamed person who stands only in a quotation is not taken for a participant."""
    assert people_in('"They killed a baby last year," a neighbor said.') == ()


def test_a_passing_word_on_another_incident_brings_in_its_victim() -> None:
    """In a scene that is only mentioned, whom the words tell by age is presumed to be its victim."""
    setting = make_heard('The mayor said: "Last month this town buried a six-year-old, too."')
    start = setting.document.body_start
    scene = Scene(False, (Span(start, len(setting.document.text)),), Span(start, start + 3))
    (person,) = people_of(setting, scene, find_people(setting))
    assert (person.text, told(person.role), told(person.age)) == ("a six-year-old", "victim", 6)


def test_a_scene_without_words_has_nobody() -> None:
    """What stands elsewhere in the report is not this scene's."""
    setting = make_setting("A man was shot.")
    assert people_of(setting, Scene(True, (), Span(0, 1)), find_people(setting)) == ()


_PIECES = st.sampled_from(
    """A man|a 4-year-old girl|Omar Vance|, 31,|two others|his|her brother|'s|the suspect|was|were|shot|killed|by|police
    |and|in the leg|.|!|"|died|Sgt.|at a hospital|charged with murder|of|one of|the officers|who|said|He|three|\n\n|ran
    |JORDAN PARK|in critical condition|,|with|“|”|é|\u2028|İ|identified as|deputy|fled""".split("|")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=40), st.lists(_PIECES, max_size=8))
def test_every_fact_has_true_words(body: list[str], title: list[str]) -> None:
    """Whatever the words, reading ends, says the same twice, and each fact's evidence is there."""
    text, heading = " ".join(body), " ".join(title)
    setting = make_heard(text, title=heading)
    people = people_of(setting, whole_scene(setting), find_people(setting))
    assert people == people_of(setting, whole_scene(setting), find_people(setting))
    for person in people:
        assert all(evidence_holds(fact, heading, text) for _, fact in facts_of(person))


def test_long_nonsense_is_read_to_an_end() -> None:
    """Deep nesting, endless lists and repeated marks neither recurse nor explode."""
    for piece in ("one of ", "his brother's ", "shot and ", "a man, ", "Omar Vance, 31, ", "(", '"', "and "):
        setting = make_setting(piece * 400)
        people_of(setting, whole_scene(setting), find_people(setting))
