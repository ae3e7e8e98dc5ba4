"""What speaks for a report's telling a later turn of an incident (an arrest, a death, a trial), or its first telling.

In: a setting and its first scene. Out: signals with the words that show them; what each is worth is in
`kind_weights.py`. The title, without the outlet's label, and the first sentences tell what is new; the rest of the
body is looked at only for how often it speaks of courts, charges and mourning.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from citydesk.read.page.document import Document, Span
from citydesk.read.page.patterns import at_words
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import Scene, Setting
from citydesk.read.when.dates import days_in
from citydesk.read.when.when import when_of

_GROUPS = at_words(
    r"""\b(?:
    (?P<trial>sentenc(?:ed?|ing)|convict(?:ed|ion)|plead(?:ed|s)?|pleas?|pled|guilty|trial|hearing|indict(?:ed|ment|s)
        |jury|juror|judge|lawsuit|sues?|sued|prosecut(?:ors?|ed|ion)|verdict|acquitted|appeals?|prison|testi\w+
        |district\ attorney|justified|cleared|extradit\w+|(?-i:court)|parole)
    |(?P<charge>charg(?:ed|es?|ing)|arraign(?:ed|ment)|bail|bond)
    |(?P<arrest>arrest(?:ed|s)?|captured|surrender(?:s|ed)?|turn(?:s|ed)\ (?:him|her|them)sel(?:f|ves)|nabbed
        |apprehended|in\ custody|jailed|booked|warrants?)
    |(?P<sought>sought|wanted|manhunt|seek(?:s|ing)?|hunt|on\ the\ run|person\ of\ interest|reward)
    |(?P<mourn>vigils?|funerals?|memorials?|laid\ to\ rest|buried|mourn(?:s|ed|ing|ers)?|remember(?:s|ed|ing)?
        |honor(?:s|ed)?|grie(?:f|ves?|ving)|tributes?|candlelight|gofundme|fundrais\w+|anniversary|community
        |speaks?\ out|famil(?:y|ies)|friends|neighbors|loved\ ones)
    |(?P<died>dies|has\ died|succumbed|death\ toll|life\ support|passed\ away|died\ (?:days|weeks|months)|days?\ after
        |days\ later|weeks\ (?:after|later))
    |(?P<care>recover(?:s|ing|y|ed)|released\ from|remain(?:s|ed)\ (?:in\ the\ )?hospital\w*|upgraded|improving)
    |(?P<ruled>autopsy|coroner|medical\ examiner|ruled|reveals?|report|911\ calls|new\ (?:details|information)
        |more\ details|motive|tracing|reopen\w*|reviews?|determined)
    |(?P<named>identif(?:y|ied|ies)|id[’']?d|ids?|named|names|victims?\ of|who\ they\ were)
    |(?P<update>updates?|updated)
    |(?P<first>investigat(?:e|es|ing)|respond(?:ed|ing)|call(?:ed)?|breaking|injured|wounded|critical|hurt|hospitalized)
    )\b""",
    flags=re.IGNORECASE | re.VERBOSE,
)
_PHRASES = {
    "held": r"(?:arrest(?:ed|s)|charged|accused|sentenced|pleads?|pleaded|convicted|indicted|jailed|behind bars"
    r"|in custody|captured|caught|surrenders?|turn(?:s|ed) (?:him|her)self in|booked|arraigned|faces?|facing|wanted"
    r"|sought|identified|named|id[’']?d)",
    "held for": r"(?:arrest(?:ed|s)?|charged|accused|sentenced|convicted|indicted|guilty|jailed|suspects?|charges|trial"
    r"|warrants?|custody)\b[^.]{0,30}\b(?:in|for|after|with|of|over|following)",
    "has been held": r"(?:(?:has|have) been (?:arrested|charged|identified|indicted|sentenced|released|named)"
    r"|(?:was|were) (?:arrested|charged|sentenced|indicted|identified|arraigned|booked)"
    r"|is (?:behind bars|in custody|in jail|charged|accused|facing)|faces)",
    "in connection": r"(?:in connection|connected to)",
    "ruled out": r"(?:no (?:criminal )?charges|ruled|deemed|self[- ]defense|justified|cleared|declin\w+)",
    "seeking": r"(?:seek\w*|search\w*|hunt\w*|manhunt|look\w* for|wanted|reward|sketch|surveillance|video)",
    "died since": r"(?:has died|dies|died|succumb\w*|life support|brain dead|death toll)",
    "harm": r"(?:shot|shoots?|killed|wounded|injured|dead|dies|hurt)",
    "family": r"(?:mother|mom|father|dad|family|parents?|friends?|neighbors?|community|grand\w+|brother|sister|widow)",
    "details": r"(?:details|reports?|records|documents|affidavit|911|autopsy|coroner|medical examiner|video|footage"
    r"|note|motive|timeline|what we know|learned|latest|update)",
    "victim named": r"(?:(?:identif\w+|ids?|id[’']?d|named?s?) [^.]{0,40}\b(?:victims?|m[ae]n|wom[ae]n|boy|girl|teen"
    r"|child|suspect|shooter|gunman|killed|slain)|victims?\b[^.]{0,40}\bidentif\w+)",
    "investigating": r"(?:investigat\w+|respond\w+|are looking|on the scene|breaking)",
    "police say": r"police (?:say|said)",
    "old": r"(?:last (?:week|month|year)|(?:days|weeks|months|years) (?:ago|after|later))",
}
_PATTERNS = {name: re.compile(rf"\b{pattern}\b", re.IGNORECASE) for name, pattern in _PHRASES.items()}
_NEWS = frozenset(("held", "seeking", "died since", "details", "victim named", "ruled out", "family"))
"""What a title says beside the violence itself when it tells a later turn."""
_WORD = re.compile(r"[A-Za-z]+")
_LABEL = re.compile(r" (?:-|–|—|\|) ")
_LEAD, _SECOND = 2, 3
"""Sentences of the body whose words are sorted into groups, and up to which phrases are looked for."""
_LONG = 600
"""Characters of a sentence that are looked at; one without full stops is a list."""
_AGES = ((0, "today"), (1, "day"), (2, "two days"), (4, "days"), (7, "week"), (30, "month"))
"""Up to how many days before the report (included) the incident is how old."""
_COUNTS = ((0, "none"), (2, "some"))


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that speaks for or against a later turn, and the words that show it."""

    name: str
    span: Span | None
    """None where it is not single words that show it: how old the incident is, how often a word is used."""


def signals_of(setting: Setting, scene: Scene) -> list[Signal]:
    """What speaks for and against a later turn; a signal that stands more than once with its first words."""
    document = setting.document
    body = [sentence for sentence in document.sentences if sentence.start >= document.body_start]
    signals = _cues(document, "title", Span(0, document.body_start))
    for sentence in body[:_LEAD]:
        signals += _cues(document, "lead", Span(sentence.start, sentence.end))
    signals += _phrases(document, body[:_SECOND])
    counts = Counter(map(_group_of, _WORD.findall(document.body.text)))
    signals += [Signal(f"{_count(counts[group])} {group} in body", None) for group in ("trial", "charge", "mourn")]
    signals.append(Signal(f"age {_age_of(setting, scene)}", None))
    return list({signal.name: signal for signal in reversed(signals)}.values())


def _cues(document: Document, where: str, span: Span) -> list[Signal]:
    found = _GROUPS.finditer(document.text, span.start, span.end)
    return [Signal(f"{match.lastgroup} in {where}", Span(*match.span())) for match in found]


def _phrases(document: Document, lead: list[Sentence]) -> list[Signal]:
    """The phrases in the title, without the outlet's label, in the first sentence, and in the next two."""
    label = _LABEL.search(document.text, 0, document.body_start)
    title = Span(0, label.start() if label else document.body_start)
    found = list(_phrases_in(document, "title", title))
    named = {signal.name.removesuffix(" in title") for signal in found}
    if "harm" in named and not named & _NEWS:
        found.append(Signal("only harm in title", None))
    for n, sentence in enumerate(lead):
        span = Span(sentence.start, min(sentence.end, sentence.start + _LONG))
        found += _phrases_in(document, "second" if n else "first", span)
    return found


def _phrases_in(document: Document, where: str, span: Span) -> Iterator[Signal]:
    for name, pattern in _PATTERNS.items():
        match = pattern.search(document.text, span.start, span.end)
        if match is not None:
            yield Signal(f"{name} in {where}", Span(*match.span()))


@lru_cache(maxsize=20_000)
def _group_of(word: str) -> str | None:
    """The group of a single word; kept, since news has few words and uses them often."""
    match = _GROUPS.fullmatch(word)
    return match.lastgroup if match else None


def _count(number: int) -> str:
    return next((name for most, name in _COUNTS if number <= most), "much")


def _age_of(setting: Setting, scene: Scene) -> str:
    told = when_of(setting, scene).date
    extent = days_in(told.value) if told is not None else None
    if extent is None or setting.today is None:
        return "unknown"
    days = (setting.today - extent[1]).days
    return next((name for most, name in _AGES if days <= most), "old")
