"""Words by which people are counted, as tables: looked up by `headcounts.py`, it decides nothing itself."""

from citydesk.read.who.nouns import MODIFIERS as _MODIFIERS
from citydesk.read.who.nouns import NOUNS

ARTICLES = frozenset("a an the his her their".split())
KNOWN = frozenset("the his her their its both these those".split())
"""Before those told already, or told by somebody else."""
MORE = frozenset("another other others more additional".split())
VAGUE = frozenset("several multiple many some few numerous dozens".split())
OWN = frozenset("himself herself self themselves".split())
JOINTS = frozenset(", and & then plus".split())
"""Between the items of a list."""
SETS = {"couple": 2, "couples": 4, "twins": 2, "pair": 2, "trio": 3, "newlyweds": 2}
"""Words for a group that say how many it is of."""
HEADS = frozenset(NOUNS) - {"police", "authorities", "one", "ones", "another", "someone", "somebody"} | frozenset(
    """someone somebody musician musicians cop cops civilian civilians boss supervisor supervisors bailiff bailiffs
    houseguest intruder intruders judge""".split()
)
"""Words for persons."""
PLURALS = frozenset(word for word, noun in NOUNS.items() if noun.plural and noun.word != word) | frozenset(
    "musicians cops civilians supervisors bailiffs intruders".split()
)
MODIFIERS = _MODIFIERS | frozenset("unborn gunshot foster intended heavily law enforcement".split())
"""Words that stand before a word for persons."""
NO_NAMES = (
    ARTICLES
    | KNOWN
    | MORE
    | VAGUE
    | frozenset(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december christmas eve day night police on in at""".split()
    )
)
"""Capitalized words that are not of a name."""
PARENTS = frozenset("father mother mom dad parent parents grandmother grandfather".split())
"""Before "of 3"."""
NOT_PEOPLE = frozenset(
    """years year months month days day weeks week hours hour minutes times shots rounds bullets blocks miles feet
    counts percent guns handguns weapons vehicles cars homes houses shootings incidents homicides murders gunshot
    gunshots shell casings wounds occasions pounds inches block street avenue p a am pm caliber mm o'clock grams
    dollars million thousand locations scenes different separate attempted count""".split()
)
"""What a number in front counts, or tells, that is no people."""
BEFORE_OTHER_NUMBERS = frozenset("$ # age ages aged route highway no. nos.".split())
AFTER_OTHER_NUMBERS = frozenset(": - / % year-old year-olds year years month months".split())
"""Beside a number that is an age, a time, money."""
BETWEEN_AGES = frozenset(", ( ) - & and ages aged age both".split())
ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "2nd": 2, "3rd": 3}
ORDERED = frozenset("victim person man woman teen teenager boy girl child".split())
"""Words for persons who are counted as they are found or die: "a third victim"."""
