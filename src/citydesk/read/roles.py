"""Who did what: parts in an incident, and deaths and wounds, from the verbs around mentions.

In: the mentions of a report. Out: tellings of role and outcome. A verb of harm is passive ("was shot"), active ("shot
her") or a bare participle ("man shot in park"); its objects are victims and its subjects suspects, except where
police do it on duty. How tellings add up is left to `persons`' assembly in `participants.py`.
"""

import re
from collections.abc import Iterator

from citydesk.model import Custody, Outcome, Role
from citydesk.read.clauses import BE, HAVE, Clauses
from citydesk.read.document import Span
from citydesk.read.mentions import Form, Mention
from citydesk.read.told import Slot, Telling

_KILLS = frozenset(
    "killed kills killing murdered murders murdering slain executed strangled slaying assassinated".split()
)
_WOUNDS = frozenset(
    """shot shoots wounded wounds wounding injured injures injuring stabbed stabs stabbing struck strikes striking hit
    hits hitting hurt hurts hurting grazed grazes grazing gunned guns gunning slashed slashing beaten bludgeoned
    paralyzed maimed""".split()
)
_HARMS = _KILLS | _WOUNDS | {"shooting"}
_ING = frozenset(word for word in _HARMS if word.endswith("ing"))
_BY_ACCIDENT_OF = frozenset("hit hits hitting struck strikes striking hurt hurts".split())
_UNREAL = frozenset("would could might to can may will never if should wanted".split())
_NOT = frozenset("not n't never wasn't weren't isn't aren't didn't hasn't haven't nobody".split())
_AFTER_PARTICIPLE = frozenset(
    """in on at by during after outside near inside while multiple several twice once three four to dead and when as
    early late over from through with along before two five six seven around across behind since following
    fatally this last monday tuesday wednesday thursday friday saturday sunday overnight critically
    just multiple repeatedly""".split()
)
_REFLEXIVE = frozenset("himself herself themselves itself".split())
_POLICE = frozenset("police officers officer deputies deputy troopers trooper swat cops agents".split())
_DETERMINERS = frozenset("the a an his her their its".split())

VICTIM_OF_VERB = 2.0
SUSPECT_OF_VERB = 3.0
SHOT_BY_POLICE = 4.0
FIRED = 3.5
ROLE_NOUN = 4.0
DIED = 1.5
"""How much each kind of words weighs for a part; a person's part is the one with the greatest sum. Set on the gold
of 2026-07 (half of it), the other half unseen."""


Made = Iterator[Telling]


def find_parts(clauses: Clauses) -> list[Telling]:
    """What verbs of harm, firing and fleeing, and the words for persons themselves, say of parts and outcomes."""
    found: list[Telling] = []
    for mention in clauses.mentions.all:
        found.extend(_told_by_words(mention))
    for at, word in enumerate(clauses.mentions.words.all):
        if word.lower in _HARMS:
            found.extend(_Verb(clauses, at).tell())
        if finder := _OTHERS.get(word.lower):
            found.extend(finder(clauses, at))
    return found


def _told_by_words(mention: Mention) -> Made:
    """What a mention's own words say: "the gunman", "the slain officer"."""
    if mention.noun is not None and mention.noun.role is not None:
        weight = ROLE_NOUN if mention.noun.role is not Role.WITNESS else 2.0
        yield Telling(mention.index, Slot.ROLE, mention.noun.role, mention.head, weight, "noun")
    if mention.modifiers & _DEAD_MODIFIERS:
        yield from _harmed(mention, Outcome.KILLED, mention.span, "modifier")
    elif mention.modifiers & {"wounded", "injured"}:
        yield from _harmed(mention, Outcome.INJURED, mention.span, "modifier")
    if "suspected" in mention.modifiers or "accused" in mention.modifiers or "suspect" in mention.modifiers:
        yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, mention.span, ROLE_NOUN, "noun")


def _harmed(mention: Mention, outcome: Outcome | None, span: Span, cue: str, weight: float = VICTIM_OF_VERB) -> Made:
    yield Telling(mention.index, Slot.ROLE, Role.VICTIM, span, weight, cue)
    if outcome is not None:
        yield Telling(mention.index, Slot.OUTCOME, outcome, span, weight, cue)


