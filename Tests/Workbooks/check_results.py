"""Scores rounds, lets LibreOffice compute their workbooks anew and asks that no value changes.

    python3 Tests/Workbooks/check_results.py --cchc .build/release/cchc

The rounds are those of evidence/ and small ones for every rounding and count of decimals. Each workbook is also
opened by openpyxl and by calamine. Needs LibreOffice Calc and the packages of requirements.txt; without LibreOffice
it says so and ends with 0, unless --require is given.
"""

import argparse
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
import python_calamine

import office
import share_rounds

BOOKS = ["noi-bo/results.xlsx", "cong-bo/ranking.xlsx"]
# Functions that Excel 2007 knows and that the workbooks need.
FUNCTIONS = {"ABS", "COUNT", "INT", "MOD", "N", "ROUND", "SIGN", "SUM"}


def score(cchc, evidence, criteria, folder, name):
    """Scores a round; its workbooks are put beside each other under names of their own."""
    run = subprocess.run(
        [cchc, "score", evidence, "--criteria", criteria, "--only", "xlsx", "-o", folder / "reports" / name],
        capture_output=True, text=True)
    if run.returncode > 1:
        sys.exit(run.stderr)
    for book in BOOKS:
        target = folder / "books" / f"{name}-{pathlib.Path(book).name}"
        target.parent.mkdir(exist_ok=True)
        (folder / "reports" / name / book).rename(target)
        yield target


def tampered(book, folder):
    """A copy whose first cached value is wrong, to see that values are computed anew."""
    target = folder / "books" / "tampered.xlsx"
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part, count = re.subn(rb"</f><v>[^<]*</v>", b"</f><v>987654</v>", part, count=1)
                assert count == 1
            copy.writestr(name, part)
    return target


def formulas(path):
    """The formula and the value of every formula cell, by sheet and cell."""
    written, valued = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    return written.sheetnames, {
        (sheet.title, cell.coordinate): (cell.value, valued[sheet.title][cell.coordinate].value)
        for sheet in written for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}


def differences(book, recalculated):
    names, before = formulas(book)
    after_names, after = formulas(recalculated)
    found = [] if names == after_names else [f"sheets {after_names}"]
    for place, (formula, value) in before.items():
        used = set(re.findall(r"([A-Z][A-Z0-9.]*)\(", formula))
        if not used <= FUNCTIONS:
            found.append(f"{place}: {formula} uses {sorted(used - FUNCTIONS)}")
        computed = after.get(place, (None, None))[1]
        if not isinstance(computed, (int, float)) or not isinstance(value, (int, float)):
            found.append(f"{place}: {formula} is {computed!r}, cached {value!r}")
        elif not math.isfinite(computed) or computed != value:
            found.append(f"{place}: {formula} is {computed!r}, cached {value!r}")
    return len(before), found


def check_readers(book):
    """openpyxl and calamine see the same sheets with the same number of rows."""
    loaded = openpyxl.load_workbook(book, data_only=True)
    read = python_calamine.CalamineWorkbook.from_path(str(book))
    if loaded.sheetnames != read.sheet_names:
        return [f"calamine sees {read.sheet_names}"]
    found = []
    for name in read.sheet_names:
        rows = read.get_sheet_by_name(name).to_python(skip_empty_area=False)
        filled = [row for row in loaded[name].iter_rows(values_only=True) if any(v is not None for v in row)]
        if sum(any(value != "" for value in row) for row in rows) != len(filled):
            found.append(f"{name}: calamine reads {len(rows)} rows, openpyxl {len(filled)} filled ones")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cchc", required=True, type=pathlib.Path)
    parser.add_argument("--require", action="store_true", help="fail where LibreOffice is missing")
    options = parser.parse_args()
    if not office.program():
        print("SKIPPED: LibreOffice is not installed, so no workbook was computed anew")
        return 1 if options.require else 0
    project, cchc = pathlib.Path(__file__).resolve().parents[2], options.cchc.resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        books = []
        for round_folder in sorted((project / "evidence").iterdir()):
            books += score(cchc, round_folder, project / "criteria", folder, round_folder.name)
        for name, files in share_rounds.all_rounds():
            small = folder / "rounds" / name
            for path, text in files.items():
                (small / path).parent.mkdir(parents=True, exist_ok=True)
                (small / path).write_text(text, encoding="utf-8")
            books += score(cchc, small / "evidence" / "ky", small / "criteria", folder, name)
        wrong = tampered(books[0], folder)
        *recalculated, corrected = office.recalculate([*books, wrong], folder)
        if not differences(wrong, corrected)[1]:
            sys.exit("LibreOffice did not compute the formulas anew")
        count = failed = 0
        for book, copy in zip(books, recalculated, strict=True):
            cells, found = differences(book, copy)
            count += cells
            for text in (found + check_readers(book))[:10]:
                failed += 1
                print(f"{book.stem}: {text}")
    print(f"{len(books)} workbooks, {count} formulas computed anew, {failed} differences")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
