"""Parts that verbs and nouns tell."""

import pytest

from citydesk.read.who.clauses import open_clauses
from citydesk.read.who.custody import find_custody
from citydesk.read.who.outcomes import find_health
from citydesk.read.who.parts import role_of
from citydesk.read.who.persons import find_mentions
from citydesk.read.who.roles import find_parts
from tests.read.settings import make_setting
from tests.tagged import parse_tagged

_EXAMPLES = [
    "<suspect>A man</suspect> shot <victim>his brother</victim> in the arm.",
    "<victim>A man</victim> was shot by <suspect>his brother</suspect>.",
    "<victim>Two teens</victim> were wounded and <victim>a woman</victim> was killed.",
    "<suspect>Omar Vance</suspect> opened fire on <victim>a deputy</victim>.",
    "<suspect>A man</suspect> opened fire, killing <victim>a girl</victim> and wounding <victim>two others</victim>.",
    "<suspect>The man</suspect> was shot and killed by <officer>a deputy</officer>.",
    "<victim>A deputy</victim> was shot in the leg by <suspect>a driver</suspect>.",
    "<victim>A boy</victim> accidentally shot himself.",
    "<suspect>The gunman</suspect> fled.",
    "<suspect>Omar Vance</suspect> was arrested and charged with murder.",
    "Police are looking for <suspect>two men</suspect>.",
    "<victim>Lena Ford</victim> died at a hospital.",
    "<victim>Lena Ford</victim>, who lives nearby, was taken to a hospital.",
    "Police found <victim>a man</victim> suffering from a gunshot wound.",
    "<witness>Her two sisters</witness> were asleep in the house at the time.",
    "<witness>A neighbor</witness> heard four shots.",
    "<suspect>A man</suspect> is accused of killing <victim>his wife</victim>.",
    "<suspect>An officer</suspect> shot <victim>his wife</victim> at home.",
    "He was charged in the death of <victim>Lena Ford</victim>.",
    "<witness>A man</witness> was not shot.",
    "<officer>Police</officer> kill <suspect>a gunman</suspect>.",
    "<suspect>A man</suspect> killed <victim>his wife</victim>, <victim>two sons</victim> and then himself.",
    "<suspect>Someone</suspect> in a passing car opened fire.",
    "A bullet was fired by <suspect>a boy</suspect>.",
    "<suspect>A man</suspect> was cleaning a rifle.",
    "<suspect>A man</suspect> is believed to be responsible for the killing.",
    "Police arrested <suspect>a man accused</suspect> of wounding <victim>a clerk</victim>.",
    "<victim>A toddler</victim> was shot by <officer>an officer</officer>.",
    "nothing: It is unclear whether Lee was shot.",
    "nothing: They did not shoot a man.",
    "nothing: A woman could have been killed.",
    "nothing: A dog was shot.",
    "nothing: Omar Vance said the city mourns.",
]


@pytest.mark.parametrize("example", _EXAMPLES)
def test_words_around_a_mention_tell_its_part(example: str) -> None:
    """Every mention whose part is told has the tagged part, others have none."""
    plain, tags = parse_tagged(example)
    setting = make_setting(plain)
    clauses = open_clauses(find_mentions(setting))
    parts = find_parts(clauses)
    tellings = [*parts, *find_health(clauses, parts), *find_custody(clauses, parts)]
    told = {}
    for mention in clauses.mentions.all:
        role = role_of([t for t in tellings if t.mention == mention.index])
        if role is not None and mention.form.value != "pronoun":
            told[setting.document.words(mention.span)] = str(role)
    assert told == {plain[tag.start : tag.end]: tag.name for tag in tags}
