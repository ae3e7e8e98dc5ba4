"""The ledger's tables. Reports and decisions are the truth; everything else is derived from them and can be made again.

Numbers (`arrival`, `number`) are the ledger's own and follow the order of arrival; ids are what the world sees. JSON
stands as text, as the types of `model` and `link` write it, so that both databases keep it to the byte.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

reports = Table(
    "reports",
    metadata,
    Column("arrival", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("digest", Text, nullable=False),  # of title and text: whether the same id brings the same words
    Column("given", Text, nullable=False),  # the whole report, JSON
    Column("title", Text, nullable=False),
    Column("publisher", Text),
    Column("url", Text),
    Column("published", Text),  # ISO day or time, as given; of a later version, when it was changed
    Column("published_utc", Text),  # the same in UTC, so that it sorts
    Column("left_out", Text),  # why; NULL for a report that was read
    Column("copy_of", Integer, ForeignKey("reports.arrival")),
    Column("added_at", Text, nullable=False),
    Column("version_of", Text),  # the id of the first version of its page; NULL for a first one
    Index(None, "published_utc"),
    Index(None, "copy_of"),
    Index(None, "left_out"),
    Index(None, "version_of"),
    Index(None, "digest"),
)

readings = Table(
    "readings",
    metadata,
    Column("report", Integer, ForeignKey("reports.arrival"), primary_key=True),
    Column("reader", Text, nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("reading", Text, nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("founder", Integer, nullable=False),  # the telling that it was first made for
    Column("redirect_to", Integer, ForeignKey("incidents.number")),  # NULL while it stands
    Column("name", Text, nullable=False),  # its id without the number behind
    Column("turn", Integer, nullable=False),  # how many incidents have had that name, itself included
    Column("day", Text),  # what lists are sorted by: its first day, else its first report's
    Column("date", Text),  # ISO day or EDTF
    Column("date_start", Text),
    Column("date_end", Text),
    Column("time", Text),
    Column("state", Text),
    Column("city", Text),
    Column("place_text", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("killed", Integer),
    Column("injured", Integer),
    Column("officer_shot", Boolean),
    Column("shot_by_officer", Boolean),
    Column("reports", Integer, nullable=False, server_default="0"),
    Column("headline", Text, nullable=False, server_default=""),
    Column("disputed", Integer, nullable=False, server_default="0"),
    Column("record", Text),  # JSON; NULL once it redirects, or no report tells of it any more
    Column("out_of_scope", Boolean, nullable=False, server_default="0"),
    Column("doubts_noted", Boolean, nullable=False, server_default="0"),  # false since before there was a review queue
    Index(None, "redirect_to"),
    Index(None, "founder"),
    Index(None, "day"),
    Index(None, "state", "city"),
    UniqueConstraint("name", "turn"),
)

tellings = Table(
    "tellings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("reports.arrival"), nullable=False),
    Column("place", Integer, nullable=False),  # which of the reading's incidents, from 0
    Column("main", Boolean, nullable=False),
    Column("telling", Text, nullable=False),  # JSON, as linking compares it
    Column("incident", Integer, ForeignKey("incidents.number")),  # NULL: an open reference
    UniqueConstraint("report", "place"),
    Index(None, "incident"),
)

telling_keys = Table(
    "telling_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("telling", Integer, ForeignKey("tellings.number"), primary_key=True),
    sqlite_with_rowid=False,
)

pairs = Table(
    "pairs",
    metadata,
    Column("first", Integer, ForeignKey("tellings.number"), primary_key=True),
    Column("second", Integer, ForeignKey("tellings.number"), primary_key=True),
    Column("probability", Float, nullable=False),
    CheckConstraint("first < second", name="ordered"),
    Index(None, "second"),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("incident", Integer, ForeignKey("incidents.number"), nullable=False),
    Column("report", Integer, ForeignKey("reports.arrival"), nullable=False),
    Column("property", Text, nullable=False),
    Column("person", Integer),  # number of the participant in the record; NULL for the incident's own
    Column("claim", Text, nullable=False),  # JSON
    Index(None, "incident"),
)

reviews = Table(
    "reviews",
    metadata,
    Column("incident", Integer, ForeignKey("incidents.number"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("other", Integer, ForeignKey("incidents.number")),  # of a link between two incidents, the younger
    Column("kind", Text, nullable=False),
    Column("gain", Float, nullable=False),  # expected, of a look at it
    Column("doubt", Text, nullable=False),  # JSON: the other members of a Doubt
    Index(None, "gain"),
    Index(None, "other"),
    sqlite_with_rowid=False,
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("what", Text, nullable=False),
    Column("incident", Text),
    Column("claim", Text),
    Column("value", Text),  # JSON
    Column("who", Text, nullable=False),
    Column("when", Text, nullable=False),  # ISO time, UTC
    Column("why", Text, nullable=False),
    Column("after", Integer, nullable=False, server_default="0"),  # arrival of the last report before it
    Column("other", Text),  # of a merge, the other incident
    Column("about", Text),  # JSON: the other members of a Decision
    Index(None, "incident"),
    Index(None, "other"),
)

rebuilds = Table(
    "rebuilds",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("reader", Text),  # NULL where each report was read by the reader that it had
    Column("version", Text, nullable=False),  # of Citydesk
    Column("at", Text, nullable=False),
)

archives = Table(
    "archives",
    metadata,
    Column("digest", Text, primary_key=True),  # of its size and beginning
    Column("name", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("offset", BigInteger, nullable=False),  # in bytes: all records before it are done with
    Column("pages", Integer, nullable=False),
    Column("marked_at", Text, nullable=False),
)

problems = Table(
    "problems",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("where", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    UniqueConstraint("where", "message"),
)

sources = Table(
    "sources",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("address", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("every_minutes", Integer, nullable=False),
    Column("listed_in", Text),  # the file that names it; NULL for one added by hand
    Column("added_at", Text, nullable=False),
    Column("visited_at", Text),  # last, whatever came of it
    Column("next_at", Text, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("failures", Integer, nullable=False, server_default="0"),  # in a row
    Column("fault", Text),  # of the last visit; NULL where it was a good one
    Column("paused", Text),  # why; NULL while it is followed
)

pages = Table(
    "pages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("source", Integer, ForeignKey("sources.number")),  # the first that named it; NULL for one put in by hand
    Column("address", Text, nullable=False, unique=True),
    Column("host", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("published", Text),  # as the source says, ISO
    Column("updated", Text),  # as the source says, in its own words
    Column("found_at", Text, nullable=False),
    Column("state", Text, nullable=False),  # waiting, taken, left out
    Column("why", Text),  # it is left out, or still waits
    Column("report", Text),  # the id of the report that it is
    Column("tries", Integer, nullable=False, server_default="0"),  # in vain, in a row
    Column("looks", Integer, nullable=False, server_default="0"),  # how often it was fetched
    Column("next_at", Text),  # when it is to be fetched; NULL where it is done with
    Column("etag", Text),
    Column("last_modified", Text),
    Index(None, "next_at"),
    Index(None, "source", "state"),
    Index(None, "report"),
)

hosts = Table(
    "hosts",
    metadata,
    Column("host", Text, primary_key=True),
    Column("robots", Text),  # the text of its robots.txt; NULL where it was not had
    Column("robots_at", Text),
    Column("not_before", Text),
    Column("strikes", Integer, nullable=False),
    Column("day", Text),
    Column("requests", Integer, nullable=False),  # on that day
)
