"""What is followed: sources, the pages that they name, which are the queue, and what is known of hosts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "sources",
        sa.Column("number", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("address", "kind", "name")),
        sa.Column("every_minutes", sa.Integer, nullable=False),
        sa.Column("listed_in", sa.Text),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Column("visited_at", sa.Text),
        sa.Column("next_at", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("etag", "last_modified")),
        sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
        *(sa.Column(name, sa.Text) for name in ("fault", "paused")),
        sa.PrimaryKeyConstraint("number", name="pk_sources"),
        sa.UniqueConstraint("address", name="uq_sources_address"),
    )
    _make_pages()
    op.create_table(
        "hosts",
        sa.Column("host", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("robots", "robots_at", "not_before")),
        sa.Column("strikes", sa.Integer, nullable=False),
        sa.Column("day", sa.Text),
        sa.Column("requests", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("host", name="pk_hosts"),
    )


def _make_pages() -> None:
    op.create_table(
        "pages",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("source", sa.Integer),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("address", "host", "title")),
        *(sa.Column(name, sa.Text) for name in ("published", "updated")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("found_at", "state")),
        *(sa.Column(name, sa.Text) for name in ("why", "report")),
        *(sa.Column(name, sa.Integer, nullable=False, server_default="0") for name in ("tries", "looks")),
        *(sa.Column(name, sa.Text) for name in ("next_at", "etag", "last_modified")),
        sa.PrimaryKeyConstraint("number", name="pk_pages"),
        sa.UniqueConstraint("address", name="uq_pages_address"),
        sa.ForeignKeyConstraint(["source"], ["sources.number"], name="fk_pages_source"),
    )
    op.create_index("ix_pages_next_at", "pages", ["next_at"])
    op.create_index("ix_pages_source_state", "pages", ["source", "state"])
    op.create_index("ix_pages_report", "pages", ["report"])
