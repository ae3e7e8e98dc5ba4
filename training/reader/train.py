r"""Train the encoder: a stage at a time, each from a state to a state, resumable.

    python -m training.reader.train --examples FOLDER --sets distant:1 labels:1 --epochs 2 --rate 3e-4 --out STATE.pt
    python -m training.reader.train --examples FOLDER --sets gold:1 labels:1 --epochs 5 --from STATE.pt --out FOLD.pt \
        --fold 0 --folds 5

`--sets` names example files with the weight of their loss. With --fold, that fold of a set (by hash of the report, one
report an incident) is left out. A run that was broken off goes on from the last whole epoch (STATE.pt.part).
"""

import argparse
import hashlib
import math
import time
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from training.reader.batches import (
    Row,
    answer_class,
    load_rows,
    load_tokenizer,
    shuffled,
    targets_of_marks,
    tensors,
)
from training.reader.model import LAYERS, Answers, Encoder

from citydesk.read.encoder.questions import LINK, MARKS, MENTION_ANSWERS, REPORT_ANSWERS

_GOLD_ONLY = ("CONDITION", "WOUND", "WEAPON", "SHOTS", "CHARGE")
"""Sorts of words that only the gold and our own labels mark."""
_MARKS, _MENTION, _LINK, _ABOUT, _REPORT = 4.0, 1.0, 0.5, 0.5, 0.3
"""Weights of the heads' losses, set so that each is of the size of the mention's at the end of the first stage."""


def fold_of(key: str, folds: int) -> int:
    """The fold that a report is of, by hash of its id."""
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % folds


def main() -> None:
    """Train one stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--sets", nargs="+", required=True, help="name:weight of example files")
    parser.add_argument("--epochs", type=int, required=True)
    parser.add_argument("--rate", type=float, required=True, help="the highest learning rate")
    parser.add_argument("--from", dest="begin", type=Path, help="the state to begin with; MiniLM's own without")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--fold", type=int, help="leave out this fold of the reports of --held")
    parser.add_argument("--held", default="gold", help="the set whose fold is left out")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    torch.set_flush_denormal(True)
    weighted = []
    tokenizer = load_tokenizer()
    for name, weight in (item.split(":") for item in options.sets):
        held = options.fold is not None and name == options.held
        keep = (lambda key: fold_of(key, options.folds) != options.fold) if held else None
        rows = load_rows(options.examples / f"{name}.jsonl", tokenizer, keep)
        weighted.append((rows, float(weight)))
        print(name, len(rows), "windows,", sum(len(r.ids) for r in rows), "pieces", flush=True)
    model = Encoder(options.layers)
    if options.begin:
        model.load_state_dict(torch.load(options.begin, weights_only=True))
    _train(model, weighted, options)


def _train(model: Encoder, weighted: list[tuple[list[Row], float]], options: argparse.Namespace) -> None:
    rows = [row for some, _ in weighted for row in some]
    weight_of = {id(row): weight for some, weight in weighted for row in some}
    heads = [p for n, p in model.named_parameters() if not n.startswith("bert.")]
    body = [p for n, p in model.named_parameters() if n.startswith("bert.")]
    groups = [{"params": body, "scale": 1.0}, {"params": heads, "scale": 3.0 if options.begin is None else 1.0}]
    optimizer = torch.optim.AdamW(groups, lr=options.rate, weight_decay=0.01)
    steps = options.epochs * len(shuffled(rows, 0))
    part = Path(f"{options.out}.part")
    done = 0
    if part.exists():
        kept = torch.load(part, weights_only=True)
        model.load_state_dict(kept["model"])
        optimizer.load_state_dict(kept["optimizer"])
        done = kept["epoch"]
    step = done * (steps // options.epochs)
    for epoch in range(done, options.epochs):
        began, sums = time.time(), dict.fromkeys(("marks", "mention", "link", "about", "report"), 0.0)
        batches = shuffled(rows, options.seed * 1000 + epoch)
        for batch in batches:
            step += 1
            rate = options.rate * min(step / (0.06 * steps + 1), max(0.02, (steps - step) / steps))
            for group in optimizer.param_groups:
                group["lr"] = rate * group["scale"]
            ids, looks, mask = tensors(batch)
            with torch.autocast("cpu", torch.bfloat16):
                answers = model(ids, looks, mask)
            weights = torch.tensor([weight_of[id(row)] for row in batch])
            losses = losses_of(model, answers, batch, mask, weights)
            loss = torch.stack(list(losses.values())).sum()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            for name, value in losses.items():
                sums[name] += float(value.detach())
        said = "  ".join(f"{name} {value / len(batches):.3f}" for name, value in sums.items())
        print(f"epoch {epoch + 1}/{options.epochs}  {time.time() - began:.0f} s  {said}", flush=True)
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1}, part)
    torch.save(model.state_dict(), f"{options.out}.new")
    Path(f"{options.out}.new").replace(options.out)
    part.unlink(missing_ok=True)


def losses_of(model: Encoder, answers: Answers, batch: list[Row], mask: Tensor, weights: Tensor) -> dict[str, Tensor]:
    """The loss of each head for a batch."""
    longest = mask.shape[1]
    target = targets_of_marks(batch, longest)
    marks = F.binary_cross_entropy_with_logits(answers.marks.float(), target, reduction="none")
    marks = (marks * _known_marks(batch).unsqueeze(1)).mean(-1)
    scale = mask * weights.unsqueeze(1)
    losses = {"marks": _MARKS * 5 * (marks * scale).sum() / scale.sum()}
    mention, vectors = answers.mention.float(), answers.vectors.float()
    sums = {"mention": (torch.zeros(()), 1e-6), "link": (torch.zeros(()), 1e-6), "about": (torch.zeros(()), 1e-6)}
    pools, labels, owners = _pooled(mention, vectors, batch)
    if labels:
        losses["mention"] = _MENTION * _mention_loss(pools[0], labels, [float(weights[n]) for n in owners])
        losses["link"] = _LINK * _link_loss(model, pools[1], labels, owners, weights)
        losses["about"] = _ABOUT * _about_loss(model, vectors, pools[1], labels, owners, batch)
    else:
        losses |= {name: value for name, (value, _) in sums.items()}
    losses["report"] = _REPORT * _report_loss(answers.report.float(), batch, weights)
    return losses


def _known_marks(batch: list[Row]) -> Tensor:
    """[windows, 2 * sorts]: 1 for the sorts of words that are labelled; the rules' silver labels lack some."""
    known = torch.ones(len(batch), 2 * len(MARKS))
    for n, row in enumerate(batch):
        if not row.gold:
            for sort in _GOLD_ONLY:
                known[n, 2 * MARKS.index(sort) : 2 * MARKS.index(sort) + 2] = 0
    return known


