"""Whether a phrase stands for anybody: "suspect" alone does in a headline, "3" before "dead", "police" never in "police
department".

In: a phrase as `phrases.py` read it. Out: a judgement; a phrase that says a person by number alone is given its noun.
"""

from citydesk.read.who.mentions import Article
from citydesk.read.who.nouns import NOUNS, Noun
from citydesk.read.who.phrases import Phrase, PhraseReader

_ORDINALS = frozenset("second third fourth fifth sixth seventh other others additional more".split())
_VERBS_AFTER_ONE = frozenset(
    "was were is are died had has have remains remained suffered sustained shot fired who with in killed dead wounded "
    "injured hurt critically seriously fatally hospitalized later also fled ran got went being to whose arrested "
    "taken".split()
)
_HARMED = frozenset(
    "dead killed shot wounded injured hurt hospitalized stabbed critically fatally critical arrested charged sought "
    "slain teens".split()
)
_HARMING = frozenset(
    "killing wounding injuring killed wounded injured kills wounds injures shoots shot hurts leaving leaves left "
    "hospitalizes hitting striking hurting sends sending stabbed stabs arrest arrested arrests charge charged".split()
)
_AFTER_COUNT = frozenset("and in at on near during after outside inside dead before early late".split())
_MAX_ALONE = 20
"""A number that stands for people without a noun ("3 dead") is not greater."""
_NOT_POLICE = frozenset("department departments say said chief spokesman spokeswoman station report reports".split())


def stands_alone(reader: PhraseReader, phrase: Phrase, *, listed: bool) -> bool:
    """Whether a phrase without a noun says a person by its age or number ("the 25-year-old", "3 dead").

    `listed` is whether the phrase goes on a list of persons.
    """
    if phrase.ages is not None:
        return phrase.article is not None or reader.headline or listed
    while phrase.modifiers and phrase.modifiers[-1] in _HARMED:
        phrase.modifiers.pop()  # "one dead", "3 wounded" say what became of them, not who they are
        phrase.at -= 1
    other = bool(phrase.modifiers) and phrase.modifiers[-1] in _ORDINALS
    one = reader.word(phrase.first) == "one"
    if not (phrase.article is Article.OTHER or other or one or phrase.count) or phrase.many > _MAX_ALONE:
        return False
    if phrase.at == phrase.first or len(phrase.modifiers) > other or not _counts_people(reader, phrase):
        return False
    phrase.noun = NOUNS["others"] if phrase.many > 1 else NOUNS["one"]
    phrase.head = (phrase.first, phrase.at)
    phrase.article = phrase.article or (Article.OTHER if other else Article.NEW)
    return True


def _counts_people(reader: PhraseReader, phrase: Phrase) -> bool:
    """Whether the words around a bare number or "one" are those of people ("killing four", "one was shot")."""
    following, before = reader.word(phrase.at), reader.word(phrase.first - 1)
    ends = not following[:1].isalnum() or following in _AFTER_COUNT
    if following in _HARMED or (ends and before in _HARMING):
        return True
    measures = reader.word(phrase.first).isdecimal() and following in ("in", "to", "with")
    return following in _VERBS_AFTER_ONE and not measures


def stands(reader: PhraseReader, phrase: Phrase, *, listed: bool, opens: bool) -> bool:
    """Whether a phrase may be a mention: a bare noun is one only in a headline, in a list, or before a name.

    `listed` is whether it goes on a list of persons, `opens` whether it begins its sentence.
    """
    noun, bare = phrase.noun, phrase.article is None
    if noun is None:
        return True
    if bare and not phrase.modifiers and reader.word(phrase.first) == "police":
        return reader.word(phrase.at) not in _NOT_POLICE
    if bare and noun.word in ("other", "one") and phrase.count is None and not noun.plural:
        return False
    if not bare or phrase.ages is not None or noun.plural or reader.headline or listed:
        return True
    return (
        noun.word in ("someone", "another") or (opens and noun.role is not None) or _stands_bare(reader, phrase, noun)
    )


def _stands_bare(reader: PhraseReader, phrase: Phrase, noun: Noun) -> bool:
    behind = phrase.at + (reader.word(phrase.at) == ",")
    return behind in reader.names or reader.word(phrase.first - 1) == "as" or "male" in phrase.modifiers
