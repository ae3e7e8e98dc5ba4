"""What the rules tell of the mentions of a made-up sentence, for tests of single rules."""

from citydesk.read.who.clauses import open_clauses
from citydesk.read.who.custody import find_custody
from citydesk.read.who.outcomes import find_health
from citydesk.read.who.persons import find_mentions
from citydesk.read.who.roles import find_parts
from citydesk.read.who.told import Slot
from tests.read.heard import make_heard
from tests.tagged import Tag, parse_tagged

Told = list[tuple[str, str]]


def told_of(text: str, slot: Slot, *, title: str = "") -> Told:
    """Whom the rules tell something of, and what, in the order of the text and without repeats.

    A mention is given by its words; "" stands for everybody.
    """
    setting = make_heard(text, title=title)
    clauses = open_clauses(find_mentions(setting))
    parts = find_parts(clauses)
    tellings = [*parts, *find_health(clauses, parts), *find_custody(clauses, parts)]
    found = sorted(
        (t.span, t.mention if t.mention is not None else -1, str(t.value)) for t in tellings if t.slot is slot
    )
    words = {m.index: setting.document.words(m.span) for m in clauses.mentions.all}
    return list(dict.fromkeys((words.get(mention, ""), value) for _, mention, value in found))


def tagged_of(example: str, slot: Slot) -> tuple[Told, Told]:
    """What the rules tell of a tagged sentence, and what its tags say: `<charged>Lee</charged>`."""
    plain, tags = parse_tagged(example)
    return told_of(plain, slot), [_of(plain, tag) for tag in tags]


def _of(plain: str, tag: Tag) -> tuple[str, str]:
    return plain[tag.start : tag.end], tag.name
