"""The parts that law enforcement bodies had in an incident: who investigates, responded, employs, speaks.

In: a setting, a scene, and its people. Out: one `AgencyPart` for each body and part, bodies in order of mention. What
"officers" or "police" did is put down to the body of that sort that the scene names first; where it names none, bare
"police" is no body.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from citydesk.model import AgencyPart, AgencyRole, Attribution, Participant, Role
from citydesk.read.page.document import Document, Span
from citydesk.read.page.patterns import at_words
from citydesk.read.page.setting import AgencyMention, Manner, Scene, Setting
from citydesk.read.said.tags import in_quote

_ROLES = (AgencyRole.EMPLOYER, AgencyRole.RESPONDING, AgencyRole.INVESTIGATING, AgencyRole.SPEAKING)
"""In the order in which the parts of one body are given."""
_OFFICERS = (
    r"(?:police(?:\s+officers)?|officers?|cops|deputies|troopers|units|detectives|investigators|authorities|agents)"
)
_FOUND = r"(?:an?|the|two|three|four|five|several|one|him|her|them|multiple|\d+|[A-Z][a-z]+\s[A-Z])"
_RESPONDED = at_words(
    rf"\b(?i:{_OFFICERS})\s+(?:\w+\s+){{0,3}}?(?:responded|respond|arrived|arrive|came|rushed|(?:found|discovered)(?=\s+{_FOUND}\s[^.]{{0,40}}"
    r"\b(?:man|woman|boy|girl|victim|people|person|teen|child|dead|shot|wounded|suffering|lying|body|bodies|unresponsive|gunshot)\b)"
    r"|(?:were|was|had\s+been)\s+(?:\w+\s+)?(?:called|dispatched|summoned|sent|flagged|on\s+(?:the\s+)?scene|at\s+the\s+scene)"
    r"|at\s+the\s+scene|(?:are|remain(?:ed)?)\s+(?:on|at)\s+(?:the\s+)?scene|received\s+(?:a|the|several|multiple)\s+(?:\w+\s+)?(?:call|report)"
    r"|answered|got\s+a\s+call|confronted|encountered|converged"
    r"|returned\s+fire|tried\s+to|attempted|heard|located|secured|surrounded|pursued|chased|performed)\b"
    r"|\b(?:[Rr]esponding|[Aa]rriving)\s+(?:police\s+)?officers?\b"
    r"|\b(?:Office|office|Department|department|Police|Patrol|PD|[A-Z]{2,5})\s+(?:(?:was|were)\s+called\s+to|(?:was|were|are)\s+on\s+(?:the\s+)?scene"
    r"|responded|responds)\b"
    r"|\b[Tt]hey\s+(?:responded|arrived|were\s+(?:called|dispatched))\b",
)
"""What says that officers came; "told police" and "called 911" say only that somebody called them."""
_INVESTIGATED = at_words(
    rf"\b(?:investigat\w+|detectives?|arrest(?:ed|s)?|charg(?:ed|es)|custody"
    rf"|{_OFFICERS}\s+(?:\w+\s+){{0,3}}?(?:search\w*|look\w*|hunt\w*|ask\w*"
    r"|question\w*|interview\w*|identif(?:ied|y)|recovered|believe|determin\w+|working|released|seized|review\w*)"
    r"|search(?:ing)?\s+for|looking\s+for"
    r"|anyone\s+with\s+information|motive|homicide|warrant|crime\s+scene|evidence)\b",
    flags=re.IGNORECASE,
)
_OWN_OFFICER = re.compile(
    r"[\s’'s]{0,3}(?:\s?(?:police\s+)?(?:officers?|deput(?:y|ies)|troopers?|detectives?|sergeant|agents?"
    r"|Officer|Sgt\.|Deputy|Trooper|Det\.|Cpl\.)\b)"
    r"[^.]{0,80}?\b(?:shot|wounded|injured|killed|struck|hit|fired|died|stabbed|opened\s+fire|returned\s+fire)\b"
)
_ITS_OFFICER = re.compile(r"\bone\s+of\s+(?:their|its|our)\s+(?:officers|deputies|own)\b")
_KINDS = (
    ("police", re.compile(r"\b(?:police|cops|officers?)\b", re.IGNORECASE)),
    ("sheriff", re.compile(r"\b(?:deput(?:y|ies)|sheriff)\b", re.IGNORECASE)),
    ("state", re.compile(r"\btroopers?\b", re.IGNORECASE)),
)
_OF_KIND = {
    "police": re.compile(r"[Pp]olice|[Cc]ops|\bPD\b|[A-Z]PD\b|Public Safety|Marshal"),
    "sheriff": re.compile(r"[Ss]heriff|[A-Z]SO\b"),
    "state": re.compile(r"State|Patrol|Troopers"),
}
_NO_FIELD = re.compile(r"Attorney|Prosecutor|attorney|prosecutor")
_NOT_LOCAL = re.compile(
    r"\b(?:FBI|ATF|DEA|ICE|Corrections|Marshals?|[Tt]ask [Ff]orce|Bureau of Alcohol.*|Customs.*|Crime Lab)\b"
)
"""Bodies that "police" alone never means."""
_AT_LAW = re.compile(r"\b(?:charg\w+|prosecut\w+|investigat\w+|announced|case|filed|arraign\w*|review\w*|trial)\b")
"""What a prosecutor's office does that makes it investigate."""
_AND = re.compile(
    r",?\s?(?:and|as\s+well\s+as|along\s+with|with\s+the\s+help\s+of|&)?\s?(?:also\s)?(?:the\s)?(?:[\w’']+\s(?:from|of|with)\s(?:the\s)?)?"
)
"""What may stand between two bodies that do the same."""
_POLICE_WORDS = re.compile(
    r"\b(?:police|cops|officers?|investigators?|detectives?|deput(?:y|ies)|troopers?|sheriff|authorities)\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(r"\b(?:records?|reports?|documents?|affidavits?|warrants?|complaint|sources?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    mention: Span
    role: AgencyRole
    cue: Span


def agencies_of(
    setting: Setting, scene: Scene, people: tuple[Participant, ...], attributions: tuple[Attribution, ...]
) -> tuple[AgencyPart, ...]:
    """The bodies that had a part in a scene, one entry for each body and part."""
    covered = [mention for mention in setting.agencies if scene.covers(mention.span.start)]
    mentions = covered or (list(setting.agencies) if scene.main else [])
    if not mentions:
        return ()
    first: dict[str, AgencyMention] = {}
    for mention in mentions:
        first.setdefault(mention.name, mention)
    parts: dict[tuple[str, AgencyRole], _Part] = {}
    for part in (
        *_employers(setting, mentions, first, people),
        *_doing(setting, scene, mentions, first),
        *_speaking(setting, scene, first),
    ):
        parts.setdefault((part.name, part.role), part)
    order = {name: n for n, name in enumerate(first)}
    ranked = sorted(parts.values(), key=lambda part: (order[part.name], _ROLES.index(part.role)))
    document = setting.document
    return tuple(
        AgencyPart(name=document.fact(part.name, [part.mention]), role=document.fact(part.role, [part.cue]))
        for part in ranked
    )


def _of_kind(first: dict[str, AgencyMention], words: str) -> AgencyMention | None:
    """The body that common words ("officers", "deputies") mean: the first of that sort, else the first of any."""
    field = [mention for mention in first.values() if not _NO_FIELD.search(mention.name)]
    local = [mention for mention in field if not _NOT_LOCAL.search(mention.name)]
    for kind, common in _KINDS:
        if common.search(words):
            fit = next((mention for mention in field if _OF_KIND[kind].search(mention.name)), None)
            return fit or (local[0] if local and kind != "state" else None)
    return local[0] if local else None


def _employers(
    setting: Setting, mentions: list[AgencyMention], first: dict[str, AgencyMention], people: tuple[Participant, ...]
) -> Iterator[_Part]:
    """Bodies of officers who were hurt or who fired."""
    document = setting.document
    for mention in mentions:
        own = _OWN_OFFICER.match(document.text, mention.span.end, mention.span.end + 140)
        if own:
            yield _Part(mention.name, mention.span, AgencyRole.EMPLOYER, Span(mention.span.start, own.end()))
    for person in people:
        if person.officer is None or not person.officer.value or person.role.value is Role.WITNESS:
            continue
        name = person.agency.value if person.agency is not None else None
        body = first.get(name) if name is not None else _of_kind(first, person.text)
        if body is not None:
            yield _Part(body.name, body.span, AgencyRole.EMPLOYER, body.span)
    for mention in mentions:
        sentence = document.sentence_at(mention.span.start)
        if sentence and (its := _ITS_OFFICER.search(document.text, mention.span.end, sentence.end)):
            yield _Part(mention.name, mention.span, AgencyRole.EMPLOYER, Span(*its.span()))


def _doing(
    setting: Setting, scene: Scene, mentions: list[AgencyMention], first: dict[str, AgencyMention]
) -> Iterator[_Part]:
    """Bodies that responded or investigate: the one named in the sentence that tells it, else the one of that sort."""
    document = setting.document
    for start, end in scene.spans:
        for pattern, role in ((_RESPONDED, AgencyRole.RESPONDING), (_INVESTIGATED, AgencyRole.INVESTIGATING)):
            for cue in pattern.finditer(document.text, start, end):
                if in_quote(setting.quoted, cue.start()):
                    continue
                near = _named_near(document, mentions, cue)
                body = near or _of_kind(first, cue.group())
                for one in _together(document, mentions, near) if near is not None else [body]:
                    if one is not None:
                        yield _Part(one.name, one.span, role, Span(*cue.span()))
    for mention in mentions:
        sentence = document.sentence_at(mention.span.start)
        if _NO_FIELD.search(mention.name) and sentence is not None:
            at_law = _AT_LAW.search(document.text, sentence.start, sentence.end)
            if at_law is not None:
                yield _Part(mention.name, mention.span, AgencyRole.INVESTIGATING, Span(*at_law.span()))


def _together(document: Document, mentions: list[AgencyMention], last: AgencyMention) -> list[AgencyMention]:
    """A body with those named right before it: "The Alton police and the FBI are investigating"."""
    found = [last]
    for mention in reversed(mentions[: mentions.index(last)]):
        if mention.span.end > found[-1].span.start or not _AND.fullmatch(
            document.text, mention.span.end, found[-1].span.start
        ):
            break
        found.append(mention)
    return found


def _named_near(document: Document, mentions: list[AgencyMention], cue: re.Match[str]) -> AgencyMention | None:
    """The body that the words of a cue belong to: named in it or right before it."""
    n = bisect_left(mentions, cue.end(), key=lambda mention: mention.span.start) - 1
    if n < 0:
        return None
    near = mentions[n]
    sentence = document.sentence_at(cue.start())
    return (
        near
        if sentence is not None and near.span.start >= sentence.start and cue.start() - near.span.end < 60
        else None
    )


def _speaking(setting: Setting, scene: Scene, first: dict[str, AgencyMention]) -> Iterator[_Part]:
    """Bodies whose word is cited: by name, through somebody of theirs, or as "police"."""
    for saying in setting.sayings:
        if saying.voice is None or saying.manner is Manner.SILENT or not scene.covers(saying.cue.start):
            continue
        named = [saying.voice.name, saying.voice.organization.value if saying.voice.organization else ""]
        body = next((first[name] for name in named if name in first), None)
        words = saying.voice.name
        if body is None and not saying.voice.named and _POLICE_WORDS.search(words) and not _PAPERS.search(words):
            body = _of_kind(first, words)
        if body is not None:
            yield _Part(body.name, body.span, AgencyRole.SPEAKING, saying.cue)