class _Verb:
    """One verb of harm and the words around it."""

    def __init__(self, clauses: Clauses, at: int) -> None:
        self.clauses, self.at = clauses, at
        self.words = clauses.mentions.words
        self.word = self.words.all[at].lower
        self.helpers = clauses.helpers(at)
        self.span = self.words.span(at, at + 1)

    def tell(self) -> Made:
        """What it says of the mentions around it."""
        if self.helpers & _UNREAL or self._is_noun():
            return
        if self.helpers & _NOT or "no" in self.helpers:
            yield from self._unharmed()
        elif (self.helpers & BE and "had" not in self.helpers - {"been"}) or self.helpers & {"been", "being"}:
            yield from self._passive(self.clauses.subjects(self.at))
        elif self._next() in _REFLEXIVE:
            yield from self._self_harm()
        elif objects := self.clauses.objects(self.at):
            yield from self._active(objects)
        elif self.word not in _ING and not self.helpers & HAVE and self._is_participle():
            yield from self._passive(self.clauses.subjects(self.at, near=True))

    def _next(self, n: int = 1) -> str:
        at = self.at + n
        return self.words.all[at].lower if at < len(self.words.all) else ""

    def _is_noun(self) -> bool:
        before = self.words.all[self.at - 1].lower if self.at else ""
        if self.word in _ING:
            return before in _BEFORE_NOUN or self._next() in ("of", "death", "victim", "suspect", "spree", "range")
        return before in _BEFORE_NOUN and self.word in (
            "shot",
            "hit",
            "hurt",
            "strikes",
            "hits",
            "hurts",
            "wounds",
            "guns",
            "shots",
        )

    def _outcome(self) -> Outcome:
        start = self.clauses.group_start(self.at)
        around = {word.lower for word in self.words.all[start : self.at + 3]}
        dead = self.word in _KILLS or self.word == "gunned" or bool(around & {"fatally", "mortally"})
        dead = dead or (self._next() == "to" and self._next(2) == "death") or self._next() == "dead"
        return Outcome.KILLED if dead else Outcome.INJURED

    def _is_participle(self) -> bool:
        """Whether a bare form, with a mention before it and none behind, says what was done to that mention."""
        following = self._next()
        if self.word.endswith("s") and self.word != "slain":
            return False
        return (
            following in _AFTER_PARTICIPLE
            or not following[:1].isalnum()
            or following.endswith("ly")
            or following == "by"
        )

    def _passive(self, subjects: tuple[Mention, ...]) -> Made:
        agents = self._agents()
        by_police = any(agent.officer for agent in agents)
        outcome = self._outcome()
        for mention in subjects:
            if by_police and not mention.officer:
                yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, self.span, SHOT_BY_POLICE, "by police")
                yield Telling(mention.index, Slot.OUTCOME, outcome, self.span, VICTIM_OF_VERB, "verb")
            elif mention.form is not Form.DESCRIPTION or not _is_force(mention) or outcome is not None:
                yield from _harmed(mention, outcome, self.span, f"was {self.word}")
        for agent in agents:
            if agent.officer:
                yield Telling(agent.index, Slot.ROLE, Role.OFFICER, self.span, SUSPECT_OF_VERB, "agent")
            else:
                yield Telling(agent.index, Slot.ROLE, Role.SUSPECT, self.span, SUSPECT_OF_VERB, "agent")

    def _agents(self) -> tuple[Mention, ...]:
        _, end = self.words.bounds[self.words.sentence_of(self.at)]
        for n in range(self.at + 1, min(end, self.at + 14)):
            word = self.words.all[n].lower
            if word in (",", ";", ".", "and", "who", "when", "after", "while", "as"):
                return ()
            if word == "by":
                agent = self.clauses.next_to(n + 1)
                return (agent,) if agent else ()
        return ()

    def _active(self, objects: tuple[Mention, ...]) -> Made:
        subjects = self.clauses.subjects(self.at, near=self.word not in _ING)
        subjects = tuple(s for s in subjects if s not in objects and not self._by_bullet(s))
        at_home = any(mention.noun and mention.noun.kin and mention.owner is not None for mention in objects)
        police = not at_home and (any(subject.officer for subject in subjects) or self._follows_police())
        missed = self._next() == "at"
        outcome = None if missed else self._outcome()
        for mention in objects:
            if police and not mention.officer:
                yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, self.span, SHOT_BY_POLICE - 1.0, "by police")
                if outcome is not None:
                    yield Telling(mention.index, Slot.OUTCOME, outcome, self.span, VICTIM_OF_VERB, "verb")
            else:
                yield from _harmed(mention, outcome, self.span, f"object of {self.word}")
        weight = SUSPECT_OF_VERB if self.word not in _ING else 1.0
        for mention in subjects:
            on_duty = mention.officer and not at_home and not _is_suspect_word(mention)
            role = Role.OFFICER if on_duty else Role.SUSPECT
            yield Telling(mention.index, Slot.ROLE, role, self.span, weight, f"did {role}")

    def _by_bullet(self, subject: Mention) -> bool:
        """Whether something else than the mention does it ("Lee said the bullet hit")."""
        between = self.words.all[subject.last : self.clauses.group_start(self.at)]
        return any(word.lower in _MISSILES for word in between)

    def _follows_police(self) -> bool:
        start = self.clauses.group_start(self.at)
        return start > 0 and self.words.all[start - 1].lower in _POLICE

    def _self_harm(self) -> Made:
        suicide = _SUICIDE.search(self.words.document.text) is not None
        outcome = Outcome.KILLED if suicide else self._outcome()
        for mention in self.clauses.subjects(self.at):
            yield from _harmed(mention, outcome, self.span, "self")

    def _unharmed(self) -> Made:
        if self.word not in ("injured", "hurt", "harmed", "hit", "wounded", "shot", "struck"):
            return
        for mention in self.clauses.subjects(self.at):
            yield Telling(mention.index, Slot.OUTCOME, Outcome.UNHARMED, self.span, 1.0, "unharmed")


