"""An incident in one plain sentence, made from its record as a police blotter would put it.

In: an `IncidentLine` and, where it is at hand, the incident's `Record`. Out: sentences and place names. Nothing is said
that these do not hold: a count that no report gives is left out, and 0 is told as "nobody".
"""

from collections.abc import Sequence

from citydesk.desk.words import number_words, state_name
from citydesk.ledger import IncidentLine
from citydesk.model import Outcome, Record, RecordPerson, Role, Sex

_MOST_DESCRIBED = 2
"""More people than this are told by their number."""


def sentence_of(line: IncidentLine, record: Record | None = None) -> str:
    """What happened: "A 27-year-old man was killed and three people were injured."."""
    people = record.people if record is not None else ()
    killed = _described(people, Outcome.KILLED, line.killed)
    injured = _described(people, Outcome.INJURED, line.injured)
    fates = _fates(line, killed, injured)
    officers = _officers(line, told="an officer" in (*killed, *injured))
    told = "; ".join(part for part in (officers, fates) if part)
    if not told:
        return "The reports give no count of people killed or injured."
    return f"{told[0].upper()}{told[1:]}."


def tally_of(line: IncidentLine) -> str:
    """The counts in figures: "1 killed, 3 injured"; empty where no report counts anybody."""
    told = ((line.killed, "killed"), (line.injured, "injured"))
    return ", ".join(f"{number:,} {what}" for number, what in told if number)


def place_of(line: IncidentLine) -> str:
    """City and state of an incident in a list."""
    return place_words(line.city, line.state)


def place_words(city: str | None, state: str | None) -> str:
    """City and state: "Kansas City, Missouri"; "Place not told" where neither is."""
    parts = [city, state_name(state) if state is not None else None]
    return ", ".join(part for part in parts if part is not None) or "Place not told"


def spot_of(line: IncidentLine) -> str | None:
    """The place as a report words it ("near 31st and Van Brunt"), where that says more than city and state."""
    if line.place_text is None or line.place_text in (line.city, place_of(line)):
        return None
    return line.place_text


def describe(person: RecordPerson) -> str:
    """A participant without a name: "an officer", "a 27-year-old man", "a 4-year-old boy", "the suspect"."""
    age, sex = person.get("age"), person.get("sex")
    if person.get("officer") is True:
        return "an officer"
    if isinstance(age, int):
        if age == 0:
            return f"a baby {_noun(sex, age)}" if sex is not None else "a baby"
        article = "an" if age in (8, 11, 18) or 80 <= age <= 89 else "a"
        return f"{article} {age}-year-old {_noun(sex, age)}".rstrip()
    if person.get("role") == Role.SUSPECT:
        return "the suspect"
    return f"a {_noun(sex, None)}" if sex is not None else "one person"


def _noun(sex: object, age: int | None) -> str:
    young = age is not None and age < 18
    if sex == Sex.MALE:
        return "boy" if young else "man"
    if sex == Sex.FEMALE:
        return "girl" if young else "woman"
    return ""


def _described(people: Sequence[RecordPerson], outcome: Outcome, number: int | None) -> tuple[str, ...]:
    """Those people one by one, where the record tells each of them apart and they are few; else nobody."""
    found = [p for p in people if p.get("outcome") == outcome and p.get("count") in (None, 1)]
    if number is None or len(found) != number or number > _MOST_DESCRIBED:
        return ()
    told = tuple(describe(person) for person in found)
    return told if len(set(told)) == len(told) else ()


def _fates(line: IncidentLine, killed: Sequence[str], injured: Sequence[str]) -> str:
    """Who was killed and injured, described where they are described, else counted."""
    if line.killed == 0 and line.injured == 0:
        return "nobody was killed or injured"
    dead = _fate(killed, line.killed, "killed")
    if not line.injured:
        return dead or _fate(injured, line.injured, "injured")
    if not line.killed:
        return "; ".join(part for part in (_fate(injured, line.injured, "injured"), dead) if part)
    counted = not killed and not injured
    return f"{dead} and {_fate(injured, line.injured, 'injured', people=not counted)}"


def _fate(described: Sequence[str], number: int | None, what: str, *, people: bool = True) -> str:
    if number is None:
        return ""
    if described:
        return f"{' and '.join(described)} {_was(number)} {what}"
    if number == 0:
        return f"nobody was {what}"
    noun = (" person" if number == 1 else " people") if people else ""
    return f"{number_words(number)}{noun} {_was(number)} {what}"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _officers(line: IncidentLine, *, told: bool) -> str:
    if line.officer_shot and line.shot_by_officer:
        return "police opened fire" if told else "an officer was shot and police opened fire"
    if line.officer_shot:
        return "" if told else "an officer was shot"
    return "an officer shot someone" if line.shot_by_officer else ""
