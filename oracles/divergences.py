#!/usr/bin/env python3
"""Golden values of every divergence.

Needs: numpy, scipy, POT.
Use, from the repository root: oracles/divergences.py
Writes libs/objective/src/test/resources/golden/divergences.json.

Divergences over the vocabulary by SciPy from their definitions, in float64; f-divergences by summing q f(p / q) of the
generator as it is defined. Optimal transport by POT: the dual value of the entropic problem from the potentials of its
log-domain Sinkhorn, run to convergence, debiased; beside it POT's exact transport, for the bias of the entropic value.
"""
import numpy as np
import ot
from scipy.spatial.distance import cdist, euclidean, jensenshannon
from scipy.special import log_softmax, logsumexp, rel_entr, softmax

import golden

GENERATORS = {
    "kl": lambda t: t * np.log(t),
    "reverse_kl": lambda t: -np.log(t),
    "jensen_shannon": lambda t: (t * np.log(t) - (t + 1) * np.log((t + 1) / 2)) / 2,
    "total_variation": lambda t: np.abs(t - 1) / 2,
    "chi_squared": lambda t: (t - 1) ** 2,
    "squared_hellinger": lambda t: (np.sqrt(t) - 1) ** 2 / 2,
    "jeffreys": lambda t: (t - 1) * np.log(t),
    "le_cam": lambda t: (t - 1) ** 2 / (2 * (t + 1)),
}
SKEWS = [0.1, 0.5, 0.95]
ORDERS = [-1.5, 0.3, 0.5, 2, 3]


def alpha(a):
    return lambda t: (t ** a - a * t - 1 + a) / (a * (a - 1))


def over_vocabulary():
    rng = np.random.default_rng(7)
    rows = 12
    scales = np.geomspace(0.01, 8, rows)[:, None]
    base = rng.normal(size=(rows, 11)) * 2
    logits_p, logits_q = base + rng.normal(size=base.shape) * scales, base
    lp, lq = log_softmax(logits_p, axis=-1), log_softmax(logits_q, axis=-1)
    p, q = np.exp(lp), np.exp(lq)
    renyi = lambda a: logsumexp(a * lp + (1 - a) * lq, axis=-1) / (a - 1)
    kl, forward = rel_entr(p, q).sum(-1), rel_entr(q, p).sum(-1)
    values = [
        ({"name": "kl"}, kl),
        ({"name": "forward_kl"}, forward),
        ({"name": "jensen_shannon"}, [jensenshannon(a, b) ** 2 for a, b in zip(p, q)]),
        ({"name": "hellinger"}, [euclidean(np.sqrt(a), np.sqrt(b)) / np.sqrt(2) for a, b in zip(p, q)]),
        ({"name": "renyi"}, renyi(1.5)),
        ({"name": "renyi", "order": 0.3}, renyi(0.3)),
        ({"name": "renyi", "order": 4}, renyi(4)),
        ({"name": "renyi", "order": 1.0005}, kl),
        ({"name": "bhattacharyya"}, -np.log(np.sqrt(p * q).sum(-1))),
        ({"name": "mixture", "parts": [{"weight": 0.25, "divergence": "kl"}, {"weight": 0.75, "divergence": "forward_kl"}]},
         0.25 * kl + 0.75 * forward),
    ]
    f = lambda generator: (q * generator(p / q)).sum(-1)
    values += [({"name": "f", "generator": name}, f(generator)) for name, generator in GENERATORS.items()]
    values += [({"name": "f", "generator": {"name": "alpha", "order": a}}, f(alpha(a))) for a in ORDERS]
    values += [({"name": "f", "generator": {"name": "skew_kl", "skew": s}}, rel_entr(p, s * p + (1 - s) * q).sum(-1))
               for s in SKEWS]
    return {"p": logits_p.tolist(), "q": logits_q.tolist(),
            "values": [{"options": options, "exact": np.asarray(v).tolist()} for options, v in values]}


def entropic(a, b, cost, epsilon):
    """Dual value of min <P, C> + epsilon KL(P | a b'): POT's potentials are of the plan without the factor a b'."""
    _, log = ot.sinkhorn(a, b, cost, epsilon, method="sinkhorn_log", numItermax=30_000, stopThr=1e-10, log=True,
                         warn=False)
    return epsilon * (a @ (log["log_u"] - np.log(a)) + b @ (log["log_v"] - np.log(b)))


def transport():
    rng = np.random.default_rng(11)
    vocabulary, width, k = 40, 8, 6
    embeddings = rng.normal(size=(vocabulary, width))
    unit = embeddings / np.linalg.norm(embeddings, axis=1, keepdims=True)
    scales = np.array([0.02, 0.1, 0.3, 1, 3, 3])[:, None]
    logits_q = rng.normal(size=(len(scales), vocabulary)) * 2
    logits_p = logits_q + rng.normal(size=logits_q.shape) * scales
    cases = []
    for epsilon in [0.1, 0.05, 0.5]:
        rows = []
        for lp, lq in zip(logits_p, logits_q):
            tokens = np.union1d(np.argsort(lp)[-k:], np.argsort(lq)[-k:])
            a, b = softmax(lp[tokens]), softmax(lq[tokens])
            cost = cdist(unit[tokens], unit[tokens])
            debiased = entropic(a, b, cost, epsilon) - (entropic(a, a, cost, epsilon) + entropic(b, b, cost, epsilon)) / 2
            rows.append((debiased, ot.emd2(a, b, cost)))
        cases.append({"epsilon": epsilon, "dual": [r[0] for r in rows], "exact": [r[1] for r in rows]})
    return {"k": k, "embeddings": embeddings.tolist(), "p": logits_p.tolist(), "q": logits_q.tolist(), "cases": cases}


if __name__ == "__main__":
    carried = transport()
    golden.write("libs/objective", "divergences", {"overVocabulary": over_vocabulary(), "transport": carried},
                 packages=["numpy", "scipy", "pot"])
    for case in carried["cases"]:
        print(case["epsilon"], np.round(np.array(case["dual"]) / np.array(case["exact"]), 3))
