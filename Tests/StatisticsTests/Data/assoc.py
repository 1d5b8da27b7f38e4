#!/usr/bin/env python3
"""Writes assoc.json: what others compute of columns of numbers and categories that go together.

usage: assoc.py > assoc.json

Needs numpy 2.4.6, scipy 1.17.1, mpmath 1.4, pingouin 0.7 and dcor 0.7. Coefficients and their p-values are computed by
mpmath with 60 digits from the doubles as they are; on ordinary data the script asserts that SciPy, pingouin or dcor
agrees. Limits of noncentral distributions come from SciPy's functions and brentq, which give about 10 digits.
"""
import itertools
import json
import math
import platform

import dcor
import mpmath as mp
import numpy as np
import pandas as pd
import pingouin
import scipy
from scipy import stats
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.optimize import brentq
from scipy.spatial.distance import squareform

mp.mp.dps = 60
NAN = float("nan")
Z = mp.sqrt(2) * mp.erfinv(mp.mpf("0.95"))
rng = np.random.default_rng(20260132)

# ---------------------------------------------------------------- data
# A number and the place of its category; NaN is a missing value.
halves = {
    "plain": ([5.1, 4.9, 6.2, 5.7, 6.0, 6.9, 7.2, 5.8, 8.1, 6.4, 7.7], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]),
    "ties": ([1, 2, 2, 3, 3, 3, 4, 4, 5, 5], [0, 1, 0, 1, 1, 0, 1, 1, 0, 1]),
    "gaps": ([1.5, NAN, 2.5, 4.0, float("inf"), 3.25, 6.5, 0.5], [0, 1, 1, NAN, 1, 0, 1, 0]),
    "three": ([1.0, 2.5, 2.0], [0, 1, 0]),
    "offset": ([1e9 + v for v in [0.5, 0.25, 0.75, 1.0, 1.5, 1.25, 0.875, 1.75]], [0, 0, 1, 0, 1, 1, 0, 1]),
    "rare": ([round(v, 2) for v in rng.normal(20, 3, 60)] + [29.5], [0] * 60 + [1]),
}
kinds = {
    "plain": ([6.1, 5.4, 7.0, 6.6, 8.2, 7.9, 9.1, 7.3, 8.8, 5.0, 6.2, 5.8, 4.9, 5.5], [0] * 4 + [1] * 5 + [2] * 5),
    "ties": ([1, 1, 2, 3, 2, 2, 3, 4, 4, 1, 3, 3, 3], [0] * 4 + [1] * 5 + [2] * 4),
    "gaps": ([2.0, NAN, 3.5, 4.25, 6.0, 5.5, 7.25, 1.0, 2.75, float("inf"), 2.5, 9.0], [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, NAN]),
    "none": ([1.0, 2.0, 3.0, 4.0, 3.0, 2.0, 1.0, 4.0], [0, 0, 0, 0, 1, 1, 1, 1]),
    "offset": ([1e7 + v for v in [0.25, 0.5, 0.375, 0.75, 1.0, 0.5, 0.625, 0.125, 0.5, 0.25]], [0] * 3 + [1] * 4 + [2] * 3),
    "many": ([round(v, 1) for v in rng.normal(40, 6, 200) + np.arange(200) % 5], [float(i % 5) for i in range(200)]),
}
codes = {
    "plain": ([0, 0, 1, 1, 1, 2, 2, 2, 2, 0, 1, 2, 0, 0, 1], [0, 0, 1, 1, 0, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1]),
    "gaps": ([0, NAN, 1, 1, 0, 2, 2, 0, 1, 2, NAN, 0], [1, 1, NAN, 0, 1, 2, 2, 1, 0, 2, 0, 0]),
    "independent": ([i % 4 for i in range(48)], [i // 4 % 3 for i in range(48)]),
    "many": ([float(v) for v in rng.integers(0, 4, 400)], [float(v) for v in rng.integers(0, 6, 400)]),
    "close": ([i % 3 for i in range(30)], [i % 3 if i < 28 else (i + 1) % 3 for i in range(30)]),
}
z = rng.normal(0, 1, 80)
w = rng.normal(0, 1, 80)
# x, y, then the given columns.
partial = {
    "plain": [[2.0, 4.5, 3.5, 8.0, 6.25, 7.5, 9.0, 1.5], [1.0, 2.0, 2.5, 3.0, 5.0, 4.0, 4.5, 0.5], [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0]],
    "two": [[round(v, 2) for v in z + w + rng.normal(0, 1, 80)], [round(v, 2) for v in z - w + rng.normal(0, 1, 80)],
            [round(v, 2) for v in z], [round(v, 2) for v in w]],
    "gaps": [[1.0, NAN, 3.0, 4.0, 5.5, 7.0, 2.0, 8.5, 6.0], [9.0, 8.0, NAN, 5.0, 6.5, 2.0, 1.0, 0.5, 3.0],
             [1.0, 2.0, 3.0, float("inf"), 2.0, 7.0, 1.0, 2.0, 8.0]],
    "ties": [[1, 1, 2, 2, 2, 3, 4, 4, 5, 6, 6, 6], [2, 3, 2, 2, 4, 4, 3, 5, 5, 5, 7, 6], [1, 2, 1, 2, 1, 2, 3, 3, 1, 2, 3, 1]],
    "offset": [[1e8 + v for v in [0.5, 1.25, 2.0, 3.5, 4.75, 5.0, 0.25]], [2e8 - v for v in [0.25, 1.0, 2.5, 3.0, 5.25, 4.5, 1.5]],
               [3e8 + v for v in [1.0, 0.5, 0.25, 2.0, 0.75, 1.5, 3.0]]],
    "close": [[v + e for v, e in zip(range(12), itertools.cycle([0.5, -0.25, 0.125]))],
              [v + e for v, e in zip(range(12), itertools.cycle([0.25, 0.5, -0.375, 0.125]))],
              [v + e * 2.0**-20 for v, e in zip(range(12), itertools.cycle([1, -1, 0, 1, -2]))]],
}
pairs = {
    "plain": ([1.5, 2.3, 3.8, 4.1, 5.9, 6.2, 7.7, 8.4, 9.0], [2.1, 1.9, 4.4, 3.2, 5.5, 7.9, 6.1, 8.8, 8.2]),
    "three": ([1.0, 2.0, 4.0], [3.0, 7.0, 5.0]),
    "falling": ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [9.0, 7.0, 8.0, 4.0, 3.0, 1.0]),
    "weak": ([3.0, 1.0, 4.0, 1.5, 5.0, 9.0, 2.0, 6.0], [2.0, 7.0, 1.0, 8.0, 2.5, 3.0, 4.0, 5.0]),
    "perfect": ([1.0, 2.0, 3.0, 4.0, 5.0], [2.0, 3.0, 5.0, 8.0, 13.0]),
}
bent = {
    "plain": pairs["weak"],
    "ties": ([1, 1, 2, 2, 2, 3, 4, 4, 5, 6, 6, 6], [2, 3, 2, 2, 4, 4, 3, 5, 5, 5, 7, 6]),
    "gaps": ([1.0, NAN, 3.0, 4.0, 5.5, 7.0, float("inf"), 8.5, 2.5], [9.0, 8.0, NAN, 5.0, 6.5, 2.0, 1.0, 0.5, 6.0]),
    "offset": ([1e8 + v for v in [0.5, 1.25, 2.0, 3.5, 4.75, 5.0]], [2e8 - v for v in [0.25, 1.0, 2.5, 3.0, 5.25, 4.5]]),
    "circle": ([round(math.cos(i / 7), 3) for i in range(44)], [round(math.sin(i / 7), 3) for i in range(44)]),
    "many": ([round(v, 2) for v in rng.normal(0, 1, 150)], [round(v, 2) for v in rng.normal(0, 1, 150)]),
}
weighted = {
    "plain": [[1.0, 2.0, 4.0, 3.0, 7.0, 6.0], [2.5, 1.0, 3.0, 5.0, 4.0, 8.0], [1, 3, 2, 0, 4, 1]],
    "ties": [[1, 1, 2, 2, 3, 3, 4], [2, 1, 2, 3, 3, 3, 5], [2, 5, 1, 1, 7, 2, 3]],
    "gaps": [[1.0, NAN, 3.0, 4.0, 5.5, 7.0, 2.0], [9.0, 8.0, NAN, 5.0, 6.5, 2.0, 1.0], [2, 3, 1, NAN, 2, 4, 1]],
    "offset": [[1e9 + v for v in [0.5, 0.25, 0.75, 1.0, 1.5]], [1e9 - v for v in [1.25, 0.5, 0.875, 1.75, 0.25]], [10, 2, 3, 4, 1]],
}
# The subject, x and y of each row.
repeated = {
    "plain": [[1, 1, 1, 2, 2, 2, 2, 3, 3, 3], [5.1, 4.2, 6.0, 9.1, 8.2, 8.9, 7.7, 2.0, 3.5, 3.0], [2.0, 2.5, 1.9, 7.5, 8.0, 8.1, 8.8, 5.0, 4.2, 4.1]],
    "ties": [[1, 1, 2, 2, 3, 3, 4, 4], [1, 2, 3, 3, 2, 4, 5, 6], [2, 1, 4, 5, 2, 2, 6, 4]],
    "gaps": [[1, 1, 1, 2, 2, NAN, 2, 3, 4, 4], [5.0, 4.0, NAN, 9.0, 8.0, 1.0, 7.5, 2.0, 3.0, 4.5], [2.0, 2.5, 1.9, 7.5, 8.25, 2.0, 8.75, 5.0, 6.0, 6.25]],
    "many": [[float(i % 12) for i in range(120)], [round(v, 1) for v in rng.normal(0, 2, 120) + 5 * (np.arange(120) % 12)],
             [round(v, 1) for v in rng.normal(0, 2, 120) - 3 * (np.arange(120) % 12)]],
}
matrices = {
    "plain": rng.normal(0, 1, (40, 6)) @ np.array([[1, .8, 0, 0, 0, .1], [0, .6, 0, .1, .5, 0], [0, 0, 1, .7, 0, 0], [0, 0, 0, .7, 0, 0], [0, 0, 0, 0, .9, 0], [0, 0, 0, 0, 0, 1]]),
    "many": rng.normal(0, 1, (60, 11)) + rng.normal(0, 1, (60, 1)) * np.linspace(-1, 2, 11),
}


# ---------------------------------------------------------------- formulas
def complete(columns):
    rows = [r for r in zip(*columns) if all(math.isfinite(v) for v in r)]
    return [list(c) for c in zip(*rows)]


def t_two_sided(t, df):
    df = mp.mpf(df)
    return mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True)


