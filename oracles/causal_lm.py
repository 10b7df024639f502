#!/usr/bin/env python3
"""Golden values of the decoder, LoRA and one DPO batch, by transformers and PyTorch in float32.

Needs: torch, transformers.
Use, from the repository root: oracles/causal_lm.py
Reads ../shared/models/stories260k and .cache/models/smollm2-135m-instruct (with weights),
writes libs/causal-lm/src/test/resources/golden/{stories260k,smollm2,dpo_lora}.json.

The LoRA case: r = 4, alpha = 8 (so delta W = 2 B A) on all seven projections of every layer. Module n counts
layer by layer in the order q, k, v, o, gate, up, down (n = 7 layer + position). In double, then rounded to float32:
    A_n[i, j] = 0.1  sin(0.37 i + j + n)    of shape [4, in]
    B_n[i, j] = 0.1 cos(0.37 i + j + n)     of shape [out, 4]
"""
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F
from transformers import AutoModelForCausalLM, AutoTokenizer

import golden

ROOT = Path(__file__).resolve().parent.parent
STORIES = ROOT.parent / "shared/models/stories260k"
SMOLLM2 = ROOT / ".cache/models/smollm2-135m-instruct"

RANK, ALPHA, AMPLITUDE, BETA = 4, 8, 0.1, 0.1
PROJECTIONS = ["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj",
               "mlp.gate_proj", "mlp.up_proj", "mlp.down_proj"]
SHOWN = ["model.layers.0.self_attn.q_proj", "model.layers.2.mlp.down_proj", "model.layers.4.self_attn.v_proj",
         "model.layers.4.mlp.gate_proj"]
PAIRS = [
    {"prompt": [1, 403, 407, 261, 378], "chosen": [429, 268, 388, 2], "rejected": [432, 311, 265, 394, 267, 2]},
    {"prompt": [1, 286, 396], "chosen": [270, 408, 421, 399, 312, 2], "rejected": [281, 2]},
    {"prompt": [1, 420, 298, 333, 291, 411, 350], "chosen": [276, 2], "rejected": [500, 17, 260, 2]},
]


def plain(values):
    """float32 values as the shortest decimals that read back to the same float32."""
    return [float(str(v)) for v in np.asarray(values.detach() if hasattr(values, "detach") else values,
                                              dtype=np.float32).ravel()]


def write(name, value):
    golden.write("libs/causal-lm", name, value, packages=["numpy", "torch", "transformers"])


def load(folder):
    return AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()


def greedy(model, tokens, new_tokens):
    out = model.generate(torch.tensor([tokens]), max_new_tokens=new_tokens, do_sample=False, pad_token_id=2)
    return out[0, len(tokens):].tolist()


@torch.no_grad()
def stories260k():
    model = load(STORIES)
    cases = []
    for tokens, positions in [([1], [0]),
                              ([1, 403, 407, 261, 378, 429, 268, 388], [0, 4, 7]),
                              ([(7 * i + 3) % 512 for i in range(200)], [1, 100, 199])]:
        logits = model(torch.tensor([tokens])).logits[0]
        cases.append({"tokens": tokens, "positions": positions, "logits": [plain(logits[p]) for p in positions]})
    write("stories260k", {"cases": cases, "greedy": {"prompt": [1], "continuation": greedy(model, [1], 64)}})


