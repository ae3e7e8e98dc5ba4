"""Whom a pronoun speaks of: "he", "her", "they".

In: a pronoun and the persons gathered so far. Out: the person, or the group, that it most likely stands for; where two
are nearly as likely, it is marked as unsure, and its sex is not taken for the person's.
"""

from citydesk.read.who.antecedents import leaning_likeness
from citydesk.read.who.cast import Gathering, Person
from citydesk.read.who.mentions import Form, Mention

_FAR = 3
"""Sentences back to which a pronoun may reach."""
_OPENING = 0.6
"""For who opens the sentence."""
_PER_WORD = 0.01
_HEARD, _OFFICIAL = -1.2, -0.8
"""Against who is only heard, and who speaks for an office."""
_SAME_SEX = 0.4
_LEANING = 0.6
_LINKED = 0.3
_SURE = 0.5
"""By how much the likeliest must lead. All set on half of the gold of 2026-07."""


def find_meant(gathering: Gathering, mention: Mention) -> Person | None:
    """The person or group that a pronoun stands for; None for one in quoted speech."""
    if mention.plural:
        return _find_they(gathering, mention)
    if mention.quoted:
        return None
    speaker = gathering.last_speaker
    if speaker is not None and gathering.speaks_at(mention) and speaker.sex in (None, mention.sex):
        return speaker
    scored = sorted(
        (score, person.number)
        for person in _told_near(gathering, mention)
        if person.sex in (None, mention.sex) and (score := _nearness(gathering, person, mention)) is not None
    )
    if not scored:
        return None
    if len(scored) > 1 and scored[-1][0] - scored[-2][0] < _SURE:
        gathering.unsure.add(mention.index)
    return gathering.persons[scored[-1][1]]


def _told_near(gathering: Gathering, mention: Mention) -> list[Person]:
    """The single persons told in the sentences that a pronoun may reach."""
    near: dict[int, Person] = {}
    for sentence in range(max(0, mention.sentence - _FAR), mention.sentence + 1):
        for other in gathering.mentions.by_sentence[sentence]:
            person = gathering.of.get(other.index)
            if person is not None and not person.group:
                near[person.number] = person
    return [near[number] for number in sorted(near)]


def _nearness(gathering: Gathering, person: Person, mention: Mention) -> float | None:
    last = _last_before(person, mention)
    if last is None or last.last > mention.first or (last.owner is not None and last.first == mention.first):
        return None
    opening = next((m for m in gathering.mentions.by_sentence[last.sentence] if _opens(m)), None)
    score = float(last.sentence - mention.sentence) - _PER_WORD * (mention.first - last.first)
    score += _OPENING * (opening is not None and gathering.of.get(opening.index) is person)
    score += _SAME_SEX * (person.sex is mention.sex)
    if person.aside:
        score += _HEARD * person.speaks + _OFFICIAL * person.official
    score += _LINKED * gathering.linked_odds(person, mention)
    return score + _LEANING * leaning_likeness(person, gathering.leaning_at(mention))


def _last_before(person: Person, mention: Mention) -> Mention | None:
    """The person's last mention before a pronoun, in reach and not in quoted speech."""
    before = (
        m
        for m in reversed(person.mentions)
        if m.first < mention.first
        and mention.sentence - m.sentence <= _FAR
        and not m.quoted
        and m.headline == mention.headline
    )
    return max(before, key=lambda m: m.first, default=None)


def _opens(mention: Mention) -> bool:
    return not mention.inside and mention.form is not Form.PRONOUN


def _find_they(gathering: Gathering, mention: Mention) -> Person | None:
    """The group told last, or else those who are told together in the sentence before."""
    for person in reversed(gathering.persons):
        near = any(0 <= mention.sentence - m.sentence <= 1 and m.first < mention.first for m in person.mentions)
        if near and person.group and not person.officer and not person.members:
            return person
    together = _told_together(gathering, mention)
    if len(together) < 2:
        return None
    group = gathering.begin(mention)
    group.general, group.members = True, together
    return group


def _told_together(gathering: Gathering, mention: Mention) -> list[Person]:
    found: list[Person] = []
    for sentence in range(mention.sentence, max(-1, mention.sentence - 2), -1):
        for other in gathering.mentions.by_sentence[sentence]:
            person = gathering.of.get(other.index)
            if person is None or person.group or person.officer or person.speaks or person in found:
                continue
            if other.first < mention.first and not other.inside:
                found.append(person)
        if len(found) > 1:
            break
    return found
