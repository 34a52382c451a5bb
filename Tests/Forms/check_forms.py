"""Lets LibreOffice compute forms anew and compares every cell, and the points, with the engine.

Usage: python3 check_forms.py --cchc PATH [--rounds N] [--sets N] [--seed S] [--sample EVIDENCE]…

Random rounds come from the reference scorer's generator, random rules from random_rules.py: every shape of rule, figures
at their edges, exact halves, zero denominators, missing and wrong cells.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS / "Differential"), str(TESTS / "Workbooks")]

import office
import random_rules
from generate import generate
from workbooks import by_rows, cells

FORM, WORK = "Tự chấm điểm", "Tinh"
HEADINGS = ["Mã", "Tên", "Điểm tối đa", "Điểm tự chấm"]


class Tally:
    def __init__(self):
        self.forms = self.cells = self.points = self.skipped = self.large = 0
        self.rules = set()
        self.faults = []

    def fault(self, text):
        self.faults.append(text)


def run(cchc, *words):
    return subprocess.run([cchc, *map(str, words)], capture_output=True, text=True, timeout=600)


def make(cchc, place, criteria, folder):
    """Makes the forms and the results of a round; None where its set has an error of its own."""
    made = run(cchc, "form", place, "--criteria", criteria, "-o", folder / "forms")
    if made.returncode != 0:
        return made
    run(cchc, "score", place, "--criteria", criteria, "-o", folder / "out", "--only", "json")
    return made


def columns(rows):
    """The headings' row and the columns of the headings that every form has."""
    for number in sorted(rows):
        places = {value: column for column, value in rows[number].items() if value in HEADINGS}
        if len(places) == len(HEADINGS):
            return places
    raise ValueError("no row of headings")


def same(first, second):
    """Alike; a hidden step beyond 15 digits is one that its row reports, and programs keep 15 of them."""
    if isinstance(first, float) and isinstance(second, float) and max(abs(first), abs(second)) > 1e15:
        return True
    return first == second


def is_too_long(rows, leaf, place):
    """Whether a figure of the leaf has more digits than a spreadsheet keeps: it stands there as a text."""
    number = next(number for number in sorted(rows) if rows[number].get(place["Mã"]) == leaf) + 1
    while number in rows and place["Mã"] not in rows[number]:
        figure = rows[number].get("D")
        if isinstance(figure, str) and len(re.sub(r"[^0-9]", "", figure).lstrip("0")) > 15:
            return True
        number += 1
    return False


def compare_cells(name, first, second, tally):
    """Every cell of the two visible sheets, as written and as computed."""
    for sheet in (FORM, WORK):
        written, computed = cells(first, sheet), cells(second, sheet)
        # A row with numbers beyond what a spreadsheet keeps is compared by its points, not step by step.
        large = {row for row, values in by_rows(computed).items() if sheet == WORK
                 and any(isinstance(value, float) and abs(value) >= 1e15 for value in values.values())}
        for place in sorted(written.keys() | computed.keys()):
            if int(re.sub("[A-Z]", "", place)) in large:
                continue
            tally.cells += 1
            if not same(written.get(place), computed.get(place)):
                tally.fault(f"{name} {sheet} {place}: {written.get(place)!r} written, "
                            f"{computed.get(place)!r} computed")


def compare_points(name, computed, agency, criteria_set, unreadable, tally):
    """The points of each leaf against the engine's own column."""
    rows = by_rows(cells(computed, FORM))
    place = columns(rows)
    shown = {row[place["Mã"]]: row for row in rows.values() if isinstance(row.get(place["Mã"]), str)}
    for leaf in agency["criteria"]:
        if (agency["agency"], leaf["code"]) in unreadable:
            tally.skipped += 1
            continue
        row = shown[leaf["code"]]
        if "quá lớn" in str(row.get("F", "")):
            tally.large += 1
            continue
        points = row.get(place["Điểm tự chấm"])
        expected = "–" if leaf["self"] is None else leaf["self"]
        tally.points += 1
        if leaf["self"] is not None:
            tally.rules.add((name.split()[0], criteria_set, leaf["code"]))
        if points != expected and is_too_long(rows, leaf["code"], place):
            tally.skipped += 1
        elif points != expected:
            tally.fault(f"{name} {leaf['code']} ({leaf['status']}): {expected} by the engine, {points} computed; "
                        f"{row.get('F', '')}")


