"""Citydesk reads local news reports of shootings and police critical incidents into a sourced, linked ledger."""

from typing import TYPE_CHECKING, Any

from citydesk.read import read
from citydesk.version import __version__

if TYPE_CHECKING:
    from citydesk.ledger import Ledger
    from citydesk.model import Reading, Report

__all__ = ["Ledger", "Reading", "Report", "__version__", "read"]


def __getattr__(name: str) -> Any:  # PEP 562: the database and the types load when they are first asked for
    if name == "Ledger":
        from citydesk.ledger import Ledger

        return Ledger
    if name in ("Reading", "Report"):
        import citydesk.model

        return getattr(citydesk.model, name)
    raise AttributeError(f"module 'citydesk' has no attribute {name!r}")
