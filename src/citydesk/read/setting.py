"""What the stages of a reader hand to each other: mentions found once over the whole report, and scenes.

Plain values only. Offsets are those of `Document.text`.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from citydesk.model import DatelineValue, Fact, Sequence
from citydesk.read.document import Document, Span


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


class PlaceLevel(Enum):
    """What sort of place a mention names."""

    ADDRESS = "address"
    NAME = "name"
    NEIGHBORHOOD = "neighborhood"
    CITY = "city"
    COUNTY = "county"
    STATE = "state"


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


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """Words that name a law enforcement body."""

    span: Span
    name: str
    """Its full name, where the report has it anywhere ("KCPD" gives "Kansas City Police Department")."""


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

    def in_quote(self, offset: int) -> bool:
        """Whether an offset lies inside a direct quotation."""
        return any(start <= offset < end for start, end in self.quoted)


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
