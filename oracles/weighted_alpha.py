"""Golden values of the power-law fits, with WeightWatcher on the same matrices.

Use, from the repository root: oracles/weighted_alpha.py
Reads ../shared/models/stories260k.
"""

import contextlib
import sys

import numpy as np
import torch
from safetensors.torch import load_file

import golden

with contextlib.redirect_stdout(sys.stderr):
    import weightwatcher


def matrices(folder):
    weights = load_file(folder + "/model.safetensors")
    for name in ["mlp.down_proj", "mlp.gate_proj", "self_attn.k_proj", "self_attn.o_proj", "self_attn.q_proj"]:
        yield name, weights[f"model.layers.0.{name}.weight"].float()
    random = np.random.default_rng(6)
    yield "gaussian", torch.tensor(random.normal(size=(120, 80)), dtype=torch.float32)
    yield "heavy-tailed", torch.tensor(random.standard_t(2, size=(100, 90)), dtype=torch.float32)


def main():
    named = list(matrices(str(golden.ROOT.parent / "shared/models/stories260k")))
    model = torch.nn.ModuleDict()
    for name, weight in named:
        linear = torch.nn.Linear(weight.shape[1], weight.shape[0], bias=False)
        linear.weight.data = weight
        model[name.replace(".", "_")] = linear
    with contextlib.redirect_stdout(sys.stderr):
        details = weightwatcher.WeightWatcher(model=model).analyze(min_evals=2)
    rows = {row["longname"] if "longname" in row else row["name"]: row for _, row in details.iterrows()}
    values = []
    for name, weight in named:
        row = rows[name.replace(".", "_")]
        eigenvalues = np.linalg.svd(weight.double().numpy(), compute_uv=False) ** 2
        values.append({
            "name": name,
            "eigenvalues": [float(f"{x:.9g}") for x in eigenvalues],
            "alpha": row["alpha"],
            "xmin": row["xmin"],
            "distance": row["D"],
            "weightedAlpha": row["alpha_weighted"],
            "logAlphaNorm": row["log_alpha_norm"],
        })
    golden.write("libs/alignment-metrics", "weighted-alpha", values, packages=["numpy", "safetensors", "torch", "weightwatcher"])


main()
