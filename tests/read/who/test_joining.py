"""Which mentions are one person."""

import pytest

from citydesk.read.who.clauses import open_clauses
from citydesk.read.who.equations import find_equations
from citydesk.read.who.joining import join_mentions
from citydesk.read.who.outcomes import find_health
from citydesk.read.who.persons import find_mentions
from citydesk.read.who.roles import find_parts
from tests.read.settings import make_setting
from tests.tagged import parse_tagged

_EXAMPLES = [
    "<p n=1>Jordan Ellis Park</p> was shot. <p n=1>Park</p> died. <p n=1>He</p> was kind.",
    "<p n=1>A 25-year-old man</p> was shot. <p n=2>A 31-year-old man</p> ran. <p n=1>The 25-year-old</p> died.",
    "<p n=1>Lena Ford</p> was shot. <p n=1>The victim</p> was taken to a hospital. <p n=1>She</p> died.",
    "<p n=1>A man</p> shot <p n=2>a woman</p>. <p n=1>The suspect</p> fled. <p n=2>The woman</p> died.",
    "<p n=1>A boy</p> and <p n=2>a girl</p> were shot. <p n=2>The girl</p> died.",
    "<p n=1>Omar Vance</p> shot <p n=2>Lena Vance</p>. <p n=1>Omar Vance</p> fled. <p n=2>Lena Vance</p> died.",
    "<p n=1>The victim</p> was identified as <p n=1>Lena Ford</p>.",
    "<p n=1>Omar Vance</p> is the suspect. <p n=1>He</p> fled.",
    "<p n=1>A man</p> was shot. <p n=2>Another man</p> was stabbed.",
    "<p n=1>A woman</p> was shot. <p n=2>The other woman</p> was stabbed. <p n=2>She</p> died.",
    "<p n=1>Joshua Vance</p> was shot. <p n=1>Josh</p> was kind.",
    "<p n=1>A 14-year-old boy</p> was shot. <p n=2>The woman</p> who saw it called.",
]


@pytest.mark.parametrize("example", _EXAMPLES)
def test_mentions_of_one_person_are_joined(example: str) -> None:
    """Mentions with one number are one person, mentions with two are two."""
    plain, tags = parse_tagged(example, ("n",))
    setting = make_setting(plain)
    clauses = open_clauses(find_mentions(setting))
    parts = find_parts(clauses)
    tellings = [*parts, *find_health(clauses, parts)]
    cast = join_mentions(clauses.mentions, tellings, find_equations(clauses))
    at = {
        m.span.start - setting.document.body_start: cast.of[m.index] for m in clauses.mentions.all if m.index in cast.of
    }
    persons = [(tag.attributes["n"], at[tag.start]) for tag in tags]
    for number, person in persons:
        for other_number, other in persons:
            assert (person is other) == (number == other_number)


def test_he_said_is_the_speaker_and_not_the_victim() -> None:
    """A pronoun that speaks stands for who spoke last."""
    setting = make_setting("A man was shot, Sgt. Amos Reed said. He said the man ran.")
    clauses = open_clauses(find_mentions(setting))
    cast = join_mentions(clauses.mentions, find_parts(clauses), ())
    pronoun = next(m for m in clauses.mentions.all if m.form.value == "pronoun")
    assert cast.of[pronoun.index].parts == ("amos", "reed")


def test_pronouns_in_a_quotation_stand_for_nobody() -> None:
    """Who is meant in quoted speech is not guessed."""
    setting = make_setting('Omar Vance was shot. "He was my friend," Lena Ford said.')
    clauses = open_clauses(find_mentions(setting))
    cast = join_mentions(clauses.mentions, find_parts(clauses), ())
    pronoun = next(m for m in clauses.mentions.all if m.form.value == "pronoun")
    assert pronoun.index not in cast.of
