"""Where things stand on the desk: the address of every page and its JSON. Ids come from outside and are quoted."""

from urllib.parse import quote

from citydesk.model import IncidentId, ReportId


def incident_page(incident: IncidentId) -> str:
    """The page of an incident."""
    return f"/incidents/{quote(incident, safe='')}"


def incident_json(incident: IncidentId) -> str:
    """An incident in the API."""
    return f"/api{incident_page(incident)}"


def report_page(report: ReportId, anchor: str | None = None) -> str:
    """The page of a report, or the words on it that an anchor names."""
    return f"/reports/{quote(report, safe='')}" + (f"#{anchor}" if anchor is not None else "")


def report_json(report: ReportId) -> str:
    """A report in the API."""
    return f"/api{report_page(report)}"
