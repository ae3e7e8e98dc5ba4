"""What speaks for each sort of place that a scene names."""

import pytest

from citydesk.model import PlaceKind, Report, ReportId
from citydesk.read.page.document import Span, open_document
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.where.place_signals import NO_PLACE, find_place_cues
from citydesk.read.where.place_weights import PLACE_WEIGHTS
from citydesk.read.where.scale import scale_of
from citydesk.read.where.scene_place import choose_kind
from citydesk.read.where.where import find_places


def _cues(text: str) -> dict[str, tuple[str, ...]]:
    """The signals of the cues by their words, the first of each."""
    setting, scene = _scene(text)
    cues = list(find_place_cues(scale_of(setting, scene), scene, list(setting.places)))
    return {setting.document.words(cue.span): cue.signals for cue in reversed(cues)}


def _scene(text: str) -> tuple[Setting, Scene]:
    document = open_document(Report(id=ReportId("r1"), text=text))
    setting = Setting(document, None, None, (), find_places(document, None), (), ())
    return setting, Scene(main=True, spans=(Span(0, len(document.text)),), cue=Span(0, 1))


def test_a_word_has_the_signals_of_where_it_stands() -> None:
    """What puts something there, what happens beside it, the address behind it, and how near the head it is."""
    cues = _cues("A man was shot inside a home in the 100 block of Elm Street in Tulsa. He died at his cousin's house.")
    assert set(cues["home"]) >= {"is home", "word house", "set in", "before address", "happens close", "in lead"}
    assert set(cues["100 block of Elm Street"]) >= {"is street", "is block", "happens"}
    assert "somebody's" in cues["house"]
    assert "in second" in cues["house"]


def test_how_it_happened_sways_sorts_of_places() -> None:
    """An accident speaks for a home, a drive-by for a street."""
    assert "home, accident" in _cues("A boy accidentally shot himself in a bedroom.")["bedroom"]
    assert "street, drive-by" in _cues("Two were shot on Oak Street in a drive-by.")["Oak Street"]
    assert not [s for s in _cues("A man accidentally shot himself at a motel.")["motel"] if s.startswith("hotel,")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A boy accidentally shot himself on Elm Street, in an apartment where he played with a gun.", PlaceKind.HOME),
        ("Four men were shot on Oak Street when a car drove by. They were standing on a corner.", PlaceKind.STREET),
        ("The sheriff's office said a man was shot. The medical examiner's office has the body.", None),
        ("He works in an office. Police said nothing else.", None),
    ],
    ids=["accident", "drive-by", "offices of bodies", "where nothing happened"],
)
def test_chooses_the_sort_of_place(text: str, kind: PlaceKind | None) -> None:
    """By all words for it and by how it happened; a body's office is no place."""
    setting, scene = _scene(text)
    choice = choose_kind(scale_of(setting, scene), scene, list(setting.places))
    assert (choice.kind if choice else None) is kind


def test_every_weight_belongs_to_a_signal() -> None:
    """The table names no signal that a report cannot give."""
    begins: tuple[str, ...] = (
        "is ",
        "word ",
        "set",
        "not set",
        "in ",
        "before address",
        "behind address",
        "own name",
        "somebody's",
    )
    begins += ("plural", "title", "happens", "response", "aside", "hit", NO_PLACE)
    swayed = tuple(f"{kind.value}, " for kind in PlaceKind)
    assert [name for name in PLACE_WEIGHTS if not name.startswith((*begins, *swayed))] == []
