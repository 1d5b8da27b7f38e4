#!/usr/bin/env python3
"""Writes reference.json: the data sets of the statistics tests and the values that others compute of them.

usage: reference.py > reference.json

Needs numpy 2.4.6, scipy 1.17.1, pandas 3.1, statsmodels 0.15, matplotlib 3.11 and mpmath 1.4. Moments, correlations and
lines are computed by mpmath with 60 digits from the doubles as they are, since SciPy itself loses digits where the mean
dwarfs the spread; on ordinary data the script asserts that SciPy or pandas agrees. Each other value names its call below.
"""
import json
import math
import platform
import warnings

import matplotlib
import mpmath as mp
import numpy as np
import pandas as pd
import scipy
import statsmodels
from matplotlib.cbook import boxplot_stats
from scipy import stats
from scipy.optimize import brentq
from statsmodels.nonparametric.smoothers_lowess import lowess
from statsmodels.stats.multitest import multipletests

mp.mp.dps = 60
warnings.simplefilter("ignore")
NAN = float("nan")
rng = np.random.default_rng(20260131)


def plain(x):
    return [float(v) for v in x if math.isfinite(v)]  # numpy bins whole numbers otherwise


# ---------------------------------------------------------------- data
sets = {
    "plain": [2.5, 3.1, 4.7, 1.2, 9.9, 6.3, 5.5, 7.1, 0.4, 3.3, 8.8, 12.6, 5.1, 2.2, 4.4],
    "ties": [1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 5],
    "gaps": [4.5, NAN, 2.25, 7.75, NAN, 3.5, 9.125, float("inf"), 1.5, 6.0],
    "four": [3.0, -1.0, 4.0, 1.5],
    "offset": [1e9 + v for v in [0.25, 0.5, 0.125, 0.875, 0.75, 0.625, 1.5, 0.0]],
    "small": [v * 1e-170 for v in [3.0, 1.0, 4.0, 1.0, 5.0, 9.0]],
    "large": [v * 1e160 for v in [3.0, 1.0, -4.0, 1.0, 5.0, 9.0]],
    "many": [round(v, 1) for v in rng.gamma(2, 15, 800)],
}
x = rng.normal(50, 12, 300)
many_y = 0.4 * x + rng.normal(0, 9, 300)
pairs = {
    "plain": ([1.5, 2.3, 3.8, 4.1, 5.9, 6.2, 7.7, 8.4, 9.0, 10.6], [2.1, 1.9, 4.4, 3.2, 5.5, 7.9, 6.1, 8.8, 8.2, 11.0]),
    "ties": ([1, 1, 2, 2, 2, 3, 4, 4, 5, 6, 6, 6], [2, 3, 2, 2, 4, 4, 3, 5, 5, 5, 7, 6]),
    "gaps": ([1.0, NAN, 3.0, 4.0, 5.5, 7.0, float("inf"), 8.5], [9.0, 8.0, NAN, 5.0, 6.5, 2.0, 1.0, 0.5]),
    "five": ([3.0, 1.0, 4.0, 1.5, 9.0], [2.0, 7.0, 1.0, 8.0, 2.5]),
    "offset": ([1e8 + v for v in [0.5, 1.25, 2.0, 3.5, 4.75, 5.0]], [2e8 - v for v in [0.25, 1.0, 2.5, 3.0, 5.25, 4.5]]),
    "close": ([float(i) for i in range(1, 13)], [2 * i + 1 + (-1) ** i * 1e-5 for i in range(1, 13)]),
    "many": ([round(v, 1) for v in x], [round(v, 1) for v in many_y]),
}
groups = {
    "two": [[5.1, 4.9, 6.2, 5.7, 6.0, 5.3, 4.4, 6.6], [6.9, 7.2, 5.8, 8.1, 6.4, 7.7, 7.0, 6.1, 8.8, 5.9, 7.4]],
    "two ties": [[1, 2, 2, 3, 3, 3, 4], [2, 3, 3, 4, 4, 5, 5, 5]],
    "two gaps": [[1.5, NAN, 2.5, 4.0, float("-inf"), 3.25], [NAN, 5.0, 2.0, 6.5, 4.75]],
    "two unequal": [[10.0, 30.0, 20.0], [round(v, 2) for v in rng.normal(21, 2, 60)]],
    "two offset": [[1e9 + v for v in [0.5, 0.25, 0.75, 1.0]], [1e9 + v for v in [1.5, 1.25, 0.875, 1.75, 2.0]]],
    "three": [[6.1, 5.4, 7.0, 6.6], [8.2, 7.9, 9.1, 7.3, 8.8], [5.0, 6.2, 5.8, 4.9, 5.5, 6.0]],
    "three ties": [[1, 1, 2, 3], [2, 2, 3, 4, 4], [1, 3, 3, 3]],
    "three gaps": [[2.0, NAN, 3.5, 4.25], [NAN, 6.0, 5.5, 7.25], [1.0, 2.75, float("inf"), 2.5]],
    "three offset": [[1e7 + v for v in [0.25, 0.5, 0.375]], [1e7 + v for v in [0.75, 1.0, 0.5, 0.625]], [1e7 + v for v in [0.125, 0.5, 0.25]]],
    "five": [[round(v, 1) for v in rng.normal(40 + 2 * k, 6 + k, 25 + 5 * k)] for k in range(5)],
}
tables = {
    "two by two": [[12, 5], [7, 16]],
    "three by four": [[10, 20, 30, 5], [8, 25, 12, 9], [4, 7, 22, 31]],
    "sparse": [[1, 0, 2], [3, 4, 0]],
}


