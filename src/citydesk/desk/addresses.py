"""Where things stand on the desk: the address of every page and its JSON. Ids come from outside and are quoted."""

from urllib.parse import quote, urlencode

from citydesk.model import IncidentId, ReportId


def incident_page(incident: IncidentId, as_of: str | None = None) -> str:
    """The page of an incident; as it was known by a moment, where one is given."""
    asked = "" if as_of is None else "?" + urlencode({"as_of": as_of})
    return f"/incidents/{quote(incident, safe='')}{asked}"


def incident_json(incident: IncidentId, as_of: str | None = None) -> str:
    """An incident in the API; as it was known by a moment, where one is given."""
    return f"/api{incident_page(incident, as_of)}"


def report_page(report: ReportId, anchor: str | None = None) -> str:
    """The page of a report, or the words on it that an anchor names."""
    return f"/reports/{quote(report, safe='')}" + (f"#{anchor}" if anchor is not None else "")


def explain_page(first: ReportId, second: ReportId) -> str:
    """Why two reports tell of one incident or of two."""
    return "/explain?" + urlencode({"first": first, "second": second})


def review_page(kind: str | None = None, page: int = 1) -> str:
    """The review queue; of one kind, and behind the first page, where that is asked."""
    asked = {"kind": kind} if kind is not None else {}
    more = {"page": str(page)} if page > 1 else {}
    return "/review" + (f"?{urlencode({**asked, **more})}" if asked or more else "")


def review_json(kind: str | None = None, page: int = 1, page_size: int | None = None) -> str:
    """The review queue in the API; as many a page as it gives unasked where no size is given."""
    told = {"kind": kind, "page": str(page) if page > 1 else None, "page_size": page_size}
    asked = urlencode({name: value for name, value in told.items() if value is not None})
    return f"/api/review?{asked}" if asked else "/api/review"


def explain_json(first: ReportId, second: ReportId) -> str:
    """Why two reports tell of one incident or of two, in the API."""
    return f"/api{explain_page(first, second)}"


def report_json(report: ReportId) -> str:
    """A report in the API."""
    return f"/api{report_page(report)}"
