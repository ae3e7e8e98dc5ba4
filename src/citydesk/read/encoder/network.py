"""The encoder itself: weights and tokenizer loaded once, at first use, and run on one thread.

In: a report's text. Out: `Opinions`. The weights are made by `training/reader` and shipped with the package.
"""

import json
from functools import cache
from importlib.resources import files

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from citydesk.read.encoder.opinions import Array, Opinions
from citydesk.read.encoder.pieces import CLS, PAD, SEP, Window, cut_pieces, cut_windows

_BATCH = 8
"""Windows that are looked at together: bounds the memory that a long report takes."""


class Network:
    """A tokenizer and a session of onnxruntime."""

    def __init__(self, weights: bytes, tokenizer: str, bias: tuple[float, float]) -> None:
        """From the bytes of an ONNX file, a tokenizer's JSON and the comparisons' biases."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # many reports go to many processes
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_str(tokenizer)
        self._bias = bias

    def look_at(self, text: str, body_start: int) -> Opinions | None:
        """What the encoder makes of a text whose title ends before `body_start`; None for one without words."""
        pieces = cut_pieces(self.tokenizer, text, body_start)
        if not pieces.ids:
            return None
        windows = cut_windows(len(pieces.ids))
        taken: list[list[Array]] = [[], [], []]
        outputs: list[list[Array]] = []
        for at in range(0, len(windows), _BATCH):
            batch = windows[at : at + _BATCH]
            outputs.append(self._session.run(None, _inputs(pieces.ids, pieces.looks, batch)))
            for n, window in enumerate(batch):
                first = 1 + window.taken_first - window.first
                last = 1 + window.taken_last - window.first
                for kept, output in zip(taken, outputs[-1][:3], strict=True):
                    kept.append(output[n, first:last])
        marks, mention, vectors = (np.concatenate(some) for some in taken)
        report, gaze = outputs[0][3][0], outputs[0][4][0, 1 : 1 + windows[0].last - windows[0].first]
        return Opinions(pieces, marks, mention, vectors, report, gaze, self._bias)


def _inputs(ids: tuple[int, ...], looks: tuple[int, ...], windows: tuple[Window, ...]) -> dict[str, np.ndarray]:
    longest = 2 + max(window.last - window.first for window in windows)
    shape = len(windows), longest
    inputs = {name: np.zeros(shape, dtype=np.int64) for name in ("ids", "looks", "mask")}
    inputs["ids"][:] = PAD
    for n, window in enumerate(windows):
        length = 2 + window.last - window.first
        inputs["ids"][n, :length] = (CLS, *ids[window.first : window.last], SEP)
        inputs["looks"][n, 1 : length - 1] = looks[window.first : window.last]
        inputs["mask"][n, :length] = 1
    return inputs


@cache
def open_network() -> Network:
    """The network that is shipped with the package."""
    folder = files("citydesk.read").joinpath("weights")
    about = json.loads(folder.joinpath("encoder.json").read_text(encoding="utf-8"))
    return Network(
        folder.joinpath("encoder.onnx").read_bytes(),
        folder.joinpath("tokenizer.json").read_text(encoding="utf-8"),
        (about["bias"][0], about["bias"][1]),
    )