def _is_force(mention: Mention) -> bool:
    """Whether a mention is police in general and nobody in particular."""
    return mention.officer and mention.many is None and mention.form is Form.DESCRIPTION


def _is_suspect_word(mention: Mention) -> bool:
    return mention.noun is not None and mention.noun.role is Role.SUSPECT


def _died(clauses: Clauses, at: int) -> Made:
    if clauses.helpers(at) & (_UNREAL - {"will"}) or clauses.helpers(at) & _NOT:
        return
    span = clauses.mentions.words.span(at, at + 1)
    for mention in clauses.subjects(at):
        yield from _harmed(mention, Outcome.KILLED, span, "died", DIED)


def _dead(clauses: Clauses, at: int) -> Made:
    words = clauses.mentions.words
    span = words.span(at, at + 1)
    before = clauses.before(at) if words.all[at - 1].text != "," else None
    helpers = clauses.helpers(at)
    if before is None and not (
        helpers & BE or helpers & HAVE or {"pronounced", "found", "declared"} & _back(clauses, at, 4)
    ):
        return
    if helpers & _NOT:
        return
    for mention in clauses._chain_left(before) if before else clauses.subjects(_pronounced(clauses, at)):
        yield from _harmed(mention, Outcome.KILLED, span, "died", DIED)


def _pronounced(clauses: Clauses, at: int) -> int:
    for n in range(at - 1, max(at - 4, -1), -1):
        if clauses.mentions.words.all[n].lower in ("pronounced", "found", "declared", "left"):
            return n
    return at


def _back(clauses: Clauses, at: int, count: int) -> set[str]:
    return {word.lower for word in clauses.mentions.words.all[max(0, at - count) : at]}


