"""Where sentences begin and end in news text.

In: a text. Out: spans, in order, trimmed of white space, that cover everything but white space. A line break ends a
sentence only where the line looks finished or the next begins a paragraph, since scraped pages break lines anywhere.
What is said in a sentence, and by whom, is left to the other modules.
"""

import re
from dataclasses import dataclass

_ABBREVIATIONS = frozenset(
    """Mr Mrs Ms Dr Jr Sr St Ste Ft Mt Gov Sen Rep Rev Hon Pres Sgt Lt Capt Cpl Cmdr Col Gen Maj Det Dep Insp Supt
    Ofc Off Pfc Pvt Spc Spec Tpr Asst Assoc Dist Atty Prof Ave Blvd Rd Ln Ct Pl Hwy Rte Pkwy Sq Apt Nos vs etc
    approx dept Dept Co Corp Inc Ltd Bros Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur
    Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont
    Neb Nebr Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Cir Ter Twp Cty Chf Sgts Lts Dets Messrs Fr Br
    Stl Comdr Adm Ald Cllr Sec Treas Univ Det Sup Spt Ph Esq""".split()
)
_TITLES = frozenset(
    """Mr Mrs Ms Gov Sen Rep Rev Hon Sgt Lt Capt Cpl Cmdr Col Gen Maj Det Dep Insp Supt Ofc Tpr Asst Prof Pfc Pvt
    Sgts Lts Dets Messrs Atty Dist""".split()
)
"""Words that a name must follow: no sentence ends with them."""
_NUMBER_FOLLOWS = frozenset("No Nos Apt Rte Hwy Ste pp Pg".split())
_STARTERS = frozenset(
    """The It He She They We You I This That These Those There Here Police Officers Officer Deputies Deputy Troopers
    Investigators Detectives Authorities Officials Witnesses Neighbors Prosecutors Paramedics Firefighters Emergency
    A An In On At By For From To Two Three Four Five Six One No None Not His Her Their Its Our My When While After
    Before As Once But And So If Although Though However Anyone Another Both Several Some Many All Each Multiple Also
    According Upon During Since Then Later Meanwhile Neither Nobody Nothing Everyone Someone Who What Where Why How
    Shortly Family Medics Residents Crews Dispatchers Surveillance With Because Only Just Now Still Around About Its
    Until Court Records Bail Bond Charges Shots Gunshots Gunfire Whether Did Do Does Is Was Were Are""".split()
)
"""Words that begin a sentence after an abbreviation or an initial that might have ended one."""
_AFTER_CLOCK = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January
    February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept
    Sep Oct Nov Dec Eastern Central Mountain Pacific EST EDT ET CST CDT CT MST MDT MT PST PDT PT AKST AKDT HST New
    Christmas Easter Thanksgiving Memorial Labor Independence Halloween Mother Father Valentine Super UTC GMT
    Local UPDATE Update""".split()
)
"""Words after "4 p.m." that still tell the time: days, months, zones, holidays."""
_END = re.compile(
    r"[.!?…]+[\"'”’)\]]*(?=\s|$)|[.!?…]+[\"”’)\]]*(?=[“‘]?[A-Z][a-z’']|[“‘]?[AI] |[\"“](?:[A-Z][a-z’']|I\b|A ))|\n[\s]*"
)
_BEFORE = re.compile(r"([A-Za-z.&]{1,20})$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.){1,6}[A-Za-z]$|[A-Z]$")
_OPENS = re.compile(r"\s*[\"'“‘(\[@#*•–—-]*\s?[A-Z0-9$]")
_LOWER = re.compile(r"\s*[a-z,;:)]")
_CLOCK = re.compile(r"(?:^|\d)[ap]\.?m$", re.IGNORECASE)
_WORD_AFTER = re.compile(r"[\s\"'“‘(\[]*([A-Za-z]+)")
_LAST = re.compile(r"\s*\Z")
_DIGIT_AFTER = re.compile(r"\s*[#(]?\d")
_BODY_AFTER = re.compile(
    r"\s*(?:County|PD|Sheriff|Fire|Police(?!\s+(?:sa(?:y|id)|have|had|are|were|believe|did|do|found|arrested"
    r"|responded)))\b"
)
_UNFINISHED = re.compile(r"(?:[,;–—&]|\b(?:of|the|by|and|in|at|to|a|an|for|with|from|on|or|as|that))$")
_NICKNAME = re.compile(r"[A-Z][a-z]+ [\"'“‘](?:[A-Z]\.){1,4}[\"'”’]$")
_LOWER_WORD = re.compile(r"[a-z]{2,}$")
_INTERNET = re.compile(r"(?:www|http|https|pic|twitter|facebook)[\w.:/-]*$|@\w*$", re.IGNORECASE)


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
    at = counted = start
    marks = 0  # straight double quotes since the paragraph began
    for mark in _END.finditer(text, start):
        if mark.start() < at:
            continue
        breaks = text[mark.start()] == "\n"
        if breaks:
            if _breaks_here(text, mark):
                _append(found, text, at, mark.start(), index, paragraph)
                at, paragraph = mark.end(), paragraph + 1
            counted, marks = mark.end(), 0
            continue
        marks, counted = marks + text.count('"', counted, mark.start()), mark.start()
        end = _own_end(text, mark, bool(marks % 2))
        if _ends_here(text, mark, end):
            _append(found, text, at, end, index, paragraph)
            at = end
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
    """Whether a line break ends a sentence: it does unless the line is unfinished and the next goes on in lower case.

    A single break before a lower-case word is a wrapped line; a blank line is one only after "of", "the", a comma …
    """
    runs_on = _LOWER.match(text, mark.end()) is not None
    unfinished = _UNFINISHED.search(text, max(0, mark.start() - 12), mark.start()) is not None
    if "\n" in mark.group()[1:]:
        return not (runs_on and unfinished)
    return not (runs_on or unfinished)


def _own_end(text: str, mark: re.Match[str], inside: bool) -> int:
    """Where the sentence ends if it ends here: without a straight mark that opens the next quotation.

    `inside` says whether a straight quotation is open before the full stop: in 'it.“I' and in 'it."I' the mark
    belongs to what follows, in 'stop.""I' only the second does.
    """
    end = mark.end()
    if end < len(text) and not text[end].isspace():
        own = mark.group().count('"') <= int(inside)
        while not own and text[end - 1] == '"':
            end -= 1
            own = text.count('"', mark.start(), end) <= int(inside)
    return end


def _ends_here(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a full stop, with the quotation marks behind it, ends a sentence and not an abbreviation."""
    if _LOWER.match(text, end):
        return False
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return True
    before = _BEFORE.search(text, max(0, mark.start() - 20), mark.start())
    word = before.group(1).rsplit("&")[-1] if before else ""
    if end < len(text) and not text[end].isspace() and text[end] not in '"“‘':
        # "at the scene.The man" lacks a space; "www.alton.Example", "J.Smith" do not
        if end == mark.start() + 1 and not _LOWER_WORD.search(word):
            return False
        if _INTERNET.search(text, max(0, mark.start() - 30), mark.start()):
            return False
    known = word if word in _ABBREVIATIONS else word.capitalize()
    if end - mark.start() > 1 and known not in _TITLES:
        # closing marks behind the stop, as long as they do not close a nickname: 'Olaf "K.R." Marlow'
        return not _NICKNAME.search(text, max(0, mark.start() - 20), end)
    return _word_ends(text, word, known, end)


