"""Who does what to whom: the mentions that a verb's words belong to.

In: the mentions of a report and the place of a verb among its words. Out: the mentions that do it (`subjects`) or
that it is done to (`objects`). No parser: the words between a verb and the mentions around it decide. Where nothing
fits, the answer is empty.
"""

from dataclasses import dataclass

from citydesk.read.page.words import Word
from citydesk.read.who.mentions import Form, Mention, Mentions

BE = frozenset("was were is are be been being am get gets got getting wasn't weren't isn't aren't 's".split())
"""Forms of "to be" and "to get" that make a passive."""
HAVE = frozenset("has have had having hasn't haven't hadn't".split())
_HELPERS = (
    BE
    | HAVE
    | frozenset(
        """will would could should may might can must did does do didn't don't doesn't wouldn't couldn't to not never
        reportedly allegedly apparently later then also still now currently fatally critically seriously severely
        mortally accidentally unintentionally inadvertently intentionally deliberately both all each only already
        just once twice initially eventually ultimately subsequently immediately briefly recently previously finally
        likely possibly possible first again soon quickly somehow instead simply himself herself believed suspected
        thought reported said alleged found expected listed seen confirmed feared presumed being gravely slightly badly
        repeatedly violently brutally tragically instantly randomly facing formally officially additionally
        actually even too once charged accused""".split()
    )
)
_WHO = frozenset("who that which whom".split())
_PREPOSITIONS = frozenset(
    """of in on at with for from to against between near into toward towards behind beside beneath including like than
    upon by about around inside outside over under through among following involving concerning alongside versus
    besides per regarding via onto within without""".split()
)
_TAKES_OBJECT = frozenset(
    """shot shoots shooting killed kills killing wounded wounds wounding injured injures injuring stabbed stabs stabbing
    struck strikes striking hit hits hitting found finds finding arrested arrests arresting charged charges charging
    identified identifies identifying took takes taking told tells telling leaving left leaves saw sees see seeing
    hurt hurting grazed grazing attacked attacking confronted confronting chased chasing robbed robbing murdered
    murdering met asked called named detained sought seek seeking interviewed questioned rushed transported
    airlifted treated pronounced approached threatened threatening carried drove knew know blamed helped protect
    protecting save saved picked dragged ambushed beat punched fought apprehended captured released described
    discovered located spotted encountered contacted joined raised survived accused married dating choked""".split()
)
_TAKES_CLAUSE = frozenset(
    "believed alleged reported claimed testified announced confirmed added noted learned determined stated explained "
    "indicated revealed suggested according saying during including suspected being morning evening".split()
)
"""Words in -ed and -ing behind which a mention begins a clause of its own."""
_AND = frozenset(("and", "&", "or", "plus"))
_SAYS = frozenset("said says told added noted explained stated say announced recalled".split())
_STOPS = frozenset(";:")
_LIST_MARKS = frozenset(",;")
"""Between those of a list: "Ann Lee, 20; Bo Diaz, 22; and Cal Roe, 30"."""
_SKIPPED_OBJECT = frozenset(
    """and dead down fatally accidentally unintentionally at on another both all also critically seriously up to
    an the a death or wounding killing killed wounded wounding injured injuring hit fired shot""".split()
)


