#!/usr/bin/env python3
"""Writes models.json: tables, formulas and the models that others fit to them.

usage: models.py > models.json

Needs numpy 2.4.6, scipy 1.17.1, statsmodels 0.15, patsy 1.0 and mpmath 1.4. Every model is computed by mpmath with 50
digits from the doubles of patsy's design; the script asserts that statsmodels agrees as far as its own digits reach:
  linear    OLS(y, X).fit(), .fit(cov_type="HC3"), .fit(cov_type="cluster", cov_kwds={"groups": g}); frequency weights are
            rows repeated; OLSInfluence, het_breuschpagan, durbin_watson, jarque_bera, variance_inflation_factor
  logistic  Logit(y, X).fit(tol=1e-14); DeLong's variance by its definition; Hosmer-Lemeshow with numpy's quantiles, cut as
            R's ResourceSelection::hoslem.test does
"""
import json
import re

import mpmath as mp
import numpy as np
import pandas as pd
import patsy
import statsmodels.api as sm
from statsmodels.stats.diagnostic import het_breuschpagan
from statsmodels.stats.outliers_influence import OLSInfluence, variance_inflation_factor
from statsmodels.stats.stattools import durbin_watson, jarque_bera

mp.mp.dps = 50
rng = np.random.default_rng(20261122)


def quarters(values):
    """Numbers that doubles hold exactly, so that squares and products are the same everywhere."""
    return [round(float(v) * 4) / 4 for v in values]


