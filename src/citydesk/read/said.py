"""What is said by whom: quotations, attributions, and whose word each fact is."""

from citydesk.model import Attribution, Incident, Quote
from citydesk.read.document import Document, Span
from citydesk.read.setting import Setting


def find_quoted(document: Document) -> tuple[Span, ...]:
    """The inner spans of all direct quotations, without the marks, in order."""
    return ()


def find_quotes(setting: Setting) -> tuple[Quote, ...]:
    """The direct quotations with who says them."""
    return ()


def find_attributions(setting: Setting) -> tuple[Attribution, ...]:
    """What the report puts in a source's mouth without quotation marks."""
    return ()


def give_voice(
    setting: Setting, incidents: tuple[Incident, ...], attributions: tuple[Attribution, ...]
) -> tuple[Incident, ...]:
    """The incidents with source and certainty on each fact whose words stand in an attributed clause."""
    return incidents
