#!/usr/bin/env python3
"""Writes series.json: series and what pandas, statsmodels and mpmath compute of them.

usage: series.py > series.json

pandas 2.3.3 (rolling, ewm, diff, pct_change), statsmodels 0.15.0 (acf, pacf, acorr_ljungbox, seasonal_decompose), mpmath
1.4.1 for the tails of chi-squared.
"""
import json
import math
import warnings

import mpmath as mp
import numpy as np
import pandas as pd
from statsmodels.stats.diagnostic import acorr_ljungbox
from statsmodels.tsa.seasonal import seasonal_decompose
from statsmodels.tsa.stattools import acf, pacf

mp.mp.dps = 50
warnings.simplefilter("ignore")
NAN = float("nan")
rng = np.random.default_rng(20260131)
t = np.arange(60)
sets = {
    "months": [round(v, 2) for v in 100 + 0.8 * t + 12 * np.sin(2 * np.pi * t / 12) + rng.normal(0, 3, 60)],
    "ties": [1, 2, 2, 3, 3, 3, 2, 1, 1, 2, 3, 4, 4, 3, 2, 2, 1, 1, 3, 4],
    "gaps": [4.5, NAN, 2.25, 7.75, 1.5, NAN, 3.5, 9.125, 6.0, 2.5, 5.75, NAN, 8.0, 3.25, 4.0, 7.5],
    "late": [1e9 + v for v in [0.25, 0.5, 0.125, 0.875, 0.75, 0.625, 1.5, 0.0, 0.375, 1.25, 0.5, 1.0]],
    "walk": [round(v, 3) for v in 50 + np.cumsum(rng.normal(0, 1, 120))],
    "six": [3.0, -1.0, 4.0, 1.5, 9.0, -2.5],
}
lists, expected = {}, {"moving": {}, "ewma": {}, "change": {}, "acf": {}, "season": {}}
whole = ["months", "ties", "late", "walk", "six"]


def keep(name, field, values):
    lists[f"{name} {field}"] = [float(v) for v in values]


for name, values in sets.items():
    keep(name, "values", values)
    s = pd.Series(values, dtype=float)
    for kind in ("moving", "ewma", "change"):
        expected[kind][name] = {}
    keep(name, "trailing 4 minimum 2", s.rolling(4, min_periods=2).mean())
    keep(name, "centred 5", s.rolling(5, center=True).mean())
    keep(name, "centred 5 minimum 1", s.rolling(5, center=True, min_periods=1).mean())
    # The 2×4 average: pandas' window of four that begins two rows before, averaged with the one that begins one before.
    four = s.rolling(4, center=True).mean()
    keep(name, "centred 4", (four + four.shift(-1)) / 2)
    keep(name, "minimum 3", s.rolling(3).min())
    keep(name, "maximum 3", s.rolling(3).max())
    keep(name, "minimum centred 5", s.rolling(5, center=True, min_periods=1).min())
    keep(name, "maximum centred 5", s.rolling(5, center=True, min_periods=1).max())
    for label, options in (("span 4", {"span": 4}), ("halflife 2.5", {"halflife": 2.5}), ("alpha 0.3", {"alpha": 0.3})):
        keep(name, f"{label} adjusted", s.ewm(**options, adjust=True).mean())
        keep(name, f"{label} recursive", s.ewm(**options, adjust=False).mean())
    keep(name, "diff 3", s.diff(3))
    relative = (s - s.shift(2)) / s.shift(2)
    assert np.allclose(relative, s.pct_change(2, fill_method=None), rtol=1e-9, atol=1e-9, equal_nan=True)
    keep(name, "relative 2", relative)

for name in sets:
    x = np.array(sets[name], float)
    count = int(np.isfinite(x).sum())
    lags = min(8, count - 1)
    r = acf(x, nlags=lags, fft=False, missing="conservative")
    values = {"n": count, "lags": lags}
    keep(name, "acf", r[1:])
    # The variance of Bartlett's formula, as acf(alpha=…) has it.
    errors = [math.sqrt((1 + 2 * sum(v * v for v in r[1:k])) / count) for k in range(1, lags + 1)]
    keep(name, "bartlett", errors)
    if name in whole:
        confidence = acf(x, nlags=lags, fft=False, alpha=0.05)[1]
        assert np.allclose((confidence[1:, 1] - confidence[1:, 0]) / 2, 1.959963984540054 * np.array(errors))
        keep(name, "pacf", pacf(x, nlags=min(lags, len(x) // 2 - 1), method="ldb")[1:])
        box = acorr_ljungbox(x, lags=[lags], model_df=0)
        values["q"] = float(box["lb_stat"].iloc[0])
        values["p"] = float(mp.gammainc(mp.mpf(lags) / 2, mp.mpf(values["q"]) / 2, regularized=True))
        if lags > 2:
            values["p 2"] = float(mp.gammainc(mp.mpf(lags - 2) / 2, mp.mpf(values["q"]) / 2, regularized=True))
    expected["acf"][name] = values

for name, period in (("months", 12), ("ties", 7), ("late", 3), ("walk", 10), ("six", 2)):
    for model in ("additive", "multiplicative"):
        if model == "multiplicative" and min(sets[name]) <= 0:
            continue
        parts = seasonal_decompose(np.array(sets[name], float), model=model, period=period)
        case = f"{name} {period} {model}"
        keep(case, "trend", parts.trend)
        keep(case, "season", parts.seasonal[:period])
        keep(case, "rest", parts.resid)
        expected["season"][case] = {}


def number(v):
    return "null" if isinstance(v, float) and math.isnan(v) else json.dumps(v)


def lines(table, item):
    return "{" + ",\n".join(f"{json.dumps(name)}: {item(value)}" for name, value in table.items()) + "}"


def mapping(table):
    return "{" + ", ".join(f"{json.dumps(name)}: {number(value)}" for name, value in table.items()) + "}"


print('{"sets": ' + lines(lists, lambda values: "[" + ", ".join(map(number, values)) + "]"))
print(',"pairs": {}, "groups": {}, "tables": {}, "p": {}')
print(',"expected": ' + lines(expected, lambda cases: lines(cases, mapping)) + "}")