def _pooled(mention: Tensor, vectors: Tensor, batch: list[Row]) -> tuple[tuple[Tensor, Tensor], list[dict], list[int]]:
    """Mentions' answers and vectors averaged over their pieces; their labels and windows."""
    places = [(n, a, b, label) for n, row in enumerate(batch) for a, b, label in row.mentions]
    if not places:
        return (mention, vectors), [], []
    select = torch.zeros(len(places), mention.shape[0] * mention.shape[1])
    for k, (n, a, b, _) in enumerate(places):
        select[k, n * mention.shape[1] + a : n * mention.shape[1] + b] = 1 / (b - a)
    pooled = select @ mention.reshape(-1, mention.shape[-1]), select @ vectors.reshape(-1, vectors.shape[-1])
    return pooled, [label for *_, label in places], [n for n, *_ in places]


def _mention_loss(scores: Tensor, labels: list[dict], weights: list[float]) -> Tensor:
    total, at = torch.zeros(()), 0
    for name, values in MENTION_ANSWERS:
        known = [k for k, label in enumerate(labels) if label[name] is not None]
        if known:
            target = torch.tensor([labels[k][name] for k in known])
            weight = torch.tensor([labels[k]["weight"] * weights[k] for k in known])
            loss = F.cross_entropy(scores[known, at : at + len(values)], target, reduction="none")
            total = total + (loss * weight).sum() / (weight.sum() + 1e-6) * (1.0 if name == "role" else 0.4)
        at += len(values)
    return total


def link_scores(first: Tensor, later: Tensor, bias: Tensor) -> Tensor:
    """Log odds that mentions are one person's: [earlier, later] from vectors averaged over each mention."""
    return first @ later.T / math.sqrt(LINK) + bias


def _link_loss(model: Encoder, vectors: Tensor, labels: list[dict], owners: list[int], weights: Tensor) -> Tensor:
    total, count = torch.zeros(()), 1e-6
    for n in sorted(set(owners)):
        mine = [k for k, owner in enumerate(owners) if owner == n and labels[k]["person"] is not None]
        if len(mine) < 2:
            continue
        scores = link_scores(vectors[mine, :LINK], vectors[mine, LINK : 2 * LINK], model.link_bias[0])
        keys = [labels[k]["person"] for k in mine]
        same = torch.tensor([[float(a == b) for b in keys] for a in keys])
        sure = torch.tensor([labels[k]["weight"] for k in mine])
        earlier = torch.ones(len(mine), len(mine)).triu(1)
        weight = earlier * torch.minimum(sure.unsqueeze(0), sure.unsqueeze(1)) * weights[n]
        loss = F.binary_cross_entropy_with_logits(scores, same, reduction="none")
        total, count = total + (loss * weight).sum(), count + float(weight.sum())
    return total / count


def _about_loss(
    model: Encoder, vectors: Tensor, pooled: Tensor, labels: list[dict], owners: list[int], batch: list[Row]
) -> Tensor:
    total, count = torch.zeros(()), 1e-6
    for n, row in enumerate(batch):
        mine = [k for k, owner in enumerate(owners) if owner == n and labels[k]["weight"] >= 0.5]
        if not row.attributes or not mine:
            continue
        words = torch.stack([vectors[n, a:b, 3 * LINK :].mean(0) for a, b, _ in row.attributes])
        scores = words @ pooled[mine, 2 * LINK : 3 * LINK].T / math.sqrt(LINK) + model.link_bias[1]
        target = torch.tensor([[float(labels[k]["person"] in of) for k in mine] for _, _, of in row.attributes])
        loss = F.binary_cross_entropy_with_logits(scores, target, reduction="sum")
        total, count = total + loss, count + target.numel()
    return total / count


def _report_loss(scores: Tensor, batch: list[Row], weights: Tensor) -> Tensor:
    total, at = torch.zeros(()), 0
    for name, number in REPORT_ANSWERS:
        known = [(n, c) for n, row in enumerate(batch) if (c := answer_class(name, row.answers)) is not None]
        if known:
            places = [n for n, _ in known]
            loss = F.cross_entropy(
                scores[places, at : at + number], torch.tensor([c for _, c in known]), reduction="none"
            )
            total = total + (loss * weights[places]).mean()
        at += number
    return total


if __name__ == "__main__":
    main()
