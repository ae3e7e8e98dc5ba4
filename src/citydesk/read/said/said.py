"""What is said by whom: quotations, attributions, and whose word each fact is.

The front of the modules that answer this: `quoted.py` (where quotations stand), `sayings.py` (where somebody is said
to say something, and who), `quotes.py`, `attributions.py`, and `voice.py` (facts with their source and certainty).
"""

from citydesk.read.said.attributions import find_attributions
from citydesk.read.said.quoted import find_quoted
from citydesk.read.said.quotes import find_quotes
from citydesk.read.said.sayings import find_sayings
from citydesk.read.said.voice import give_voice

__all__ = ["find_attributions", "find_quoted", "find_quotes", "find_sayings", "give_voice"]
