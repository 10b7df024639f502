#!/usr/bin/env python3
"""Tiny checkpoints of every architecture and what transformers and PEFT compute with them, in float32.

Needs: torch, transformers, peft.
Use, from the repository root: oracles/families.py
Writes, below libs/causal-lm/src/test/resources: families/NAME/config.json, families/NAME/model.safetensors (float16;
a name of the form A-B has the weights of A) and golden/families.json.

All weights are random, large enough that every part of a model changes its logits. Windows are shorter and trained
lengths of rotary scalings smaller than the sequences. The adapter is one of r = 2 and alpha = 4 on every projection.
Module n counts layer by layer, projections in their order of use. In double, then rounded to float32:
    A_n[i, j] = 0.1  sin(0.37 i + j + n)    of shape [2, in]
    B_n[i, j] = 0.1 cos(0.37 i + j + n)     of shape [out, 2]
Gradients are those of 0.1 (log p(chosen | prompt) - log p(rejected | prompt)).
"""
import json
import shutil

import numpy as np
import torch
import transformers
from peft import LoraConfig, get_peft_model
from safetensors.torch import load_file, save_file

import golden

FOLDERS = golden.ROOT / "libs/causal-lm/src/test/resources/families"

RANK, ALPHA, AMPLITUDE = 2, 4, 0.1
TOKENS = [(23 * i + 7 * i * i + 5) % 64 for i in range(24)]
POSITIONS = [0, 5, 6, 15, 23]
PROMPT, CHOSEN, REJECTED = TOKENS[:5], TOKENS[5:14], [9, 61, 30, 4, 4, 17, 50]
APART = ["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj",
         "mlp.gate_proj", "mlp.up_proj", "mlp.down_proj"]
FUSED = ["self_attn.qkv_proj", "self_attn.o_proj", "mlp.gate_up_proj", "mlp.down_proj"]

SHAPE = dict(vocab_size=64, hidden_size=32, intermediate_size=40, num_hidden_layers=2, num_attention_heads=4,
             num_key_value_heads=2, max_position_embeddings=64, bos_token_id=None, eos_token_id=None, pad_token_id=None)


def rope(kind, theta=10_000.0, **fields):
    return {"rope_type": kind, "rope_theta": theta, **fields}


# name: configuration class, fields beside the shape, length of the prompt that is continued
CASES = {
    "llama": ("LlamaConfig", {}, 8),
    "llama-linear": ("LlamaConfig", dict(rope_parameters=rope("linear", factor=3.0)), 8),
    "llama-dynamic": ("LlamaConfig", dict(rope_parameters=rope("dynamic", factor=3.0), max_position_embeddings=16), 8),
    "llama-yarn": ("LlamaConfig", dict(rope_parameters=rope(
        "yarn", factor=4.0, original_max_position_embeddings=16, beta_fast=4.0, beta_slow=0.5)), 8),
    "llama-llama3": ("LlamaConfig", dict(rope_parameters=rope(
        "llama3", factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=16)), 8),
    "mistral": ("MistralConfig", dict(sliding_window=6, head_dim=16), 8),
    "qwen2": ("Qwen2Config", dict(use_sliding_window=True, sliding_window=6, max_window_layers=1,
                                  tie_word_embeddings=True), 8),
    "qwen3": ("Qwen3Config", dict(head_dim=16, tie_word_embeddings=True), 8),
    "smollm3": ("SmolLM3Config", dict(no_rope_layer_interval=2, attention_bias=True, mlp_bias=True), 8),
    "gemma2": ("Gemma2Config", dict(sliding_window=6, head_dim=16, query_pre_attn_scalar=12,
                                    attn_logit_softcapping=2.0, final_logit_softcapping=1.0), 8),
    "gemma3": ("Gemma3TextConfig", dict(sliding_window=6, head_dim=16, query_pre_attn_scalar=12,
                                        layer_types=["sliding_attention", "full_attention"],
                                        rope_parameters={"sliding_attention": rope("default", 100.0),
                                                         "full_attention": rope("linear", 1e6, factor=4.0)}), 8),
    "phi3": ("Phi3Config", dict(sliding_window=6), 8),
    "phi3-longrope": ("Phi3Config", dict(
        original_max_position_embeddings=16, sliding_window=None,
        rope_parameters=rope("longrope", short_factor=[1.0, 1.25], long_factor=[1.5, 3.0],
                             partial_rotary_factor=0.5)), 8),
    "olmo2": ("Olmo2Config", {}, 8),
}


def plain(values):
    return [float(f"{v:.6g}") for v in np.asarray(values.detach(), dtype=np.float64).ravel()]


