"""Golden values of preference F1 and the Davies-Bouldin score, with scikit-learn.

Use, from the repository root: oracles/preference_evaluation.py
"""

import hashlib

import numpy as np
from sklearn.metrics import davies_bouldin_score, f1_score

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


def main():
    random = np.random.default_rng(4)
    pairs = judged_pairs(random)
    names = sorted({pair["task"] or "untagged" for pair in pairs})
    by_task = {name: f1([p for p in pairs if (p["task"] or "untagged") == name]) for name in names}
    golden.write("libs/alignment-metrics", "preference-evaluation", {
        "pairs": pairs,
        "f1": {"overall": f1(pairs), "macro": float(np.mean(list(by_task.values()))), "byTask": by_task},
        "clusters": [clusters(random, 2, 90, 5), clusters(random, 4, 60, 3)],
    }, packages=["numpy", "scikit-learn"])


main()
