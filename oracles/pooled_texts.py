#!/usr/bin/env python3
"""Golden values of texts as mean-pooled last hidden states, by transformers in float32, one text at a time.

Needs: torch, transformers.
Use, from the repository root: oracles/pooled_texts.py
Reads ../shared/models/stories260k, writes libs/training/src/test/resources/golden/pooled_texts.json.
"""
from pathlib import Path

import torch
from transformers import AutoModel, AutoTokenizer

import golden

STORIES = Path(__file__).resolve().parent.parent.parent / "shared/models/stories260k"
TEXTS = ["Once upon a time", ".", "The cat sat on the mat. It was a big mat, and the cat was happy.",
         "Once upon a time, there was a little girl named Lily. " * 40, "Ünïcode → text", " leading blank"]


@torch.no_grad()
def vectors():
    model = AutoModel.from_pretrained(STORIES, dtype=torch.float32).eval()
    tokenizer = AutoTokenizer.from_pretrained(STORIES)
    most = model.config.max_position_embeddings
    for text in TEXTS:
        tokens = [tokenizer.bos_token_id] + tokenizer.encode(text, add_special_tokens=False)
        tokens = tokens[:min(1024, most)]
        states = model(torch.tensor([tokens])).last_hidden_state[0]
        yield {"text": text, "tokens": tokens, "vector": [float(str(v)) for v in states.mean(0).numpy()]}


if __name__ == "__main__":
    torch.manual_seed(0)
    golden.write("libs/training", "pooled_texts", {"cases": list(vectors())}, packages=["torch", "transformers"])
