"""The generated part of docs/reliability.md: what confidences come to on held-back data, as Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass

from training.reader.fitted import BINS, Point, bins_of, calibration_error, kept_over

BEGIN = "<!-- made by training/reader/calibrate.py: begin -->"
END = "<!-- made by training/reader/calibrate.py: end -->"


@dataclass(frozen=True, slots=True)
class Measured:
    """The judged facts of one kind, on held-back data."""

    kind: str
    raw: list[Point]
    """With the reader's own confidence."""
    calibrated: list[Point]
    """The same facts, in the same order, calibrated."""
    floor: float
    wanted: int
    """How many facts of the kind the gold has."""

    @property
    def kept(self) -> list[Point]:
        """Those that are not left out, calibrated."""
        return [point for point in self.calibrated if point.share >= self.floor]


def replace_generated(page: str, generated: str) -> str:
    """The page with new text between its markers. Raises ValueError where it has none."""
    head, begin, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the page has no {BEGIN!r} with {END!r} behind it")
    return f"{head}{BEGIN}\n\n{generated}\n{END}{tail}"


def render_reliability(measured: Sequence[Measured], made_by: str, reports: int) -> str:
    """The tables: over all kinds by tenths of confidence, kind by kind, and what is left out."""
    raw = [point for one in measured for point in one.raw]
    kept = [point for one in measured for point in one.kept]
    return "\n".join(
        (
            f"Reader {made_by}; {reports} reports, {len(raw):,} judged facts, {len(kept):,} of them put out. "
            f"Expected calibration error **{calibration_error(kept):.3f}** "
            f"(of the reader's own figures, before: {calibration_error(raw):.3f}).",
            "",
            *_tenths(kept),
            "",
            *_kinds(measured),
            "",
            *_left_out(measured),
            "",
        )
    )


def _tenths(kept: Sequence[Point]) -> list[str]:
    rows = ["| confidence | facts | said on average | right |", "| --- | ---: | ---: | ---: |"]
    for n, one in enumerate(bins_of(kept)):
        if one is not None:
            tenth = f"{n / BINS:.1f} to {(n + 1) / BINS:.1f}"
            rows.append(f"| {tenth} | {one.number:,} | {one.said:.2f} | {one.right:.2f} |")
    return rows


def _kinds(measured: Sequence[Measured]) -> list[str]:
    rows = [
        "| kind of fact | facts | said on average | right | calibration error | before |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for one in measured:
        kept = one.kept
        if kept:
            said, right = sum(p.share for p in kept) / len(kept), sum(p.right for p in kept) / len(kept)
            errors = f"{calibration_error(kept):.3f} | {calibration_error(one.raw):.3f}"
            rows.append(f"| `{one.kind}` | {len(kept):,} | {said:.2f} | {right:.2f} | {errors} |")
    return rows


def _left_out(measured: Sequence[Measured]) -> list[str]:
    some = [one for one in measured if one.floor > 0]
    if not some:
        return ["No kind of fact reads better with its least sure facts left out: nothing is."]
    rows = [
        "| kind of fact | left out under | facts left out | of these right | F1 with them | F1 without |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for one in some:
        out = [point for point in one.calibrated if point.share < one.floor]
        before = kept_over(one.calibrated, 0.0, one.wanted).f1
        after = kept_over(one.calibrated, one.floor, one.wanted).f1
        right = f"{sum(p.right for p in out) / len(out):.2f}" if out else ""
        rows.append(f"| `{one.kind}` | {one.floor:.2f} | {len(out)} | {right} | {before:.3f} | {after:.3f} |")
    return rows
