"""Which place each name means, and which names lie near each other."""

import pytest

from citydesk.model import Report, ReportId
from citydesk.read.page.document import open_document
from citydesk.read.page.setting import PlaceLevel
from citydesk.read.where.localities import find_localities
from citydesk.read.where.nearby import count_neighbors
from citydesk.read.where.resolved import resolve_localities, state_points


def _resolved(text: str, url: str | None = None) -> list[tuple[str, str, str | None]]:
    document = open_document(Report(id=ReportId("r1"), text=text, url=url))
    mentions = resolve_localities(document, None, find_localities(document, ()))
    return [(mention.level.value, mention.value, mention.state) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "url", "expected"),
    [
        ("Two were shot in Springfield.", None, [("city", "Springfield", "MO")]),
        ("Two were shot in Springfield, Ill., on Sunday.", None, [("city", "Springfield", "IL")]),
        ("Two were shot in Springfield.", "https://www.cleveland.com/1", [("city", "Springfield", "OH")]),
        ("Two were shot in Columbus. Ohio has seen more.", None, [("city", "Columbus", "OH"), ("state", "OH", "OH")]),
        (
            "Two were shot in Columbus, in Muscogee County.",
            None,
            [("city", "Columbus", "GA"), ("county", "Muscogee County", "GA")],
        ),
        ("Two were shot in Lawndale.", "https://wgntv.com/1", [("city", "Lawndale", "IL")]),
        (
            "Two were shot in Bartow. It was in Bartow County, Georgia.",
            None,
            [("county", "Bartow County", "GA"), ("county", "Bartow County", "GA")],
        ),
    ],
    ids=["the largest", "said", "by the outlet", "by a state", "by a county", "a quarter", "a county in short"],
)
def test_a_name_means_the_place_that_the_report_points_to(
    text: str, url: str | None, expected: list[tuple[str, str, str | None]]
) -> None:
    """The state said behind it, else the one that the rest points to, else that of the largest place."""
    assert _resolved(text, url) == expected


def test_a_county_may_go_without_its_word() -> None:
    """Where no city of the state bears the name, an office named so is the county's."""
    found = _resolved("ATLANTA, Ga. (AP) - Police in Atlanta, Ga., called. DeKalb detectives came to Marietta, Ga.")
    assert ("county", "DeKalb County", "GA") in found


def test_a_quarter_that_the_gazetteer_has_elsewhere_gets_no_coordinates() -> None:
    """A Lawndale in a Chicago report is not the one in California."""
    document = open_document(Report(id=ReportId("r1"), text="Two were shot in Lawndale.", url="https://wgntv.com/1"))
    (mention,) = resolve_localities(document, None, find_localities(document, ()))
    assert (mention.level, mention.lat, mention.population) == (PlaceLevel.CITY, None, 0)


def test_names_count_as_neighbors_in_the_state_where_they_lie_together() -> None:
    """Portland and Westbrook are neighbours in Maine, not in Oregon."""
    document = open_document(Report(id=ReportId("r1"), text="Two men from Westbrook were shot in Portland."))
    counts = count_neighbors(find_localities(document, ()))
    assert (counts["portland", "ME"], counts["portland", "OR"]) == (1, 0)


def test_points_do_not_grow_without_end() -> None:
    """A name said a hundred times says little more than one said thrice."""
    few = open_document(Report(id=ReportId("r1"), text="He was shot in Boise. " * 3))
    many = open_document(Report(id=ReportId("r1"), text="He was shot in Boise. " * 100))
    points = [state_points(document, None, find_localities(document, ())) for document in (few, many)]
    assert points[0] == points[1]
