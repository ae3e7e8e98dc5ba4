"""Where people were hit: "shot in the leg", "a gunshot wound to the chest", "a bullet grazed her arm", "a head wound".

In: the mentions of a report and what verbs of harm say of them. Out: tellings of wounds.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from citydesk.model import Outcome, Role
from citydesk.read.page.document import Span
from citydesk.read.page.patterns import at_words
from citydesk.read.who import votes
from citydesk.read.who.clauses import Clauses
from citydesk.read.who.mentions import Form
from citydesk.read.who.told import Slot, Telling

_PART = (
    r"(?:heads?|faces?|necks?|chests?|backs?|backsides?|stomachs?|abdomens?|bell(?:y|ies)|arms?|legs?|hands?|foot|feet|"
    r"ankles?|knees?|thighs?|hips?|shoulders?|torsos?|buttocks?|butt|groins?|wrists?|elbows?|forearms?|calf|calves|"
    r"cheeks?|jaws?|eyes?|ears?|foreheads?|temples?|throats?|sides?|ribs?|rib cage|toes?|fingers?|thumbs?|extremities|"
    r"extremity|body|bodies|hearts?|pelvis|waist|midsection|gut|heels?|mouth|chin|nose|shins?|spine|lungs?|biceps?|scalp|"
    r"skull|armpits?|limbs?|pelvic area|navel|breasts?|collarbone|clavicle|kneecap|brain|rear end|tailbone|knuckles?|"
    r"facial area)"
)
_WHOSE = r"(?:the|his|her|their|my|both|one|an?|each|its)"
_SIDE = r"(?:(?:left|right|upper|lower|outer|inner|back|middle|inside|front|mid|inner) ){0,2}"
_OF = (
    r"(?:(?:back|front|top|side|base|middle|center|bottom|calf|inside|outside"
    r"|(?:left|right|upper|lower)(?: side| part)?) of (?:the|his|her|their|my) )?"
)
_TIMES = r"(?:(?:and )?(?:once|twice|(?:two|three|four|five|several|multiple) times|again) )?"
_WOUND = at_words(
    rf"\b(?:in|to|through|into|on|above|below|behind|across|from|near) (?:{_WHOSE} |(?={_SIDE}{_PART}\b)){_OF}{_SIDE}"
    rf"{_PART}\b(?: area)?(?:(?:, and | and |, |,? as well as ){_TIMES}(?:in |to |through )?(?:{_WHOSE} )?{_OF}{_SIDE}"
    rf"{_PART}\b(?: area)?){{0,5}}",
    flags=re.IGNORECASE,
)
_STRUCK = at_words(
    r"\b(?:graz(?:ed|ing|es)|hit|hits|hitting|struck|strik(?:ing|es)|pierc(?:ed|ing)|enter(?:ed|ing)|shatter(?:ed|ing)|"
    r"injur(?:ed|ing)|shot|through|(?:lodged|embedded) in) "
    r"(?:(?:his|her|their|my|the|an?|one of (?:his|her)) )?(?:(?-i:[A-Z][\w.]+) ){0,2}?(?:[\w.]+(?:['’]s|s['’]) )?"
    rf"(?P<part>{_SIDE}{_PART}\b(?: area)?(?:(?:, and | and |, )(?:{_WHOSE} )?{_SIDE}{_PART}\b){{0,3}})",
    flags=re.IGNORECASE,
)
"""A bullet and what it hit: "grazed the boy's left leg". Whose it is must be said: see `_is_owned`."""
_OWNED = re.compile(r"(?:\b(?:his|her|their|my)|\w['’]s|\ws['’]) $", re.IGNORECASE)
_PART_HIT = re.compile(
    rf"(?:\b(?:his|her|their)|['’]s) (?P<part>{_SIDE}{_PART}) (?:was |were |had been |is )?(?:just )?"
    r"(?:grazed|hit by|struck|shattered|broken|pierced)\b",
    re.IGNORECASE,
)
_KIND = at_words(
    rf"\b(?P<part>(?:{_SIDE}{_PART}|abdominal|facial)(?: and {_PART})? "
    r"(?:gunshot |stab |bullet )?(?:wounds?|injury|injuries))\b",
    flags=re.IGNORECASE,
)
""""A head wound", "facial injuries"."""
_NO_WOUND = re.compile(
    r" (?:of the (?!head|neck)|seat|yard|door|room|porch|parking|patio|bedroom|alley|lot|street|window|wall|entrance|"
    r"end|of (?:a|an|his|her|their) (?:car|house|home|vehicle|truck|van)|university|hospital|health|to (?:shoot|kill)|"
    r"(?:surgery|armor|camera|shop)|of (?:an? )?(?:gun|unnamed))",
    re.IGNORECASE,
)
_ON_FOOT = re.compile(
    r"on foot|(?:on|to) (?:(?:his|her|their|the) )?(?:hands and )?knees|(?:from|on) (?:the |his )?back", re.IGNORECASE
)
_HIT = re.compile(
    r"\b(?:shots?|shooting|shoots|wound\w*|hit|hitting|struck|striking|stabb\w*|graz\w*|gunshots?|injur\w*|bullets?|rounds?|"
    r"gunfire|slash\w*|shotgun|pellets?|fired|shrapnel|surgery|times|pierc\w*|lodged|penetrat\w*|bleeding|blood|blast\w*)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:(?:gun|handgun|pistol|knife|weapon|rifle|hands?|something|nothing|object|firearm)\s+(?:\w+\s+)?"
    r"|(?:pointed|pointing|placed|put|held|holding|aimed|pressed)\s+(?:\S+\s+){1,5})$",
    re.IGNORECASE,
)
_CARRIED = re.compile(r"in (?:the|his|her|their) (?:arms|hands)\b", re.IGNORECASE)
_JUST_HIT = re.compile(r"(?:shot|hit|struck|wounded|grazed|stabbed|wounds?|injured)(?: \w+)?\s$", re.IGNORECASE)
_TOLD_BY = (
    "shot shoot wound hit struck strik stab graz bullet round gunfire slash pellet fired shrapnel surgery times pierc "
    "lodged penetrat bleed blood blast injur shatter broken enter embedded"
).split()
"""One of them is in every sentence that tells a wound: a quick look before the slow patterns."""
_FAR = 80
"""Characters between a word such as "shot" and the part of the body that was hit."""


_NAMED_PART = re.compile(rf"\b{_PART}\b", re.IGNORECASE)


def names_part(words: str) -> bool:
    """Whether words name a part of the body."""
    return _NAMED_PART.search(words) is not None


def find_wounds(clauses: Clauses, parts: Sequence[Telling]) -> Iterator[Telling]:
    """What a report says of where its mentions were hit; `parts` is what verbs of harm say."""
    words = clauses.mentions.words
    harms = _harms(parts)
    taken = 0
    for span in _find_spans(clauses):
        sentence = words.document.sentence_at(span.start)
        if sentence is None or span.start < taken:
            continue
        taken = span.end
        for index in _wounded(clauses, harms, span, sentence.start):
            yield Telling(index, Slot.WOUND, words.document.words(span), span, 1.0, "wound")
            yield Telling(index, Slot.ROLE, Role.VICTIM, span, votes.WOUND, "wound")
            yield Telling(index, Slot.OUTCOME, Outcome.INJURED, span, votes.WOUND, "wound")


def _find_spans(clauses: Clauses) -> list[Span]:
    """The words for parts of the body that were hit, in order."""
    document = clauses.mentions.words.document
    text = document.text
    found: list[Span] = []
    for sentence in document.sentences:
        start, end = sentence.start, sentence.end
        said = text[start:end].lower()
        if not any(word in said for word in _TOLD_BY):
            continue
        found.extend(Span(*m.span()) for m in _WOUND.finditer(text, start, end) if _is_wound(text, m, start))
        found.extend(
            Span(*mark.span("part"))
            for mark in _STRUCK.finditer(text, start, end)
            if _OWNED.search(text, mark.start(), mark.start("part")) and not _NO_WOUND.match(text, mark.end())
        )
        for pattern in (_PART_HIT, _KIND):
            found.extend(Span(*mark.span("part")) for mark in pattern.finditer(text, start, end))
    return sorted(found)


def _harms(parts: Sequence[Telling]) -> list[tuple[int, int]]:
    """Where a verb of harm stands, and a mention that it hit, in order."""
    return sorted(
        (t.span.start, t.mention)
        for t in parts
        if t.slot is Slot.OUTCOME and t.value in (Outcome.INJURED, Outcome.KILLED) and t.mention is not None
    )


def _is_wound(text: str, mark: re.Match[str], sentence_start: int) -> bool:
    """Whether a part of the body was hit, and is not a gun's place ("in his hand") or a car's ("in the back seat")."""
    said = mark.group()
    if _NO_WOUND.match(text, mark.end()) or _HELD.search(text, max(sentence_start, mark.start() - 40), mark.start()):
        return False
    if _ON_FOOT.match(said) or (said[0].islower() and said.split()[-1][0].isupper()):
        return False  # "fled on foot", "taken to Temple"
    if _CARRIED.match(said) and not _JUST_HIT.search(text, max(sentence_start, mark.start() - 30), mark.start()):
        return False
    if (
        said.lower().startswith("from ")
        and "bleeding" not in text[max(sentence_start, mark.start() - 12) : mark.start()]
    ):
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
    if (owner := _owner(clauses, at, span)) is not None:
        return (owner,)
    return tuple(m.index for m in clauses.subjects(at) if m.form is not Form.PRONOUN or not m.plural)


def _owner(clauses: Clauses, at: int, span: Span) -> int | None:
    """Whose leg it is, in "his leg", "the girl's leg"."""
    words = clauses.mentions.words
    sentence = clauses.mentions.by_sentence[words.sentence_of(at)]
    owners = [m for m in sentence if m.inside and span.start - 4 <= m.span.end <= span.end]
    return owners[-1].index if owners else None
