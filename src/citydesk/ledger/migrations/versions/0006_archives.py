"""How far archives of pages have been taken in."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "archives",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("digest", "name")),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("size_bytes", "offset")),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("marked_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_archives"),
    )
