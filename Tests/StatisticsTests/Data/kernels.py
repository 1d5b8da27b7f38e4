#!/usr/bin/env python3
"""Writes kernels.json: what pandas, statsmodels, SciPy and R compute of moving quantiles, LOWESS, bandwidths and bootstraps.

usage: kernels.py > kernels.json

Needs numpy 2.4.6, scipy 1.17.1, pandas 2.3 or 3.1, statsmodels 0.15, and R 4.2 with boot 1.3. Each value names its call below.
The resamples of the bootstrap are stored as row numbers, so that all programs see the same ones.
"""
import json
import math
import subprocess

import numpy as np
import pandas as pd
from scipy import stats
from scipy.stats._resampling import _bca_interval
from statsmodels.nonparametric.smoothers_lowess import lowess

NAN = float("nan")
rng = np.random.default_rng(20260201)

# ---------------------------------------------------------------- data
sets = {
    "walk": [round(v, 2) for v in np.cumsum(rng.normal(0, 1, 60))],
    "ties": [float(v) for v in rng.integers(0, 4, 40)],
    "gaps": [float(v) if rng.random() > 0.12 else NAN for v in rng.normal(0, 3, 50).round(3)],
    "offset": [1e9 + v for v in rng.integers(0, 100, 30) / 8],
    "short": [3.0, 1.0, 2.0],
    "gamma": [0.0, *(round(v, 1) for v in rng.gamma(2, 15, 300))],
    "two humps": [0.0, *(abs(v) for v in np.concatenate([rng.normal(4, 1, 120), rng.normal(11, 0.7, 80)]))],
    "small unit": [0.0, *(v * 1e-6 for v in rng.lognormal(0, 0.8, 150))],
    "skewed": [round(v, 3) for v in rng.lognormal(0, 1, 15)],
    "few": [2.0, 3.0, 3.0, 5.0, 9.0, 14.0],
    "far": [1e8 + v for v in rng.integers(0, 64, 20) / 16],
}
x = np.sort(rng.uniform(0, 10, 150))
pairs = {
    "sine": (x, np.sin(x) + rng.normal(0, 0.3, 150)),
    "outliers": (x[:80], np.where(rng.random(80) < 0.1, 25, 0) + 2 * x[:80] + rng.normal(0, 0.5, 80)),
    "ties": (np.sort(rng.integers(0, 25, 120)).astype(float), rng.normal(5, 2, 120).round(1)),
    "shuffled": (rng.permutation(90).astype(float), rng.normal(0, 1, 90)),
    "gaps": (np.where(rng.random(60) < 0.1, NAN, np.linspace(-4, 4, 60)), np.linspace(-4, 4, 60) ** 2 + rng.normal(0, 1, 60)),
    "offset": (1e6 + np.arange(40.0), 1e5 + rng.normal(0, 1, 40).round(3)),
}


# ---------------------------------------------------------------- expected
def moving(values):
    """pandas, Series.rolling(w).quantile(p, interpolation="linear")."""
    s = pd.Series(values)
    return {f"{w} {p} {i}": v for w in (1, 2, 5, 12) for p in (0, 0.1, 0.5, 1) for i, v in enumerate(s.rolling(w).quantile(p))}


OPTIONS = {"plain": (2 / 3, 0, 0.0), "robust": (2 / 3, 3, 0.0), "near": (0.3, 2, 0.0), "delta": (0.5, 3, 0.02)}


def smoothed(pair):
    """statsmodels, lowess(y, x, frac, it, delta); delta is a share of the range of x."""
    x, y = pair
    whole = ~(np.isnan(x) | np.isnan(y))
    x, y = x[whole], y[whole]
    return {f"{name} {i}": v for name, (frac, it, share) in OPTIONS.items()
            for i, v in enumerate(lowess(y, x, frac=frac, it=it, delta=share * np.ptp(x))[:, 1])}


def r(program):
    return json.loads(subprocess.run(["Rscript", "-e", program], capture_output=True, text=True, check=True).stdout)


