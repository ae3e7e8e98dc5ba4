"""In what state the hurt are, in the report's words: "critical condition", "expected to survive", "in surgery".

In: the mentions of a report. Out: tellings of condition, each with a rank as its weight: of several words for one
person the one of the highest rank is the latest. Words about everybody ("none of the injuries is life-threatening")
are told of no mention.
"""

import re
from collections.abc import Iterator

from citydesk.model import Outcome, Role
from citydesk.read.page.document import Span
from citydesk.read.who import votes
from citydesk.read.who.clauses import Clauses
from citydesk.read.who.mentions import Mention
from citydesk.read.who.told import Slot, Telling

_STATE = (
    r"(?:critical|stable|serious|fair|good|grave|guarded|satisfactory|unknown|excellent|poor|stabilized|non-critical"
    r"|moderate)"
)
_HURT = r"(?:injur(?:ies|y)|wounds?)"
_THREATENING = r"(?:immediately )?life[- ]threatening"
_HOSPITAL = r"(?:[\w'’.-]+ ){0,5}?(?:hospitals?|medical (?:center|care)|center)"
_RECOVERY = (
    r"(?:(?:fully |physically )?(?:survive|recover|live|pull through|make (?:it|an? (?:full|complete) recovery)"
    r"|be (?:ok|okay|fine|all right|alright))(?: fully)?)"
)
_KINDS: tuple[tuple[int, str], ...] = (
    (
        5,
        rf"treated (?:[\w'’.-]+ ){{0,8}}?and (?:later )?released|(?:released|discharged) from {_HOSPITAL}"
        rf"|released after (?:treatment|being treated)|treated and released",
    ),
    (
        4,
        rf"(?:in )?(?:(?:an?|the) )?(?:extremely |very |temporary )?[“\"]?{_STATE}"
        rf"(?:[”\"]?(?: ?[,/-] ?| )(?:but |and |to-|to )?{_STATE}){{0,2}}[”\"]? condition"
        rf"|(?<=listed as ){_STATE}|(?<=listed in ){_STATE}"
        r"|(?:(?<=was )|(?<=is )|(?<=are )|(?<=were ))(?:in )?(?:stable|critical)(?: but (?:stable|critical))?"
        r"(?=[ ,.])"
        rf"|on life support|in a (?:medically[- ]induced )?coma",
    ),
    (
        4,
        rf"expected to {_RECOVERY}|(?<=will ){_RECOVERY}|(?<=should ){_RECOVERY}"
        rf"|(?:clinging to|fighting for) (?:life|(?:his|her|their) li(?:fe|ves))",
    ),
    (
        3,
        rf"none of (?:the|their) (?:\w+ )?{_HURT} (?:is|are|was|were|appear(?:s|ed)?(?: to be)?) "
        rf"(?:considered |believed to be |thought to be )?{_THREATENING}"
        rf"|(?:do(?:es)? |did )?(?:not|n't|n’t) (?:believed|considered|thought|appear|expected|deemed)(?: to)?(?: be)?"
        rf" (?:to be )?{_THREATENING}(?: {_HURT})?"
        rf"|(?:what (?:appear|are believed) to be )?(?:non|not)[- ]?{_THREATENING}(?: {_HURT})?"
        rf"|{_THREATENING}(?: {_HURT})?",
    ),
    (
        3,
        r"(?:in|underwent|undergoing|undergo|required|out of|had|into|through) (?:emergency )?surgery|stabilized"
        r"|recovering(?: (?:well|(?:at|in|from) (?:[\w'’.-]+ ){0,3}?(?:hospital|surgery|home)))?"
        r"|remain(?:s|ed) (?:hospitalized|in (?:the|a|an area) hospital)|still in the hospital"
        r"|conscious and (?:breathing|alert|talking)|paralyzed(?: from the [a-z]+ down)?",
    ),
    (
        2,
        rf"(?:very )?(?:(?<!non-)(?<!non )(?:minor|serious|severe|critical|major|superficial|grave|extensive)"
        rf"|less serious|moderate|non-critical|nonlethal) (?:but non-life-threatening )?{_HURT}"
        r"|(?:critically|seriously|severely|gravely|badly|grievously|slightly) "
        r"(?:injured|wounded|hurt|wounding|injuring)",
    ),
)
"""Words for a medical state, with a rank: of several, the one of the highest rank is the report's latest word."""
_CONDITION = re.compile(
    "|".join(rf"(?P<k{n}_{rank}>\b(?:{words})\b)" for n, (rank, words) in enumerate(_KINDS)), re.IGNORECASE
)
_ALL_INJURIES = re.compile(
    r"\b(?:none of (?:the|their|those)|all (?:of )?(?:the |their )?|no)\b.{0,30}?\b(?:injur|wound|victims)",
    re.IGNORECASE,
)
_INJURIES = frozenset("injuries wounds injury wound condition".split())


_TRIGGERS = (
    "condition threatening surviv recover released discharged injur wound hurt surgery hospital stable critical coma "
    "life paralyz conscious okay  ok fine alright right clinging fighting live stabiliz"
).split()
"""One of them is in every sentence that tells a condition: a quick look before the slow pattern."""


def find_conditions(clauses: Clauses) -> Iterator[Telling]:
    """What a report says of the medical state of its mentions."""
    text = clauses.mentions.words.document.text
    for sentence in clauses.mentions.words.document.sentences:
        words = text[sentence.start : sentence.end].lower()
        if any(trigger in words for trigger in _TRIGGERS):
            for mark in _CONDITION.finditer(text, sentence.start, sentence.end):
                yield from _tell(clauses, mark)


def _tell(clauses: Clauses, mark: re.Match[str]) -> Iterator[Telling]:
    words = clauses.mentions.words
    span = Span(*mark.span())
    rank = float((mark.lastgroup or "k0_0").rpartition("_")[2])
    at = words.at(span.start)
    if at >= len(words.all):
        return
    said = words.document.words(span)
    for mention in _patients(clauses, at, span):
        yield Telling(mention.index if mention else None, Slot.CONDITION, said, span, rank, "condition")
        if mention is not None:
            yield Telling(mention.index, Slot.ROLE, Role.VICTIM, span, votes.CONDITION, "condition")
            yield Telling(mention.index, Slot.OUTCOME, Outcome.INJURED, span, votes.CONDITION, "condition")


def _patients(clauses: Clauses, at: int, span: Span) -> tuple[Mention | None, ...]:
    """Whose condition the words at a place tell: (None,) for everybody who was hurt."""
    words = clauses.mentions.words
    first, _ = words.bounds[words.sentence_of(at)]
    if _ALL_INJURIES.search(words.document.text, words.all[first].start, span.end):
        return (None,)
    if owner := _owner_of_injuries(clauses, at, first):
        return (owner,)
    return clauses.beside(at) or clauses.subjects(at) or (None,)


def _owner_of_injuries(clauses: Clauses, at: int, first: int) -> Mention | None:
    """Whose they are, in "his injuries are", "Lee's condition"."""
    words = clauses.mentions.words
    injuries = next((n for n in range(at - 1, max(first, at - 10) - 1, -1) if words.all[n].lower in _INJURIES), None)
    if injuries is None:
        return None
    sentence = clauses.mentions.by_sentence[words.sentence_of(at)]
    return next((m for m in sentence if m.inside and 0 <= injuries - m.last <= 1), None)
