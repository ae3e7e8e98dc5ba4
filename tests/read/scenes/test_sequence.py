"""Words that count an incident among others."""

from datetime import date

import pytest

from citydesk.read.scenes.sequence import find_sequence
from tests.read.timed import THURSDAY, make_timed_setting


@pytest.mark.parametrize(
    ("text", "ordinal", "of", "period", "other"),
    [
        ("This is the second police shooting that has happened today.", 2, "police shooting", "2020-07-02", True),
        ("It was the second homicide on the street in four days.", 2, "homicide", "2020-06-29/2020-07-02", True),
        ("It is the second stabbing there in as many weeks.", 2, "stabbing", "2020-06-18/2020-07-02", False),
        ("It is the city's fifth killing.", None, None, None, False),
        ("It was the third shooting this week.", 3, "shooting", "2020-06-28/2020-07-02", False),
        ("It was the second homicide this year.", 2, "homicide", "2020", False),
        ("It is the 41st homicide of 2020.", 41, "homicide", "2020", False),
        ("It is the 9th homicide since May.", 9, "homicide", "2020-05-01/2020-07-02", False),
        ("He faces a charge of second degree murder today.", None, None, None, False),
        ("It was the second shooting.", None, None, None, False),
    ],
)
def test_counts_within_a_period(
    text: str, ordinal: int | None, of: str | None, period: str | None, other: bool
) -> None:
    """The count, what is counted and within what time; only the second of a few days tells of one other."""
    setting = make_timed_setting(f"A man was shot. {text}")
    counted = find_sequence(setting, THURSDAY)
    value = counted.sequence.value if counted else None
    assert (value and value.ordinal, value and value.of, value and value.period) == (ordinal, of, period)
    assert (counted is not None and counted.tells_other) is other


def test_evidence_is_the_count_and_the_period() -> None:
    """The words of the count up to the period, then those of the period."""
    setting = make_timed_setting("A man was shot. This is the second such shooting today, Lt. Kay Orr said.")
    counted = find_sequence(setting, date(2020, 7, 2))
    assert counted is not None
    assert [evidence.text for evidence in counted.sequence.evidence] == ["second such shooting today", "today"]