# ---------------------------------------------------------------- one column
def moments(values):
    v = [mp.mpf(x) for x in values]
    n = len(v)
    mean = mp.fsum(v) / n
    m2, m3, m4 = (mp.fsum((x - mean) ** k for x in v) / n for k in (2, 3, 4))
    g1, g2 = m3 / m2 ** mp.mpf(1.5), m4 / m2**2 - 3
    sd = mp.sqrt(m2 * n / (n - 1))
    return {"mean": mean, "std": sd, "se": sd / mp.sqrt(n), "g1": g1, "g2": g2, "G1": g1 * mp.sqrt(n * (n - 1)) / (n - 2),
            "G2": (n - 1) / mp.mpf((n - 2) * (n - 3)) * ((n + 1) * g2 + 6)}


def describe(values):
    v = np.array(plain(values))
    out = {k: float(m) for k, m in moments(v).items()}
    if np.abs(v).max() < 1e6 and np.abs(v).min() > 1e-6 or len(v) == 4:
        s = pd.Series(v)
        for ours, theirs in (("mean", s.mean()), ("std", s.std()), ("G1", s.skew()), ("G2", s.kurt()),
                             ("g1", stats.skew(v)), ("g2", stats.kurtosis(v))):
            assert math.isclose(out[ours], theirs, rel_tol=1e-9, abs_tol=1e-12), (ours, out[ours], theirs)
    q = np.quantile(v, [0, 0.25, 0.5, 0.75, 1])
    out.update(n=len(v), min=q[0], q1=q[1], median=q[2], q3=q[3], max=q[4], mad=stats.median_abs_deviation(v),
               distinct=len(np.unique(v)), top=stats.mode(v).mode, top_count=stats.mode(v).count,
               missing=sum(math.isnan(x) for x in values), infinite=sum(math.isinf(x) for x in values))
    return out


KINDS = {"r1": "inverted_cdf", "r2": "averaged_inverted_cdf", "r6": "weibull", "r7": "linear", "r8": "median_unbiased"}


def quantiles(values):
    return {f"{kind} {p}": np.quantile(plain(values), p, method=m) for kind, m in KINDS.items() for p in (0, 0.1, 1 / 3, 0.5, 0.9, 1)}


def histogram(values):
    v = plain(values)
    out = {}
    for ours, theirs in (("fd", "fd"), ("scott", "scott"), ("sturges", "sturges"), ("7", 7)):
        counts, edges = np.histogram(v, bins=np.histogram_bin_edges(v, theirs))
        out.update({f"{ours} count {i}": c for i, c in enumerate(counts)})
        out.update({f"{ours} edge {i}": e for i, e in enumerate(edges)})
    return out


def box(values):
    b = boxplot_stats(plain(values))[0]
    out = {"low": b["whislo"], "q1": b["q1"], "median": b["med"], "q3": b["q3"], "high": b["whishi"], "mean": b["mean"]}
    out.update({f"outlier {i}": v for i, v in enumerate(sorted(b["fliers"]))})
    return out


def density(values):
    v = np.array(plain(values))
    out = {}
    for name in ("scott", "silverman"):
        kde = stats.gaussian_kde(v, name)
        width = math.sqrt(kde.covariance[0, 0])
        grid = np.linspace(v.min() - 3 * width, v.max() + 3 * width, 9)
        out[f"{name} width"] = width
        out.update({f"{name} {i}": d for i, d in enumerate(kde(grid))})
    return out


