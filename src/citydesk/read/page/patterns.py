"""Patterns that are run over whole reports, made so that most of a report costs them little.

In: a pattern's source. Out: a compiled one. What the patterns mean is left to those who use them.
"""

import re


def at_words(pattern: str) -> re.Pattern[str]:
    """A pattern tried only where a word begins; every match of it must begin there.

    Python tries a long alternation one choice after the other at every character, at the "h" of "shot" too, and takes
    twice as long again where it has to disregard case: such a pattern is better written in small letters, and run over
    `Document.lower`.
    """
    return re.compile(rf"\b(?=\w)(?:{pattern})")
