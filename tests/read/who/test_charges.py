"""Charges as worded."""

import pytest

from citydesk.read.page.words import find_words
from citydesk.read.who.charges import find_charges
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
        "nothing: charged at the officers with a broom.",
    ],
)
def test_charges_are_cut_where_a_new_one_begins(example: str) -> None:
    """Each charge of a list is given by itself, without what only follows."""
    plain, tags = parse_tagged(example)
    setting = make_setting(plain)
    found = [setting.document.words(span) for span in find_charges(find_words(setting.document), 1)]
    assert found == [plain[tag.start : tag.end] for tag in tags]
