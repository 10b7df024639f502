"""Golden values of the exact interval of a share and of the exact test of changed answers, with SciPy.

Use, from the repository root: oracles/share_statistics.py
"""

from scipy.stats import binomtest

import golden


def share(ones, of):
    interval = binomtest(ones, of).proportion_ci(0.95, "exact")
    return {"ones": ones, "all": of, "low": interval.low, "high": interval.high}


def changes(better, worse):
    return {"better": better, "worse": worse, "probability": binomtest(better, better + worse, 0.5).pvalue}


def main():
    golden.write("libs/model-evaluation", "statistics", {
        "shares": [share(*case) for case in [(0, 1), (1, 1), (8, 10), (0, 450), (450, 450), (263, 800), (9001, 14042)]],
        "changes": [changes(*case) for case in [(1, 0), (9, 1), (5, 5), (6, 5), (0, 30), (121, 90), (700, 640)]],
    }, packages=["scipy"])


main()
