"""A report cut into word pieces and windows."""

from hypothesis import given
from hypothesis import strategies as st

from citydesk.read.encoder.network import open_network
from citydesk.read.encoder.pieces import LOOKS, MAX_PIECES, WINDOW, cut_pieces, cut_windows


@given(st.integers(min_value=1, max_value=MAX_PIECES))
def test_windows_take_every_piece_once_and_are_never_longer_than_a_window(number: int) -> None:
    """Whatever the length of a report, no piece of it is cut off or counted twice."""
    windows = cut_windows(number)
    taken = [n for window in windows for n in range(window.taken_first, window.taken_last)]
    assert taken == list(range(number))
    assert all(window.first <= window.taken_first and window.taken_last <= window.last for window in windows)
    assert all(window.last - window.first <= WINDOW for window in windows)


def test_pieces_stand_where_the_text_has_their_letters() -> None:
    """Offsets are of the text as given, also behind letters that the vocabulary does without."""
    text = "José Núñez, 31, was shot."
    pieces = cut_pieces(open_network().tokenizer, text, 0)
    words = [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]
    assert "".join(words) == text.replace(" ", "")
    assert words[0] == "José"


def test_the_look_of_a_piece_tells_how_it_is_written_and_whether_it_is_the_titles() -> None:
    """The vocabulary is lower-case; capitals, digits and the title reach the encoder as looks."""
    text = "SHOTS fired\n\nMarlow, 31, ran"
    pieces = cut_pieces(open_network().tokenizer, text, text.index("Marlow"))
    look = {text[s:e]: n for s, e, n in zip(pieces.starts, pieces.ends, pieces.looks, strict=True)}
    title = LOOKS // 2
    assert (look["SHOTS"], look["fired"]) == (2 + title, title)
    assert (look["31"], look["ran"], look[","]) == (3, 0, 0)
    assert look["Marlow"] == 1 if "Marlow" in look else look["Mar"] == 1


def test_a_text_without_end_is_cut_where_reading_has_its_bound() -> None:
    """A hostile text of any length costs no more than the bound."""
    assert len(cut_pieces(open_network().tokenizer, "word " * (MAX_PIECES + 50), 0).ids) == MAX_PIECES
