"""Fits the spectra of a model's weight matrices with WeightWatcher: the peer of `bench alpha`.

python weight_alphas.py MODEL TENSOR,TENSOR... prints seconds, alpha-hat, and alpha of each tensor as JSON. MODEL is a Hugging Face
folder; reading it is not part of the time.
"""

import contextlib
import json
import sys
import time
from pathlib import Path

import torch
from safetensors.torch import load_file

with contextlib.redirect_stdout(sys.stderr):
    import weightwatcher


def main(folder, tensors):
    weights = {}
    for file in sorted(Path(folder).glob("*.safetensors")):
        weights.update(load_file(file))
    model = torch.nn.ModuleDict()
    names = {tensor.replace(".", "-"): tensor for tensor in tensors}
    for name, tensor in names.items():
        weight = weights[tensor].float()
        model[name] = torch.nn.Linear(weight.shape[1], weight.shape[0], bias=False)
        model[name].weight.data = weight
    with contextlib.redirect_stdout(sys.stderr):
        watcher = weightwatcher.WeightWatcher(model=model)
        start = time.perf_counter()
        details = watcher.analyze(min_evals=2)
        seconds = time.perf_counter() - start
    alphas = {names[row["longname"]]: row["alpha"] for _, row in details.iterrows()}
    print(json.dumps({"seconds": seconds, "weightedAlpha": details["alpha_weighted"].mean(), "alphas": alphas}))


main(sys.argv[1], sys.argv[2].split(","))
