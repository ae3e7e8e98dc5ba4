"""How law enforcement bodies are named in news, and which names mean one body.

In: a text. Out: the stretches that name a body (`find_names`), and what abbreviations and
social-media handles a name can have (`abbreviations_of`, `handles_of`). Nothing here knows the
bodies of any place: names are told by their form. Which mention stands for which body is left to `agencies.py`.
"""

import re
from dataclasses import dataclass

from citydesk.read.page.document import Span
from citydesk.read.said.agency_patterns import PATTERNS, Sort


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name of a body as it stands in a text."""

    span: Span
    name: str
    """As published: without "the", with "Office" where only its deputies are named."""
    sort: Sort
    place: tuple[str, ...]
    """The words before the word for the body, in lower case: of what city, county or state it is."""
    full: bool
    """Whether it is a full name ("Department", "Office") and not the like of "Alton police"."""


_GENERIC = re.compile(
    r"\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[Tt]hat)\s+(?:(?:[Pp]olice\s+)?[Dd]epartment|[Aa]gency"
    r"|[Bb]ureau|[Ff]orce\b|"
    r"(?:[Ss]heriff[’']?s\s+(?:[Oo]ffice|[Dd]epartment)))(?!\s+of\b)|\b[Ss]heriff[’']s\s+(?:[Oo]ffice"
    r"|[Dd]epartment|deput(?:y|ies))|\b[Cc]ity\s+[Pp]olice\b"
    r"|\b(?:[Dd]istrict\s[Aa]ttorney|[Ss]tate[’']s\s[Aa]ttorney|(?:county\s|local\s)?[Pp]rosecutor|[Aa]ttorney\s[Gg]eneral)[’']s\s"
    r"[Oo]ffice"
)
_ABBREVIATION = re.compile(r"\b(?:[A-Z]{2,4}\sPD|[A-Z]{2,6})\b(?!-)")
_HANDLE = re.compile(r"(?<![\w.])@(\w{3,20})\b")
_STOP = frozenset(
    """the a an on in at by for from with after before when while as and or but if that this according then also later
    meanwhile however police officers officer sgt lt capt cpl det chief deputy detective sheriff mayor monday
    tuesday wednesday thursday friday saturday sunday jan january feb february march april may june july aug august
    sept september oct october nov november dec december update updated breaking developing first two three four
    five six says said say former fellow both another several many multiple local area investigating shot shoots
    near against because since during where who what why how his her their its our no not though interim large now
    arrest caption helping heavy deadly one year-old am pm spokesman spokeswoman spokesperson contact call courtesy
    photo source officials anyone anonymous to of today tonight yesterday retired off-duty uniformed undercover
    arriving responding dispatch man woman suspect victim teen boy girl killed kills dead shooting injured wounded
    fatally identify identified via credit read copyright initial initially related coverage video next last""".split()
)
"""Words in capitals that no body's name begins with."""
_NOT_PLACES = frozenset(
    """state fire rescue homicide officer mr mrs ms dr more some many most other such local area all these those
    acting assistant local narcotics gang burglary robbery violent major special crime crimes veteran law
    enforcement private lead federal traffic internal police task force""".split()
)
_WIDENING = frozenset(
    "metropolitan metro city township borough village town county parish regional municipal consolidated".split()
)
_NO_LETTER = re.compile(r"[^a-z]")
_LETTERED = re.compile(r"[A-Za-z’']+")
_SMALL_WORDS = frozenset(("of", "and", "the", "s"))
_HANDLE_TAILS = {
    Sort.POLICE: ("police", "pd", "policedept", "policedepartment"),
    Sort.SHERIFF: ("sheriff", "so", "sheriffsoffice", "sheriffs", "countysheriff", "cosheriff", "countyso"),
    Sort.STATE: ("", "statepolice", "sp", "hp", "highwaypatrol", "bi", "statepatrol"),
}
"""What follows the place's letters in a handle."""
_FULL = re.compile(
    r"\b(?:department|dept|bureau|office|division|patrol|service|investigations?|enforcement|safety)\b", re.IGNORECASE
)
_SOLID = re.compile(r"\S+")
_OWN_PEOPLE = re.compile(r"\s+(?:[Dd]eput(?:y|ies)|officials?|detectives?|investigators?)$")
_SHERIFFS = re.compile(r"[Ss]heriff(?:[’']s|s[’']|s)$")
_STATE = re.compile(r", (?:[A-Z][a-z]{1,5}\.|[A-Z][a-z]{3,13}),? (?=[Pp]olice)")
"""The state between a city and its police: "Alton, Okla. police"."""
_POLICE_IN = re.compile(r"[Pp]olice\s+in\s+([^,]+)")
_HEADWORDS = frozenset(
    """police pd p.d. department dept bureau division service force sheriff sheriffs deputies deputy office patrol
    highway troopers trooper of public safety cops constable constables officials official detectives detective
    investigators investigator in the marshal marshals precinct""".split()
)


