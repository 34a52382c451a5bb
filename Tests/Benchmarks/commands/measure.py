#!/usr/bin/env python3
"""Measures every command over rounds of more and more agencies, and how fast its time grows with them.

The rounds are the sample rounds with each agency many times: figures, documents, survey answers, two rounds of appraisal,
answers to them, receipts, exemptions, orders, what was handed in. Time is that of all cores, which other work on the
machine changes least. A command is linear where four times the agencies take at most four times the time; the exponent is
that of the last two doublings, 1.00 where it is. The time of starting the program is taken off.
"""

import argparse
import math
import os
import pathlib
import shutil
import sys

sys.dont_write_bytecode = True
PROJECT = pathlib.Path(__file__).resolve().parents[3]
sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(PROJECT / "Tests/Benchmarks/peers")]

import rounds  # noqa: E402
import timing  # noqa: E402

OLD, NEW, CASES = (f"evidence/{name}" for name in rounds.ROUNDS)
TEXT = ("--only", "md,csv")

# The commands in an order in which each finds what it needs. `+` before a name: it is run, but not measured.
# A list of statuses after the words: how it may end.
COMMANDS = [
    ("check", ["check", OLD]),
    ("check --agency", ["check", NEW, "--agency", "STP"], (0, 1)),
    ("check --slip", ["check", NEW, "--agency", "SVHTTDL", "--slip", "--on", "2025-01-20", "--until", "2025-01-24",
                      "--only", "md"], (0, 1)),
    ("receive", ["receive", NEW, "SVHTTDL", "--on", "2025-01-23", "--document", "Số 19", "--only", "md"]),
    ("unlock", ["unlock", NEW, "STP", "--on", "2025-02-01", "--reason", "Nhầm"]),
    ("form --agency", ["form", NEW, "--agency", "STP", "-o", "one"]),
    ("import", ["import", NEW, "one/STP.xlsx", "--replace"]),
    ("inbox", ["inbox", NEW, "--in", "one", "--out", "inbox", "--replace", "--only", "md"]),
    ("verify FORM", ["verify", "one/STP.xlsx"]),
    ("explain", ["explain", OLD, "STNMT", "3.3.1"]),
    ("preview", ["preview", OLD, "STP"]),
    ("dispute", ["dispute", OLD, "SYT", "4.1", "--only", "md"]),
    ("documents", ["documents", OLD, *TEXT]),
    ("survey", ["survey", OLD, *TEXT]),
    ("assign", ["assign", OLD, "--only", "csv"]),
    ("assign --round 2", ["assign", NEW, "--round", "2", "--only", "csv"]),
    ("appraisal", ["appraisal", OLD, *TEXT]),
    ("status", ["status", OLD, "--on", "2024-02-15", *TEXT]),
    ("close", ["close", OLD, "--on", "2024-03-08"]),
    ("score", ["score", OLD, "--only", "json,csv,md"]),
    ("papers", ["papers", OLD, "--on", "2024-03-11", "--only", "md"]),
    ("followup", ["followup", OLD, "--on", "2024-04-05", *TEXT]),
    ("verify FOLDER", ["verify", f"reports/{rounds.ROUNDS[0]}", "--on", "2024-03-11", "--on", "2024-04-05"], (0, 1)),
    ("compare --split", ["compare", OLD, NEW, "--split", *TEXT]),
    ("verify --table", ["verify", "--table", f"reports/{rounds.ROUNDS[0]}/cong-bo/ranking.csv"], (0, 1)),
    ("tally", ["tally", CASES, f"{CASES}/cases/ho-so-2025.csv", "--dry-run"]),
    ("new", ["new", "evidence/2025-moi", "--criteria", "so=cchc-so-2024", "--from", NEW]),
    ("form", ["form", NEW, "-o", "all"]),
]


def names():
    return [entry[0] for entry in COMMANDS]


def measure(program, folder, wanted):
    """The seconds of each command in a project, in order; what it needs of others is run, too."""
    os.chdir(folder)
    times = {}
    for name, words, *statuses in COMMANDS:
        sample = timing.run([str(program), *words], statuses[0] if statuses else (0,))
        times[name] = sample.cpu
        if name in wanted:
            print(f"  {name}: {timing.seconds(sample.cpu)}, {sample.peak:.0f} MiB", file=sys.stderr, flush=True)
    return times


def exponent(sizes, times, start):
    """How time grows over the last three sizes: the slope between the logarithms of the first and the last."""
    low, high = (max(times[place] - start, 1e-4) for place in (max(0, len(times) - 3), len(times) - 1))
    return math.log(high / low) / math.log(sizes[-1] / sizes[max(0, len(sizes) - 3)])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")],
                        default=[500, 1_000, 2_000, 4_000])
    parser.add_argument("--commands", type=lambda text: text.split(","), default=names())
    parser.add_argument("--most", type=float, help="end with 1 where an exponent is greater")
    options = parser.parse_args()
    program, folder = options.programs.resolve() / "cchc", options.work.resolve() / "commands"
    timing.TIMER = str(options.work.resolve() / "timer")
    start = min(timing.run([str(program), "--version"]).cpu for _ in range(5))
    sizes, columns = [], []
    for size in options.sizes:
        counts = rounds.make(PROJECT, folder, size)
        sizes.append(counts[rounds.ROUNDS[0]])
        print(f"{sizes[-1]} agencies", file=sys.stderr, flush=True)
        columns.append(measure(program, folder, options.commands))
        os.chdir(PROJECT)
    shutil.rmtree(folder)
    print("| command | " + " | ".join(f"{size:,}" for size in sizes) + " | exponent |")
    print("|---|" + "---|" * (len(sizes) + 1))
    steep = []
    for name in options.commands:
        times = [column[name] for column in columns]
        found = exponent(sizes, times, start)
        if options.most and found > options.most:
            steep.append(name)
        print(f"| {name} | " + " | ".join(timing.seconds(time) for time in times) + f" | {found:.2f} |")
    if steep:
        sys.exit(f"grow faster than their rounds: {', '.join(steep)}")


main()
