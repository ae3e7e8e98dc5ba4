"""The incidents do not depend on the order in which reports come, nor on how many come at a time."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from citydesk.ledger import Ledger
from citydesk.model import Report, ReportId
from tests.ledger.made import NOON, MadeReader, Shooting, make_report
from tests.ledger.scores import made_scores

COUNT = 6
REPORTS = [
    make_report(f"r{n}", Shooting(name=f"Ann {name}"), words=f"{name} was on the way home from work.")
    for n, name in enumerate(("Reyes", "Okafor", "Dow", "Pell", "Quill", "Marsh"))
]
_PAIRS = [(f"r{a}", f"r{b}") for a in range(COUNT) for b in range(a + 1, COUNT)]
_scores = st.fixed_dictionaries({pair: st.sampled_from((0.0, 0.05, 0.2, 0.6, 0.9, 0.99)) for pair in _PAIRS})
_batches = st.tuples(st.permutations(range(COUNT)), st.integers(1, COUNT))

Groups = frozenset[frozenset[ReportId]]


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        Ledger.open(Path(folder) / "x.db").close()
        return (Path(folder) / "x.db").read_bytes()


def _new_ledger(path: Path) -> Ledger:
    """A new ledger, copied: making hundreds would take long."""
    path.write_bytes(_empty())
    return Ledger.open(path)


def _groups(batches: list[list[Report]]) -> tuple[Groups, frozenset[str]]:
    """The reports of each incident, and each record without its id, after adding some batches."""
    with TemporaryDirectory() as folder, _new_ledger(Path(folder) / "x.db") as ledger:
        for batch in batches:
            ledger.add(batch, workers=1, clock=lambda: NOON, reader=MadeReader())
        kept = [one.record for one in ledger.kept_incidents()]
        ids = {record.incident for record in kept}
        assert {one for report in REPORTS for one in ledger.report(report.id).incidents} == ids
    groups = frozenset(frozenset(record.reports) for record in kept)
    return groups, frozenset(record.model_copy(update={"incident": ""}).model_dump_json() for record in kept)


@settings(max_examples=8)
@given(scores=_scores, batches=_batches)
def test_any_order_and_any_batches_give_the_same_incidents(
    scores: dict[tuple[str, str], float], batches: tuple[list[int], int]
) -> None:
    """Whatever the scores: the same groups and the same records, ids aside."""
    order, size = batches
    shuffled = [REPORTS[n] for n in order]
    with made_scores(scores):
        expected = _groups([REPORTS])
        assert _groups([shuffled[n : n + size] for n in range(0, COUNT, size)]) == expected
