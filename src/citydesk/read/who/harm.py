"""What a verb of harm says of the mentions around it.

In: a verb such as "shot", "killed" or "wounding" among the words of a report. Out: tellings of part and outcome. The
verb is passive ("was shot"), active ("shot her") or a bare participle ("man shot in park"); its objects are victims
and its subjects suspects, except where police do it on duty.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from citydesk.model import Outcome, Role
from citydesk.read.page.document import Span
from citydesk.read.who import votes
from citydesk.read.who.clauses import BE, HAVE, Clauses
from citydesk.read.who.mentions import Form, Mention
from citydesk.read.who.told import Slot, Telling

_KILLS = frozenset(
    "killed kills killing murdered murders murdering slain executed strangled slaying assassinated gunned".split()
)
_WOUNDS = frozenset(
    """shot shoots wounded wounds wounding injured injures injuring stabbed stabs stabbing struck strikes striking hit
    hits hitting hurt hurts hurting grazed grazes grazing guns gunning slashed slashing beaten bludgeoned paralyzed
    maimed""".split()
)
_BARE = frozenset("kill shoot wound stab injure".split())
"""Forms that are verbs of harm only right behind a plural that does it: "police kill gunman"."""
HARMS = _KILLS | _WOUNDS | _BARE | {"shooting"}
"""Verbs of harm in the forms that tell of something done."""
UNREAL = frozenset("would could might to can may will never if should wanted".split())
"""Words before a verb that say that it did not happen, or not yet."""
NOT = frozenset("not n't never wasn't weren't isn't aren't didn't hasn't haven't nobody no".split())
"""Words before a verb that deny it."""
POLICE = frozenset("police officers officer deputies deputy troopers trooper swat cops agents".split())
"""Words for those who shoot on duty."""
REFLEXIVE = frozenset("himself herself themselves itself".split())
_AS_NOUN = frozenset("shot hit hurt strikes hits hurts wounds guns".split())
_BEFORE_NOUN = frozenset(
    "a an the his her their this that one gun fatal single first second last each another deadly apparent accidental "
    "mass double triple quadruple police officer-involved drive-by 's multiple two three four warning kill".split()
)
_AFTER_NOUN = frozenset("of death victim suspect spree range".split())
_AFTER_PARTICIPLE = frozenset(
    """in on at by during after outside near inside while multiple several twice once three four to dead and when as
    early late over from through with along before two five six seven around across behind since following this last
    monday tuesday wednesday thursday friday saturday sunday overnight just""".split()
)
_MISSILES = frozenset(
    "bullet bullets gun shot shots round rounds gunfire weapon firearm it which pellet car vehicle".split()
)
_SPARED = frozenset("injured hurt harmed hit wounded shot struck".split())
_CLAUSE_ENDS = frozenset((",", ";", ".", "and", "who", "when", "after", "while", "as"))
_MAX_TO_AGENT = 13
"""Words between "was shot" and "by a man"."""
_OLD_ENOUGH = 10
"""Years from which somebody shot by police may have attacked them."""
_SMALL = frozenset("child toddler infant baby newborn kid".split())
_WHETHER = frozenset(("whether", "if"))
_ACCUSED = frozenset("accused suspected charged convicted guilty wanted sought".split())
_MAX_TO_SELF = 8
_THEN = frozenset(", and then before finally later apparently".split())
"""Words between those shot and "himself"."""
_SUICIDE = re.compile(r"\bsuicides?\b", re.IGNORECASE)
_MURDER_SUICIDE = re.compile(
    r"\b(?:murder|homicide|killing|shooting)s?[-/ ]{1,3}(?:and )?suicide|\bmurder[- ]then[- ]suicide"
    r"|\bbefore (?:(?:fatally|apparently|later) )?(?:killing|shooting|turning [\w -]{1,30} on|taking) "
    r"(?:himself|herself|(?:his|her) own life)|\b(?:and|then|,) (?:then )?himself\b|\bthen herself\b"
    r"|\b(?:shoots?|shot|kills?|killed|stabbed|murdered) (?:[^.\s]+ ){1,20}?(?:then|and|,) ?"
    r"(?:then |fatally |later ){0,2}(?:kill(?:s|ed)|turn(?:s|ed) [\w -]{1,30} on) (?:himself|herself)",
    re.IGNORECASE,
)
"""Says that somebody killed others and then himself."""


def harmed(
    mention: Mention, outcome: Outcome | None, span: Span, cue: str, weight: float = votes.HARMED
) -> Iterator[Telling]:
    """That a mention is a victim and, if it is told, what became of it."""
    yield Telling(mention.index, Slot.ROLE, Role.VICTIM, span, weight, cue)
    if outcome is not None:
        yield Telling(mention.index, Slot.OUTCOME, outcome, span, weight, cue)


def shot_by_police(mention: Mention, outcome: Outcome | None, span: Span, weight: float) -> Iterator[Telling]:
    """That a mention is the suspect, since police fired on duty; a small child was hit by mistake."""
    if (mention.age is not None and mention.age.value < _OLD_ENOUGH) or (mention.noun and mention.noun.word in _SMALL):
        yield from harmed(mention, outcome, span, "by police")
        return
    yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, span, weight, "by police")
    if outcome is not None:
        yield Telling(mention.index, Slot.OUTCOME, outcome, span, votes.HARMED, "by police")


def hurt_self(
    clauses: Clauses, whom: Iterable[Mention], outcome: Outcome, span: Span, weight: float = votes.SELF_HARM
) -> Iterator[Telling]:
    """That a mention hurt or killed himself: a victim of nobody else, or the suspect of a murder-suicide."""
    text = clauses.mentions.words.document.text
    killed = outcome is Outcome.KILLED or _SUICIDE.search(text) is not None
    for mention in whom:
        if _MURDER_SUICIDE.search(text):
            yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, span, votes.DID_HARM, "self")
            yield Telling(mention.index, Slot.OUTCOME, Outcome.KILLED, span, votes.DID_HARM, "self")
        else:
            yield from harmed(mention, Outcome.KILLED if killed else outcome, span, "self", weight)


def find_harm(clauses: Clauses, at: int) -> Iterator[Telling]:
    """What the verb of harm at a word says."""
    span = clauses.mentions.words.span(at, at + 1)
    yield from _Verb(clauses, at, clauses.mentions.words.all[at].lower, clauses.helpers(at), span).tell()


@dataclass(frozen=True, slots=True)
class _Verb:
    """One verb of harm and the words around it."""

    clauses: Clauses
    at: int
    word: str
    helpers: frozenset[str]
    span: Span

    def tell(self) -> Iterator[Telling]:
        """What it says of the mentions around it."""
        gerund = self.word.endswith("ing")
        if self.helpers & UNREAL or self._is_noun() or (self.word in _BARE and not self._follows_many()):
            return
        if self.helpers & NOT:
            yield from self._spared()
        elif (self.helpers & BE and "had" not in self.helpers) or self.helpers & {"been", "being"}:
            yield from self._passive(self.clauses.subjects(self.at))
        elif self._next() in REFLEXIVE:
            yield from self._self_harm()
        elif objects := self.clauses.objects(self.at):
            yield from self._active(objects)
        elif not gerund and not self.helpers & HAVE and self._is_participle():
            yield from self._passive(self.clauses.subjects(self.at, near=True))

    def _next(self, n: int = 1) -> str:
        words = self.clauses.mentions.words.all
        return words[self.at + n].lower if self.at + n < len(words) else ""

    def _is_noun(self) -> bool:
        before = self.clauses.mentions.words.all[self.at - 1].lower if self.at else ""
        if self.word.endswith("ing"):
            return before in _BEFORE_NOUN or self._next() in _AFTER_NOUN
        return before in _BEFORE_NOUN and self.word in _AS_NOUN

    def _outcome(self) -> Outcome:
        start = self.clauses.group_start(self.at)
        around = {word.lower for word in self.clauses.mentions.words.all[start : self.at + 3]}
        to_death = self._next() == "dead" or (self._next() == "to" and self._next(2) == "death")
        dead = self.word in _KILLS or self.word == "kill" or to_death or bool(around & {"fatally", "mortally"})
        return Outcome.KILLED if dead else Outcome.INJURED

    def _is_to_death(self, at: int) -> bool:
        """Whether "to death" or "dead" stands behind those who were hit: "stabbed her husband to death"."""
        behind = [word.lower for word in self.clauses.mentions.words.all[at : at + 2]]
        return behind == ["to", "death"] or behind[:1] == ["dead"]

    def _is_participle(self) -> bool:
        """Whether a bare form, with a mention before it and none behind, says what was done to that mention."""
        following = self._next()
        if self.word.endswith("s"):
            return False
        return following in _AFTER_PARTICIPLE or not following[:1].isalnum() or following.endswith("ly")

    def _is_asked(self, subjects: tuple[Mention, ...]) -> bool:
        """Whether it is only asked: "whether he was shot by the officer"."""
        words = self.clauses.mentions.words.all
        return any(m.first > 0 and words[m.first - 1].lower in _WHETHER for m in subjects)

    def _doers(self) -> tuple[Mention, ...]:
        """Who does it; in "police arrested a man accused of killing her", the man."""
        words = self.clauses.mentions.words.all
        start = self.clauses.group_start(self.at)
        if self.word.endswith("ing") and start > 1 and words[start - 2].lower in _ACCUSED:
            beside = self.clauses.by_last.get(start - 1) or self.clauses.by_last.get(
                self.clauses.group_start(start - 2)
            )
            return (beside,) if beside is not None else self.clauses.subjects(start - 2)
        return self.clauses.subjects(self.at, near=not self.word.endswith("ing"))

    def _passive(self, subjects: tuple[Mention, ...]) -> Iterator[Telling]:
        if self._is_asked(subjects):
            return
        agent = self._agent()
        outcome = self._outcome()
        for mention in subjects:
            if agent is not None and agent.officer and not mention.officer:
                yield from shot_by_police(mention, outcome, self.span, votes.SHOT_BY_POLICE)
            else:
                yield from harmed(mention, outcome, self.span, f"was {self.word}")
        if agent is not None:
            role = Role.OFFICER if agent.officer else Role.SUSPECT
            yield Telling(agent.index, Slot.ROLE, role, self.span, votes.DID_HARM, "agent")

    def _agent(self) -> Mention | None:
        """The mention behind "by"."""
        words = self.clauses.mentions.words
        _, end = words.bounds[words.sentence_of(self.at)]
        for n in range(self.at + 1, min(end, self.at + 1 + _MAX_TO_AGENT)):
            if words.all[n].lower in _CLAUSE_ENDS:
                return None
            if words.all[n].lower == "by":
                return self.clauses.by_first.get(n + 1)
        return None

    def _active(self, objects: tuple[Mention, ...]) -> Iterator[Telling]:
        gerund = self.word.endswith("ing")
        subjects = tuple(s for s in self._doers() if s not in objects and not self._is_missile(s))
        if self._is_asked(subjects):
            return
        at_home = any(mention.noun and mention.noun.kin and mention.owner is not None for mention in objects)
        police = not at_home and (any(subject.officer for subject in subjects) or self._follows_police())
        outcome = None if self._next() == "at" else self._outcome()
        if outcome is Outcome.INJURED and self._is_to_death(objects[-1].last):
            outcome = Outcome.KILLED
        for mention in objects:
            if police and not mention.officer:
                yield from shot_by_police(mention, outcome, self.span, votes.POLICE_SHOT)
            else:
                yield from harmed(mention, outcome, self.span, f"object of {self.word}")
        weight = votes.DID_HARM_LOOSELY if gerund else votes.DID_HARM
        for mention in subjects:
            role = Role.OFFICER if mention.officer and not at_home else Role.SUSPECT
            yield Telling(mention.index, Slot.ROLE, role, self.span, weight, f"did {role}")
        yield from self._then_self(subjects, objects)

    def _is_missile(self, subject: Mention) -> bool:
        """Whether something else than the mention does it ("Lee said the bullet hit")."""
        between = self.clauses.mentions.words.all[subject.last : self.clauses.group_start(self.at)]
        return any(word.lower in _MISSILES for word in between)

    def _follows_many(self) -> bool:
        """Whether a plural stands right before, so that "kill" is what it does: "police kill gunman"."""
        before = self.clauses.by_last.get(self.clauses.group_start(self.at))
        return self._follows_police() or (before is not None and before.many != 1)

    def _follows_police(self) -> bool:
        start = self.clauses.group_start(self.at)
        return start > 0 and self.clauses.mentions.words.all[start - 1].lower in POLICE

    def _self_harm(self) -> Iterator[Telling]:
        span = self.clauses.mentions.words.span(self.at, self.at + 2)
        yield from hurt_self(self.clauses, self.clauses.subjects(self.at), self._outcome(), span)

    def _then_self(self, subjects: tuple[Mention, ...], objects: tuple[Mention, ...]) -> Iterator[Telling]:
        """That who did it did it to himself too: "killed his wife, two sons, then himself"."""
        words = self.clauses.mentions.words
        _, end = words.bounds[words.sentence_of(self.at)]
        for n in range(objects[-1].last, min(end, objects[-1].last + _MAX_TO_SELF)):
            if words.all[n].lower in REFLEXIVE:
                yield from hurt_self(self.clauses, subjects, self._outcome(), words.span(n, n + 1))
                return
            if words.all[n].lower not in _THEN:
                return

    def _spared(self) -> Iterator[Telling]:
        if self.word in _SPARED:
            span = self.clauses.mentions.words.span(self.clauses.group_start(self.at), self.at + 1)
            for mention in self.clauses.subjects(self.at):
                yield Telling(mention.index, Slot.OUTCOME, Outcome.UNHARMED, span, 1.0, "spared")
                yield Telling(mention.index, Slot.ROLE, Role.WITNESS, span, votes.SAW, "spared")


def is_force(mention: Mention) -> bool:
    """Whether a mention is police in general and nobody in particular."""
    return mention.officer and mention.many is None and mention.form is Form.DESCRIPTION