def series(values):
    s = pd.Series([v if math.isfinite(v) else NAN for v in values])
    out = {}
    for name, result in (("moving3", s.rolling(3).mean()), ("ewma4", s.ewm(span=4, adjust=True).mean()),
                         ("cumulative", s.cumsum()), ("change", s.diff()), ("rank", s.rank())):
        out.update({f"{name} {i}": v for i, v in enumerate(result)})
    return out


# ---------------------------------------------------------------- two columns
def t_two_sided(t, df):
    return mp.betainc(mp.mpf(df) / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True)


def complete(pair):
    rows = [(a, b) for a, b in zip(*pair) if math.isfinite(a) and math.isfinite(b)]
    return [a for a, _ in rows], [b for _, b in rows]


def cross(pair):
    x, y = ([mp.mpf(v) for v in c] for c in complete(pair))
    n = len(x)
    mx, my = mp.fsum(x) / n, mp.fsum(y) / n
    sxx = mp.fsum((a - mx) ** 2 for a in x)
    syy = mp.fsum((b - my) ** 2 for b in y)
    return n, x, y, mx, my, sxx, syy, mp.fsum((a - mx) * (b - my) for a, b in zip(x, y))


Z = mp.sqrt(2) * mp.erfinv(mp.mpf("0.95"))


def correlation(pair, error):
    n, _, _, _, _, sxx, syy, sxy = cross(pair)
    r = sxy / mp.sqrt(sxx * syy)
    t = r * mp.sqrt((n - 2) / (1 - r * r))
    reach = Z * error(r, n)
    return {"n": n, "r": r, "t": t, "p": t_two_sided(t, n - 2), "low": mp.tanh(mp.atanh(r) - reach), "high": mp.tanh(mp.atanh(r) + reach)}


def floats(d):
    return {k: float(v) for k, v in d.items()}


def pearson(pair):
    out = floats(correlation(pair, lambda r, n: 1 / mp.sqrt(n - 3)))
    got = stats.pearsonr(*complete(pair))
    ci = got.confidence_interval()
    for ours, theirs in (("r", got.statistic), ("low", ci.low), ("high", ci.high)):
        assert math.isclose(out[ours], theirs, rel_tol=1e-6), (out[ours], theirs)
    assert math.isclose(out["p"], got.pvalue, rel_tol=1e-4), (out["p"], got.pvalue)
    return out


def spearman(pair):
    x, y = complete(pair)
    out = floats(correlation((list(stats.rankdata(x)), list(stats.rankdata(y))), lambda r, n: mp.sqrt((1 + r * r / 2) / (n - 3)))
                 if len(set(stats.rankdata(x) - stats.rankdata(y))) > 1 else {"n": len(x), "r": 1, "p": 0})
    got = stats.spearmanr(x, y)
    assert math.isclose(out["r"], got.statistic, rel_tol=1e-9) and math.isclose(out["p"], got.pvalue, rel_tol=1e-8)
    return out


def kendall(pair):
    x, y = complete(pair)
    tied = len(set(x)) < len(x) or len(set(y)) < len(y)
    exact = not tied and len(x) <= 50
    got = stats.kendalltau(x, y, method="exact" if exact else "asymptotic")
    r, n = mp.mpf(float(got.statistic)), len(x)
    out = {"n": n, "r": r, "p": got.pvalue}
    if n > 4 and abs(r) < 1:
        reach = Z * mp.sqrt(mp.mpf("0.437") / (n - 4))
        out.update(low=mp.tanh(mp.atanh(r) - reach), high=mp.tanh(mp.atanh(r) + reach))
    return floats(out)


def line(pair):
    n, x, y, mx, my, sxx, syy, sxy = cross(pair)
    slope = sxy / sxx
    intercept = my - slope * mx
    sd = mp.sqrt(mp.fsum((b - intercept - slope * a) ** 2 for a, b in zip(x, y)) / (n - 2))
    se = sd / mp.sqrt(sxx)
    out = {"n": n, "slope": slope, "intercept": intercept, "slope_se": se, "intercept_se": sd * mp.sqrt(1 / mp.mpf(n) + mx**2 / sxx),
           "sd": sd, "r": sxy / mp.sqrt(sxx * syy), "t": slope / se, "p": t_two_sided(slope / se, n - 2), "sxx": sxx, "mean_x": mx}
    critical = mp.mpf(float(stats.t.isf(0.025, n - 2)))
    at = x[1] + 1
    height = intercept + slope * at
    mean_reach = critical * sd * mp.sqrt(1 / mp.mpf(n) + (at - mx) ** 2 / sxx)
    new_reach = critical * sd * mp.sqrt(1 + 1 / mp.mpf(n) + (at - mx) ** 2 / sxx)
    out.update(at=at, height=height, low=height - mean_reach, high=height + mean_reach, new_low=height - new_reach, new_high=height + new_reach)
    out = floats(out)
    got = stats.linregress(*complete(pair))
    assert math.isclose(out["slope"], got.slope, rel_tol=1e-6) and math.isclose(out["slope_se"], got.stderr, rel_tol=1e-4)
    return out


