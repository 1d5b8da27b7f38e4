#!/usr/bin/env python3
"""Writes groups.json: data sets of groups, pairs and tables, and what others compute of them.

usage: groups.py > groups.json

Needs numpy 2.4.6, scipy 1.17.1, statsmodels 0.15, scikit-posthocs 0.17.1, pingouin 0.7 and mpmath 1.4, and Rscript 4.2.2 on
the path. Each value names its call below; exact p-values with ties are counted here with whole numbers.
"""
import itertools
import json
import math
import subprocess
import warnings
from fractions import Fraction

import mpmath as mp
import numpy as np
import pingouin
import scikit_posthocs
import scipy
import statsmodels
from scipy import special, stats
from scipy.stats import contingency
from statsmodels.stats.multicomp import pairwise_tukeyhsd
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.oneway import effectsize_oneway
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

import pandas as pd

mp.mp.dps = 40
warnings.simplefilter("ignore")
NAN = float("nan")
rng = np.random.default_rng(20260131)

pairs = {
    "plain": ([5.1, 4.9, 6.2, 5.7, 6.0, 5.3, 4.4, 6.6], [6.9, 4.2, 5.8, 8.1, 6.45, 7.75, 7.0, 6.15]),
    "ties": ([1, 2, 2, 3, 5, 4, 4, 6, 7, 3], [2, 2, 4, 1, 3, 5, 6, 4, 8, 3]),
    "gaps": ([2.5, NAN, 3.25, 7.0, 8.5, float("inf"), 1.0, 4.75], [1.5, 4.0, NAN, 9.25, 5.0, 2.0, 3.5, 6.0]),
    "offset": ([1e9 + v for v in [0.5, 0.25, 0.75, 1.0, 0.125]], [1e9 + v for v in [1.5, 1.0, 0.875, 1.875, 2.0]]),
    "two": ([1.0, 3.0], [2.0, 5.0]),
    "many": ([round(v, 1) for v in rng.normal(50, 9, 80)], [round(v, 1) for v in rng.normal(52, 9, 80)]),
}
groups = {
    "two ties": [[1, 2, 2, 3, 3, 3, 4], [2, 3, 3, 4, 4, 5, 5, 5]],
    "two tiny": [[1, 1], [1, 2, 2]],
    "two skewed": [[0, 0, 0, 0, 1, 2, 9], [0, 1, 1, 3, 8, 12, 30, 30, 41, 7, 0]],
    "three": [[6.1, 5.4, 7.0, 6.6], [8.2, 7.9, 9.1, 7.3, 8.8], [5.0, 6.2, 5.8, 4.9, 5.5, 6.0]],
    "three ties": [[1, 1, 2, 3], [2, 2, 3, 4, 4], [1, 3, 3, 3]],
    "three offset": [[1e7 + v for v in [0.25, 0.5, 0.375]], [1e7 + v for v in [0.75, 1.0, 0.5, 0.625]], [1e7 + v for v in [0.125, 0.5, 0.25]]],
    "five": [[round(v, 1) for v in rng.normal(40 + 2 * k, 6 + k, 25 + 5 * k)] for k in range(5)],
}
tables = {
    "two by two": [[12, 5], [7, 16]],
    "tea": [[3, 1], [1, 3]],
    "zero": [[0, 6], [5, 4]],
    "corner": [[7, 0], [0, 9]],
    "large": [[120, 337], [98, 401]],
    "rare": [[2, 99998], [9, 99991]],
    "sparse": [[1, 0, 2], [3, 4, 0]],
    "job": [[1, 2, 1, 0], [3, 3, 6, 1], [2, 0, 4, 3]],
    "three by three": [[3, 0, 4], [1, 8, 2], [0, 2, 5]],
}


def plain(values):
    return [float(v) for v in values if math.isfinite(v)]


def complete(pair):
    rows = [(a, b) for a, b in zip(*pair) if math.isfinite(a) and math.isfinite(b)]
    return np.array([a for a, _ in rows], float), np.array([b for _, b in rows], float)


