#!/usr/bin/env python3
"""Adapters as PEFT itself saves them, on the tiny checkpoints of families.py, and what PEFT computes with them.

Needs: torch, transformers, peft.
Use, from the repository root: oracles/adapters.py   (after oracles/families.py)
Writes, below libs/causal-lm/src/test/resources: adapters/NAME/adapter_config.json, adapters/NAME/adapter_model.safetensors
and golden/adapters.json.

They differ in what of a model they adapt: some layers, fused projections, names that are ends of paths, a regular
expression, everything; and in how the update is scaled. Gradients are those of 0.1 (log p(chosen | prompt) -
log p(rejected | prompt)), as in families.py.
"""
import shutil

import torch
import transformers
from peft import LoraConfig, get_peft_model

import families
import golden

FOLDERS = golden.ROOT / "libs/causal-lm/src/test/resources/adapters"

# name: checkpoint, settings of the adapter
CASES = {
    "top-rslora": ("llama", dict(r=4, lora_alpha=6, use_rslora=True, layers_to_transform=[1],
                                 target_modules=["q_proj", "v_proj", "down_proj"])),
    "fused-first-layer": ("phi3", dict(r=2, lora_alpha=4, layers_to_transform=0,
                                       target_modules=["qkv_proj", "down_proj"])),
    "ends-of-paths": ("gemma3", dict(r=3, lora_alpha=3, lora_dropout=0.1,
                                     target_modules=["self_attn.o_proj", "mlp.up_proj"])),
    "expression": ("llama", dict(r=2, lora_alpha=4, use_rslora=True, target_modules=r"model\.layers\.1\..*\.(q|k)_proj")),
    "everything": ("qwen2", dict(r=1, lora_alpha=2, target_modules="all-linear")),
}


def case(name, checkpoint, settings):
    kind, fields, _ = families.CASES[checkpoint]
    model = families.load(checkpoint, getattr(transformers, kind)(**{**families.SHAPE, **fields}))
    peft = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", **settings)).eval()
    generator = torch.Generator().manual_seed(len(name))
    leaves = {key: leaf for key, leaf in peft.named_parameters() if leaf.requires_grad}
    for key, leaf in leaves.items():
        leaf.data = 0.2 * torch.randn(leaf.shape, generator=generator)
    peft.save_pretrained(FOLDERS / name)
    (FOLDERS / name / "README.md").unlink()
    with torch.no_grad():
        logits = peft(torch.tensor([families.TOKENS])).logits[0]
    chosen = families.log_probabilities(peft, families.CHOSEN)
    rejected = families.log_probabilities(peft, families.REJECTED)
    (0.1 * (chosen.sum() - rejected.sum())).backward()
    return {"name": name, "checkpoint": checkpoint,
            "logits": [families.plain(logits[p]) for p in families.POSITIONS],
            "gradients": {key.replace(".default", ""): families.plain(leaf.grad) for key, leaf in leaves.items()}}


def main():
    torch.set_num_threads(1)
    shutil.rmtree(FOLDERS, ignore_errors=True)
    cases = [case(name, *arguments) for name, arguments in CASES.items()]
    golden.write("libs/causal-lm", "adapters", {
        "tokens": families.TOKENS, "positions": families.POSITIONS, "prompt": families.PROMPT,
        "chosen": families.CHOSEN, "rejected": families.REJECTED, "cases": cases,
    }, packages=["torch", "transformers", "peft", "safetensors"])


if __name__ == "__main__":
    main()
