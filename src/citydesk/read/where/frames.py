"""How a place is spoken of where it is named: "in X", "X police", "Jane Roe, 25, of X", "taken to X".

In: a mention of a city, county or state, and the capitals in one run with it. Out: its frame, or None where the words
are no place at all ("Austin Smith", "the Dallas Cowboys", "St. Louis University Hospital").
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from citydesk.read.page.document import Document, Span
from citydesk.read.page.setting import PlaceFrame
from citydesk.read.where.states import BEHIND_CITY

_NAME = r"[A-Z][\w’'.-]{1,20}"
_LOOK_BACK = 90
"""Characters before a mention that are looked at; sentences' own bounds cut them shorter."""
_SMALL = (
    r"(?:the |a |an |his |her |their |its |our |[A-Z][\w-]{1,20}['’]s? |nearby |neighboring |rural |suburban "
    r"|unincorporated |historic |tiny |small |quiet |"
    r"far |inner-city "
    r"|(?:just |due )?(?:north|south|east|west)(?:east|west)?(?:ern)? |(?:north|south)-(?:east|west) |[NSns][EWew] |"
    r"downtown |central |greater |metro |upstate |midtown |uptown "
    r"|(?:the )?(?:city|town|village|borough|township|community|suburb|municipality|county|state|parish|"
    r"hamlet) of |[a-z]+ [a-z]+ town of |"
    r"(?:a |the )?[A-Za-z-]+ (?:suburb|section|part|area|side|neighborhood) of )*"
)
_IN = re.compile(rf"\b(?:in|inside|within|throughout|across|around|onto|into) {_SMALL}$", re.IGNORECASE)
_NEAR = re.compile(
    rf"\b(?:near|outside(?: of)?|at|by|just off|close to|between|(?:north|south|east|west)(?:east|west)? of) {_SMALL}$",
    re.IGNORECASE,
)
_OF_PERSON = re.compile(
    r"(?:\b\d{1,3},? |\b[a-z]+-year-old,? |\b(?:man|woman|men|women|resident|residents|teen|native|couple|"
    r"mother|father|both|all|boy|girl|student|players?|pastor) |"
    r"[A-Z][\w’'.-]+ (?:Jr\.?|Sr\.?|I{2,3})?,? ?)(?:both |all |formerly |also )?(?:of|"
    r"from) (?:[A-Z][\w. ]{2,20} and )?$"
)
_FROM = re.compile(rf"\b(?:from|native of|resident of|residents of) {_SMALL}$", re.IGNORECASE)
_TO = re.compile(rf"(?<!\baccording )\b(?:to|toward|towards|for) {_SMALL}$", re.IGNORECASE)
_QUARTER_BEFORE = re.compile(rf"\b(?:in|near|outside) (?:the )?{_NAME}(?: {_NAME}){{0,2}}, $")
_LISTED_BEHIND = re.compile(rf",? (?:and|or) [A-Z]|, {_NAME}(?: {_NAME})?,? and ")
"""A city behind a quarter or part of it, "in Mill End, Larkin", is where it is; "in Reno, Elko and Ely" is a list."""
_SUBURBAN = re.compile(r"\bsuburban $", re.IGNORECASE)
_TOWN_OF = re.compile(
    r"\b(?:city|town|village|borough|township|community|suburb|municipality|streets|part|section|side|"
    r"outskirts|area|county) of (?:the )?$",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:liv(?:e|es|ed|ing)|resid(?:e|es|ed|ing)|born|raised|grew up|native|originally|moved|relocated|"
    r"buried|funeral|"
    r"graduat\w+|work(?:s|ed|ing)?|based|headquarter\w+|visiting|vacation\w*|attend(?:s|ed|ing)|"
    r"studie[sd]|enrolled|owns|owned)\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
_VIOLENT = re.compile(r"\b(?:shoot\w*|shot|stabb\w*|homicides?|murders?|slay\w*|kill\w*|gunfire)\b", re.IGNORECASE)
"""What was done there after all, whatever stands before: "in custody after a shooting at a Detroit club"."""
_MOVED = re.compile(
    r"\b(hospitals?|hospitalized|medical center|trauma center|clinic|morgue|jails?|jailed|prison|"
    r"(?-i:courts?)|(?:superior|district|circuit|federal|municipal|supreme|juvenile|county|magistrate) court|"
    r"courthouse|courtroom|detention|correctional|"
    r"airlifted|flown|taken(?! place)|transported|transferred|rushed|driven|drove|fled|extradited|arrested|caught|"
    r"captured|apprehended|"
    r"custody|booked|autops\w+|lab|laboratory|surrendered|headed|heading|travel\w*|hid|hiding|spotted|"
    r"treated|pronounced|arraigned|lodged|bond|bail|"
    r"testif\w+|convicted|sentenced|pleaded|traveled|flew|driving|brought back|warrants?)\b[^.;:]{0,45}$",
    re.IGNORECASE,
)
_MOVED_BEHIND = re.compile(
    r"(?:-area| area)? (?:area )?(?:hospital|medical center|clinic|jail|prison|courtroom)", re.IGNORECASE
)
"""What stands behind a place that somebody was brought to: "died in a Larkin hospital"."""
_OTHER_EVENT = re.compile(
    r"(?:\b(?:like|similar|another|previous|past|earlier|other|unrelated|separate|recent)"
    r"(?: (?!people|person|men|m[ae]n|wom[ae]n|teens?|victims?|officers?)[\w’'-]+){0,2} "
    r"(?:shootings?|attacks?|incidents?|cases?|crimes?|killings?|murders?|homicides?|robber\w+|conviction|arrest)"
    r"|\bmassacre|\bprotest\w*|\brally|\bmarch\b|\briots?|\bunrest)\b[^.;:\n]{0,40}$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:[Pp]hoto|PHOTO|[Cc]redit|[Cc]opyright|©|[Cc]ourtesy|Source|Reporting|Bureau|File|Image|Contact|"
    r"Follow|Reporter|Staff)\b[^.;\n]{0,50}$"
)
_AGENCY_LOWER = re.compile(
    r"['’]?s? (?:(?:city|metro|metropolitan|town|township|village|county|regional|area|homicide|state|"
    r"local) )?(?:police|pd\b|sheriff|fire(?:fighters?|\b)|mayor|deput(?:y|ies)|"
    r"detectives?|officers?|chief|council\w*|authorities|officials|cops?|investigators|coroner|"
    r"medical examiner|district attorney|prosecutors?|"
    r"marshal|grand jury|paramedics|crime ?stoppers|department|court|judge|jury)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?:-area| area|-based)? (?:[a-z-]+ )?(?:man|woman|men|women|teen(?:s|ager|agers)?|boys?|girls?|residents?|"
    r"couple|family|mother|father|mom|dad|child|children|toddler|native|pair|brothers|"
    r"students?|grandmother|grandfather|infant|baby|youth|rapper|community|neighbors?|person|pastor|"
    r"teacher|lawyer|attorney|native|males?|females?|motorists?|drivers?|homeowners?|veteran|youths?|kids?|tot)\b",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?:-area)? (?:[a-z-]+ ){0,2}(?:shootings?|homicides?|murders?|slayings?|killings?|stabbings?|"
    r"deaths?|homes?|house|apartments?|neighborhoods?|bar|nightclub|"
    r"club|streets?|party|residence|motel|hotel|store|park|parking|gas|convenience|restaurant|incident|"
    r"standoff|robbery|drive-by|gunfire|shootout|murder-suicide|mall|trailer|"
    r"subdivision|suburb|intersection|driveway|attack|gunman|shooter|area|side|complex|duplex|townhouse|"
    r"condo|barbershop|church|lounge|tavern|highway|interstate)\b",
    re.IGNORECASE,
)
_FAR = (
    r"(?:located |situated )?(?:about |some |roughly |nearly |approximately |just |less than |more than )?"
    r"(?:an? |[\w.-]+ )?(?:miles?|minutes|hours?)(?:['’] drive)? "
    r"(?:(?:to the )?(?:north|south|east|west)|from|outside|away|up|down|inland|off)"
)
AWAY = re.compile(rf",? (?:which (?:is|lies|sits) )?{_FAR}")
"""What says that even Paris is a town: "in Paris, about 100 miles northeast of Dallas"."""
IS_AWAY = re.compile(rf" (?:is|lies|sits) {_FAR}")
"""What a report says of the town that it tells of: "Larkin is about 60 miles northeast of Pittsburgh."."""
_BY_STATE = re.compile(rf"^, (?:{BEHIND_CITY.pattern}),?(?= [a-z])")
"""A state between a place and what is told of it: "Larkin, Ohio, apartment"."""
_CUT = re.compile(r" (?:\||-|–|—|::|») ")
_LABEL = re.compile(
    r"\b(?:News|NEWS|TV|Weather|Sports|FOX|ABC|NBC|CBS|CW|Channel|Radio|[KW][A-Z]{2,3}(?:-?\w+)?|Times|"
    r"Post|Herald|Tribune|"
    r"Journal|Gazette|Daily|Press|Local)\b|\.com|\.net|\.org"
)
_LONGEST_LABEL = 100
INSTITUTIONS = frozenset(
    """hospital medical regional general memorial university college court jail prison detention correctional high
    school schools middle elementary academy times news post herald tribune journal gazette star sun chronicle
    press daily airport international center clinic health healthcare district superior municipal field office
    air army national base church baptist methodist trauma children children's children’s unit team avenue
    street road boulevard drive lane way highway pike parkway place court circle st ave rd blvd dr ln tech
    observer enquirer dispatch examiner register advocate bank cowboys bears bulls saints zoo museum theatre
    theater stadium arena hall expressway freeway turnpike bridge tv channel magazine mercy methodist
    presbyterian apartments apartment homes estates manor inn hotel motel suites mall plaza bar grill club
    lounge street streets""".split()
)
"""Words behind a place's name that make it the name of something else, mostly not where things happen."""
_AGENCIES = frozenset(
    """police pd sheriff sheriffs sheriff's sheriff’s fire mayor deputies deputy detectives detective officers
    officer chief metro metropolitan public coroner coroner's coroner’s swat crime homicide department marshal
    investigators ems prosecutor prosecutors da commissioner council councilman constable authorities township
    city state county emergency safety parish bureau crimestoppers attorney attorney's""".split()
)
DIRECTIONS = frozenset(
    """north south east west northeast northwest southeast southwest downtown greater inner central uptown midtown
    metro suburban upstate northern southern eastern western nw ne sw se""".split()
)
OPENERS = frozenset(
    """the in on at and when where police officer officers sheriff deputies a an two three one four five it he she
    his her their they this that then after before from near no by for with to of as but or if is outside inside
    around about both another former local authorities investigators prosecutors detectives residents man woman
    teen while since although though also according during until unlike because meanwhile not several many some
    all most every each what who why how photo video watch update breaking via now latest source image boy girl
    mother father suspect victim driver shooter gunman gunmen neighbors neighbor family shooting homicide murder
    killed shot dead wounded fatal deadly double triple pd's across between throughout monday tuesday wednesday
    thursday friday saturday sunday early late last mass accidental fatally rural nearby""".split()
)
"""Capitals that stand before a place's name without being part of it: beginnings of sentences and of headlines."""


_SUFFIXES = frozenset("heights park hills beach springs valley grove gardens ridge point creek lakes island".split())
"""Words behind a place's name that make it another place's, in any headline: "Hamilton Heights"."""
_ON = re.compile(r"\bon $")
_SIDE = re.compile(
    r"(?:['’]s)? (?:near |far |lower |upper )?(?:north|south|east|west)\w*(?:[ -](?:side|end|bank))?\b", re.IGNORECASE
)
"""What of a city something is "on": "shot on Larkin's East Side"."""
HEADLINE_NOUNS = frozenset(
    """shooting shootings stabbing stabbings homicide homicides murder murders killing killings slaying slayings
    shootout man men woman women boy girl teen teens teenager toddler child baby infant father mother dad mom couple
    family student resident residents home house apartment motel hotel nightclub club bar store party
    neighborhood""".split()
)
"""Nouns that headlines put behind a place's name, with a capital or without."""
_TOWN_WORDS = frozenset(("borough", "township", "village", "town"))
_STATE_BODIES = frozenset(
    """state highway department bureau attorney supreme national governor gov legislature division office rangers
    troopers lottery commission board parole""".split()
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The capitals in one run with a mention."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    opens: bool
    """Whether the run begins a sentence or a line."""


def frame_of(document: Document, span: Span, sides: Surroundings) -> PlaceFrame | None:
    """The frame of a mention; None where the words are part of another name."""
    text = document.text
    if _is_site_label(document, span):
        return PlaceFrame.SITE
    before = _before(document, span)
    behind = text[span.end : span.end + 60]
    if sides.behind and sides.behind[0].lower() in _SUFFIXES:
        return None
    if document.words(span).endswith("Island"):
        before = _ON.sub("in ", before)
    loud = _is_loud(sides)
    if not loud:
        inner = _inside_a_name(sides)
        if inner is not None:
            return None if inner is PlaceFrame.BARE else inner
    if _CREDIT.search(before):
        return PlaceFrame.ELSEWHERE
    if behind.startswith(("-", "/")) and not behind.startswith(("-area", "-based", "--")):
        return None
    return _by_words(before, behind)


def _by_words(before: str, behind: str) -> PlaceFrame:
    """The frame by the words right before and behind, the sentence's part before them included."""
    if _OF_PERSON.search(before) and not _TOWN_OF.search(before):
        return PlaceFrame.HOMETOWN
    placed = _IN.search(before) or _TOWN_OF.search(before)
    near = None if placed else _NEAR.search(before)
    place = placed or near
    if place is not None:
        inside = placed and not _SUBURBAN.search(before)
        return _placed(before[: place.start()], behind, PlaceFrame.IN if inside else PlaceFrame.NEAR)
    if (_ON.search(before) and _SIDE.match(behind)) or (not before.strip() and IS_AWAY.match(behind)):
        return PlaceFrame.IN
    if _TO.search(before):
        return PlaceFrame.MOVED
    if _FROM.search(before):
        return PlaceFrame.HOMETOWN
    past = _BY_STATE.sub("", behind)
    told = (
        (_AGENCY_LOWER, behind, PlaceFrame.AGENCY),
        (_PEOPLE, past, PlaceFrame.PEOPLE),
        (_EVENT, past, PlaceFrame.EVENT),
    )
    frame = next((frame for pattern, words, frame in told if pattern.match(words)), PlaceFrame.BARE)
    if frame is not PlaceFrame.BARE or _LISTED_BEHIND.match(behind):
        return frame
    quarter = _QUARTER_BEFORE.search(before)
    return _placed(before[: quarter.start()], behind, PlaceFrame.IN) if quarter else frame


def _placed(lead: str, behind: str, frame: PlaceFrame) -> PlaceFrame:
    """The frame of a place that a preposition puts something at: what that is stands before or behind."""
    if _OTHER_EVENT.search(lead):
        return PlaceFrame.ELSEWHERE
    if _LIVES.search(lead):
        return PlaceFrame.HOMETOWN
    moved = _MOVED.search(lead)
    if (moved and not _VIOLENT.search(lead, moved.end(1))) or _MOVED_BEHIND.match(behind):
        return PlaceFrame.MOVED
    return PlaceFrame.AGENCY if _AGENCY_LOWER.match(behind) else frame


def _inside_a_name(sides: Surroundings) -> PlaceFrame | None:
    """What the capitals around make of a mention: an agency's name, another's (BARE), or nothing (None)."""
    if sides.behind:
        first = sides.behind[0].lower().strip(".")
        if first in _TOWN_WORDS and len(sides.behind) == 1 and not sides.before:
            return None  # "in Mt. Oliver Borough"
        if any(word.lower() in INSTITUTIONS for word in sides.behind):
            return PlaceFrame.BARE
        if first in HEADLINE_NOUNS and not (sides.before and sides.before[-1].lower() not in DIRECTIONS | OPENERS):
            return None  # "Compton Shooting", "Larkin Boy on Life Support"
        if first in _AGENCIES or any(word.lower() in _AGENCIES for word in sides.behind[:3]):
            return PlaceFrame.AGENCY
        return PlaceFrame.BARE
    if not sides.before:
        return None
    last = sides.before[-1].lower()
    if last in DIRECTIONS or last in OPENERS or last.endswith("-year-old"):
        return None
    if sides.opens and len(sides.before) == 1 and last.endswith("ed"):
        return None
    return PlaceFrame.BARE


def is_of_state(sides: Surroundings) -> bool:
    """Whether a state's name begins the name of a body of that state ("Missouri State Highway Patrol")."""
    return bool(sides.behind) and sides.behind[0].lower() in _STATE_BODIES


def _is_loud(sides: Surroundings) -> bool:
    """Whether the run looks like a headline's, where capitals tell nothing."""
    return len(sides.before) + len(sides.behind) >= 4


def _before(document: Document, span: Span) -> str:
    """The words of the same sentence before a mention, as far as they are looked at."""
    sentence = document.sentence_at(span.start)
    begin = sentence.start if sentence else 0
    return document.text[max(begin, span.start - _LOOK_BACK) : span.start]


def _is_site_label(document: Document, span: Span) -> bool:
    """Whether a mention stands in the part of a title that names the outlet ("… - KXYZ News - Springfield, MO")."""
    return document.in_title(span.start) and span.start >= site_label_start(document.title.text)


@lru_cache(maxsize=64)
def site_label_start(title: str) -> int:
    """Where the outlet's label begins in a title; its length where there is none."""
    for cut in _CUT.finditer(title):
        if cut.start() and len(title) - cut.start() <= _LONGEST_LABEL and _LABEL.search(title, cut.end()):
            return cut.start()
    return len(title)