_FILLERS = frozenset(
    """with suffering suffered sustained from a an apparent gunshot wound wounds multiple several single at least one
    two three four of what appeared appears be believed shot gun bullet graze stab non-life-threatening life-threatening
    injuries injury in to the who had has been was were and being is are having inside lying bleeding shotgun listed
    hospitalized also both all still currently now reported initially serious critical stable said remain remains
    remained that have through either each treated for hospital taken his her their hit struck grazed stabbed blasted
    slashed injured nicked once twice times""".split()
)
"""Words that stand between a person and a word for the wound or condition."""
_BEHIND = frozenset(
    "in inside from with on at near outside armed wearing dressed standing riding sitting driving".split()
)
"""Words with which an aside begins that stands between who does something and what he does."""
_BREAKS = _AND | frozenset("when while as who that which after before until but because".split())
_MARKS = frozenset(',;:."“”')
_MAX_ASIDE = 12
"""Words back over which such an aside reaches."""
_MAX_FILLERS = 14
_MAX_GROUP = 16
"""Helping words before a verb."""
_MAX_REACH = 80
"""Words back to which a verb's subject may stand."""
_MAX_LIST = 40
"""Persons joined by commas and "and" that are taken for one list."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """Looks up the mentions around a verb."""

    mentions: Mentions
    by_first: dict[int, Mention]
    by_last: dict[int, Mention]

    def subjects(self, verb: int, *, near: bool = False) -> tuple[Mention, ...]:
        """The mentions that do, or are, what the verb group around a word says.

        With `near`, only where they stand right before it, or before it and words set between commas.
        """
        start, _ = self._sentence(verb)
        at = self.group_start(verb) - 1
        if at < start:
            return ()
        if self._word(at).lower in _WHO:
            at -= 1
            at -= self._word(at).text == "," and at > start
            mention = self.by_last.get(at + 1)
            if mention is None and self._word(self.group_start(verb) - 1).lower == "who":
                mention = self._left_of(at + 1, start, any_place=True)
            return self.together(mention) if mention else ()
        if mention := self.by_last.get(at + 1):
            return self.together(mention)
        if self._word(at).text in (",", "—", "–") and at in self.by_last and not self._is_object(self.by_last[at]):
            return self.together(self.by_last[at])
        if self._word(at).text in ",—–)" and (mention := self._before_aside(at, start)):
            return self.together(mention)
        if near and not (self._word(at).lower in _AND or self._word(at).text == ","):
            return ()
        mention = self._left_of(at + 1, start)
        return self.together(mention) if mention else ()

    def doers(self, verb: int) -> tuple[Mention, ...]:
        """The mentions right before a verb, or before words such as "in a passing car" that stand between."""
        if near := self.subjects(verb, near=True):
            return near
        start, _ = self._sentence(verb)
        for at in range(self.group_start(verb) - 1, max(start, verb - _MAX_ASIDE) - 1, -1):
            if self._word(at).text in _MARKS or self._word(at).lower in _BREAKS:
                return ()
            mention = self.by_last.get(at)
            if mention is not None and not self._is_object(mention):
                return self.together(mention) if self._word(at).lower in _BEHIND else ()
        return ()

    def objects(self, verb: int) -> tuple[Mention, ...]:
        """The mentions right behind a verb, with those that "and" and commas join to them."""
        _, end = self._sentence(verb)
        at = verb + 1
        while at < end and at not in self.by_first and self._word(at).lower in _SKIPPED_OBJECT and at - verb < 5:
            at += 1
        mention = self.by_first.get(at) if at < end else None
        return self._chain_right(mention, end) if mention else ()

    def before(self, at: int) -> Mention | None:
        """The mention that ends right before a word, or before a comma there."""
        return self.by_last.get(at) or (self.by_last.get(at - 1) if at and self._word(at - 1).text == "," else None)

    def beside(self, at: int) -> tuple[Mention, ...]:
        """The mention right before a word, with only words such as "with a gunshot wound" between."""
        start, _ = self._sentence(at)
        for n in range(at, max(start, at - _MAX_FILLERS), -1):
            mention = self.by_last.get(n)
            if mention is not None:
                return () if mention.officer and mention.many is None else self.together(mention)
            if self._word(n - 1).lower not in _FILLERS and not (
                self._word(n - 1).text == "," and n - 1 in self.by_last
            ):
                return ()
        return ()

    def group_start(self, verb: int) -> int:
        """Where the helping words before a verb begin ("has also been" shot)."""
        start, _ = self._sentence(verb)
        at = verb
        start = max(start, verb - _MAX_GROUP)
        while at > start:
            word = self._word(at - 1).lower
            if word in _HELPERS:
                at -= 1
            elif at - 2 >= start and self._word(at - 2).lower in _TAKES_OBJECT and self._joins_verbs(at - 1):
                at -= 2
            else:
                break
        return at

    def _joins_verbs(self, at: int) -> bool:
        """Whether the verb before a word goes on behind it ("shot and killed", "shot, wounded")."""
        return self._word(at).lower in _AND or (self._word(at).text == "," and at - 1 not in self.by_last)

    def helpers(self, verb: int) -> frozenset[str]:
        """The helping words before a verb."""
        return frozenset(self._word(n).lower for n in range(self.group_start(verb), verb))

    def _word(self, at: int) -> Word:
        return self.mentions.words.all[at]

    def _sentence(self, at: int) -> tuple[int, int]:
        sentence = self.mentions.words.sentence_of(at)
        return self.mentions.words.bounds[sentence]

    def _before_aside(self, comma: int, start: int) -> Mention | None:
        """The mention before words set between commas that end here ("Lee, who lives next door, was")."""
        for at in range(comma - 1, max(start, comma - 30), -1):
            if self._stops(at):
                return None
            if self._word(at).text in ",—–(" and at in self.by_last and not self._is_object(self.by_last[at]):
                return self.by_last[at]
        return None

    def _left_of(self, at: int, start: int, *, any_place: bool = False) -> Mention | None:
        """The nearest mention to the left that can govern a verb: not a verb's or preposition's object."""
        for n in range(at, max(start, at - _MAX_REACH), -1):
            mention = self.by_last.get(n)
            governs = mention is not None and (any_place or not self._is_object(mention) or self._has_clause(mention))
            if mention is not None and governs and not self._says(mention):
                return mention
            if self._stops(n - 1):
                return None
        return None

    def _has_clause(self, mention: Mention) -> bool:
        """Whether "who was …" follows, so that verbs further on may go on with it."""
        return mention.last < len(self.mentions.words.all) and self._word(mention.last).lower in _WHO

    def _stops(self, at: int) -> bool:
        """Whether a mark ends what goes before; the colon of "6:30 p.m." does not."""
        return self._word(at).text in _STOPS and not self._word(at - 1).text.isdecimal()

    def _is_object(self, mention: Mention) -> bool:
        """Whether a mention is what a verb or preposition before it acts on, alone or in a list."""
        start, _ = self.mentions.words.bounds[mention.sentence]
        for _ in range(_MAX_LIST):
            at = mention.first - 1
            if at < start:
                return False
            word = self._word(at).lower
            if word not in _AND and word != "," and self.by_last.get(at + 1) is None:
                objects = word in _PREPOSITIONS or word in _TAKES_OBJECT
                return objects or (word.endswith(("ing", "ed")) and word not in _TAKES_CLAUSE)
            if (beside := self.by_last.get(at + 1)) is not None and beside.first < mention.first:
                mention = beside  # "his daughters Ann and Eve"
                continue
            before = self.by_last.get(at) or self.by_last.get(at - 1)
            if before is None or before.first >= mention.first or (word == "," and not self._goes_on(mention)):
                return False
            mention = before
        return False

    def _goes_on(self, mention: Mention) -> bool:
        """Whether a list goes on behind a mention; "From the other group, Lee was" is none."""
        at = mention.last
        while at < mention.last + 2 and at < len(self.mentions.words.all):
            if self._word(at).text != "," and self._word(at).lower not in _AND:
                break
            at += 1
        return at > mention.last and at in self.by_first

    def _says(self, mention: Mention) -> bool:
        """Whether "Lee said" is only set in, between commas or at an end."""
        words = self.mentions.words.all
        after = words[mention.last].lower if mention.last < len(words) else ""
        return after in _SAYS and mention.first > 0 and words[mention.first - 1].text == ","

    def together(self, mention: Mention) -> tuple[Mention, ...]:
        """A mention and those that are joined to its left ("Lee, Diaz and Park")."""
        chain = [mention]
        joined = False
        while len(chain) < _MAX_LIST:
            at = chain[0].first - 1
            if at < 1 or (self._word(at).lower not in _AND and not (joined and self._word(at).text in _LIST_MARKS)):
                break
            joined = True
            at -= self._word(at - 1).text in _LIST_MARKS and at > 1
            before = self.by_last.get(at)
            if before is None or before.sentence != mention.sentence or before.form is Form.PRONOUN:
                break
            if before.first >= chain[0].first:
                break
            chain.insert(0, before)
        return tuple(chain)

    def _chain_right(self, mention: Mention, end: int) -> tuple[Mention, ...]:
        chain = [mention]
        while True:
            at = chain[-1].last
            comma = at < end and self._word(at).text in _LIST_MARKS
            at += comma
            joined = at < end and (self._word(at).lower in _AND or self._word(at).lower in ("including", "along", "as"))
            while at < end and self._word(at).lower in (
                "and",
                "&",
                "as",
                "well",
                "including",
                "along",
                "with",
                "or",
                "plus",
            ):
                at += 1
            following = self.by_first.get(at) if at < end and (comma or joined) else None
            if following is None or (self._begins_clause(following, end) and chain[-1].partner != following.index):
                return tuple(chain)
            chain.append(following)

    def _begins_clause(self, mention: Mention, end: int) -> bool:
        """Whether a verb follows, so that "and" joins clauses and not persons."""
        at = mention.last
        if at >= end:
            return False
        word = self._word(at).lower
        return word in BE or word in HAVE or word in _SAYS or word in ("then", "fled", "ran", "died", "told", "did")


def open_clauses(mentions: Mentions) -> Clauses:
    """The look-up for a report's mentions; those inside others ("his" in "his wife") do nothing by themselves."""
    by_first: dict[int, Mention] = {}
    by_last: dict[int, Mention] = {}
    for mention in mentions.all:
        if not mention.inside:
            by_first.setdefault(mention.first, mention)
            by_last[mention.last] = mention
    return Clauses(mentions, by_first, by_last)