def find_names(text: str, starts: frozenset[int] = frozenset()) -> list[BodyName]:
    """Every stretch of a text that names a body by more than a common noun, in order, none inside another.

    `starts` are offsets at which a place's name is known to begin: in a headline in capitals, the name begins there.
    """
    found: list[BodyName] = []
    taken = bytearray(len(text))
    for sort, pattern in PATTERNS:
        for match in pattern.finditer(text):
            name = _name_of(text, match, sort, starts)
            if name is not None and not any(taken[name.span.start : name.span.end]):
                found.append(name)
                taken[name.span.start : name.span.end] = b"\x01" * (name.span.end - name.span.start)
    return [_at_home(name, found) for name in sorted(found, key=lambda name: name.span)]


def _at_home(name: BodyName, found: list[BodyName]) -> BodyName:
    """Detectives as those of the sheriff, where a report names one of their place: "Pike County detectives"."""
    if name.sort is not Sort.POLICE or not name.name.endswith(("detectives", "investigators")):
        return name
    sheriff = next((other for other in found if other.sort is Sort.SHERIFF and other.place == name.place), None)
    return name if sheriff is None else BodyName(name.span, sheriff.name, Sort.SHERIFF, name.place, sheriff.full)


def find_generic(text: str) -> list[Span]:
    """Words that name a body only by reference to an earlier one: "the department", "the sheriff's office"."""
    return [Span(*match.span()) for match in _GENERIC.finditer(text)]


def find_abbreviations(text: str) -> list[Span]:
    """Words that may be a body's abbreviation: "APD", "PCSO", "OBI", any few capitals."""
    return [Span(*match.span()) for match in _ABBREVIATION.finditer(text)]


def find_handles(text: str) -> list[Span]:
    """Social-media handles, with the "@"."""
    return [Span(*match.span()) for match in _HANDLE.finditer(text)]


def same_body(one: BodyName, other: BodyName) -> bool:
    """Whether two names may mean one body: one sort, and one's place is the other's, give or take "Metropolitan"."""
    if one.sort is not other.sort:
        return False
    if one.place == other.place:
        return True
    short, long = sorted((one.place, other.place), key=len)
    return bool(short) and long[: len(short)] == short and set(long[len(short) :]) <= _WIDENING


def abbreviations_of(name: BodyName) -> frozenset[str]:
    """The capitals that can stand for a name: "AMPD", "PCSO", "OBI"; "Alton police" counts as a Department."""
    words = [word for word in _LETTERED.findall(name.name) if word.lower() not in _SMALL_WORDS]
    initials = "".join(word[0].upper() for word in words)
    place = "".join(
        part[0].upper() for word in name.place if word not in _SMALL_WORDS for part in word.split("-") if part
    )
    tails = {Sort.POLICE: ("PD",), Sort.SHERIFF: ("SO", "SD", "CSO")}.get(name.sort, ())
    return frozenset(form for form in (initials, *(place + tail for tail in tails)) if len(form) > 2)


