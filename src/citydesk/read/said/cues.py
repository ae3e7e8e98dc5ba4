"""The words by which a report shows that something is somebody's word, or nobody's, or not known.

In: a sentence's place in a text. Out: `Cue`s, in order: where the words stand, what sort they are and how certain they
make what they are said of. Who the source is, and whether a cue only belongs to a quotation, is left to `sayings.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from citydesk.model import Certainty
from citydesk.read.page.beginnings import opening
from citydesk.read.page.document import Span
from citydesk.read.page.patterns import at_words


class CueSort(Enum):
    """How a cue is built, which tells where its source stands."""

    SAY = "say"
    """A verb of saying with its subject before or behind it."""
    CLAIM = "claim"
    """A verb that is one of saying only in an official's, a document's or an outlet's mouth ("identified the man")."""
    QUOTE = "quote"
    """A verb that only goes with a direct quotation ("echoed")."""
    ACCORDING = "according"
    """The source follows."""
    SILENT = "silent"
    """A subject, if any, does not say or know."""
    HEDGE = "hedge"
    """No subject; a source may follow with "by"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as it stands in a text."""

    span: Span
    sort: CueSort
    certainty: Certainty


_SAY = (
    r"[Ss]aid|[Ss]ays?|(?:are|is)\s+saying|saying|told|tells?|telling|states?|stated|explain(?:ed|s)|announc(?:ed?|es)|confirm(?:ed"
    r"|s)?|add(?:ed|s)|add(?=\s+that)|confess(?:ed|es)(?=\s+(?:to|that))|(?:is|are)\s+reporting"
    r"|testif(?:ied|ies)|claim(?:ed|s)?|tweet(?:ed|s)|wrote|writes|post(?:ed|s)(?=\s+(?:on|to|that|in|[“\"]))"
    r"|admit(?:ted|s)|recall(?:ed|s)|recount(?:ed|s)"
    r"|reveal(?:ed|s)?|acknowledged?s?|not(?:ed|es)|insist(?:ed|s)?|assert(?:ed|s)?|estimat(?:ed?|es)|maintain(?:ed|s)"
    r"|report(?:ed|s)?|argu(?:ed?|es)(?=\s+(?:that|in\s))|relat(?:ed|es)(?=\s+(?:that|how|what))|mention(?:ed|s)|emphasized|stressed"
    r"|clarified|alerted|advis(?:ed|es)"
    r"|warned|conceded|concluded|speculated?|theorized?|disclosed|indicat(?:ed?|es)|suggest(?:ed|s)?|cites?"
    r"|cited|cautioned"
    r"|remember(?:ed|s)|heard|saw|described?(?!\s+as)|notified"
)
_THINK = r"believed?s?|expects?|thinks?|thought|suspects?|assumed?|fear(?:ed)?"
_ALLEGE = r"alleged|alleges?"
_CLAIM = (
    r"learned|determined|determines|identif(?:ied|y|ies)|listed|classif(?:ied|y|ying)|ruled|(?:calling|called"
    r"|call)(?=\s+(?:it|this|the\s+(?:shooting"
    r"|incident|death|case|killing|attack)))|releas(?:ed|e|es)(?=\s+the\s+(?:name|identit|motive|condition))"
    r"|shows?|showed|considers?|considering"
    r"|treating|labeled|rules?|ruling|named(?=[^.]{0,120}\bsuspects?\b)"
)
_OBJECT = (
    r"(?=\s+(?:the|a|an|that|him|her|them|it|this|he|she|they|their|his|it['’]s|no|two|three|four|five"
    r"|how|victims?|suspects?|man|woman|gunman|men|women|boy|girl|teen|\d|[A-Z“\"]))"
)
_SAYS = at_words(
    rf"(?<![\w-])(?:(?P<say>{_SAY})|(?P<think>{_THINK}|do(?:es)?(?:n[’']t|\s+not)\s+(?:currently\s+)?(?:believe|think"
    rf"|expect|anticipate|suspect))|(?P<allege>{_ALLEGE})|(?P<claim>{_CLAIM}){_OBJECT}"
    r"|(?P<adamant>(?:is|are|was|were)\s+(?:adamant|certain|confident|convinced))"
    r"|(?P<call>call(?:ed|ing|s)?\s+911\s+(?:\w+\s+){0,3}?(?:to\s+report|reporting|saying|to\s+say"
    r"|and\s+(?:said|told|reported)))"
    r"|(?P<quote>replied|responded|echoed|asked|asks|continued|joked|yelled|shouted|screamed|exclaimed|reads?"
    r"|began|agreed|questioned|challenged"
    r"|cried|pleaded|commented|lamented|remarked|quipped|tweeting|writing|adding|recalls|shouting|yelling"
    r"|screaming|texted|blogged|sighed|laughed|laughs|replies|responds|continues|jokes|yells|shouts|pleads"
    r"|observed|observes|mused|whispered|texts|asking|wailed|wept|sobbed|muttered|prayed|vowed|demanded|chimed\s+in|raps|urg(?:ed|es|ing)|describ(?:ed?|es|ing)\s+as|describes(?=\s+\w+(?:\s\w+){0,3}\s+as\s)"
    r"|call(?:ed|s|ing)?(?=\s+(?:it|him|her|them|this|that|those|an?|the(?!\s+(?:police|cops)))\s)"
    r"|called(?=\s+\w+(?:\s+\w+){0,3},?\s*[“\"‘'])|label(?:ed|s)|dubb(?:ed|s)|referr?(?:ed|s)\s+to"
    r"|prais(?:ed|es|ing)|thank(?:ed|s|ing)|express(?:ed|es|ing)|blam(?:ed|es)|character[iz]{2}(?:ed|es)|reading(?=\s*(?:,|:|in\s+part)))"
    r"|(?P<deny>den(?:y|ies|ied)(?=\s+(?:that|having|any|\w+ing|involvement|knowing|the\s+(?:alleg|charge|accus"
    r"|report)|it|they|he|she))|plead(?:ed|s)?\s+not\s+guilty|pled\s+not\s+guilty))(?![\w-])"
)
_ACCORDING = at_words(
    r"\b(?:[Aa]ccording\s+to|[Aa]s\s+reported\s+by|[Bb]ased\s+on|[Pp]er(?=\s+(?:the|a|an|police|[A-Z]|court"
    r"|officials)))\b(?!\s+(?:cent|day|hour|week))"
)
_TELL = (
    r"(?:releas\w+|identif\w+|provid\w+|say|said|saying|comment\w*|elaborat\w*|specif\w+|disclos\w+|reveal\w*"
    r"|nam(?:e|ed|ing)"
    r"|confirm\w*|determin\w+|know|knew|known|give|given|giving|gave|discuss\w*|describe[ds]?|detail\w*"
    r"|establish\w*|mak(?:e|ing)\s+public"
    r"|made\s+public|go\s+into|speculat\w+|divulg\w+|explain\w*|pinpoint\w*|announc\w+|remember|report(?:ed)?"
    r"|indicat\w+"
    r"|have\s+(?:any\s+|further\s+|much\s+)?(?:information|details)|be\s+specific|sure|certain|suppl(?:y|ied)|answer|state|list)"
)
_NOT = r"(?:n[’']t|\s+not|\s+yet\s+to|\s+never)"
_ADVERB = (
    r"(?:\s+(?:yet|immediately|publicly|officially|initially|currently|been\s+able\s+to|been\s+able|being"
    r"|want(?:ed)?\s+to|able\s+to|\w{3,12}ly)){0,3}"
)
_SILENT = at_words(
    rf"\b(?:(?:ha(?:s|ve|d)|did|do(?:es)?|would|could|can|will|wo|ca){_NOT}{_ADVERB}\s+{_TELL}\b|cannot\s+{_TELL}\b"
    rf"|(?:is|are|were|was){_NOT}{_ADVERB}\s+(?:(?:releas|identify|say|nam|comment|disclos|provid|giv|confirm"
    rf"|reveal)ing|sure|certain|able\s+to\s+(?:say|provide|determine|confirm|identify|release|give))\b"
    r"|declin(?:ed?|es|ing)\s+(?:to\s+(?:say|comment|discuss|release|identify|provide|give|elaborate|speculate"
    r"|answer|name|talk|disclose"
    r"|confirm|describe|specify|reveal|share|explain|talk)|comment)\b"
    r"|refus(?:ed?|es|ing)\s+to\s+(?:say|comment|discuss|release|identify|provide|give|elaborate|speculate"
    r"|answer|name|talk|disclose)\b"
    r"|(?:trying|working|attempting|hoping|looking|investigating|seeking)\s+(?:\w+\s+){0,2}?to\s+(?:determine"
    r"|figure\s+out|learn|find\s+out|piece"
    r"|establish|understand)\b"
    r"|(?:investigating|looking\s+(?:into|at))\s+(?:whether|if|how|why|what|who)\b"
    r"|(?:ha(?:s|ve|d)|with)\s+(?:no|few|not\s+any)\s+(?:\w+\s+){0,2}?(?:information|details|motives?|suspects?"
    r"|descriptions?|idea|leads|word)\b"
    r"|(?:provided|gave|offered|released)\s+no\s+(?:\w+\s+){0,2}?(?:information|details?|description|motive|comment)\b"
    r"|unable\s+to\s+(?:provide|determine|say|confirm|pinpoint|give|identify)\b|(?:unclear|unsure)\s+(?:on|about|of)\b)"
)
_NOT_KNOWN = (
    r"(?:\bunclear\b|(?:\bnot|n[’']t)(?:\s+(?:immediately|yet|entirely|exactly|clearly|currently|initially"
    r"|being|been|publicly|officially)){0,2}"
    r"\s+(?:clear|known|released|available|disclosed|announced|made\s+public|identified|named|determined"
    r"|established|confirmed|provided|given|specified)\b"
    r"|(?:\b(?:is|are|was|were|remains?|remained)|[’']s)\s+(?:\w+\s+){0,2}?(?:unknown|unclear)\b|\b[Uu]nknown\s+(?:who"
    r"|what|how|why|if|whether)\b"
    r"|\b[Nn]o\s+word\b|\b[Nn]o\s+(?!(?:other|further|more|additional)\b)(?:\w+\s+){0,2}?(?:information"
    r"|details?|descriptions?|motives?|condition)\b"
    r"(?=[^.]{0,60}?\b(?:available|released|given|provided|known|immediately))"
    r"|\b(?:ha(?:s|ve|d)|is|are|was|were)\s+yet\s+to\s+be\b"
    r"|\b[Nn]either\s+[^.]{0,60}?\s(?:is|are|was|were|been)\s+(?:being\s+)?(?:identified|named|released|available)\b)"
)
_UNKNOWN = re.compile(opening(_NOT_KNOWN) + _NOT_KNOWN)
_HEDGE = at_words(
    r"\b(?:(?P<alleged>[Aa]llegedly|(?:is|are|was|were|been|being|stands?)\s+accused"
    r"|suspected\s+(?:of|in)|on\s+suspicion\s+of)"
    r"|(?P<reported>[Rr]eportedly|(?:is|are|was|were|been)\s+(?:\w+ly\s+)?(?:reported|said)\s+(?:to|as|that|by)"
    r"|reported\s+to\s+(?:be|have)"
    r"|(?:is|are|was|were|been)\s+(?:\w+\s+)?(?:identified|described|listed|ruled|classified|considered"
    r"|deemed)\s+(?:\w+\s+){0,5}?by"
    r"|[Ww]e[’']re\s+(?:being\s+)?told|(?:was|were|been)\s+(?:\w+ly\s+)?(?:told|informed)(?=\s+(?!by\b|to\b|of\b))"
    r"|[Ss]uspects?\s+(?:is|are|was|were)\s+(?:only\s+)?described\s+as)"
    r"|(?P<believed>(?:is|are|was|were|been|being|both|also|all)\s+(?:\w+\s+)?(?:believed|thought|presumed"
    r"|suspected)\b|believed\s+(?:to|that)|thought\s+to\s+(?:be|have)"
    r"|may\s+have|might\s+have|appear(?:s|ed)?\s+to\s+(?:be|have)|[Aa]pparently|appear(?:s|ed)\s+(?:to|that)"
    r"|likely|possibly))\b",
)
_NO_VERB_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|united|of|to|this|that|these|any|no|and|or|in|on|each|every|by|from|into|for|with"
    r"|initial|police|incident|news|media|court"
    r"|press|autopsy|arrest|other|his|her|their|its|according\s+to|such|state|federal|local)|[’']s)\s+$",
    re.IGNORECASE,
)
_NOUNS = frozenset(
    """state states report reports claim claims notes post posts estimate estimates call suspects suspect release rule
    rules thought alleged""".split()
)
"""Words that are cues only where they are verbs."""
_POLICE_REPORT = re.compile(
    r"\b(?:[Pp]olice|[Ii]nvestigators)\s+report\s+(?:that|the|an?|they|he|she|no|officers|victims?|\d|(?:two|three|four|five|six|seven)\b|[A-Z])"
)
"""Where "police report" is a sentence and no document."""
_WHAT = re.compile(r"\b[Ww]hat\s(?:[\w’'.-]+\s){1,5}$")
"""Before a verb of calling that tells what something was: "in what police [described as] an accident"."""
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|get|got)(?:\s+\w+ed\s+and)?(?:\s+(?:\w+ly|also|later|first|never|not|then))?\s+$"
    r"|\b(?:wasn|weren|isn|aren)[’']t\s+$"
)
_BARE = re.compile(r"\b(?:to|not|n[’']t|can|could|would|will|may|might|should|must)\s+$", re.IGNORECASE)
_PARTICIPLES = frozenset(
    """said told stated explained announced confirmed claimed posted revealed acknowledged noted estimated reported
    argued related mentioned alerted advised warned disclosed indicated suggested cited cautioned heard described
    notified believed thought feared alleged accused learned determined discovered identified listed classified ruled
    called released showed denied found labeled established suspected assumed added testified written posted asserted
    remembered adding questioned challenged asked urged dubbed labeled praised thanked blamed""".split()
)
_CERTAINTIES = {
    "think": Certainty.BELIEVED,
    "allege": Certainty.ALLEGED,
    "deny": Certainty.DENIED,
    "alleged": Certainty.ALLEGED,
    "believed": Certainty.BELIEVED,
}
"""By the name of the pattern's group that matched; other cues leave what is said stated."""
_SORTS = {"quote": CueSort.QUOTE, "claim": CueSort.CLAIM}


