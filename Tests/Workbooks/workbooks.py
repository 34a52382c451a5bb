"""Reads the cells of a workbook with the standard library alone."""

import re
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def cells(path, sheet):
    """The values of a sheet by their places: numbers as floats, anything else as text."""
    with zipfile.ZipFile(path) as file:
        book = ElementTree.fromstring(file.read("xl/workbook.xml"))
        links = ElementTree.fromstring(file.read("xl/_rels/workbook.xml.rels"))
        targets = {link.get("Id"): link.get("Target") for link in links}
        ids = {entry.get("name"): entry.get(LINK) for entry in book.iter(f"{MAIN}sheet")}
        target = targets[ids[sheet]].lstrip("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        texts = []
        if "xl/sharedStrings.xml" in file.namelist():
            for item in ElementTree.fromstring(file.read("xl/sharedStrings.xml")):
                texts.append("".join(text.text or "" for text in item.iter(f"{MAIN}t")))
        values = {}
        for cell in ElementTree.fromstring(file.read(part)).iter(f"{MAIN}c"):
            value = content(cell, texts)
            if value not in (None, ""):
                values[cell.get("r")] = value
        return values


def content(cell, texts):
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{MAIN}t"))
    value = cell.find(f"{MAIN}v")
    if value is None or value.text is None:
        return None
    if kind == "s":
        return texts[int(value.text)]
    return float(value.text) if kind == "n" else value.text


def by_rows(values):
    """The values by row and column letters."""
    rows = {}
    for place, value in values.items():
        column, row = re.fullmatch(r"([A-Z]+)(\d+)", place).groups()
        rows.setdefault(int(row), {})[column] = value
    return rows
