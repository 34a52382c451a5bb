"""Counts one list of case files with cchc, DuckDB and Polars in turn and prints medians as Markdown tables.

Whole processes: from the call to the written table. A time counts only where all tables hold the same figures.
"""

import argparse
import csv
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "peers"))

import timing  # noqa: E402

HERE = pathlib.Path(__file__).parent
PROJECT = HERE.parents[2]
# What is asked for (see docs/performance.md).
TIMES_AS_FAST = 1
TIMES_AS_LEAN = 10
ALONE = "cchc, one thread"


def write_table(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def make_round(folder, agencies):
    """A round of so many communes, scored by the shipped set, whose list writes them by a code of their own."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(PROJECT / "criteria/mot-cua-2025", folder / "criteria/mot-cua-2025")
    place = folder / "evidence/quoc-gia"
    codes = [f"X{number:05}" for number in range(1, agencies + 1)]
    write_table(place / "round.csv", [
        ("khóa", "giá trị"), ("name", "Đo tốc độ"), ("year", "2025"), ("criteria:xa", "mot-cua-2025")])
    write_table(place / "agencies.csv", [("mã cơ quan", "tên", "nhóm")] + [(c, f"UBND xã số {c}", "xa") for c in codes])
    write_table(
        place / "case_agencies.csv",
        [("cách ghi", "mã cơ quan")] + [(f"H{n:05}", c) for n, c in enumerate(codes, 1)] + [("H00000", "")])
    return place


def figures(paths):
    """Figures by agency, criterion and input."""
    result = {}
    for path in paths:
        with open(path, encoding="utf-8-sig", newline="") as file:
            header = file.readline()
            delimiter = ";" if ";" in header else ","
            names = header.strip().split(delimiter)
            columns = [names.index(name) for name in (
                ("agency", "criterion", "input", "value") if "agency" in names
                else ("mã cơ quan", "mã tiêu chí", "mã số liệu", "giá trị"))]
            for row in csv.reader(file, delimiter=delimiter):
                *key, value = (row[column] for column in columns)
                result[tuple(key)] = int(value)
    return result


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True, type=pathlib.Path)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=20_000_000)
    parser.add_argument("--agencies", type=int, default=3_300)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--goal", action="store_true", help="end with 1 where a goal is missed")
    return parser.parse_args()


def main():
    options = arguments()
    place = make_round(options.work / "project", options.agencies)
    cases = options.work / f"ho-so-{options.rows}.csv"
    timing.run([
        str(options.programs / "cchc-bench"), "generate", "cases", "--rows", str(options.rows), "--seed",
        str(options.seed), "--round", str(place), str(cases)])
    size = cases.stat().st_size
    ours = [place / folder / "tally.csv" for folder in ("external", "self")]
    tables = {"cchc": ours, ALONE: ours} | {peer: [options.work / f"{peer}.csv"] for peer in ("DuckDB", "Polars")}
    tally = [str(options.programs / "cchc"), "tally", str(place), str(cases)]
    commands = {"cchc": tally, ALONE: tally + ["--jobs", "1"]} | {
        peer: [sys.executable, *map(str, (
            HERE / f"count_{peer.lower()}.py", cases, place / "case_agencies.csv", *tables[peer]))]
        for peer in ("DuckDB", "Polars")}

    def before(name):
        # Nobody finds the figures of the run before.
        for path in tables.get(name, ()):
            path.unlink(missing_ok=True)

    wanted = None
    for name, command in commands.items():
        before(name)
        timing.run(command)
        found = figures(tables[name])
        wanted = wanted or found
        if found != wanted:
            sys.exit(f"{name} counts otherwise than cchc")
    samples = timing.in_turn(commands | {"wc -l": ["wc", "-l", str(cases)]}, options.repeat, before)
    cases.unlink()
    reading = timing.median(samples.pop("wc -l"), "wall")
    base = {figure: timing.median(samples["cchc"], figure) for figure in ("wall", "peak")}
    lines = []
    for name, list_ in samples.items():
        wall, peak = timing.median(list_, "wall"), timing.median(list_, "peak")
        lines.append([
            name, timing.seconds(wall), timing.spread(list_), timing.seconds(timing.median(list_, "cpu")),
            f"{size / 1e6 / wall:,.0f} MB/s", f"{peak:.0f} MiB", f"{wall / base['wall']:.2f}",
            f"{peak / base['peak']:.1f}"])
    print(f"{options.rows:,} rows, {size / 1e6:,.0f} MB, {options.agencies:,} agencies; {len(wanted):,} figures, equal in "
          f"all programs; {options.repeat} runs each, in turn.\n")
    print(timing.table(
        ["program", "median", "lowest–highest", "CPU", "read", "peak memory", "time / ours", "memory / ours"], lines))
    print(f"\nReading the same bytes once (`wc -l`) takes {timing.seconds(reading)}.")
    missed = []
    for figure, times, what in (("wall", TIMES_AS_FAST, "the time"), ("peak", TIMES_AS_LEAN, "the memory")):
        best = min(timing.median(samples[peer], figure) for peer in ("DuckDB", "Polars"))
        if best < times * base[figure]:
            missed.append(f"{what} of the better peer is {best / base[figure]:.2f} times ours, not {times}")
    print("\n".join(missed))
    sys.exit(1 if missed and options.goal else 0)


main()
