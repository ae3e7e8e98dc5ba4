"""`citydesk decide` and `citydesk decisions`: what a person rules, and what was ruled.

In: a ruling's word and what it is about, as typed. Out: a decision in the ledger, and lines that say what it did.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citydesk.model import ClaimId, IncidentId, InputError, ReportId, Ruling
from citydesk.terminal.showing import put, shown, tell

if TYPE_CHECKING:  # the database takes longer to load than the help to show
    from citydesk.ledger import Decided, Ledger, Proposal

_LONGEST_WHY = 300


@dataclass(frozen=True, slots=True)
class DecideOptions:
    """Who decides, why, and what some rulings need besides."""

    why: str
    who: str | None = None
    """None for the name of this machine's user."""
    person: int | None = None
    telling: int | None = None


def print_decision(ledger: Ledger, ruling: str, about: Sequence[str], options: DecideOptions) -> int:
    """Make a decision and say on standard error what it did. Raises InputError and LedgerError."""
    from citydesk.ledger import decision_words

    proposal = propose(ruling, about, options)
    decided = ledger.decide(proposal, who=options.who or user_name(), why=options.why)
    tell(f"decision {decided.decision.id}: {decision_words(decided.decision)}")
    for line in _effects(decided):
        tell(line)
    tell(f"take it back with: citydesk decide undo {decided.decision.id} --why …")
    return 0


def print_decisions(ledger: Ledger, incident: str | None, form: str) -> int:
    """Every decision, the oldest first, one a line: for people, or as JSON."""
    from citydesk.ledger import decision_words, in_force

    made = list(ledger.decisions(IncidentId(incident) if incident is not None else None))
    standing = {one.id for one in in_force(made if incident is None else ledger.decisions())}
    for one in made:
        if form == "jsonl":
            put(one.model_dump_json() + "\n")
            continue
        undone = "" if one.id in standing or one.what is Ruling.UNDO else "  (undone)"
        when = one.when.strftime("%Y-%m-%d %H:%M")
        put(f"{one.id:>5}  {when}  {shown(one.who)}: {shown(decision_words(one))}{undone}\n")
        put(f"       {shown(one.why, _LONGEST_WHY)}\n")
    if not made and form != "jsonl":
        tell("nothing has been decided yet")
    return 0


def propose(ruling: str, about: Sequence[str], options: DecideOptions) -> Proposal:
    """The proposal that was typed. Raises InputError where a ruling lacks something or has too much."""
    if ruling not in _FORMS:
        raise InputError(f"{ruling!r} is no ruling: give one of {', '.join(_FORMS)}")
    form = _FORMS[ruling]
    if not form.least <= len(about) <= form.most:
        raise InputError(f"{ruling} takes {form.takes}: {len(about)} were given")
    return form.make(about, options)


def _effects(decided: Decided) -> Iterator[str]:
    for id_ in decided.ended:
        yield f"{id_} is part of another incident now, and leads to it"
    if decided.incidents:
        yield f"its reports tell of {', '.join(decided.incidents)} now"


def user_name() -> str:
    """The name of this machine's user. Raises InputError where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise InputError("it is kept who did it: give --who NAME") from error


@dataclass(frozen=True, slots=True)
class _Form:
    """How a ruling is typed."""

    takes: str
    least: int
    most: int
    make: Callable[[Sequence[str], DecideOptions], Proposal]


def _claim(what: Ruling) -> Callable[[Sequence[str], DecideOptions], Proposal]:
    def make(about: Sequence[str], _: DecideOptions) -> Proposal:
        from citydesk.ledger import Proposal

        return Proposal(what, claim=ClaimId(about[0]))

    return make


def _correct(about: Sequence[str], options: DecideOptions) -> Proposal:
    from citydesk.ledger import Proposal

    if len(about) == 2:
        return Proposal(Ruling.CORRECT, claim=ClaimId(about[0]), value=about[1])
    incident, name, value = about
    return Proposal(Ruling.CORRECT, incident=IncidentId(incident), property=name, value=value, person=options.person)


def _merge(about: Sequence[str], _: DecideOptions) -> Proposal:
    from citydesk.ledger import Proposal

    return Proposal(Ruling.MERGE, incident=IncidentId(about[0]), other=IncidentId(about[1]))


def _split(about: Sequence[str], _: DecideOptions) -> Proposal:
    from citydesk.ledger import Proposal

    return Proposal(Ruling.SPLIT, incident=IncidentId(about[0]), reports=tuple(map(ReportId, about[1:])))


def _report(what: Ruling) -> Callable[[Sequence[str], DecideOptions], Proposal]:
    def make(about: Sequence[str], options: DecideOptions) -> Proposal:
        from citydesk.ledger import Proposal

        report, incident = about
        return Proposal(what, incident=IncidentId(incident), reports=(ReportId(report),), telling=options.telling)

    return make


def _scope(about: Sequence[str], _: DecideOptions) -> Proposal:
    from citydesk.ledger import Proposal

    if about[1] not in ("in", "out"):
        raise InputError(f"scope takes an incident and then in or out: {about[1]!r} was given")
    what = Ruling.OUT_OF_SCOPE if about[1] == "out" else Ruling.IN_SCOPE
    return Proposal(what, incident=IncidentId(about[0]))


def _undo(about: Sequence[str], _: DecideOptions) -> Proposal:
    from citydesk.ledger import Proposal

    if not about[0].isdecimal() or len(about[0]) > 15:
        raise InputError(f"undo takes the number of a decision: {about[0][:40]!r} is none")
    return Proposal(Ruling.UNDO, decision=int(about[0]))


_FORMS = {
    "accept": _Form("a claim", 1, 1, _claim(Ruling.ACCEPT)),
    "reject": _Form("a claim", 1, 1, _claim(Ruling.REJECT)),
    "correct": _Form("an incident, a property and a value, or a claim and a value", 2, 3, _correct),
    "merge": _Form("two incidents", 2, 2, _merge),
    "split": _Form("an incident and the reports that tell of another", 2, 1_001, _split),
    "link": _Form("a report and an incident", 2, 2, _report(Ruling.LINK)),
    "unlink": _Form("a report and an incident", 2, 2, _report(Ruling.UNLINK)),
    "scope": _Form("an incident, and then in or out", 2, 2, _scope),
    "undo": _Form("the number of a decision", 1, 1, _undo),
}