def _word_ends(text: str, word: str, known: str, end: int) -> bool:
    """Whether the word before a full stop can end a sentence, seeing what follows."""
    after = _WORD_AFTER.match(text, end)
    following = after.group(1) if after else ""
    if _CLOCK.search(word):
        # "at 4 p.m. Police said" ends; "4 p.m. Thursday" does not
        return (bool(following) and following not in _AFTER_CLOCK) or bool(_LAST.match(text, end))
    if known in _NUMBER_FOLLOWS or word == "No":
        if _DIGIT_AFTER.match(text, end):
            return False
        return word == "No" or _starts(following)
    shouted = word.isupper() and len(word) > 1 and known in _ABBREVIATIONS
    if word in _ABBREVIATIONS or (shouted and following.isupper()):
        # "on Main St. The officer" ends; "St. Louis", "Sgt. The" (never written) do not
        return known not in _TITLES and _starts(following) and not _BODY_AFTER.match(text, end)
    if _INITIALS.fullmatch(word):
        # "J. Smith" goes on; "the U.S. The man" ends
        return _starts(following) and following not in {"A", "I", "No"} and not _BODY_AFTER.match(text, end)
    return bool(_OPENS.match(text, end) or _LAST.match(text, end))


def _starts(following: str) -> bool:
    return following in _STARTERS or (
        len(following) > 1 and following.isupper() and following.capitalize() in _STARTERS
    )