def randomise(model, seed):
    generator = torch.Generator().manual_seed(seed)
    for name, parameter in model.named_parameters():
        noise = torch.randn(parameter.shape, generator=generator)
        around = 0.0 if parameter.dim() > 1 or name.endswith("bias") or "Gemma" in type(model).__name__ else 1.0
        spread = 0.3 if parameter.dim() == 1 else 1.3 / parameter.shape[1] ** 0.5
        if model.config.tie_word_embeddings:  # else a tied head answers with the token it has just read
            spread = 0.02 if "embed" in name else spread
            around += 15.0 if name == "model.norm.weight" else 0.0
        parameter.data = around + spread * noise


def write(name, config, seed):
    folder = FOLDERS / name
    folder.mkdir(parents=True)
    model = transformers.AutoModelForCausalLM.from_config(config)
    if "-" not in name:
        randomise(model, seed)
        state = {key: value.half().contiguous() for key, value in model.state_dict().items()}
        if config.tie_word_embeddings:
            del state["lm_head.weight"]
        save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
    saved = {**config.to_diff_dict(), "architectures": [type(model).__name__]}
    for key in ["transformers_version", "_name_or_path", "dtype"]:
        saved.pop(key, None)
    (folder / "config.json").write_text(json.dumps(saved, indent=2, sort_keys=True) + "\n")


def load(name, config):
    model = transformers.AutoModelForCausalLM.from_config(config, attn_implementation="eager").float().eval()
    state = load_file(FOLDERS / name.split("-")[0] / "model.safetensors")
    missing, unexpected = model.load_state_dict({k: v.float() for k, v in state.items()}, strict=False)
    assert not unexpected and set(missing) <= {"lm_head.weight"}, (missing, unexpected)
    model.tie_weights()
    return model


def log_probabilities(model, response):
    logits = model(torch.tensor([PROMPT + response])).logits[0, len(PROMPT) - 1:-1]
    return logits.log_softmax(-1).gather(-1, torch.tensor(response)[:, None])[:, 0]


def adapt(model, projections):
    peft = get_peft_model(model, LoraConfig(r=RANK, lora_alpha=ALPHA, lora_dropout=0.0,
                                            target_modules=[p.split(".")[1] for p in projections]))
    leaves = dict(peft.named_parameters())
    named = {}
    n = 0
    for layer in range(model.config.num_hidden_layers):
        for projection in projections:
            for side, function in [("A", np.sin), ("B", np.cos)]:
                module = f"base_model.model.model.layers.{layer}.{projection}.lora_{side}"
                leaf = leaves[module + ".default.weight"]
                rows, columns = leaf.shape
                angles = 0.37 * np.arange(rows)[:, None] + np.arange(columns)[None, :] + n
                leaf.data = torch.tensor((AMPLITUDE * function(angles)).astype(np.float32))
                named[module + ".weight"] = leaf
            n += 1
    assert len(named) == sum(leaf.requires_grad for leaf in leaves.values())
    return peft, named


def case(name, config, prompt_length):
    with torch.no_grad():
        logits = load(name, config)(torch.tensor([TOKENS])).logits[0]
        model = load(name, config)
        base = [log_probabilities(model, response) for response in (CHOSEN, REJECTED)]
        greedy = load(name, config).generate(torch.tensor([TOKENS[:prompt_length]]), max_new_tokens=16,
                                             do_sample=False, pad_token_id=0)
        greedy = greedy[0, prompt_length:].tolist()
    assert len(greedy) == 16 and len(set(greedy)) > 2, greedy
    model, leaves = adapt(load(name, config), FUSED if "Phi" in type(config).__name__ else APART)
    chosen, rejected = log_probabilities(model, CHOSEN), log_probabilities(model, REJECTED)
    (0.1 * (chosen.sum() - rejected.sum())).backward()
    return {"name": name, "weights": name.split("-")[0],
            "logits": [plain(logits[p]) for p in POSITIONS],
            "logProbabilities": {"chosen": plain(base[0]), "rejected": plain(base[1])},
            "greedy": {"prompt": TOKENS[:prompt_length], "continuation": greedy},
            "adapted": {"chosen": plain(chosen), "rejected": plain(rejected)},
            "gradients": {key: plain(leaf.grad) for key, leaf in leaves.items()}}


def main():
    torch.set_num_threads(1)
    shutil.rmtree(FOLDERS, ignore_errors=True)
    cases = []
    for seed, (name, (kind, fields, prompt_length)) in enumerate(CASES.items()):
        config = getattr(transformers, kind)(**{**SHAPE, **fields})
        write(name, config, seed)
        cases.append(case(name, config, prompt_length))
        print(name, max(map(max, cases[-1]["gradients"].values())), cases[-1]["greedy"]["continuation"])
    golden.write("libs/causal-lm", "families", {
        "rank": RANK, "alpha": ALPHA, "amplitude": AMPLITUDE, "tokens": TOKENS, "positions": POSITIONS,
        "prompt": PROMPT, "chosen": CHOSEN, "rejected": REJECTED, "cases": cases,
    }, packages=["torch", "transformers", "peft", "safetensors"])


if __name__ == "__main__":
    main()
