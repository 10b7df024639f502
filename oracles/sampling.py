#!/usr/bin/env python3
"""Golden nuclei: the tokens and probabilities that transformers' logits processors leave to draw from.

Needs: numpy, torch, transformers.
Use, from the repository root: oracles/sampling.py
Writes libs/causal-lm/src/test/resources/golden/sampling.json.
"""
import numpy as np
import torch
from transformers import LogitsProcessorList, TemperatureLogitsWarper, TopPLogitsWarper

import golden

CASES = [(temperature, top_p) for temperature in (0.3, 1.0, 1.7) for top_p in (0.05, 0.5, 0.9, 0.999)]


def case(seed, temperature, top_p):
    logits = np.random.default_rng(seed).normal(scale=2.5, size=48).astype(np.float32)
    warpers = LogitsProcessorList([TemperatureLogitsWarper(temperature), TopPLogitsWarper(top_p)])
    scores = warpers(torch.zeros(1, 1, dtype=torch.long), torch.tensor(logits)[None].double())[0]
    probabilities = scores.softmax(-1)
    return {"logits": [float(str(x)) for x in logits], "temperature": temperature, "topP": top_p,
            "probabilities": {str(i): float(f"{p:.9g}") for i, p in enumerate(probabilities.tolist()) if p > 0}}


if __name__ == "__main__":
    golden.write("libs/causal-lm", "sampling", {"cases": [case(i, *c) for i, c in enumerate(CASES)]},
                 packages=["numpy", "torch", "transformers"])
