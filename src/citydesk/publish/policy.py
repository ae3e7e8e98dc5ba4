"""Whose names may leave the ledger: the policy in one place, applied to every public page and export.

The names of children, and of people accused but not charged, are withheld unless the keeper says otherwise. Everything
else about them is published: that a 15-year-old was wounded, that a suspect was arrested. Adult victims, officers and
witnesses are named, and so is who was charged or convicted.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pydantic import JsonValue

from citydesk.model import Claim, Custody, InputError, Record, RecordPerson, Role, Standing

PUBLIC, ALL = "public", "all"
WITHHELD = "[name withheld]"
"""Stands where a withheld name stood in other words."""
ADULT_YEARS = 18
_CHARGED = (Custody.CHARGED, Custody.CONVICTED)
_CHILD = re.compile(
    r"\b(?:boy|girl|child|children|kid|baby|infant|newborn|toddler|teen|teenager|juvenile|minor(?! injur| wound)|pupil"
    r"|preschooler|(?:elementary|middle|high)[ -]school(?:er)?|\w{4,7}[ -]grader)s?\b(?!['’]s)",
    re.IGNORECASE,
)
_ADULT = re.compile(
    r"\b(?:m[ae]n|wom[ae]n|gentleman|lady|adult|father|mother|dad|mom|parent|grand(?:father|mother|parent)|husband"
    r"|wife|uncle|aunt|widow(?:er)?|(?:police )?officer|deputy|trooper|college student|university student)s?\b",
    re.IGNORECASE,
)
_HOME = r"(?=(?:['’]s|s['’])|\s+(?:family|home|house|residence|household|apartment)\b)"
"""What follows a family name that stands for somebody's home, and not for a street, a town or a department."""
_PLACES = frozenset({"agencies", "agency", "sequence"})
"""Properties besides those of the place whose words may be the same as somebody's name and mean something else."""
_TOWNS = frozenset({"place.city", "place.county", "place.neighborhood"})
"""What a reader may have taken for a person too; it is not withheld as a place."""
_PART = re.compile(r"\w[\w'’-]*")
_SHORTEST_PART = 3
_SUFFIXES = frozenset({"jr", "sr", "iii"})


@dataclass(frozen=True, slots=True)
class NamePolicy:
    """Which names are published: "public", those that the policy allows, or "all". Raises InputError for another."""

    names: str = PUBLIC

    def __post_init__(self) -> None:
        if self.names not in (PUBLIC, ALL):
            raise InputError(f"names {self.names!r} is no policy: give public or all")


def withheld_people(record: Record, policy: NamePolicy) -> frozenset[int]:
    """Numbers of the participants who have a name that the policy withholds."""
    if policy.names == ALL:
        return frozenset()
    return frozenset(p.number for p in record.people if p.get("name") is not None and (_is_child(p) or _is_accused(p)))


def apply_policy(
    record: Record, policy: NamePolicy, claims: Iterable[Claim] = (), *, also: Collection[int] = ()
) -> Record:
    """The record as it may be published: without the names withheld, also where other words repeat them.

    `claims` are those of the incident; the other names and spellings that they have for somebody are covered too.
    `also` are participants whose names are withheld for what is known elsewhere.
    """
    withheld = withheld_people(record, policy).union(also)
    if not withheld:
        return record
    cover = cover_of(record, withheld, claims)
    people = tuple(_covered_person(person, cover, nameless=person.number in withheld) for person in record.people)
    values = tuple(_covered(value, cover) for value in record.values)
    place = None if record.place_text is None else cover.place(record.place_text)
    return record.model_copy(update={"people": people, "values": values, "place_text": place})


