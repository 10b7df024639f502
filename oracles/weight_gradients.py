#!/usr/bin/env python3
"""Gradients of all weights of the tiny checkpoints of families.py, by transformers in float32.

Needs: torch, transformers, peft (which families.py imports).
Use, from the repository root: oracles/weight_gradients.py   (after oracles/families.py)
Writes libs/causal-lm/src/test/resources/golden/weight_gradients.json: of every tensor the norm of the gradient of
0.1 (log p(chosen | prompt) - log p(rejected | prompt)), and every 29th of its elements. A tied head has no entry of its own.
"""
import torch
import transformers

import families
import golden

EVERY = 29


def case(name, kind, fields):
    model = families.load(name, getattr(transformers, kind)(**{**families.SHAPE, **fields}))
    chosen = families.log_probabilities(model, families.CHOSEN)
    rejected = families.log_probabilities(model, families.REJECTED)
    (0.1 * (chosen.sum() - rejected.sum())).backward()
    return {"name": name,
            "gradients": {key: {"norm": families.plain(leaf.grad.norm())[0],
                                "some": families.plain(leaf.grad.flatten()[::EVERY])}
                          for key, leaf in model.named_parameters()}}


def main():
    torch.set_num_threads(1)
    golden.write("libs/causal-lm", "weight_gradients", {
        "every": EVERY,
        "cases": [case(name, kind, fields) for name, (kind, fields, _) in families.CASES.items()],
    }, packages=["torch", "transformers", "peft"])


if __name__ == "__main__":
    main()
