"""Runs commands in turn and prints their medians as a Markdown table.

usage: measure.py RUNS NAME COMMAND [NAME COMMAND …]

A command is run by the shell; its peak memory is that of its largest process. One run of each
before the timed ones warms the file cache.
"""
import os
import statistics
import subprocess
import sys
import time


def once(command: str) -> tuple[float, float]:
    """Wall seconds and peak MiB of one run; a command that fails ends the measurement."""
    start = time.perf_counter()
    process = subprocess.Popen(command, shell=True, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"measure: failed: {command}")
    return seconds, usage.ru_maxrss / 1024


def main() -> None:
    runs = int(sys.argv[1])
    commands = list(zip(sys.argv[2::2], sys.argv[3::2]))
    for _, command in commands:
        once(command)
    measured = {name: [] for name, _ in commands}
    for _ in range(runs):
        for name, command in commands:
            measured[name].append(once(command))
    print(f"| program | seconds, median of {runs} | fastest | slowest | peak MiB |")
    print("|---|---|---|---|---|")
    for name, rows in measured.items():
        seconds = sorted(row[0] for row in rows)
        peak = max(row[1] for row in rows)
        median = statistics.median(seconds)
        print(f"| {name} | {median:.2f} | {seconds[0]:.2f} | {seconds[-1]:.2f} | {peak:.0f} |")


if __name__ == "__main__":
    main()
