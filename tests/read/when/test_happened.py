"""Weighing the times of a report."""

import pytest

from citydesk.read.when.clock_weights import CLOCK_WEIGHTS
from citydesk.read.when.happened import choose_clock, cues_beside, find_violence, holds, signals_of, weigh_days
from citydesk.read.when.happened_weights import WEIGHTS
from tests.read.timed import THURSDAY, make_document, make_timed_setting


def test_shares_say_which_day_is_likeliest() -> None:
    """The day of the shooting has the most weight, all shares together at most one."""
    setting = make_timed_setting("A man was shot Sunday at 5 p.m. He was arrested Tuesday. He is due in court July 20.")
    days = weigh_days(setting.document, setting.times, THURSDAY)
    assert days[0].value == "2020-06-28"
    assert days[0].share > 0.6
    assert sum(day.share for day in days) < 1


def test_a_stretch_gives_its_weight_to_the_day_within_it() -> None:
    """Where "last week" and "Friday" are told, they are one time."""
    setting = make_timed_setting("A man was shot last week, police said. The shooting happened Friday.")
    days = weigh_days(setting.document, setting.times, THURSDAY)
    assert [day.value for day in days] == ["2020-06-26", "2020-06-21/2020-06-27"]
    assert days[1].share == 0


def test_the_clock_time_goes_with_the_day() -> None:
    """Of two clock times, the one told with the incident's day is the incident's."""
    text = "The shooting happened at 5 p.m. Sunday. He was arrested at 9 a.m. Tuesday."
    setting = make_timed_setting(text)
    days = weigh_days(setting.document, setting.times, THURSDAY)
    clock = choose_clock(setting.document, setting.times, days[0])
    assert clock is not None
    assert clock.clock == "17:00"


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Police were called at 7:40 a.m. Tuesday. He was pronounced dead at 8:12 a.m.", "07:40"),
        ("A man was shot about 9 p.m. Tuesday. A suspect was arrested at 1:20 p.m.", "21:00"),
    ],
)
def test_the_clock_time_is_not_that_of_what_came_of_it(text: str, clock: str) -> None:
    """A call says when it was; a death in hospital and an arrest do not."""
    setting = make_timed_setting(text)
    days = weigh_days(setting.document, setting.times, THURSDAY)
    chosen = choose_clock(setting.document, setting.times, days[0])
    assert chosen is not None
    assert chosen.clock == clock


def test_no_clock_time_is_made_up() -> None:
    """Where no clock time is told there is none."""
    setting = make_timed_setting("The shooting happened Sunday night.")
    assert choose_clock(setting.document, setting.times, None) is None


def test_cues_beside_a_time() -> None:
    """The nearest words on both sides that say what a time is of, with those left aside skipped."""
    setting = make_timed_setting("He was shot, police said, Sunday and died Monday.")
    document, sentence = setting.document, setting.document.sentences[0]
    left, right = cues_beside(document, sentence, setting.times[0])
    assert (left and left.word, right and right.word) == ("said", "died")
    left, _ = cues_beside(document, sentence, setting.times[0], frozenset(("say",)))
    assert left is not None
    assert left.group == "shot"


def test_every_weight_belongs_to_a_signal() -> None:
    """The table names no signal that a report cannot give."""
    begins = ("after ", "again", "age ", "before ", "dated", "first", "goes back", "has ", "in ", "opens ", "relative")
    orders = ("later than violence", "earlier than violence", "day of violence")
    beside = ("between ", "genitive", "ends its sentence", "earliest of late", "last of late")
    fits = {"same day", "same day before", "other day", "no day", "no clock time"}
    names = [*WEIGHTS, *CLOCK_WEIGHTS.keys() - fits]
    assert [n for n in names if not n.startswith((*begins, *beside, "rough", "with ")) and not n.endswith(orders)] == []


def test_signals_are_the_same_for_the_same_report() -> None:
    """Signals come in the same order each time: nothing is taken from a set."""
    setting = make_timed_setting("A man was shot and killed Sunday at 5 p.m., police said, and buried Tuesday.")
    assert [*signals_of(setting.document, setting.times, THURSDAY)] == [
        *signals_of(setting.document, setting.times, THURSDAY)
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He was shot Saturday at home and died early Monday at a hospital.", "2020-06-27"),
        ("He died Wednesday. He was shot Sunday as he sat in a car, police said.", "2020-06-28"),
        ("A man was arrested Tuesday, police said. The woman was shot Sunday.", "2020-06-28"),
        ("He was shot and killed Monday. He was remembered Wednesday.", "2020-06-29"),
    ],
)
def test_what_came_of_it_is_later(text: str, day: str) -> None:
    """Of days of violence, death, arrest and mourning the first is the incident's."""
    setting = make_timed_setting(text)
    assert weigh_days(setting.document, setting.times, THURSDAY)[0].value == day


def test_a_bare_day_needs_no_day_of_publication() -> None:
    """A full date with nothing else to tell, in a report without a date whose title speaks of an arrest."""
    setting = make_timed_setting("Jo Marlow was shot on 3 March 2014.", title="Man arrested in shooting", today=None)
    days = weigh_days(setting.document, setting.times, None)
    assert [day.value for day in days] == ["2014-03-03"]


@pytest.mark.parametrize(
    ("stretch", "day", "inside"),
    [
        ("2020-06", "2020-06-28", True),
        ("2020-06-28/2020-07-02", "2020-07-02", True),
        ("2020-06-28/2020-07-02", "2020-07-03", False),
        ("2019", "2020-01-01", False),
        ("2020-06-28", "2020-06-28", False),
    ],
)
def test_a_stretch_holds_its_days(stretch: str, day: str, inside: bool) -> None:
    """A month, year or interval holds each of its days; a day does not hold itself."""
    assert holds(stretch, day) is inside


@pytest.mark.parametrize(
    ("text", "word"),
    [("Police said a man was shot.", "shot"), ("He opened fire.", "opened fire"), ("The council took place.", None)],
)
def test_finds_the_first_word_of_violence(text: str, word: str | None) -> None:
    """The word, or the two words, that first tell of violence."""
    document = make_document(text)
    found = find_violence(document)
    assert (document.words(found) if found else None) == word
