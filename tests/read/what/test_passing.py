"""Which words of a scene tell of its incident."""

import pytest

from citydesk.read.what.passing import find_telling
from tests.read.settings import make_setting, whole_scene


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A man was shot on Elm Street.", True),
        ("Twelve people have been shot in Salina so far this year.", False),
        ("The man was shot in a bar last year.", True),
        ("That is more than last year, when nine were shot.", False),
        ("The market is open. RELATED: Two men shot in Topeka", False),
        ("He said: “They shot at everything that moved and at everybody, it was awful to see.”", False),
        ("0:47 Driver shot to death 1:20 Fire on Elm Street 2:10 Boy shot in Topeka", False),
        ("Two shot in Topeka market. Two shot in Topeka market.", False),
    ],
)
def test_knows_words_that_pass_by(text: str, told: bool) -> None:
    """Statistics, other stories' headlines and quotations tell nothing of the incident; last year's shooting may."""
    setting = make_setting(text, title="Salina man in hospital")
    telling = find_telling(setting, whole_scene(setting))
    assert telling.holds(setting.document.text.rindex("shot")) is told


def test_keeps_a_caption_told_twice_that_is_of_the_title() -> None:
    """A caption stands twice on many pages; it tells of the incident where it has words of the title."""
    setting = make_setting("Two shot in Topeka market. Two shot in Topeka market.", title="Topeka market attack")
    telling = find_telling(setting, whole_scene(setting))
    assert telling.holds(setting.document.text.index("shot"))


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Five people were shot at a party.", True),
        ("Five people were shot in three separate shootings.", False),
        ("Five people were shot in weekend shootings.", False),
    ],
)
def test_counts_no_totals_of_several_incidents(text: str, counted: bool) -> None:
    """A total over several shootings is no incident's; its words may tell of one all the same."""
    setting = make_setting(text)
    telling = find_telling(setting, whole_scene(setting))
    at = setting.document.text.index("shot")
    assert telling.holds(at)
    assert telling.counts(at) is counted


def test_counts_in_quotations_only_if_asked() -> None:
    """A chief's "we have four people shot" is a total; a neighbor's words are not looked at without asking."""
    setting = make_setting("“We have four people shot at this home tonight,” Marlow said.")
    telling = find_telling(setting, whole_scene(setting))
    at = setting.document.text.index("four")
    assert (telling.counts(at), telling.counts(at, quoted=True)) == (False, True)
