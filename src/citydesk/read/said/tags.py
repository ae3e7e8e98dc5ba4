"""Verbs of saying beside direct quotations: '"…," Marlow said', 'Marlow said: "…"'.

In: a document, its quotations and the place of a verb. Out: whether the verb only tells whose a quotation is. Whose it
is, is left to `quotes.py`.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from citydesk.read.page.document import Document, Span
from citydesk.read.page.sentences import Sentence

_BEHIND = 90
"""Characters between a quotation and the verb of saying behind it."""
_BEFORE = 100
"""Characters between a verb of saying and the quotation behind it."""
_FRAGMENT = 70
"""Characters between a verb and the quoted words that are a part of its clause."""
_JUDGES = re.compile(r"call|describ|label|dubb|refer|prais|thank|express|blam|charact|urg|ask|adding|reading")
"""Verbs whose object quoted words can be."""
_CLOSES = re.compile(r"[”\"’',.\s]{1,6}(?:\w|$)")
_NEXT_SENTENCE = re.compile(r"['’]?[\"”][A-Z]")
"""A sentence that begins right behind a quotation, where a space is missing."""
_OPENS = re.compile(r"[,:]\s*[“\"‘']+\s*$")
_ENDS = re.compile(r"\s*(?:$|[.,:]|(?:in|on|of|at|during|to|when|as|after|while|before|about)\s)")


def quote_before(quoted: Sequence[Span], offset: int) -> int:
    """The number of the last quotation that begins at or before an offset; -1 if none does."""
    return bisect_right(quoted, offset, key=lambda span: span.start) - 1


def in_quote(quoted: Sequence[Span], offset: int) -> bool:
    """Whether an offset lies in a direct quotation."""
    n = quote_before(quoted, offset)
    return n >= 0 and offset < quoted[n].end


def is_tag(document: Document, quoted: Sequence[Span], verb: Span, sentence: Sentence) -> bool:
    """Whether a verb of saying stands right behind or before a direct quotation."""
    n = quote_before(quoted, verb.start)
    if n >= 0 and _is_behind(document, quoted[n], verb, sentence):
        return _tags_behind(document, quoted[n], verb, sentence)
    return n + 1 < len(quoted) and introduces(document.text, verb.end, quoted[n + 1].start)


def leads_to_fragment(document: Document, quoted: Sequence[Span], verb: Span, sentence: Sentence) -> bool:
    """Whether quoted words follow a verb in its own clause: 'he called it a "tragedy"'."""
    n = quote_before(quoted, verb.start) + 1
    if n >= len(quoted) or quoted[n].start >= sentence.end or not _JUDGES.match(document.text, verb.start):
        return False
    between = document.text[verb.end : quoted[n].start]
    return len(between) < _FRAGMENT and not any(mark in between for mark in ".;\n")


def introduces(text: str, verb_end: int, start: int) -> bool:
    """Whether a verb that ends at `verb_end` stands before the quotation that begins at `start`: 'said, "'."""
    if not 0 <= start - verb_end < _BEFORE:
        return False
    between = text[verb_end:start]
    return "\n\n" not in between.strip('\n“" ') and _OPENS.search(between) is not None


def _is_behind(document: Document, quote: Span, verb: Span, sentence: Sentence) -> bool:
    if not (sentence.start - 3 < quote.end <= verb.start and verb.start - quote.end < _BEHIND):
        return False
    return _CLOSES.match(document.text, quote.end, verb.start) is not None


def _tags_behind(document: Document, quote: Span, verb: Span, sentence: Sentence) -> bool:
    """A verb behind a quotation that ends its sentence is a tag only if nothing is said behind it.

    '"I ran." Marlow said.' is one; in '"I ran." Police said the man was 25.' the verb begins a sentence of its own.
    """
    last = document.words(quote).rstrip("'’")[-2:]
    if last[-1:] in ".?!" and _NEXT_SENTENCE.match(document.text, quote.end):
        return False
    if not last.endswith(".") or last == "..":
        return True
    if not document.text[quote.end : verb.start].strip(' ”"’'):
        return True  # '"I ran." said Marlow of the council.'
    return _ENDS.match(document.text, verb.end, sentence.end) is not None
