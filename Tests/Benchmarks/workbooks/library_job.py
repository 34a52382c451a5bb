"""One timed job of a Python library, in a process of its own; prints its seconds as JSON.

    python library_job.py write-xlsxwriter IN.csv OUT.xlsx
    python library_job.py read-calamine IN.xlsx OUT.csv

The table is in memory before the clock starts when writing, and written out after it stops when reading.
"""

import json
import re
import sys
import time

NUMBER = re.compile(r"-?\d+(\.\d+)?")


def cell(text):
    if not NUMBER.fullmatch(text):
        return text
    return float(text) if "." in text else int(text)


def plain_table(path):
    with open(path, encoding="utf-8") as file:
        return [[cell(text) for text in line.rstrip("\n").split(",")] for line in file]


def write_xlsxwriter(rows, path):
    import xlsxwriter
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("Bảng")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, column, value)
            else:
                sheet.write_number(number, column, value)
    book.close()


def write_openpyxl(rows, path):
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Bảng")
    for row in rows:
        sheet.append(row)
    book.save(path)


def read_calamine(path):
    import python_calamine
    return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def read_openpyxl(path):
    import openpyxl
    book = openpyxl.load_workbook(path, read_only=True)
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def shown(value):
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def main(job, source, target):
    action, _, library = job.partition("-")
    call = globals()[f"{action}_{library}"]
    # Loading the library is no part of the work.
    __import__({"calamine": "python_calamine"}.get(library, library))
    if action == "write":
        rows = plain_table(source)
        start = time.perf_counter()
        call(rows, target)
        seconds = time.perf_counter() - start
    else:
        start = time.perf_counter()
        rows = call(source)
        seconds = time.perf_counter() - start
        with open(target, "w", encoding="utf-8") as file:
            file.writelines(",".join(map(shown, row)) + "\n" for row in rows)
    print(json.dumps({"seconds": {action: seconds}, "cells": sum(map(len, rows))}))


if __name__ == "__main__":
    main(*sys.argv[1:])
