"""Reads every Markdown document of a folder with pandoc and asks that no table loses a row or a cell.

    python3 Tests/Markdown/check_tables.py reports
"""

import json
import pathlib
import re
import subprocess
import sys

CELL_BORDER = re.compile(r"(?<!\\)\|")


def written_tables(text):
    """For each pipe table its size: rows below the header, columns."""
    tables, lines = [], text.splitlines()
    for number, line in enumerate(lines):
        if not re.fullmatch(r"\|(\s*:?-+:?\s*\|)+", line.strip()):
            continue
        columns = len(CELL_BORDER.findall(line)) - 1
        rows = 0
        while number + 1 + rows < len(lines) and lines[number + 1 + rows].startswith("|"):
            row = lines[number + 1 + rows]
            if len(CELL_BORDER.findall(row)) - 1 != columns:
                raise ValueError(f"line {number + 2 + rows}: other number of cells than the header")
            rows += 1
        tables.append((rows, columns))
    return tables


def read_tables(path):
    """The same sizes as pandoc understands the document."""
    run = subprocess.run(
        ["pandoc", "-f", "gfm", "-t", "json", str(path)], capture_output=True, check=True)
    tables = []
    for block in json.loads(run.stdout)["blocks"]:
        if block["t"] == "Table":
            columns = len(block["c"][2])
            rows = sum(len(body[3]) for body in block["c"][4])
            tables.append((rows, columns))
    return tables


def main(folder):
    passed = failed = 0
    for path in sorted(pathlib.Path(folder).rglob("*.md")):
        try:
            written, read = written_tables(path.read_text(encoding="utf-8")), read_tables(path)
            problem = None if written == read else f"written {written}, read {read}"
        except ValueError as error:
            problem = str(error)
        if problem:
            failed += 1
            print(f"{path}: {problem}")
        else:
            passed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
