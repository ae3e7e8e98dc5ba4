"""`citydesk explain`: what holds two reports together or apart, each feature with its weight."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from citydesk.model import ReportId
from citydesk.terminal.showing import console, put, set_page, shown

if TYPE_CHECKING:
    from citydesk.ledger import Ledger, PairView, ToldIn

_BAR = 12
_HEAVIEST = 4.0
"""The weight that fills a bar."""


def print_explanation(ledger: Ledger, first: str, second: str, form: str) -> int:
    """Why two reports tell of one incident or of two. Raises NoSuchReport and InputError."""
    pairs = ledger.explain(ReportId(first), ReportId(second))
    if form == "json":
        put(json.dumps([_as_json(pair) for pair in pairs], ensure_ascii=False, indent=1) + "\n")
    else:
        put(set_page(console(), Group(*_page(pairs))))
    return 0


def _as_json(pair: PairView) -> dict[str, object]:
    from citydesk.ledger import pair_words

    return {**dataclasses.asdict(pair), "why": pair_words(pair)}


def _page(pairs: Sequence[PairView]) -> Iterator[RenderableType]:
    from citydesk.ledger import pair_words

    for n, pair in enumerate(pairs):
        if n:
            yield Text()
        yield _end("1", pair.first)
        yield _end("2", pair.second)
        yield Text(pair_words(pair), style="bold green" if pair.together else "bold yellow")
        if pair.features:
            yield _weights(pair)


def _end(mark: str, told: ToldIn) -> Text:
    part = "" if told.main else ", only mentioned"
    words = Text(f"{mark}  ", style="dim").append(told.report, style="cyan")
    words.append(f"  {shown(told.title, 80)}")
    return words.append(
        f"  (its incident {told.telling}{part}; {told.incident or 'waits for a report about it'})", "dim"
    )


def _weights(pair: PairView) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column(width=_BAR)
    table.add_column()
    table.add_column(style="dim", ratio=1)
    for one in pair.features:
        if one.name != "prior" and not one.weight:
            continue  # not said by one of them, or says nothing
        colour = "green" if one.weight > 0 else "red"
        bar = "▇" * max(1, round(min(1.0, abs(one.weight) / _HEAVIEST) * _BAR))
        value = "" if one.name == "prior" else one.value
        table.add_row(
            Text(f"{one.weight:+.2f}", colour), Text(bar, colour), f"{one.name} {value}".strip(), one.sentence
        )
    total = sum(one.weight for one in pair.features)
    table.add_row(Text(f"{total:+.2f}", "bold"), "", Text(f"= {pair.probability:.1%}", "bold"), "log odds in all")
    return table
