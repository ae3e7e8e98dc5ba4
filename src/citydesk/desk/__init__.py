"""The web application: pages for people, JSON beside each, around one ledger."""

from citydesk.desk.app import create_app
from citydesk.desk.serving import HOST, PORT, ListenError, serve

__all__ = ["HOST", "PORT", "ListenError", "create_app", "serve"]
