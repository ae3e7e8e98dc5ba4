"""Where people stand with the law: arrested, charged, convicted, and with what they are charged.

In: the mentions of a report. Out: tellings of custody and charges, each also a telling of being the suspect. Whom
police look for and who got away is found by `sought`. That a dead suspect is "dead" follows from the outcome and is
added when people are assembled.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from citydesk.model import Custody, Role
from citydesk.read.page.document import Span
from citydesk.read.who import votes
from citydesk.read.who.charges import find_charge_before, find_charges
from citydesk.read.who.clauses import BE, Clauses
from citydesk.read.who.harm import NOT
from citydesk.read.who.mentions import Mention
from citydesk.read.who.rules import Rule, rules_for
from citydesk.read.who.sought import SEARCHES, find_uncaught
from citydesk.read.who.told import Slot, Telling

_MAYBE = frozenset("if could would may might will can should to expected likely".split())
"""Words before a verb that say that it has not come to that."""
_WHETHER = frozenset("if whether until once unless".split())
_WHOSE_CUSTODY = frozenset("police county city the a juvenile federal sheriff's state".split())
_ELSEWHERE = frozenset("his her their and for".split())
_INTO = frozenset("in into at to behind".split())
_HELD = frozenset(
    """taken took is was are were remain remains remained held being booked lodged placed put been sits kept has have
    transported be landed got sat""".split()
)
_CELLS = frozenset("custody jail bars detention prison handcuffs".split())
_COUNTS = frozenset("charge charges count counts".split())
_CHARGED_ON = frozenset("on for with facing".split())
_NO_CHARGE = (
    NOT | _MAYBE | frozenset("dropped dismissed consider considering pending forthcoming possible weighing".split())
)
"""Words around "charges against" that say there are none, or none yet."""
_SUSPICION = frozenset("suspicion investigation".split())
_CAUGHT_IN = frozenset("on in up fire".split())
""""Caught on camera", "in the crossfire"."""
_PLEADED = frozenset("found pleaded plead pled pleads pleading".split())
_ENDS = frozenset((";",))
_OLD = re.compile(r"\b(?:criminal (?:history|record|past)|rap sheet|(?:previous|prior) \w+|years? (?:ago|earlier))\b")
_YEAR = re.compile(r"\b(?:in|since|to|of|[A-Z][a-z]+|\d,) ((?:19|20)\d\d)\b")
_PAST_YEARS = 2
"""Years before publication from which an arrest is one of old: that for a shooting comes within a year or so."""
_MAX_TO_CHARGE = 14
"""Words between "arrested" and "on charges of"."""


def find_custody(clauses: Clauses, parts: Sequence[Telling]) -> list[Telling]:
    """What a report says of arrests, searches, charges and verdicts; `parts` is what verbs say of who did it."""
    found: list[Telling] = []
    for at, word in enumerate(clauses.mentions.words.all):
        if finder := _FINDERS.get(word.lower):
            found.extend(finder(clauses, at))
    found.extend(find_uncaught(clauses, parts))
    return found


def _tell(mention: Mention, custody: Custody, span: Span, weight: float) -> Iterator[Telling]:
    """The custody and the part that goes with it; police in general are in nobody's custody."""
    force = mention.officer and mention.many is None
    if not force:
        yield Telling(mention.index, Slot.CUSTODY, custody, span, weight, "custody")
        yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, span, weight, f"custody {custody}")


def _is_real(clauses: Clauses, verb: int) -> bool:
    """Whether it came to what a verb says, for this crime: not "could be charged", not "was arrested in 2006"."""
    words = clauses.mentions.words
    first, end = words.bounds[words.sentence_of(verb)]
    start = clauses.group_start(verb)
    if clauses.helpers(verb) & (NOT | _MAYBE) or words.all[max(first, start - 1)].lower in _MAYBE:
        return False
    before = {word.lower for word in words.all[max(first, start - 4) : start]}
    if before & _WHETHER or (words.all[verb].lower.endswith("ing") and before & NOT):
        return False
    return not _is_old(clauses, words.all[first].start, words.all[end - 1].end)


