#!/usr/bin/env python3
"""Loads a PEFT adapter onto its base model with Python peft and prints the logits of one prompt as JSON.

Needs: torch, transformers, peft, safetensors.
Use: oracles/load_adapter.py MODEL_FOLDER ADAPTER_FOLDER PROMPT_TOKEN_IDS
PROMPT_TOKEN_IDS is a comma-separated list. Prints one line: {"shape": [tokens, vocabulary], "logits": [[...], ...],
"base": [...]}, float32; "base" holds the last position's logits with the adapter off. It fails when the adapter's
tensors are not exactly those that peft expects.
"""
import contextlib
import json
import sys
from pathlib import Path

import torch
from peft import PeftModel, get_peft_model_state_dict
from safetensors import safe_open
from transformers import AutoModelForCausalLM


def logits(model_folder, adapter_folder, tokens):
    """Logits with the adapter and without, each a float32 tensor [tokens, vocabulary]."""
    with contextlib.redirect_stdout(sys.stderr), torch.no_grad():
        base = AutoModelForCausalLM.from_pretrained(model_folder, dtype=torch.float32)
        model = PeftModel.from_pretrained(base, adapter_folder).eval()
        with safe_open(Path(adapter_folder) / "adapter_model.safetensors", "pt") as file:
            difference = set(file.keys()) ^ set(get_peft_model_state_dict(model))
        if difference:
            sys.exit(f"the adapter's tensors are not those of its configuration: {sorted(difference)}")
        prompt = torch.tensor([tokens])
        tuned = model(prompt).logits[0]
        with model.disable_adapter():
            return tuned, model(prompt).logits[0]


def main(model_folder, adapter_folder, prompt):
    tuned, base = logits(model_folder, adapter_folder, [int(t) for t in prompt.split(",")])
    json.dump({"shape": list(tuned.shape), "logits": tuned.tolist(), "base": base[-1].tolist()}, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