def centred(x):
    x = [mp.mpf(v) for v in x]
    mean = mp.fsum(x) / len(x)
    return [v - mean for v in x]


def dot(a, b):
    return mp.fsum(x * y for x, y in zip(a, b))


def tested(r, freedom):
    """p and the Fisher interval of a coefficient whose t has so many degrees of freedom."""
    out = {"r": r}
    if abs(r) < 1:
        out["t"] = r * mp.sqrt(freedom / (1 - r * r))
        out["p"] = t_two_sided(out["t"], freedom)
        if freedom > 1:
            reach = Z / mp.sqrt(freedom - 1)
            out.update(low=mp.tanh(mp.atanh(r) - reach), high=mp.tanh(mp.atanh(r) + reach))
    return out


def floats(d):
    return {k: float(v) for k, v in d.items()}


def limits(low_tail, high_tail, centre, reach, floor=None):
    """The noncentralities at which the statistic lies at the upper and at the lower 2.5 %."""
    start = centre - reach if floor is None else max(floor, centre - reach)
    low = start if low_tail(start) >= 0.025 else brentq(lambda nc: low_tail(nc) - 0.025, start, centre + reach, xtol=1e-13, rtol=1e-15)
    high = start if high_tail(start) <= 0.025 else brentq(lambda nc: high_tail(nc) - 0.025, start, centre + reach, xtol=1e-13, rtol=1e-15)
    return low, high


