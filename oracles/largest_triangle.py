"""Golden values for metrics-service's down-sampling, by the package `lttb` (pip install lttb).

Use, from the repository root: oracles/largest_triangle.py
"""

import lttb
import numpy as np

import golden

rng = np.random.default_rng(7)
cases = []
for points, kept in [(50, 10), (100, 3), (997, 60), (20, 19)]:
    steps = np.cumsum(rng.integers(1, 9, points))
    values = np.round(np.exp(-steps / steps[-1]) + rng.normal(0, 0.2, points), 4)
    sampled = lttb.downsample(np.column_stack([steps, values]).astype(float), kept)
    cases.append(
        {
            "steps": steps.tolist(),
            "values": values.tolist(),
            "most": kept,
            "kept": [int(step) for step in sampled[:, 0]],
        }
    )
golden.write("metrics-service", "largest_triangle", cases, packages=["lttb", "numpy"])
