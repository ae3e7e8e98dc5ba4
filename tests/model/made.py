"""Readings made by hypothesis: every field given or not, with any words."""

from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from typing import Any, TypeVar

from hypothesis import strategies as st

from citydesk.model import (
    AgencyPart,
    AgencyRole,
    Attribution,
    Certainty,
    Custody,
    DatelineValue,
    Evidence,
    Fact,
    FieldName,
    Incident,
    Kind,
    Medium,
    Outcome,
    Participant,
    Place,
    PlaceKind,
    Precision,
    Quote,
    ReaderName,
    Reading,
    ReadReport,
    ReportId,
    Role,
    Sequence,
    Sex,
    Weapon,
    WeaponKind,
)

V = TypeVar("V")
E = TypeVar("E", bound=Enum)

words = st.text(min_size=1, max_size=12)
shares = st.floats(0, 1)
_zones = st.sampled_from([UTC, timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=45))])
published = st.one_of(
    st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1), timezones=_zones),
    st.builds(lambda day: datetime(day.year, day.month, day.day, tzinfo=UTC), st.dates(date(1900, 1, 1))),
)


def one_of(vocabulary: type[E]) -> st.SearchStrategy[E]:
    """Any word of a vocabulary."""
    return st.sampled_from(vocabulary)


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    """Words somewhere."""
    text, start = draw(words), draw(st.integers(0, 10_000))
    return Evidence(field=draw(one_of(FieldName)), start=start, end=start + len(text), text=text)


def facts(kind: type[V], values: st.SearchStrategy[Any]) -> st.SearchStrategy[Fact[V]]:
    """Facts of a type with any of the values."""
    return st.builds(
        Fact[kind],  # type: ignore[valid-type]
        value=values,
        evidence=st.lists(evidence(), min_size=1, max_size=3).map(tuple),
        source=st.none() | words,
        certainty=one_of(Certainty),
        confidence=shares,
    )


def _maybe(strategy: st.SearchStrategy[V]) -> st.SearchStrategy[V | None]:
    return st.none() | strategy


def _some(strategy: st.SearchStrategy[V]) -> st.SearchStrategy[tuple[V, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


_told = _maybe(facts(str, words))
_number = _maybe(facts(int, st.integers(0, 500)))
_flag = _maybe(facts(bool, st.booleans()))
_sequences = st.builds(Sequence, ordinal=st.integers(1, 9), of=words, period=words)
_datelines = st.builds(DatelineValue, city=st.none() | words, state=st.none() | words)

reports = st.builds(
    ReadReport,
    id=words.map(ReportId),
    url=st.none() | words,
    title=st.text(max_size=12),
    publisher=st.none() | words,
    byline=st.none() | words,
    published=_maybe(published),
    dateline=_maybe(facts(DatelineValue, _datelines)),
    language=st.none() | words,
    text=st.none() | st.text(max_size=12),
)
places = st.builds(
    Place,
    text=st.none() | words,
    address=_told,
    name=_told,
    kind=_maybe(facts(PlaceKind, one_of(PlaceKind))),
    city=_told,
    state=_told,
    lat=_maybe(st.floats(-90, 90)),
    lon=_maybe(st.floats(-180, 180)),
    precision=_maybe(one_of(Precision)),
)
participants = st.builds(
    Participant,
    text=words,
    role=facts(Role, one_of(Role)),
    officer=_flag,
    count=_number,
    name=_told,
    age=_number,
    sex=_maybe(facts(Sex, one_of(Sex))),
    years_of_service=_maybe(facts(float, st.floats(0, 60))),
    outcome=_maybe(facts(Outcome, one_of(Outcome))),
    custody=_maybe(facts(Custody, one_of(Custody))),
    charges=_some(facts(str, words)),
)
incidents = st.builds(
    Incident,
    main=st.booleans(),
    date=_told,
    time=_told,
    time_approximate=st.none() | st.booleans(),
    place=places,
    killed=_number,
    injured=_number,
    officer_shot=_flag,
    domestic=_flag,
    weapons=_some(st.builds(Weapon, text=words, kind=facts(WeaponKind, one_of(WeaponKind)))),
    shots_fired=_number,
    people=_some(participants),
    agencies=_some(st.builds(AgencyPart, name=facts(str, words), role=facts(AgencyRole, one_of(AgencyRole)))),
    sequence=_maybe(facts(Sequence, _sequences)),
)
quotes = st.builds(
    Quote,
    field=one_of(FieldName),
    text=words,
    start=st.integers(0, 99),
    end=st.integers(100, 200),
    speaker=_told,
    medium=_maybe(facts(Medium, one_of(Medium))),
)
attributions = st.builds(
    Attribution,
    text=words,
    start=st.integers(0, 99),
    end=st.integers(100, 200),
    source=_told,
    certainty=facts(Certainty, one_of(Certainty)),
)
readings = st.builds(
    Reading,
    reader=st.builds(ReaderName, name=words, version=words),
    report=reports,
    kind=_maybe(facts(Kind, one_of(Kind))),
    incidents=_some(incidents),
    quotes=_some(quotes),
    attributions=_some(attributions),
)
