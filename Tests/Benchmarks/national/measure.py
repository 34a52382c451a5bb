"""Scores a round of a whole country with cchc, DuckDB and Polars in turn and prints medians as Markdown tables.

A time counts only after the three tables of a peer were found equal to ours.
"""

import argparse
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "peers"))

import timing  # noqa: E402
from round import MadeUp  # noqa: E402

# What is asked for (see docs/performance.md).
TIMES_AS_FAST = 3
TIMES_AS_LEAN = 2
# How much more CPU a cell may take in a larger round than in one of 10,000 agencies: other work on the machine falls on
# the wall time of a long run more than on that of a short one.
GROWTH = 1.25


def beside_peers(options):
    made = MadeUp(options.programs, options.work, options.agencies, options.leaves)
    commands = {"cchc": made.ours(), **made.peers()}
    reading = ["wc", "-l", *made.inputs]
    for name, command in commands.items():
        made.clear(name)
        timing.run(command)
    for peer in made.peers():
        print(made.check(peer))

    def before(name):
        if name in commands:
            made.clear(name)
        # What one program left to be written is not to fall on the next.
        os.sync()

    samples = timing.in_turn(commands | {"wc -l": reading}, options.repeat, before)
    reading = samples.pop("wc -l")
    ours = {figure: timing.median(samples["cchc"], figure) for figure in ("wall", "cpu", "peak")}
    lines = []
    for name, list_ in samples.items():
        wall, peak = timing.median(list_, "wall"), timing.median(list_, "peak")
        lines.append([
            name, timing.seconds(wall), timing.spread(list_), timing.seconds(timing.median(list_, "cpu")),
            f"{peak:.0f} MiB", f"{wall / ours['wall']:.2f}", f"{peak / ours['peak']:.2f}"])
    print(f"\n{made.agencies:,} agencies × {made.leaves} leaves, {made.input_bytes / 1e6:.1f} MB of tables, "
          f"{options.repeat} runs each, in turn.\n")
    print(timing.table(["program", "median", "lowest–highest", "CPU", "peak memory", "time / ours", "memory / ours"], lines))
    print(f"\nReading the same bytes once (`wc -l`) takes {timing.seconds(timing.median(reading, 'wall'))}.")
    phases(made, options.repeat)
    missed = []
    for figure, wanted, what in (("wall", TIMES_AS_FAST, "the time"), ("peak", TIMES_AS_LEAN, "the memory")):
        best = min(timing.median(list_, figure) for name, list_ in samples.items() if name != "cchc")
        if best < wanted * ours[figure]:
            missed.append(f"{what} of the better peer is {best / ours[figure]:.2f} times ours, not {wanted}")
    return missed


def phases(made, repeats):
    lines = []
    for phase in made.phases(repeats):
        wall = phase["wall"]
        lines.append([
            phase["phase"], timing.seconds(wall["median"]), f"{timing.seconds(wall['lowest'])}–{timing.seconds(wall['highest'])}",
            timing.seconds(phase["cpu"]["median"]), f"{phase['peak_kib']['median'] / 1024:.0f} MiB",
            f"{phase['mb_per_s']:.0f} MB/s" if phase["mb_per_s"] else "", f"{phase['cells_per_s'] / 1e6:.1f} M"])
    print("\nWhere the time goes (`cchc-bench run`):\n")
    print(timing.table(["phase", "median", "lowest–highest", "CPU", "peak so far", "bytes", "cells in a second"], lines))


def growth(options):
    lines, figures = [], []
    for agencies in options.sizes:
        made = MadeUp(options.programs, options.work, agencies, options.leaves)

        def before(name, made=made):
            made.clear(name)
            os.sync()

        samples = timing.in_turn({"cchc": made.ours()}, options.repeat, before)["cchc"]
        wall, cpu, peak = (timing.median(samples, figure) for figure in ("wall", "cpu", "peak"))
        figures.append((agencies, made.cells, cpu / made.cells, peak * 2**20))
        lines.append([
            f"{agencies:,}", f"{made.cells:,}", timing.seconds(wall), timing.spread(samples),
            f"{wall / made.cells * 1e9:.0f} ns",
            f"{cpu / made.cells * 1e9:.0f} ns", f"{peak:.0f} MiB", f"{peak * 2**20 / made.cells:.0f} B"])
    print("\nGrowth:\n")
    print(timing.table(
        ["agencies", "cells", "median", "lowest–highest", "time per cell", "CPU per cell", "peak memory", "memory per cell"],
        lines))
    (_, fewest, _, low), (_, most, _, high) = figures[0], figures[-1]
    if most > fewest:
        print(f"\nEach cell more takes {(high - low) / (most - fewest):.0f} bytes.")
    large = [cpu for agencies, _, cpu, _ in figures if agencies >= 10_000]
    if large and max(large) > GROWTH * large[0]:
        return [f"a cell takes {max(large) / large[0]:.2f} times as much CPU in a larger round"]
    return []


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--agencies", type=int, default=10_000)
    parser.add_argument("--leaves", type=int, default=100)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=[])
    parser.add_argument("--goal", action="store_true", help="end with 1 where a goal is missed")
    options = parser.parse_args()
    missed = beside_peers(options)
    if options.sizes:
        missed += growth(options)
    for text in missed:
        print(f"\nMissed: {text}.")
    sys.exit(1 if missed and options.goal else 0)


if __name__ == "__main__":
    main()
