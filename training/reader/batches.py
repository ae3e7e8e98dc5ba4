"""Examples as tensors: windows of pieces with the targets of every head.

Mentions and spans are given as ranges of pieces; a window holds those that lie in it whole.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from training.reader.model import minilm_folder

from citydesk.read.encoder.pieces import CLS, PAD, SEP, Pieces, cut_pieces, cut_windows
from citydesk.read.encoder.questions import FLAGS, MARKS, MENTION_ANSWERS, count_class

Json = dict[str, Any]
NAMES = tuple(name for name, _ in MENTION_ANSWERS)


@dataclass
class Row:
    """One window of one report."""

    ids: list[int]
    looks: list[int]
    marks: list[tuple[int, int, int]]
    """Sort, first piece, behind the last piece."""
    mentions: list[tuple[int, int, Json]]
    attributes: list[tuple[int, int, list[str]]]
    answers: Json = field(default_factory=dict)
    """Of the report, in its first window only."""
    gold: bool = True


def load_tokenizer() -> Tokenizer:
    """MiniLM's own tokenizer, without the cut at 128 pieces that it comes with."""
    tokenizer = Tokenizer.from_file(str(minilm_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load_rows(path: Path, tokenizer: Tokenizer, keep: Any = None) -> list[Row]:
    """The windows of the examples of a file; `keep` chooses by id."""
    rows: list[Row] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            example = json.loads(line)
            if keep is None or keep(example["id"]):
                rows.extend(rows_of(example, tokenizer))
    return rows


def rows_of(example: Json, tokenizer: Tokenizer) -> Iterator[Row]:
    """The windows of one example."""
    pieces = cut_pieces(tokenizer, example["text"], example["body_start"])
    marks = [(MARKS.index(k), *_range(pieces, s, e)) for k, s, e in example["marks"]]
    mentions = [(*_range(pieces, m["start"], m["end"]), m) for m in example["mentions"]]
    attributes = [(*_range(pieces, a["start"], a["end"]), a["of"]) for a in example["attributes"]]
    for n, window in enumerate(cut_windows(len(pieces.ids))):
        first, last = window.first, window.last
        shift = 1 - first
        inside = lambda a, b, f=first, l=last: f <= a < b <= l  # noqa: E731, E741
        yield Row(
            [CLS, *pieces.ids[first:last], SEP],
            [0, *pieces.looks[first:last], 0],
            [(k, a + shift, b + shift) for k, a, b in marks if inside(a, b)],
            [(a + shift, b + shift, m) for a, b, m in mentions if inside(a, b)],
            [(a + shift, b + shift, of) for a, b, of in attributes if inside(a, b)],
            example["answers"] if n == 0 else {},
            example["gold"],
        )


def _range(pieces: Pieces, start: int, end: int) -> tuple[int, int]:
    """The pieces that a span of text touches."""
    from bisect import bisect_left, bisect_right

    return bisect_right(pieces.ends, start), bisect_left(pieces.starts, end)


def shuffled(rows: list[Row], seed: int, budget: int = 4246) -> list[list[Row]]:
    """Batches of windows of like length, at most `budget` pieces each, in an order drawn by the seed.

    Few different shapes come out, since torch prepares itself anew for each.
    """
    draw = random.Random(seed)
    order = list(rows)
    draw.shuffle(order)
    batches: list[list[Row]] = []
    for length in _LENGTHS:
        alike = [row for row in order if _length(row) == length]
        number = budget // length
        batches.extend(alike[n : n + number] for n in range(0, len(alike), number))
    draw.shuffle(batches)
    return batches


_LENGTHS = (66, 130, 194, 258, 322, 386)
"""A window's length with its two marks, in pieces, rounded up."""


def _length(row: Row) -> int:
    return next(length for length in _LENGTHS if len(row.ids) <= length)


def tensors(batch: list[Row]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, looks and mask of a batch, [windows, pieces]."""
    longest = max(map(_length, batch))
    pad = lambda values, fill: values + [fill] * (longest - len(values))  # noqa: E731
    ids = torch.tensor([pad(row.ids, PAD) for row in batch])
    looks = torch.tensor([pad(row.looks, 0) for row in batch])
    mask = torch.tensor([pad([1] * len(row.ids), 0) for row in batch])
    return ids, looks, mask


def targets_of_marks(batch: list[Row], longest: int) -> Tensor:
    """[windows, pieces, 2 * sorts]: 1 within and at the beginning of the words of each sort."""
    target = torch.zeros(len(batch), longest, 2 * len(MARKS))
    for n, row in enumerate(batch):
        for kind, a, b in row.marks:
            target[n, a:b, 2 * kind] = 1
            target[n, a, 2 * kind + 1] = 1
    return target


def answer_class(question: str, answers: Json) -> int | None:
    """The class of an answer about the report; None where it is not known."""
    value = answers.get(question)
    if value is None:
        return None
    if question == "kind" or question in FLAGS:
        return int(value)
    return count_class(None if value < 0 else value)