@dataclass(frozen=True, slots=True)
class NameCover:
    """Puts WITHHELD in the place of names."""

    pattern: re.Pattern[str] | None
    """Finds full names and parts of names."""
    in_places: re.Pattern[str] | None = None
    """Finds full names, and parts of names only where they stand for somebody's home."""

    def text(self, text: str) -> str:
        """A text without the names."""
        return text if self.pattern is None else self.pattern.sub(WITHHELD, text)

    def place(self, text: str) -> str:
        """The words of a place or the name of a body without the names: Jackson, Mississippi stays what it is."""
        return text if self.in_places is None else self.in_places.sub(WITHHELD, text)

    def source(self, text: str) -> str:
        """A source without the names: who is called by a part of a name alone is a person, all else a body."""
        alone = self.pattern is not None and self.pattern.fullmatch(text) is not None
        return WITHHELD if alone else self.place(text)

    def value(self, name: str, value: JsonValue) -> JsonValue:
        """A value of a property without the names, also deep inside."""
        if isinstance(value, str):
            return self.place(value) if name.startswith("place.") or name in _PLACES else self.text(value)
        if isinstance(value, list):
            return [self.value(name, one) for one in value]
        if isinstance(value, dict):
            return {key: self.value(name, one) for key, one in value.items()}
        return value


def cover_of(record: Record, withheld: Iterable[int], claims: Iterable[Claim] = ()) -> NameCover:
    """The cover of the names of some participants."""
    numbers = frozenset(withheld)
    hidden = [name for person in record.people if person.number in numbers for name in _names(person)]
    about = (claim for claim in claims if claim.subject.property == "name" and claim.subject.person in numbers)
    hidden += [name for claim in about if (name := str(claim.value)).strip()]
    shown = [name for person in record.people if person.number not in numbers for name in _names(person)]
    places = {str(v.value).casefold() for v in record.values if v.subject.property in _TOWNS}
    return cover_names([name for name in hidden if name.casefold() not in places], shown)


def cover_names(hidden: Iterable[str], shown: Iterable[str]) -> NameCover:
    """The cover of some names.

    A part of a name is covered by itself too ("Reyes said", not "Reyes-Moore said"), unless a name that may be shown
    has it.
    """
    hidden = [name for name in hidden if name.strip()]
    kept = {part.casefold() for part in _parts(shown)}
    whole = {r"\s+".join(map(re.escape, name.split())) for name in hidden}
    parts = {part for part in _parts(hidden) if part.casefold() not in kept}
    single = {re.escape(form) for part in parts for form in (part, part.upper())}
    names = [rf"(?i:{name})" for name in _longest_first(whole)]
    surnames = [rf"(?<!\w-){part}(?!-\w)" for part in _longest_first(single)]
    full = [name for name in names if r"\s+" in name]
    return NameCover(_any_of(names + surnames), _any_of(full + [part + _HOME for part in surnames]))


def _any_of(forms: list[str]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)") if forms else None


def _is_child(person: RecordPerson) -> bool:
    """Under 18; where no report gives an age, called a boy, a girl or the like and nothing that only adults are."""
    age = person.get("age")
    if isinstance(age, int | float):
        return age < ADULT_YEARS
    return bool(_CHILD.search(person.text)) and not _ADULT.search(person.text)


def _is_accused(person: RecordPerson) -> bool:
    """Accused but not charged; that somebody was arrested, is sought or has died makes no difference."""
    if person.get("role") != Role.SUSPECT:
        return False
    return person.get("custody") not in _CHARGED and person.get("charges") is None


def _names(person: RecordPerson) -> list[str]:
    named = (str(value.value) for value in person.values if value.subject.property == "name")
    return [name for name in named if name.strip()]


def _parts(names: Iterable[str]) -> set[str]:
    """The words of names that point to somebody: "Reyes", not "de" or "Jr."."""
    words = (word for name in names for word in _PART.findall(name))
    return {word for word in words if len(word) >= _SHORTEST_PART and word.casefold() not in _SUFFIXES}


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-len(form), form))


def _covered_person(person: RecordPerson, cover: NameCover, *, nameless: bool) -> RecordPerson:
    kept = (value for value in person.values if not (nameless and value.subject.property == "name"))
    values = tuple(value if value.subject.property == "name" else _covered(value, cover) for value in kept)
    return person.model_copy(update={"text": cover.text(person.text), "values": values})


def _covered(value: Standing, cover: NameCover) -> Standing:
    covered = cover.value(value.subject.property, value.value)
    return value if covered == value.value else value.model_copy(update={"value": covered})
