"""Scores of pairs, and why."""

from math import exp

import pytest
from hypothesis import assume, given, settings

from citydesk.link import EDGE, PairScore, Telling, score_pair, sentence_for
from citydesk.link.features import FEATURES
from citydesk.link.scores import NOT_SAID, load_weights
from tests.link.made import DAY, make_person, make_telling, tellings


def test_two_reports_of_one_shooting_are_probably_one() -> None:
    """The same name, day and street hold two reports together, whatever their wording."""
    other = make_telling("r2", outlet="kfgo.example", text="Gunfire on Larimore Avenue left Odell Marsh in hospital.")
    assert score_pair(make_telling(), other).probability > 0.9


def test_two_shootings_of_one_night_are_probably_two() -> None:
    """Another victim, street and hour in the same city is another incident."""
    other = make_telling(
        "r2",
        text="Rufus Tane, 19, died in a parked truck outside a tavern on Elm Street early Saturday.",
        title_words=frozenset(),
        street="elm",
        minute=90,
        first_day=DAY + 1,
        last_day=DAY + 1,
        killed=1,
        injured=0,
        people=(make_person(name="rufus tane", age=19, outcome="killed"),),
    )
    assert score_pair(make_telling(), other).probability < EDGE


@settings(max_examples=40)
@given(tellings(), tellings())
def test_weights_sum_to_the_log_odds(a: Telling, b: Telling) -> None:
    """A score can be read as a sum, and does not depend on which telling comes first."""
    assume(a.id[0] != b.id[0])
    score = score_pair(a, b)
    assert score == score_pair(b, a)
    assume(score.hard_no is None)
    log_odds = sum(feature.weight for feature in score.features)
    assert score.probability == pytest.approx(1 / (1 + exp(-max(-20, min(20, log_odds)))))
    assert [feature.name for feature in score.features] == ["prior", *(f.__name__ for f in FEATURES)]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (make_telling("r1", 1), "one report tells of them as two"),
        (
            make_telling("r2", state="GA", city="macon", people=(), first_day=DAY + 60, last_day=DAY + 60),
            "they happened in different states on different days",
        ),
    ],
    ids=["one report", "another state and season"],
)
def test_contradictions_bar_a_pair(other: Telling, why: str) -> None:
    """What cannot be one has probability 0 and says why; the ledger keeps it."""
    assert score_pair(make_telling(), other) == PairScore(0.0, (), why)
    assert score_pair(make_telling(), other).counts


def test_every_feature_has_a_sentence_and_a_weight() -> None:
    """The keeper can read what each feature means, and training has met each."""
    weights = load_weights()
    for compare in FEATURES:
        assert sentence_for(compare.__name__).endswith(".")
        assert compare.__name__ in weights.levels or compare.__name__ in weights.knots
    assert sentence_for("prior").endswith(".")


def test_what_is_not_said_is_shown_as_such() -> None:
    """A feature that cannot be compared still stands in the sum."""
    score = score_pair(make_telling(), make_telling("r2", minute=None))
    assert {feature.name: feature.value for feature in score.features}["clock"] == NOT_SAID
