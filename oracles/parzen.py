#!/usr/bin/env python3
"""Golden values of Parzen estimators: optuna's log density of a mixture over observed points, at other points.

Needs: numpy, optuna, scipy.
Use, from the repository root: oracles/parzen.py
Writes libs/search/src/test/resources/golden/parzen.json.

Densities are on the scale of a range: of a logarithmic one they are densities of the logarithm. optuna's own normal
distribution has few digits in its tails; SciPy's takes its place. Which of equal numbers gets which gap to its neighbours is
up to NumPy's sorting: observed numbers are all different.
"""
import numpy
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.samplers._tpe import _truncnorm
from optuna.samplers._tpe.parzen_estimator import _ParzenEstimator, _ParzenEstimatorParameters
from optuna.samplers._tpe.sampler import default_gamma
from scipy import special

import golden

_truncnorm._ndtr, _truncnorm._log_ndtr = special.ndtr, special.log_ndtr

OBJECTIVES = {"kernel": CategoricalDistribution(list(range(6))), "divergence": CategoricalDistribution(list(range(7)))}
NUMBERS = {"rate": FloatDistribution(1e-6, 1e-2, log=True), "warmup": FloatDistribution(0, 0.5),
           "rank": IntDistribution(1, 64, log=True), "epochs": IntDistribution(1, 20)}
SPACES = {"objectives": OBJECTIVES, "numbers": NUMBERS, "both": OBJECTIVES | NUMBERS}
PARAMETERS = _ParzenEstimatorParameters(
    prior_weight=1.0, consider_magic_clip=True, consider_endpoints=True, weights=numpy.ones, multivariate=True)


def drawn(dimension, count, rng):
    if isinstance(dimension, CategoricalDistribution):
        return rng.integers(len(dimension.choices), size=count).astype(float)
    if isinstance(dimension, IntDistribution):
        return rng.permutation(numpy.arange(dimension.low, dimension.high + 1.0))[:count]
    low, high = numpy.log([dimension.low, dimension.high]) if dimension.log else (dimension.low, dimension.high)
    values = rng.uniform(low, high, count)
    return numpy.exp(values) if dimension.log else values


def points(space, count, rng):
    return {name: drawn(dimension, count, rng) for name, dimension in space.items()}


def described(dimension):
    if isinstance(dimension, CategoricalDistribution):
        return {"options": len(dimension.choices)}
    return {"from": dimension.low, "to": dimension.high, "log": dimension.log, "whole": dimension.step == 1}


def rows(values):
    return numpy.stack(list(values.values()), axis=1).tolist()


def case(space, count, seed):
    rng = numpy.random.default_rng(seed)
    observed, asked = points(space, count, rng), points(space, 20, rng)
    logs = _ParzenEstimator(observed, space, PARAMETERS).log_pdf(asked)
    return {"dimensions": [described(dimension) for dimension in space.values()], "observed": rows(observed),
            "points": rows(asked), "logDensity": logs.tolist()}


golden.write("libs/search", "parzen", {
    "best": [[count, default_gamma(count)] for count in [1, 2, 9, 10, 11, 20, 99, 250, 251, 1000]],
    "cases": [case(space, count, 10 * count + i) for i, space in enumerate(SPACES.values()) for count in [1, 2, 5, 14]],
}, packages=["numpy", "optuna", "scipy"])
