"""Where people were hit: "shot in the leg", "a gunshot wound to the chest".

In: the mentions of a report and what verbs of harm say of them. Out: tellings of wounds.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from citydesk.model import Outcome, Role
from citydesk.read.page.document import Span
from citydesk.read.who import votes
from citydesk.read.who.clauses import Clauses
from citydesk.read.who.mentions import Form
from citydesk.read.who.told import Slot, Telling

_PART = (
    r"(?:heads?|faces?|necks?|chests?|backs?|stomachs?|abdomens?|arms?|legs?|hands?|foot|feet|ankles?|knees?|thighs?|"
    r"hips?|shoulders?|torsos?|buttocks|butt|groins?|wrists?|elbows?|forearms?|calf|calves|cheeks?|jaws?|eyes?|ears?|"
    r"foreheads?|temples?|throats?|sides?|ribs?|toes?|fingers?|thumbs?|extremities|extremity|body|bodies|hearts?|"
    r"pelvis|waist|midsection|gut|heels?|mouth|chin|nose|shins?|spine|lungs?|bicep|scalp|skull|armpit|limbs?|"
    r"pelvic area)"
)
_WHOSE = r"(?:the|his|her|their|both|one|a|each|its)"
_SIDE = r"(?:(?:left|right|upper|lower|outer|back|middle|inner|front) ){0,2}"
_OF = r"(?:(?:back|(?:left|right) side) of (?:the|his|her) )?"
_WOUND = re.compile(
    rf"\b(?:in|to|through|into|on|above|below|behind|across) (?:{_WHOSE} |(?={_SIDE}{_PART}\b)){_OF}{_SIDE}{_PART}\b"
    rf"(?: area)?(?:(?:, and | and |, )(?:in |to )?(?:{_WHOSE} )?{_OF}{_SIDE}{_PART}\b(?: area)?){{0,4}}",
    re.IGNORECASE,
)
_NO_WOUND = re.compile(
    r" (?:of the (?!head|neck)|seat|yard|door|room|porch|parking|patio|bedroom|alley|lot|street)", re.IGNORECASE
)
_HIT = re.compile(
    r"\b(?:shot|shooting|shoots|wound\w*|hit|hitting|struck|striking|stabb\w*|graz\w*|gunshots?|injur\w*|bullets?|rounds?|gunfire|"
    r"slash\w*|shotgun|pellets?|fired|shrapnel|surgery|times|pierc\w*|lodged|penetrat\w*)\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:gun|handgun|pistol|knife|weapon|rifle|hands?|something|object)\s+(?:\w+\s+)?$", re.IGNORECASE)
_FAR = 80
"""Characters between a word such as "shot" and the part of the body that was hit."""


def find_wounds(clauses: Clauses, parts: Sequence[Telling]) -> Iterator[Telling]:
    """What a report says of where its mentions were hit; `parts` is what verbs of harm say."""
    words = clauses.mentions.words
    harms = _harms(parts)
    for mark in _WOUND.finditer(words.document.text):
        sentence = words.document.sentence_at(mark.start())
        if sentence is None or not _is_wound(words.document.text, mark, sentence.start):
            continue
        span = Span(*mark.span())
        for index in _wounded(clauses, harms, span, sentence.start):
            yield Telling(index, Slot.WOUND, words.document.words(span), span, 1.0, "wound")
            yield Telling(index, Slot.ROLE, Role.VICTIM, span, votes.WOUND, "wound")
            yield Telling(index, Slot.OUTCOME, Outcome.INJURED, span, votes.WOUND, "wound")


def _harms(parts: Sequence[Telling]) -> list[tuple[int, int]]:
    """Where a verb of harm stands, and a mention that it hit, in order."""
    return sorted(
        (t.span.start, t.mention)
        for t in parts
        if t.slot is Slot.OUTCOME and t.value in (Outcome.INJURED, Outcome.KILLED) and t.mention is not None
    )


def _is_wound(text: str, mark: re.Match[str], sentence_start: int) -> bool:
    """Whether a part of the body was hit, and is not a gun's place ("in his hand") or a car's ("in the back seat")."""
    if _NO_WOUND.match(text, mark.end()) or _HELD.search(text, max(0, mark.start() - 30), mark.start()):
        return False
    return _HIT.search(text, max(sentence_start, mark.start() - _FAR), mark.start()) is not None


def _wounded(clauses: Clauses, harms: Sequence[tuple[int, int]], span: Span, start: int) -> tuple[int, ...]:
    """Who was hit there: those beside the words, or else those whom the last verb of harm before hit."""
    at = clauses.mentions.words.at(span.start)
    if near := clauses.beside(at):
        return tuple(mention.index for mention in near)
    n = bisect_right(harms, (span.start, 1 << 30)) - 1
    if n >= 0 and harms[n][0] >= start:
        return tuple(dict.fromkeys(index for position, index in harms if position == harms[n][0]))
    return tuple(m.index for m in clauses.subjects(at) if m.form is not Form.PRONOUN or not m.plural)
