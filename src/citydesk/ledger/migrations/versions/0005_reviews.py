"""What a person should look at, as it is found whenever an incident changes; filled for old incidents by a rebuild."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "reviews",
        sa.Column("incident", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("other", sa.Integer),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("gain", sa.Float, nullable=False),
        sa.Column("doubt", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("incident", "key", name="pk_reviews"),
        sa.ForeignKeyConstraint(["incident"], ["incidents.number"], name="fk_reviews_incident"),
        sa.ForeignKeyConstraint(["other"], ["incidents.number"], name="fk_reviews_other"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_reviews_gain", "reviews", ["gain"])
    op.create_index("ix_reviews_other", "reviews", ["other"])
