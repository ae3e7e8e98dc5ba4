"""What can go wrong with a ledger, as types: each message is one line that names the ledger and says what to do."""

# ruff: noqa: N818 - each is named after the situation, as style.md has it

from citydesk.model import CitydeskError


class LedgerError(CitydeskError):
    """Base of what can go wrong with a ledger."""


class NoLedger(LedgerError):
    """There is no ledger at the place named."""


class NotALedger(LedgerError):
    """What stands at the place named is something else."""


class NewerLedger(LedgerError):
    """The ledger was written by a newer Citydesk than this one."""


class OlderLedger(LedgerError):
    """The ledger is of an older version and cannot be brought up, since it was opened to be read only."""


class LedgerNotWritable(LedgerError):
    """The ledger or its folder may not be written."""


class LedgerBusy(LedgerError):
    """Another program holds the ledger and did not let go in time."""


class DiskFull(LedgerError):
    """There is no room left for what was to be written; nothing half-written stays."""


class LedgerDamaged(LedgerError):
    """The ledger's file is damaged or could not be read."""


class NoSuchIncident(LedgerError):
    """No incident has, or ever had, the id asked for."""


class NoSuchClaim(LedgerError):
    """No incident of the ledger has the claim asked for."""


class NoSuchDecision(LedgerError):
    """The ledger holds no decision of the number asked for."""


class CannotDecide(LedgerError):
    """A decision cannot be made: it names what is not there, or would change nothing."""


class NotYetReported(LedgerError):
    """No report of the incident had come out by the time asked for."""


class NoSuchReport(LedgerError):
    """The ledger holds no report of the id asked for."""


class NoSuchPage(LedgerError):
    """No page or report that was left out is known by what was given."""


class CannotPutIn(LedgerError):
    """A page that was left out cannot be put in by hand: its text is not there, or says nothing that can be kept."""


class NoSuchSource(LedgerError):
    """The ledger follows no source of the address given."""
