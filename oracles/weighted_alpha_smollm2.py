"""Golden values of the power-law fits of all projections of SmolLM2-135M-Instruct, with WeightWatcher.

Use, from the repository root: oracles/weighted_alpha_smollm2.py
Reads .cache/models/smollm2-135m-instruct.
"""

import contextlib
import re
import sys

import torch
from safetensors.torch import load_file

import golden

with contextlib.redirect_stdout(sys.stderr):
    import weightwatcher

PROJECTION = re.compile(r"model\.(layers\.\d+\.\w+\.\w+_proj)\.weight")


def main():
    model = torch.nn.ModuleDict()
    names = {}
    for tensor, weight in load_file(golden.ROOT / ".cache/models/smollm2-135m-instruct/model.safetensors").items():
        if match := PROJECTION.fullmatch(tensor):
            linear = torch.nn.Linear(weight.shape[1], weight.shape[0], bias=False)
            linear.weight.data = weight.float()
            model[match.group(1).replace(".", "-")] = linear
            names[match.group(1).replace(".", "-")] = "model." + match.group(1)
    with contextlib.redirect_stdout(sys.stderr):
        details = weightwatcher.WeightWatcher(model=model).analyze(min_evals=2)
    layers = {
        names[row["longname"]]: {
            "alpha": row["alpha"], "xmin": row["xmin"], "distance": row["D"], "weightedAlpha": row["alpha_weighted"]}
        for _, row in details.iterrows()
    }
    golden.write("libs/training", "smollm2-alpha", {
        "layers": layers,
        "weightedAlpha": float(details["alpha_weighted"].mean()),
        "meanAlpha": float(details["alpha"].mean()),
    }, packages=["safetensors", "torch", "weightwatcher"])


main()
