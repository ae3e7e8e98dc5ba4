"""What an acronym stands for, told from the capitals of the report itself: "NOU" is "Northern Ohio University".

In: a text and a few capitals. Out: where the words stand, or None. Law enforcement bodies are left to `agencies.py`.
"""

import re

from citydesk.read.page.document import Span

_LETTERS = range(2, 7)


def spelled_out(text: str, letters: str) -> Span | None:
    """The first capitalised words of a text that begin with the letters, one after the other."""
    if len(letters) not in _LETTERS or not (letters.isupper() and letters.isalpha()):
        return None
    words = (rf"{letter}[a-z][\w’'-]{{1,20}}" for letter in letters)
    found = re.search(r"\b" + r"(?: (?:of|and|for|the))? ".join(words), text)
    return Span(*found.span()) if found else None