def find_cues(text: str, start: int, end: int) -> list[Cue]:
    """The cues of one sentence, in order; where two overlap, the more telling one stands."""
    found: list[Cue] = []
    for find in (_silent, _hedges, _according, _says):
        for cue in find(text, start, end):
            if not any(cue.span.start < other.span.end and other.span.start < cue.span.end for other in found):
                found.append(cue)
    return sorted(found, key=lambda cue: cue.span)


def _silent(text: str, start: int, end: int) -> Iterator[Cue]:
    for found in _SILENT.finditer(text, start, end):
        yield Cue(Span(*found.span()), CueSort.SILENT, Certainty.UNKNOWN)
    for found in _UNKNOWN.finditer(text, start, end):
        yield Cue(Span(*found.span()), CueSort.HEDGE, Certainty.UNKNOWN)


def _hedges(text: str, start: int, end: int) -> Iterator[Cue]:
    for found in _HEDGE.finditer(text, start, end):
        yield Cue(Span(*found.span()), CueSort.HEDGE, _CERTAINTIES.get(found.lastgroup or "", Certainty.STATED))


def _according(text: str, start: int, end: int) -> Iterator[Cue]:
    for found in _ACCORDING.finditer(text, start, end):
        yield Cue(Span(*found.span()), CueSort.ACCORDING, Certainty.STATED)


def _says(text: str, start: int, end: int) -> Iterator[Cue]:
    for found in _SAYS.finditer(text, start, end):
        word, group = found.group().lower(), found.lastgroup or ""
        before = text[max(start, found.start() - 24) : found.start()]
        noun = (
            word in _NOUNS
            and _NO_VERB_BEFORE.search(before)
            and not _POLICE_REPORT.search(before + text[found.start() : end])
        )
        passive = word in _PARTICIPLES and _PASSIVE.search(before)
        bare = not word.endswith("ed") and group != "quote" and _BARE.search(before)
        if not (noun or passive or bare):
            certainty = _CERTAINTIES.get(group, Certainty.STATED)
            what = group == "quote" and _WHAT.search(text, max(start, found.start() - 60), found.start())
            yield Cue(Span(*found.span()), CueSort.SAY if what else _SORTS.get(group, CueSort.SAY), certainty)
