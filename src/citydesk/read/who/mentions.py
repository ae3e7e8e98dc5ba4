"""Words that stand for persons: names, descriptions ("a 4-year-old boy", "three others") and pronouns.

In: a report's setting. Out: its mentions in order, each with what its own words tell (age, sex, number, a part such
as "gunman"), and which of them plainly say the same person side by side ("her daughter, Ann Lee"). What is said about
the persons is left to `roles.py`, `outcomes.py` and `custody.py`; which mentions are one person to `joining.py`.
"""

from dataclasses import dataclass
from enum import Enum

from citydesk.model import Sex
from citydesk.read.page.document import Span
from citydesk.read.page.words import Words
from citydesk.read.who.names import Name
from citydesk.read.who.nouns import Noun


class Form(Enum):
    """How a mention is worded."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class Article(Enum):
    """What a description begins with: whether it brings in a person or speaks of one already known."""

    NEW = "new"
    """"a man", "an unidentified man", "three people"."""
    OTHER = "other"
    """"another man", "a second victim", "two others"."""
    KNOWN = "known"
    """"the man", "both victims"."""
    OWNED = "owned"
    """"his wife", "Smith's brother"."""
    BARE = "bare"
    """"suspect", "officers": headlines, and words before a name."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that words say, and the words."""

    value: int
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for one person, or for several told as one."""

    index: int
    form: Form
    span: Span
    """As worded, with title and age."""
    head: Span
    """The name without title, the noun, or the pronoun."""
    first: int
    last: int
    """Half-open range of words, with what is only added behind (", 25, of Gary")."""
    sentence: int
    name: Name | None = None
    title: Span | None = None
    """Of the rank or title before a name."""
    noun: Noun | None = None
    article: Article = Article.BARE
    age: Stated | None = None
    ages: tuple[Stated, ...] = ()
    """All ages, where a group has several ("two boys, 14 and 15")."""
    sex: Sex | None = None
    count: Stated | None = None
    """How many, where a number is said."""
    plural: bool = False
    inside: bool = False
    """Stands inside another mention ("his" in "his wife") or owns something else ("the man's car")."""
    owner: int | None = None
    """The mention that this one is told by ("his wife"), for kin."""
    partner: int | None = None
    """An earlier mention that this one says the same person as."""
    quoted: bool = False
    headline: bool = False
    modifiers: frozenset[str] = frozenset()
    """The words before the noun, in lower case."""

    @property
    def many(self) -> int | None:
        """How many persons: 1, a stated number, or None for a plural without a number."""
        if self.count is not None:
            return self.count.value
        return None if self.plural else 1

    @property
    def officer(self) -> bool:
        """Whether its own words say a law enforcement officer."""
        return bool(self.noun and self.noun.officer) or bool(self.name and self.name.rank)


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of a report, and its words."""

    words: Words
    all: tuple[Mention, ...]
    by_sentence: tuple[tuple[Mention, ...], ...]
