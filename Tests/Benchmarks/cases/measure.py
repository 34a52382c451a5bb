"""Counts one list of case files with cchc, DuckDB and Polars in turn; prints medians and spreads as Markdown.

Whole processes: from the call to the written table. A time counts only where all tables hold the same figures.
"""

import argparse
import csv
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
PROJECT = HERE.parents[2]


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


def run(command):
    """Seconds, seconds of both cores, and the most memory in MiB of a process."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def figures(*paths):
    """Figures by agency, criterion and input."""
    result = {}
    for path in paths:
        with open(path, encoding="utf-8-sig", newline="") as file:
            header = file.readline()
            rows = csv.reader(file, delimiter=";" if ";" in header else ",")
            names = header.strip().split(";" if ";" in header else ",")
            columns = [names.index(name) for name in (
                ("agency", "criterion", "input", "value") if "agency" in names
                else ("mã cơ quan", "mã tiêu chí", "mã số liệu", "giá trị"))]
            for row in rows:
                *key, value = (row[column] for column in columns)
                result[tuple(key)] = int(value)
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=20_000_000)
    parser.add_argument("--agencies", type=int, default=3_300)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    programs = pathlib.Path(options.programs)
    place = make_round(options.work / "project", options.agencies)
    cases = options.work / f"ho-so-{options.rows}.csv"
    subprocess.run(
        [programs / "cchc-bench", "generate", "cases", "--rows", str(options.rows), "--seed", str(options.seed),
         "--round", place, cases], check=True, stdout=subprocess.DEVNULL)
    agencies = place / "case_agencies.csv"
    outputs = {name: options.work / f"{name}.csv" for name in ("DuckDB", "Polars")}
    tally = [programs / "cchc", "tally", place, cases]
    jobs = {
        "cchc": tally, "cchc, one thread": tally + ["--jobs", "1"],
        "DuckDB": [sys.executable, HERE / "count_duckdb.py", cases, agencies, outputs["DuckDB"]],
        "Polars": [sys.executable, HERE / "count_polars.py", cases, agencies, outputs["Polars"]]}
    measured = {name: [] for name in jobs}
    for _ in range(options.repeat):
        for name, command in jobs.items():
            # Every program begins with a round that has no figures.
            for folder in ("external", "self"):
                shutil.rmtree(place / folder, ignore_errors=True)
            measured[name].append(run(command))
            tables = [outputs[name]] if name in outputs else [place / f"{f}/tally.csv" for f in ("external", "self")]
            found = figures(*tables)
            if name == "cchc":
                wanted = found
            elif found != wanted:
                sys.exit(f"{name} counts otherwise than cchc")
    size = cases.stat().st_size
    cases.unlink()
    print(f"{options.rows:,} rows, {size / 1e6:,.0f} MB, {options.agencies:,} agencies; {options.repeat} runs each\n")
    print("| program | median | lowest–highest | cores' time | MB/s | peak memory | time over cchc | memory over cchc |")
    print("|---|---|---|---|---|---|---|---|")
    base = [statistics.median(column) for column in zip(*measured["cchc"])]
    for name, runs in measured.items():
        times, cores, memory = zip(*runs)
        middle = statistics.median(times)
        print(
            f"| {name} | {middle:.2f} s | {min(times):.2f}–{max(times):.2f} s | {statistics.median(cores):.2f} s "
            f"| {size / 1e6 / middle:.0f} | {statistics.median(memory):.0f} MiB | {middle / base[0]:.1f} "
            f"| {statistics.median(memory) / base[2]:.1f} |")


main()
