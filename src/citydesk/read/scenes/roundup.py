"""Round-ups: reports that tell several unrelated incidents on equal terms, item by item.

In: a setting. Out: a scene for each item, or none where the report tells of one incident. What leads in ("Five people
were shot in separate incidents on Saturday") belongs to no item; their day may stand there, which `when` knows.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from citydesk.read.page.document import Document, Span
from citydesk.read.page.patterns import at_words
from citydesk.read.page.sentences import Sentence
from citydesk.read.page.setting import PlaceLevel, Scene, Setting

_MANY = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|multiple|many|various|separate|different"
    r"|unrelated)"
)
_SEVERAL = at_words(
    rf"\b(?:{_MANY} (?:(?!domestic)[\w-]+ ){{0,3}}?(?:shootings|stabbings|homicides|murders|slayings|shooting incidents"
    r"|incidents|attacks|killings|shooting scenes)"
    r"|(?:weekend|overnight|holiday|citywide|city) (?:of )?(?:violence|shootings|slayings|homicides|killings)"
    r"|in (?:\w+ ){0,2}shootings (?:across|around|over|since|on|this|in|overnight)"
    r"|(?:string|rash|series|spate) of shootings"
    r"|(?:crime|police|safety|patrol|daily|news) (?:log|blotter|briefs?|roundup|round-up)|patrol report)\b",
    flags=re.IGNORECASE,
)
_ONE_CRIME = at_words(
    r"\b(?:spree|rampage|same (?:gunman|suspect|man)|charged (?:in|with)|connected|linked to|targeted|in jail"
    r"|retaliat\w+|murder-suicide)\b",
    flags=re.IGNORECASE,
)
_HURT = at_words(
    r"\b(?:shot|shooting|shots|gunfire|gunshots?|stabbed|stabbing|killed|wounded|grazed|struck|slain|beaten)\b",
    flags=re.IGNORECASE,
)
_SOMEBODY = at_words(
    r"\b(?:an?|one|two|three|four|five|six|another|\d{1,2})(?: |-)(?:[\w-]+ ){0,4}?"
    r"(?:m[ae]n|wom[ae]n|boys?|girls?|teens?|teenagers?|person|people|males?|females?|child(?:ren)?|victims?|officers?|others"
    r"|\d{1,2}-year-old|toddler|infant|(?:grand)?(?:mother|father))\b",
    flags=re.IGNORECASE,
)
_NEXT = re.compile(
    r"[\W_]{0,3}(?:(?:in|during) (?:the|an?|another|other|yet another) ?"
    r"(?:first|second|third|fourth|fifth|sixth|latest|last|final|earliest|most recent|other|separate|another|unrelated"
    r"|different|earlier|later|next)?(?: \w+)? ?"
    r"(?:shooting|incident|attack|case|stabbing|homicide)|in other (?:shootings|violence|incidents)"
    r"|(?:about |around |roughly |less than )?(?:an?|one|two|three|four|\w+teen|\d{1,2}|several|a few|half an)"
    r" (?:hours?|minutes?) (?:earlier|later|before|after)|(?:earlier|later|meanwhile|also|elsewhere)\b)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:(?:in )?(?:the|a|an|another)(?: night[’']s)? )?(?:first|second|third|fourth|fifth|sixth|seventh|latest|last"
    r"|final|other|another|separate)(?: \w+)? (?:shooting|incident|attack|case|stabbing|homicide)\b",
    re.IGNORECASE,
)
"""What begins an item though who was hurt is told in its next sentences: "The second shooting happened …"."""
_OPENING = 12
"""Characters: "On " before the day that opens a sentence."""
_LEAD = 4
"""Sentences of the body in which a round-up says that it is one."""


def find_items(setting: Setting) -> tuple[Scene, ...]:
    """The items of a round-up, in order; none where the report is not one, or only one item can be told apart."""
    document = setting.document
    lead = several_told(document)
    if lead is None:
        return ()
    starts = _with_first(document, lead, list(_item_starts(setting, lead)))
    if len(starts) < 2:
        return ()
    ends = [*(start.start for start in starts[1:]), len(document.text)]
    return tuple(
        Scene(True, (Span(start.start, end),), Span(start.start, start.end))
        for start, end in zip(starts, ends, strict=True)
    )


def _with_first(document: Document, lead: Sentence, starts: list[Sentence]) -> list[Sentence]:
    """The items' first sentences; where only a later item was told apart, with what is told of somebody before it."""
    if len(starts) != 1:
        return starts
    for sentence in document.sentences[lead.index + 1 : starts[0].index - 1]:
        words = document.words((sentence.start, sentence.end))
        if sentence.start >= document.body_start and not _SEVERAL.search(words) and _HURT.search(words):
            return [sentence, *starts]
    return starts


def several_told(document: Document) -> Sentence | None:
    """The sentence that says that several incidents are told; None where none does, or one crime joins them."""
    body = next((s.index for s in document.sentences if s.start >= document.body_start), len(document.sentences))
    for sentence in document.sentences[: body + _LEAD]:
        words = document.words((sentence.start, sentence.end))
        if _ONE_CRIME.search(words):
            return None
        if _SEVERAL.search(words):
            return sentence
    return None


def _item_starts(setting: Setting, lead: Sentence) -> Iterator[Sentence]:
    """Sentences that begin an item: somebody hurt, at a time or place that is not the one before."""
    document = setting.document
    all_marks = _marks_of(setting)
    seen: set[str] = set()
    for sentence in document.sentences:
        words = document.words((sentence.start, sentence.end))
        if sentence.start < document.body_start or sentence.paragraph == lead.paragraph or _SEVERAL.search(words):
            continue
        marks = all_marks[sentence.index]
        if _ORDINAL.match(words):
            yield sentence
            seen = marks
            continue
        starts = bool(_NEXT.match(words)) or bool(marks - seen)
        if starts and (marks or _NEXT.match(words)) and _HURT.search(words) and _SOMEBODY.search(words):
            yield sentence
            seen = set()
        seen |= marks


def _marks_of(setting: Setting) -> dict[int, set[str]]:
    """By sentence, what tells its time and place from others: clock times, addresses, a day that it opens with."""
    marks: dict[int, set[str]] = defaultdict(set)
    for mention in setting.times:
        sentence = setting.document.sentence_at(mention.span.start)
        if sentence is None or mention.posted:
            continue
        if mention.clock is not None:
            marks[sentence.index].add(mention.clock)
        if mention.day is not None and mention.span.start < sentence.start + _OPENING:
            marks[sentence.index].add(mention.day.isoformat())
    for place in setting.places:
        sentence = setting.document.sentence_at(place.span.start)
        if sentence is not None and place.level is PlaceLevel.ADDRESS:
            marks[sentence.index].add(place.value)
    return marks
