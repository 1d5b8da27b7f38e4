#!/usr/bin/env python3
"""Adds the log-rank tests with weights, and p-values, to what survival.R wrote; checks R's curves against lifelines.

usage: Rscript survival.R | survival.py > survival.json

statsmodels 0.15.0 (survdiff with weight_type gb and tw), lifelines 0.30.3, mpmath 1.4.1 for the tails of chi-squared.
"""
import json
import sys

import mpmath as mp
import numpy as np
from lifelines import KaplanMeierFitter
from statsmodels.duration.survfunc import survdiff

mp.mp.dps = 50
data = json.load(sys.stdin)
sets, expected = data["sets"], data["expected"]


def rows(name):
    columns = [sets[f"{name} {column}"] for column in ("time", "event", "group")]
    weights = sets.get(f"{name} weight") or [1] * len(columns[0])
    kept = [row for row in zip(*columns, weights) if None not in row]
    return [np.repeat([row[i] for row in kept], [int(row[3]) for row in kept]) for i in range(3)]


for case in list(expected["log_rank"]):
    name, kind = case.rsplit(" ", 1)
    if kind != "log_rank":
        continue
    time, event, group = rows(name)
    for label, weighting in (("gehan_breslow", "gb"), ("tarone_ware", "tw")):
        chisq, _ = survdiff(time, event.astype(int), group, weight_type=weighting)
        expected["log_rank"][f"{name} {label}"] = {"chisq": chisq, "df": len(set(group)) - 1}

for test in expected["log_rank"].values():
    test["p"] = float(mp.gammainc(mp.mpf(test["df"]) / 2, mp.mpf(test["chisq"]) / 2, regularized=True))

for case, values in expected["kaplan_meier"].items():
    name, label = case.split("/")
    time, event, group = rows(name)
    mine = group == float(label)
    fit = KaplanMeierFitter().fit(time[mine], event[mine])
    theirs = fit.survival_function_at_times(sets[f"{case} time"]).to_numpy()
    assert np.allclose(theirs, sets[f"{case} survival"], rtol=1e-12, atol=1e-14), case


def lines(table):
    return "{" + ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in table.items()) + "}"


data["sets"] = lines(sets)
data["expected"] = "{" + ",\n".join(f"{json.dumps(name)}: {lines(cases)}" for name, cases in expected.items()) + "}"
print("{" + ",\n".join(f'"{key}": {value}' for key, value in data.items()) + "}")
