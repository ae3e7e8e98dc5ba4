"""Whose names may be published."""

import pytest
from pydantic import JsonValue

from citydesk.model import InputError, RecordPerson
from citydesk.publish import WITHHELD, NamePolicy, apply_policy, cover_names, withheld_people
from tests.publish.records import make_kept, make_person, make_record

PUBLIC = NamePolicy()


@pytest.mark.parametrize(
    ("person", "withheld"),
    [
        pytest.param(make_person(name="Ann Reyes", age=34, role="victim"), False, id="an adult victim"),
        pytest.param(make_person(name="Ann Reyes", role="victim"), False, id="a victim of no age"),
        pytest.param(make_person(name="Ann Reyes", age=17, role="victim"), True, id="a victim of 17"),
        pytest.param(make_person(name="Ann Reyes", age=18, role="victim"), False, id="a victim of 18"),
        pytest.param(make_person(name="Ann Reyes", age=0, role="victim", outcome="killed"), True, id="a baby"),
        pytest.param(
            make_person(text="5th-grader Ann Reyes", name="Ann Reyes", role="victim"), False, id="no word we know"
        ),
        pytest.param(make_person(text="fifth-grader Ann Reyes", name="Ann Reyes", role="victim"), True, id="a pupil"),
        pytest.param(make_person(text="a boy, Al Reyes", name="Al Reyes", role="victim"), True, id="a boy of no age"),
        pytest.param(
            make_person(text="a boy, Al Reyes", name="Al Reyes", age=19, role="victim"), False, id="a boy of 19"
        ),
        pytest.param(
            make_person(text="the boy's father, Al Reyes", name="Al Reyes", role="victim"), False, id="a father"
        ),
        pytest.param(
            make_person(text="her boyfriend, Al Reyes", name="Al Reyes", role="victim"), False, id="a boyfriend"
        ),
        pytest.param(make_person(text="mother of a girl", name="Ann Reyes", role="victim"), False, id="a mother"),
        pytest.param(make_person(name="Ann Reyes", role="suspect"), True, id="a suspect"),
        pytest.param(
            make_person(name="Ann Reyes", role="suspect", custody="arrested"), True, id="arrested, not charged"
        ),
        pytest.param(make_person(name="Ann Reyes", role="suspect", custody="sought"), True, id="sought"),
        pytest.param(make_person(name="Ann Reyes", role="suspect", custody="dead"), True, id="dead, never charged"),
        pytest.param(make_person(name="Ann Reyes", role="suspect", custody="charged"), False, id="charged"),
        pytest.param(make_person(name="Ann Reyes", role="suspect", custody="convicted"), False, id="convicted"),
        pytest.param(make_person(name="Ann Reyes", role="suspect", charges=["murder"]), False, id="with a charge"),
        pytest.param(
            make_person(name="Ann Reyes", age=15, role="suspect", custody="charged"), True, id="a child charged"
        ),
        pytest.param(make_person(name="Ann Reyes", role="officer", officer=True), False, id="an officer"),
        pytest.param(make_person(name="Ann Reyes", role="witness"), False, id="a witness"),
        pytest.param(
            make_person(text="a boy", age=9, role="victim"), False, id="without a name there is nothing to withhold"
        ),
    ],
)
def test_children_and_people_not_charged_are_not_named(person: RecordPerson, withheld: bool) -> None:
    """And nobody else is withheld."""
    record = make_record(person)
    assert bool(withheld_people(record, PUBLIC)) is withheld
    named = apply_policy(record, PUBLIC).people[0].get("name")
    assert named == (None if withheld else person.get("name"))
    assert apply_policy(record, NamePolicy("all")) is record


