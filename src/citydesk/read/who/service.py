"""An officer's rank, agency and years of service.

In: a report's setting and an officer's part. Out: facts. The agency is the one named in or right behind a mention, the
one that "their" speaks of ("one of their officers"), or else the one of the officer's kind that the report names most.
"""

import re

from citydesk.model import Fact
from citydesk.read.page.document import Document
from citydesk.read.page.numerals import NUMBER, resolve_number
from citydesk.read.page.setting import AgencyMention, Setting
from citydesk.read.who.mentions import Mention
from citydesk.read.who.parts import Part

RANK_CONFIDENCE = 0.45
AGENCY_NAMED_CONFIDENCE = 0.7
AGENCY_ONLY_CONFIDENCE = 0.35
YEARS_CONFIDENCE = 0.9
"""Shares right on the development gold of 2026-07, rounded; the last is not told apart there and set as for ages."""

_TRADES = frozenset(("officer", "cop", "policeman"))
"""Words that say the trade, and no rank."""
_NEAR = 40
"""Characters behind a mention in which its agency may be named ("an officer with the …")."""
_BEHIND = re.compile(
    r",?\s*(?:(?:who )?(?:is |was |works |worked )?(?:with|of|from|for|at|in)\s+)?(?:the\s+)?$", re.IGNORECASE
)
_KINDS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(r"sheriff", re.IGNORECASE), frozenset(("deputy", "sheriff", "bailiff", "dep", "undersheriff"))),
    (re.compile(r"\bstate\b|highway|patrol|\bFHP\b|\bCHP\b", re.IGNORECASE), frozenset(("trooper", "tpr"))),
    (
        re.compile(r"\bpolice|\bPD\b|[A-Z]PD\b|public safety", re.IGNORECASE),
        frozenset(
            """officer policeman policewoman cop patrolman sergeant lieutenant corporal detective captain chief sgt lt
            cpl det capt ofc""".split()
        ),
    ),
    (re.compile(r"marshal", re.IGNORECASE), frozenset(("marshal",))),
    (re.compile(r"FBI|ATF|DEA|\bICE\b|bureau|border|customs", re.IGNORECASE), frozenset(("agent", "agt"))),
)
_ANY_OFFICER = frozenset(("officer", "detective", "sergeant", "lieutenant", "corporal", "captain"))
"""Words for an officer of any body, who is of the only one that a report names."""
_SERVED = re.compile(
    rf"\b(?P<n>{NUMBER}|an?)(?P<half> and a half)?[- ](?:years?|yrs?)(?:[- ]veteran)?\b", re.IGNORECASE
)
_MAX_YEARS = 60
_SERVICE = re.compile(
    r"\b(?:department|force|agency|office|veteran|law enforcement|patrol|sheriff|police|service|job|bureau|been with|"
    r"served)\b",
    re.IGNORECASE,
)


def find_rank(document: Document, part: Part) -> Fact[str] | None:
    """The rank as worded ("Sgt.", "trooper"); None for a person who is no officer."""
    for mention in sorted(part.mentions, key=lambda m: (m.headline, m.first)):
        if mention.name is not None and mention.name.rank and mention.title is not None:
            return document.fact(document.words(mention.title), [mention.title], confidence=RANK_CONFIDENCE)
    for mention in part.mentions:
        if mention.noun is not None and mention.officer and mention.noun.word not in _TRADES:
            return document.fact(mention.noun.word, [mention.head], confidence=RANK_CONFIDENCE)
    return None


def find_agency(setting: Setting, part: Part) -> Fact[str] | None:
    """The body that an officer serves, by its full name where the report has it."""
    if not part.officer:
        return None
    for mention in part.mentions:
        named = next((a for a in setting.agencies if _belongs(setting.document, mention, a)), None)
        if named is not None:
            return setting.document.fact(named.name, [named.span], confidence=AGENCY_NAMED_CONFIDENCE)
    for mention in part.mentions:
        if mention.owner is not None and (named := _owner(setting, mention)):
            return setting.document.fact(named.name, [named.span], confidence=AGENCY_NAMED_CONFIDENCE)
    return _only(setting, part)


def _belongs(document: Document, mention: Mention, agency: AgencyMention) -> bool:
    """Whether an agency is named in a mention's words, right before or right behind them."""
    start, end = agency.span
    if start < mention.span.end and end > mention.span.start:
        return True
    if 0 <= mention.span.start - end <= 1:
        return True
    between = document.text[mention.span.end : start]
    return 0 <= start - mention.span.end <= _NEAR and _BEHIND.fullmatch(between) is not None


def _owner(setting: Setting, mention: Mention) -> AgencyMention | None:
    """The body that "their" speaks of: the last one named before it in the sentence."""
    sentence = setting.document.sentence_at(mention.span.start)
    before = [a for a in setting.agencies if sentence and sentence.start <= a.span.start < mention.span.start]
    return before[-1] if before else None


def _only(setting: Setting, part: Part) -> Fact[str] | None:
    """The agency of an officer's kind that the report names most."""
    words = _words_for(part)
    fitting = [a for a in setting.agencies if any(kind.search(a.name) and words & of_it for kind, of_it in _KINDS)]
    names = [agency.name for agency in fitting]
    best = max(fitting, key=lambda agency: (names.count(agency.name), -agency.span.start), default=None)
    if best is None and words & _ANY_OFFICER and len({a.name for a in setting.agencies}) == 1:
        best = setting.agencies[0]
    return None if best is None else setting.document.fact(best.name, [best.span], confidence=AGENCY_ONLY_CONFIDENCE)


def _words_for(part: Part) -> frozenset[str]:
    """The nouns and ranks that say what kind of officer it is."""
    nouns = (m.noun.word for m in part.mentions if m.noun is not None and m.officer)
    titles = (m.name.title or "" for m in part.mentions if m.name is not None and m.name.rank)
    return frozenset((*nouns, *(word.rstrip(".").lower() for title in titles for word in title.split())))


def find_years_of_service(document: Document, part: Part) -> Fact[float] | None:
    """For how many years an officer has served ("two and a half years" is 2.5)."""
    for mention in part.mentions if part.officer else ():
        sentence = document.sentence_at(mention.span.start)
        if sentence is None or not _SERVICE.search(document.text, mention.span.end, sentence.end):
            continue
        mark = _SERVED.search(document.text, mention.span.start, sentence.end)
        number = resolve_number(mark["n"]) if mark else None
        if mark is not None and number is not None and number < _MAX_YEARS:
            years = number + (0.5 if mark["half"] else 0.0)
            return document.fact(years, [mark.span()], confidence=YEARS_CONFIDENCE)
    return None