def _death_of(clauses: Clauses, at: int) -> Made:
    """ "The death of Lee", "Lee's death", "the shooting of an officer"."""
    words = clauses.mentions.words
    word = words.all[at].lower
    outcome = Outcome.INJURED if word.startswith(("shooting", "stabbing", "wounding")) else Outcome.KILLED
    span = words.span(at, at + 1)
    nouns = at + 1
    if nouns < len(words.all) and words.all[nouns].lower in ("death", "deaths"):
        return
    target: tuple[Mention, ...] = ()
    if nouns < len(words.all) and words.all[nouns].lower == "of":
        target = clauses.objects(nouns)
    if not target and at >= 2 and "'s" in _back(clauses, at, 3):
        owner = next(
            (m for m in clauses.mentions.by_sentence[words.sentence_of(at)] if at - 3 <= m.last <= at - 1 and m.inside),
            None,
        )
        target = (owner,) if owner else ()
    for mention in target:
        yield from _harmed(mention, outcome, span, "death of")


def _fired(clauses: Clauses, at: int) -> Made:
    """ "Opened fire on", "fired several shots at", "began shooting"."""
    words = clauses.mentions.words
    span = words.span(at, at + 1)
    helpers = clauses.helpers(at)
    if helpers & _UNREAL or helpers & _NOT:
        return
    if helpers & BE and words.all[at].lower == "fired":
        for mention in clauses.subjects(at, near=True):
            if at + 1 < len(words.all) and words.all[at + 1].lower in ("upon", "at", "on"):
                yield from _harmed(mention, None, span, "fired at")
        return
    subjects = clauses.subjects(at, near=True)
    police = any(m.officer for m in subjects) or words.all[clauses.group_start(at) - 1].lower in _POLICE
    for mention in subjects:
        role = Role.OFFICER if mention.officer else Role.SUSPECT
        yield Telling(mention.index, Slot.ROLE, role, span, FIRED, "fired")
    for mention in _targets(clauses, at):
        if police and not mention.officer:
            yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, span, SUSPECT_OF_VERB, "by police")
        elif not _is_force(mention):
            yield from _harmed(mention, None, span, "fired at", 1.5)


def _targets(clauses: Clauses, at: int) -> tuple[Mention, ...]:
    words = clauses.mentions.words
    _, end = words.bounds[words.sentence_of(at)]
    for n in range(at + 1, min(end, at + 9)):
        if words.all[n].lower in ("at", "on", "toward", "towards", "upon", "into") and clauses.next_to(n + 1):
            return clauses.objects(n)
        if words.all[n].text in ",;":
            break
    return ()


def _opened(clauses: Clauses, at: int) -> Made:
    following = clauses.mentions.words.all[at + 1 : at + 2]
    if following and following[0].lower == "fire":
        yield from _fired(clauses, at)


def _began(clauses: Clauses, at: int) -> Made:
    following = clauses.mentions.words.all[at + 1 : at + 2]
    if following and following[0].lower in ("shooting", "firing", "stabbing"):
        yield from _fired(clauses, at)


def _pulled(clauses: Clauses, at: int) -> Made:
    words = clauses.mentions.words
    around = {word.lower for word in words.all[at + 1 : at + 6]}
    if around & {"trigger", "gun", "handgun", "knife", "pistol", "weapon", "firearm", "rifle", "shotgun"}:
        for mention in clauses.subjects(at, near=True):
            if not mention.officer:
                yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, words.span(at, at + 1), SUSPECT_OF_VERB, "gun")


def _fled(clauses: Clauses, at: int) -> Made:
    words = clauses.mentions.words
    for mention in clauses.subjects(at, near=True):
        if not mention.officer:
            yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, words.span(at, at + 1), 0.7, "fled")
            if words.all[at].lower in ("fled", "flees", "escaped"):
                yield Telling(mention.index, Slot.CUSTODY, Custody.AT_LARGE, words.span(at, at + 1), 0.5, "fled")


def _turned_on_self(clauses: Clauses, at: int) -> Made:
    """ "Turned the gun on himself", "took her own life"."""
    words = clauses.mentions.words
    around = [word.lower for word in words.all[at + 1 : at + 7]]
    on_self = (
        "on" in around
        and _REFLEXIVE & set(around)
        and {"gun", "weapon", "it", "pistol", "rifle", "handgun"} & set(around)
    )
    if on_self or ("own" in around and "life" in around):
        for mention in clauses.subjects(at):
            yield from _harmed(
                mention, Outcome.KILLED, words.span(at, at + 1 + len(around)), "self", 1.0
            )