def test_all_else_about_a_child_stays() -> None:
    """Age, outcome and part are published."""
    child = make_person(name="Al Reyes", age=9, sex="male", role="victim", outcome="injured")
    published = apply_policy(make_record(child), PUBLIC).people[0]
    assert {v.subject.property: v.value for v in published.values} == {
        "age": 9,
        "sex": "male",
        "role": "victim",
        "outcome": "injured",
    }


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Mia Okafor, 9", f"{WITHHELD}, 9"),
        ("little MIA OKAFOR", f"little {WITHHELD}"),
        ("the home of the Okafor family", f"the home of the {WITHHELD} family"),
        ("Mia Okafor-Lund", f"{WITHHELD}-Lund"),
        ("the okafor tree", "the okafor tree"),
        ("Miami", "Miami"),
    ],
)
def test_a_withheld_name_does_not_stand_in_other_words(words: str, published: str) -> None:
    """Neither in the fullest mention, nor in the place, nor in any other value."""
    child = make_person(text=words, name="Mia Okafor", age=9, role="victim", condition=words)
    record = apply_policy(make_record(child, place_text=words, place_name=words), PUBLIC)
    told: list[JsonValue] = [record.place_text, record.get("place.name")]
    told += [record.people[0].text, record.people[0].get("condition")]
    assert told == [published] * 4


def test_a_family_name_that_an_adult_shares_is_left_to_the_adult() -> None:
    """The child's full name is covered, the father's is not."""
    father = make_person(1, text="Al Okafor", name="Al Okafor", age=40, role="victim")
    child = make_person(2, text="his son, Ben Okafor", name="Ben Okafor", age=9, role="victim")
    published = apply_policy(make_record(father, child, place_text="at Okafor's, where Ben Okafor lived"), PUBLIC)
    assert published.people[0] == father
    assert published.people[1].text == f"his son, {WITHHELD}"
    assert published.place_text == f"at Okafor's, where {WITHHELD} lived"


def test_a_town_or_a_department_of_the_same_name_stays() -> None:
    """Jackson, Mississippi is no person, and neither is its police."""
    suspect = make_person(text="Al Jackson", name="Al Jackson", role="suspect", agency="Jackson County Jail")
    force: JsonValue = {"name": "Jackson Police Department", "role": "speaking"}
    record = make_record(suspect, place_city="Jackson", place_address="100 Jackson Street", agencies=[force])
    published = apply_policy(record, PUBLIC)
    assert published.values == record.values
    assert published.people[0].get("agency") == "Jackson County Jail"
    assert published.people[0].text == WITHHELD


@pytest.mark.parametrize(
    ("source", "published"),
    [
        ("Al Jackson", WITHHELD),
        ("Jackson", WITHHELD),
        ("Jackson's mother", f"{WITHHELD}'s mother"),
        ("Jackson Police Department", "Jackson Police Department"),
    ],
)
def test_a_source_is_named_unless_it_is_withheld(source: str, published: str) -> None:
    """Whoever spoke, and whatever the body is called."""
    assert cover_names(["Al Jackson"], []).source(source) == published


def test_other_spellings_of_a_withheld_name_are_covered() -> None:
    """What one report calls a child is withheld where another report's words have it."""
    child = make_person(text="Mia Okafor", name="Mia Okafor", age=9, role="victim")
    other = make_kept(make_record(make_person(name="Maya Okafur"))).claims.values()
    published = apply_policy(make_record(child, place_text="near Maya Okafur's school"), PUBLIC, other)
    assert published.place_text == f"near {WITHHELD}'s school"


def test_a_name_that_looks_like_a_pattern_is_plain_words() -> None:
    """What a report says is never a regular expression."""
    child = make_person(text="(.*)+ Reyes", name="(.*)+ Reyes", age=9, role="victim")
    assert apply_policy(make_record(child, place_text="a (.*)+ Reyes b"), PUBLIC).place_text == f"a {WITHHELD} b"


def test_another_policy_is_refused() -> None:
    """The message repeats the word and says what is known."""
    with pytest.raises(InputError, match="'everybody' is no policy: give public or all"):
        NamePolicy("everybody")
