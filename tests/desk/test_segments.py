"""Texts cut at the edges of spans that may overlap."""

from hypothesis import given
from hypothesis import strategies as st

from citydesk.desk.segments import Span, cut, lines_of

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8)


def test_overlapping_spans_make_three_segments() -> None:
    """Where two spans overlap, the middle lies in both, the shorter first."""
    assert cut(0, 10, [(1, 6), (4, 8)]) == [(0, 1, ()), (1, 4, (0,)), (4, 6, (1, 0)), (6, 8, (1,)), (8, 10, ())]


def test_spans_outside_and_empty_ones_are_left_out() -> None:
    """Only what lies inside the window is cut, at its edges where a span goes beyond."""
    assert cut(5, 8, [(0, 6), (7, 7), (9, 12)]) == [(5, 6, (0,)), (6, 8, ())]
    assert cut(0, 0, [(0, 3)]) == []


@given(SPANS)
def test_segments_hold_what_a_slow_count_finds(spans: list[Span]) -> None:
    """Segments cover the text, and each position's spans are those that a count position by position gives."""
    segments = cut(0, 30, spans, edges=[7, 7, 99])
    assert [n for s in segments for n in range(s.start, s.end)] == list(range(30))
    for segment in segments:
        for at in range(segment.start, segment.end):
            assert sorted(segment.spans) == [n for n, (start, end) in enumerate(spans) if start <= at < end]
    assert any(segment.start == 7 for segment in segments)


@given(st.text("ab \n\t", max_size=60))
def test_lines_hold_all_words(text: str) -> None:
    """Lines are trimmed, not empty, and together hold everything but white space."""
    lines = [text[start:end] for start, end in lines_of(text)]
    assert all(line.strip() == line and line for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