def _witnessed(clauses: Clauses, at: int) -> Made:
    words = clauses.mentions.words
    for mention in clauses.subjects(at, near=True):
        if not mention.officer:
            yield Telling(mention.index, Slot.ROLE, Role.WITNESS, words.span(at, at + 1), 1.0, "witnessed")


def _was_there(clauses: Clauses, at: int) -> Made:
    """"Her two sisters were in the house at the time", "was asleep when"."""
    words = clauses.mentions.words
    first, end = words.bounds[words.sentence_of(at)]
    ahead = {word.lower for word in words.all[at + 1 : min(end, at + 5)]}
    verb = next((n for n in range(at - 1, max(first, at - 4) - 1, -1) if words.all[n].lower in ("was", "were")), None)
    if verb is None or not ahead & {"time", "when", "during", "with"}:
        return
    for mention in clauses.subjects(verb, near=True):
        if not mention.officer:
            yield Telling(mention.index, Slot.ROLE, Role.WITNESS, words.span(verb, at + 1), 1.0, "was there")


def _on_leave(clauses: Clauses, at: int) -> Made:
    """"Was placed on administrative leave": an officer who fired."""
    words = clauses.mentions.words
    verb = next((n for n in range(at - 1, max(0, at - 6), -1) if words.all[n].lower in ("placed", "put")), None)
    if verb is not None:
        for mention in clauses.subjects(verb, near=True):
            if mention.officer:
                yield Telling(mention.index, Slot.ROLE, Role.OFFICER, words.span(verb, at + 1), 2.0, "leave")


def _says(clauses: Clauses, at: int) -> Made:
    """"Lee said", "said Lee", "according to Lee": one who is heard."""
    words = clauses.mentions.words
    speaker = clauses.before(at) or clauses.next_to(at + 1)
    if words.all[at].lower == "according":
        speaker = clauses.next_to(at + 2)
    if speaker is None or speaker.many != 1:
        return
    yield Telling(speaker.index, Slot.SPEAKS, True, words.span(at, at + 1), 1.0, "says")
    first, end = words.bounds[words.sentence_of(at)]
    told = _SAW.search(words.document.text, words.all[first].start, words.all[end - 1].end)
    if told and not speaker.officer:
        yield Telling(speaker.index, Slot.ROLE, Role.WITNESS, Span(*told.span()), 1.0, "saw")


_SUICIDE = re.compile(r"\bsuicides?\b", re.IGNORECASE)
_SAW = re.compile(
    r"\b(?:I|we|We) (?:just |then |actually )?(?:heard|saw|seen|ran|looked|witnessed|watched|woke|hit the floor|ducked|came out|went out)\b"
)
"""Words of one who was there, in a quotation."""
_MISSILES = frozenset("bullet bullets gun shot shots round rounds gunfire weapon firearm it which pellet car vehicle".split())
_DEAD_MODIFIERS = frozenset("dead deceased slain fallen".split())
_BEFORE_NOUN = frozenset(
    "a an the his her their this that one gun fatal single first second last each another deadly apparent accidental "
    "mass double triple quadruple police officer-involved drive-by 's multiple two three four warning kill".split()
)
_OTHERS = (
    dict.fromkeys("died dies succumbed perished".split(), _died)
    | {
        "dead": _dead,
        "opened": _opened,
        "opens": _opened,
        "began": _began,
        "started": _began,
        "begins": _began,
        "starts": _began,
    }
    | dict.fromkeys("fired fires firing".split(), _fired)
    | dict.fromkeys("pulled drew brandished pointed produced".split(), _pulled)
    | dict.fromkeys("fled flees escaped barricaded surrendered robbed".split(), _fled)
    | dict.fromkeys("turned turns took turning taking takes".split(), _turned_on_self)
    | dict.fromkeys("witnessed heard saw watched awoke woke".split(), _witnessed)
    | {"leave": _on_leave}
    | dict.fromkeys("home inside asleep house apartment unharmed".split(), _was_there)
    | dict.fromkeys("said says told added noted explained stated according recalled announced".split(), _says)
    | dict.fromkeys("death deaths murder slaying killing shooting stabbing killings murders homicide suicide wounding".split(), _death_of)
)
"""By the word that sets a rule going."""
