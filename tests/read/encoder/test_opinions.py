"""What the encoder's numbers come to for spans of words."""

import numpy as np
import pytest

from citydesk.read.encoder.opinions import Opinions, sigmoid, softmax
from citydesk.read.encoder.pieces import Pieces
from citydesk.read.encoder.questions import LINK, MARKS, MENTION_ANSWERS, REPORT_ANSWERS, ROLES

_NAME = 2 * MARKS.index("NAME")


def _opinions() -> Opinions:
    """Five pieces of two letters each, with nothing to say."""
    number = 5
    mention = sum(len(values) for _, values in MENTION_ANSWERS)
    answers = sum(number for _, number in REPORT_ANSWERS)
    return Opinions(
        Pieces(tuple(range(number)), (0,) * number, (0, 3, 6, 9, 12), (2, 5, 8, 11, 14)),
        np.full((number, 2 * len(MARKS)), -9, dtype=np.float32),
        np.zeros((number, mention), dtype=np.float32),
        np.zeros((number, 4 * LINK), dtype=np.float32),
        np.zeros(answers, dtype=np.float32),
        np.zeros((number, len(REPORT_ANSWERS)), dtype=np.float32),
        (-1.0, -2.0),
    )


def test_words_marked_side_by_side_are_split_where_one_begins() -> None:
    """Two names without a word between them are two names."""
    opinions = _opinions()
    opinions.marks[1:4, _NAME] = 9
    opinions.marks[[1, 3], _NAME + 1] = 9
    assert [(found.start, found.end) for found in opinions.marked("NAME")] == [(3, 8), (9, 11)]
    assert opinions.marked("WOUND") == ()


def test_the_answer_of_a_span_is_the_mean_of_its_pieces() -> None:
    """A span takes in every piece that it touches, and no other."""
    opinions = _opinions()
    opinions.mention[1, ROLES.index("victim")] = 4
    assert opinions.scores("role", 3, 8)[ROLES.index("victim")] == 2
    assert opinions.scores("role", 9, 14)[ROLES.index("victim")] == 0


def test_two_mentions_that_nothing_speaks_for_are_two_persons_by_the_bias() -> None:
    """Vectors of nothing leave the log odds with which the model begins."""
    opinions = _opinions()
    nothing = opinions.vector(0, 2)
    assert opinions.same(nothing, nothing) == -1
    assert opinions.about(nothing, nothing) == -2


def test_the_piece_looked_at_most_tells_where_an_answer_is_from() -> None:
    """Evidence for an answer about the report is where the encoder looked."""
    opinions = _opinions()
    opinions.gaze[3, 0] = 0.9
    assert opinions.looked_at(REPORT_ANSWERS[0][0]) == 9


@pytest.mark.parametrize("scores", [[0, 0], [900, -900], [-3, 2]], ids=["even", "far apart", "near"])
def test_shares_are_shares(scores: list[float]) -> None:
    """They lie between 0 and 1, and those of all answers add up to 1, without overflow."""
    given = np.array(scores, dtype=np.float32)
    assert float(softmax(given).sum()) == pytest.approx(1)
    assert np.all((sigmoid(given) >= 0) & (sigmoid(given) <= 1))