def table(n, offset=0.0):
    x = quarters(rng.normal(40, 12, n))
    z = quarters(rng.gamma(2, 4, n))
    g = [str(rng.choice(["High", "Low", "Normal"])) for _ in range(n)]
    s = [bool(rng.random() < 0.4) for _ in range(n)]
    y = quarters(0.4 * np.array(x) - 0.7 * np.array(z) + 4 * np.array(s) + rng.normal(0, 1 + np.array(x) / 20, n))
    w = [int(v) for v in rng.integers(0, 4, n)]
    c = [f"c{int(v)}" for v in rng.integers(0, max(3, n // 8), n)]
    risk = 1 / (1 + np.exp(-(np.array(y) - np.median(y)) / 4))
    e = [int(v) for v in (rng.random(n) < risk)]
    return {"y": [v + offset for v in y], "x": [v + offset for v in x], "z": z, "g": g, "s": s, "w": w, "c": c, "e": e}


tables = {"plain": table(40), "many": table(200), "gaps": table(60), "offset": table(30, 1e9)}
tables["tiny"] = {"y": [1.5, 2.0, 4.5, 4.0, 7.25], "x": [1, 2, 3, 4, 5], "z": [1, 0, 0, 1, 0]}
tables["ties"] = {
    "y": [2, 2, 3, 3, 3, 5, 5, 6, 6, 6, 7, 9], "x": [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4],
    "g": ["b", "a", "c", "c", "b", "a", "a", "c", "b", "b", "a", "c"],
    "c": list("aabbccddeeff"), "w": [1, 2, 1, 3, 1, 1, 0, 2, 1, 1, 2, 1],
    "e": [0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1], "z": [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]}
for column, rows in {"y": [3, 17], "x": [5], "g": [8, 17], "z": [30], "w": [12], "c": [44]}.items():
    for row in rows:
        tables["gaps"][column][row] = None

# formula, patsy's wording of it
linear = [
    ("y ~ x + z", "y ~ x + z"),
    ("y ~ x * s + z", "y ~ x * s + z"),
    ("y ~ g + x^2 + x", "y ~ g + I(x**2) + x"),
    ("y ~ x + g:z", "y ~ x + g:z"),
    ("y ~ x + z - 1", "y ~ x + z - 1"),
    ("y ~ g - 1", "y ~ g - 1"),
    ("y ~ category(g, base = 'Low') + log(x)", "y ~ C(g, Treatment('Low')) + np.log(x)"),
    ("y ~ 1", "y ~ 1"),
    ("y ~ s + g - 1", "y ~ s + g - 1"),
]
logistic = [("e ~ x + z", "e ~ x + z"), ("e ~ x + g", "e ~ x + g"), ("e ~ z - 1", "e ~ z - 1")]
cases = [("plain", f, None) for f in linear[:7]] + [("plain", linear[7], None)]
cases += [("many", f, None) for f in (linear[0], linear[1], linear[3])]
cases += [("many", f, "w") for f in (linear[0], linear[2], linear[4])]
cases += [("plain", linear[8], None), ("many", linear[8], "w")]
cases += [("gaps", f, None) for f in (linear[0], linear[2], linear[5])] + [("gaps", linear[0], "w")]
cases += [("offset", linear[0], None), ("offset", linear[4], None)]
cases += [("tiny", linear[0], None), ("ties", ("y ~ x + g", "y ~ x + g"), None), ("ties", ("y ~ x + z", "y ~ x + z"), "w")]
chances = [(t, f, w) for t in ("plain", "many", "gaps") for f in logistic for w in (None, "w")]
chances += [("ties", logistic[0], None), ("ties", logistic[0], "w")]


def rows_of(name, wording, weight):
    data = pd.DataFrame({k: pd.Series(v, dtype=object).where(pd.notna(pd.Series(v, dtype=object)), np.nan)
                         for k, v in tables[name].items()})
    for column in data:
        if column not in ("g", "c", "s"):
            data[column] = data[column].astype(float)
    if "s" in data:
        data["s"] = data["s"].astype(bool)
    if weight:
        data = data[data[weight] != 0].dropna(subset=[weight])
    left, right = patsy.dmatrices(wording, data, return_type="dataframe", NA_action="drop")
    w = data.loc[left.index, weight].to_numpy() if weight else np.ones(len(left))
    c = data.loc[left.index, "c"].tolist() if "c" in data else None
    return left.iloc[:, 0].to_numpy(), right, w, c


def matrix(a):
    return mp.matrix([[mp.mpf(float(v)) for v in row] for row in np.atleast_2d(a).tolist()])


def t_p(t, df):
    return mp.betainc(df / mp.mpf(2), mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True)


def f_p(f, a, b):
    return mp.betainc(b / mp.mpf(2), a / mp.mpf(2), 0, b / (b + a * f), regularized=True)


def ours(name):
    """A design column's name as a report prints it."""
    name = re.sub(r"C\((\w+), Treatment\('\w+'\)\)", r"\1", name).replace("[T.", "[")
    name = re.sub(r"I\((\w+) \*\* (\d+)\)", r"\1^\2", name).replace("np.log", "log")
    return name.replace("[True]", "[true]").replace("[False]", "[false]").replace("Intercept", "(Intercept)")


def fit_linear(name, formula, wording, weight):
    y, X, w, c = rows_of(name, wording, weight)
    names = list(X.columns)
    n, k = int(w.sum()), X.shape[1]
    A, b, W = matrix(X.to_numpy()), matrix(y).T, [mp.mpf(float(v)) for v in w]
    WA = mp.matrix([[W[i] * A[i, j] for j in range(k)] for i in range(len(W))])
    V = (A.T * WA) ** -1
    beta = V * (WA.T * b)
    e = b - A * beta
    intercept = "Intercept" in names
    mean = sum(W[i] * b[i] for i in range(len(W))) / n if intercept else mp.mpf(0)
    rss = sum(W[i] * e[i] ** 2 for i in range(len(W)))
    tss = sum(W[i] * (b[i] - mean) ** 2 for i in range(len(W)))
    df = n - k
    out = {"table": name, "formula": formula, "weights": weight, "n": n, "rank": k, "rss": rss, "sigma": mp.sqrt(rss / df),
           "r2": 1 - rss / tss, "loglik": -mp.mpf(n) / 2 * (mp.log(2 * mp.pi * rss / n) + 1)}
    q = k - (1 if intercept else 0)
    out["adjusted"] = 1 - mp.mpf(n - (1 if intercept else 0)) / df * (rss / tss)
    if q:
        out["f"] = (tss - rss) / q / (rss / df)
        out["f_p"] = f_p(out["f"], q, df)
    lever = [(A[i, :] * V * A[i, :].T)[0] for i in range(len(W))]
    kinds = {"classic": (V * (rss / df), df)}
    if max(lever) < 1 - mp.mpf(10) ** -10:
        meat = mp.zeros(k)
        for i in range(len(W)):
            meat += A[i, :].T * A[i, :] * (W[i] * (e[i] / (1 - lever[i])) ** 2)
        kinds["hc3"] = (V * meat * V, df)
    if c is not None and not any(v is None or v != v for v in c):
        meat = mp.zeros(k)
        labels = sorted(set(c))
        for label in labels:
            score = sum((A[i, :].T * (W[i] * e[i]) for i in range(len(W)) if c[i] == label), mp.zeros(k, 1))
            meat += score * score.T
        G = len(labels)
        kinds["cluster"] = (V * meat * V * (mp.mpf(G) / (G - 1) * mp.mpf(n - 1) / (n - k)), G - 1)
    out["names"] = [ours(v) for v in names]
    out["estimates"] = [beta[j] for j in range(k)]
    first = 1 if intercept else 0
    for kind, (cov, freedom) in kinds.items():
        se = [mp.sqrt(cov[j, j]) for j in range(k)]
        out[kind] = {"se": se, "p": [t_p(beta[j] / se[j], freedom) for j in range(k)], "df": freedom}
        if kind != "classic" and q and not (kind == "cluster" and freedom < q):
            part = beta[first:k]
            out[kind]["f"] = (part.T * cov[first:k, first:k] ** -1 * part)[0] / q
            out[kind]["f_p"] = f_p(out[kind]["f"], q, freedom)
    repeated = np.repeat(np.arange(len(w)), w.astype(int))
    model = sm.OLS(y[repeated], X.to_numpy()[repeated], hasconst=intercept)
    for kind, options in {"classic": {}, "hc3": {"cov_type": "HC3", "use_t": True},
                          "cluster": {"cov_type": "cluster", "use_t": True}}.items():
        if kind in out and name != "offset":
            if kind == "cluster":
                groups = pd.factorize(np.array(c)[repeated])[0]
                options["cov_kwds"] = {"groups": groups}
            result = model.fit(**options)
            assert np.allclose(result.bse, [float(v) for v in out[kind]["se"]], rtol=1e-6), (name, formula, kind)
            assert np.allclose(result.pvalues, [float(v) for v in out[kind]["p"]], rtol=1e-5, atol=1e-12), (name, formula, kind)
            if "f" in out[kind] and intercept:
                assert np.allclose(result.fvalue, float(out[kind]["f"]), rtol=1e-6), (name, formula, kind)
    plain = model.fit()
    if name != "offset":
        assert np.isclose(plain.rsquared, float(out["r2"]), rtol=1e-8) and np.isclose(plain.llf, float(out["loglik"]), rtol=1e-9)
        out["aic"], out["bic"] = 2 * k - 2 * out["loglik"], k * mp.log(n) - 2 * out["loglik"]
        assert np.isclose(plain.aic, float(out["aic"]), rtol=1e-9) and np.isclose(plain.bic, float(out["bic"]), rtol=1e-9)
    if weight is None and q:
        s2 = rss / df
        std = [e[i] / mp.sqrt(s2 * (1 - lever[i])) for i in range(len(W))]
        out["leverage"] = lever
        out["standardized"] = std
        out["cook"] = [std[i] ** 2 * lever[i] / (1 - lever[i]) / k for i in range(len(W))]
        out["durbin_watson"] = sum((e[i] - e[i - 1]) ** 2 for i in range(1, len(W))) / rss
        m2, m3, m4 = (sum((e[i] - mp.fsum(e) / n) ** p for i in range(len(W))) / n for p in (2, 3, 4))
        out["jarque_bera"] = mp.mpf(n) / 6 * (m3 ** 2 / m2 ** 3 + (m4 / m2 ** 2 - 3) ** 2 / 4)
        if intercept:
            u = mp.matrix([v ** 2 for v in e])
            g = A * (V * (A.T * u))
            um = mp.fsum(u) / n
            out["breusch_pagan"] = n * mp.fsum((v - um) ** 2 for v in g) / mp.fsum((v - um) ** 2 for v in u)
        if name != "offset":
            influence = OLSInfluence(plain)
            assert np.allclose(influence.hat_matrix_diag, [float(v) for v in lever], rtol=1e-6, atol=1e-12)
            assert np.allclose(influence.resid_studentized_internal, [float(v) for v in std], rtol=1e-6, atol=1e-9)
            assert np.allclose(influence.cooks_distance[0], [float(v) for v in out["cook"]], rtol=1e-5, atol=1e-12)
            assert np.isclose(durbin_watson(plain.resid), float(out["durbin_watson"]), rtol=1e-8)
            assert np.isclose(jarque_bera(plain.resid)[0], float(out["jarque_bera"]), rtol=1e-6)
            if intercept:
                assert np.isclose(het_breuschpagan(plain.resid, X.to_numpy())[0], float(out["breusch_pagan"]), rtol=1e-6)
        if intercept and q > 1 and name != "offset" and "g" not in formula and ":" not in formula and "s" not in formula:
            out["vif"] = [variance_inflation_factor(X.to_numpy(), j) for j in range(1, k)]
    at = A[0, :]
    out["fitted"] = (at * beta)[0]
    mean_se = mp.sqrt(rss / df * (at * V * at.T)[0])
    out["mean_se"], out["new_se"] = mean_se, mp.sqrt(rss / df + mean_se ** 2)
    return out


def fit_logistic(name, formula, wording, weight):
    y, X, w, _ = rows_of(name, wording, weight)
    k, n = X.shape[1], int(w.sum())
    A, b, W = matrix(X.to_numpy()), matrix(y).T, [mp.mpf(float(v)) for v in w]
    rows = range(len(W))
    beta = mp.zeros(k, 1)
    for _ in range(60):
        p = [1 / (1 + mp.exp(-(A[i, :] * beta)[0])) for i in rows]
        info = mp.zeros(k)
        score = mp.zeros(k, 1)
        for i in rows:
            info += A[i, :].T * A[i, :] * (W[i] * p[i] * (1 - p[i]))
            score += A[i, :].T * (W[i] * (b[i] - p[i]))
        step = info ** -1 * score
        beta += step
        if mp.norm(step) < mp.mpf(10) ** -40:
            break
    V = info ** -1
    se = [mp.sqrt(V[j, j]) for j in range(k)]
    ll = sum(W[i] * (b[i] * mp.log(p[i]) + (1 - b[i]) * mp.log(1 - p[i])) for i in rows)
    events = sum(W[i] * b[i] for i in rows)
    share = events / n
    null = events * mp.log(share) + (n - events) * mp.log(1 - share)
    if "Intercept" not in X.columns:
        null = n * mp.log(mp.mpf(1) / 2)
    out = {"table": name, "formula": formula, "weights": weight, "n": n, "names": [ours(v) for v in X.columns],
           "estimates": [beta[j] for j in range(k)], "se": se,
           "p": [mp.erfc(abs(beta[j] / se[j]) / mp.sqrt(2)) for j in range(k)],
           "loglik": ll, "null_loglik": null, "deviance": -2 * ll, "mcfadden": 1 - ll / null}
    repeated = np.repeat(np.arange(len(w)), w.astype(int))
    fit = sm.Logit(y[repeated], X.to_numpy()[repeated]).fit(tol=1e-14, maxiter=100, disp=0)
    assert np.allclose(fit.params, [float(v) for v in beta], rtol=1e-6) and np.allclose(fit.bse, [float(v) for v in se], rtol=1e-5)
    pos = [i for i in rows if b[i] == 1]
    neg = [i for i in rows if b[i] == 0]
    m1, m0 = sum(W[i] for i in pos), sum(W[i] for i in neg)

    def wins(a, c):
        # Equal designs have equal probabilities.
        if list(A[a, :]) == list(A[c, :]):
            return mp.mpf(1) / 2
        return mp.mpf(1) if p[a] > p[c] else mp.mpf(0)

    v10 = {i: sum(W[j] * wins(i, j) for j in neg) / m0 for i in pos}
    v01 = {j: sum(W[i] * wins(i, j) for i in pos) / m1 for j in neg}
    auc = sum(W[i] * v10[i] for i in pos) / m1
    s10 = sum(W[i] * (v10[i] - auc) ** 2 for i in pos) / (m1 - 1)
    s01 = sum(W[j] * (v01[j] - auc) ** 2 for j in neg) / (m0 - 1)
    everyone = np.repeat(np.array([float(v) for v in p]), w.astype(int))
    breaks = np.quantile(everyone, np.arange(11) / 10)
    place = np.clip(np.searchsorted(breaks[1:], everyone, side="left"), 0, 9)
    happened = np.repeat(y, w.astype(int))
    out["hosmer"], out["hosmer_df"] = 0.0, len(set(place)) - 2
    for group in sorted(set(place)):
        inside = place == group
        rows_in, expected = inside.sum(), everyone[inside].sum()
        out["hosmer"] += (happened[inside].sum() - expected) ** 2 / (expected * (1 - expected / rows_in))
    out["auc"], out["auc_se"] = auc, mp.sqrt(s10 / m1 + s01 / m0)
    return out


def plain(value):
    if isinstance(value, mp.mpf):
        return float(value)
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return value


result = {
    "tables": tables,
    "linear": [plain(fit_linear(name, *formula, weight)) for name, formula, weight in cases],
    "logistic": [plain(fit_logistic(name, *formula, weight)) for name, formula, weight in chances],
}
print(json.dumps(result, allow_nan=False))
