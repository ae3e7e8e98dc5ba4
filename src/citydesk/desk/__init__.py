"""The web application: pages for people, JSON beside each, around one ledger."""

from citydesk.desk.app import create_app
from citydesk.desk.serving import HOST, PORT, CannotListen, serve

__all__ = ["HOST", "PORT", "CannotListen", "create_app", "serve"]
