#!/usr/bin/env python3
"""Compares our logits of a trained adapter with those of Python peft on the same base model.

Needs: torch, transformers, peft, safetensors.
Use: oracles/check_adapter.py [RESULTS_FOLDER [MODEL_FOLDER]]
RESULTS_FOLDER is what the acceptance tests leave in acceptance/target/acceptance: adapter/ in PEFT's layout, and
logits.json with the tokens of a prompt and our float32 logits, with the adapter ("tuned") and without ("base").
MODEL_FOLDER is .cache/models/smollm2-135m-instruct by default. Fails when a logit differs by more than 1e-4.
"""
import json
import sys
from pathlib import Path

import torch

from load_adapter import logits

ROOT = Path(__file__).resolve().parent.parent
TOLERANCE = 1e-4


def main(results=ROOT / "acceptance/target/acceptance", model=ROOT / ".cache/models/smollm2-135m-instruct"):
    ours = json.loads((Path(results) / "logits.json").read_text())
    tuned, base = logits(model, Path(results) / "adapter", ours["tokens"])
    differences = {}
    for name, theirs in {"tuned": tuned, "base": base}.items():
        mine = torch.tensor(ours[name], dtype=torch.float32).reshape(theirs.shape)
        differences[name] = (mine - theirs).abs().max().item()
        print(f"{name}: {theirs.numel()} logits of {len(ours['tokens'])} tokens, largest difference {differences[name]:.1e}")
    print(f"the adapter changes them by up to {(tuned - base).abs().max().item():.3f}")
    if not max(differences.values()) <= TOLERANCE:
        sys.exit(f"our logits are not those of peft to {TOLERANCE}")


if __name__ == "__main__":
    if len(sys.argv) > 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
