"""What can go wrong, as types: one base error, and problems as plain values for work over many reports."""

from dataclasses import dataclass


class CitydeskError(Exception):
    """Base of every error that Citydesk raises on purpose; its message is one clear line for a person."""


class InputError(CitydeskError):
    """Something given from outside cannot be used: the message says what, where, and what to do."""


class ReaderError(CitydeskError):
    """A reader is not there, cannot be opened, or gives what is no reading of the report."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was left out of work over many, and why. Bad data is a value, not an exception."""

    where: str
    """What it concerns: a file, a file and line ("reports.jsonl:7"), a report id."""
    message: str
    """One line for a person: what was found, what was expected, what to do."""
