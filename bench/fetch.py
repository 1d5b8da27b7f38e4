"""Fetches the same rows with FetchRows and with the peers' script, in turn, and prints a Markdown table a database.

usage: fetch.py PROGRAM PEER_SCRIPT CACHE_FOLDER ROUNDS [DATABASE …]

A process fetches three times and gives its median; the table has the medians of the rounds.
"""
import json
import os
import statistics
import subprocess
import sys

program, peer, cache, rounds, *wanted = sys.argv[1:]
postgresql = os.environ["BROADSHEET_TEST_POSTGRESQL"]
spark = os.environ["BROADSHEET_TEST_SPARK"]
place = spark.removeprefix("spark://").split("/")[0]
# Ours, theirs, and the peers' cases, of which the first is the one to beat.
DATABASES = {
    "sqlite": (f"sqlite:///{cache}/fetch.db", f"sqlite:///{cache}/fetch.db", ["sqlite_pandas", "sqlite_fetchall_only"]),
    "duckdb": (f"duckdb:///{cache}/fetch.duckdb", f"duckdb:///{cache}/fetch.duckdb", ["duckdb_arrow", "duckdb_df"]),
    "postgresql": (postgresql, postgresql, ["postgresql_pandas_sqlalchemy", "postgresql_psycopg_binary"]),
    "spark": (spark, f"spark+http://{place}/cliservice", ["spark_pyhive_df_10k", "spark_raw_10000", "spark_raw_100000"]),
}


def run(command: list[str]) -> list[dict]:
    done = subprocess.run(command, capture_output=True, text=True)
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    for row in found:
        if "error" in row:
            sys.exit(f"bench: {row['case']}: {row['error']}")
    if not found:
        sys.exit(f"bench: {command[0]} failed: {done.stderr[-500:]}")
    return found


def measure(name: str) -> None:
    ours, theirs, cases = DATABASES[name]
    rows: dict[str, list[dict]] = {}
    for turn in range(int(rounds) + 1):
        # The first turn makes the tables and warms the servers.
        found = run([sys.executable, peer, theirs, "--runs", "3" if turn else "1", "--only", ",".join(cases)])
        found += run([program, ours, "3" if turn else "1"])
        if turn:
            for row in found:
                rows.setdefault(row["case"], []).append(row)
    mine = statistics.median(row["seconds"] for row in rows[f"broadsheet_{name}"])
    print(f"\n| {name} | seconds | first | peak MiB | broadsheet is faster by |\n|---|---|---|---|---|")
    for case, measured in rows.items():
        seconds = statistics.median(row["seconds"] for row in measured)
        first = statistics.median(row["first"] for row in measured)
        peak = max(row["peak_mib"] for row in measured)
        ratio = "" if case.startswith("broadsheet") else f"{seconds / mine:.2f}"
        print(f"| {case} | {seconds:.3f} | {first:.3f} | {peak} | {ratio} |", flush=True)
    print(f"\nthe columns: {rows[f'broadsheet_{name}'][0]['columns_mib']} MiB, our process with a connection open, before them: "
          f"{rows[f'broadsheet_{name}'][0]['start_mib']} MiB")


for database in wanted or DATABASES:
    measure(database)
