#!/usr/bin/env python3
"""Writes core.json: columns, and what others compute of them for the statistics of one column.

usage: core.py > core.json

Needs numpy 2.4, scipy 1.17.1, statsmodels 0.15 and mpmath 1.4. All sums are made by mpmath with 60 digits from the doubles as they
are; on ordinary data the script asserts that SciPy or statsmodels, by the calls that stand below, agrees.
"""
import json
import math
import warnings

import mpmath as mp
import numpy as np
import scipy
import statsmodels
from scipy import stats
from statsmodels.tsa.stattools import acf

mp.mp.dps = 60
warnings.simplefilter("ignore")
NAN = float("nan")
rng = np.random.default_rng(20261122)

sets = {
    "plain": [2.5, 3.1, 4.7, 1.2, 9.9, 6.3, 5.5, 7.1, 0.4, 3.3, 8.8, 12.6, 5.1, 2.2, 4.4],
    "ties": [1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 5],
    "gaps": [4.5, NAN, 2.25, 7.75, NAN, 3.5, 9.125, 1.5, 6.0, 2.75],
    "two": [3.0, 4.5],
    "offset": [1e9 + v for v in [0.25, 0.5, 0.125, 0.875, 0.75, 0.625, 1.5, 0.0, 2.25, 0.375]],
    "small": [v * 1e-170 for v in [3.0, 1.0, 4.0, 1.0, 5.0, 9.0]],
    "large": [v * 1e160 for v in [3.0, 1.0, 4.0, 1.0, 5.0, 9.0]],
    "wide": [1e-300, 1e300, 2.5, 7.0, 1e-12],
    "signs": [-3.0, 0.0, 2.0, 0.0, 5.5, -1.25, 0.0, 8.0],
    "many": [round(v, 2) for v in rng.lognormal(3, 1, 900)],
}


def present(values):
    return [mp.mpf(v) for v in values if math.isfinite(v)]


def agree(ours, theirs, values):
    """SciPy's own digits go where the mean dwarfs the spread or squares leave the range."""
    ordinary = all(1e-6 < abs(v) < 1e6 or v == 0 for v in values if math.isfinite(v))
    assert not ordinary or math.isclose(ours, theirs, rel_tol=1e-12, abs_tol=1e-14), (float(ours), theirs)


def trimmed(values):
    out = {}
    for share in (0.0, 0.1, 0.2, 0.25, 0.49):
        v = sorted(present(values))
        cut = int(share * len(v))
        kept = v[cut:len(v) - cut]
        out[f"{share}"] = mp.fsum(kept) / len(kept)
        agree(out[f"{share}"], stats.trim_mean([float(x) for x in v], share), values)
    return out


def geometric(values):
    v = present(values)
    mean = mp.exp(mp.fsum(mp.log(x) for x in v) / len(v))
    agree(mean, stats.gmean([float(x) for x in v]), values)
    return {"value": mean}


def variation(values):
    v = present(values)
    mean = mp.fsum(v) / len(v)
    cv = mp.sqrt(mp.fsum((x - mean) ** 2 for x in v) / (len(v) - 1)) / mean
    agree(cv, stats.variation([float(x) for x in v], ddof=1), values)
    return {"value": cv}


def deviation(values):
    v = [float(x) for x in present(values)]
    return {"value": stats.median_abs_deviation(v), "scaled": stats.median_abs_deviation(v, scale="normal")}


def autocorrelation(values):
    v = [mp.mpf(x) if math.isfinite(x) else None for x in values]
    mean = mp.fsum(present(values)) / len(present(values))
    squares = mp.fsum((x - mean) ** 2 for x in v if x is not None)
    out = {}
    for lag in range(1, min(6, len(v))):
        pairs = [(a, b) for a, b in zip(v, v[lag:]) if a is not None and b is not None]
        if not pairs:
            continue
        out[f"{lag}"] = mp.fsum((a - mean) * (b - mean) for a, b in pairs) / squares
        agree(out[f"{lag}"], acf(np.array(values, float), nlags=lag, fft=False, missing="conservative")[lag], values)
    return out


def cleaned(v):
    if isinstance(v, dict):
        return {k: cleaned(x) for k, x in v.items()}
    if isinstance(v, list):
        return [cleaned(x) for x in v]
    if isinstance(v, str):
        return v
    v = float(v)
    return None if math.isnan(v) else v


positive = {k: v for k, v in sets.items() if k != "signs"}
result = {
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "mpmath": mp.__version__},
    "sets": sets, "pairs": {}, "groups": {}, "tables": {}, "p": {},
    "expected": {
        "trimmed_mean": {k: trimmed(v) for k, v in sets.items()},
        "geometric_mean": {k: geometric(v) for k, v in positive.items()},
        "cv": {k: variation(v) for k, v in sets.items() if k != "wide"},
        "mad": {k: deviation(v) for k, v in sets.items()},
        "autocorrelation": {k: autocorrelation(v) for k, v in sets.items()},
    },
}
lines = ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in cleaned(result).items())
print("{\n" + lines + "\n}")
