"""What a visitor asks the list of incidents: the query parameters, checked, and the addresses that ask it.

In: query parameters as they come. Out: an `IncidentQuery`, and back again: the address of a page that asks a query.
The pages and the API take the same parameters.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Self
from urllib.parse import urlencode

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from citydesk.desk.clean import clean
from citydesk.ledger import MAX_REVIEWS, IncidentQuery, ReviewKind, parse_moment
from citydesk.model import InputError, Published

LIST_SIZE = 25
"""Incidents on one page of the list."""
MOST_LISTED = 200
"""Incidents on one page of the API, at most."""
_MOST_PAGES = 100_000
_MOST_PEOPLE = 10_000
_BLANK_ZONE = re.compile(r"(T[\d:.]+) (\d\d:\d\d)\Z")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def _tidy(words: object) -> object:
    return " ".join(clean(words).split()) if isinstance(words, str) else words


def _written_day(day: object) -> object:
    """Only YYYY-MM-DD is a day here: "2020" would else be taken for seconds since 1970."""
    if isinstance(day, str) and not _DAY.match(day):
        raise ValueError("a day is written YYYY-MM-DD")
    return day


AskedId = Annotated[str, StringConstraints(max_length=300)]
Words = Annotated[str, StringConstraints(max_length=200), BeforeValidator(_tidy)]
People = Annotated[int, Field(ge=0, le=_MOST_PEOPLE)]
Day = Annotated[date, BeforeValidator(_written_day)]


def _moment(written: object) -> object:
    """A day or a time; a plus sign that came as a blank, as it does where it was not quoted, is one again."""
    if not isinstance(written, str):
        return written
    if not written.strip():
        return None
    try:
        return parse_moment(_BLANK_ZONE.sub(r"\1+\2", clean(written)))
    except InputError as error:
        raise ValueError(str(error)) from error


class AskedWhen(BaseModel):
    """The query parameters of one incident."""

    model_config = ConfigDict(frozen=True)

    as_of: Annotated[Published | None, BeforeValidator(_moment)] = Field(
        None,
        description="Only what had come out by then: a day (its end, in UTC), or a time, in UTC where it has no zone.",
        examples=["2020-07-02", "2020-07-02T18:00:00-05:00"],
    )


class AskedQueue(BaseModel):
    """The query parameters of the review queue."""

    model_config = ConfigDict(frozen=True)

    kind: ReviewKind | None = Field(None, description="Only what is there for this reason.")
    page: int = Field(1, ge=1, le=_MOST_PAGES, description="Which page, from 1.")


class AskedReview(AskedQueue):
    """The same, for the page for people."""

    done: int | None = Field(None, ge=1)
    """The decision that was just made."""


class AskedQueueOfApi(AskedQueue):
    """The same, for the API, which also lets its caller say how long a page is."""

    page_size: int = Field(20, ge=1, le=MAX_REVIEWS, description="Things a page.")


class AskedPair(BaseModel):
    """The query parameters of an explanation: two reports."""

    model_config = ConfigDict(frozen=True)

    first: AskedId = Field(description="The id of a report.")
    second: AskedId = Field(description="The id of another.")


class Asked(BaseModel):
    """The query parameters of the list of incidents. Each narrows the list."""

    model_config = ConfigDict(frozen=True)

    q: Words | None = Field(
        None, description="Words to look for in the titles and texts of the reports, in names and in places."
    )
    state: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2}$", to_upper=True)] | None = Field(
        None, description="A state, by its two letters.", examples=["MO"]
    )
    city: Words | None = Field(None, description="A city by its name.", examples=["Kansas City"])
    since: Day | None = Field(None, description="The first day of the incident, YYYY-MM-DD.")
    until: Day | None = Field(None, description="The last day of the incident, YYYY-MM-DD.")
    killed: People | None = Field(None, description="At least so many people were killed.")
    injured: People | None = Field(None, description="At least so many people were injured.")
    officer: bool | None = Field(None, description="Whether an officer was shot or shot someone.")
    page: int = Field(1, ge=1, le=_MOST_PAGES, description="Which page, from 1.")

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.since is not None and self.until is not None and self.since > self.until:
            raise ValueError(f"since ({self.since}) is after until ({self.until}); give the earlier day as since")
        return self

    def query(self, page_size: int = LIST_SIZE) -> IncidentQuery:
        """The question as the ledger takes it."""
        return IncidentQuery(
            words=self.q or None,
            state=self.state,
            city=self.city or None,
            since=self.since,
            until=self.until,
            killed_at_least=self.killed,
            injured_at_least=self.injured,
            officer_involved=self.officer,
            page=self.page,
            page_size=page_size,
        )


class AskedOfApi(Asked):
    """The same, for the API, which also lets its caller say how long a page is."""

    page_size: int = Field(50, ge=1, le=MOST_LISTED, description="Incidents a page.")


def asked_in(parameters: Mapping[str, str]) -> Asked:
    """What a form asks; a field left empty asks nothing. Raises pydantic's ValidationError."""
    return Asked.model_validate({name: value for name, value in parameters.items() if value.strip()})


def parameters_of(query: IncidentQuery) -> dict[str, str]:
    """A query as the parameters that ask it, in published order; the page only where it is not the first."""
    told = {
        "q": query.words,
        "state": query.state,
        "city": query.city,
        "since": query.since,
        "until": query.until,
        "killed": query.killed_at_least,
        "injured": query.injured_at_least,
        "officer": None if query.officer_involved is None else str(query.officer_involved).lower(),
        "page": query.page if query.page > 1 else None,
    }
    return {name: str(value) for name, value in told.items() if value is not None}


def address_of(query: IncidentQuery, path: str = "/", *, page: int = 1, **more: int) -> str:
    """The address of the page that asks a query, with further parameters behind it."""
    asked = urlencode(parameters_of(replace(query, page=page)) | more)
    return f"{path}?{asked}" if asked else path
