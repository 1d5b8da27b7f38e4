#!/usr/bin/env python3
"""The figures that a careful Python user prints of data.sql today: SQLAlchemy reflection, pandas, SciPy.

usage: figures.py > figures.json

Needs numpy 2.4.6, pandas 3.1.1, scipy 1.17.1 and sqlalchemy 2.1.9. Every figure is written with all its digits. Names: 25%,
50% and 75% are numpy's linear quantiles; f, f_p are of the classic one-way ANOVA, h, h_p of Kruskal-Wallis; means of risk
stand by blood pressure, then by smoker; users without a reading have no steps, calories or miles.
"""
import json
import pathlib
import sqlite3

import numpy as np
import pandas as pd
from scipy import stats
from sqlalchemy import MetaData, Table, create_engine, func, select
from sqlalchemy.pool import StaticPool

SCRIPT = pathlib.Path(__file__).with_name("data.sql").read_text()


def connect():
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.executescript(SCRIPT)
    return connection


engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
metadata = MetaData()
users_table = Table("silver_users", metadata, autoload_with=engine)
sensors_table = Table("silver_sensors", metadata, autoload_with=engine)
u, s = users_table.c, sensors_table.c

users = pd.read_sql_query(select(users_table), engine)
per_user = pd.read_sql_query(
    select(s.user_id, func.count().label("readings"), func.avg(s.num_steps).label("steps"),
           func.avg(s.calories_burnt).label("calories"), func.avg(s.miles_walked).label("miles"))
    .join(users_table, u.userid == s.user_id).group_by(s.user_id), engine)
daily = pd.read_sql_query(
    select(func.date(s.timestamp).label("day"), u.gender, func.avg(s.num_steps).label("steps"))
    .join(users_table, u.userid == s.user_id).group_by("day", u.gender).order_by("day"), engine)
numeric = ["age", "height", "weight", "risk"]
users[numeric] = users[numeric].astype(float)
people = users.merge(per_user, left_on="userid", right_on="user_id", how="left")
measures = numeric + ["steps", "calories", "miles"]
figures = {"users": len(people), "readings": int(per_user["readings"].sum()), "mean risk": people["risk"].mean(),
           "smokers": (people["smoker"] == "Y").mean()}

figures["describe"] = people[measures].describe().T.to_dict("index")
for name in measures:
    figures["describe"][name].update(skewness=people[name].skew(), kurtosis=people[name].kurt())

figures["pearson"] = []
for i, a in enumerate(measures):
    for b in measures[i + 1:]:
        pair = people[[a, b]].dropna()
        got = stats.pearsonr(pair[a], pair[b])
        ci = got.confidence_interval()
        rank = stats.spearmanr(pair[a], pair[b])
        figures["pearson"].append({"x": a, "y": b, "n": len(pair), "r": got.statistic, "p": got.pvalue, "low": ci.low, "high": ci.high,
                                   "spearman": rank.statistic, "spearman_p": rank.pvalue})

for x in ["weight", "age"]:
    pair = people[[x, "risk"]].dropna()
    fit = stats.linregress(pair[x], pair["risk"])
    figures[f"risk~{x}"] = {"n": len(pair), "slope": fit.slope, "intercept": fit.intercept, "r": fit.rvalue, "p": fit.pvalue,
                            "slope_se": fit.stderr, "intercept_se": fit.intercept_stderr}

for by in ["cholestlevs", "bp"]:
    groups = {k: g["risk"].to_numpy() for k, g in people.groupby(by)}
    anova, welch = stats.f_oneway(*groups.values()), stats.f_oneway(*groups.values(), equal_var=False)
    kruskal = stats.kruskal(*groups.values())
    figures[f"risk by {by}"] = {
        "groups": {k: {"n": len(g), "mean": g.mean(), "std": g.std(ddof=1), "median": np.median(g)} for k, g in groups.items()},
        "f": anova.statistic, "f_p": anova.pvalue, "welch_f": welch.statistic, "welch_p": welch.pvalue, "h": kruskal.statistic, "h_p": kruskal.pvalue}

yes, no = (people[people["smoker"] == v]["risk"] for v in "YN")
welch, ranks = stats.ttest_ind(no, yes, equal_var=False), stats.mannwhitneyu(no, yes)
figures["risk by smoker"] = {"t": welch.statistic, "df": welch.df, "p": welch.pvalue, "u": ranks.statistic, "u_p": ranks.pvalue}

means = people.pivot_table(index="bp", columns="smoker", values="risk", aggfunc="mean")
figures["mean risk by bp and smoker"] = {k: row.dropna().to_dict() for k, row in means.iterrows()}
women = daily[daily["gender"] == "F"].reset_index(drop=True)
moving = women["steps"].rolling(7).mean()
figures["daily steps of F"] = {"days": len(women), "first": women["day"].iloc[0], "last": women["day"].iloc[-1],
                               "steps": women["steps"].tolist()[:10], "moving average 7": [None if np.isnan(v) else v for v in moving[:10]],
                               "last moving average": moving.iloc[-1]}
top = people.sort_values(["risk", "userid"], ascending=[False, True]).head(20)
figures["highest risk"] = top[["userid", "risk"]].to_dict("records")


def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value.item() if isinstance(value, np.generic) else value


print(json.dumps(plain(figures), indent=1))