def shifted(samples):
    """The same groups nearer to 0, where SciPy keeps its digits; exact for these."""
    samples = [plain(s) for s in samples]
    shift = samples[0][0] if abs(samples[0][0]) > 1e6 else 0
    return [np.array([v - shift for v in s]) for s in samples]


def r(code):
    """The numbers that R prints with all digits."""
    text = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True).stdout
    return [float(v) for v in text.split()]


def vector(values):
    return "c(" + ",".join(repr(float(v)) for v in values) + ")"


def limits(low_tail, high_tail, t):
    """Noncentralities that put t at the upper and the lower 2.5 %, by mpmath from SciPy's start."""
    low = scipy.optimize.brentq(lambda nc: low_tail(nc) - 0.025, t - 8, t + 8, xtol=1e-13, rtol=1e-15)
    high = scipy.optimize.brentq(lambda nc: high_tail(nc) - 0.025, t - 8, t + 8, xtol=1e-13, rtol=1e-15)
    return low, high


# ---------------------------------------------------------------- pairs
def signed_rank_exact(d):
    """P(|V - middle| at least as found) over all signs of the ranks, counted with whole numbers."""
    ranks = [int(2 * v) for v in stats.rankdata(np.abs(d))]
    v = sum(x for x, s in zip(ranks, d) if s > 0)
    counts = {0: 1}
    for x in ranks:
        new = dict(counts)
        for s, c in counts.items():
            new[s + x] = new.get(s + x, 0) + c
        counts = new
    total = sum(ranks)
    extreme = sum(c for s, c in counts.items() if abs(2 * s - total) >= abs(2 * v - total))
    return v / 2, float(Fraction(extreme, 2 ** len(ranks)))


def paired(pair):
    x, y = complete(pair)
    got = stats.ttest_rel(x, y)
    ci = got.confidence_interval()
    d = x - y
    out = {"t": got.statistic, "df": got.df, "t p": got.pvalue, "low": ci.low, "high": ci.high, "mean": d.mean(), "sd": d.std(ddof=1)}
    n = len(d)
    low, high = limits(lambda nc: stats.nct.sf(out["t"], n - 1, nc), lambda nc: stats.nct.cdf(out["t"], n - 1, nc), out["t"])
    out.update({"d": out["t"] / math.sqrt(n), "d low": low / math.sqrt(n), "d high": high / math.sqrt(n)})
    nonzero = d[d != 0]
    if len(nonzero) <= 50:
        v, p = signed_rank_exact(nonzero)
        if len(set(np.abs(nonzero))) == len(nonzero):
            assert math.isclose(p, stats.wilcoxon(nonzero, method="exact").pvalue, rel_tol=1e-12)
    else:
        v, p = r(f"w <- wilcox.test({vector(d)}, exact=FALSE, correct=TRUE); cat(sprintf('%.17g', c(w$statistic, w$p.value)))")
    out.update({"v": v, "v p": p, "zeros": n - len(nonzero), "rank biserial": (2 * v - len(nonzero) * (len(nonzero) + 1) / 2) / (len(nonzero) * (len(nonzero) + 1) / 2)})
    return out


# ---------------------------------------------------------------- groups
def rank_sum_exact(a, b):
    """P(|W - mean| at least as found) over all choices of the ranks, counted with whole numbers."""
    ranks = [int(2 * v) for v in stats.rankdata(np.concatenate([a, b]))]
    size, total = len(a), sum(ranks)
    found = abs(sum(ranks[:size]) * len(ranks) - total * size)
    counts = {(0, 0): 1}
    for x in ranks:
        new = dict(counts)
        for (k, s), c in counts.items():
            new[(k + 1, s + x)] = new.get((k + 1, s + x), 0) + c
        counts = new
    sums = {s: c for (k, s), c in counts.items() if k == size}
    p = Fraction(sum(c for s, c in sums.items() if abs(s * len(ranks) - total * size) >= found), sum(sums.values()))
    if len(a) + len(b) < 12:
        again = [abs(sum(c) * len(ranks) - total * size) >= found for c in itertools.combinations(ranks, size)]
        assert Fraction(sum(again), len(again)) == p
    return float(p)


