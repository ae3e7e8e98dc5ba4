"""Who is heard, and who was there: "Lee said", "heard shots", "called 911", "was asleep in the house at the time".

In: a word for saying, seeing, helping or being there among the words of a report. Out: tellings of witnesses, and of
who speaks, so that "he said" is not taken for the victim. Whoever is told to be victim, suspect or officer too, is
that: being a witness is the least part.
"""

import re
from collections.abc import Iterator, Sequence

from citydesk.model import Role
from citydesk.read.page.document import Span
from citydesk.read.who import votes
from citydesk.read.who.clauses import BE, Clauses
from citydesk.read.who.harm import NOT, UNREAL
from citydesk.read.who.mentions import Mention
from citydesk.read.who.rules import Rule, rules_for
from citydesk.read.who.told import Slot, Telling

_SAW = re.compile(
    r"\b(?:I|[Ww]e)(?:['’]m|['’]ve)? (?:just |then |actually |only |all |both |also |never |didn['’]t )?"
    r"(?:heard?|saw|seen?|ran|looked|witnessed|watched|woke|hit the (?:floor|ground)|ducked|came (?:out|outside|home)"
    r"|went (?:out|outside|over|to the)|jumped|dropped|hid|grabbed|called (?:911|the police|police)|dialed"
    r"|turned around|thought (?:it was|they were|it sounded)"
    r"|was (?:just )?(?:sitting|standing|lying|laying|in|inside|at|asleep|sleeping|outside|home|walking|driving"
    r"|watching|trying|shaking|holding)"
    r"|were (?:just )?(?:sitting|standing|in|inside|at|outside|walking|watching)"
    r"|opened the|got (?:down|up|out)|told him|told her|held|tried to)\b"
)
"""Words of one who was there, in a quotation."""
_QUOTES_OPEN, _QUOTES_CLOSE = '“"', '”"'
_MAX_QUOTE = 500
"""Characters of a quotation that are looked through before and behind "she said"."""
_OF_ONESELF = frozenset("he she they".split())
_SENSED = frozenset("heard saw watched witnessed ran noticed woke realized".split())
_MEANWHILE = frozenset("time when during as while before moments".split())
_PLACES = frozenset(
    """home inside asleep sleeping house apartment present nearby upstairs downstairs outside room car vehicle bedroom
    kitchen basement scene yard porch sitting standing watching playing walking party store restaurant backseat seat
    residence together""".split()
)
_HELPERS_CALLED = frozenset("911 9-1-1 police authorities paramedics ambulance officers deputies help".split())
_POLICE_TOLD = frozenset(
    """police deputies officers investigators detectives authorities dispatchers dispatcher officials troopers 911
    sheriff sheriff's""".split()
)
_AID = frozenset("cpr aid pressure tourniquet help compressions mouth-to-mouth".split())
_CLINICS = frozenset("hospital er emergency station clinic center".split())
_FOUND = frozenset(
    """shot dead body bodies wounded bleeding lying laying unconscious unresponsive suffering injured wound blood floor
    slumped collapsed""".split()
)
_COVER = frozenset("cover inside outside out downstairs upstairs over to toward into for screaming through".split())
_TOGETHER = frozenset(
    """playing was were hunting walking sitting riding driving babysitting hanging alone talking standing visiting
    traveling shopping sleeping home living left skyping celebrating fishing camping""".split()
)
_NAMED = frozenset("named identified name anonymous identify".split())
_NAMELESS = frozenset("not n't remain never".split())
_FAR = 9
"""Words between a verb and what it takes, as in "drove the boy in her own car to a hospital"."""


def _says(clauses: Clauses, at: int) -> Iterator[Telling]:
    words = clauses.mentions.words
    speaker = clauses.before(at) or clauses.by_first.get(at + 1)
    if words.all[at].lower == "according":
        speaker = clauses.by_first.get(at + 2)
    if speaker is None or speaker.many != 1:
        return
    yield Telling(speaker.index, Slot.SPEAKS, True, words.span(at, at + 1), 1.0, "says")
    told = _SAW.search(words.document.text, *_said_around(clauses, at))
    if told and not speaker.officer:
        yield Telling(speaker.index, Slot.ROLE, Role.WITNESS, Span(*told.span()), votes.SAW, "saw")
    ahead = [word.lower for word in words.all[at + 1 : at + 6]]
    if words.all[at].lower in ("told", "tells") and _POLICE_TOLD & set(ahead[:2]):
        yield from _witnesses((speaker,), words.span(at, at + 2), "told police")
    if _OF_ONESELF & set(ahead[:2]) and _SENSED & set(ahead):
        yield from _witnesses((speaker,), words.span(at, at + 2), "says saw")


