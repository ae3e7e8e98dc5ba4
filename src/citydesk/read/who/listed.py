"""Names with ages that nothing else is said of, as in lists: "The dead: Ann Lee, 25; Bo Diaz, 31".

In: the mentions of a report and what is told of them. Out: tellings of a presumed part. On the gold, nine in ten
persons named with their age who are not heard themselves are victims or suspects; words nearby tell which.
"""

from collections.abc import Iterator, Sequence

from citydesk.model import Outcome, Role
from citydesk.read.who import votes
from citydesk.read.who.mentions import Form, Mention, Mentions
from citydesk.read.who.told import Slot, Telling

_SUSPECTS = frozenset(
    """arrested charged suspect suspects gunman gunmen shooter shooters accused wanted booked indicted custody arrests
    charges jail warrant defendants defendant arraigned pleaded convicted sentenced""".split()
)
_DEAD = frozenset("killed dead died deceased slain fatally deaths death homicide murdered victims' fatalities".split())
_HURT = frozenset("injured wounded hurt survivors survived hospitalized survivor shot condition treated".split())
_VICTIMS = frozenset("victim victims".split())


_FAR = 80
"""Words of a sentence that are looked at."""


def find_listed(mentions: Mentions, tellings: Sequence[Telling]) -> list[Telling]:
    """A presumed part for every name with an age that has none."""
    told = {t.mention for t in tellings if t.slot in (Slot.ROLE, Slot.SPEAKS)}
    found: list[Telling] = []
    for mention in mentions.all:
        named = mention.form is Form.NAME and mention.age is not None and not mention.inside
        titled = mention.name is not None and mention.name.title is not None and not mention.name.rank
        if named and mention.index not in told and not titled:
            found.extend(_presume(mentions, mention))
    return found


def _presume(mentions: Mentions, mention: Mention) -> Iterator[Telling]:
    near = _words_before(mentions, mention)
    span = mention.span
    suspect = next((word for word in near if word in _SUSPECTS), None)
    victim = next((word for word in near if word in _DEAD or word in _HURT or word in _VICTIMS), None)
    if suspect is not None and (victim is None or near.index(suspect) < near.index(victim)):
        yield Telling(mention.index, Slot.ROLE, Role.SUSPECT, span, votes.PRESUMED, "listed")
        return
    yield Telling(mention.index, Slot.ROLE, Role.VICTIM, span, votes.PRESUMED, "listed")
    outcome = next((word for word in near if word in _DEAD or word in _HURT), None)
    if outcome is not None:
        fate = Outcome.KILLED if outcome in _DEAD else Outcome.INJURED
        yield Telling(mention.index, Slot.OUTCOME, fate, span, votes.PRESUMED, "listed")


def _words_before(mentions: Mentions, mention: Mention) -> list[str]:
    """The words before a name, the nearest first: of its sentence and, in a list, of those before."""
    words = mentions.words
    near: list[str] = []
    for sentence in range(mention.sentence, max(-1, mention.sentence - 4), -1):
        first, last = words.bounds[sentence]
        if sentence == mention.sentence:
            before = words.all[max(first, mention.first - _FAR) : mention.first]
            near.extend(word.lower for word in reversed(before))
            near.extend(word.lower for word in words.all[mention.last : min(last, mention.last + _FAR)])
        else:
            near.extend(word.lower for word in reversed(words.all[max(first, last - _FAR) : last]))
        if any(word in _SUSPECTS or word in _DEAD or word in _HURT or word in _VICTIMS for word in near):
            break
    return near