def point_biserial(pair):
    x, y = complete(pair)
    n = len(x)
    a, b = centred(x), centred(y)
    out = tested(dot(a, b) / mp.sqrt(dot(a, a) * dot(b, b)), n - 2)
    out["n"] = n
    if max(x) < 1e6:
        got = stats.pointbiserialr(y, x)
        assert math.isclose(out["r"], got.statistic, rel_tol=1e-9) and math.isclose(out["p"], got.pvalue, rel_tol=1e-9)
    t = float(out["t"])
    low, high = limits(lambda nc: stats.nct.sf(t, n - 2, nc), lambda nc: stats.nct.cdf(t, n - 2, nc), t, 6 + 3 * abs(t))
    out.update(low=low / math.sqrt(low * low + n), high=high / math.sqrt(high * high + n))
    return floats(out)


def correlation_ratio(pair):
    x, y = complete(pair)
    a = centred(x)
    groups = [[v for v, c in zip(a, y) if c == code] for code in sorted(set(y))]
    n, k = len(a), len(groups)
    between = mp.fsum(len(g) * (mp.fsum(g) / len(g)) ** 2 for g in groups)
    total = dot(a, a)
    df1, df2 = k - 1, n - k
    f = between / df1 / ((total - between) / df2)
    p = mp.betainc(mp.mpf(df2) / 2, mp.mpf(df1) / 2, 0, df2 / (df2 + df1 * f), regularized=True)
    if max(x) < 1e6 and f > 0:
        got = stats.f_oneway(*[[v for v, c in zip(x, y) if c == code] for code in sorted(set(y))])
        assert math.isclose(f, got.statistic, rel_tol=1e-9) and math.isclose(p, got.pvalue, rel_tol=1e-9)
    f_, at = float(f), float(f) * df1
    low, high = limits(lambda nc: stats.ncf.sf(f_, df1, df2, nc), lambda nc: stats.ncf.cdf(f_, df1, df2, nc), at, 60 + 3 * at, 0)
    if p >= 0.025:
        low = 0  # SciPy's ncf is NaN at noncentrality 0
    return floats({"n": n, "r": mp.sqrt(between / total), "f": f, "p": p, "low": math.sqrt(low / (low + n)), "high": math.sqrt(high / (high + n))})


