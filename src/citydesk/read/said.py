"""What is said by whom: quotations, attributions, and whose word each fact is.

The front of the modules that answer this: `quoted.py` (where quotations stand), `sayings.py` (where somebody is said
to say something, and who), `quotes.py`, `attributions.py`, and `voice.py` (facts with their source and certainty).
"""

from citydesk.read.attributions import find_attributions
from citydesk.read.quoted import find_quoted
from citydesk.read.quotes import find_quotes
from citydesk.read.sayings import find_sayings
from citydesk.read.voice import give_voice

__all__ = ["find_attributions", "find_quoted", "find_quotes", "find_sayings", "give_voice"]
