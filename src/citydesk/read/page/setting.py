"""What the stages of a reader hand to each other: mentions found once over the whole report, and scenes.

Plain values only. Offsets are those of `Document.text`.
"""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum

from citydesk.model import Certainty, DatelineValue, Fact, PlaceKind, Sequence
from citydesk.read.encoder.opinions import Opinions
from citydesk.read.page.document import Document, Span
from citydesk.read.page.words import Words, find_words


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression and what it comes to."""

    span: Span
    day: date | None = None
    """The day, where it comes to one."""
    edtf: str | None = None
    """Else an EDTF day, month or interval ("2020-06-28/2020-07-02", "2020-07"), where it comes to that."""
    clock: str | None = None
    """Local clock time, HH:MM."""
    approximate: bool = False
    """Whether the clock time is "around", "about", "shortly before" …"""
    part_of_day: str | None = None
    """One of morning, afternoon, evening, night, overnight, where said."""
    posted: bool = False
    """Whether it is the page's own date ("Posted: Jun 5, 2014"), not one that the story tells of."""
    rests_on: tuple[Span, ...] = ()
    """Other words that it was resolved with: the day that "that night" goes back to, the part of day of a "9:30"."""


class PlaceLevel(Enum):
    """What sort of place a mention names."""

    ADDRESS = "address"
    NAME = "name"
    NEIGHBORHOOD = "neighborhood"
    CITY = "city"
    COUNTY = "county"
    STATE = "state"


class AddressDetail(IntEnum):
    """How closely an address tells a place, the most telling first."""

    BLOCK = 0
    HOUSE = 1
    CORNER = 2
    HIGHWAY = 3
    ROAD = 4


class PlaceFrame(Enum):
    """How a place is spoken of where it is named."""

    DATELINE = "dateline"
    IN = "in"
    """Something is or happens in it: "in X", "inside X", "the city of X"."""
    NEAR = "near"
    EVENT = "event"
    """It tells which one: "the X shooting", "an X home"."""
    AGENCY = "agency"
    """A law enforcement body or office is named after it: "X police"."""
    PEOPLE = "people"
    """Somebody is called after it: "an X man"."""
    HOMETOWN = "hometown"
    """Somebody comes from it: "Jane Roe, 25, of X"."""
    MOVED = "moved"
    """Somebody is taken, flees or is arrested there."""
    ELSEWHERE = "elsewhere"
    """Another event or the outlet's own line: "the X massacre", "Photo: X Police"."""
    SITE = "site"
    """The outlet's label in a title: "| X News"."""
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place, resolved as far as the report allows."""

    span: Span
    level: PlaceLevel
    value: str
    """As published: an address as worded without the city, a city's name, a state's two letters …"""
    state: str | None = None
    """Two letters: of a city or county, the state it was resolved to."""
    lat: float | None = None
    lon: float | None = None
    frame: PlaceFrame = PlaceFrame.BARE
    said_state: bool = False
    """Whether the state stands with it ("Springfield, Ill.")."""
    state_span: Span | None = None
    """Where it stands, if it does."""
    county: str | None = None
    """Of a city, the county that the gazetteer has for it."""
    population: int = 0
    share: float = 0.0
    """Of a city or county, how far its name alone tells the state: 1 where no other state has one of that name."""
    kind: PlaceKind | None = None
    """Of a named place, what sort its name says it is."""
    detail: AddressDetail | None = None
    """Of an address, how closely it tells the place."""


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """Words that name a law enforcement body."""

    span: Span
    name: str
    """Its full name, where the report has it anywhere ("KCPD" gives "Kansas City Police Department")."""


@dataclass(frozen=True, slots=True)
class Named:
    """A value and the words that it is from."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something, as far as the report tells anywhere."""

    name: str
    """The fullest name; for a body its full name, for anybody unnamed the description ("a neighbor", "police")."""
    spans: tuple[Span, ...]
    """The words used here and, where they differ, those that have the full name."""
    title: Named | None = None
    """Of a person, as worded ("Police Chief")."""
    organization: Named | None = None
    """The body that a person is of."""
    person: bool = False
    """Whether it is one person, named or not."""
    named: bool = False
    """Whether the name is a person's or body's own."""


class Manner(Enum):
    """How the report shows that something is somebody's word."""

    SAYS = "says"
    """A source and a verb of saying, thinking or finding out."""
    ACCORDING = "according"
    """"According to", "per"."""
    HEADLINE = "headline"
    """A source before a colon: "Police: Man shot"."""
    SILENT = "silent"
    """What is not known or not said."""
    HEDGED = "hedged"
    """Nobody's in particular: "allegedly", "is believed to"."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A place where the report says that somebody says something."""

    cue: Span
    """The words that show it ("said", "according to", "allegedly")."""
    manner: Manner
    certainty: Certainty
    source: Span | None = None
    """The words that name who says it, where they are said."""
    voice: Voice | None = None
    """Who that is; None where no source is named."""
    quotes: bool = False
    """Whether the cue stands by a direct quotation and only tells whose it is."""


@dataclass(frozen=True, slots=True)
class Passing:
    """The numbers of sentences that tell nothing of a single incident, whichever scene they stand in."""

    by: frozenset[int]
    """Those that are statistics, or other stories' headlines."""
    several: frozenset[int]
    """Those that tell of several incidents together."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A report as its first passes found it: what every later stage may look at."""

    document: Document
    today: date | None
    """The day of publication where the report is from; None if it is not known."""
    dateline: Fact[DatelineValue] | None
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    agencies: tuple[AgencyMention, ...]
    quoted: tuple[Span, ...]
    """Inner spans of all direct quotations (without the marks), in order."""
    sayings: tuple[Saying, ...] = ()
    """Every place where somebody is said to say something, in order."""
    laid_out: Words | None = None
    """The document's words, where they were found already."""
    passing: Passing | None = None
    """Sentences that pass by every incident, where they were found already."""
    looked: Opinions | None = None
    """What the encoder makes of the report; None where rules alone read."""

    def words(self) -> Words:
        """The report's words."""
        return find_words(self.document) if self.laid_out is None else self.laid_out

    def times_in(self, start: int, end: int) -> tuple[TimeMention, ...]:
        """The time mentions that begin in a stretch of the text, in order."""
        first = bisect_left(self.times, start, key=lambda mention: mention.span.start)
        last = bisect_left(self.times, end, key=lambda mention: mention.span.start)
        return self.times[first:last]

    def in_quote(self, offset: int) -> bool:
        """Whether an offset lies inside a direct quotation."""
        n = bisect_left(self.quoted, offset + 1, key=lambda span: span.start) - 1
        return n >= 0 and offset < self.quoted[n].end


@dataclass(frozen=True, slots=True)
class Scene:
    """One incident's share of a report: the stretches of text that tell of it."""

    main: bool
    spans: tuple[Span, ...]
    """In order, not overlapping. The main scene has what no other scene took."""
    cue: Span
    """The words that show that the incident is there ("second officer-involved shooting … today")."""
    sequence: Fact[Sequence] | None = None

    def covers(self, offset: int) -> bool:
        """Whether an offset lies in this scene."""
        return any(start <= offset < end for start, end in self.spans)