def cramers_v(pair):
    x, y = complete(pair)
    counts = pd.crosstab(np.array(x), np.array(y)).to_numpy()
    n, (r, c) = counts.sum(), counts.shape
    expected = [[mp.mpf(int(a)) * int(b) / int(n) for b in counts.sum(0)] for a in counts.sum(1)]
    chi = mp.fsum((int(counts[i][j]) - expected[i][j]) ** 2 / expected[i][j] for i in range(r) for j in range(c))
    df = (r - 1) * (c - 1)
    p = mp.gammainc(mp.mpf(df) / 2, chi / 2, regularized=True)
    got = stats.chi2_contingency(counts, correction=False)
    assert math.isclose(chi, got.statistic, rel_tol=1e-9, abs_tol=1e-12) and math.isclose(p, got.pvalue, rel_tol=1e-9)
    m = mp.mpf(int(n)) - 1
    square = max(mp.mpf(0), chi / int(n) - df / m)
    v = mp.sqrt(square / (min(r - mp.mpf(r - 1) ** 2 / m, c - mp.mpf(c - 1) ** 2 / m) - 1))
    scale = n * (min(r, c) - 1)
    low, high = limits(lambda nc: stats.ncx2.sf(float(chi), df, nc), lambda nc: stats.ncx2.cdf(float(chi), df, nc), float(chi), 120, 0)
    return floats({"n": n, "r": v, "chi": chi, "p": p, "low": min(1, math.sqrt(low / scale)), "high": min(1, math.sqrt(high / scale))})


def residuals(x, given):
    """What the given columns, centred, leave of a centred column."""
    if not given:
        return x
    basis = []
    for g in given:
        for b in basis:
            factor = dot(g, b) / dot(b, b)
            g = [u - factor * v for u, v in zip(g, b)]
        basis.append(g)
    for b in basis:
        factor = dot(x, b) / dot(b, b)
        x = [u - factor * v for u, v in zip(x, b)]
    return x


