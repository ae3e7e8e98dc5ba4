"""Charges as worded."""

import pytest

from citydesk.read.page.words import find_words
from citydesk.read.who.charges import find_charge_before, find_charges
from tests.read.settings import make_setting
from tests.tagged import parse_tagged


@pytest.mark.parametrize(
    "example",
    [
        "charged with <c>murder</c>.",
        "charged with <c>murder</c> and <c>aggravated assault</c>, police said.",
        "charged with <c>two counts of attempted murder</c> after the shooting.",
        "charged with <c>assault with a deadly weapon</c>, <c>reckless driving</c> and <c>resisting arrest</c>.",
        "charged as an adult with <c>first-degree murder</c> in connection with the death.",
        "charged with <c>unlawful possession of a firearm</c> and is held on $50,000 bond.",
        "charged Monday with <c>manslaughter</c>.",
        "charged with <c>attempted murder</c> in last week's shooting.",
        "charged with <c>murder in the first degree</c>, <c>two counts of kidnapping</c> and <c>theft</c>.",
        "charged with the <c>murder</c> of his daughter.",
        "charged with <c>child endangerment</c> for leaving a gun out.",
        "charged with <c>assault and battery with a weapon</c>, <c>larceny</c> and <c>cruelty to animals</c>.",
        "charged on <c>two counts of assault</c> because he fired.",
        "nothing: charged at the officers with a broom.",
        "nothing: charged in connection with the shooting.",
        "nothing: charged with killing his wife.",
    ],
)
def test_charges_are_cut_where_a_new_one_begins(example: str) -> None:
    """Each charge of a list is given by itself, without what only follows."""
    plain, tags = parse_tagged(example)
    setting = make_setting(plain)
    found = [setting.document.words(span) for span in find_charges(find_words(setting.document), 1)]
    assert found == [plain[tag.start : tag.end] for tag in tags]


@pytest.mark.parametrize(
    "example",
    [
        "He faces a <c>manslaughter</c> charge.",
        "He is held on <c>murder</c> and <c>robbery</c> charges.",
        "He faces an <c>unlawful possession of a firearm</c> charge.",
        "nothing: He faces a charge.",
        "nothing: He faces other charges.",
    ],
)
def test_charges_stand_before_the_word_too(example: str) -> None:
    """The words before "charge" are cut where the charge begins."""
    plain, tags = parse_tagged(example)
    document = make_setting(plain).document
    words = find_words(document)
    at = next(n for n, word in enumerate(words.all) if word.lower.startswith("charge"))
    assert [document.words(span) for span in find_charge_before(words, at)] == [plain[t.start : t.end] for t in tags]
