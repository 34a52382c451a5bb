"""Turns the CSV tables of a folder into workbooks, as other programs write them."""

import csv
import datetime
import io
import pathlib
import re
import shutil
import subprocess

# Columns whose cells are texts whatever they look like; all others are typed by the program.
TEXT_COLUMNS = ("mã", "code", "criterion", "agency", "tên", "name", "số ký hiệu", "số văn bản", "key", "khóa", "thời hạn",
                "deadline", "#")
NUMBER = re.compile(r"-?\d{1,12}([.,]\d{1,6})?")
DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})|(\d{4})-(\d{2})-(\d{2})")


def read(path):
    """The rows of a table and its delimiter."""
    text = path.read_bytes().decode("utf-8-sig")
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    return [[cell[1:] if re.match(r"'[=+\-@]", cell) else cell for cell in row] for row in rows], delimiter


def is_text(heading):
    return heading.strip().lower().startswith(TEXT_COLUMNS)


def typed(cell):
    """A cell as a person would type it: number, day, yes or no, else a text."""
    if NUMBER.fullmatch(cell):
        return float(cell.replace(",", ".")) if re.search("[.,]", cell) else int(cell)
    day = DAY.fullmatch(cell)
    if day:
        parts = [int(part) for part in day.groups() if part]
        return datetime.date(*(parts if day.group(4) else reversed(parts)))
    return {"có": True, "yes": True, "không": False, "no": False}.get(cell.lower(), cell or None)


def by_openpyxl(path, from_1904=False):
    import openpyxl

    book = openpyxl.Workbook()
    if from_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    rows, _ = read(path)
    headings = rows[0] if rows else []
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            plain = number == 1 or place >= len(headings) or is_text(headings[place]) or cell.startswith("#")
            value = (cell or None) if plain else typed(cell)
            target = sheet.cell(number, place + 1)
            target.value = value
            if isinstance(value, str):
                # openpyxl takes texts that begin with = for formulas.
                target.data_type = "s"
            if isinstance(value, datetime.date):
                target.number_format = "dd/mm/yyyy"
            elif isinstance(value, float) and value < 1:
                target.number_format = "0.00%"
    book.save(path.with_suffix(".xlsx"))
    path.unlink()


def all_by_openpyxl(folder):
    for number, path in enumerate(sorted(folder.rglob("*.csv"))):
        by_openpyxl(path, from_1904=number % 2 == 1)


def all_by_libreoffice(folder, profile):
    """Converts in as few runs as there are folders, delimiters and kinds of columns."""
    groups = {}
    for path in sorted(folder.rglob("*.csv")):
        rows, delimiter = read(path)
        columns = "/".join(f"{place}/{2 if is_text(heading) else 1}" for place, heading in enumerate(rows[0], 1))
        # A table with comments in its first column keeps them as texts; 1066 reads days as Vietnam writes them.
        comma = any(re.fullmatch(r"-?\d+,\d+", cell) for row in rows for cell in row)
        language = 1066 if comma or any(re.fullmatch(r"\d+/\d+/\d+", c) for row in rows for c in row) else 1033
        points = any(re.fullmatch(r"-?\d+\.\d+", cell) for row in rows for cell in row)
        if language == 1066 and points:
            # 1.5 would be read as a day or with a thousands mark: everything stays text.
            columns = "/".join(f"{place}/2" for place in range(1, len(rows[0]) + 1))
        groups.setdefault((path.parent, delimiter, columns, language), []).append(path)
    for (parent, delimiter, columns, language), paths in groups.items():
        options = f"CSV:{ord(delimiter)},34,76,1,{columns},{language},false,true,false"
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", f"--infilter={options}",
             "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", parent, *paths],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for path in paths:
            assert path.with_suffix(".xlsx").exists(), path
            path.unlink()


def convert(folder, how, profile):
    """Converts all tables of a project; registers that name a table's digest name that of the workbook."""
    registers = {path: path.read_text("utf-8-sig") for path in folder.rglob("submissions.csv")}
    digests = {digest(path): path.with_suffix(".xlsx") for path in folder.rglob("*.csv") if path not in registers}
    for path in registers:
        path.rename(path.with_suffix(".txt"))
    run = (lambda part: all_by_openpyxl(part)) if how == "openpyxl" else (lambda part: all_by_libreoffice(part, profile))
    run(folder)
    for path, text in registers.items():
        for old, workbook in digests.items():
            text = text.replace(old, digest(workbook))
        path.with_suffix(".txt").unlink()
        path.write_text(text, "utf-8")
    run(folder)


def digest(path):
    import hashlib

    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def project(root, rounds, target):
    """Copies sets and rounds; what is closed is compared with digests of CSV, so rounds are copied as open ones."""
    shutil.copytree(root / "criteria", target / "criteria")
    for name in rounds:
        place = target / "evidence" / name
        shutil.copytree(root / "evidence" / name, place, ignore=shutil.ignore_patterns("closed", "closing.csv"))
    return target
