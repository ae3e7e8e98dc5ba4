"""How the hurt are: taken to hospital, their condition in the report's words, and where they were hit.

In: the mentions of a report, and what verbs of harm say of them. Out: tellings of condition, wound and outcome. Which
of several conditions stands is left to `participants.py`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from citydesk.model import Outcome, Role
from citydesk.read.clauses import Clauses
from citydesk.read.document import Span
from citydesk.read.mentions import Form, Mention
from citydesk.read.told import Slot, Telling

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
        rf"|(?:(?<=was )|(?<=is )|(?<=are )|(?<=were ))(?:in )?(?:stable|critical)(?: but (?:stable|critical))?(?=[ ,.])"
        rf"|on life support|in a (?:medically[- ]induced )?coma",
    ),
    (
        4,
        rf"expected to {_RECOVERY}|(?<=will ){_RECOVERY}|(?<=should ){_RECOVERY}"
        rf"|(?:clinging to|fighting for) (?:life|(?:his|her|their) li(?:fe|ves))",
    ),
    (
        3,
        rf"none of (?:the|their) (?:\w+ )?{_HURT} (?:is|are|was|were|appear(?:s|ed)?(?: to be)?) (?:considered |believed to be "
        rf"|thought to be )?{_THREATENING}"
        rf"|(?:do(?:es)? |did )?(?:not|n't|n’t) (?:believed|considered|thought|appear|expected|deemed)(?: to)?(?: be)?"
        rf" (?:to be )?{_THREATENING}(?: {_HURT})?"
        rf"|(?:what (?:appear|are believed) to be )?(?:non|not)[- ]?{_THREATENING}(?: {_HURT})?|{_THREATENING}(?: {_HURT})?",
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
        rf"(?:very )?(?:(?<!non-)(?<!non )(?:minor|serious|severe|critical|major|superficial|grave|extensive)|less serious|moderate"
        rf"|non-critical|nonlethal) (?:but non-life-threatening )?{_HURT}"
        rf"|(?:critically|seriously|severely|gravely|badly|grievously|slightly) (?:injured|wounded|hurt|wounding|injuring)",
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
_PART = (
    r"(?:heads?|faces?|necks?|chests?|backs?|stomachs?|abdomens?|arms?|legs?|hands?|foot|feet|ankles?|knees?|thighs?|"
    r"hips?|shoulders?|torsos?|buttocks|butt|groins?|wrists?|elbows?|forearms?|calf|calves|cheeks?|jaws?|eyes?|ears?|"
    r"foreheads?|temples?|throats?|sides?|ribs?|toes?|fingers?|thumbs?|extremities|extremity|body|bodies|hearts?|"
    r"pelvis|waist|midsection|gut|heels?|mouth|chin|nose|shins?|spine|lungs?|bicep|scalp|skull|armpit|limbs?|pelvic area)"
)
_SIDE = r"(?:(?:left|right|upper|lower|outer|back|middle|inner|front)\ )?"
_WHOSE = r"(?:the|his|her|their|both|one|a|each|its)"
_ONE_PART = rf"(?:{_WHOSE}\ )?(?:back\ of\ (?:the|his|her)\ |(?:left|right)\ side\ of\ (?:the|his|her)\ )?{_SIDE}{_SIDE}{_PART}(?:\ area)?"
_WOUND = re.compile(
    rf"""\b(?:in|to|through|into|on|above|below|behind|across)\ (?:{_WHOSE}\ |(?=(?:{_SIDE}){_PART}\b))
    (?:back\ of\ (?:the|his|her)\ |(?:left|right)\ side\ of\ (?:the|his|her)\ )?{_SIDE}{_SIDE}{_PART}\b(?:\ area)?
    (?:(?:,\ |\ and\ |,\ and\ |\ and\ in\ |\ and\ to\ )(?:in\ |to\ )?{_ONE_PART}\b){{0,4}}""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_WOUND = re.compile(
    r"(?:\ (?:of\ the\ (?!head|neck)|seat|yard|door|room|porch|parking|patio|bedroom|alley|lot|street))", re.IGNORECASE
)
_HIT = re.compile(
    r"\b(?:shot|shooting|shoots|wound\w*|hit|hitting|struck|striking|stabb\w*|graz\w*|gunshots?|injur\w*|bullets?|rounds?|gunfire|"
    r"slash\w*|shotgun|pellets?|fired|shrapnel|surgery|times|pierc\w*|lodged|penetrat\w*)\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:gun|handgun|pistol|knife|weapon|rifle|hands?|something|object)\s+(?:\w+\s+)?$", re.IGNORECASE)
_FILLERS = frozenset(
    """with suffering suffered sustained from a an apparent gunshot wound wounds multiple several single at least one two
    three four of what appeared appears be believed shot gun bullet graze stab non-life-threatening life-threatening
    injuries injury in to the who had has been was were and being is are having inside lying bleeding shotgun listed
    hospitalized also both all still currently now reported initially serious critical stable said remain remains
    remained that have through either each treated for hospital taken his her their""".split()
)

TAKEN_TO_HOSPITAL = 1.0
CONDITION_SAID = 1.0


def find_health(clauses: Clauses, parts: Sequence[Telling]) -> list[Telling]:
    """What a report says of wounds, hospitals and conditions."""
    found = list(_hospital(clauses))
    found.extend(_conditions(clauses))
    found.extend(_wounds(clauses, parts))
    return found