def _said_around(clauses: Clauses, at: int) -> tuple[int, int]:
    """The sentence of a verb of saying, with the quotation that ends in it and that which follows."""
    words = clauses.mentions.words
    text = words.document.text
    first, end = words.bounds[words.sentence_of(at)]
    start, stop = words.all[first].start, words.all[end - 1].end
    said = words.all[at].start
    close = max(text.rfind(mark, start, said) for mark in _QUOTES_CLOSE)
    if close > start and not any(mark in text[start:close] for mark in _QUOTES_OPEN):
        opening = max(text.rfind(mark, max(0, start - _MAX_QUOTE), start) for mark in _QUOTES_OPEN)
        start = opening if opening >= 0 else start
    following = stop + len(text[stop : stop + 2]) - len(text[stop : stop + 2].lstrip())
    opened = max(text.rfind(mark, said, stop) for mark in _QUOTES_OPEN)
    goes_on = opened >= 0 and not any(mark in text[opened + 1 : stop] for mark in _QUOTES_CLOSE)
    if goes_on or text[following : following + 1] in tuple(_QUOTES_OPEN):
        closing = [n for mark in _QUOTES_CLOSE if (n := text.find(mark, following + 1, stop + _MAX_QUOTE)) >= 0]
        stop = min(closing, default=stop)
    return start, stop


def _witnesses(mentions: Sequence[Mention], span: Span, cue: str) -> Iterator[Telling]:
    """That mentions were there, unless they are officers."""
    for mention in mentions:
        if not mention.officer:
            yield Telling(mention.index, Slot.ROLE, Role.WITNESS, span, votes.SAW, cue)


