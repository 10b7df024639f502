#!/usr/bin/env python3
"""Golden values of floors, learned scales and effective ranges.

Needs: numpy, scipy, torch.
Use, from the repository root: oracles/mixture.py
Writes libs/objective/src/test/resources/golden/mixture.json.

Losses and gradients by PyTorch's autograd in float64 from the formula of D itself; effective ranges by SciPy's root
finder from the definition of H.9, kappa(r, 0) = 0.01 kappa(r, r).
"""

import numpy as np
import torch
from scipy.optimize import brentq
from torch.nn import functional as F

import golden

MARGINS = [-9.5, -3.0, -0.7, -0.05, 1e-3, 0.09, 0.4, 1.0, 2.5, 6.0, 11.0]
L, O, W = [0.05, 0.2, 0.8], [0.1, 0.3, 0.6], [1 / 3] * 3
SPREAD = 2.0


def rbf(m, sigma):
    return 2 * sigma ** 2 * (1 - torch.exp(-m * m / (2 * sigma ** 2)))


def polynomial(m, c, d=2):
    return ((m * m + c) ** d - c ** d) / (d * c ** (d - 1))


def spectral(m, scale):
    """l scale^2 and o scale instead of l and o."""
    curvature = sum(w * (2 * l + o * o) for l, o, w in zip(L, O, W)) * scale ** 2
    return sum(2 * w * (1 - torch.exp(-l * scale ** 2 * m * m) * torch.cos(o * scale * m))
               for l, o, w in zip(L, O, W)) / curvature


def leaf(*values):
    return torch.tensor(values, dtype=torch.float64, requires_grad=True)


def entropy(w):
    return -(w * w.log()).sum()


def softmax(logits, floor):
    return floor + (1 - len(logits) * floor) * logits.softmax(0)


def case(options, learned, squared, regulariser=0.0, **more):
    """-log sigmoid(psi), mean over the margins, less the entropies; with the gradient of everything learned."""
    m = leaf(*MARGINS)
    psi = m.sign() * squared(m).sqrt()
    loss = -F.logsigmoid(psi).mean() + regulariser
    gradients = torch.autograd.grad(loss, [m, *learned.values()])
    return {"options": options, "psi": psi.tolist(), "loss": loss.item(),
            "learned": {name: weight.tolist() for name, weight in learned.items()},
            "gradients": {name: g.tolist() for name, g in zip(["m", *learned], gradients)}, **more}


def scales():
    sigma, c, factor = leaf(np.log(2.5)), leaf(np.log(0.7)), leaf(np.log(1.6))
    learn = {"learn": True}
    return [
        case({"name": "rbf", "margin": {"sigma": 2.5, **learn}}, {"rbf.sigma.log": sigma}, lambda m: rbf(m, sigma.exp())),
        case({"name": "polynomial", "c": 0.7, "d": 3, **learn}, {"polynomial.c.log": c},
             lambda m: polynomial(m, c.exp(), 3)),
        case({"name": "spectral", "scale": 1.6, **learn}, {"spectral.scale.log": factor},
             lambda m: spectral(m, factor.exp())),
    ]


def mixtures():
    theta, phi = leaf(3.0, -0.25, 1.0, -2.0), leaf(-1.5, 2.25)
    sigma, c, factor = leaf(np.log(1.5)), leaf(np.log(2.0)), leaf(np.log(0.5))
    eta, cases = 0.05, []
    for name, floors, learn in [("mixture", {"lambda": 0.1}, False), ("hmk", {"lambda": 0.1, "tau": 0.3}, False),
                                ("hmk", {"lambda": 0.02, "tau": 0}, True)]:
        lam = softmax(theta, floors["lambda"])
        tau = softmax(phi, floors.get("tau", 0))
        products = lam * tau.repeat_interleave(2) if name == "hmk" else lam
        effective = products / products.sum()
        h = entropy(lam) + (entropy(tau) if name == "hmk" else 0)
        at = (sigma.exp(), c.exp(), factor.exp()) if learn else (1, 1, 1)
        squared = lambda m: effective @ torch.stack(
            [rbf(m, at[0]), polynomial(m, at[1]), spectral(m, at[2]), rbf(m, SPREAD ** 0.5)])
        options = {"name": name, "weights": {"eta": eta, "floors": floors}}
        learned = {"theta": theta} | ({"phi": phi} if name == "hmk" else {})
        if learn:
            options |= {"rbf": {"margin": {"sigma": 1.5, "learn": True}}, "polynomial": {"c": 2, "learn": True},
                        "spectral": {"scale": 0.5, "learn": True}}
            learned |= {"rbf.sigma.log": sigma, "polynomial.c.log": c, "spectral.scale.log": factor}
        cases.append(case(options, learned, squared, -eta * h, lam=lam.tolist(), effective=effective.tolist(),
                          tau=tau.tolist() if name == "hmk" else None))
    return cases


def ranges():
    """The waves of the spectral kernel count as their damping alone. Each kernel is (kappa(m, 0), kappa(m, m))."""
    curvature = sum(w * (2 * l + o * o) for l, o, w in zip(L, O, W))
    gaussian = lambda variance: lambda m: (variance * np.exp(-m * m / (2 * variance)), variance)
    power = lambda c, d: lambda m: (c ** d / (d * c ** (d - 1)), (m * m + c) ** d / (d * c ** (d - 1)))
    waves = lambda s: lambda m: (sum(w * np.exp(-l * s * s * m * m) for l, w in zip(L, W)) / (curvature * s * s),
                                 1 / (curvature * s * s))
    root = lambda kernel: brentq(lambda m: kernel(m)[0] - 0.01 * kernel(m)[1], 1e-6, 1e4, xtol=1e-13)
    parts = [gaussian(1), power(1, 2), waves(1), gaussian(SPREAD)]
    mixed = lambda m: tuple(sum(0.25 * part(m)[i] for part in parts) for i in (0, 1))
    return [
        {"options": {"name": "rbf"}, "range": root(gaussian(1))},
        {"options": {"name": "rbf", "margin": {"sigma": 2.5}}, "range": root(gaussian(6.25))},
        {"options": {"name": "polynomial"}, "range": root(power(1, 2))},
        {"options": {"name": "polynomial", "c": 0.5, "d": 5}, "range": root(power(0.5, 5))},
        {"options": {"name": "spectral"}, "range": root(waves(1))},
        {"options": {"name": "spectral", "scale": 3}, "range": root(waves(3))},
        {"options": {"name": "mahalanobis"}, "range": root(gaussian(SPREAD))},
        {"options": {"name": "mixture"}, "range": root(mixed)},
        {"options": {"name": "hmk"}, "range": root(mixed)},
    ]


if __name__ == "__main__":
    golden.write("libs/objective", "mixture",
                 {"margins": MARGINS, "spread": SPREAD, "scales": scales(), "mixtures": mixtures(), "ranges": ranges()},
                 packages=["numpy", "scipy", "torch"])
