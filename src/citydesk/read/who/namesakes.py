"""Which names are one person's: "Jordan Ellis Park", "Jordan Park", "Park".

In: a name and the persons gathered so far. Out: the person who has it. Two names of different surnames or first names
are never one person's, nor are two ages.
"""

from rapidfuzz import fuzz

from citydesk.read.who.cast import Gathering, Person
from citydesk.read.who.mentions import Mention
from citydesk.read.who.names import SHORT, Name

_ALIKE = 80
"""Of 100: how like two spellings of a name must be ("Kowalski", "Kowalsky" have 88)."""
_NOWHERE = 1 << 30


def find_namesake(gathering: Gathering, mention: Mention, name: Name) -> Person | None:
    """The person with a name, of those gathered so far: the latest of several."""
    order = list(reversed(gathering.persons))
    if len(name.parts) == 1:
        order.sort(key=lambda person: _remoteness(gathering, person, mention))
    return next((person for person in order if _has_name(person, mention, name)), None)


def _has_name(person: Person, mention: Mention, name: Name) -> bool:
    if not person.parts or not is_same_name(person.parts, name.parts):
        return False
    if mention.age is not None and person.ages and mention.age.value not in person.ages:
        return False
    return person.suffix is None or name.suffix is None or person.suffix == name.suffix


def _remoteness(gathering: Gathering, person: Person, mention: Mention) -> tuple[bool, int]:
    """Sorts those who may be meant by a surname alone: people in the incident first, then the last told."""
    speaks = gathering.speaks_at(mention)
    before = [mention.first - m.first for m in person.mentions if m.first < mention.first]
    return (not person.speaks if speaks else person.aside, min(before, default=_NOWHERE))


def is_same_name(known: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: the same surname, and first names that do not differ."""
    if len(parts) == 1 or len(known) == 1:
        one, many = (parts[0], known) if len(parts) == 1 else (known[0], parts)
        return one in (many[-1], many[0]) or (len(one) >= SHORT and len(many) > 1 and many[0].startswith(one))
    first, other = known[0], parts[0]
    if known[-1] == parts[-1]:
        short = first.startswith(other[:3]) and other.startswith(first[:3])
        return first == other or short or fuzz.ratio(first, other) >= _ALIKE
    return first == other and fuzz.ratio(known[-1], parts[-1]) >= _ALIKE