def unreadable(results):
    """Leaves with a row that names an input that is not theirs: a form has no cell for it."""
    codes = [leaf["code"] for group in results["groups"] for agency in group["agencies"]
             for leaf in agency["criteria"]]
    agencies = [agency["agency"] for group in results["groups"] for agency in group["agencies"]]
    found = set()
    for problem in results["problems"]:
        if problem["code"] in ("input-unknown",):
            found |= {(agency, code) for agency in agencies for code in codes
                      if f"{code}" in problem["message"]}
    return found


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cchc", required=True, help="the binary to test")
    parser.add_argument("--rounds", type=int, default=20, help="how many random rounds")
    parser.add_argument("--sets", type=int, default=4, help="how many sets of thirty random rules")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first one")
    parser.add_argument("--sample", action="append", default=[], help="a round of the project, may be repeated")
    parser.add_argument("--show", type=int, default=20, help="how many differences are shown")
    parser.add_argument("--keep", help="where the files are written and kept")
    return parser.parse_args()


def main():
    options = arguments()
    if not office.program():
        print("SKIPPED: LibreOffice (soffice) is not installed; no form was computed")
        return 3
    tally = Tally()
    cchc = str(Path(options.cchc).resolve())
    with tempfile.TemporaryDirectory(prefix="cchc-forms-") as scratch:
        scratch = Path(options.keep or scratch)
        rounds = [(Path(sample).name, Path(sample), Path(sample).parent.parent / "criteria")
                  for sample in options.sample]
        for seed in range(options.seed, options.seed + options.rounds):
            folder = scratch / f"s{seed}"
            folder.mkdir(parents=True, exist_ok=True)
            rounds.append((f"s{seed}", generate(seed, folder), folder / "criteria"))
        for seed in range(options.seed, options.seed + options.sets):
            folder = scratch / f"r{seed}"
            rounds.append((f"r{seed}", random_rules.generate(cchc, seed, folder)[0], folder / "criteria"))
        names = {}
        for name, place, criteria in rounds:
            folder = scratch / name
            made = make(cchc, place, criteria, folder)
            if made.returncode != 0:
                print(f"{name}: no forms ({made.stderr.strip().splitlines()[-1:]})")
                continue
            for form in sorted((folder / "forms").glob("*.xlsx")):
                target = scratch / "all" / f"{name}__{form.name}"
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(form.read_bytes())
                names[target.name] = (name, form.stem)
        computed = {book.name: book for book in office.recalculate(sorted((scratch / "all").glob("*.xlsx")), scratch)}
        results = {}
        for file, (name, agency) in sorted(names.items()):
            if name not in results:
                results[name] = json.loads((scratch / name / "out/noi-bo/results.json").read_text())
            written, anew = scratch / "all" / file, computed[file]
            entry, criteria_set = next((entry, group["criteria_set"]) for group in results[name]["groups"]
                                       for entry in group["agencies"] if entry["agency"] == agency)
            tally.forms += 1
            compare_cells(f"{name} {agency}", written, anew, tally)
            compare_points(f"{name} {agency}", anew, entry, criteria_set, unreadable(results[name]), tally)
    for text in tally.faults[:options.show]:
        print(text)
    print(f"{tally.forms} forms, {tally.cells} cells, {tally.points} points of {len(tally.rules)} rules compared; {tally.large} too large, "
          f"said so in the form; {tally.skipped} with rows or digits that no form takes; {len(tally.faults)} differences")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
