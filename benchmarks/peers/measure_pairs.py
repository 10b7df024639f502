"""Measures the selection metrics of a file of embeddings with NumPy and scikit-learn: the peer of `bench selection`.

python measure_pairs.py FILE prints seconds and the metrics as JSON.
"""

import json
import sys
import time

import numpy as np
from sklearn.metrics.pairwise import paired_euclidean_distances
from sklearn.preprocessing import normalize

BLOCK = 1 << 14
WINDOWS = 20
ROUNDS = 100


def opened(file):
    with open(file, "rb") as start:
        length = int.from_bytes(start.read(8), "little")
        header = json.loads(start.read(length))
    tensor = lambda name, dtype: np.memmap(
        file, dtype, "r", 8 + length + header[name]["data_offsets"][0], tuple(header[name]["shape"]))
    return tensor("embeddings", np.float32), tensor("pairs", np.int32)


def distances(vectors, pairs):
    blocks = []
    for start in range(0, len(pairs), BLOCK):
        _, *texts = pairs[start : start + BLOCK].T
        prompt, chosen, rejected = (normalize(vectors[places], copy=False) for places in texts)
        blocks.append(np.stack([
            paired_euclidean_distances(prompt, chosen),
            paired_euclidean_distances(prompt, rejected),
            paired_euclidean_distances(chosen, rejected),
        ]))
    return np.concatenate(blocks, axis=1)


def support_overlap(plus, minus, random):
    both = np.concatenate([plus, minus])
    width = 2 * np.subtract(*np.percentile(both, [75, 25])) / len(both) ** (1 / 3)
    count = int(np.clip(np.ceil(np.ptp(both) / width), 8, 64))
    place = lambda d: np.minimum(((d - both.min()) * (count / np.ptp(both))).astype(np.int64), count - 1)
    p, q = place(plus), place(minus)
    whole = np.bincount(np.concatenate([p, q]), minlength=count)

    def overlap(first):
        histogram = np.bincount(first, minlength=count)
        return np.minimum(histogram, whole - histogram).sum() / np.maximum(histogram, whole - histogram).sum()

    swapped = [overlap(np.where(random.integers(0, 2, len(p), dtype=bool), q, p)) for _ in range(ROUNDS)]
    return min(1, overlap(p) / np.mean(swapped))


def change(values):
    """All windows have one size, so W1 is the mean distance of the sorted values."""
    windows = np.sort(values.reshape(WINDOWS, -1), axis=1)
    return np.abs(np.diff(windows, axis=0)).mean()


def metrics(plus, minus, between):
    random = np.random.default_rng(0)
    difference, total, s = plus - minus, plus + minus, np.concatenate([plus, minus]).std()
    centred = difference - difference.mean()
    order = difference.copy()
    by_chance = []
    for _ in range(ROUNDS):
        random.shuffle(order)
        by_chance.append(change(order))
    return {
        "pnd": difference.mean() / s,
        "pnav": (difference**2).mean() / s**2,
        "tat": (between / total).mean(),
        "nag": (-difference / total).mean(),
        "supportOverlap": support_overlap(plus, minus, random),
        "drift": abs(difference.mean()) / s,
        "kurtosis": (centred**4).mean() / (centred**2).mean() ** 2,
        "smoothness": max(0, (change(difference) - np.mean(by_chance)) / s),
    }


def main(file):
    start = time.perf_counter()
    vectors, pairs = opened(file)
    found = metrics(*distances(vectors, pairs).astype(np.float64))
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "metrics": {name: float(value) for name, value in found.items()}}))


main(*sys.argv[1:])
