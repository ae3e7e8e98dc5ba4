"""What a rule is: a word sets it going, and it tells what the words around say of the mentions."""

from collections.abc import Callable, Iterator, Mapping

from citydesk.read.who.clauses import Clauses
from citydesk.read.who.told import Telling

Rule = Callable[[Clauses, int], Iterator[Telling]]
"""Given where the word stands."""


def rules_for(words: str, rule: Rule) -> dict[str, Rule]:
    """The same rule for each of several words, parted by spaces."""
    return dict.fromkeys(words.split(), rule)


def joined(*tables: Mapping[str, Rule]) -> dict[str, tuple[Rule, ...]]:
    """Several tables of rules as one: each word with all its rules, in the order of the tables."""
    words = dict.fromkeys(word for table in tables for word in table)
    return {word: tuple(table[word] for table in tables if word in table) for word in words}
