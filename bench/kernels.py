"""Times each case of Kernels beside the peers' case of the same name, in turn, and prints a Markdown table.

usage: kernels.py PROGRAM PEER_SCRIPT COLUMNS_FOLDER ROUNDS [CASE …]

A process runs a case five times; the table has medians over the rounds of its median and of its first run. The ratio is the
median of the rounds' ratios, each of two processes that ran one after the other.
"""
import json
import statistics
import subprocess
import sys

program, script, folder, rounds, *wanted = sys.argv[1:]
# Our case, and the peers' to beat.
CASES = {
    "describe_1e6x8": ["describe_pandas_1e6x8"],
    "describe_1e6x8_nan": ["describe_pandas_1e6x8_nan"],
    "pearson_1e6x20": ["pearson_numpy_1e6x20"],
    "pearson_exact_1e6x20": ["pearson_numpy_1e6x20"],
    "pearson_1e6x8_nan": ["pearson_pandas_1e6x8_nan"],
    "spearman_1e5x20": ["spearman_scipy_1e5x20"],
    "kendall_1e5": ["kendall_scipy_1e5"],
    "welch_2x5e5": ["welch_scipy_2x5e5"],
    "mannwhitney_2x5e5": ["mannwhitney_scipy_2x5e5"],
    "kruskal_1e6_5_groups": ["kruskal_scipy_1e6_5_groups"],
    "bootstrap_1e5_x1000": ["bootstrap_scipy_1e5_x1000_batch10"],
    "lowess_1e4": ["lowess_statsmodels_1e4"],
    "lowess_1e4_delta": ["lowess_statsmodels_1e4_delta"],
    "kde_1e5_512": ["kde_scipy_1e5_512"],
    "median_1e6": ["median_numpy_1e6"],
    "rolling_mean_1e6_168": ["rolling_mean_pandas_1e6_168"],
    "rolling_median_1e6_168": ["rolling_median_pandas_1e6_168"],
}


def run(command: list[str]) -> dict:
    done = subprocess.run(command, capture_output=True, text=True)
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            return json.loads(line)
    sys.exit(f"bench: {' '.join(command)} failed: {done.stderr[-500:]}")


def middle(rows: list[dict], key: str) -> float:
    return statistics.median(row[key] for row in rows)


print("| case | broadsheet, s | peer | warm, s | first, s | times as fast, warm | first |\n|---|---|---|---|---|---|---|")
for case, peers in CASES.items():
    if wanted and case not in wanted:
        continue
    for peer in peers:
        turns = [(run([program, folder, case]), run([sys.executable, script, folder, "--only", peer])) for _ in range(int(rounds))]
        ours, theirs = [t[0] for t in turns], [t[1] for t in turns]
        warm = statistics.median(b["seconds"] / a["seconds"] for a, b in turns)
        first = statistics.median(b["first"] / a["first"] for a, b in turns)
        print(f"| {case} | {middle(ours, 'seconds'):.4f} | {peer} | {middle(theirs, 'seconds'):.4f} | {middle(theirs, 'first'):.4f} "
              f"| {warm:.1f} | {first:.1f} |", flush=True)
