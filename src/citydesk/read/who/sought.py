"""Whom police look for, and who got away: "are searching for two men", "remains at large", "drove off".

In: the mentions of a report and what verbs say of their parts. Out: tellings that somebody is sought or at large. What
is said of no mention ("police are looking for a white sedan", "a reward is offered for information leading to an
arrest") is told of those who did it, as far as the report speaks of them.
"""

import re
from collections.abc import Iterator, Sequence

from citydesk.model import Custody, Role
from citydesk.read.page.document import Span
from citydesk.read.page.patterns import at_words
from citydesk.read.who import votes
from citydesk.read.who.clauses import BE, Clauses
from citydesk.read.who.harm import NOT
from citydesk.read.who.mentions import Mention
from citydesk.read.who.rules import Rule, rules_for
from citydesk.read.who.told import Slot, Telling

_AFTER_WANTED = frozenset("for in by on as".split())
_DIRECT = frozenset("seek seeking seeks identify identifying locate locating find finding track tracking catch".split())
"""Verbs of search that need no "for"."""
_SEARCH = at_words(
    r"\b(?:(?:looking|searching|hunting) for (?:the |a |an |two |three )?(?:[\w-]+ ){0,4}?(?:cars?|suvs?|vehicles?"
    r"|sedan|van|minivan|trucks?|pickup|jeep|driver|getaway|weapon|shooters?|suspects?|gunm[ae]n|leads|those|whoever"
    r"|whomever|who)\b|reward (?:of|for|is|has|up to|offered|money|in)\b"
    r"|information (?:that (?:leads|could lead)|leading) to (?:the |an )?(?:arrest|capture|identi|conviction)"
    r"|wanted by police|whereabouts)",
    flags=re.IGNORECASE,
)
"""Words of a search that name nobody."""
_OF_SUSPECTS = frozenset(("noun", "fired", "did suspect", "gun", "agent", "fled"))
"""Rules that say of a mention that it did it."""


def _wanted(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "is wanted", "are being sought", "a man wanted for"."""
    words = clauses.mentions.words
    beside = clauses.by_last.get(at)
    following = words.all[at + 1].lower if at + 1 < len(words.all) else ""
    if clauses.helpers(at) & NOT:
        return
    if clauses.helpers(at) & BE:
        targets = clauses.subjects(at, near=True)
    elif beside is not None:
        targets = (beside,) if words.all[at].lower == "sought" or following in _AFTER_WANTED else ()
    else:
        targets = clauses.objects(at) if words.all[at].lower == "sought" else ()
    yield from _tell_sought(targets, words.span(at, at + 1))


def _sought(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "police are looking for two men", "the search continues for the gunman", "a manhunt for"."""
    words = clauses.mentions.words
    _, end = words.bounds[words.sentence_of(at)]
    if words.all[at].lower in _DIRECT:
        down = at + 1 < end and words.all[at + 1].lower == "down"
        if words.all[at].lower.startswith("track") and not down:
            return
        yield from _tell_sought(clauses.objects(at + down), words.span(at, at + 1))
        return
    for_whom = next((n for n in range(at + 1, min(end, at + 6)) if words.all[n].lower == "for"), None)
    if for_whom is not None and (for_whom == at + 1 or words.all[at].lower in ("search", "manhunt", "hunt")):
        yield from _tell_sought(clauses.objects(for_whom), words.span(at, at + 1))


def _warrant(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "a warrant has been issued for Lee", "for Lee's arrest"."""
    words = clauses.mentions.words
    _, end = words.bounds[words.sentence_of(at)]
    for n in range(at + 1, min(end, at + 10)):
        if words.all[n].lower in ("for", "against", "on"):
            owner = next((m for m in clauses.mentions.by_sentence[words.sentence_of(at)] if m.first == n + 1), None)
            targets = clauses.objects(n) or ((owner,) if owner is not None and owner.name is not None else ())
            yield from _tell_sought(targets, words.span(at, at + 1))
            if targets:
                return


def _tell_sought(targets: Sequence[Mention], span: Span) -> Iterator[Telling]:
    for mention in targets:
        witness = mention.noun is not None and mention.noun.role is Role.WITNESS
        if not mention.officer and not witness and mention.owner is None:
            yield from _tell(mention, Custody.SOUGHT, span)


def _tell(mention: Mention, custody: Custody, span: Span) -> Iterator[Telling]:
    """The custody, and the part that goes with it."""
    if not (mention.officer and mention.many is None):
        yield Telling(mention.index, Slot.CUSTODY, custody, span, votes.SOUGHT, "custody")
        yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, span, votes.SOUGHT, f"custody {custody}")


def _at_large(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "remains at large", "is on the loose", "on the run"."""
    words = clauses.mentions.words
    article = "at" if words.all[at].lower == "large" else "the"
    if at < 2 or words.all[at - 1].lower != article:
        return
    start = at - 1 - (article == "the")
    beside = clauses.before(start)
    for mention in (beside,) if beside else clauses.subjects(start):
        yield from _tell(mention, Custody.AT_LARGE, words.span(start, at + 1))


def _not_caught(clauses: Clauses, at: int) -> Iterator[Telling]:
    """As in "has not been caught", "have yet to be found"."""
    helpers = clauses.helpers(at)
    if helpers & BE and (helpers & NOT or "yet" in helpers):
        for mention in clauses.subjects(at, near=True):
            if mention.noun is not None and mention.noun.role is Role.SUSPECT:
                yield from _tell(mention, Custody.AT_LARGE, clauses.mentions.words.span(at, at + 1))


def find_uncaught(clauses: Clauses, parts: Sequence[Telling]) -> Iterator[Telling]:
    """What is said of a search without naming whom: told of each mention that `parts` says did it."""
    words = clauses.mentions.words
    mark = _SEARCH.search(words.document.text)
    if mark is None:
        return
    span = Span(*mark.span())
    told: set[int] = set()
    for part in parts:
        suspect = part.slot is Slot.ROLE and part.value is Role.SUSPECT and part.cue in _OF_SUSPECTS
        if suspect and part.mention is not None and part.mention not in told:
            told.add(part.mention)
            yield Telling(part.mention, Slot.CUSTODY, Custody.SOUGHT, span, votes.FLED, "search")


SEARCHES: dict[str, Rule] = (
    rules_for("sought wanted", _wanted)
    | rules_for("looking searching hunting search looks searches hunt manhunt", _sought)
    | rules_for(" ".join(sorted(_DIRECT)), _sought)
    | rules_for("warrant warrants", _warrant)
    | rules_for("large loose run", _at_large)
    | rules_for("caught captured found apprehended located", _not_caught)
)
"""What to ask of each word that may tell of a search."""