def _witnessed(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "heard shots", "was awakened by gunfire"."""
    if not clauses.helpers(at) & UNREAL:
        yield from _witnesses(clauses.subjects(at, near=True), clauses.mentions.words.span(at, at + 1), "witnessed")


def _was_there(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "her two sisters were in the house at the time", "was asleep when", "were not home" being nothing."""
    words = clauses.mentions.words
    first, end = words.bounds[words.sentence_of(at)]
    verb = next((n for n in range(at - 1, max(first, at - 6) - 1, -1) if words.all[n].lower in ("was", "were")), None)
    ahead = {word.lower for word in words.all[at + 1 : min(end, at + 8)]}
    if verb is None:
        return
    there = words.all[verb - 1].lower == "there"
    whom = clauses.objects(verb) if there else clauses.subjects(verb, near=True)
    before = {word.lower for word in words.all[max(first, whom[0].first - 2) : whom[0].first]} if whom else set()
    if not (ahead & _MEANWHILE or before & _MEANWHILE or words.all[at].lower == "present"):
        return
    between = [word.lower for word in words.all[verb + 1 : at]]
    if NOT & set(between) or any(w.endswith("ed") or w in ("caught", "shot", "to") for w in between):
        return
    yield from _witnesses(whom, words.span(verb, at + 1), "was there")


def _was_with(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "was playing with friends", "was home with her mother", "in front of his sister"."""
    words = clauses.mentions.words
    first, _ = words.bounds[words.sentence_of(at)]
    before = {word.lower for word in words.all[max(first, at - 5) : at]}
    front = words.all[at].lower == "of" and words.all[at - 1].lower == "front"
    if front or (words.all[at].lower == "with" and before & _TOGETHER):
        whom = tuple(m for m in clauses.objects(at) if m.noun is not None and (m.noun.kin or m.noun.young))
        yield from _witnesses(whom, words.span(at, at + 1), "was with")


def _anonymous(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "who declined to be named", "did not want to be identified"."""
    words = clauses.mentions.words
    ahead = [word.lower for word in words.all[at + 1 : at + 7]]
    if _NAMED & set(ahead) and (_NAMELESS & set(ahead) or words.all[at].lower == "declined"):
        whom = clauses.subjects(at)
        yield from _witnesses(tuple(m for m in whom if m.many == 1), words.span(at, at + 1), "anonymous")


def _call_from(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "a call from the boy's mother", "the 911 call was made by"."""
    words = clauses.mentions.words
    _, end = words.bounds[words.sentence_of(at)]
    for n in range(at + 1, min(end, at + 5)):
        if words.all[n].lower in ("from", "by") and n + 1 in clauses.by_first:
            yield from _witnesses(clauses.objects(n), words.span(at, at + 1), "called")
            return


def _came_home(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "came home to find", "returned home"."""
    words = clauses.mentions.words
    ahead = {word.lower for word in words.all[at + 1 : at + 7]}
    if "home" in ahead and not clauses.helpers(at) & (UNREAL | NOT):
        yield from _witnesses(clauses.subjects(at, near=True), words.span(at, at + 1), "came home")


def _called(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "called 911", "flagged down an officer"."""
    words = clauses.mentions.words
    ahead = {word.lower for word in words.all[at + 1 : at + 4]}
    flagged = words.all[at].lower in ("flagged", "waved") and "down" in ahead
    if not clauses.helpers(at) & (UNREAL | NOT | BE) and (flagged or ahead & _HELPERS_CALLED):
        yield from _witnesses(clauses.subjects(at, near=True), words.span(at, at + 2), "called")


def _helped(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "drove him to a hospital", "gave CPR", "found his son shot"."""
    words = clauses.mentions.words
    _, end = words.bounds[words.sentence_of(at)]
    ahead = {word.lower for word in words.all[at + 1 : min(end, at + 1 + _FAR)]}
    word = words.all[at].lower
    expected = _FOUND if word in ("found", "discovered") else _AID if word in _GIVES else _CLINICS
    if clauses.helpers(at) & (UNREAL | NOT | BE) or not ahead & expected:
        return
    active = word in _GIVES or any(n in clauses.by_first for n in range(at + 1, min(end, at + 3)))
    if active:
        yield from _witnesses(clauses.subjects(at, near=True), words.span(at, at + 1), "helped")


def _brought_by(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "was taken to a hospital by her mother"."""
    words = clauses.mentions.words
    if not clauses.helpers(at) & BE:
        yield from _helped(clauses, at)
        return
    _, end = words.bounds[words.sentence_of(at)]
    for n in range(at + 1, min(end, at + 13)):
        if words.all[n].lower == "by" and n + 1 in clauses.by_first:
            yield from _witnesses(clauses.objects(n), words.span(at, at + 1), "helped")
            return


def _took_cover(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "ran outside", "dove for cover", "hid in a closet"."""
    words = clauses.mentions.words
    ahead = {word.lower for word in words.all[at + 1 : at + 3]}
    if not clauses.helpers(at) & (UNREAL | NOT) and (
        words.all[at].lower in ("hid", "ducked", "dove") or ahead & _COVER
    ):
        yield from _witnesses(clauses.subjects(at, near=True), words.span(at, at + 1), "took cover")


def _questioned(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "police questioned the other teens", "was interviewed by detectives"."""
    span = clauses.mentions.words.span(at, at + 1)
    whom = clauses.subjects(at, near=True) if clauses.helpers(at) & BE else clauses.objects(at)
    yield from _witnesses(whom, span, "questioned")


_GIVES = frozenset("gave performed rendered administered applied helped performing giving".split())

SEEN: dict[str, Rule] = (
    rules_for("witnessed heard saw watched awoke woke awakened witnessing noticed realized", _witnessed)
    | rules_for(" ".join(sorted(_PLACES)), _was_there)
    | rules_for("called dialed phoned flagged waved", _called)
    | rules_for("with of", _was_with)
    | rules_for("declined asked want wished wanted wish requested did", _anonymous)
    | rules_for("call calls", _call_from)
    | rules_for("came returned arrived", _came_home)
    | rules_for("found discovered carried", _helped)
    | rules_for(" ".join(sorted(_GIVES)), _helped)
    | rules_for("drove took brought rushed taken driven", _brought_by)
    | rules_for("ran hid ducked dove rushed", _took_cover)
    | rules_for("questioned interviewed", _questioned)
    | rules_for("said says told added noted explained stated according recalled announced tells", _says)
)
"""What to ask of each word for saying, seeing and being there."""
