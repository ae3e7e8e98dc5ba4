"""Whether what is doubtful of an incident was noted; of those that came before there was a review queue it was not."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("incidents", sa.Column("doubts_noted", sa.Boolean, nullable=False, server_default="0"))