def two(samples):
    a, b = shifted(samples)
    smd = abs(a.mean() - b.mean()) / math.sqrt((a.var(ddof=1) + b.var(ddof=1)) / 2)
    return {"exact p": rank_sum_exact(a, b), "smd": smd}


def post_hoc(samples):
    g = shifted(samples)
    k, n = len(g), sum(map(len, g))
    out = {}
    got = stats.levene(*g, center="median")
    out.update({"levene": got.statistic, "levene p": got.pvalue})
    h = stats.kruskal(*g).statistic
    out["epsilon"] = h / (n - 1)
    values, labels = np.concatenate(g), np.concatenate([[i] * len(s) for i, s in enumerate(g)])
    tukey = stats.tukey_hsd(*g)
    ci = tukey.confidence_interval()
    again = pairwise_tukeyhsd(values, labels)
    howell = pingouin.pairwise_gameshowell(pd.DataFrame({"v": values, "g": labels}), dv="v", between="g")
    dunn_p = scikit_posthocs.posthoc_dunn([list(s) for s in g], p_adjust=None).to_numpy()
    pairs = list(itertools.combinations(range(k), 2))
    holm = multipletests([dunn_p[i, j] for i, j in pairs], method="holm")[1]
    mse = sum(((s - s.mean()) ** 2).sum() for s in g) / (n - k)
    for index, (i, j) in enumerate(pairs):
        difference = g[i].mean() - g[j].mean()
        q = abs(difference) / math.sqrt(mse / 2 * (1 / len(g[i]) + 1 / len(g[j])))
        assert math.isclose(tukey.pvalue[i, j], stats.studentized_range.sf(q, k, n - k), rel_tol=1e-6, abs_tol=1e-9)
        assert math.isclose(again.meandiffs[index], -difference, rel_tol=1e-9)
        va, vb = g[i].var(ddof=1) / len(g[i]), g[j].var(ddof=1) / len(g[j])
        df = (va + vb) ** 2 / (va**2 / (len(g[i]) - 1) + vb**2 / (len(g[j]) - 1))
        t = difference / math.sqrt(va + vb)
        game = stats.studentized_range.sf(abs(t) * math.sqrt(2), k, df)
        assert math.isclose(howell["pval"][index], game, rel_tol=1e-6, abs_tol=1e-9)
        reach = stats.studentized_range.ppf(0.95, k, df) / math.sqrt(2) * math.sqrt(va + vb)
        out.update({f"difference {index}": difference, f"tukey p {index}": tukey.pvalue[i, j], f"tukey low {index}": ci.low[i, j],
                    f"tukey high {index}": ci.high[i, j], f"howell t {index}": t, f"howell df {index}": df, f"howell p {index}": game,
                    f"howell low {index}": difference - reach, f"howell high {index}": difference + reach,
                    f"dunn p {index}": dunn_p[i, j], f"dunn holm {index}": holm[index]})
    return out


# ---------------------------------------------------------------- the studentised range
NODES, WEIGHTS = np.polynomial.legendre.leggauss(24)


def panels(low, high, count):
    """Gauss and Legendre's nodes and weights on panels side by side."""
    edges = np.linspace(low, high, count + 1)
    half = np.diff(edges)[:, None] / 2
    return (edges[:-1, None] + half + half * NODES).ravel(), (half * WEIGHTS).ravel()


def range_survival(w, k):
    """P(range > w) of k standard normal values, relative to itself, for many w at once."""
    z, weights = panels(-11, 11, 60)
    z = z[None, :] + w[:, None] / 2
    upper, both = special.log_ndtr(z), special.log_ndtr(z - w[:, None])
    share = -np.expm1((k - 1) * np.log1p(-np.minimum(1, np.exp(both - upper))))
    return k * (np.exp(-z * z / 2 + (k - 1) * upper) * share / math.sqrt(2 * math.pi)) @ weights