def _is_old(clauses: Clauses, start: int, end: int) -> bool:
    document = clauses.mentions.words.document
    if _OLD.search(document.text, start, end):
        return True
    published = document.report.published
    years = [int(mark.group(1)) for mark in _YEAR.finditer(document.text, start, end)]
    return isinstance(published, date) and any(year <= published.year - _PAST_YEARS for year in years)


def _arrested(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "was arrested", "police arrested a man", "was booked on a charge of assault"."""
    if not _is_real(clauses, at):
        return
    objects = () if clauses.helpers(at) & BE else clauses.objects(at)
    whom = objects or clauses.subjects(at, near=True)
    yield from _tell_held(
        clauses, whom, clauses.mentions.words.span(at, at + 1), objects[-1].last if objects else at + 1
    )


def _caught(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "was captured", "was caught"; of one who was not, that he is still at large."""
    words = clauses.mentions.words
    following = words.all[at + 1].lower if at + 1 < len(words.all) else ""
    seen = words.all[at].lower == "caught" and (following in _CAUGHT_IN or following.endswith("ing"))
    if not seen:
        yield from _arrested(clauses, at)
    yield from SEARCHES["caught"](clauses, at)


def _tell_held(clauses: Clauses, whom: Sequence[Mention], span: Span, behind: int) -> Iterator[Telling]:
    """That somebody is held and, where "on a charge of murder" follows, charged."""
    words = clauses.mentions.words
    on = _charged_on(clauses, behind)
    charges = () if on is None else tuple(find_charges(words, on)) or _named_behind(clauses, on)
    ahead = {word.lower for word in words.all[on : on + 8]} if on is not None else set()
    charged = bool(ahead & _COUNTS or "with" in ahead) and not ahead & _SUSPICION
    custody = Custody.CHARGED if charged and charges else Custody.ARRESTED
    for mention in whom:
        yield from _tell(mention, custody, span, votes.ARRESTED)
        for charge in charges:
            yield Telling(mention.index, Slot.CHARGE, words.document.words(charge), charge, 1.0, "charge")


def _charged_on(clauses: Clauses, at: int) -> int | None:
    """The word "on", "for" or "with" behind which charges may follow in this clause."""
    words = clauses.mentions.words
    _, end = words.bounds[words.sentence_of(at - 1)]
    for n in range(at, min(end, at + _MAX_TO_CHARGE)):
        if words.all[n].text in _ENDS or words.all[n].lower in ("who", "said", "after", "but", "while"):
            return None
        if words.all[n].lower in _CHARGED_ON:
            ahead = [word.lower for word in words.all[n + 1 : min(end, n + 9)]]
            if _COUNTS & set(ahead) or _SUSPICION & set(ahead[:1]):
                return n
            if words.all[n].lower in ("for", "with") and any(find_charges(words, n)):
                return n
    return None


def _named_behind(clauses: Clauses, on: int) -> tuple[Span, ...]:
    """The charges around the next "charge" or "counts": "on a murder charge", "facing a charge of murder"."""
    words = clauses.mentions.words
    _, end = words.bounds[words.sentence_of(on)]
    count = next((n for n in range(on + 1, min(end, on + 12)) if words.all[n].lower in _COUNTS), None)
    return () if count is None else _charges_at(clauses, on, count)


def _in_custody(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "is in custody", "was taken into custody", "has a man in custody", "was booked into the county jail"."""
    words = clauses.mentions.words
    first, _ = words.bounds[words.sentence_of(at)]
    inside = next((n for n in range(at - 1, max(first, at - 8) - 1, -1) if words.all[n].lower in _INTO), None)
    if inside is None or not _is_cell(clauses, inside, at):
        return
    before = words.all[max(first, inside - 6) : inside]
    beside = clauses.by_last.get(inside)
    verb = next((n for n in range(inside - 1, max(first, inside - 5) - 1, -1) if words.all[n].lower in _HELD), None)
    if any(word.lower in NOT for word in before) or (beside is None and verb is None):
        return
    if verb is not None and not _is_real(clauses, verb):
        return
    if beside is None and verb is not None:
        objects = clauses.objects(verb) if words.all[verb].lower in ("took", "has", "have") else ()
        whom = objects or clauses.subjects(verb)
    else:
        whom = (beside,) if beside is not None else ()
    yield from _tell_held(clauses, whom, words.span(inside, at + 1), at + 1)


def _on_bond(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "is being held on $500,000 bond", "was held without bail"."""
    words = clauses.mentions.words
    first, _ = words.bounds[words.sentence_of(at)]
    verb = next(
        (n for n in range(at - 1, max(first, at - 9) - 1, -1) if words.all[n].lower in ("held", "jailed")), None
    )
    if verb is None or not clauses.helpers(verb) & BE or not _is_real(clauses, verb):
        return
    for mention in clauses.subjects(verb, near=True):
        yield from _tell(mention, Custody.ARRESTED, words.span(verb, at + 1), votes.ARRESTED)


def _is_cell(clauses: Clauses, inside: int, at: int) -> bool:
    """Whether words say police custody or a jail, and not a child's custody or a building near by."""
    words = clauses.mentions.words
    between = {word.lower for word in words.all[inside + 1 : at]}
    if words.all[at].lower == "custody":
        return between <= _WHOSE_CUSTODY
    return not between & _ELSEWHERE


def _surrendered(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "turned himself in", "surrendered to police"."""
    words = clauses.mentions.words
    ahead = [word.lower for word in words.all[at + 1 : at + 3]]
    turned = words.all[at].lower.startswith("turn")
    if (turned and (len(ahead) < 2 or ahead[1] != "in" or not ahead[0].endswith(("self", "selves")))) or not _is_real(
        clauses, at
    ):
        return
    for mention in clauses.subjects(at, near=True):
        yield from _tell(mention, Custody.ARRESTED, words.span(at, at + 1 + 2 * turned), votes.ARRESTED)


def _charged(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "was charged with murder", "prosecutors charged two men with", "a grand jury indicted"."""
    words = clauses.mentions.words
    word = words.all[at].lower
    if not _is_real(clauses, at):
        return
    objects = () if clauses.helpers(at) & BE else clauses.objects(at)
    if objects and word == "charged" and "with" not in {w.lower for w in words.all[objects[-1].last :][:6]}:
        return
    if not objects and (word in ("charging", "charges") or (word == "indicted" and not clauses.helpers(at) & BE)):
        return
    behind = objects[-1].last if objects else at + 1
    yield from _tell_charges(
        clauses, at, objects or clauses.subjects(at, near=True), tuple(find_charges(words, behind))
    )


def _tell_charges(clauses: Clauses, at: int, whom: Sequence[Mention], charges: Sequence[Span]) -> Iterator[Telling]:
    words = clauses.mentions.words
    for mention in whom:
        yield from _tell(mention, Custody.CHARGED, words.span(at, at + 1), votes.CHARGED)
        for charge in charges:
            yield Telling(mention.index, Slot.CHARGE, words.document.words(charge), charge, 1.0, "charge")


def _faces(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "faces a charge of murder", "pleaded not guilty to two counts of", "is held on charges of"."""
    words = clauses.mentions.words
    _, end = words.bounds[words.sentence_of(at)]
    ahead = [word.lower for word in words.all[at + 1 : min(end, at + 12)]]
    counts = next((n for n, word in enumerate(ahead) if word in _COUNTS), None)
    if counts is None or not _is_real(clauses, at) or {"no", "any"} & set(ahead[:2]) or ";" in ahead[:counts]:
        return
    whom = clauses.subjects(at, near=True) or _held_and(clauses, at)
    yield from _tell_charges(clauses, at, whom, _charges_at(clauses, at, at + 1 + counts))


def _charges_at(clauses: Clauses, at: int, count: int) -> tuple[Span, ...]:
    """The charges around the word "charge" or "counts" that a verb stands before."""
    words = clauses.mentions.words
    named = tuple(find_charge_before(words, count)) if words.all[count].lower.startswith("charge") else ()
    return named or tuple(find_charges(words, at + 1)) or tuple(find_charges(words, count + 1))


def _held_and(clauses: Clauses, at: int) -> tuple[Mention, ...]:
    """Who "is in custody facing charges", "is behind bars facing"."""
    words = clauses.mentions.words
    first, _ = words.bounds[words.sentence_of(at)]
    if any(word.lower in _CELLS for word in words.all[max(first, at - 3) : at]):
        return clauses.subjects(at)
    return ()


def _against(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "filed murder charges against Lee", "charges were filed against"."""
    words = clauses.mentions.words
    first, _ = words.bounds[words.sentence_of(at)]
    before = [word.lower for word in words.all[max(first, at - 12) : at]]
    if not _COUNTS & set(before) or _NO_CHARGE & set(before):
        return
    whom = clauses.objects(at)
    behind = {word.lower for word in words.all[whom[-1].last :][:7]} if whom else set()
    if behind & {"dropped", "dismissed"}:
        return
    count = max(n for n in range(max(first, at - 12), at) if words.all[n].lower in _COUNTS)
    charges = tuple(find_charge_before(words, count)) or tuple(find_charges(words, count + 1))
    yield from _tell_charges(clauses, at, whom, charges)


def _convicted(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "was convicted of", "was found guilty", "was sentenced to", "pleaded guilty to"."""
    words = clauses.mentions.words
    verb = at - 1 if words.all[at].lower == "guilty" else at
    if verb > 1 and words.all[verb].lower == "not" and words.all[verb - 1].lower in _PLEADED - {"found"}:
        yield from _tell_charges(
            clauses, verb - 1, clauses.subjects(verb - 1, near=True), tuple(find_charges(words, at + 1))
        )
        return
    if verb < 1 or (verb < at and words.all[verb].lower not in _PLEADED):
        return
    helpers = clauses.helpers(verb)
    if helpers & {"previously"} or not _is_real(clauses, verb):
        return
    active = words.all[at].lower == "sentenced" and not helpers & BE
    charges = tuple(find_charges(words, at + 1)) if words.all[at].lower != "sentenced" else ()
    for mention in clauses.objects(verb) if active else clauses.subjects(verb, near=True):
        yield from _tell(mention, Custody.CONVICTED, words.span(at, at + 1), votes.CHARGED)
        for charge in charges:
            yield Telling(mention.index, Slot.CHARGE, words.document.words(charge), charge, 1.0, "charge")


def _accused(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "is accused of shooting", "suspected of": a part, and no word of custody."""
    words = clauses.mentions.words
    if at + 1 < len(words.all) and words.all[at + 1].lower in ("of", "in") and not clauses.helpers(at) & NOT:
        beside = clauses.by_last.get(clauses.group_start(at))
        for mention in (beside,) if beside else clauses.subjects(at, near=True):
            yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, words.span(at, at + 1), votes.ACCUSED, "accused")


_FINDERS: dict[str, Rule] = (
    rules_for("arrested arrests arrest detained jailed booked arresting nabbed lodged", _arrested)
    | rules_for(" ".join(sorted(_CELLS)), _in_custody)
    | rules_for("surrendered surrenders surrendering turned turning turns", _surrendered)
    | rules_for("charged charges charging indicted", _charged)
    | rules_for("faces facing face faced pleaded held arraigned appeared", _faces)
    | rules_for("against", _against)
    | rules_for("bond bail", _on_bond)
    | rules_for("convicted sentenced guilty", _convicted)
    | rules_for("accused suspected", _accused)
    | SEARCHES
    | rules_for("apprehended captured caught", _caught)
)
"""What to ask of each word that may tell of custody."""
