"""Addresses of reports whose words are not here: rows of an export, links of an alert.

A lead is a problem that says where the report stands, so that whoever fetches pages can follow it.
"""

from dataclasses import dataclass

from citydesk.model import Problem


@dataclass(frozen=True, slots=True)
class Lead(Problem):
    """A report that is only named: its words stand at an address."""

    url: str = ""
    """Where: http or https, of an article as far as can be told."""
    title: str = ""
    """What it was called where it was named."""


def lead(where: str, url: str, title: str = "") -> Lead:
    """A lead as a line for a person tells it."""
    return Lead(where, f"only names a report: add {url} to take it in", url, title)
