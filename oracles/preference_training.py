#!/usr/bin/env python3
"""Preference training of a tiny model by PyTorch: an adapter made by PEFT that goes on, and all weights.

Needs: torch, transformers, peft.
Use, from the repository root: oracles/preference_training.py
Writes, below libs/training/src/test/resources: adapters/peft/adapter_config.json and adapter_model.safetensors,
golden/continued_adapter.json and golden/full_training.json.

The model is a Llama whose numbers come, tensor by tensor in the order of tensors(), from the generator
    x <- (1103515245 x + 12345) mod 2^31,  u = x / 2^30 - 1
with x = seed at the start: 1 + 0.1 u in a norm, 0.3 u elsewhere, each rounded to float32. The reference has seed 1.
The loss is DPO's (beta 0.1) on four pairs in one batch, plus, where "divergence" says so, 0.5 times KL(policy, reference)
over the vocabulary, meaned over the tokens of a response and then over responses. AdamW without decay, constant rate.
"""
import shutil

import numpy as np
import torch
from peft import LoraConfig, PeftModel, get_peft_model, get_peft_model_state_dict
from torch.nn import functional as F
from transformers import LlamaConfig, LlamaForCausalLM

import golden

FOLDER = golden.ROOT / "libs/training/src/test/resources/adapters/peft"
BETA, ALPHA, STEPS, EVERY = 0.1, 0.5, 5, 37
SHAPE = dict(vocab_size=64, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4,
             num_key_value_heads=2, max_position_embeddings=128, bos_token_id=None, eos_token_id=None,
             pad_token_id=None)
PROJECTIONS = ["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj",
               "mlp.gate_proj", "mlp.up_proj", "mlp.down_proj"]
PAIRS = [
    {"prompt": [1, 40, 7, 26, 37], "chosen": [42, 26, 38, 2], "rejected": [3, 31, 26, 39, 26, 2]},
    {"prompt": [1, 28, 39], "chosen": [27, 40, 42, 39, 31, 2], "rejected": [28, 2]},
    {"prompt": [1, 42, 29, 33, 29, 41, 35], "chosen": [27, 2], "rejected": [50, 17, 26, 2]},
    {"prompt": [1, 9, 61], "chosen": [60, 5, 2], "rejected": [11, 2]},
]


def plain(values):
    return [float(f"{v:.7g}") for v in np.asarray(values.detach(), dtype=np.float64).ravel()]


def tensors(tied):
    names = ["model.embed_tokens.weight"]
    for layer in range(SHAPE["num_hidden_layers"]):
        parts = ["input_layernorm", "post_attention_layernorm"] + PROJECTIONS
        names += [f"model.layers.{layer}.{part}.weight" for part in parts]
    return names + ["model.norm.weight"] + ([] if tied else ["lm_head.weight"])


def model(seed, tied):
    llama = LlamaForCausalLM(LlamaConfig(**SHAPE, tie_word_embeddings=tied)).float().eval()
    parameters = dict(llama.named_parameters())
    x = seed
    for name in tensors(tied):
        values = np.empty(parameters[name].numel())
        for i in range(len(values)):
            x = (1103515245 * x + 12345) % 2**31
            values[i] = x / 2**30 - 1
        values = 1 + 0.1 * values if "norm" in name else 0.3 * values
        parameters[name].data = torch.tensor(values.astype(np.float32)).reshape(parameters[name].shape)
    assert set(parameters) == set(tensors(tied))
    return llama


def distributions(llama, pair, side):
    """Log-probabilities [tokens, vocabulary] at the positions that predict a response, and the response."""
    prompt, response = pair["prompt"], pair[side]
    logits = llama(torch.tensor([prompt + response])).logits[0, len(prompt) - 1:-1]
    return logits.log_softmax(-1), torch.tensor(response)


def loss_of(policy, reference, divergence):
    margins, kls = [], []
    for pair in PAIRS:
        ratios = []
        for side in ("chosen", "rejected"):
            p, response = distributions(policy, pair, side)
            with torch.no_grad():
                q, _ = distributions(reference, pair, side)
            taken = (p - q).gather(-1, response[:, None])
            ratios.append(taken.sum())
            kls.append((p.exp() * (p - q)).sum(-1).mean())
        margins.append(ratios[0] - ratios[1])
    loss = -F.logsigmoid(BETA * torch.stack(margins)).mean()
    return loss + ALPHA * torch.stack(kls).mean() if divergence else loss


def train(policy, reference, leaves, rate, divergence):
    optimizer = torch.optim.AdamW(leaves, lr=rate, betas=(0.9, 0.999), eps=1e-8, weight_decay=0)
    losses = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = loss_of(policy, reference, divergence)
        losses.append(plain(loss)[0])
        loss.backward()
        optimizer.step()
    return losses


def continued():
    torch.manual_seed(5)
    shutil.rmtree(FOLDER, ignore_errors=True)
    settings = LoraConfig(task_type="CAUSAL_LM", r=3, lora_alpha=6, lora_dropout=0.1, use_rslora=True,
                          layers_to_transform=[1], target_modules=["q_proj", "v_proj", "down_proj"])
    made = get_peft_model(model(1, tied=True), settings)
    for name, leaf in made.named_parameters():
        if leaf.requires_grad:
            leaf.data = 0.2 * torch.randn(leaf.shape)
    made.save_pretrained(FOLDER)
    (FOLDER / "README.md").unlink()
    policy = PeftModel.from_pretrained(model(1, tied=True), FOLDER, is_trainable=True).eval()
    leaves = [leaf for leaf in policy.parameters() if leaf.requires_grad]
    losses = train(policy, model(1, tied=True), leaves, 1e-2, divergence=False)
    golden.write("libs/training", "continued_adapter", {
        "seed": 1, "pairs": PAIRS, "learningRate": 1e-2, "losses": losses,
        "adapter": {name: plain(leaf) for name, leaf in get_peft_model_state_dict(policy).items()},
    }, packages=["torch", "transformers", "peft"])


def full():
    cases = []
    for tied in (True, False):
        for divergence in (False, True):
            reference = model(1, tied)
            policy = model(2, tied)
            loss = loss_of(policy, reference, divergence)
            loss.backward()
            trained = model(1, tied)
            losses = train(trained, reference, trained.parameters(), 1e-3, divergence)
            cases.append({
                "tied": tied, "divergence": divergence, "loss": plain(loss)[0],
                "gradients": {name: {"norm": plain(leaf.grad.norm())[0], "some": plain(leaf.grad.flatten()[::EVERY])}
                              for name, leaf in policy.named_parameters()},
                "losses": losses,
                "norms": {name: plain(leaf.norm())[0] for name, leaf in trained.named_parameters()}})
    golden.write("libs/training", "full_training", {
        "reference": 1, "policy": 2, "pairs": PAIRS, "alpha": ALPHA, "every": EVERY, "learningRate": 1e-3, "cases": cases,
    }, packages=["torch", "transformers"])


if __name__ == "__main__":
    torch.set_num_threads(1)
    continued()
    full()
