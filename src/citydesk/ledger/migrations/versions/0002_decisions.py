"""Decisions hold on to what they are about and know their place; rebuilds are noted; incidents may be out of scope."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("incidents", sa.Column("out_of_scope", sa.Boolean, nullable=False, server_default="0"))
    op.add_column("decisions", sa.Column("after", sa.Integer, nullable=False, server_default="0"))
    op.add_column("decisions", sa.Column("other", sa.Text))
    op.add_column("decisions", sa.Column("about", sa.Text))
    op.create_index("ix_decisions_other", "decisions", ["other"])
    op.create_table(
        "rebuilds",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("reader", sa.Text),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_rebuilds"),
    )
