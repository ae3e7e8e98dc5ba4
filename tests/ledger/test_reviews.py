"""The review queue: what is doubtful is found, the costliest first, and every way to decide it answers it."""

from pathlib import Path

import pytest

from citydesk.ledger import Ledger, ReviewItem, ReviewKind, review_words
from citydesk.model import Reading, Report, ReportId, Ruling
from tests.ledger.conftest import Add
from tests.ledger.dumps import dump
from tests.ledger.histories import FARGO, MINOT, decide, make_old
from tests.ledger.histories import add as add_to
from tests.ledger.made import NOON, MadeReader, Shooting, make_report
from tests.ledger.scores import made_scores, scores_by_name

BEN = Shooting(name="Ben Okafor", city="Minot", age=51)


def _kinds(ledger: Ledger) -> list[tuple[ReviewKind, str | None]]:
    return [(item.kind, item.property) for item in ledger.reviews(page_size=50).items]


def _only(ledger: Ledger, kind: ReviewKind) -> ReviewItem:
    (item,) = ledger.reviews(kind=kind).items
    return item


def test_what_nobody_contradicts_and_all_are_sure_of_is_not_asked(ledger: Ledger, add: Add) -> None:
    """An empty queue says so."""
    add(make_report("r1", Shooting()), make_report("r2", Shooting()))
    page = ledger.reviews()
    assert (page.total, page.items, sum(page.counts.values())) == (0, (), 0)


def test_disputed_values_come_with_both_sides_the_costliest_first(ledger: Ledger, add: Add) -> None:
    """A death goes before an age; each side has its claims, what stands before what contradicts it."""
    add(make_report("r1", Shooting(age=34)), make_report("r2", Shooting(age=43, outcome="killed")))
    found = _kinds(ledger)
    assert found[0][1] in ("killed", "outcome")
    assert found[-1] == (ReviewKind.DISPUTED, "age")
    gains = [item.gain for item in ledger.reviews(page_size=50).items]
    assert gains == sorted(gains, reverse=True)
    age = next(item for item in ledger.reviews(page_size=50).items if item.property == "age")
    assert [(side.value, side.stands, [c.report for c in side.claims]) for side in age.sides] == [
        (34, True, ["r1"]),
        (43, False, ["r2"]),
    ]
    assert review_words(age) == "reports contradict each other on the age of Ann Reyes"


def test_more_reports_against_a_value_make_it_more_doubtful(ledger: Ledger, add: Add) -> None:
    """One of three reports against it is less than one of two."""
    add(make_report("r1", Shooting(age=34)), make_report("r2", Shooting(age=43)))
    before = _only(ledger, ReviewKind.DISPUTED).gain
    add(make_report("r3", Shooting(age=34)))
    assert _only(ledger, ReviewKind.DISPUTED).gain == pytest.approx(before * 2 / 3, abs=1e-3)


def test_what_the_reader_is_not_sure_of_is_asked_where_it_matters(ledger: Ledger) -> None:
    """A death, and not an hour or an age."""

    class UnsureReader(MadeReader):
        def read(self, report: Report) -> Reading:
            reading = super().read(report)
            one = reading.incidents[0]
            person = one.people[0]
            unsure = {name: getattr(person, name).model_copy(update={"confidence": 0.4}) for name in ("age", "outcome")}
            people = (person.model_copy(update=unsure),)
            return reading.model_copy(update={"incidents": (one.model_copy(update={"people": people}),)})

    ledger.add([make_report("r1", Shooting())], workers=1, clock=lambda: NOON, reader=UnsureReader())
    item = _only(ledger, ReviewKind.UNSURE)
    assert item.property == "outcome"
    assert item.gain == pytest.approx(3.0 * 0.6)
    assert [choice.label for choice in item.choices] == ["Let injured stand", "No report says that"]


def test_two_incidents_that_are_perhaps_one_are_asked_about_once(ledger: Ledger) -> None:
    """With both, and the reports that it hangs on."""
    with made_scores({("r1", "r2"): 0.2}):
        add_to(ledger, make_report("r1", Shooting()), make_report("r2", BEN))
    item = _only(ledger, ReviewKind.LINK)
    assert (item.incident.id, item.other and item.other.id, item.probability) == (FARGO, MINOT, 0.2)
    assert {end.report for end in (item.pairs[0].first, item.pairs[0].second)} == {"r1", "r2"}