def handles_of(name: BodyName) -> frozenset[str]:
    """The letters of handles that can be a body's own: "altonpolice", "acpd", "pikesheriff"."""
    places = [word for word in (_NO_LETTER.sub("", part) for part in name.place) if word and word not in _SMALL_WORDS]
    if not places:
        return frozenset()
    without_county = "".join(word for word in places if word != "county")
    heads = ("".join(places), "".join(word[0] for word in places), places[0], without_county)
    tails = _HANDLE_TAILS.get(name.sort, ("",))
    return frozenset(head + tail for head in heads for tail in tails if len(head + tail) > 2)


def handle_letters(handle: str) -> str:
    """The letters of a handle that can be a body's name: "@AltonPD_News" gives "altonpd"."""
    return _NO_LETTER.sub("", handle.lower().removeprefix("@")).removesuffix("news").removesuffix("official")


def _name_of(text: str, match: re.Match[str], sort: Sort, starts: frozenset[int]) -> BodyName | None:
    """The name in a match, without the capitalised words before it that are none of its own."""
    start, end = match.span()
    known = [at for at in range(start, end) if at in starts] if starts else []
    if text.startswith("The ", start):
        start += 4
    words = [(word.start() + start, word.group()) for word in _SOLID.finditer(text[start:end])]
    if known and sort in (Sort.POLICE, Sort.SHERIFF):
        words = [(at, word) for at, word in words if at >= min(known)]
    elif sort is not Sort.OTHER and not text.startswith("Office of", start):
        stops = [n for n, (_, word) in enumerate(words) if _is_stop(word, sort, last=n == len(words) - 1)]
        words = words[stops[-1] + 1 :] if stops and sort in (Sort.POLICE, Sort.SHERIFF, Sort.PROSECUTOR) else words
        if stops and sort is Sort.STATE:
            words = words[stops[-1] + 1 :] if stops[-1] < len(words) - 2 else words
    if not words or (sort is Sort.PROSECUTOR and words[0][1].islower()):
        return None
    start = words[0][0]
    place = _place_words([word for _, word in words])
    if sort in (Sort.POLICE, Sort.SHERIFF) and not _is_place(place):
        return None
    name = _published(text[start:end], sort)
    return BodyName(Span(start, end), name, sort, place, bool(_FULL.search(name)))


def _is_place(words: tuple[str, ...]) -> bool:
    """Whether words before the word for a body can be a place's name: not "Homicide", nor "City" alone."""
    if not words or words[-1] in _NOT_PLACES or words[0] in _NOT_PLACES:
        return False
    return len(words) > 1 or words[0] not in _WIDENING or words[0] in ("metro", "metropolitan")


def _is_stop(word: str, sort: Sort, *, last: bool) -> bool:
    plain = word.lower().strip(".,’'\"")
    if (
        last
        or plain == "of"
        or (sort is Sort.STATE and plain == "and")
        or (sort is Sort.POLICE and plain in ("police", "department", "public", "in"))
    ):
        return False
    return plain in _STOP and not (sort is Sort.SHERIFF and plain.startswith("sheriff"))


def _place_words(words: list[str]) -> tuple[str, ...]:
    plain = [word.lower().replace("’", "'").removesuffix("'s").strip(".,'") for word in words]
    if len(words) > 2 and words[-2].endswith((".", ".,")) and words[-3].endswith(","):
        del plain[-2]  # "Alton, Okla. police"
    if plain[:2] == ["police", "in"]:
        return tuple(plain[2 : next((n + 1 for n, word in enumerate(words) if word.endswith(",")), len(words))])
    if plain[0] == "police":
        return tuple(word for word in plain if word not in _HEADWORDS)
    cut = next(
        (n for n, word in enumerate(plain) if word in _HEADWORDS and word not in ("of", "the", "in")), len(plain)
    )
    return tuple(plain[:cut])


def _published(words: str, sort: Sort) -> str:
    """A name as published: "Alton County deputies" are their sheriff's, "police in Alton" are Alton police."""
    words = _STATE.sub(" ", " ".join(words.split()))
    if sort is Sort.SHERIFF:
        words = _OWN_PEOPLE.sub("", words)
        if "heriff" not in words:
            return f"{words} Sheriff's Office"
        return _SHERIFFS.sub("Sheriff's Office", words)
    if inside := _POLICE_IN.match(words):
        return f"{inside.group(1)} police"
    return words