def vector(values):
    return "c(" + ",".join(repr(float(v)) for v in values) + ")"


def bandwidth(values):
    """R, bw.SJ(x, nb = 1000, tol = 1e-13). R counts from 0, not from the smallest value: here that is 0."""
    assert min(values) == 0
    return {"width": r(f"cat(sprintf('%.17g', bw.SJ({vector(values)}, nb = 1000, tol = 1e-14)))")}


STATISTICS = {"mean": np.mean, "median": np.median, "sd": lambda v, axis=-1: np.std(v, ddof=1, axis=axis)}
RESAMPLES = 199


def bootstrap(name):
    """SciPy's own BCa formula on stored resamples; R's boot.ci on the same, with the jackknife's influences."""
    values = np.array(sets[name])
    rows = np.array(sets[f"rows {name}"]).astype(int).reshape(RESAMPLES, len(values))
    out = {}
    for label, f in STATISTICS.items():
        replicates = f(values[rows], axis=-1)
        low, high, acceleration = _bca_interval((values,), f, -1, 0.025, replicates, None, np)
        ends = np.percentile(replicates, [100 * float(low), 100 * float(high)])
        plain = np.percentile(replicates, [2.5, 97.5])
        left_out = np.array([f(np.delete(values, i)) for i in range(len(values))])
        influence = (len(values) - 1) * (left_out.mean() - left_out)
        program = f"""
            library(boot)
            b <- boot({vector(values)}, function(d, i) mean(d[i]), R = {RESAMPLES})
            ci <- boot.ci(b, conf = 0.95, type = c("perc", "bca"), t0 = {float(f(values))!r}, t = {vector(replicates)}, L = {vector(influence)})
            cat(sprintf('[%s]', paste(sprintf('%.17g', c(ci$percent[4:5], ci$bca[2:3])), collapse = ',')))"""
        theirs = r(program)
        out |= {f"{label} acceleration": float(acceleration), f"{label} low": ends[0], f"{label} high": ends[1],
                f"{label} p low": float(low), f"{label} p high": float(high),
                f"{label} percentile low": plain[0], f"{label} percentile high": plain[1],
                f"{label} r low": theirs[0], f"{label} r high": theirs[1],
                f"{label} r p low": theirs[2] / (RESAMPLES + 1), f"{label} r p high": theirs[3] / (RESAMPLES + 1)}
    return out


BOOTED = ("skewed", "few", "far")
for name in BOOTED:
    n = len(sets[name])
    sets[f"rows {name}"] = [float(v) for v in rng.integers(0, n, RESAMPLES * n)]

result = {
    "about": "written by kernels.py", "sets": sets, "pairs": {k: {"x": list(a), "y": list(b)} for k, (a, b) in pairs.items()},
    "groups": {}, "tables": {}, "p": {},
    "expected": {
        "moving": {k: moving(sets[k]) for k in ("walk", "ties", "gaps", "offset", "short")},
        "lowess": {k: smoothed(v) for k, v in pairs.items()},
        "bandwidth": {k: bandwidth(sets[k]) for k in ("gamma", "two humps", "small unit")},
        "bootstrap": {k: bootstrap(k) for k in BOOTED},
    },
}


def cleaned(v):
    if isinstance(v, dict):
        return {k: cleaned(x) for k, x in v.items()}
    if isinstance(v, list):
        return [cleaned(x) for x in v]
    if isinstance(v, str):
        return v
    v = float(v)
    # JSON has neither NaN nor infinity.
    return None if math.isnan(v) else ("inf" if v > 0 else "-inf") if math.isinf(v) else int(v) if v == int(v) and abs(v) < 1e6 else v


def written(v, depth):
    """Objects a line an entry down to the data sets, all else on one line."""
    if isinstance(v, dict) and depth < 3:
        inner = ",\n".join(f'{" " * (depth + 1)}{json.dumps(k)}: {written(x, depth + 1)}' for k, x in v.items())
        return "{\n" + inner + "\n" + " " * depth + "}"
    return json.dumps(v)


print(written(cleaned(result), 0))
