"""Where people stand with the law: arrested, charged, sought, at large, convicted, and with what they are charged.

In: the mentions of a report. Out: tellings of custody and charges, each also a telling of being the suspect. That a
dead suspect is "dead" follows from the outcome and is added when people are assembled.
"""

from collections.abc import Iterator

from citydesk.model import Custody, Role
from citydesk.read.page.document import Span
from citydesk.read.who import votes
from citydesk.read.who.charges import find_charges
from citydesk.read.who.clauses import BE, Clauses
from citydesk.read.who.harm import NOT
from citydesk.read.who.mentions import Mention
from citydesk.read.who.rules import Rule, rules_for
from citydesk.read.who.told import Slot, Telling

_MAYBE = frozenset("if could would may might".split())
_AFTER_WANTED = frozenset("for in by on as".split())
_WHOSE_CUSTODY = frozenset("police protective his her their child".split())
_BEFORE_CUSTODY = frozenset("in into county the".split())
_HELD = frozenset("taken took is was are were remains remained held being".split())
_COUNTS = frozenset("charge charges count counts".split())
_DIRECT = frozenset("seek seeking seeks identify locate find".split())
"""Verbs of search that need no "for"."""
_PLEADED = frozenset("found pleaded plead pled pleads pleading".split())


def find_custody(clauses: Clauses) -> list[Telling]:
    """What a report says of arrests, searches, charges and verdicts."""
    found: list[Telling] = []
    for at, word in enumerate(clauses.mentions.words.all):
        if finder := _FINDERS.get(word.lower):
            found.extend(finder(clauses, at))
    return found


def _tell(mention: Mention, custody: Custody, span: Span, weight: float) -> Iterator[Telling]:
    """The custody and the part that goes with it; police in general are in nobody's custody."""
    force = mention.officer and mention.many is None
    if not force:
        yield Telling(mention.index, Slot.CUSTODY, custody, span, weight, "custody")
        yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, span, weight, f"custody {custody}")


