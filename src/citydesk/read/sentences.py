"""Where sentences begin and end in news text.

In: a text. Out: spans, in order, trimmed of white space, that cover everything but white space. A line break ends a
sentence only where the line looks finished or the next begins a paragraph, since scraped pages break lines anywhere.
"""

import re
from dataclasses import dataclass

_ABBREVIATIONS = frozenset(
    """Mr Mrs Ms Dr Jr Sr St Ste Ft Mt Gov Sen Rep Rev Hon Pres Sgt Lt Capt Cpl Cmdr Col Gen Maj Det Dep Insp Supt
    Ofc Off Pfc Pvt Spc Spec Tpr Asst Assoc Dist Atty Prof Pvt Ave Blvd Rd Ln Ct Pl Hwy Rte Pkwy Sq Apt No Nos vs etc
    approx dept Dept Co Corp Inc Ltd Bros Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur
    Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Dr Cir Ter Twp Cty Chf Sgts Lts Dets Messrs Fr Sr Br""".split()
)
_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|$)|[.!?][\"”’)]*(?=[A-Z][a-z])|\n+")
_BEFORE = re.compile(r"([A-Za-z.&]+)$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]$")
_OPENS = re.compile(r"\s*[\"'“‘(\[@#]*[A-Z0-9]")
_LOWER = re.compile(r"\s*[a-z,;:)]")
_CLOCK = re.compile(r"\b[ap]\.?m$", re.IGNORECASE)
_MAYBE_LAST = frozenset("Jr Sr St Ave Blvd Rd Ln Ct Pl Hwy Rte Pkwy Sq Dr Co Inc Corp etc Dept Cir Ter Twp".split())
_TITLE_WORD = frozenset("Mr Mrs Ms Gov Sen Rep Rev Sgt Lt Capt Cpl Det Dep".split())
_STREET_WORD = re.compile(r"\s*(?:The|It|He|She|They|Police|Officers?|A|An|In|On|At|Two|One|No|His|Her|When|After)\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: half-open offsets into the text it was found in, its number, and its paragraph's number."""

    start: int
    end: int
    index: int
    paragraph: int


def find_sentences(text: str, start: int = 0, index: int = 0, paragraph: int = 0) -> list[Sentence]:
    """Sentences of `text[start:]` in order, numbered on from `index` and `paragraph`."""
    found: list[Sentence] = []
    at = start
    for mark in _END.finditer(text, start):
        breaks = "\n" in mark.group()
        if mark.start() < at or not (_breaks_here(text, mark) if breaks else _ends_here(text, mark)):
            continue
        _append(found, text, at, mark.start() if breaks else mark.end(), index, paragraph)
        at = mark.end()
        if breaks:
            paragraph += 1
    _append(found, text, at, len(text), index, paragraph)
    return found


def _append(found: list[Sentence], text: str, start: int, end: int, index: int, paragraph: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Sentence(start, end, index + len(found), paragraph))


def _breaks_here(text: str, mark: re.Match[str]) -> bool:
    """Whether a line break ends a sentence: a blank line does, a single one unless the line runs on."""
    if len(mark.group()) > 1:
        return True
    return not _LOWER.match(text, mark.end())


def _ends_here(text: str, mark: re.Match[str]) -> bool:
    """Whether a full stop, with the quotation marks behind it, ends a sentence and not an abbreviation."""
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return not _LOWER.match(text, mark.end())
    before = _BEFORE.search(text, max(0, mark.start() - 20), mark.start())
    word = before.group(1).rsplit("&")[-1] if before else ""
    if _LOWER.match(text, mark.end()):
        return False
    if mark.end() - mark.start() > 1 and word not in _TITLE_WORD:
        return True  # closing marks behind the stop
    if word in _MAYBE_LAST or _CLOCK.search(word):
        # "on Main St. The officer", "at 4 p.m. Police said" end; "St. Louis", "4 p.m. Thursday" do not
        return bool(_STREET_WORD.match(text, mark.end()))
    if word in _ABBREVIATIONS:
        return False
    if _INITIALS.fullmatch(word):
        # "J. Smith" goes on; "the U.S. The man" ends
        return len(word) > 1 and bool(_STREET_WORD.match(text, mark.end()))
    return bool(_OPENS.match(text, mark.end())) or mark.end() >= len(text.rstrip())
