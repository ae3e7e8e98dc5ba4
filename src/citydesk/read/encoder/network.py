"""The encoder itself: weights and tokenizer loaded once, at first use, and run on one thread.

In: a report's text. Out: `Opinions`. The weights are made by `training/reader` and shipped with the package.
"""

import json
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from citydesk.read.encoder.opinions import Opinions
from citydesk.read.encoder.pieces import CLS, SEP, Pieces, Window, cut_pieces, cut_windows


class Network:
    """A tokenizer and a session of onnxruntime."""

    def __init__(self, weights: bytes, tokenizer: str, bias: tuple[float, float]) -> None:
        """From the bytes of an ONNX file, a tokenizer's JSON and the comparisons' biases."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # many reports go to many processes
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
        )  # sums put together with the norms behind them take a fifth longer
        self.tokenizer = Tokenizer.from_str(tokenizer)
        self._bias = bias

    def look_at(self, text: str, body_start: int) -> Opinions | None:
        """What the encoder makes of a text whose title ends before `body_start`; None for one without words."""
        pieces = cut_pieces(self.tokenizer, text, body_start)
        if not pieces.ids:
            return None
        windows = cut_windows(len(pieces.ids))
        outputs = [self._session.run(None, _inputs(pieces, window)) for window in windows]
        marks, mention, vectors = (
            np.concatenate([output[n][0, _taken(window)] for output, window in zip(outputs, windows, strict=True)])
            for n in range(3)
        )
        report, gaze = outputs[0][3][0], outputs[0][4][0, 1:-1]
        return Opinions(pieces, marks, mention, vectors, report, gaze, self._bias)


def _inputs(pieces: Pieces, window: Window) -> dict[str, npt.NDArray[np.int64]]:
    """One window at a time: on one thread, putting several together saves nothing, and filling up costs."""
    ids = (CLS, *pieces.ids[window.first : window.last], SEP)
    looks = (0, *pieces.looks[window.first : window.last], 0)
    rows = {"ids": ids, "looks": looks, "mask": (1,) * len(ids)}
    return {name: np.array([row], dtype=np.int64) for name, row in rows.items()}


def _taken(window: Window) -> slice:
    """The part of a window's answers that is taken from it, behind the mark at its head."""
    return slice(1 + window.taken_first - window.first, 1 + window.taken_last - window.first)


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