def smooth(pair):
    x, y = (np.array(c) for c in complete(pair))
    grid = np.linspace(x.min(), x.max(), 7)
    heights = lowess(y, x, frac=0.75, it=0, delta=0.0, xvals=grid)
    return {f"{i}": h for i, h in enumerate(heights)}


# ---------------------------------------------------------------- groups
def limits(low_tail, high_tail, centre, reach, floor=None):
    """The noncentralities at which the statistic lies at the upper and at the lower 2.5 %."""
    start = centre - reach if floor is None else max(floor, centre - reach)
    low = start if low_tail(start) >= 0.025 else brentq(lambda nc: low_tail(nc) - 0.025, start, centre + reach, xtol=1e-13, rtol=1e-15)
    high = start if high_tail(start) <= 0.025 else brentq(lambda nc: high_tail(nc) - 0.025, start, centre + reach, xtol=1e-13, rtol=1e-15)
    return low, high


def cliff(a, b):
    d = np.sign(np.subtract.outer(np.array(a), np.array(b)))
    n1, n2 = d.shape
    delta = d.mean()
    first = ((d.mean(axis=1) - delta) ** 2).sum()
    second = ((d.mean(axis=0) - delta) ** 2).sum()
    variance = (n2**2 * first + n1**2 * second - ((d - delta) ** 2).sum()) / (n1 * n2 * (n1 - 1) * (n2 - 1))
    variance = max(variance, (1 - delta**2) / (n1 * n2 - 1))
    z = float(Z)
    reach = z * math.sqrt(variance) * math.sqrt((1 - delta**2) ** 2 + z**2 * variance)
    divisor = 1 - delta**2 + z**2 * variance
    return {"delta": delta, "delta low": (delta - delta**3 - reach) / divisor, "delta high": (delta - delta**3 + reach) / divisor}


def two_groups(samples):
    a, b = (plain(s) for s in samples)
    shift = a[0] if abs(a[0]) > 1e6 else 0  # exact here, and SciPy then keeps its digits
    a, b = [v - shift for v in a], [v - shift for v in b]
    out = {}
    for name, equal in (("welch", False), ("student", True)):
        got = stats.ttest_ind(a, b, equal_var=equal)
        ci = got.confidence_interval()
        out.update({f"{name} t": got.statistic, f"{name} df": got.df, f"{name} p": got.pvalue, f"{name} low": ci.low, f"{name} high": ci.high})
    tied = len(set(a + b)) < len(a + b)
    exact = not tied and max(len(a), len(b)) < 50
    got = stats.mannwhitneyu(a, b, method="exact" if exact else "asymptotic")
    out.update({"u": got.statistic, "u p": got.pvalue})
    scale = math.sqrt(1 / len(a) + 1 / len(b))
    t, df = out["student t"], out["student df"]
    low, high = limits(lambda nc: stats.nct.sf(t, df, nc), lambda nc: stats.nct.cdf(t, df, nc), t, 6)
    m = mp.mpf(df)
    j = float(mp.gamma(m / 2) / (mp.sqrt(m / 2) * mp.gamma((m - 1) / 2)))
    out.update({"d": t * scale, "d low": low * scale, "d high": high * scale, "g": t * scale * j, "j": j})
    out.update(cliff(a, b))
    return out


def more_groups(samples):
    g = [plain(s) for s in samples]
    shift = g[0][0] if abs(g[0][0]) > 1e6 else 0
    g = [[v - shift for v in s] for s in g]
    out = {}
    for name, equal in (("anova", True), ("welch", False)):
        got = stats.f_oneway(*g, equal_var=equal)
        out.update({f"{name} f": got.statistic, f"{name} p": got.pvalue})
    got = stats.kruskal(*g)
    out.update({"h": got.statistic, "h p": got.pvalue})
    n, k = sum(map(len, g)), len(g)
    everything = np.concatenate(g)
    within = sum(((np.array(s) - np.mean(s)) ** 2).sum() for s in g)
    total = ((everything - everything.mean()) ** 2).sum()
    f, df1, df2 = out["anova f"], k - 1, n - k
    low, high = limits(lambda nc: stats.ncf.sf(f, df1, df2, nc), lambda nc: stats.ncf.cdf(f, df1, df2, nc), f * df1, 60 + 3 * f * df1, 0)
    out.update({"eta": 1 - within / total, "omega": (total - within - df1 * within / df2) / (total + within / df2),
                "eta low": low / (low + n), "eta high": high / (high + n)})
    return out


