#!/usr/bin/env python3
"""Compares what jobs left with Python's transformers and peft: our logits of an adapter, of the model that it was merged
into, and of a model all of whose weights were trained.

Needs: torch, transformers, peft, safetensors.
Use: oracles/check_adapter.py [RESULTS_FOLDER [MODEL_FOLDER]]
RESULTS_FOLDER is what the acceptance tests leave in acceptance/target/acceptance: adapter/ in PEFT's layout, merged/ in
Hugging Face's, perhaps model/ in the same, and logits.json with the tokens of a prompt and our float32 logits, with the
adapter ("tuned"), without ("base") and of model/ ("model"). MODEL_FOLDER is .cache/models/smollm2-135m-instruct by
default. Fails when a logit differs by more than 1e-4.
"""
import json
import sys
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM

from load_adapter import logits

ROOT = Path(__file__).resolve().parent.parent
TOLERANCE = 1e-4


def of_model(folder, tokens):
    model = AutoModelForCausalLM.from_pretrained(folder)
    assert model.dtype == torch.float32, f"{folder} loads as {model.dtype}"
    with torch.no_grad():
        return model.eval()(torch.tensor([tokens])).logits[0]


def main(results=ROOT / "acceptance/target/acceptance", model=ROOT / ".cache/models/smollm2-135m-instruct"):
    results = Path(results)
    ours = json.loads((results / "logits.json").read_text())
    tokens = ours["tokens"]
    tuned, base = logits(model, results / "adapter", tokens)
    merged = of_model(results / "merged", tokens)
    compared = {"our adapter": (ours["tuned"], tuned), "our base": (ours["base"], base), "merged model": (merged, tuned)}
    if "model" in ours:
        compared["our whole model"] = (ours["model"], of_model(results / "model", tokens))
    worst = 0.0
    for name, (mine, theirs) in compared.items():
        difference = (torch.as_tensor(mine, dtype=torch.float32).reshape(theirs.shape) - theirs).abs().max().item()
        print(f"{name}: {theirs.numel()} logits of {len(tokens)} tokens, largest difference {difference:.1e}")
        worst = max(worst, difference)
    print(f"the adapter changes them by up to {(tuned - base).abs().max().item():.3f}")
    if not worst <= TOLERANCE:
        sys.exit(f"logits differ by more than {TOLERANCE}")


if __name__ == "__main__":
    if len(sys.argv) > 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
