"""Write a trained state as the weights that are shipped: int8 ONNX, the tokenizer, and what they were made from.

    python -m training.reader.export STATE.pt --out src/citydesk/read/weights

The attention's and the feed-forward's products are put together for onnxruntime (its own optimizer for BERT), weights
become whole numbers by channel, and the sums that go on stay as they are: put together with the norms behind them, as
the optimizer would, they take a fifth longer. Windows are run one by one and never filled up, so that attention asks
for no mask.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor
from training.reader.batches import load_tokenizer
from training.reader.model import LAYERS, Answers, Encoder

_MASK_AT = {"QAttention": 5, "Attention": 3}
"""Which of a node's inputs the mask is, of whole numbers and of float32."""
_OUTPUTS = ("marks", "mention", "vectors", "report", "gaze")


def main() -> None:
    """Export one state."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("state", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--float32", action="store_true", help="leave the weights as they are, to compare")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    model = Encoder(options.layers, attention="eager", fresh=True).eval()
    model.load_state_dict(torch.load(options.state, weights_only=True))
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        _export(model, plain)
        _fuse(plain, fused)
        if options.float32:
            shutil.copy(fused, options.out / "encoder.onnx")
        else:
            quantize_dynamic(
                fused,
                options.out / "encoder.onnx",
                weight_type=QuantType.QInt8,
                per_channel=True,
                extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
            )
    leave_out_mask(options.out / "encoder.onnx")
    load_tokenizer().save(str(options.out / "tokenizer.json"), pretty=False)
    about = {"layers": options.layers, "bias": [round(float(b), 6) for b in model.link_bias]}
    (options.out / "encoder.json").write_text(json.dumps(about) + "\n", encoding="utf-8")
    print((options.out / "encoder.onnx").stat().st_size / 2**20, "MiB")


class _Plain(torch.nn.Module):
    """The model with a tuple for its answers, as ONNX wants it."""

    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, looks: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        answers: Answers = self.model(ids, looks, mask)
        return tuple(answers)


def _export(model: Encoder, path: Path) -> None:
    ids = torch.ones(2, 40, dtype=torch.long)
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "looks", "mask", *_OUTPUTS) if name != "report"}
    axes["report"] = {0: "windows"}
    torch.onnx.export(
        _Plain(model), (ids, torch.zeros_like(ids), torch.ones_like(ids)), path,
        input_names=["ids", "looks", "mask"], output_names=list(_OUTPUTS), dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip


def _fuse(plain: Path, fused: Path) -> None:
    from onnxruntime.transformers.fusion_options import FusionOptions
    from onnxruntime.transformers.optimizer import optimize_model

    options = FusionOptions("bert")
    options.enable_skip_layer_norm = False
    model = optimize_model(
        str(plain), model_type="bert", num_heads=12, hidden_size=384, opt_level=0, optimization_options=options
    )
    print(model.get_fused_operator_statistics())
    model.model.opset_import.append(onnx.helper.make_opsetid("com.microsoft", 1))
    model.save_model_to_file(str(fused))


def leave_out_mask(path: Path) -> None:
    """Write an ONNX file anew so that its attention looks at every piece, without asking which are filling."""
    model = onnx.load(str(path))
    for node in model.graph.node:
        if node.op_type in _MASK_AT:
            node.input[_MASK_AT[node.op_type]] = ""
    onnx.save(model, str(path))


if __name__ == "__main__":
    main()
