#!/usr/bin/env python3
"""Golden values of every link, of f-DPO and of the SFT term: TRL's own loss and its gradient.

Needs: torch, trl.
Use, from the repository root: oracles/links.py
Writes libs/objective/src/test/resources/golden/links.json.

Everything in single precision, as TRL trains. TRL has no label smoothing for its `sigmoid` loss, so cDPO is its
definition under PyTorch's autograd. TRL's SFT term is a mean over all tokens of the batch and ours over pairs; they are
compared on responses of one length.
"""
import itertools

import torch
from torch.nn import functional as F

import golden
import trl_dpo

PAIRS, TOKENS = 7, 6

SMOOTHED = {"robust": [0.1, 0.3], "exo_pair": [0.001, 0.2], "aot": [0.0, 0.25], "aot_unpaired": [0.0, 0.25]}
PLAIN = ["sigmoid", "hinge", "ipo", "nca_pair", "bco_pair", "sppo_hard", "apo_zero", "apo_down"]
MARGIN = [("sigmoid", {}), ("hinge", {}), ("ipo", {}), ("exo_pair", {"labelSmoothing": 0.2}),
          ("robust", {"labelSmoothing": 0.1}), ("discopop", {"tau": 0.05})]
IMPLICIT = [("forward_kl", {}, "forward_kl", 1.0), ("js", {}, "js_divergence", 1.0),
            ("alpha", {"order": 0.5}, "alpha_divergence", 0.5), ("alpha", {"order": 1.7}, "alpha_divergence", 1.7)]


def batch(equal_lengths):
    generator = torch.Generator().manual_seed(5 + equal_lengths)
    reference = -torch.rand(2 * PAIRS, TOKENS, generator=generator) * 3
    policy = reference + torch.randn(2 * PAIRS, TOKENS, generator=generator) * 0.6
    lengths = torch.full((2 * PAIRS,), TOKENS) if equal_lengths else torch.randint(
        1, TOKENS + 1, (2 * PAIRS,), generator=generator)
    mask = (torch.arange(TOKENS) < lengths[:, None]).long()
    return policy, reference, mask


def case(options, implicit, beta, loss, sft=0.0):
    """The gradient by a response's sum is that by its first token."""
    policy, reference, mask = batch(bool(sft))
    per_token = policy.clone().requires_grad_()
    chosen, rejected = (reference * mask).sum(1).chunk(2)
    value = loss(per_token, mask, chosen, rejected)
    gradient, = torch.autograd.grad(value, per_token)
    sums = (policy * mask).sum(1).chunk(2)
    return {"objective": {"link": options, "implicit": implicit, "beta": beta, "sft": sft},
            "policy": [s.tolist() for s in sums], "reference": [chosen.tolist(), rejected.tolist()],
            "lengths": [n.tolist() for n in mask.sum(1).chunk(2)],
            "loss": value.item(), "gradient": [g.tolist() for g in gradient[:, 0].chunk(2)]}


def trl(name, beta, **options):
    return lambda *tensors: trl_dpo.loss(*tensors, beta=beta, loss_type=name, **options)


def cdpo(beta, smoothing):
    def loss(per_token, mask, chosen, rejected):
        policy_chosen, policy_rejected = (per_token * mask).sum(1).chunk(2)
        delta = beta * (policy_chosen - chosen - policy_rejected + rejected)
        return (-(1 - smoothing) * F.logsigmoid(delta) - smoothing * F.logsigmoid(-delta)).mean()
    return loss


def cases():
    plain = {"name": "reverse_kl"}
    for beta in [0.05, 0.1, 1.0]:
        for name in PLAIN:
            yield case({"name": name}, plain, beta, trl(name, beta))
        for name, values in SMOOTHED.items():
            for smoothing in values:
                yield case({"name": name, "labelSmoothing": smoothing}, plain, beta,
                           trl(name, beta, label_smoothing=smoothing))
        for smoothing in [0.1, 0.5]:
            yield case({"name": "sigmoid", "labelSmoothing": smoothing}, plain, beta, cdpo(beta, smoothing))
        for tau in [0.05, 1.0]:
            yield case({"name": "discopop", "tau": tau}, plain, beta, trl("discopop", beta, discopop_tau=tau))
        for (name, options), (implicit, parameters, theirs, alpha) in itertools.product(MARGIN, IMPLICIT):
            yield case({"name": name, **options}, {"name": implicit, **parameters}, beta,
                       trl(name, beta, label_smoothing=options.get("labelSmoothing", 0.0), f_divergence=theirs,
                           f_alpha=alpha))
    for order in [0.0, 1.0, 2.0]:
        yield case({"name": "sigmoid"}, {"name": "alpha", "order": order}, 0.1,
                   trl("sigmoid", 0.1, f_divergence="alpha_divergence", f_alpha=order))
    for weight in [0.5, 2.0]:
        yield case({"name": "sigmoid"}, plain, 0.1, trl("sigmoid", 0.1, sft=weight), sft=weight)


if __name__ == "__main__":
    golden.write("libs/objective", "links", {"cases": list(cases())},
                 packages=["torch", "trl"])