def _conditions(clauses: Clauses) -> Iterator[Telling]:
    words = clauses.mentions.words
    for mark in _CONDITION.finditer(words.document.text):
        span = Span(*mark.span())
        rank = float((mark.lastgroup or "k0_0").rpartition("_")[2])
        at = words.at(span.start)
        if at >= len(words.all):
            continue
        for mention in _patients(clauses, at, span):
            yield Telling(
                mention.index if mention else None, Slot.CONDITION, words.document.words(span), span, 1.0, "condition"
            )
            if mention is not None:
                yield Telling(mention.index, Slot.ROLE, Role.VICTIM, span, CONDITION_SAID, "condition")
                yield Telling(mention.index, Slot.OUTCOME, Outcome.INJURED, span, 0.5, "condition")


def _patients(clauses: Clauses, at: int, span: Span) -> tuple[Mention | None, ...]:
    """Whose condition the words at a place tell: (None,) for everybody who was hurt."""
    words = clauses.mentions.words
    sentence = words.sentence_of(at)
    first, _ = words.bounds[sentence]
    text = words.document.text[words.all[first].start : span.end]
    if _ALL_INJURIES.search(text):
        return (None,)
    if owner := _owner_of_injuries(clauses, at, first):
        return (owner,)
    if near := _beside(clauses, at, first):
        return near
    return clauses.subjects(at) or (None,)


def _owner_of_injuries(clauses: Clauses, at: int, first: int) -> Mention | None:
    """ "His injuries are", "Lee's condition": whose they are."""
    words = clauses.mentions.words.all
    for n in range(at - 1, max(first, at - 10) - 1, -1):
        if words[n].lower in ("injuries", "wounds", "injury", "wound", "condition"):
            return next(
                (
                    mention
                    for mention in clauses.mentions.by_sentence[clauses.mentions.words.sentence_of(at)]
                    if mention.inside and 0 <= n - mention.last <= 1
                ),
                None,
            )
    return None


def _beside(clauses: Clauses, at: int, first: int) -> tuple[Mention, ...]:
    """The mention right before, with only words such as "with a gunshot wound" between."""
    for n in range(at, max(first, at - 14), -1):
        mention = clauses.by_last.get(n)
        if mention is not None:
            return () if mention.officer and mention.many is None else clauses._chain_left(mention)
        if clauses.mentions.words.all[n - 1].lower not in _FILLERS:
            return ()
    return ()


def _wounds(clauses: Clauses, parts: Sequence[Telling]) -> Iterator[Telling]:
    words = clauses.mentions.words
    text = words.document.text
    harms = sorted(
        (t.span.start, t.mention)
        for t in parts
        if t.slot is Slot.OUTCOME and t.value in (Outcome.INJURED, Outcome.KILLED) and t.mention is not None
    )
    for mark in _WOUND.finditer(text):
        sentence = words.document.sentence_at(mark.start())
        if (
            sentence is None
            or _NO_WOUND.match(text, mark.end())
            or _HELD.search(text, max(0, mark.start() - 30), mark.start())
        ):
            continue
        if not _HIT.search(text, max(sentence.start, mark.start() - 80), mark.start()):
            continue
        span = Span(*mark.span())
        for index in _wounded(clauses, harms, span, sentence.start):
            yield Telling(index, Slot.WOUND, words.document.words(span), span, 1.0, "wound")
            yield Telling(index, Slot.ROLE, Role.VICTIM, span, 0.5, "wound")
            yield Telling(index, Slot.OUTCOME, Outcome.INJURED, span, 0.5, "wound")


def _wounded(clauses: Clauses, harms: Sequence[tuple[int, int | None]], span: Span, start: int) -> tuple[int, ...]:
    """Who was hit there: those beside the words, or else those whom the last verb of harm before hit."""
    words = clauses.mentions.words
    at = words.at(span.start)
    first, _ = words.bounds[words.sentence_of(at)]
    if near := _beside(clauses, at, first):
        return tuple(mention.index for mention in near)
    n = bisect_right(harms, (span.start, 1 << 30)) - 1
    if n >= 0 and harms[n][0] >= start:
        offset = harms[n][0]
        return tuple(dict.fromkeys(index for position, index in harms if position == offset and index is not None))
    return tuple(
        mention.index for mention in clauses.subjects(at) if mention.form is not Form.PRONOUN or not mention.plural
    )


def _hospital(clauses: Clauses) -> Iterator[Telling]:
    """ "Was taken to a hospital", "suffered a gunshot wound", "was treated"."""
    words = clauses.mentions.words
    for at, word in enumerate(words.all):
        if word.lower in _MOVED:
            after = {w.lower for w in words.all[at + 1 : at + 14]}
            if not after & {"hospital", "center", "hospitals", "medical", "surgery", "er", "trauma"}:
                continue
            targets = clauses.subjects(at, near=True) if clauses.helpers(at) else clauses.objects(at)
        elif word.lower in _SUFFERED:
            after = {w.lower for w in words.all[at + 1 : at + 9]}
            if not after & {"wound", "wounds", "injuries", "injury", "gunshot", "shot", "gunshots"}:
                continue
            beside = clauses.by_last.get(at)
            targets = (beside,) if beside else clauses.subjects(at, near=True)
        elif word.lower in ("wound", "wounds"):
            first, _ = words.bounds[words.sentence_of(at)]
            targets = _beside(clauses, at, first)
        elif word.lower in ("hospitalized", "treated"):
            targets = clauses.subjects(at, near=True)
        else:
            continue
        span = words.span(at, at + 1)
        for mention in targets:
            yield Telling(mention.index, Slot.ROLE, Role.VICTIM, span, TAKEN_TO_HOSPITAL, "hospital")
            yield Telling(mention.index, Slot.OUTCOME, Outcome.INJURED, span, 0.7, "hospital")


_MOVED = frozenset(
    "taken rushed airlifted flown transported driven brought admitted transferred carried life-flighted walked drove".split()
)
_SUFFERED = frozenset("suffered sustained suffering suffers received receiving sustaining".split())
