"""What a page says since it was changed, beside what it said before and what others say."""

from typing import Any

from citydesk.model import Basis, Certainty, ReportId
from citydesk.settle import Told
from tests.link.made import make_fact
from tests.settle.told import reports_in, settle_all, standing_of, tell


def _version(number: int, day: str, **facts: Any) -> Told:
    """A later version of the report "lantern", changed on a day."""
    told = tell(f"lantern-v{number}", "2021-03-06", **facts)
    changed = tell("x", day).report.published
    report = told.report.model_copy(update={"version_of": ReportId("lantern"), "updated": changed})
    return told._replace(report=report)


def test_what_a_page_says_now_stands_over_what_it_said() -> None:
    """Though the first version was as sure; what it said is shown against it."""
    standing = standing_of(
        settle_all(tell("lantern", "2021-03-06", injured=3), _version(2, "2021-03-07", injured=2)), "injured"
    )
    assert (standing.value, standing.basis) == (2, Basis.UPDATED)
    assert reports_in(standing.against) == ["lantern"]
    assert not standing.disputed


def test_what_a_page_does_not_say_any_more_stays_said() -> None:
    """An update is shorter than what it updates as often as not."""
    standing = standing_of(
        settle_all(tell("lantern", "2021-03-06", injured=3), _version(2, "2021-03-07", killed=1)), "injured"
    )
    assert (standing.value, standing.basis) == (3, Basis.ONLY)


def test_all_versions_of_a_page_back_a_value_once() -> None:
    """Two other papers outweigh three versions of one."""
    told = (
        tell("lantern", "2021-03-06", injured=3),
        _version(2, "2021-03-07", injured=3),
        _version(3, "2021-03-07", injured=3),
        tell("gazette", "2021-03-07", injured=4),
        tell("herald", "2021-03-07", injured=4),
    )
    standing = standing_of(settle_all(*told), "injured")
    assert (standing.value, standing.basis) == (4, Basis.AGREED)


def test_a_page_that_denies_what_it_said_says_it_no_longer() -> None:
    """What is then left is what others say, or nothing."""
    denied = _version(2, "2021-03-07", injured=make_fact(3, certainty=Certainty.DENIED))
    settled = settle_all(tell("lantern", "2021-03-06", injured=3), denied)
    assert settled.record.get("injured") is None


def test_a_version_came_out_when_it_was_changed() -> None:
    """A paper that wrote in between said the last word before it."""
    told = (
        tell("lantern", "2021-03-06", killed=1),
        tell("gazette", "2021-03-07", killed=1),
        _version(2, "2021-03-08", killed=2),
    )
    assert standing_of(settle_all(*told), "killed").value == 2
    assert settle_all(*told).record.reports == ("lantern", "gazette", "lantern-v2")
