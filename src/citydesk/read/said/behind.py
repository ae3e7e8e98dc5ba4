"""The words that name a source behind a verb of saying: "said [Jo Marlow of Alton police]", "according to [police]".

In: a text and where the verb ends. Out: a `Source` with its appositions. What stands before a verb is left to
`sources.py`, which person or body it is in the whole report to `speakers.py`.
"""

import re

from citydesk.read.page.document import Span
from citydesk.read.said.appositions import NAME_AFTER, apposition_after, with_apposition
from citydesk.read.said.namings import Source, describe
from citydesk.read.said.openings import trim_end
from citydesk.read.said.speech import DOCUMENT_NOUNS, KIN

_FIRSTNAME_AFTER = re.compile(r"\s[A-Z][\w’'-]{1,20}(?=,|[.\"”]|$)")
_OF_KIN = re.compile(rf"(?:his|her|their|my|\w+[’']s?)\s(?:\w+\s){{0,2}}(?:{KIN})$", re.IGNORECASE)
_BEYOND = re.compile(
    r"(?:at|in|with|from|for|of)\s[^,.;:\"“”]{2,40},(?=\s[A-Z][\w’'-]+\.?(?:\s[A-Z][\w’'-]*\.?){1,3}(?:[,.;\"”]|\swho\s|$))"
)
"""What may stand between a description and the name in apposition: "his boss [at the store,] Ann Roe"."""
_END_AFTER = re.compile(
    r"[,;:()\[\]“”„\"\n|•]|\s[–—-]{1,2}\s|--|—|[.!?]$|(?<![\w-])(?:who|that|as|in|on|at|during|after|before"
    r"|when|while|because|about|but"
    r"|and|to|from|outside|following|through|via|early|late|today|earlier|whose|by|says|said|told|was|were|is"
    r"|are|had|has"
    r"|into|upon|regarding|released|published|filed|obtained|issued|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\w-])"
)
_VERB = re.compile(r"\b(?:\w{3,12}ed|was|were|is|are|had|has|came|went|took|got|ran|fought|shot)\b")
_ENDS_BOTH = frozenset((".", ",", "obtained", "released", "filed"))
_FRESH = re.compile(r"(?:(?:newly|recently|just)\s+)?(?:released|filed|obtained|published|unsealed)\s+(?=[A-Za-z])")
_OF_DOCUMENT = re.compile(
    r"\s*(?:(?:released|published|issued|sent|posted|provided|given|made|written)\s+)?(?:(?:\w+day|today)\s+)?(?:from|by)\s+"
)
_A_DOCUMENT = re.compile(rf"\b(?:{DOCUMENT_NOUNS})$", re.IGNORECASE)
_ISSUER = re.compile(
    r"[Pp]olice|[Ss]heriff|Department|[Oo]ffice|Patrol|Bureau|[Aa]uthorit|[Oo]fficials|Attorney|\b[A-Z]{2,5}\b"
)


def source_after(text: str, start: int, ceiling: int, *, apposed: bool = True) -> Source | None:
    """The subject that follows a verb of saying ("…, said Marlow of the Alton police."); None if there is none.

    Where a document of somebody is named ("a statement from Sgt. Marlow"), that is the source. `apposed` says whether
    what follows a comma may belong to it; behind "According to …," at the head of a sentence it does not.
    """
    while start < ceiling and text[start] == " ":
        start += 1
    if lead := _FRESH.match(text, start, ceiling):
        start = lead.end()
    stop = min(ceiling, start + 160)
    mark = _END_AFTER.search(text, start, stop)
    end = trim_end(text, start, mark.start() if mark else stop)
    if end <= start:
        return None
    core = Span(start, end)
    found = describe(text, core, core)
    if found is None or mark is None:
        return found
    if of := _OF_DOCUMENT.match(text, end, stop):
        owner = source_after(text, of.end(), ceiling) if _A_DOCUMENT.search(text, start, end) else None
        return owner if owner is not None and _owns(text, owner) else found
    if mark.group() == "and" and found.name is None and (both := _both(text, found, mark.end(), stop)):
        return both
    return _with_aside(text, found, mark, ceiling) if apposed else found


def _both(text: str, found: Source, start: int, stop: int) -> Source | None:
    """Two sources that are one: "according to police and the medical examiner's office."."""
    mark = _END_AFTER.search(text, start, stop)
    end = trim_end(text, start, mark.start() if mark else stop)
    second = Span(start + 1, end)
    other = describe(text, second, second) if end > start + 1 else None
    if other is None or other.name is not None or _VERB.search(text, *second):
        return None
    if mark is not None and mark.group() not in _ENDS_BOTH:
        return None
    return Source(Span(found.span.start, end), Span(found.core.start, end))


def _with_aside(text: str, found: Source, mark: re.Match[str], ceiling: int) -> Source:
    """A source with what stands in apposition behind it, whether right behind or behind "at the store,"."""
    stop = min(ceiling, mark.end() + 90)
    if found.name is None and (called := _name_behind(text, found, mark, stop)):
        named = with_apposition(text, found, called)
        return named if named.name is not None or mark.group() == "," else found
    if mark.group() == "," and (beside := apposition_after(text, mark.end(), ceiling)):
        return with_apposition(text, found, beside)
    return found


def _name_behind(text: str, found: Source, mark: re.Match[str], stop: int) -> Span | None:
    """The name that stands in apposition to a description: "said his uncle, [Jo Marlow]", "said her brother, [Jo]"."""
    if mark.group() != ",":
        beyond = _BEYOND.match(text, mark.start(), stop)
        called = NAME_AFTER.match(text, beyond.end(), stop) if beyond else None
        return Span(*called.span()) if called else None
    called = NAME_AFTER.match(text, mark.end(), stop)
    if called is None and _OF_KIN.search(text, found.core.start, found.core.end):
        called = _FIRSTNAME_AFTER.match(text, mark.end(), stop)
    return Span(mark.end(), called.end()) if called else None


def _owns(text: str, owner: Source) -> bool:
    return owner.name is not None or _ISSUER.search(text, owner.core.start, owner.core.end) is not None
