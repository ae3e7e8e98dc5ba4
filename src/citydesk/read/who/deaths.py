"""Who died: "died", "was pronounced dead", "the death of Lee", "Lee's murder", "did not survive", "lost her life".

In: a word for a death among the words of a report. Out: tellings that a mention is a victim and was killed.
"""

from collections.abc import Iterator

from citydesk.model import Outcome
from citydesk.read.who import votes
from citydesk.read.who.clauses import BE, HAVE, Clauses
from citydesk.read.who.harm import NOT, UNREAL, harmed, hurt_self
from citydesk.read.who.mentions import Mention
from citydesk.read.who.rules import Rule, rules_for
from citydesk.read.who.told import Telling

_PRONOUNCED = frozenset("pronounced found declared left".split())
_COMMITTED = frozenset("committed commits committing commit".split())
_OF_WOUND = frozenset("died dead dying suffered suffering sustained with succumbed received had".split())
_DEADLY = frozenset("died dead dying fatal fatally succumbed suicide killed death deceased".split())
_WOUNDING = ("shooting", "stabbing", "wounding")
_LOST = frozenset("lost lose loses losing".split())
_TOOK = frozenset("took takes taken taking claimed claims claiming cost costs ended".split())
_FOUND = frozenset("found discovered recovered located identified lying removed pulled".split())
"""Of a sentence that tells where somebody's body is: "a bullet in the boy's body" tells no death."""
_DID = frozenset("did didn't didn’t".split())
_WENT_ON = frozenset("to out into in home back past".split())
"""Words behind "make it" that say where."""


def _died(clauses: Clauses, at: int) -> Iterator[Telling]:
    if clauses.helpers(at) & (UNREAL - {"will"} | NOT):
        return
    span = clauses.mentions.words.span(at, at + 1)
    for mention in clauses.subjects(at):
        yield from harmed(mention, Outcome.KILLED, span, "died", votes.DIED)


