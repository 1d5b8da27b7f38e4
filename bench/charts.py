"""Times each case of DrawCharts beside the peer's case of the same name, in turn, and prints a Markdown table.

usage: charts.py PROGRAM PEER_SCRIPT FOLDER ROUNDS [CASE …]

"Warm" is the median of five drawings in a process that has drawn the case once; "whole" is the life of a process that draws
it once. Medians over the rounds; the ratio is the median of the rounds' ratios. Cases that the peer lacks stand alone, and
with gnuplot on the machine its scatter of 5,000 points closes the table.
"""
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import time

program, script, folder, rounds, *wanted = sys.argv[1:]
PEERS = ["scatter_5k", "scatter_1M", "line_100k", "histogram_kde_100k", "box_5x100k", "heatmap_20x20", "grouped_bar_6x3",
         "facets_3x3_scatter_1k"]
ALONE = ["scatter_10M", "line_1M", "histogram_1M", "bar_1M", "box_1M", "ecdf_1M"]


def once(command: list[str]) -> tuple[float, str]:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"bench: {' '.join(command)} failed: {done.stderr[-500:]}")
    return time.perf_counter() - start, done.stdout


def measured(warm: list[str], whole: list[str], file: str) -> dict:
    """Warm and whole seconds, and the size of the file."""
    told = json.loads(once(warm)[1].splitlines()[-1])
    return {"warm": told["seconds"], "whole": once(whole)[0], "kib": os.path.getsize(file) / 1024}


def ours(case: str, kind: str) -> dict:
    command = [program, folder, case, kind, "--runs"]
    return measured(command + ["5"], command + ["0"], f"{folder}/{case}.{kind}")


def theirs(case: str, kind: str) -> dict:
    command = [sys.executable, script, folder, "--child", case, kind, "--runs"]
    return measured(command + ["5"], command + ["0"], f"{folder}/{case}.{kind}")


def middle(rows: list[dict], key: str) -> float:
    return statistics.median(row[key] for row in rows)


def gnuplot() -> float:
    """The life of a gnuplot that draws 5,000 translucent points on 1920 by 960 pixels."""
    points = pathlib.Path(folder) / "points.txt"
    points.write_text("".join(f"{random.gauss(0, 1)} {random.gauss(0, 1)}\n" for _ in range(5000)))
    orders = (f"set terminal pngcairo size 1920,960; set output '{folder}/gnuplot.png'; "
              f"plot '{points}' with points pt 7 ps 1 lc rgb '#660072b2' notitle")
    return once(["gnuplot", "-e", orders])[0]


print("| case | format | broadsheet warm, s | whole, s | KiB | matplotlib warm, s | whole, s | KiB | times as fast, warm | whole |")
print("|---|---|---|---|---|---|---|---|---|---|")
for case in PEERS + ALONE:
    if wanted and case not in wanted:
        continue
    for kind in ["png", "pdf"]:
        turns = [(ours(case, kind), theirs(case, kind) if case in PEERS else None) for _ in range(int(rounds))]
        a = [turn[0] for turn in turns]
        line = f"| {case} | {kind} | {middle(a, 'warm'):.4f} | {middle(a, 'whole'):.3f} | {middle(a, 'kib'):.0f} "
        if case in PEERS:
            b = [turn[1] for turn in turns]
            warm = statistics.median(y["warm"] / x["warm"] for x, y in turns)
            whole = statistics.median(y["whole"] / x["whole"] for x, y in turns)
            line += f"| {middle(b, 'warm'):.4f} | {middle(b, 'whole'):.3f} | {middle(b, 'kib'):.0f} | {warm:.1f} | {whole:.1f} |"
        else:
            line += "| – | – | – | – | – |"
        print(line, flush=True)
if shutil.which("gnuplot") and (not wanted or "scatter_5k" in wanted):
    lives = [(once([program, folder, "scatter_5k", "png", "--runs", "0"])[0], gnuplot()) for _ in range(9)]
    own, other = (statistics.median(life[side] for life in lives) for side in (0, 1))
    share = statistics.median(a / b for a, b in lives)
    print(f"\nscatter_5k as PNG, whole process: DrawCharts {own:.3f} s, gnuplot pngcairo {other:.3f} s; {share:.2f} of its time")
