"""Golden values of the eight selection metrics, with NumPy and SciPy.

Use, from the repository root: oracles/selection_metrics.py
"""

import numpy as np
from scipy.stats import kurtosis, wasserstein_distance

import golden


class SplitMix64:
    """The generator of java.util.SplittableRandom(seed)."""

    def __init__(self, seed):
        self.state = int(seed) % 2**64

    def next(self, count):
        """As many numbers, uint64."""
        gamma = 0x9E3779B97F4A7C15
        z = np.uint64(self.state) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(gamma)
        self.state = (self.state + count * gamma) % 2**64
        z = (z ^ z >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ z >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
        return z ^ z >> np.uint64(31)


def distances(prompt, chosen, rejected):
    prompt, chosen, rejected = (e / np.linalg.norm(e, axis=1, keepdims=True) for e in (prompt, chosen, rejected))
    norm = lambda e: np.linalg.norm(e, axis=1)
    return norm(prompt - chosen), norm(prompt - rejected), norm(chosen - rejected)


def overlap(p, q):
    return np.minimum(p, q).sum() / np.maximum(p, q).sum()


def heads(tosses, random):
    """Of so many coins, one bit each; a generator's number is tossed for 64 of them."""
    bits = np.unpackbits(random.next(-(-tosses // 64)).astype(">u8").view(np.uint8)).reshape(-1, 64)
    return int(bits.ravel()[:tosses].sum())


def support_overlap(plus, minus, seed):
    both = np.concatenate([plus, minus])
    width = 2 * np.subtract(*np.percentile(both, [75, 25])) / len(both) ** (1 / 3)
    bins = int(np.clip(np.ceil(np.ptp(both) / width), 8, 64))
    edges = np.linspace(both.min(), both.max(), bins + 1)
    joint = np.histogram2d(plus, minus, [edges, edges])[0].astype(int)
    random, swapped = SplitMix64(seed), []
    for _ in range(100):
        moved = np.zeros_like(joint)
        for a, b in np.argwhere(joint):
            moved[a, b] = 0 if a == b else heads(int(joint[a, b]), random)
        kept = joint - moved
        swapped.append(overlap(kept.sum(1) + moved.sum(0), kept.sum(0) + moved.sum(1)))
    raw = overlap(joint.sum(1), joint.sum(0))
    return min(1, raw / np.mean(swapped)), raw


def change(windows):
    return np.mean([wasserstein_distance(a, b) for a, b in zip(windows, windows[1:])])


def random_windows(sizes, seed):
    """For each value in ascending order the window that it falls into: any free place is as likely as any other."""
    random, free = SplitMix64(seed), list(sizes)
    most, numbers = max(free), []
    for _ in range(sum(sizes)):
        while True:
            numbers = numbers or random.next(256).tolist()[::-1]
            number = numbers.pop()
            window, place = (number >> 32) * 20 >> 32, (number & 0xFFFFFFFF) * most >> 32
            if place < free[window]:
                break
            most = max(free)
        free[window] -= 1
        yield window


def smoothness(difference, s, seed):
    cuts = [len(difference) * t // 20 for t in range(21)]
    sizes = np.diff(cuts).tolist()
    ascending, by_chance = np.sort(difference), []
    for each in SplitMix64(seed).next(100):
        fallen = np.fromiter(random_windows(sizes, each), int)
        by_chance.append(change([ascending[fallen == t] for t in range(20)]))
    raw = change(np.split(difference, cuts[1:-1])) / s
    return max(0, raw - np.mean(by_chance) / s), raw


def metrics(plus, minus, between, seed):
    plus, minus, between = (d.astype(np.float32).astype(np.float64) for d in (plus, minus, between))
    difference, total, s = plus - minus, plus + minus, np.std(np.concatenate([plus, minus]))
    value, raw = {}, {}
    value["pnd"], raw["pnd"] = difference.mean() / s, (plus[minus > 0] / minus[minus > 0]).mean()
    value["pnav"] = (difference**2).mean() / s**2
    value["tat"] = (between[total > 0] / total[total > 0]).mean()
    value["nag"] = (-difference[total > 0] / total[total > 0]).mean()
    value["supportOverlap"], raw["supportOverlap"] = support_overlap(plus, minus, seed)
    value["drift"] = abs(difference.mean()) / s
    value["kurtosis"] = kurtosis(difference, fisher=False)
    value["smoothness"], raw["smoothness"] = smoothness(difference, s, seed)
    return {"value": value, "raw": raw}


def bootstrap(plus, minus, between, seed, resamples=12):
    """Of each metric the 95 % interval and the standard error over resamples, which stay in upload order."""
    values = []
    for each in SplitMix64(seed).next(resamples):
        drawn = np.sort(SplitMix64(each).next(len(plus)) % np.uint64(len(plus))).astype(int)
        values.append(metrics(plus[drawn], minus[drawn], between[drawn], int(each))["value"])
    values = {metric: [value[metric] for value in values] for metric in values[0]}
    return {"resamples": resamples, "of": {metric: {
        "low": np.percentile(v, 2.5), "high": np.percentile(v, 97.5), "error": np.std(v)} for metric, v in values.items()}}


def rounded(array, digits=6):
    return np.round(array, digits)


def main():
    random = np.random.default_rng(20)
    cases = []

    prompt, noise = random.normal(size=(60, 6)), random.normal(size=(2, 60, 6))
    embeddings = [rounded(e, 3) for e in (prompt, prompt + noise[0], prompt + 1.4 * noise[1])]
    # NumPy must see what a float32 reader of the file sees.
    plus, minus, between = distances(*(e.astype(np.float32).astype(np.float64) for e in embeddings))
    cases.append({
        "name": "embeddings", "seed": 7,
        "prompt": embeddings[0].tolist(), "chosen": embeddings[1].tolist(), "rejected": embeddings[2].tolist(),
        "toChosen": plus.tolist(), "toRejected": minus.tolist(), "between": between.tolist(),
        **metrics(plus, minus, between, 7), "bootstrap": bootstrap(plus, minus, between, 7),
    })

    def of_distances(name, seed, plus, minus, between):
        plus, minus, between = (rounded(d) for d in (plus, minus, between))
        cases.append({
            "name": name, "seed": seed, "toChosen": plus.tolist(), "toRejected": minus.tolist(),
            "between": between.tolist(), **metrics(plus, minus, between, seed),
            "bootstrap": bootstrap(plus, minus, between, seed),
        })

    n = 407
    drifting = np.clip(0.6 + 0.3 * np.arange(n) / n + 0.05 * random.standard_t(3, n), 0.01, 2)
    of_distances("drifting and heavy-tailed", -3, drifting, random.uniform(0.5, 1.2, n), random.uniform(0.1, 0.4, n))
    of_distances("few", 11, random.uniform(0.2, 0.5, 21), random.uniform(1.1, 1.3, 21), random.uniform(0.8, 1.4, 21))
    same = random.uniform(0.4, 0.9, 300)
    of_distances("nearly the same", 0, same + random.normal(0, 0.01, 300), same, random.uniform(0, 0.2, 300))
    plus, minus, between = random.uniform(0, 1, (3, 40))
    plus[:2], minus[:2], between[:2] = 0, 0, 0
    minus[2] = 0
    of_distances("echoes of the prompt", 5, plus, minus, between)
    golden.write("libs/alignment-metrics", "selection-metrics", cases, packages=["numpy", "scipy"])


if __name__ == "__main__":
    main()
