"""Tellings and readings about made-up people, each value with a good default."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from citydesk.link import Telling, ToldPerson
from citydesk.link.words import hash_names, hash_words, plain_words, sign_words
from citydesk.model import (
    Evidence,
    Fact,
    FieldName,
    Incident,
    Kind,
    Participant,
    Place,
    ReaderName,
    Reading,
    ReadReport,
    Report,
    ReportId,
)

DAY = date(2021, 3, 5).toordinal()
_TEXT = "Odell Marsh, 34, was shot and wounded near 12th Street and Larimore Avenue in Fargo on Friday night."


def make_telling(report: str = "r1", number: int = 0, *, text: str = _TEXT, **given: Any) -> Telling:
    """A telling of a shooting in Fargo, with what is given in place of the defaults."""
    words = plain_words(text)
    plain = Telling(
        id=(ReportId(report), number),
        main=True,
        kind="incident",
        published=DAY + 1,
        outlet="lantern.example",
        first_day=DAY,
        last_day=DAY,
        minute=1310,
        ordinal=None,
        state="ND",
        city="fargo",
        county=None,
        neighborhood=None,
        street="12th & larimore",
        block=None,
        site=None,
        lat=46.88,
        lon=-96.79,
        killed=0,
        injured=1,
        flags=(False, None, None, None, None),
        people=(make_person(),),
        weapons=("handgun",),
        agencies=("fargo police department",),
        title_words=hash_words(plain_words("Man wounded near Larimore Avenue")),
        words=hash_words(words),
        signature=sign_words(words),
        names=hash_names(text),
    )
    return replace(plain, **given)


def make_person(**given: Any) -> ToldPerson:
    """A wounded man of 34."""
    plain = ToldPerson(name="odell marsh", age=34, sex="male", role="victim", outcome="injured", officer=None, count=1)
    return replace(plain, **given)


def make_fact(value: Any, words: str = "word", **given: Any) -> Fact[Any]:
    """A fact that rests on words at the beginning of the text."""
    return Fact(value=value, evidence=(make_evidence(0, words),), **given)


def make_evidence(start: int, words: str) -> Evidence:
    """Words of the text."""
    return Evidence(field=FieldName.TEXT, start=start, end=start + len(words), text=words)


def make_report(id_: str = "r1", *, text: str = _TEXT, title: str = "", published: str | None = None) -> Report:
    """A report of the Fargo Lantern."""
    day = date.fromisoformat(published) if published else None
    return Report(id=ReportId(id_), text=text, title=title, url=f"https://www.lantern.example/{id_}", published=day)


def make_reading(report: Report, *incidents: Incident) -> Reading:
    """A reading of a report."""
    return Reading(
        reader=ReaderName(name="made", version="1"),
        report=ReadReport(id=report.id),
        kind=make_fact(Kind.INCIDENT),
        incidents=incidents,
    )


def make_incident(*people: Participant, place: dict[str, Any] | None = None, **facts: Any) -> Incident:
    """An incident with facts of the values given; `place` has the levels of its place."""
    main = facts.pop("main", True)
    return Incident(main=main, people=people, place=Place(**_facts(place or {})), **_facts(facts))


def make_participant(text: str = "a man", **facts: Any) -> Participant:
    """A participant with facts of the values given; a victim unless told otherwise."""
    return Participant(text=text, **_facts({"role": "victim", **facts}))


def _facts(given: dict[str, Any]) -> dict[str, Any]:
    """Values made into facts, where they are none yet."""
    return {name: value if isinstance(value, Fact | tuple) else make_fact(value) for name, value in given.items()}


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


_names = st.sampled_from(["odell marsh", "odel marsh", "marsh", "ines calloway", "rufus van horne"])
_people = st.builds(
    ToldPerson,
    name=_maybe(_names),
    age=_maybe(st.integers(0, 99)),
    sex=_maybe(st.sampled_from(["male", "female"])),
    role=st.sampled_from(["victim", "suspect", "officer", "witness"]),
    outcome=_maybe(st.sampled_from(["killed", "injured", "unharmed"])),
    officer=_maybe(st.booleans()),
    count=st.integers(1, 4),
)
_days = st.integers(DAY - 40, DAY + 40)
_texts = st.lists(st.sampled_from("shots rang out near the old mill where a clerk fell".split()), max_size=12)


@st.composite
def tellings(draw: st.DrawFn) -> Telling:
    """Tellings that say anything or nothing, and often the same."""
    first, longer = draw(_maybe(_days)), draw(st.integers(0, 12))
    given: dict[str, Any] = {
        "number": draw(st.integers(0, 3)),
        "text": " ".join(draw(_texts)),
        "main": draw(st.booleans()),
        "published": draw(_maybe(_days)),
        "outlet": draw(_maybe(st.sampled_from(["lantern.example", "kfgo.example"]))),
        "first_day": first,
        "last_day": None if first is None else first + longer,
        "minute": draw(_maybe(st.integers(0, 1439))),
        "ordinal": draw(_maybe(st.integers(1, 3))),
        "state": draw(_maybe(st.sampled_from(["ND", "MN"]))),
        "city": draw(_maybe(st.sampled_from(["fargo", "moorhead", "west fargo"]))),
        "county": draw(_maybe(st.sampled_from(["cass", "clay"]))),
        "street": draw(_maybe(st.sampled_from(["12th", "larimore", "12th & larimore"]))),
        "block": draw(_maybe(st.sampled_from([400, 1200]))),
        "site": draw(_maybe(st.sampled_from(["red river mall", "island park"]))),
        "killed": draw(_maybe(st.integers(0, 3))),
        "injured": draw(_maybe(st.integers(0, 3))),
        "flags": tuple(draw(st.lists(_maybe(st.booleans()), min_size=5, max_size=5))),
        "people": tuple(draw(st.lists(_people, max_size=3))),
        "weapons": tuple(sorted(draw(st.sets(st.sampled_from(["handgun", "rifle", "firearm"]))))),
    }
    lat, lon = draw(st.sampled_from([(None, None), (46.88, -96.79), (46.87, -96.76), (40.0, -80.1)]))
    return make_telling(draw(st.sampled_from(["r1", "r2", "r3"])), **given, lat=lat, lon=lon)
