"""Whether a report is worth reading at all: quickly, from its text alone.

In: a report. Out: a verdict with a reason. Words and phrases of violence count for it, words of sports, film, medicine
and statistics against it; the tables and what each word weighs are in `triage_words`. It errs towards keeping: a report
that is left out is never looked at again.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from citydesk.model import Report
from citydesk.read.triage.language import foreign_language
from citydesk.read.triage.triage_words import AGAINST, EVENTS, PAGE, SURROUNDINGS


@dataclass(frozen=True, slots=True)
class Triage:
    """A verdict: whether the report tells of a violent incident in a language we read, else why not."""

    keep: bool
    reason: str | None = None
    """One line for the keeper, where `keep` is False."""


_LETTERS = re.compile(r"[^\W\d_]{2}")
_FEWEST_WORDS = 12
"""A body with fewer words, and no violence in it or in the title, did not come through."""
_NOTICE, _NOTICE_WORDS = 4, 250
"""Different words of a site about itself that make a short body a notice, and how many words are short."""
_LONGEST = 40_000
"""Characters that are looked at: no report needs more to say what it is about."""
_LEAST_EVENT = 3
"""What violence told must weigh: one plain phrase ("was shot") or two words that hint at it."""
_LEAST_ALL, _LEAST_BRIEF, _LEAST_HEADLINE = 5, 3, 4
"""What must be left when the surroundings are added and what speaks against is taken off: of the whole, of a report so
brief that it has no room for surroundings, and of the title alone. With 3 for the whole, 5 in a hundred reports of
other things are kept (benchmarks/triage.py), with 7, more than 1 in a hundred of violence is lost."""
_BRIEF_WORDS = 40
"""Title and body together."""
_MOST_SURROUNDINGS, _MOST_AGAINST = 3, 12
_TITLE_BONUS = 2

TOLD = Triage(True)
NO_INCIDENT = Triage(False, "tells of no violent incident")
NO_TEXT = Triage(False, "has no readable text")


def triage(report: Report) -> Triage:
    """Whether a report tells of a violent incident at all.

    >>> from citydesk.model import ReportId
    >>> triage(Report(id=ReportId("1"), text="A man was shot at a gas station Sunday, police said."))
    Triage(keep=True, reason=None)
    >>> triage(Report(id=ReportId("2"), text="The council put off its vote on the bridge until its next meeting."))
    Triage(keep=False, reason='tells of no violent incident')
    """
    title, words = _words_of(report.title), _words_of(report.text[:_LONGEST])
    if _tells_violence(title, words):
        return TOLD
    if not _LETTERS.search(report.title) and not _LETTERS.search(report.text):
        return NO_TEXT
    language = foreign_language(report.text, words)
    if language is not None:
        return Triage(False, f"is not in English but in {language}")
    if _is_no_report(words):
        return TOLD if _EVENTS & _phrases(title) else NO_TEXT
    return NO_INCIDENT


def _is_no_report(words: list[str]) -> bool:
    """Whether the page's own report did not come through: hardly any words, or only the site's own about cookies."""
    return len(words) < _FEWEST_WORDS or (len(words) < _NOTICE_WORDS and len(PAGE.intersection(words)) >= _NOTICE)


def _words_of(text: str) -> list[str]:
    """The words in small letters, a digit as #, hyphens kept. By way of bytes: three times as fast as a pattern."""
    return text.lower().encode("ascii", "replace").translate(_SPACED).decode("ascii").split()


_SPACED = bytes(
    ord("#") if chr(code) in "0123456789" else code if chr(code) in "abcdefghijklmnopqrstuvwxyz-" else ord(" ")
    for code in range(256)
)


def _tells_violence(title: list[str], words: list[str]) -> bool:
    """Whether what tells of violence outweighs what speaks against it, in the title alone or in the whole."""
    headline, told = _phrases(title), _phrases([*title, *words])
    if _EVENTS & headline and _balance(headline) + _TITLE_BONUS >= _LEAST_HEADLINE:
        return True
    least = _LEAST_BRIEF if len(title) + len(words) < _BRIEF_WORDS else _LEAST_ALL
    return _weight(EVENTS, _EVENTS & told) >= _LEAST_EVENT and _balance(told) >= least


def _balance(told: set[str]) -> int:
    """What tells of violence and what surrounds it, less what speaks against it."""
    surroundings = min(len(SURROUNDINGS & told), _MOST_SURROUNDINGS)
    return _weight(EVENTS, _EVENTS & told) + surroundings - min(_weight(AGAINST, _AGAINST & told), _MOST_AGAINST)


def _weight(table: dict[str, int], told: frozenset[str]) -> int:
    return sum(map(table.__getitem__, told))


def _phrases(words: list[str]) -> set[str]:
    """Every word, and every two words side by side that may be a phrase of the tables."""
    return {*words, *[f"{first} {second}" for first, second in pairwise(words) if first in _FIRST]}


_EVENTS, _AGAINST = frozenset(EVENTS), frozenset(AGAINST)
_FIRST = frozenset(phrase.split()[0] for phrase in (*EVENTS, *AGAINST) if " " in phrase)
"""Words that a phrase of two begins with."""