def studentized(q, k, df):
    width = max(1 / math.sqrt(2 * df), 0.05)
    u, weights = panels(-(45 / df + math.log(max(q, 1)) + 9 * width), 9 * width, 150)
    density = np.exp(-df / 2 * (np.expm1(2 * u) - 2 * u))
    constant = mp.exp(mp.log(2) + df / mp.mpf(2) * mp.log(df / mp.mpf(2)) - df / mp.mpf(2) - mp.loggamma(df / mp.mpf(2)))
    return float(constant) * float((density * range_survival(q * np.exp(u), k)) @ weights)


def ranges():
    out = {}
    for q, df in ((3.0, 7.5), (12.0, 60)):  # the range of two is Student's t
        assert math.isclose(studentized(q, 2, df), 2 * stats.t.sf(q / math.sqrt(2), df), rel_tol=1e-12)
    for q, k, df in ((3.5, 3, 10), (0.8, 2, 4), (6.0, 5, 30), (12.0, 4, 60), (2.5, 10, 7.5), (4.7, 20, 200), (30.0, 3, 1.5), (25.0, 3, 120), (5.0, 60, 40)):
        out[f"{q} {k} {float(df)}"] = value = studentized(q, k, df)
        assert math.isclose(value, stats.studentized_range.sf(q, k, df), rel_tol=1e-8, abs_tol=1e-10), (q, k, df, value)
    return out


# ---------------------------------------------------------------- tables
def choose(n, k):
    return math.comb(n, k)


def conditional(counts):
    """The conditional odds ratio, its interval and p by mpmath, as R's fisher.test defines them."""
    (a, b), (c, d) = counts
    row, column, n = a + b, a + c, a + b + c + d
    support = range(max(0, row + column - n), min(row, column) + 1)
    weights = {k: mp.mpf(choose(row, k) * choose(n - row, column - k)) for k in support}
    total = mp.fsum(weights.values())
    p = mp.fsum(w for w in weights.values() if w <= weights[a] * (1 + mp.mpf(10) ** -7)) / total
    out = {"p": p}

    def at(log_odds):
        w = {k: v * mp.exp(log_odds * k) for k, v in weights.items()}
        return w, mp.fsum(w.values())

    def mean(x):
        w, s = at(x)
        return mp.fsum(k * v for k, v in w.items()) / s

    def upper(x):
        w, s = at(x)
        return mp.fsum(v for k, v in w.items() if k >= a) / s

    def lower(x):
        w, s = at(x)
        return mp.fsum(v for k, v in w.items() if k <= a) / s

    def root(f):
        return mp.exp(mp.findroot(f, (-30, 30), solver="anderson", tol=mp.mpf(10) ** -30, maxsteps=500, verify=False))

    first, last = a == support[0], a == support[-1]
    out["odds"] = 0 if first else mp.inf if last else root(lambda x: mean(x) - a)
    out["odds low"] = 0 if first else root(lambda x: upper(x) - mp.mpf("0.025"))
    out["odds high"] = mp.inf if last else root(lambda x: lower(x) - mp.mpf("0.025"))
    got = contingency.odds_ratio(counts, kind="conditional")
    ci = got.confidence_interval()
    for ours, theirs in ((out["odds"], got.statistic), (out["odds low"], ci.low), (out["odds high"], ci.high), (p, stats.fisher_exact(counts).pvalue)):
        assert math.isclose(float(ours), theirs, rel_tol=1e-5), (counts, ours, theirs)
    return {k: float(v) for k, v in out.items()}


def fourfold(counts):
    out = conditional(counts)
    t = np.array(counts, float)
    (a, b), (c, d) = t + (0.5 if (t == 0).any() else 0)
    z = stats.norm.isf(0.025)
    log_odds, odds_error = math.log(a * d / (b * c)), math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
    risk = (a / (a + b)) / (c / (c + d))
    risk_error = math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d))
    out.update({"or": math.exp(log_odds), "or low": math.exp(log_odds - z * odds_error), "or high": math.exp(log_odds + z * odds_error),
                "rr": risk, "rr low": risk * math.exp(-z * risk_error), "rr high": risk * math.exp(z * risk_error)})
    if (t > 0).all():
        katz = contingency.relative_risk(int(a), int(a + b), int(c), int(c + d)).confidence_interval(0.95)
        assert math.isclose(katz.low, out["rr low"], rel_tol=1e-9) and math.isclose(katz.high, out["rr high"], rel_tol=1e-9)
    (a, b), (c, d) = t
    low, high = confint_proportions_2indep(a, a + b, c, c + d, method="newcomb", compare="diff")
    w = proportion_confint(a, a + b, method="wilson")
    yates = stats.chi2_contingency(counts, correction=True)
    out.update({"rd": a / (a + b) - c / (c + d), "rd low": low, "rd high": high, "wilson low": w[0], "wilson high": w[1],
                "yates": yates.statistic, "yates p": yates.pvalue})
    return out


