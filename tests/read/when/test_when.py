"""When incidents happened."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.page.document import Span
from citydesk.read.page.setting import Scene
from citydesk.read.when.when import find_times, when_of
from tests.read.settings import whole_scene
from tests.read.timed import THURSDAY, make_document, make_timed_setting
from tests.tagged import parse_tagged


@pytest.mark.parametrize(
    "example",
    [
        "He was shot <time day=2020-06-30 clock=16:45>around 4:45 p.m. Tuesday</time> and fled.",
        "He fell <time day=2020-07-01 part=night>late Wednesday</time>. <time clock=23:00>Around 11</time>, he died.",
        "He will be in court <time day=2020-07-06>Monday</time> for the <time day=2020-06-30>June 30</time> shooting.",
        "He was shot <time day=2020-06-27>Saturday</time>. <time day=2020-06-28>The next day</time> he died.",
        "He was shot <time edtf=2020-06>last month</time>.",
        "She is expected to live after a bullet hit her <time day=2020-06-29>Monday</time>.",
        "He's due in court <time day=2020-07-06>Monday</time>.",
        "He was shot <time>several years ago</time>.",
        "nothing: He was shot in the leg and fled.",
    ],
)
def test_every_time_of_a_report_is_found_and_resolved(example: str) -> None:
    """Times go back to the words before them and ahead in what is still to come."""
    text, tags = parse_tagged(example, known=("day", "edtf", "clock", "part"))
    document = make_document(text)
    found = find_times(document, THURSDAY)
    assert [(document.words(m.span), m.day.isoformat() if m.day else None, m.edtf, m.clock) for m in found] == [
        (text[t.start : t.end], t.attributes.get("day"), t.attributes.get("edtf"), t.attributes.get("clock"))
        for t in tags
    ]


def test_evidence_of_a_time_says_what_it_was_resolved_with() -> None:
    """A bare "9:30" rests on the words that say it was night."""
    setting = make_timed_setting("Shots rang out Tuesday night. It was about 9:30 when police were called.")
    when = when_of(setting, whole_scene(setting))
    assert when.time is not None
    assert when.time.value == "21:30"
    assert [evidence.text for evidence in when.time.evidence] == ["about 9:30", "Tuesday night"]


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("A man was shot Tuesday night on Elm Street. He died Wednesday at a hospital.", "2020-06-30", None),
        ("Police arrested a man Wednesday in a shooting. Two people were shot Sunday at a park.", "2020-06-28", None),
        ("A man was shot Sunday. A vigil was held Tuesday. He is due in court July 9.", "2020-06-28", None),
        ("The shooting happened about 5:30 p.m. Monday, Sgt. Ann Roe said Wednesday.", "2020-06-29", "17:30"),
        ("Officers were called at 1:15 a.m. Sunday to a bar where a man had been shot.", "2020-06-28", "01:15"),
        ("A woman was stabbed early today. She was in surgery at 9 a.m.", "2020-07-02", "09:00"),
        ("A man was shot on Dec. 2, 2018. A jury convicted him Tuesday.", "2018-12-02", None),
        ("A man was shot last week. It happened Friday on Elm Street, police said.", "2020-06-26", None),
        ("A man was shot in the leg on Elm Street, police said.", None, None),
        ("Jo Roe is held Monday, June 29, 2020. Photo: Lou Marsh\n\nA man was shot Sunday.", "2020-06-28", None),
        ("0:33 A fun Tuesday in Larkin\n\n0:38 A cold week\n\nA woman was shot Sunday.", "2020-06-28", None),
    ],
)
def test_tells_the_incident_from_what_came_after(text: str, day: str | None, time: str | None) -> None:
    """A death, an arrest, a vigil and a court date are days too, and not the shooting's."""
    setting = make_timed_setting(text)
    when = when_of(setting, whole_scene(setting))
    assert (when.date.value if when.date else None) == day
    assert (when.time.value if when.time else None) == time


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        (
            "A man was shot Saturday night. Police were called about 2 a.m.",
            "2020-06-28",
            ["Saturday night", "about 2 a.m."],
        ),
        ("A man was shot Saturday night. Police were called just before midnight.", "2020-06-27", ["Saturday night"]),
        ("A man was shot Saturday night. Police were called around midnight.", "2020-06-27", ["Saturday night"]),
        (
            "A man was shot Saturday night. Police were called just after midnight.",
            "2020-06-28",
            ["Saturday night", "just after midnight"],
        ),
        ("A man was shot overnight. Police were called about midnight.", "2020-07-01", ["overnight", "about midnight"]),
        ("A man was shot Saturday night. Police were called about 9 p.m.", "2020-06-27", ["Saturday night"]),
        ("A man was shot overnight. Police were called about 3 a.m.", "2020-07-02", ["overnight", "about 3 a.m."]),
        ("A man was shot overnight. Police were called about 11 p.m.", "2020-07-01", ["overnight", "about 11 p.m."]),
        ("A man was shot overnight. Police found him in a car.", "2020-07-01/2020-07-02", ["overnight"]),
    ],
)
def test_small_hours_belong_to_the_next_day(text: str, day: str, words: list[str]) -> None:
    """Two o'clock on Saturday night is Sunday, and both words are evidence for it."""
    setting = make_timed_setting(text)
    when = when_of(setting, whole_scene(setting))
    assert when.date is not None
    assert when.date.value == day
    assert [evidence.text for evidence in when.date.evidence] == words


