"""Which of the five yes/no questions the participants answer: an officer came to harm, kin stand on both sides.

In: a report's document, a scene's participants and what its words have answered already. Out: questions whose answer is
yes, with the words of the participants that say so.
"""

import re
from collections.abc import Collection, Iterator

from citydesk.model import Evidence, FieldName, Outcome, Participant, Role, Sex
from citydesk.read.page.document import Document
from citydesk.read.what.flag_words import KIN, OWNER, RELATED

_KIN_OF_VICTIM = re.compile(rf"(?:his|her|their|{OWNER}) ?{RELATED}", re.IGNORECASE)
_CHILD = re.compile(r"\b(?:sons?|daughters?|nephews|son-in-law|partner)\b", re.IGNORECASE)
"""Suspects who are oftener told by a mother who speaks than by their victim."""
_KIN_OF_SUSPECT = re.compile(rf"(?:(?P<she>her)|(?P<he>his)) ?{KIN}", re.IGNORECASE)
_ADULT = 18
_NEAR = 60
"""Characters between an officer and what became of him."""
_SAID = re.compile(
    r"[.;!?\n]|\b(?:said|says|told|arriv\w+|respond\w+|according|investigat\w+|found|heard|describ\w+|alleg\w+|spoke"
    r"|fatally shot|shot (?:and killed )?(?:a|the|his|her|him)|who shot|fired|returned)\b|^['’]s\b"
    r"|, (?:the|an?|his|her) ",
    re.IGNORECASE,
)
"""Between an officer and words of harm that are somebody else's."""
_NOUNS = frozenset(("homicide", "murder", "shooting", "death", "killing", "murders", "deaths"))
"""Outcome words that as often belong to somebody else, or to a body's name."""


def answers_of_people(
    document: Document, people: tuple[Participant, ...], told: Collection[str]
) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """The questions that participants answer with yes; `told` are those answered so by words."""
    hurt = _hurt_officer(document, people)
    if hurt:
        yield "officer_shot", hurt
    kin = None if "self_inflicted" in told else _kin_told(people)  # a parent charged since a child shot itself
    if kin is not None:
        yield "domestic", (*(kin.sex.evidence if kin.sex is not None else ()), *kin.role.evidence)


def _kin_told(people: tuple[Participant, ...]) -> Participant | None:
    """A suspect told by a victim ("her father"), or a victim told by a suspect of that sex ("his wife")."""
    suspects = [person for person in people if person.role.value is Role.SUSPECT]
    sexes = {person.sex.value for person in suspects if person.sex is not None}
    for person in people:
        if person.role.value is Role.SUSPECT and _KIN_OF_VICTIM.match(person.text) and not _CHILD.search(person.text):
            return person
        owned = _KIN_OF_SUSPECT.match(person.text) if person.role.value is Role.VICTIM and harm_of(person) else None
        if owned is not None and (Sex.FEMALE if owned["she"] else Sex.MALE) in sexes:
            return person
    return None


def harm_of(person: Participant) -> tuple[Evidence, ...]:
    """The words by which somebody was killed or wounded; none for anybody else."""
    if person.outcome is None or person.outcome.value not in (Outcome.KILLED, Outcome.INJURED):
        return ()
    return person.outcome.evidence


def _hurt_officer(document: Document, people: tuple[Participant, ...]) -> tuple[Evidence, ...]:
    """The words by which a victim who is an officer came to harm, where they stand close behind the officer's."""
    for person in people:
        if person.officer is None or not person.officer.value or person.role.value is not Role.VICTIM:
            continue
        grown = person.age is None or person.age.value >= _ADULT  # "Major Marlow, 3" is no major
        harm = harm_of(person) if grown else ()
        if any(_is_harmed(document, officer, words) for words in harm for officer in person.officer.evidence):
            return (*harm, *person.officer.evidence)
    return ()


def _is_harmed(document: Document, officer: Evidence, harm: Evidence) -> bool:
    """Whether words of harm can be said of the officer named just before them."""
    if officer.field is not harm.field or not 0 <= harm.start - officer.end <= _NEAR or harm.text.lower() in _NOUNS:
        return False
    given = document.report.title if officer.field is FieldName.TITLE else document.report.text
    return _SAID.search(given[officer.end : harm.start]) is None