def _arrested(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "was arrested", "police arrested a man"."""
    helpers = clauses.helpers(at)
    if helpers & NOT:
        return
    objects = () if helpers & BE else clauses.objects(at)
    for mention in objects or clauses.subjects(at, near=True):
        yield from _tell(mention, Custody.ARRESTED, clauses.mentions.words.span(at, at + 1), votes.ARRESTED)


def _in_custody(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "is in custody", "was taken into custody", "has a man in custody", "in jail"."""
    words = clauses.mentions.words
    first, _ = words.bounds[words.sentence_of(at)]
    inner = at - 1
    if inner > first and words.all[inner].lower in _WHOSE_CUSTODY:
        inner -= 1
    start = at - 1
    if inner < first or words.all[inner].lower not in _BEFORE_CUSTODY:
        return
    if any(word.lower in NOT for word in words.all[max(first, start - 6) : start]):
        return
    beside = clauses.by_last.get(start)
    verb = next((n for n in range(start - 1, max(first, start - 5), -1) if words.all[n].lower in _HELD), start)
    for mention in (beside,) if beside else clauses.subjects(verb):
        yield from _tell(mention, Custody.ARRESTED, words.span(start, at + 1), votes.ARRESTED)


def _charged(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "was charged with murder", "prosecutors charged two men with"."""
    words = clauses.mentions.words
    helpers, word = clauses.helpers(at), words.all[at].lower
    if helpers & (NOT | _MAYBE):
        return
    objects = () if helpers & BE or word == "indicted" else clauses.objects(at)
    if word in ("charges", "charging") and not objects:
        return
    behind = objects[-1].last if objects else at + 1
    yield from _tell_charges(clauses, at, objects or clauses.subjects(at, near=True), behind)


def _tell_charges(clauses: Clauses, at: int, whom: tuple[Mention, ...], behind: int) -> Iterator[Telling]:
    words = clauses.mentions.words
    charges = tuple(find_charges(words, behind))
    for mention in whom:
        yield from _tell(mention, Custody.CHARGED, words.span(at, at + 1), votes.CHARGED)
        for charge in charges:
            yield Telling(mention.index, Slot.CHARGE, words.document.words(charge), charge, 1.0, "charge")


def _faces(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "faces a charge of murder", "pleaded not guilty to two counts of", "is held on charges of"."""
    words = clauses.mentions.words
    _, end = words.bounds[words.sentence_of(at)]
    ahead = [word.lower for word in words.all[at + 1 : min(end, at + 8)]]
    counts = next((n for n, word in enumerate(ahead) if word in _COUNTS), None)
    if counts is None or clauses.helpers(at) & (NOT | _MAYBE) or {"no", "any"} & set(ahead[:2]):
        return
    yield from _tell_charges(clauses, at, clauses.subjects(at, near=True), at + 1 + counts)


def _wanted(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "is wanted", "are being sought", "a man wanted for"."""
    words = clauses.mentions.words
    beside = clauses.by_last.get(at)
    following = words.all[at + 1].lower if at + 1 < len(words.all) else ""
    if clauses.helpers(at) & BE:
        targets = clauses.subjects(at, near=True)
    elif beside is not None:
        targets = (beside,) if words.all[at].lower == "sought" or following in _AFTER_WANTED else ()
    else:
        targets = clauses.objects(at) if words.all[at].lower == "sought" else ()
    yield from _tell_sought(targets, words.span(at, at + 1))


def _sought(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "police are looking for two men", "are searching for the gunman", "are seeking a man"."""
    words = clauses.mentions.words
    for_whom = at + 1 < len(words.all) and words.all[at + 1].lower == "for"
    if for_whom or words.all[at].lower in _DIRECT:
        yield from _tell_sought(clauses.objects(at + for_whom), words.span(at, at + 1))


def _tell_sought(targets: tuple[Mention, ...], span: Span) -> Iterator[Telling]:
    for mention in targets:
        witness = mention.noun is not None and mention.noun.role is Role.WITNESS
        if not mention.officer and not witness and mention.owner is None:
            yield from _tell(mention, Custody.SOUGHT, span, votes.SOUGHT)


def _at_large(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "remains at large", "is on the loose", "on the run"."""
    words = clauses.mentions.words
    article = "at" if words.all[at].lower == "large" else "the"
    if at < 2 or words.all[at - 1].lower != article:
        return
    start = at - 1 - (article == "the")
    beside = clauses.before(start)
    for mention in (beside,) if beside else clauses.subjects(start):
        yield from _tell(mention, Custody.AT_LARGE, words.span(start, at + 1), votes.SOUGHT)


def _convicted(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "was convicted of", "was found guilty", "was sentenced to", "pleaded guilty to"."""
    words = clauses.mentions.words
    verb = at - 1 if words.all[at].lower == "guilty" else at
    if verb < 1 or (verb < at and words.all[verb].lower not in _PLEADED):
        return
    helpers = clauses.helpers(verb)
    if helpers & (NOT | _MAYBE | {"previously"}) or words.all[verb - 1].lower == "if":
        return
    active = words.all[at].lower == "sentenced" and not helpers & BE
    for mention in clauses.objects(verb) if active else clauses.subjects(verb, near=True):
        yield from _tell(mention, Custody.CONVICTED, words.span(at, at + 1), votes.CHARGED)


def _accused(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "is accused of shooting", "suspected of": a part, and no word of custody."""
    words = clauses.mentions.words
    if at + 1 < len(words.all) and words.all[at + 1].lower in ("of", "in") and not clauses.helpers(at) & NOT:
        beside = clauses.by_last.get(clauses.group_start(at))
        for mention in (beside,) if beside else clauses.subjects(at, near=True):
            yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, words.span(at, at + 1), votes.ACCUSED, "accused")


_FINDERS: dict[str, Rule] = (
    rules_for("arrested arrests arrest apprehended captured detained jailed booked arresting", _arrested)
    | rules_for("custody jail", _in_custody)
    | rules_for("charged charges charging indicted", _charged)
    | rules_for("faces facing face pleaded held arraigned", _faces)
    | rules_for("sought wanted", _wanted)
    | rules_for("looking searching hunting search looks searches hunt", _sought)
    | rules_for("seek seeking seeks identify locate find", _sought)
    | rules_for("large loose run", _at_large)
    | rules_for("convicted sentenced guilty", _convicted)
    | rules_for("accused suspected", _accused)
)
"""What to ask of each word that may tell of custody."""