def test_a_report_that_is_hardly_like_the_others_is_asked_about(ledger: Ledger) -> None:
    """It belongs, or it does not."""
    with made_scores({("r1", "r2"): 0.99, ("r1", "r3"): 0.4, ("r2", "r3"): 0.4}):
        add_to(ledger, *(make_report(f"r{n}", Shooting()) for n in (1, 2, 3)))
    item = _only(ledger, ReviewKind.BELONGS)
    assert (item.pairs[0].first.report, item.probability) == ("r3", 0.4)


def test_a_decision_that_later_reports_contradict_comes_back_with_both_sides(ledger: Ledger, add: Add) -> None:
    """What was known when it was made does not bring it back; a new report that says otherwise does."""
    add(make_report("r1", Shooting(age=34)), make_report("r2", Shooting(age=43)))
    decide(ledger, Ruling.CORRECT, incident=FARGO, property="age", person=1, value=34)
    assert _kinds(ledger) == []
    add(make_report("r3", Shooting(age=34)))
    assert _kinds(ledger) == []
    add(make_report("r4", Shooting(age=36)))
    item = _only(ledger, ReviewKind.CONTRADICTED)
    assert item.decision is not None
    assert (item.decision.id, item.property) == (1, "age")
    assert [side.value for side in item.sides] == [34, 43, 36]
    assert "Keep 34" in [choice.label for choice in item.choices]


def test_a_rejected_value_that_others_say_again_comes_back(ledger: Ledger, add: Add) -> None:
    """The rejection held for the report that it was about; others are asked about."""
    add(make_report("r1", Shooting(age=34)), make_report("r2", Shooting(age=43)))
    decide(ledger, Ruling.REJECT, claim="r1/0/people.0.age")
    add(*(make_report(f"r{n}", Shooting(age=34)) for n in (3, 4, 5)))
    item = _only(ledger, ReviewKind.CONTRADICTED)
    assert (item.property, item.decision and item.decision.id) == ("age", 1)


def test_a_split_that_a_later_report_ties_again_comes_back(ledger: Ledger, add: Add) -> None:
    """It is like both parts."""
    add(make_report("r1", Shooting()), make_report("r2", Shooting()))
    decide(ledger, Ruling.SPLIT, incident=FARGO, reports=("r2",))
    assert _kinds(ledger) == []
    add(make_report("r3", Shooting()))
    item = _only(ledger, ReviewKind.CONTRADICTED)
    assert (item.decision and item.decision.what, len(item.pairs)) == (Ruling.SPLIT, 2)
    assert [choice.label for choice in item.choices] == ["Keep them apart", "Undo decision 1"]


def test_a_merge_that_a_later_report_contradicts_comes_back(ledger: Ledger) -> None:
    """It is like the one and cannot be the other."""
    with made_scores({("r1", "r3"): 0.9}):
        add_to(ledger, make_report("r1", Shooting()), make_report("r2", BEN))
        decide(ledger, Ruling.MERGE, incident=FARGO, other=MINOT)
        add_to(ledger, make_report("r3", Shooting()))
    item = _only(ledger, ReviewKind.CONTRADICTED)
    assert [choice.label for choice in item.choices] == ["Keep them together", "Undo decision 1"]


def _fill(ledger: Ledger, kind: ReviewKind) -> None:
    """Let there be one thing to look at of a kind."""
    if kind is ReviewKind.LINK:
        with made_scores({("r1", "r2"): 0.2}):
            add_to(ledger, make_report("r1", Shooting()), make_report("r2", BEN))
    elif kind is ReviewKind.BELONGS:
        with made_scores({("r1", "r2"): 0.99, ("r1", "r3"): 0.4, ("r2", "r3"): 0.4}):
            add_to(ledger, *(make_report(f"r{n}", Shooting()) for n in (1, 2, 3)))
    else:
        add_to(ledger, make_report("r1", Shooting(age=34)), make_report("r2", Shooting(age=43)))
        if kind is ReviewKind.CONTRADICTED:
            decide(ledger, Ruling.CORRECT, incident=FARGO, property="age", person=1, value=34)
            add_to(ledger, make_report("r4", Shooting(age=36)))


