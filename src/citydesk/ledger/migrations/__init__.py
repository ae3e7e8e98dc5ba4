"""The ledger's versions, one file each, run by Alembic when a ledger is opened."""

HEAD = "0007"
"""The version that this program writes."""
