"""The first ledger: reports, readings, tellings, pairs, incidents, claims, decisions, problems, search."""

import sqlalchemy as sa
from alembic import context, op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _make_reports()
    _make_incidents()
    _make_tellings()
    _make_claims()
    _make_decisions()
    context.config.attributes["dialect"].make_extras(op.get_bind())


def _make_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("arrival", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("publisher", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("published_utc", sa.Text),
        sa.Column("left_out", sa.Text),
        sa.Column("copy_of", sa.Integer),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("arrival", name="pk_reports"),
        sa.UniqueConstraint("id", name="uq_reports_id"),
        sa.ForeignKeyConstraint(["copy_of"], ["reports.arrival"], name="fk_reports_copy_of"),
    )
    op.create_index("ix_reports_published_utc", "reports", ["published_utc"])
    op.create_index("ix_reports_copy_of", "reports", ["copy_of"])
    op.create_index("ix_reports_left_out", "reports", ["left_out"])
    op.create_table(
        "readings",
        sa.Column("report", sa.Integer, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("reader_version", sa.Text, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_readings"),
        sa.ForeignKeyConstraint(["report"], ["reports.arrival"], name="fk_readings_report"),
    )


def _make_incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("founder", sa.Integer, nullable=False),
        sa.Column("redirect_to", sa.Integer),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("day", "date", "date_start", "date_end", "time")),
        *(sa.Column(name, sa.Text) for name in ("state", "city", "place_text")),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("killed", sa.Integer),
        sa.Column("injured", sa.Integer),
        sa.Column("officer_shot", sa.Boolean),
        sa.Column("shot_by_officer", sa.Boolean),
        sa.Column("reports", sa.Integer, nullable=False, server_default="0"),
        sa.Column("headline", sa.Text, nullable=False, server_default=""),
        sa.Column("disputed", sa.Integer, nullable=False, server_default="0"),
        sa.Column("record", sa.Text),
        sa.PrimaryKeyConstraint("number", name="pk_incidents"),
        sa.UniqueConstraint("id", name="uq_incidents_id"),
        sa.UniqueConstraint("name", "turn", name="uq_incidents_name_turn"),
        sa.ForeignKeyConstraint(["redirect_to"], ["incidents.number"], name="fk_incidents_redirect_to"),
    )
    op.create_index("ix_incidents_redirect_to", "incidents", ["redirect_to"])
    op.create_index("ix_incidents_founder", "incidents", ["founder"])
    op.create_index("ix_incidents_day", "incidents", ["day"])
    op.create_index("ix_incidents_state_city", "incidents", ["state", "city"])


def _make_tellings() -> None:
    op.create_table(
        "tellings",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("report", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("main", sa.Boolean, nullable=False),
        sa.Column("telling", sa.Text, nullable=False),
        sa.Column("incident", sa.Integer),
        sa.PrimaryKeyConstraint("number", name="pk_tellings"),
        sa.UniqueConstraint("report", "place", name="uq_tellings_report_place"),
        sa.ForeignKeyConstraint(["report"], ["reports.arrival"], name="fk_tellings_report"),
        sa.ForeignKeyConstraint(["incident"], ["incidents.number"], name="fk_tellings_incident"),
    )
    op.create_index("ix_tellings_incident", "tellings", ["incident"])
    op.create_table(
        "telling_keys",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("telling", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", "telling", name="pk_telling_keys"),
        sa.ForeignKeyConstraint(["telling"], ["tellings.number"], name="fk_telling_keys_telling"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pairs",
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("second", sa.Integer, nullable=False),
        sa.Column("probability", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("first", "second", name="pk_pairs"),
        sa.ForeignKeyConstraint(["first"], ["tellings.number"], name="fk_pairs_first"),
        sa.ForeignKeyConstraint(["second"], ["tellings.number"], name="fk_pairs_second"),
        sa.CheckConstraint("first < second", name="ck_pairs_ordered"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pairs_second", "pairs", ["second"])


def _make_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("incident", sa.Integer, nullable=False),
        sa.Column("report", sa.Integer, nullable=False),
        sa.Column("property", sa.Text, nullable=False),
        sa.Column("person", sa.Integer),
        sa.Column("claim", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.ForeignKeyConstraint(["incident"], ["incidents.number"], name="fk_claims_incident"),
        sa.ForeignKeyConstraint(["report"], ["reports.arrival"], name="fk_claims_report"),
    )
    op.create_index("ix_claims_incident", "claims", ["incident"])


def _make_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("incident", sa.Text),
        sa.Column("claim", sa.Text),
        sa.Column("value", sa.Text),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("when", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )
    op.create_index("ix_decisions_incident", "decisions", ["incident"])
    op.create_table(
        "problems",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("where", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_problems"),
        sa.UniqueConstraint("where", "message", name="uq_problems_where_message"),
    )
