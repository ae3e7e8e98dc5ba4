"""Where a report says that it corrects what was reported before.

In: a report. Out: the stretches that do. "CORRECTION: An earlier version of this story gave the wrong age. Mr. Doe was
44." covers both of its sentences; "Police now say the man was 44, not 34 as first reported" covers itself.
"""

import re
from dataclasses import dataclass
from itertools import islice

from citydesk.model import Evidence, FieldName, Report

_CUE = re.compile(
    r"\b(?:correction|clarification|corrected)\b\s{0,2}[:(—-]"
    r"|\b(?:earlier|previous|original)\s(?:version|report|story|article|post|headline)s?\b[^.\n]{0,80}"
    r"\b(?:incorrect|misstated|misidentified|misspelled|wrong|error|erroneous|inaccurate)"
    r"|\b(?:incorrectly|erroneously|mistakenly)\s(?:reported|identified|stated|said|listed|spelled|gave)"
    r"|\bnot\s[^.\n]{1,40},?\sas\s(?:was\s)?(?:first|previously|originally|initially|earlier)\s(?:reported|said|stated)"
    r"|\b(?:police|authorities|officials|deputies|investigators|troopers)\snow\ssay\b",
    re.IGNORECASE,
)
_END = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bSgt)(?<!\bLt)[.!?][\"”’)]{0,3}(?=\s|$)|\n")
_REACH = 300
"""Characters in which a sentence's begin and end are looked for."""
_NOTICE = 2
"""Sentences that a cue covers: the one that it stands in, and the one after, which gives the right value."""
_MOST = 20
"""Cues that are looked at: no honest report has more."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """Stretches of a report that correct, by field."""

    spans: tuple[tuple[FieldName, int, int], ...]

    def cover(self, evidence: Evidence) -> bool:
        """Whether words stand in one of the stretches."""
        return any(f is evidence.field and start <= evidence.start < end for f, start, end in self.spans)


def find_corrections(report: Report) -> Corrections:
    """The stretches of a report that correct what was reported before."""
    fields = ((FieldName.TITLE, report.title), (FieldName.TEXT, report.text))
    return Corrections(
        tuple((field, *_stretch(text, cue)) for field, text in fields for cue in islice(_CUE.finditer(text), _MOST))
    )


def _stretch(text: str, cue: re.Match[str]) -> tuple[int, int]:
    before = list(_END.finditer(text, max(0, cue.start() - _REACH), cue.start()))
    start = before[-1].end() if before else max(0, cue.start() - _REACH)
    end = cue.end()
    for _ in range(_NOTICE):
        after = _END.search(text, end, end + _REACH)
        if after is None:
            return start, min(len(text), end + _REACH)
        end = after.end()
    return start, end