def test_approximate_goes_with_the_time() -> None:
    """The word "about" makes the time approximate, "at" does not."""
    for words, approximate in (("about 5 p.m.", True), ("at 5 p.m.", False)):
        setting = make_timed_setting(f"A man was shot {words} Monday.")
        assert when_of(setting, whole_scene(setting)).time_approximate is approximate


def test_without_a_publication_day_there_is_no_date() -> None:
    """What cannot be resolved to a day stays words; a posting line on the page helps."""
    setting = make_timed_setting("A man was shot Tuesday.", today=None)
    assert when_of(setting, whole_scene(setting)).date is None
    setting = make_timed_setting("Posted: July 2, 2020\nA man was shot Tuesday.", today=None)
    when = when_of(setting, whole_scene(setting))
    assert when.date is not None
    assert when.date.value == "2020-06-30"


def test_an_archives_date_gives_way_to_the_dateline() -> None:
    """A page given as of 2020 whose own dateline says 2015 is from 2015."""
    setting = make_timed_setting("SALINA, KS (October 16, 2015): A man was shot just after 7 p.m. Thursday.")
    when = when_of(setting, whole_scene(setting))
    assert when.date is not None
    assert when.date.value == "2015-10-15"


def test_posting_lines_are_never_the_incidents_date() -> None:
    """A report with no date but its page's has no date."""
    setting = make_timed_setting("Posted: June 30, 2020 5:00 PM\nA man was shot on Elm Street.")
    when = when_of(setting, whole_scene(setting))
    assert (when.date, when.time) == (None, None)


def test_a_scene_has_its_own_times() -> None:
    """Times outside a background scene are not its times."""
    text = "A man was shot Wednesday at 5 p.m. Last month a boy was shot there."
    setting = make_timed_setting(text)
    start = setting.document.text.index("Last month")
    scene = Scene(False, (Span(start, len(setting.document.text)),), Span(start, start + 10))
    when = when_of(setting, scene)
    assert when.date is not None
    assert (when.date.value, when.time) == ("2020-06", None)


_WORDS = "shot police Tuesday night at 2 a.m. p.m. on May 5 2015 overnight last week he died . , \n that Monday".split(
    " "
)


@given(
    st.lists(st.sampled_from(_WORDS), max_size=30), st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2030, 1, 1)))
)
def test_every_time_lies_in_the_text_and_every_fact_has_words(words: list[str], today: date | None) -> None:
    """Whatever the words, mentions are in order without overlap, and the facts' evidence is in the report."""
    setting = make_timed_setting(" ".join(words), today=today)
    spans = [mention.span for mention in setting.times]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    when = when_of(setting, whole_scene(setting))
    for fact in (when.date, when.time):
        if fact is not None:
            assert all(setting.document.report.text[e.start : e.end] == e.text for e in fact.evidence)