def partial_correlation(columns, ranked):
    columns = complete(columns)
    raw = columns
    if ranked:
        columns = [list(stats.rankdata(c)) for c in columns]
    c = [centred(v) for v in columns]
    n, k = len(c[0]), len(c) - 2
    x, y = residuals(c[0], c[2:]), residuals(c[1], c[2:])
    out = {"n": n, **{f"both {f}": v for f, v in tested(dot(x, y) / mp.sqrt(dot(x, x) * dot(y, y)), n - 2 - k).items()}}
    out.update({f"second {f}": v for f, v in tested(dot(c[0], y) / mp.sqrt(dot(c[0], c[0]) * dot(y, y)), n - 2 - k).items()})
    out = floats(out)
    names = [f"c{i}" for i in range(k)]
    frame = pd.DataFrame(dict(zip(["x", "y"] + names, raw)))
    for field, covariates in (("both", {"covar": names}), ("second", {"y_covar": names})):
        got = pingouin.partial_corr(frame, x="x", y="y", method="spearman" if ranked else "pearson", **covariates)
        if max(raw[0]) < 1e6:
            assert math.isclose(out[f"{field} r"], got["r"].iloc[0], rel_tol=1e-6), (out, got)
            p = got.filter(regex="^p").iloc[0, 0]
            assert math.isclose(out[f"{field} p"], p, rel_tol=1e-5), (out, got)
    return out


def exact_spearman(pair):
    """Every order of y: no more than 9! of them."""
    x, y = stats.rankdata(pair[0]), stats.rankdata(pair[1])
    n = len(x)
    total = int(((x - y) ** 2).sum())
    orders = np.array(list(itertools.permutations(range(1, n + 1))), dtype=np.int64)
    sums = ((orders - np.arange(1, n + 1)) ** 2).sum(axis=1)
    middle = (n**3 - n) / 6
    tail = (sums >= total).mean() if total > middle else (sums <= total).mean()
    return {"n": n, "r": 1 - 6 * total / (n**3 - n), "p": min(1, 2 * tail)}


def distance(pair):
    x, y = complete(pair)
    n = len(x)
    a = [[abs(mp.mpf(u) - mp.mpf(v)) for v in x] for u in x]
    b = [[abs(mp.mpf(u) - mp.mpf(v)) for v in y] for u in y]
    rows_a, rows_b = [mp.fsum(r) for r in a], [mp.fsum(r) for r in b]
    all_a, all_b = mp.fsum(rows_a), mp.fsum(rows_b)

    def covariance(p, rp, tp, q, rq, tq, corrected):
        cross = mp.fsum(dot(u, v) for u, v in zip(p, q))
        if corrected:
            return (cross - 2 * dot(rp, rq) / (n - 2) + tp * tq / ((n - 1) * (n - 2))) / (n * (n - 3))
        return (cross - 2 * dot(rp, rq) / n + tp * tq / (mp.mpf(n) * n)) / (mp.mpf(n) * n)

    def ratio(corrected):
        ab = covariance(a, rows_a, all_a, b, rows_b, all_b, corrected)
        aa = covariance(a, rows_a, all_a, a, rows_a, all_a, corrected)
        bb = covariance(b, rows_b, all_b, b, rows_b, all_b, corrected)
        return ab / mp.sqrt(aa * bb)

    plain, corrected = mp.sqrt(ratio(False)), ratio(True)
    if max(x) < 1e6:
        assert math.isclose(plain, dcor.distance_correlation(np.array(x, float), np.array(y, float)), rel_tol=1e-9)
        assert math.isclose(corrected, dcor.u_distance_correlation_sqr(np.array(x, float), np.array(y, float)), rel_tol=1e-7)
    statistic = n * corrected + 1
    p = mp.erfc(mp.sqrt(statistic / 2)) if statistic > 0 else mp.mpf(1)
    return floats({"n": n, "r": plain, "corrected": corrected, "p": p})