def _dead(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "is dead", "was pronounced dead", "left two dead", "found him dead"."""
    words = clauses.mentions.words
    helpers = clauses.helpers(at)
    pronounced = next((n for n in range(at - 1, max(at - 5, -1), -1) if words.all[n].lower in _PRONOUNCED), None)
    beside = clauses.by_last.get(at)
    if helpers & NOT or not (beside or helpers & BE or helpers & HAVE or pronounced is not None):
        return
    if beside is None and any(m.first < at < m.last for m in clauses.mentions.by_sentence[words.sentence_of(at)]):
        return  # "the three dead victims"
    targets = clauses.together(beside) if beside else clauses.subjects(at if pronounced is None else pronounced)
    for mention in targets:
        yield from harmed(mention, Outcome.KILLED, words.span(at, at + 1), "died", votes.DIED)


def _suicide(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "committed suicide", "died by suicide"."""
    words = clauses.mentions.words
    verb = at - 1 if words.all[at - 1].lower in _COMMITTED else at - 2 if words.all[at - 1].lower == "by" else None
    if verb is None or verb < 0 or clauses.helpers(verb) & (UNREAL | NOT):
        yield from _death_of(clauses, at)
        return
    yield from hurt_self(clauses, clauses.subjects(verb), Outcome.KILLED, words.span(verb, at + 1))


def _self_inflicted(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "died of a self-inflicted gunshot wound", "was found dead with a self-inflicted wound"."""
    words = clauses.mentions.words
    first, end = words.bounds[words.sentence_of(at)]
    verb = next((n for n in range(at - 1, max(first, at - 9) - 1, -1) if words.all[n].lower in _OF_WOUND), None)
    before = {word.lower for word in words.all[max(first, at - 9) : at]}
    if verb is None or before & NOT:
        return
    dead = {word.lower for word in words.all[first:end]} & _DEADLY
    whom = clauses.beside(verb) or clauses.subjects(verb)
    outcome = Outcome.KILLED if dead else Outcome.INJURED
    yield from hurt_self(clauses, whom, outcome, words.span(at, at + 1))


def _death_of(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "the death of Lee", "Lee's death", "the shooting of an officer"."""
    words = clauses.mentions.words
    following = words.all[at + 1].lower if at + 1 < len(words.all) else ""
    if following in ("death", "deaths"):
        return
    wounding = words.all[at].lower.startswith(_WOUNDING)
    target = clauses.objects(at + 1) if following == "of" else ()
    for mention in target or _owner(clauses, at):
        outcome = Outcome.INJURED if wounding else Outcome.KILLED
        yield from harmed(mention, outcome, words.span(at, at + 1), "death of")


def _owner(clauses: Clauses, at: int) -> tuple[Mention, ...]:
    """Whose death it is, in "Lee's fatal shooting"."""
    words = clauses.mentions.words
    if at < 2 or all(word.lower != "'s" for word in words.all[at - 2 : at]):
        return ()
    sentence = clauses.mentions.by_sentence[words.sentence_of(at)]
    return tuple(m for m in sentence if at - 3 <= m.last <= at - 1 and m.inside)[:1]


def _survived_not(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "she did not survive", "he didn't make it"."""
    words = clauses.mentions.words
    helpers = clauses.helpers(at)
    behind = [word.lower for word in words.all[at + 1 : at + 3]]
    makes_it = behind[:1] == ["it"] and not set(behind[1:]) & _WENT_ON
    if helpers & NOT and helpers & _DID and (words.all[at].lower == "survive" or makes_it):
        for mention in clauses.subjects(at):
            yield from harmed(mention, Outcome.KILLED, words.span(at, at + 1), "died", votes.DIED)


def _unsaved(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "doctors were not able to save her", "could not be revived"."""
    words = clauses.mentions.words
    helpers = clauses.helpers(at)
    if words.all[at].lower.endswith("d"):
        whom = clauses.subjects(at) if helpers & NOT and "could" in helpers else ()
    else:
        before = {word.lower for word in words.all[max(0, at - 5) : at]}
        failed = "unable" in before or (before & NOT and before & {"able", "could"})
        whom = clauses.objects(at) if failed else ()
    for mention in whom:
        yield from harmed(mention, Outcome.KILLED, words.span(at, at + 1), "died", votes.DIED)


def _life(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "lost her life", "claimed the life of Lee", "Lee's life was taken"."""
    words = clauses.mentions.words
    before = [word.lower for word in words.all[max(0, at - 3) : at]]
    following = words.all[at + 1].lower if at + 1 < len(words.all) else ""
    if before[-1:] and before[-1] in ("his", "her", "their") and before[-2:-1] and before[-2] in _LOST:
        whom = clauses.subjects(at - 2)
    elif following == "of" and set(before) & _TOOK:
        whom = clauses.objects(at + 1)
    else:
        taken = set(before) & _TOOK or "taken" in (word.lower for word in words.all[at + 1 : at + 4])
        whom = _owner(clauses, at) if taken else ()
    for mention in whom:
        yield from harmed(mention, Outcome.KILLED, words.span(at, at + 1), "died", votes.DIED)


def _passed_away(clauses: Clauses, at: int) -> Iterator[Telling]:
    words = clauses.mentions.words.all
    if at + 1 < len(words) and words[at + 1].lower == "away":
        yield from _died(clauses, at)


def _body(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "the body of Ann Lee was found", "officers found Lee's body"."""
    words = clauses.mentions.words
    first, end = words.bounds[words.sentence_of(at)]
    if not _FOUND & {word.lower for word in words.all[first:end]}:
        return
    following = words.all[at + 1].lower if at + 1 < len(words.all) else ""
    whom = clauses.objects(at + 1) if following == "of" else _owner(clauses, at)
    for mention in whom:
        yield from harmed(mention, Outcome.KILLED, words.span(at, at + 1), "body", votes.DIED)


DEATHS: dict[str, Rule] = (
    rules_for("died dies succumbed perished", _died)
    | rules_for("dead deceased", _dead)
    | rules_for("death deaths murder slaying killing shooting stabbing killings murders homicide wounding", _death_of)
    | rules_for("shootings stabbings slayings", _death_of)
    | rules_for("survive make", _survived_not)
    | rules_for("save revive saved revived", _unsaved)
    | rules_for("life lives", _life)
    | rules_for("passed", _passed_away)
    | rules_for("body bodies", _body)
    | rules_for("suicide", _suicide)
    | rules_for("self-inflicted", _self_inflicted)
)
"""What to ask of each word for a death."""