@torch.no_grad()
def smollm2():
    model, tokenizer = load(SMOLLM2), AutoTokenizer.from_pretrained(SMOLLM2)
    ask = lambda text: tokenizer.apply_chat_template([{"role": "user", "content": text}], add_generation_prompt=True,
                                                     return_dict=False)
    question, long_question = "What is the capital of France?", "Tell me a story about a lighthouse."
    tokens = ask(question)
    logits = model(torch.tensor([tokens])).logits[0]
    entries = [(769 * i + 11) % logits.shape[-1] for i in range(64)]
    positions = []
    for p in [0, len(tokens) // 2, len(tokens) - 1]:
        top = logits[p].topk(8)
        positions.append({"position": p, "top": top.indices.tolist(), "topLogits": plain(top.values),
                          "entryLogits": plain(logits[p, entries]),
                          "logSumExp": plain(logits[p].logsumexp(-1))[0]})
    continuation = greedy(model, tokens, 64)
    write("smollm2", {"question": question, "tokens": tokens, "entries": entries, "positions": positions,
                           "greedy": continuation, "greedyText": tokenizer.decode(continuation),
                           "longTokens": ask(long_question), "longGreedy": greedy(model, ask(long_question), 64)})


class LoraLinear(torch.nn.Module):
    def __init__(self, base, n):
        super().__init__()
        self.base, self.scale, self.enabled = base, ALPHA / RANK, True
        wide = lambda rows, cols: 0.37 * np.arange(rows)[:, None] + np.arange(cols)[None, :] + n
        of = lambda values: torch.nn.Parameter(torch.tensor((AMPLITUDE * values).astype(np.float32)))
        self.A, self.B = of(np.sin(wide(RANK, base.in_features))), of(np.cos(wide(base.out_features, RANK)))

    def forward(self, x):
        y = self.base(x)
        return y + self.scale * F.linear(F.linear(x, self.A), self.B) if self.enabled else y


def adapt(model):
    modules = {}
    for layer in range(model.config.num_hidden_layers):
        for position, projection in enumerate(PROJECTIONS):
            name = f"model.layers.{layer}.{projection}"
            parent, leaf = name.rsplit(".", 1)
            owner = model.get_submodule(parent)
            modules[name] = LoraLinear(getattr(owner, leaf), 7 * layer + position)
            setattr(owner, leaf, modules[name])
    return modules


def log_probability(model, prompt, response):
    tokens = torch.tensor([prompt + response])
    logits = model(tokens).logits[0, len(prompt) - 1:-1]
    return logits.log_softmax(-1).gather(-1, torch.tensor(response)[:, None]).sum()


def both(model):
    return [torch.stack([log_probability(model, p["prompt"], p[side]) for p in PAIRS])
            for side in ("chosen", "rejected")]


def dpo_lora():
    model = load(STORIES).requires_grad_(False)
    modules = adapt(model)
    parameters = {f"{name}.{side}": getattr(m, side) for name, m in modules.items() for side in "AB"}
    for m in modules.values():
        m.enabled = False
    with torch.no_grad():
        reference = both(model)
    for m in modules.values():
        m.enabled = True

    def loss_of():
        chosen, rejected = both(model)
        h = (chosen - rejected) - (reference[0] - reference[1])
        return -F.logsigmoid(BETA * h).mean(), chosen, rejected

    loss, chosen, rejected = loss_of()
    loss.backward()
    result = {
        "rank": RANK, "alpha": ALPHA, "amplitude": AMPLITUDE, "beta": BETA, "pairs": PAIRS,
        "reference": {"chosen": plain(reference[0]), "rejected": plain(reference[1])},
        "policy": {"chosen": plain(chosen), "rejected": plain(rejected)},
        "loss": plain(loss)[0],
        "gradientNorms": {name: plain(p.grad.norm())[0] for name, p in parameters.items()},
        "gradients": {f"{name}.{side}": plain(getattr(modules[name], side).grad) for name in SHOWN for side in "AB"},
    }
    optimizer = torch.optim.AdamW(parameters.values(), lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0)
    losses = []
    for _ in range(10):
        optimizer.zero_grad()
        loss = loss_of()[0]
        losses.append(plain(loss)[0])
        loss.backward()
        optimizer.step()
    result["adamw"] = {
        "learningRate": 1e-3, "betas": [0.9, 0.999], "eps": 1e-8, "weightDecay": 0, "losses": losses,
        "lossAfter": plain(loss_of()[0])[0],
        "sums": {name: plain(p.detach().double().sum())[0] for name, p in parameters.items()},
        "parameters": {f"{name}.{side}": plain(getattr(modules[name], side)) for name in SHOWN for side in "AB"},
    }
    write("dpo_lora", result)


if __name__ == "__main__":
    torch.manual_seed(0)
    stories260k()
    dpo_lora()
    smollm2()
