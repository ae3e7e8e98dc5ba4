"""Which mentions are one person: names, "the 25-year-old", "the suspect", "he".

In: the mentions of a report and what words say of each. Out: everybody, with their mentions in order, and groups that
are not told apart. Merging what is told twice is left to `retold.py`, counts to `groups.py`.
"""

from collections.abc import Iterable, Sequence

from citydesk.read.who.antecedents import find_antecedent
from citydesk.read.who.cast import Cast, Gathering, Person
from citydesk.read.who.mention_opinions import MentionOpinions
from citydesk.read.who.mentions import Article, Form, Mention, Mentions
from citydesk.read.who.namesakes import find_namesake
from citydesk.read.who.pronouns import find_meant
from citydesk.read.who.told import Telling

_MORE = frozenset(("other", "more", "additional"))
_ANYBODY = frozenset(("person", "other", "one", "victim"))
_NEAR = 2
"""Sentences back to which "both men" and "the victims" reach."""


def join_mentions(
    mentions: Mentions,
    tellings: Sequence[Telling],
    pairs: Iterable[tuple[int, int]],
    opinions: MentionOpinions | None = None,
) -> Cast:
    """Everybody that a report's mentions stand for. `pairs` are mentions that the report says are one person's."""
    gathering = Gathering(mentions, tellings, pairs, opinions)
    _place_names(gathering)
    for headline in (False, True):  # a headline says roughly what the body tells
        for mention in mentions.all:
            if mention.headline is headline:
                _place(gathering, mention)
    _find_members(gathering)
    return gathering.close()


def _place_names(gathering: Gathering) -> None:
    """Place all names first, full ones before surnames, so that what comes before a name can be joined to it."""
    for full in (True, False):
        for mention in gathering.mentions.all:
            if mention.name is not None and (len(mention.name.parts) > 1) is full:
                person = find_namesake(gathering, mention, mention.name)
                gathering.add(person or gathering.begin(mention), mention)


def _place(gathering: Gathering, mention: Mention) -> None:
    """Give a mention to the person that it stands for."""
    if mention.index not in gathering.of:
        person = _linked(gathering, mention) or _resolve(gathering, mention)
        if person is None:
            return
        gathering.add(person, mention)
    if gathering.speaks_at(mention):
        gathering.last_speaker = gathering.of[mention.index]


def _linked(gathering: Gathering, mention: Mention) -> Person | None:
    """The person whom the report says that a mention is."""
    if mention.many != 1:
        return None
    linked = (gathering.of.get(other) for other in gathering.linked.get(mention.index, ()))
    return next((person for person in linked if person is not None and not person.group), None)


def _resolve(gathering: Gathering, mention: Mention) -> Person | None:
    if mention.form is Form.PRONOUN:
        return find_meant(gathering, mention)
    if mention.many != 1:
        return _find_group(gathering, mention) or _begin_group(gathering, mention)
    known = mention.article in (Article.KNOWN, Article.BARE, Article.OWNED) or mention.headline or mention.quoted
    person = find_antecedent(gathering, mention) if known else None
    return person or gathering.begin(mention)


def _begin_group(gathering: Gathering, mention: Mention) -> Person:
    group = gathering.begin(mention)
    group.general = mention.article is Article.KNOWN or mention.many is None
    return group


def _find_group(gathering: Gathering, mention: Mention) -> Person | None:
    """The group told before that a plural stands for."""
    groups = (person for person in reversed(gathering.persons) if person.group and person.mentions)
    return next((group for group in groups if _is_same_group(group, mention)), None)


def _is_same_group(group: Person, mention: Mention) -> bool:
    if group.sex is not None and mention.sex is not None and group.sex is not mention.sex:
        return False
    if group.officer != mention.officer or (_is_other(mention) and not any(_is_other(m) for m in group.mentions)):
        return False
    noun = mention.noun
    alike = noun is not None and (noun.word in group.nouns or noun.vague or noun.role is not None)
    if not alike and not group.nouns & _ANYBODY:
        return False
    if group.count == mention.many:
        return group.count is not None or (noun is not None and noun.word in group.nouns)
    near = min(abs(mention.sentence - m.sentence) for m in group.mentions) <= _NEAR
    return mention.many is None and mention.article is Article.KNOWN and near and group.count is not None


def _is_other(mention: Mention) -> bool:
    return mention.article is Article.OTHER or bool(mention.modifiers & _MORE)


def _find_members(gathering: Gathering) -> None:
    """Find whom groups speak of: those named behind "two men, identified as", those told just before "both men"."""
    for group in gathering.persons:
        if not group.group or not group.count or not group.mentions:
            continue
        first = min(group.mentions, key=lambda m: m.first)
        named = _named_behind(gathering, group, first)
        if named:
            group.members = named
        elif first.article is Article.KNOWN:
            near = [person for person in gathering.persons if _is_told_before(person, first)]
            group.members = near if len(near) == group.count else []


def _is_told_before(person: Person, first: Mention) -> bool:
    """Whether a person takes part and is told shortly before a group's first mention."""
    if person.group or person.aside or (first.sex is not None and person.sex not in (None, first.sex)):
        return False
    return any(0 <= first.sentence - m.sentence <= _NEAR and m.first < first.first for m in person.mentions)


def _named_behind(gathering: Gathering, group: Person, first: Mention) -> list[Person]:
    """The persons named one after the other behind a group that the report says they are."""
    linked = [gathering.of[i] for m in group.mentions for i in gathering.linked.get(m.index, ()) if i in gathering.of]
    linked = [person for person in linked if not person.group]
    if not linked:
        return []
    found: list[Person] = []
    for mention in gathering.mentions.by_sentence[first.sentence]:
        person = gathering.of.get(mention.index)
        if person is None or person.group or person in found:
            continue
        if mention.first > first.first and mention.name is not None:
            found.append(person)
    return found[: group.count] if linked[0] in found else linked[:1]
