"""Later versions of a page stand beside the earlier ones; a report is known by its words too."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("reports", sa.Column("version_of", sa.Text))
    op.create_index("ix_reports_version_of", "reports", ["version_of"])
    op.create_index("ix_reports_digest", "reports", ["digest"])
