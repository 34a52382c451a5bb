"""Runs the jobs of Tests/Benchmarks/workbooks in turn and prints medians and spreads as a Markdown table.

Times count only where the contents are equal: every written workbook is read by calamine, everything read is
compared cell by cell with the table.
"""

import argparse
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
from decimal import Decimal

HERE = pathlib.Path(__file__).parent
NAMES = ["Sở Nội vụ", "Ủy ban nhân dân xã Ngọc Thành", "Văn phòng Ủy ban nhân dân tỉnh", "Thanh tra tỉnh"]
NOTES = ["", "đã chấm", "thiếu tài liệu kiểm chứng", "a < b & c > d", "Báo cáo số 12/BC-STP ngày 15/12/2025"]


def make_table(path, rows):
    """Ten columns as a register of scores has them: codes, names, counts, points, percentages, notes."""
    generator = random.Random(1)
    with open(path, "w", encoding="utf-8") as file:
        for number in range(rows):
            total = generator.randint(1, 100_000)
            part = generator.randint(0, total)
            file.write(",".join([
                f"X{number % 10_000:05}", f"{generator.choice(NAMES)} số {number % 10_000}",
                f"{number % 9 + 1}.{number % 7 + 1}.{number % 5 + 1}", str(total), str(part),
                f"{Decimal(part * 100) / total:.2f}", f"{Decimal(part) / total:.4f}",
                f"{generator.randint(-999, 999) / 1000:.3f}", generator.choice(NOTES) or "–",
                str(generator.randint(1, 3))]) + "\n")


def run(command):
    """The job's own measure and the most memory that its process had, in MiB."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return json.loads(output), usage.ru_maxrss / 1024


def cells(path):
    """The cells of lines of text; numbers by their value."""
    def value(text):
        try:
            return Decimal(text).normalize()
        except ArithmeticError:
            return text
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield [value(text) for text in line.rstrip("\n").split(",")]


def check_equal(found, wanted, what):
    for number, (left, right) in enumerate(zip(cells(found), cells(wanted), strict=True), 1):
        if left != right:
            sys.exit(f"{what}: row {number} differs: {left} {right}")


def summary(times, memory, extra=""):
    low, middle, high = min(times), statistics.median(times), max(times)
    return f"{middle:.2f} s | {low:.2f}–{high:.2f} s | {statistics.median(memory):.0f} MiB{extra}"


def measure_tables(options, work):
    table = work / "table.csv"
    make_table(table, options.rows)
    python, script = sys.executable, str(HERE / "library_job.py")
    writers = {
        "cchc": [options.bench, "write-table"], "XlsxWriter, constant_memory": [python, script, "write-xlsxwriter"],
        "openpyxl, write_only": [python, script, "write-openpyxl"]}
    readers = {
        "cchc": [options.bench, "read-table"], "calamine": [python, script, "read-calamine"],
        "openpyxl, read_only": [python, script, "read-openpyxl"]}
    books = {name: work / f"{name.split(',')[0]}.xlsx" for name in writers}
    results = {}
    for _ in range(options.repeat):
        for name, command in writers.items():
            measure, memory = run([*command, str(table), str(books[name])])
            results.setdefault(("write", name, ""), []).append((measure["seconds"]["write"], memory))
    for name, book in books.items():
        run([python, script, "read-calamine", str(book), str(work / "read.csv")])
        check_equal(work / "read.csv", table, f"written by {name}")
    for source in ("cchc", "openpyxl, write_only"):
        for turn in range(options.repeat):
            for name, command in readers.items():
                measure, memory = run([*command, str(books[source]), str(work / "read.csv")])
                if turn == 0:
                    check_equal(work / "read.csv", table, f"{name} reading the book of {source}")
                results.setdefault(("read", name, source), []).append((measure["seconds"]["read"], memory))
    print(f"\n{options.rows:,} rows × 10 columns, {options.repeat} runs each, in turn; memory with the table in it.\n")
    print("| job | program | median | lowest–highest | peak memory | file |\n|---|---|---|---|---|---|")
    for (action, name, source), values in results.items():
        job = "write" if action == "write" else f"read a book of {source.split(',')[0]}"
        size = f" | {books[name].stat().st_size / 2**20:.1f} MiB" if action == "write" else " | "
        print(f"| {job} | {name} | {summary(*zip(*values))}{size} |")


def measure_results(options, work):
    print("\n| round | load | score | write results.xlsx | peak memory before writing, in all | file |\n|---|---|---|---|---|---|")
    for agencies in (150, options.round_agencies):
        folder = work / f"round-{agencies}"
        run([options.bench, "generate", "national", "--agencies", str(agencies), "--leaves", "100", str(folder)])
        values = []
        for _ in range(options.repeat):
            values.append(run([
                options.bench, "write-results", str(folder / "evidence" / "ca-nuoc-2025"), str(folder / "criteria"),
                str(work / "results.xlsx")]))
        columns = " | ".join(
            f"{statistics.median(value[0]['seconds'][step] for value in values):.2f} s"
            for step in ("load", "score", "write"))
        memory = statistics.median(value[1] for value in values)
        size = (work / "results.xlsx").stat().st_size / 2**20
        before = statistics.median(value[0]["peak_before"] for value in values) / 1024
        print(f"| {agencies:,} × 100 | {columns} | {before:.0f}, {memory:.0f} MiB | {size:.1f} MiB |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bench", required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--round-agencies", type=int, default=10_000)
    options = parser.parse_args()
    work = options.work / "workbooks"
    work.mkdir(parents=True, exist_ok=True)
    measure_tables(options, work)
    measure_results(options, work)


if __name__ == "__main__":
    main()