def table(counts):
    got = stats.chi2_contingency(counts, correction=False)
    n = np.sum(counts)
    scale = n * (min(np.shape(counts)) - 1)
    low, high = limits(lambda nc: stats.ncx2.sf(got.statistic, got.dof, nc), lambda nc: stats.ncx2.cdf(got.statistic, got.dof, nc),
                       got.statistic, 80, 0)
    return {"chi": got.statistic, "df": got.dof, "p": got.pvalue, "v": stats.contingency.association(counts, method="cramer"),
            "v low": math.sqrt(low / scale), "v high": math.sqrt(high / scale)}


def adjusted(p):
    names = {"bonferroni": "bonferroni", "holm": "holm", "bh": "fdr_bh", "by": "fdr_by"}
    return {f"{ours} {i}": v for ours, theirs in names.items() for i, v in enumerate(multipletests(p, method=theirs)[1])}


# ---------------------------------------------------------------- distributions, by mpmath with 60 digits
def distributions():
    half = mp.mpf(1) / 2
    out = {}
    for z in (0.0, 0.5, 1.96, 5.0, 12.0, 37.0):
        out[f"normal {z}"] = mp.erfc(mp.mpf(z) / mp.sqrt(2)) / 2
    for t, df in ((0.3, 1), (2.0, 3), (2.5, 7.5), (4.0, 30), (40.0, 100), (50.0, 300), (1e10, 25), (36.0, 1e6)):
        t_, df_ = mp.mpf(t), mp.mpf(df)
        out[f"t {t} {float(df)}"] = mp.betainc(df_ / 2, half, 0, df_ / (df_ + t_ * t_), regularized=True) / 2
    for c, df in ((0.1, 1), (3.84, 1), (12.5, 4), (60.0, 7), (300.0, 20), (1350.0, 12)):
        out[f"chi {c} {float(df)}"] = mp.gammainc(mp.mpf(df) / 2, mp.mpf(c) / 2, regularized=True)
    for f, a, b in ((0.5, 1, 4), (3.2, 3, 17.5), (8.0, 5, 200), (90.0, 4, 300), (700.0, 2, 400), (1e8, 3, 50)):
        a_, b_, f_ = mp.mpf(a), mp.mpf(b), mp.mpf(f)
        out[f"f {f} {float(a)} {float(b)}"] = mp.betainc(b_ / 2, a_ / 2, 0, b_ / (b_ + a_ * f_), regularized=True)
    assert min(out.values()) > mp.mpf(10) ** -300, min(out.items(), key=lambda item: item[1])
    return floats(out)


def by_name(f, data):
    return {name: f(v) for name, v in data.items()}


ordinary = {k: v for k, v in sets.items() if k in ("plain", "ties", "gaps", "many")}
p_values = {"plain": [0.01, 0.04, 0.03, 0.005, 0.5], "ties": [0.02, 0.02, 0.6, 0.001, 0.02, 0.9], "one": [0.03]}
result = {
    "versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__, "pandas": pd.__version__,
                 "statsmodels": statsmodels.__version__, "matplotlib": matplotlib.__version__, "mpmath": mp.__version__},
    "sets": sets, "pairs": {k: {"x": v[0], "y": v[1]} for k, v in pairs.items()}, "groups": groups, "tables": tables, "p": p_values,
    "expected": {
        "describe": by_name(describe, sets), "quantile": by_name(quantiles, ordinary), "histogram": by_name(histogram, ordinary),
        "box": by_name(box, ordinary), "density": by_name(density, ordinary), "series": by_name(series, {k: ordinary[k] for k in ("plain", "ties", "gaps")}),
        "pearson": by_name(pearson, pairs), "spearman": by_name(spearman, pairs), "kendall": by_name(kendall, pairs),
        "line": by_name(line, pairs), "loess": by_name(smooth, {k: pairs[k] for k in ("plain", "ties", "many")}),
        "two": by_name(two_groups, {k: v for k, v in groups.items() if len(v) == 2}),
        "more": by_name(more_groups, {k: v for k, v in groups.items() if len(v) > 2}),
        "table": by_name(table, tables), "adjusted": by_name(adjusted, p_values), "distributions": {"survival": distributions()},
    },
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