@pytest.mark.parametrize("kind", [kind for kind in ReviewKind if kind is not ReviewKind.UNSURE])
@pytest.mark.parametrize("number", range(2))
def test_every_way_to_decide_answers_it(ledger: Ledger, kind: ReviewKind, number: int) -> None:
    """It is not asked again."""
    _fill(ledger, kind)
    choice = _only(ledger, kind).choices[number]
    ledger.decide(choice.proposal, who="ann", why="so", clock=lambda: NOON)
    assert kind not in {found for found, _ in _kinds(ledger)}


@pytest.mark.parametrize("undo", [False, True], ids=["kept", "undone"])
@pytest.mark.parametrize("parted", [True, False], ids=["split", "merge"])
def test_a_contradicted_link_can_be_kept_or_undone(ledger: Ledger, undo: bool, parted: bool) -> None:
    """Either answers it."""
    with made_scores({("r1", "r3"): 0.9, **({("r1", "r2"): 0.9, ("r2", "r3"): 0.9} if parted else {})}):
        add_to(ledger, make_report("r1", Shooting()), make_report("r2", Shooting() if parted else BEN))
        if parted:
            decide(ledger, Ruling.SPLIT, incident=FARGO, reports=("r2",))
        else:
            decide(ledger, Ruling.MERGE, incident=FARGO, other=MINOT)
        add_to(ledger, make_report("r3", Shooting()))
        proposal = _only(ledger, ReviewKind.CONTRADICTED).choices[int(undo)].proposal
        ledger.decide(proposal, who="ann", why="so", clock=lambda: NOON)
    assert ReviewKind.CONTRADICTED not in {kind for kind, _ in _kinds(ledger)}
    together = ledger.report(ReportId("r1")).incidents == ledger.report(ReportId("r2")).incidents
    assert together == (parted == undo)


def test_what_is_out_of_scope_is_not_asked_about(ledger: Ledger, add: Add) -> None:
    """It stands in no list, and not in this one."""
    add(make_report("r1", Shooting(age=34)), make_report("r2", Shooting(age=43)))
    decide(ledger, Ruling.OUT_OF_SCOPE, incident=FARGO)
    assert ledger.reviews().total == 0


@pytest.mark.parametrize("kind", [kind for kind in ReviewKind if kind is not ReviewKind.UNSURE])
def test_a_rebuild_finds_the_same_doubts(ledger: Ledger, path: Path, kind: ReviewKind) -> None:
    """They are derived as everything else."""
    _fill(ledger, kind)
    before = dump(path)
    ledger.rebuild(keep_readings=True, clock=lambda: NOON)
    after = dump(path)
    assert len(after["reviews"]) == 1 or kind in (ReviewKind.LINK, ReviewKind.BELONGS)
    if kind not in (ReviewKind.LINK, ReviewKind.BELONGS):  # whose scores were made up
        assert after == before


def test_incidents_from_before_the_queue_are_counted_until_a_rebuild(tmp_path: Path) -> None:
    """An empty queue of an old ledger says why it is empty."""
    path = tmp_path / "x.db"
    with scores_by_name(), Ledger.open(path) as ledger:
        add_to(ledger, make_report("r1", Shooting(age=34)), make_report("r2", Shooting(age=43)))
        add_to(ledger, make_report("r3", BEN))
        assert (ledger.reviews().total, ledger.reviews().unasked) == (1, 0)
        make_old(path)
        assert (ledger.reviews().total, ledger.reviews().unasked) == (0, 2)
        add_to(ledger, make_report("r4", BEN))
        assert (ledger.reviews().total, ledger.reviews().unasked) == (0, 1)
        ledger.rebuild(keep_readings=True, workers=1)
        assert (ledger.reviews().total, ledger.reviews().unasked) == (1, 0)
