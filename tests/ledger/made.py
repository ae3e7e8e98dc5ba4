"""Reports about made-up people in a fixed form of words, and a reader that understands just that form.

So the ledger is tested with real readings, links and records, and nothing depends on how well prose is read.
"""

import random
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeVar

from citydesk.model import (
    Evidence,
    Fact,
    FieldName,
    Incident,
    Kind,
    Outcome,
    Participant,
    Place,
    ReaderName,
    Reading,
    ReadReport,
    Report,
    ReportId,
    Role,
    Sequence,
)

V = TypeVar("V")
NOON = datetime(2021, 6, 1, 12, tzinfo=UTC)
_PLAIN_WORDS = """the a of and to in was for on with as it at from by that they this had not are were been which their
    when there who after before house road evening morning neighbor window river bridge garden door kitchen market
    family friend brother sister table paper letter winter summer yellow green quiet slowly asked walked opened closed
    found heard carried waited wrote called turned stood water light corner field hill train station office school
    captain doctor nurse driver farmer teacher early later again together nearby across behind""".split()
_TOLD = re.compile(
    r"(?P<earlier>Earlier, p|P)olice told of a shooting in (?P<city>[A-Z][A-Za-z ]+), (?P<state>[A-Z]{2}), "
    r"on (?P<date>\d{4}-\d\d-\d\d): (?P<name>[A-Z][a-z]+ [A-Z][a-z]+), (?P<age>\d+), was shot and (?P<outcome>\w+)\."
    r"(?: It was shooting (?P<ordinal>\d+) of that day\.)?"
)


@dataclass(frozen=True, slots=True)
class Shooting:
    """One made-up shooting."""

    name: str = "Ann Reyes"
    age: int = 34
    outcome: str = "injured"
    city: str = "Fargo"
    state: str = "ND"
    date: str = "2021-03-05"
    ordinal: int | None = None
    """2 for the second shooting of its day."""

    def told(self, *, earlier: bool = False) -> str:
        """The words that the made reader understands."""
        opening = "Earlier, police" if earlier else "Police"
        counted = "" if self.ordinal is None else f" It was shooting {self.ordinal} of that day."
        return (
            f"{opening} told of a shooting in {self.city}, {self.state}, on {self.date}: {self.name}, {self.age}, was "
            f"shot and {self.outcome}.{counted}"
        )


def make_report(
    id_: str, *shootings: Shooting, earlier: tuple[Shooting, ...] = (), words: str = "", published: str = "2021-03-06"
) -> Report:
    """A report of some shootings; `earlier` are those that it only mentions.

    `words` follow; two reports with other words of their own are no copies of each other, and without any given, no two
    have the same.
    """
    told = [shooting.told() for shooting in shootings] + [shooting.told(earlier=True) for shooting in earlier]
    text = "\n\n".join([*told, words or _own_words(id_)])
    return Report(
        id=ReportId(id_),
        title=f"Shooting report {id_}",
        text=text,
        publisher="The Fargo Lantern",
        url=f"https://lantern.example/{id_}",
        published=date.fromisoformat(published),
    )


def _own_words(id_: str) -> str:
    """Sixty plain words in an order that no other report has."""
    chance = random.Random(id_)  # noqa: S311 - no secret
    sentences = (" ".join(chance.choices(_PLAIN_WORDS, k=12)).capitalize() for _ in range(5))
    return ". ".join(sentences) + "."


class MadeReader:
    """Reads the fixed form of words. A text that says "unreadable" makes it fail, as a broken reader would."""

    name = ReaderName(name="made", version="1")

    def read(self, report: Report) -> Reading:
        """The reading of one made-up report."""
        if "unreadable" in report.text:
            raise ValueError("the made reader met a text\nthat it cannot read")
        told = list(_TOLD.finditer(report.text))
        return Reading(
            reader=self.name,
            report=ReadReport(id=report.id, url=report.url, title=report.title, published=report.published),
            kind=_fact(Kind.INCIDENT, told[0].span(), report) if told else None,
            incidents=tuple(_incident(one, report) for one in told),
        )


def _incident(told: re.Match[str], report: Report) -> Incident:
    outcome = Outcome(told["outcome"])
    person = Participant(
        text=told["name"],
        role=_fact(Role.VICTIM, told.span("name"), report),
        name=_fact(told["name"], told.span("name"), report),
        age=_fact(int(told["age"]), told.span("age"), report),
        outcome=_fact(outcome, told.span("outcome"), report),
    )
    place = Place(
        text=f"in {told['city']}",
        city=_fact(told["city"], told.span("city"), report),
        state=_fact(told["state"], told.span("state"), report),
    )
    return Incident(
        main=told["earlier"] == "P",
        date=_fact(told["date"], told.span("date"), report),
        place=place,
        killed=_fact(int(outcome is Outcome.KILLED), told.span("outcome"), report),
        injured=_fact(int(outcome is Outcome.INJURED), told.span("outcome"), report),
        people=(person,),
        sequence=_sequence(told, report),
    )


def _sequence(told: re.Match[str], report: Report) -> Fact[Sequence] | None:
    if told["ordinal"] is None:
        return None
    counted = Sequence(ordinal=int(told["ordinal"]), of="shooting", period=told["date"])
    return _fact(counted, told.span("ordinal"), report)


def _fact(value: V, span: tuple[int, int], report: Report) -> Fact[V]:
    start, end = span
    return Fact(
        value=value,
        evidence=(Evidence(field=FieldName.TEXT, start=start, end=end, text=report.text[start:end]),),
        confidence=0.9,
    )
