"""Who fired, drew, fled, or turned a gun on himself.

In: a word for such a deed among the words of a report. Out: tellings of parts, outcomes and custody.
"""

from collections.abc import Iterator

from citydesk.model import Custody, Outcome, Role
from citydesk.read.who import votes
from citydesk.read.who.clauses import BE, Clauses
from citydesk.read.who.harm import NOT, POLICE, REFLEXIVE, UNREAL, harmed, hurt_self, is_force, shot_by_police
from citydesk.read.who.mentions import Mention
from citydesk.read.who.rules import Rule, rules_for
from citydesk.read.who.told import Slot, Telling

_AIMS = frozenset("at on toward towards upon into".split())
_WEAPONS = frozenset("trigger gun handgun knife pistol weapon firearm rifle shotgun".split())
_TURNED = frozenset("gun weapon it pistol rifle handgun".split())
_WHOLE = frozenset("unharmed uninjured unhurt unscathed injury injuries harm".split())
_FLED = frozenset("fled flees escaped".split())
_AWAY = frozenset("off away".split())
_FAR = 8
"""Words between "fired" and "at the officer"."""


def _fired(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "opened fire on", "fired several shots at", "began shooting"."""
    words = clauses.mentions.words
    helpers = clauses.helpers(at)
    if helpers & (UNREAL | NOT):
        return
    if helpers & BE and words.all[at].lower == "fired" and not _fired_by(clauses, at):
        yield from _fired_upon(clauses, at)
        return
    span = words.span(at, at + 1)
    subjects = _fired_by(clauses, at) or clauses.doers(at)
    police = any(m.officer for m in subjects) or words.all[clauses.group_start(at) - 1].lower in POLICE
    for mention in subjects:
        role = Role.OFFICER if mention.officer else Role.SUSPECT
        yield Telling(mention.index, Slot.ROLE, role, span, votes.FIRED, "fired")
    for mention in _targets(clauses, at):
        if police and not mention.officer:
            yield from shot_by_police(mention, None, span, votes.POLICE_SHOT)
        elif not is_force(mention):
            yield from harmed(mention, None, span, "fired at", votes.FIRED_AT)


def _fired_by(clauses: Clauses, at: int) -> tuple[Mention, ...]:
    """Who it was, in "was fired by a boy", "a bullet fired by"."""
    by = at + 1 < len(clauses.mentions.words.all) and clauses.mentions.words.all[at + 1].lower == "by"
    return clauses.objects(at + 1) if by else ()


def _fired_upon(clauses: Clauses, at: int) -> Iterator[Telling]:
    words = clauses.mentions.words
    if at + 1 < len(words.all) and words.all[at + 1].lower in _AIMS:
        for mention in clauses.subjects(at, near=True):
            yield from harmed(mention, None, words.span(at, at + 2), "fired at")


def _targets(clauses: Clauses, at: int) -> tuple[Mention, ...]:
    """Those fired at."""
    words = clauses.mentions.words
    _, end = words.bounds[words.sentence_of(at)]
    for n in range(at + 1, min(end, at + 1 + _FAR)):
        if words.all[n].lower in _AIMS and n + 1 in clauses.by_first:
            return clauses.objects(n)
        if words.all[n].text in ",;":
            break
    return ()


def _began(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "opened fire", "started shooting"."""
    following = clauses.mentions.words.all[at + 1 : at + 2]
    if following and following[0].lower in ("fire", "shooting", "firing", "stabbing"):
        yield from _fired(clauses, at)


def _drew(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "pulled out a gun", "pulled the trigger"."""
    words = clauses.mentions.words
    if {word.lower for word in words.all[at + 1 : at + 6]} & _WEAPONS:
        for mention in clauses.doers(at):
            if not mention.officer:
                span = words.span(at, at + 1)
                yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, span, votes.DREW_WEAPON, "gun")


def _handled(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "was playing with a gun", "was cleaning his rifle": in whose hands it went off."""
    words = clauses.mentions.words
    ahead = [word.lower for word in words.all[at + 1 : at + 6]]
    if not _WEAPONS & set(ahead) or clauses.helpers(at) & (UNREAL | NOT):
        return
    for mention in clauses.subjects(at, near=True):
        if not mention.officer and mention.many == 1:
            yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, words.span(at, at + 1), votes.HANDLED, "handled")


def _responsible(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "is believed to be responsible for the shooting", "a person of interest"."""
    words = clauses.mentions.words
    following = words.all[at + 1].lower if at + 1 < len(words.all) else ""
    interest = words.all[at].lower == "interest" and words.all[at - 1].lower == "of"
    if interest or (following == "for" and not clauses.helpers(at) & NOT):
        beside = clauses.beside(at - 1 if interest else at)
        for mention in beside if interest else beside or clauses.subjects(at, near=True):
            if not mention.officer:
                yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, words.span(at, at + 1), votes.ACCUSED, "accused")


def _fled(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "fled", "drove off", "left the scene"."""
    words = clauses.mentions.words
    ahead = [word.lower for word in words.all[at + 1 : at + 4]]
    if words.all[at].lower not in _FLED and not _AWAY & set(ahead[:1]) and "scene" not in ahead:
        return
    if _WHOLE & set(ahead):
        return  # "her son escaped unharmed"
    span = clauses.mentions.words.span(at, at + 1)
    for mention in clauses.subjects(at, near=True):
        if not mention.officer:
            yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, span, votes.FLED, "fled")
            yield Telling(mention.index, Slot.CUSTODY, Custody.AT_LARGE, span, votes.FLED, "fled")


def _turned_on_self(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "turned the gun on himself", "took her own life"."""
    words = clauses.mentions.words
    ahead = [word.lower for word in words.all[at + 1 : at + 7]]
    on_self = next((n for n, word in enumerate(ahead) if word in REFLEXIVE), None)
    if on_self is None or "on" not in ahead or not _TURNED & set(ahead):
        on_self = ahead.index("life") if "own" in ahead and "life" in ahead else None
    if on_self is not None:
        yield from hurt_self(clauses, clauses.subjects(at), Outcome.KILLED, words.span(at, at + 2 + on_self))


def _on_leave(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "was placed on administrative leave": an officer who fired."""
    words = clauses.mentions.words
    verb = next((n for n in range(at - 1, max(0, at - 6), -1) if words.all[n].lower in ("placed", "put")), None)
    for mention in clauses.subjects(verb, near=True) if verb is not None else ():
        if mention.officer and verb is not None:
            yield Telling(mention.index, Slot.ROLE, Role.OFFICER, words.span(verb, at + 1), votes.ON_LEAVE, "leave")


DEEDS: dict[str, Rule] = (
    rules_for("fired fires firing", _fired)
    | rules_for("opened opens began started begins starts", _began)
    | rules_for("pulled drew brandished pointed produced", _drew)
    | rules_for("fled flees escaped ran drove sped walked got rode raced left", _fled)
    | rules_for("turned turns took turning taking takes", _turned_on_self)
    | rules_for("leave", _on_leave)
    | rules_for("handling playing cleaning showing holding examining loading unloading waving handled", _handled)
    | rules_for("responsible interest", _responsible)
)
"""What to ask of each word for a deed."""
