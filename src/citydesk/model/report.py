"""A report: one published news article or release, never changed once taken in."""

import hashlib
from datetime import UTC, date, datetime, tzinfo
from typing import NewType

from pydantic import AwareDatetime

from citydesk.model.facts import Fact, Frozen

ReportId = NewType("ReportId", str)

Published = AwareDatetime | date
"""A publication time with its zone where the minute is known, else the day."""


class DatelineValue(Frozen):
    """The place that a report is filed from."""

    city: str | None
    state: str | None


class Origins(Frozen):
    """What each field of a report was taken from: "JSON-LD datePublished", "meta og:title", "the text's head"."""

    text: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    section: str | None = None


class Report(Frozen):
    """One report as it was given. Offsets of evidence count code points of `title` and `text`."""

    id: ReportId
    text: str
    title: str = ""
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: Published | None = None
    updated: Published | None = None
    """When it was last changed, where the page says that it was changed after it was published."""
    section: str | None = None
    """The part of the outlet that it stands in: "Local News"."""
    corrections: tuple[str, ...] = ()
    """What the page itself says it has corrected, in its words."""
    partial: str | None = None
    """Why only a part of it is here ("a paywall"); None where it is whole as far as can be seen."""
    part_of: ReportId | None = None
    """The id of the live blog that it is one entry of."""
    version_of: ReportId | None = None
    """The id of the first version of its page, where it is a later one; `updated` then says when it changed."""
    put_in: str | None = None
    """Who put it in by hand: it is then read, whatever triage says of it."""
    dateline: Fact[DatelineValue] | None = None
    language: str | None = None
    file: str | None = None
    """The file it came from, as it was named; None if it came from elsewhere."""
    plain: bool = True
    """Whether the input was already plain text or JSON, so that offsets can be checked against it."""
    origins: Origins | None = None
    """What each field came from; None where all of it was given as it is."""

    @property
    def page(self) -> ReportId:
        """What all versions of one page have in common: the id of the first."""
        return self.version_of or self.id

    @property
    def came_out(self) -> Published | None:
        """When these words came out: of a later version when the page was changed, else when it was published."""
        return self.updated if self.version_of is not None else self.published


def make_report_id(url: str | None, text: str) -> ReportId:
    """The id of a report that came without one: from its url or, failing that, its text (16 hex digits)."""
    told = url or text
    return ReportId(hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16])


def published_day(published: Published | None, zone: tzinfo = UTC) -> date | None:
    """The day of publication in a zone (a time such as 02:00 UTC is still the evening before in Kansas City)."""
    if isinstance(published, datetime):
        return published.astimezone(zone).date()
    return published
