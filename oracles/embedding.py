#!/usr/bin/env python3
"""Golden values of the semantic margin q of every kernel and of its gradients.

Needs: numpy, scikit-learn, torch.
Use, from the repository root: oracles/embedding.py
Writes libs/objective/src/test/resources/golden/embedding.json.

The covariance is scikit-learn's LedoitWolf, scaled so that the median of the quadratic form is 1, the components its PCA; distances are kappa(u,u) + kappa(v,v) - 2 kappa(u,v)
as written, in float64; gradients by PyTorch.
"""
import numpy as np
import torch
from sklearn.covariance import LedoitWolf
from sklearn.decomposition import PCA

import golden

PAIRS, D = 40, 6
EXPLAINED, L = 0.9, [0.05, 0.2, 0.8]


def embeddings():
    rng = np.random.default_rng(11)
    mix = rng.normal(size=(D, D)) * np.geomspace(2, 0.1, D)[:, None]
    x = rng.normal(size=(PAIRS, D)) @ mix + 0.5
    plus, minus = (0.6 * x + rng.normal(size=(PAIRS, D)) @ mix for _ in range(2))
    return [np.float32(e) for e in (x, plus, minus)]


def unit(e):
    return e / e.norm(dim=-1, keepdim=True)


def kernels(vectors):
    lw = LedoitWolf().fit(vectors)
    pca = PCA(svd_solver="full").fit(vectors)
    count = int(np.searchsorted(np.cumsum(pca.explained_variance_ratio_), EXPLAINED) + 1)
    components = torch.tensor(pca.components_[:count])
    distances = np.sort(np.linalg.norm(vectors[:, None] - vectors[None], axis=-1)[np.tril_indices(len(vectors), -1)])
    median = float(distances[len(distances) // 2])
    inverse = np.linalg.inv(lw.covariance_)
    differences = (vectors[:, None] - vectors[None])[np.tril_indices(len(vectors), -1)]
    forms = np.sort(np.einsum("ni,ij,nj->n", differences, inverse, differences))
    precision = torch.tensor(inverse / forms[len(forms) // 2])
    squared = lambda u, v: ((u - v) ** 2).sum(-1)
    rbf = lambda sigma: lambda u, v: torch.exp(-squared(u, v) / (2 * sigma ** 2))
    polynomial = lambda c, d: lambda u, v: ((u * v).sum(-1) + c) ** d
    damping = torch.tensor([L[i % len(L)] / median ** 2 for i in range(count)])
    spectral = lambda u, v: (torch.exp(-squared(u, v)[:, None] * damping) * (u @ components.T) * (v @ components.T)).sum(-1)
    mahalanobis = lambda u, v: torch.exp(-((u - v) @ precision * (u - v)).sum(-1) / 2)
    parts = [rbf(median), polynomial(1, 2), spectral, mahalanobis]
    mixed = lambda u, v: sum(k(u, v) for k in parts) / 4
    fitted = {"median": median, "components": count, "shrinkage": lw.shrinkage_}
    return fitted, [({"name": "polynomial"}, {}, polynomial(1, 2)), ({"name": "polynomial", "c": 0.3, "d": 4}, {}, polynomial(0.3, 4)),
                    ({"name": "rbf"}, {}, rbf(median)), ({"name": "rbf"}, {"sigma": 0.4}, rbf(0.4)),
                    ({"name": "spectral"}, {}, spectral), ({"name": "mahalanobis"}, {}, mahalanobis),
                    ({"name": "mixture"}, {}, mixed), ({"name": "hmk"}, {}, mixed)]


def distance(kappa):
    return lambda u, v: (kappa(u, u) + kappa(v, v) - 2 * kappa(u, v)).sqrt()


def case(kernel, options, d, raw):
    leaves = [torch.tensor(np.float64(e)).requires_grad_() for e in raw]
    x, plus, minus = (unit(e) for e in leaves)
    numerator = d(x, minus) - d(x, plus)
    q = numerator / numerator.detach().std(correction=0)
    gradients = torch.autograd.grad((q * torch.linspace(-1, 1, PAIRS, dtype=torch.float64)).sum(), leaves)
    return {"kernel": kernel, "embedding": {"source": "policy", **options}, "q": q.tolist(),
            "gradients": [g.flatten().tolist() for g in gradients]}


def main():
    raw = embeddings()
    vectors = torch.cat([unit(torch.tensor(np.float64(e))) for e in raw]).numpy()
    fitted, all_kernels = kernels(vectors)
    cases = [case({"name": "none"}, {}, lambda u, v: 1 - (u * v).sum(-1), raw)]
    cases += [case(kernel, options, distance(kappa), raw) for kernel, options, kappa in all_kernels]
    golden.write("libs/objective", "embedding",
                 {"pairs": PAIRS, "dimension": D, "embeddings": [e.flatten().tolist() for e in raw], "fitted": fitted,
                  "cases": cases},
                 packages=["numpy", "scikit-learn", "torch"])


if __name__ == "__main__":
    main()
