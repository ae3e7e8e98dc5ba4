"""`citydesk queue`: what a person should look at next, both sides of it, and the commands that decide it."""

from __future__ import annotations

import dataclasses
import json
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from citydesk.model import InputError, Ruling
from citydesk.terminal.showing import console, counted, put, set_page, shown, tell, value_text

if TYPE_CHECKING:
    from citydesk.ledger import Choice, Ledger, Proposal, ReviewItem

_CLAIMS_SHOWN = 3
_LONGEST_WORDS = 90


def print_queue(ledger: Ledger, kind: str | None, most: int, form: str) -> int:
    """The first of what is to be looked at. Raises InputError for a kind that does not exist."""
    from citydesk.ledger import ReviewKind

    if kind is not None and kind not in set(ReviewKind):
        raise InputError(f"{kind!r} is no kind of thing to look at: give one of {', '.join(ReviewKind)}")
    page = ledger.reviews(kind=None if kind is None else ReviewKind(kind), page_size=most)
    if form == "jsonl":
        for item in page.items:
            put(json.dumps(_as_json(item), ensure_ascii=False) + "\n")
        return 0
    for n, item in enumerate(page.items, 1):
        put(set_page(console(), Group(*_lines(n, item))))
    if page.total > len(page.items):
        tell(f"{counted(page.total - len(page.items), 'more')[:-1]}; --most lists more of them")
    if page.unasked:
        told = counted(page.unasked, "incident")
        tell(
            f"{told} from before there was a queue cannot be in it yet: `citydesk rebuild --keep-readings` puts them in"
        )
    elif not page.total:
        tell("there is nothing to look at")
    return 0


def _as_json(item: ReviewItem) -> dict[str, object]:
    told = dataclasses.asdict(item)
    told["sides"] = [
        {"value": side.value, "stands": side.stands, "claims": [claim.id for claim in side.claims]}
        for side in item.sides
    ]
    told["person"] = None if item.person is None else {"number": item.person.number, "text": item.person.text}
    told["decision"] = None if item.decision is None else item.decision.model_dump(mode="json")
    told["choices"] = [{"label": one.label, "command": command_of(one.proposal)} for one in item.choices]
    return told


def _lines(n: int, item: ReviewItem) -> Iterator[RenderableType]:
    from citydesk.ledger import decision_words, pair_words, review_words

    yield Text.assemble((f"{n:>3}  ", "dim"), (shown(review_words(item)), "bold"), (f"  gain {item.gain:.1f}", "dim"))
    yield Text(f"     {item.incident.id}  {shown(item.incident.headline, 80)}", style="cyan")
    if item.other is not None:
        yield Text(f"     {item.other.id}  {shown(item.other.headline, 80)}", style="cyan")
    if item.decision is not None:
        words = f"decision {item.decision.id} by {shown(item.decision.who)}: {shown(decision_words(item.decision))}"
        yield Text(f"     {words}; {shown(item.decision.why, 120)}", style="yellow")
    for side in item.sides:
        mark = "stands " if side.stands else "against"
        yield Text.assemble((f"     {mark}  ", "dim"), value_text(side.value))
        for claim in side.claims[:_CLAIMS_SHOWN]:
            words = shown(claim.evidence[0].text, _LONGEST_WORDS)
            yield Text.assemble((f"              {claim.id}  ", "dim"), (f"“{words}”", "green"))
    for pair in item.pairs:
        for end in (pair.first, pair.second):
            yield Text.assemble(("     tells    ", "dim"), f"{end.report}  {shown(end.title, 80)}")
        yield Text(f"     {pair_words(pair)}")
    for choice in item.choices:
        yield _choice(choice)
    yield Text()


def _choice(choice: Choice) -> Text:
    line = Text(f"     {shown(choice.label)}: ", no_wrap=True, overflow="ignore")  # a cut command could not be copied
    return line.append(command_of(choice.proposal), style="dim")


def command_of(proposal: Proposal) -> str:
    """The command that makes a decision, its reason aside."""
    what = proposal.what
    if what is Ruling.UNDO:
        words = ["undo", str(proposal.decision)]
    elif proposal.claim is not None:
        words = [what.value, proposal.claim]
    elif what is Ruling.CORRECT:
        words = ["correct", str(proposal.incident), str(proposal.property), _typed(proposal.value)]
        words += [] if proposal.person is None else ["--person", str(proposal.person)]
    elif what is Ruling.MERGE:
        words = ["merge", str(proposal.incident), str(proposal.other)]
    else:
        words = [what.value, *proposal.reports, str(proposal.incident)]
        words += [] if proposal.telling is None else ["--telling", str(proposal.telling)]
    return f"citydesk decide {shlex.join(words)} --why …"


def _typed(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
