#!/usr/bin/env python3
"""Writes trends.json: what others compute of robust trends.

usage: trends.py > trends.json

Needs numpy 2.4.6, scipy 1.17.1 and R 4.2.2. theil_sen is scipy.stats.theilslopes(y, x, 0.95); mann_kendall is its definition
in exact whole numbers, with p from scipy.stats.norm.sf, and tau by scipy.stats.kendalltau(range(n), x); loess_band is R's
predict(loess(y ~ x, span, degree, surface = "direct", statistics = "exact"), grid, se = TRUE).
"""
import json
import math
import subprocess
from fractions import Fraction

import numpy as np
from scipy import stats

rng = np.random.default_rng(4)
x = np.round(rng.uniform(0, 20, 60), 2)
pairs = {
    "plain": ([1.5, 2.3, 3.8, 4.1, 5.9, 6.2, 7.7, 8.4, 9.0, 10.6], [2.1, 1.9, 4.4, 3.2, 5.5, 7.9, 6.1, 8.8, 8.2, 11.0]),
    "ties": ([1, 1, 2, 2, 2, 3, 4, 4, 5, 6, 6, 6], [2, 3, 2, 2, 4, 4, 3, 5, 5, 5, 7, 6]),
    "gaps": ([1, 2, None, 4, 5, 6, 7, 8, 9, 10, 11], [3.5, 2.5, 9, None, 6, 5.5, 8, 7.25, 11, 9.5, 30]),
    "offset": ([1e8 + v for v in range(12)], [2e8 - 3 * v + (-1) ** v * v / 4 for v in range(12)]),
    "wild": (x.tolist(), np.round(3 - 0.5 * x + rng.standard_t(1.5, 60), 2).tolist()),
}
series = {
    "plain": pairs["plain"][1], "ties": [1, 2, 2, 3, 3, 1, 4, 4, 5, 3, 5, 6],
    "gaps": [3, None, 2, 5, 4, None, 6, 7, 5, 8], "falling": [9, 8, 8, 6, 7, 5, 4, 4, 2, 1],
    "long": np.round(np.cumsum(rng.normal(0.02, 1, 240)), 2).tolist(),
}


def complete(a, b):
    rows = [(u, v) for u, v in zip(a, b) if u is not None and v is not None]
    return np.array([r[0] for r in rows], float), np.array([r[1] for r in rows], float)


def theil(name):
    a, b = complete(*pairs[name])
    found = stats.theilslopes(b, a, 0.95)
    return {"slope": found.slope, "intercept": found.intercept, "low": found.low_slope, "high": found.high_slope}


def kendall(values, seasons):
    s, variance, slopes = 0, Fraction(0), []
    for season in range(seasons):
        rows = [(i, Fraction(v).limit_denominator(10 ** 6)) for i, v in enumerate(values) if v is not None and i % seasons == season]
        n = len(rows)
        for place, (i, u) in enumerate(rows):
            for j, v in rows[place + 1:]:
                s += (v > u) - (v < u)
                slopes.append((v - u) / (j - i))
        ties = [sum(1 for _, v in rows if v == w) for w in {v for _, v in rows}]
        variance += Fraction(n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties), 18)
    z = 0.0 if s == 0 else (s - (1 if s > 0 else -1)) / math.sqrt(variance)
    out = {"s": s, "variance": float(variance), "z": z, "p": 2 * stats.norm.sf(abs(z)), "sen": float(np.median([float(v) for v in slopes]))}
    if seasons == 1:
        present = [v for v in values if v is not None]
        out["tau"] = stats.kendalltau(range(len(present)), present).statistic
    return out


def loess(name, span, degree, level=0.95):
    a, b = complete(*pairs[name])
    code = f"""x <- c({','.join(map(repr, a.tolist()))}); y <- c({','.join(map(repr, b.tolist()))})
f <- loess(y ~ x, span = {span}, degree = {degree}, control = loess.control(surface = 'direct', statistics = 'exact'))
g <- seq(min(x), max(x), length.out = 7); p <- predict(f, g, se = TRUE)
cat(sprintf('%.17g', c(p$fit, p$se.fit, p$residual.scale, p$df, f$enp)))"""
    found = [float(v) for v in subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True).stdout.split()]
    return {"span": span, "degree": degree, "fit": found[:7], "se": found[7:14], "scale": found[14], "df": found[15]}


print(json.dumps({
    "pairs": pairs, "series": series, "theil_sen": {name: theil(name) for name in pairs},
    "mann_kendall": {f"{name} {k}": {"series": name, "seasons": k, **kendall(series[name], k)} for name in series for k in ((1, 4) if name == "long" else (1,))},
    "loess_band": [{"pair": name, **loess(name, span, degree)} for name, span, degree in
                   [("plain", 0.75, 1), ("plain", 1.0, 2), ("wild", 0.75, 1), ("wild", 0.5, 1), ("wild", 0.75, 2), ("gaps", 1.0, 1)]],
}, allow_nan=False))
