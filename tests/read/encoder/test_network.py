"""The encoder that is shipped, asked about made-up reports."""

import numpy as np

from citydesk.model import Report
from citydesk.read.encoder.network import open_network
from citydesk.read.encoder.opinions import Opinions, softmax
from citydesk.read.encoder.questions import MARKS, ROLES
from citydesk.read.page.document import Document, open_document

TEXT = (
    "Dorian Felk, 31, was arrested Tuesday after he shot Mara Quist, 27, outside a laundromat on Orchard Avenue. "
    "Quist died at the hospital. “We heard four shots,” said neighbor Tilda Brandt."
)


def _look(text: str, title: str = "") -> tuple[Document, Opinions]:
    document = open_document(Report(id="made-up", title=title, text=text))
    opinions = open_network().look_at(document.text, document.body_start)
    assert opinions is not None
    return document, opinions


def _role(text: str, words: str) -> str:
    document, opinions = _look(text)
    at = document.text.index(words)
    return ROLES[int(softmax(opinions.scores("role", at, at + len(words))).argmax())]


def test_it_tells_who_did_it_from_whom_it_befell() -> None:
    """Two names in one sentence, told apart by what is said of them."""
    assert [_role(TEXT, name) for name in ("Dorian Felk", "Mara Quist")] == ["suspect", "victim"]


def test_it_has_an_answer_for_every_piece_of_a_report_of_many_windows() -> None:
    """No report is cut: what stands in its last sentence is looked at too."""
    document, opinions = _look("The council met again and spoke of roads. " * 200 + TEXT)
    pieces = len(opinions.pieces.ids)
    assert opinions.marks.shape == (pieces, 2 * len(MARKS))
    assert opinions.pieces.ends[-1] == len(document.text)
    assert np.isfinite(opinions.mention).all()


def test_the_same_report_gives_the_same_numbers() -> None:
    """To the last bit, so that the same report gives the same reading."""
    (_, one), (_, other) = _look(TEXT), _look(TEXT)
    assert one.mention.tobytes() == other.mention.tobytes()
    assert one.report.tobytes() == other.report.tobytes()


def test_a_report_without_words_is_not_looked_at() -> None:
    """There is nothing to have an opinion of."""
    assert open_network().look_at(" ", 0) is None
