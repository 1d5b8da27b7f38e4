#!/usr/bin/env python3
"""Writes peers.json: how many certified digits numpy, SciPy and statsmodels reach on the sets of this folder.

usage: peers.py > peers.json

numpy 2.4.6: mean(x), std(x, ddof=1), and linalg.lstsq(X, y, rcond=None) with powers by numpy.vander; SciPy 1.17.1: f_oneway;
statsmodels 0.15.0: acf(x, nlags=1, fft=False) and OLS(y, X).fit() (its default, the pseudo-inverse). Digits are
-log10(|result - certified| / |certified|), absolute where 0 is certified, from 0 to 15.
"""
import json
import math
import pathlib
import warnings

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import stats
from statsmodels.tsa.stattools import acf

warnings.simplefilter("ignore")
folder = pathlib.Path(__file__).parent
certified = json.loads((folder / "certified.json").read_text())


def rows(name):
    lines = (folder / f"{name}.dat").read_text().splitlines()[60:]
    return np.array([[float(v) for v in line.split()] for line in lines if line.strip()])


def digits(result, text):
    expected = float(text)
    if not math.isfinite(expected) or not math.isfinite(result):
        return None
    error = abs(float(result) - expected) / (abs(expected) or 1)
    return round(min(15.0, max(0.0, -math.log10(error))) if error else 15.0, 1)


def univariate(name, values):
    x = rows(name)[:, 0]
    return {"mean": digits(x.mean(), values["mean"]), "sd": digits(x.std(ddof=1), values["sd"]),
            "lag1Autocorrelation": digits(acf(x, nlags=1, fft=False)[1], values["lag1Autocorrelation"])}


def anova(name, values):
    data = rows(name)
    return {"F": digits(stats.f_oneway(*[data[data[:, 0] == g, 1] for g in np.unique(data[:, 0])]).statistic, values["F"])}


def linear(name, values):
    data = rows(name)
    y, x = data[:, 0], data[:, 1:]
    degree = values["polynomialDegree"]
    if degree:
        x = np.vander(x[:, 0], degree + 1, increasing=True)[:, 1:]
    if values["intercept"]:
        x = np.column_stack([np.ones(len(y)), x])
    fit = sm.OLS(y, x).fit()
    estimates = [c["estimate"] for c in values["coefficients"]]
    errors = [c["se"] for c in values["coefficients"]]
    solved = np.linalg.lstsq(x, y, rcond=None)[0]
    return {"lstsq": min(digits(a, b) for a, b in zip(solved, estimates)),
            "estimates": min(digits(a, b) for a, b in zip(fit.params, estimates)),
            "errors": min(digits(a, b) for a, b in zip(fit.bse, errors)),
            "residualSD": digits(math.sqrt(fit.scale), values["residualSD"]), "rSquared": digits(fit.rsquared, values["rSquared"]),
            "F": digits(fit.fvalue, values["F"])}


kinds = {"univariate": univariate, "anova": anova, "linear": linear}
result = {"versions": f"numpy {np.__version__}, SciPy {scipy.__version__}, statsmodels {statsmodels.__version__}"}
result |= {kind: {name: make(name, values) for name, values in certified[kind].items()} for kind, make in kinds.items()}
print(json.dumps(result, indent=1))
