#!/usr/bin/env python3
"""Golden values of AdamW, by torch.optim.AdamW in float32.

Needs: torch.
Use, from the repository root: oracles/adamw.py
Writes libs/torch/src/test/resources/golden/adamw.json.

Two parameters, [3, 4] and [5]. With wave(count, scale, stretch, shift)[i] = scale sin(stretch i + shift), in double
and then rounded to float32, they start at wave(12, 0.5, 0.7, 0) and wave(5, 0.5, 0.7, 20); at step t = 0, 1, ... their
gradients are wave(12, 0.3, 1.3, t) and wave(5, 0.3, 1.3, t + 20). The learning rate of step t is rates[t].
"""

import numpy as np
import torch

import golden

STEPS = 30
SHOWN = [1, 2, 10, STEPS]
CASES = [
    {"name": "defaults without decay", "beta1": 0.9, "beta2": 0.999, "eps": 1e-8, "weightDecay": 0.0},
    {"name": "weight decay", "beta1": 0.9, "beta2": 0.999, "eps": 1e-8, "weightDecay": 0.1},
    {"name": "short memory", "beta1": 0.5, "beta2": 0.9, "eps": 1e-8, "weightDecay": 0.01},
    {"name": "large eps", "beta1": 0.9, "beta2": 0.95, "eps": 1e-2, "weightDecay": 0.05},
]


def wave(count, scale, stretch, shift, *shape):
    return torch.from_numpy((scale * np.sin(stretch * np.arange(count) + shift)).astype(np.float32)).reshape(shape)


def plain(values):
    """float32 values as the shortest decimals that read back to the same float32."""
    return [float(str(v)) for v in values.detach().numpy().ravel()]


def run(case):
    parameters = [torch.nn.Parameter(wave(12, 0.5, 0.7, 0, 3, 4)), torch.nn.Parameter(wave(5, 0.5, 0.7, 20, 5))]
    rates = [0.02 * (1 - t / (2 * STEPS)) for t in range(STEPS)]
    optimiser = torch.optim.AdamW(parameters, betas=(case["beta1"], case["beta2"]), eps=case["eps"],
                                  weight_decay=case["weightDecay"])
    after = []
    for t, rate in enumerate(rates):
        optimiser.param_groups[0]["lr"] = rate
        parameters[0].grad = wave(12, 0.3, 1.3, t, 3, 4)
        parameters[1].grad = wave(5, 0.3, 1.3, t + 20, 5)
        optimiser.step()
        if t + 1 in SHOWN:
            after.append({"steps": t + 1, "first": plain(parameters[0]), "second": plain(parameters[1])})
    return {**case, "rates": rates, "after": after}


golden.write("libs/torch", "adamw", {"cases": [run(case) for case in CASES]}, packages=["numpy", "torch"])