def weighted_pair(columns):
    """The same as of a table in which each row stands as often as its weight says."""
    x, y, w = complete(columns)
    x, y = (np.repeat(np.array(c, float), np.array(w, int)) for c in (x, y))
    out = {"n": len(x)}
    for name, (u, v) in {"pearson": (x, y), "spearman": (stats.rankdata(x), stats.rankdata(y))}.items():
        a, b = centred([float(i) for i in u]), centred([float(i) for i in v])
        r = dot(a, b) / mp.sqrt(dot(a, a) * dot(b, b))
        n = mp.mpf(len(x))
        error = 1 / mp.sqrt(n - 3) if name == "pearson" else mp.sqrt((1 + r * r / 2) / (n - 3))
        t = r * mp.sqrt((n - 2) / (1 - r * r))
        out.update({f"{name} r": r, f"{name} p": t_two_sided(t, n - 2),
                    f"{name} low": mp.tanh(mp.atanh(r) - Z * error), f"{name} high": mp.tanh(mp.atanh(r) + Z * error)})
    return floats(out)


def repeated_measures(columns):
    s, x, y = complete(columns)
    a, b = [], []
    for subject in sorted(set(s)):
        rows = [i for i in range(len(s)) if s[i] == subject]
        a += centred([x[i] for i in rows])
        b += centred([y[i] for i in rows])
    freedom = len(s) - len(set(s)) - 1
    out = floats({"n": len(s), "df": freedom, **tested(dot(a, b) / mp.sqrt(dot(a, a) * dot(b, b)), freedom)})
    frame = pd.DataFrame({"s": s, "x": x, "y": y})
    counts = frame["s"].value_counts()
    frame = frame[frame["s"].map(counts) > 1]
    got = pingouin.rm_corr(frame, x="x", y="y", subject="s")
    assert math.isclose(out["r"], got["r"].iloc[0], rel_tol=1e-6), (out, got)
    return out


def order(matrix):
    r = np.corrcoef(matrix.T)
    away = 1 - np.abs(r)
    np.fill_diagonal(away, 0)
    leaves = leaves_list(linkage(squareform(away, checks=False), "average"))
    out = {f"order {i}": v for i, v in enumerate(leaves)}
    return {**out, **{f"r {i} {j}": r[i][j] for i in range(len(r)) for j in range(i)}}


def by_name(f, kind, data, *more):
    return {f"{kind} {name}": f(v, *more) for name, v in data.items()}


ranked = {k: v for k, v in partial.items() if k != "close"}  # there the given ranks are those of x
expected = {
    "point_biserial": by_name(point_biserial, "halves", halves), "correlation_ratio": by_name(correlation_ratio, "kinds", kinds),
    "cramers_v": by_name(cramers_v, "codes", codes), "partial": by_name(partial_correlation, "partial", partial, False),
    "partial ranks": by_name(partial_correlation, "partial", ranked, True), "spearman": by_name(exact_spearman, "pairs", pairs),
    "distance": by_name(distance, "bent", bent), "weighted": by_name(weighted_pair, "weighted", weighted),
    "repeated": by_name(repeated_measures, "repeated", repeated), "order": by_name(order, "matrix", matrices),
}
all_pairs = {**{f"halves {k}": v for k, v in halves.items()}, **{f"kinds {k}": v for k, v in kinds.items()},
             **{f"codes {k}": v for k, v in codes.items()}, **{f"pairs {k}": v for k, v in pairs.items()},
             **{f"bent {k}": v for k, v in bent.items()}}
result = {
    "versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__, "mpmath": mp.__version__,
                 "pingouin": pingouin.__version__, "dcor": dcor.__version__},
    "sets": {}, "pairs": {k: {"x": v[0], "y": v[1]} for k, v in all_pairs.items()},
    "groups": {**{f"partial {k}": v for k, v in partial.items()}, **{f"weighted {k}": v for k, v in weighted.items()},
               **{f"repeated {k}": v for k, v in repeated.items()}, **{f"matrix {k}": v.T.tolist() for k, v in matrices.items()}},
    "tables": {}, "p": {}, "expected": expected,
}


def cleaned(v):
    if isinstance(v, dict):
        return {k: cleaned(x) for k, x in v.items()}
    if isinstance(v, (list, tuple)):
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
