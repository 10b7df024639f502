#!/usr/bin/env python3
"""Golden values of kernels, mixture weights and DPO's loss.

Needs: mpmath, torch, trl.
Use, from the repository root: oracles/objective.py
Writes libs/objective/src/test/resources/golden/objective.json.

Kernels by mpmath from the formula of D itself, with 50 digits; the mixture's gradients by PyTorch
in float64; DPO's loss and its gradient by the loss function of TRL's trainer on the same logits. TRL has no label
smoothing for its `sigmoid` loss, so cDPO is its definition under PyTorch's autograd.
"""

import math

import mpmath
import torch
from torch.nn import functional as F

import golden
import trl_dpo


MARGINS = [-9.5, -3.0, -0.7, -0.05, -1e-4, 1e-3, 0.09, 0.1, 0.4, 1.0, 2.5, 6.0, 11.0]
L, O = [0.05, 0.2, 0.8], [0.1, 0.3, 0.6]


def radial(variance):
    return lambda m, exp, cos: 2 * variance * (1 - exp(-m * m / (2 * variance)))


def polynomial(c, d):
    return lambda m, exp, cos: ((m * m + c) ** d - c ** d) / (d * c ** (d - 1))


def spectral(l, o, w):
    scale = sum(wi * (2 * li + oi * oi) for li, oi, wi in zip(l, o, w))
    return lambda m, exp, cos: sum(2 * wi * (1 - exp(-li * m * m) * cos(oi * m)) for li, oi, wi in zip(l, o, w)) / scale


def kernel_case(options, squared, spread=1.0):
    """psi and its slope at every margin."""
    mpmath.mp.dps = 50
    psi = lambda m: mpmath.sign(m) * mpmath.sqrt(squared(m, mpmath.exp, mpmath.cos))
    points = [mpmath.mpf(m) for m in MARGINS]
    return {"options": options, "spread": spread, "psi": [float(psi(m)) for m in points],
            "slope": [float(mpmath.diff(psi, m, h=mpmath.mpf(10) ** -15)) for m in points]}


def kernels():
    third = [mpmath.mpf(1) / 3] * 3
    return [
        kernel_case({"name": "none"}, lambda m, exp, cos: m * m),
        kernel_case({"name": "polynomial"}, polynomial(1, 2)),
        kernel_case({"name": "polynomial", "c": 0.5, "d": 5}, polynomial(0.5, 5)),
        kernel_case({"name": "rbf"}, radial(1)),
        kernel_case({"name": "rbf", "margin": {"sigma": 2.5}}, radial(6.25)),
        kernel_case({"name": "spectral"}, spectral(L, O, third)),
        kernel_case({"name": "spectral", "l": [0.3, 0.01], "o": [0, 0.2], "w": [0.25, 0.75]},
                    spectral([0.3, 0.01], [0, 0.2], [0.25, 0.75])),
        kernel_case({"name": "mahalanobis"}, radial(4), spread=4.0),
        kernel_case({"name": "mahalanobis", "floor": 0.5}, radial(0.5), spread=0.125),
    ]


def mixtures():
    """-log sigmoid(psi) of HMK, mean over the margins, minus the entropies; with every gradient."""
    m = torch.tensor(MARGINS, dtype=torch.float64, requires_grad=True)
    theta = torch.tensor([0.5, -0.25, 1.0, 0.0], dtype=torch.float64, requires_grad=True)
    phi = torch.tensor([-0.5, 0.75], dtype=torch.float64, requires_grad=True)
    eta, spread = 0.05, 2.0
    parts = [radial(1), polynomial(1, 2), spectral(L, O, [1 / 3] * 3), radial(spread)]
    squared = torch.stack([d(m, torch.exp, torch.cos) for d in parts])
    entropy = lambda w: -(w * w.log()).sum()
    lam, tau = theta.softmax(0), phi.softmax(0)
    cases = []
    for name, w, h in [("mixture", lam, entropy(lam)),
                       ("hmk", lam * tau.repeat_interleave(2), entropy(lam) + entropy(tau))]:
        effective = w / w.sum()
        psi = m.sign() * (effective @ squared).sqrt()
        loss = -F.logsigmoid(psi).mean() - eta * h
        learned = [theta] if name == "mixture" else [theta, phi]
        gradients = torch.autograd.grad(loss, [m, *learned], retain_graph=True)
        cases.append({"options": {"name": name, "weights": {"eta": eta}}, "spread": spread, "psi": psi.tolist(),
                      "loss": loss.item(), "effective": effective.tolist(),
                      "collapse": 1 - entropy(effective).item() / math.log(4),
                      "learned": {n: t.tolist() for n, t in zip(["theta", "phi"], learned)},
                      "gradients": {n: g.tolist() for n, g in zip(["m", "theta", "phi"], gradients)}})
    return cases


def trl_dpo_loss(logits, reference, tokens, beta):
    """Rows are chosen, then rejected."""
    per_token = lambda x: x.log_softmax(-1).gather(-1, tokens[..., None]).squeeze(-1)
    chosen, rejected = per_token(reference).sum(1).chunk(2)
    return trl_dpo.loss(per_token(logits), torch.ones_like(tokens), chosen, rejected, beta=beta)


def cdpo_loss(logits, reference, tokens, beta, smoothing):
    sums = lambda x: x.log_softmax(-1).gather(-1, tokens[..., None]).squeeze(-1).sum(1)
    chosen, rejected = (sums(logits) - sums(reference)).chunk(2)
    delta = beta * (chosen - rejected)
    return (-(1 - smoothing) * F.logsigmoid(delta) - smoothing * F.logsigmoid(-delta)).mean()


def dpo():
    torch.manual_seed(3)
    pairs, length, vocabulary, beta = 3, 4, 6, 0.4
    reference = torch.randn(2 * pairs, length, vocabulary)
    logits = (reference + torch.randn_like(reference)).requires_grad_()
    tokens = torch.randint(vocabulary, (2 * pairs, length))
    cases = []
    for smoothing in [0, 0.1, 0.25]:
        loss = (cdpo_loss(logits, reference, tokens, beta, smoothing) if smoothing
                else trl_dpo_loss(logits, reference, tokens, beta))
        gradient, = torch.autograd.grad(loss, logits)
        cases.append({"labelSmoothing": smoothing, "loss": loss.item(), "gradient": gradient.flatten().tolist()})
    return {"pairs": pairs, "length": length, "vocabulary": vocabulary, "beta": beta, "tokens": tokens.flatten().tolist(),
            "logits": logits.flatten().tolist(), "reference": reference.flatten().tolist(), "cases": cases}


if __name__ == "__main__":
    golden.write("libs/objective", "objective",
                 {"margins": MARGINS, "kernels": kernels(), "mixtures": mixtures(), "dpo": dpo()},
                 packages=["mpmath", "torch", "trl"])