def multinomial_p(counts):
    """Fisher's p of any table, every table with the same margins visited with whole numbers."""
    rows, columns = [sum(x) for x in counts], [sum(x) for x in zip(*counts)]

    def weight(cells):
        out = 1
        for x in cells:
            out *= math.factorial(x)
        return out

    found = weight(itertools.chain(*counts))
    numerator = math.prod(map(math.factorial, rows)) * math.prod(map(math.factorial, columns))
    n = math.factorial(sum(rows))
    states = {tuple(rows): {1: 1}}
    for column in columns:
        new = {}
        for rest, weights in states.items():
            for cells in itertools.product(*(range(min(x, column) + 1) for x in rest)):
                if sum(cells) != column:
                    continue
                key, w = tuple(x - y for x, y in zip(rest, cells)), weight(cells)
                target = new.setdefault(key, {})
                for before, many in weights.items():
                    target[before * w] = target.get(before * w, 0) + many
        states = new
    (final,) = states.values()
    return float(sum(Fraction(numerator * many, n * w) for w, many in final.items() if w >= found))


def table(counts):
    got = stats.chi2_contingency(counts, correction=False)
    shape = np.shape(counts)
    residuals = r(f"x <- matrix({vector(np.ravel(counts))}, nrow={shape[0]}, byrow=TRUE); cat(sprintf('%.17g', t(suppressWarnings(chisq.test(x, correct=FALSE))$stdres)))")
    out = {f"residual {i}": v for i, v in enumerate(residuals)}
    n, (rows, columns) = np.sum(counts), shape
    phi = max(0, got.statistic / n - (rows - 1) * (columns - 1) / (n - 1))
    fewer = min(rows - (rows - 1) ** 2 / (n - 1), columns - (columns - 1) ** 2 / (n - 1))
    out["v corrected"] = math.sqrt(phi / (fewer - 1))
    p = np.array(counts)[0] / np.sum(counts[0])
    q = np.array(counts)[1] / np.sum(counts[1])
    if rows == 2 and (np.array(counts) > 0).all():
        s = (np.diag(p) - np.outer(p, p) + np.diag(q) - np.outer(q, q))[1:, 1:] / 2
        out["smd"] = math.sqrt((p - q)[1:] @ np.linalg.solve(s, (p - q)[1:]))
    if shape == (2, 2):
        out.update(fourfold(counts))
    else:
        out["p"] = multinomial_p(counts)
        (again,) = r(f"cat(sprintf('%.17g', fisher.test(matrix({vector(np.ravel(counts))}, nrow={shape[0]}, byrow=TRUE))$p.value))")
        assert math.isclose(again, out["p"], rel_tol=1e-6), (again, out["p"])
    return out


def by_name(f, data):
    return {name: f(v) for name, v in data.items()}


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


result = {
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "R": "4.2.2",
                 "pingouin": pingouin.__version__, "scikit-posthocs": scikit_posthocs.__version__, "mpmath": mp.__version__},
    "sets": {}, "pairs": {k: {"x": v[0], "y": v[1]} for k, v in pairs.items()}, "groups": groups, "tables": tables, "p": {},
    "expected": {
        "paired": by_name(paired, pairs), "two": by_name(two, {k: v for k, v in groups.items() if len(v) == 2}),
        "post hoc": by_name(post_hoc, {k: v for k, v in groups.items() if len(v) > 2}), "table": by_name(table, tables),
        "distributions": {"studentized range": ranges()},
    },
}
print(written(cleaned(result), 0))
