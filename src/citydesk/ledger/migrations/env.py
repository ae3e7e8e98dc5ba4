"""What Alembic runs: every step on the connection, and inside the transaction, that `opening.py` hands over."""

from alembic import context

from citydesk.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
