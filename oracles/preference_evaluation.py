"""Golden values of preference F1, the Davies-Bouldin score, calibration and the principal plane, with scikit-learn.

Use, from the repository root: oracles/preference_evaluation.py
"""

import hashlib

import numpy as np
from sklearn.calibration import calibration_curve
from sklearn.decomposition import PCA
from sklearn.metrics import brier_score_loss, davies_bouldin_score, f1_score

import golden


def judged_pairs(random):
    tasks = ["factuality", "reasoning", "safety", None]
    return [
        {
            "id": f"pair-{i}",
            "task": tasks[random.integers(4)],
            "chosenScore": round(random.normal(0.3), 1),
            "rejectedScore": round(random.normal(), 1),
        }
        for i in range(300)
    ]


def f1(pairs):
    actual, predicted = [], []
    for pair in pairs:
        chosen_first = hashlib.sha256(pair["id"].encode()).digest()[0] % 2 == 1
        first, second = pair["chosenScore"], pair["rejectedScore"]
        if not chosen_first:
            first, second = second, first
        actual.append(chosen_first)
        predicted.append(first > second)
    return f1_score(actual, predicted)


def clusters(random, centres, points, dim):
    labels = random.integers(0, centres, points)
    rows = np.round(random.normal(size=(centres, dim))[labels] + random.normal(size=(points, dim)), 4)
    score = davies_bouldin_score(rows.astype(np.float32).astype(np.float64), labels)
    return {"points": rows.tolist(), "labels": labels.tolist(), "score": score}


def calibration(random, scale):
    margins = np.round(random.normal(0.4, 1, 400) * scale, 4)
    margins = margins[margins != 0]
    first = random.integers(0, 2, len(margins)).astype(bool)
    says_first = 1 / (1 + np.exp(-np.where(first, margins, -margins)))
    confidence = 1 / (1 + np.exp(-np.abs(margins)))
    right, said = calibration_curve(margins > 0, confidence, n_bins=20)
    counts = np.histogram(confidence, np.linspace(0, 1, 21))[0]
    error = np.average(np.abs(right - said), weights=counts[counts > 0])
    return {"margins": margins.tolist(), "expectedError": error, "brier": brier_score_loss(first, says_first)}


def plane(random, points, dim):
    scales = np.geomspace(5, 0.1, dim)
    rows = np.round(random.normal(size=(points, dim)) * scales @ random.normal(size=(dim, dim)) + 3, 4)
    new = np.round(random.normal(size=(5, dim)), 4)
    fitted = PCA(2, svd_solver="full").fit(rows.astype(np.float32).astype(np.float64))
    return {"points": rows.tolist(), "new": new.tolist(),
            "explained": fitted.explained_variance_ratio_.tolist(),
            "projected": fitted.transform(new.astype(np.float32).astype(np.float64)).tolist()}


def main():
    random = np.random.default_rng(4)
    pairs = judged_pairs(random)
    names = sorted({pair["task"] or "untagged" for pair in pairs})
    by_task = {name: f1([p for p in pairs if (p["task"] or "untagged") == name]) for name in names}
    golden.write("libs/alignment-metrics", "preference-evaluation", {
        "pairs": pairs,
        "f1": {"overall": f1(pairs), "macro": float(np.mean(list(by_task.values()))), "byTask": by_task},
        "clusters": [clusters(random, 2, 90, 5), clusters(random, 4, 60, 3)],
        "calibrations": [calibration(random, 0.3), calibration(random, 3)],
        "planes": [plane(random, 40, 6), plane(random, 12, 30)],
    }, packages=["numpy", "scikit-learn"])


main()
