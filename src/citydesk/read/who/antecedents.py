"""Whom a description speaks of: "the 25-year-old", "the suspect", "her brother".

In: a description and the persons gathered so far. Out: the person who fits best, or nobody. Who differs in age or sex
never fits.
"""

from citydesk.model import Role
from citydesk.read.who.cast import Gathering, Person
from citydesk.read.who.mentions import Article, Form, Mention
from citydesk.read.who.nouns import Noun

_NEAR = 12
"""Words between two mentions of a sentence within which they are two people's."""
_FAR = 12
"""Sentences after which a mention is as far as it can be."""
_PER_SENTENCE = 0.12
_SAME_AGE, _NO_AGE = 4.0, -1.5
_SAME_SEX = 0.7
_SAME_NOUN = 1.5
_SAME_PART = 2.0
_SAME_LEANING, _OTHER_LEANING = 1.0, -1.5
_NEW_NOUN = -1.6
""""The driver" is a new person unless the report said before that somebody drove."""
_BOTH_YOUNG = 0.7
_ONLY_HEARD = -2.0
_LINKED = 0.5
_LINKED_ZERO = 0.0
"""What speaks for and against a person; who has more than 0 may be meant. Set on half of the gold of 2026-07."""


def find_antecedent(gathering: Gathering, mention: Mention) -> Person | None:
    """The person whom a description speaks of; the later told of two who fit as well."""
    last = _last_alike(gathering, mention) if "other" in mention.modifiers else None
    scored = [
        (score, person.number)
        for person in gathering.persons
        if not person.group
        and person.mentions
        and person is not last
        and _agrees(gathering, person, mention)
        and (score := _likeness(gathering, person, mention)) > 0
    ]
    return gathering.persons[max(scored)[1]] if scored else None


def _last_alike(gathering: Gathering, mention: Mention) -> Person | None:
    """Who was told last by the same noun: "the other woman" is another."""
    before = [
        (other.first, person.number)
        for person in gathering.persons
        if not person.group
        for other in person.mentions
        if other.first < mention.first and other.noun is not None and other.noun == mention.noun
    ]
    return gathering.persons[max(before)[1]] if before else None


def _agrees(gathering: Gathering, person: Person, mention: Mention) -> bool:
    """Whether nothing in a mention's words contradicts a person."""
    if mention.sex is not None and person.sex is not None and mention.sex is not person.sex:
        return False
    if mention.age is not None and person.ages and mention.age.value not in person.ages:
        return False
    if mention.noun is not None and not _fits_noun(person, mention.noun):
        return False
    if mention.owner is not None and gathering.of.get(mention.owner) is person:
        return False
    return not any(_is_beside(gathering, other, mention) for other in person.mentions)


def _fits_noun(person: Person, noun: Noun) -> bool:
    grown = noun.word in ("man", "woman")
    if noun.young and any(age >= 20 for age in person.ages):
        return False
    if grown and (any(age < 15 for age in person.ages) or (person.young and all(age < 16 for age in person.ages))):
        return False
    return not (noun.officer and not person.officer) and not (
        person.officer and noun.word in ("suspect", "gunman", "boy", "girl")
    )


def _is_beside(gathering: Gathering, other: Mention, mention: Mention) -> bool:
    """Whether a sentence tells two people side by side ("a man shot another man")."""
    if other.sentence != mention.sentence or other.form is Form.PRONOUN or other.inside:
        return False
    if mention.article is Article.KNOWN or mention.index in gathering.linked.get(other.index, ()):
        return False
    return abs(other.first - mention.first) < _NEAR


def _likeness(gathering: Gathering, person: Person, mention: Mention) -> float:
    distance = min(abs(mention.sentence - other.sentence) for other in person.mentions)
    score = 1.0 - _PER_SENTENCE * min(_FAR, distance)
    if mention.age is not None:
        score += _SAME_AGE if person.ages else _NO_AGE
    if mention.sex is not None and person.sex is mention.sex:
        score += _SAME_SEX
    if mention.noun is not None:
        score += _noun_likeness(gathering, person, mention, mention.noun)
    if person.aside:
        score += _ONLY_HEARD * (person.speaks + person.official)
    score += _LINKED * (gathering.linked_odds(person, mention) + _LINKED_ZERO)
    return score + leaning_likeness(person, gathering.leaning_at(mention))


def leaning_likeness(person: Person, said: float) -> float:
    """Whether what is said at a mention is of the same part as what is said of the person elsewhere."""
    if not said or not person.leaning:
        return 0.0
    return _SAME_LEANING if (said > 0) == (person.leaning > 0) else _OTHER_LEANING


def _noun_likeness(gathering: Gathering, person: Person, mention: Mention, noun: Noun) -> float:
    known = noun.word in person.nouns
    score = _SAME_NOUN * (known and not noun.vague)
    if noun.role is Role.VICTIM:
        score += _SAME_PART if person.leaning > 0 else -_SAME_PART
    elif noun.role is Role.SUSPECT:
        score += _SAME_PART if person.leaning < 0 or "suspect" in person.nouns else -_SAME_PART
    if noun.kin:
        return score + _kin_likeness(gathering, person, mention, noun)
    if noun.young and person.young:
        return score + _BOTH_YOUNG
    tells_trade = noun.sex is None and noun.role is None and not noun.vague and not known and not noun.young
    return score + (_NEW_NOUN if tells_trade else 0.0)


def _kin_likeness(gathering: Gathering, person: Person, mention: Mention, noun: Noun) -> float:
    """Whether somebody is known as the same person's brother."""
    if noun.word not in person.nouns:
        return -_SAME_PART
    owner = gathering.of.get(mention.owner) if mention.owner is not None else None
    same = owner is None or not person.owners or owner.number in person.owners
    return _SAME_PART if same else -1.0
