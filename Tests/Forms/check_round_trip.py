"""Fills forms in LibreOffice, takes them back, and asks that scoring them equals scoring the same figures from CSV.

    /usr/bin/python3 Tests/Forms/check_round_trip.py --cchc PATH [--sample EVIDENCE]

Needs LibreOffice and its Python bindings (python3-uno). The forms of the filled round say what is to be typed; it is
typed into the empty forms of the same round without its self tables.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS / "Workbooks"))

import office
from workbooks import cells

try:
    import uno
    from com.sun.star.beans import PropertyValue
except ImportError:
    uno = None

FORM = "Tự chấm điểm"
TYPED = re.compile(r"([DGHI])(\d+)")


def run(cchc, *words):
    return subprocess.run([cchc, *map(str, words)], capture_output=True, text=True, timeout=600)


def typed(form):
    """What stands in the cells that an agency may fill in, by their places."""
    values = cells(form, FORM)
    last = min((int(place[1:]) for place, value in values.items() if value == "TỔNG HỢP THEO LĨNH VỰC"),
               default=10**6)
    return {place: value for place, value in values.items()
            if (match := TYPED.fullmatch(place)) and 11 < int(match[2]) < last}


class Office:
    """A LibreOffice without a window that takes commands."""

    def __init__(self, folder):
        pipe = f"cchc{time.time_ns()}"
        self.process = subprocess.Popen(
            [office.program(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
             f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(120):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.5)
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def fill(self, form, values, target):
        """Types values into a form as a person would, and saves it; locked cells refuse it."""
        document = self.desktop.loadComponentFromURL(form.as_uri(), "_blank", 0, (option("Hidden", True),))
        sheet = document.Sheets.getByName(FORM)
        for place, value in values.items():
            cell = sheet.getCellRangeByName(place)
            if isinstance(value, float):
                cell.setValue(value)
            else:
                cell.setString(value)
        document.storeToURL(target.as_uri(), (option("FilterName", "Calc MS Excel 2007 XML"),))
        document.close(True)

    def end(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        self.process.wait(60)


def option(name, value):
    entry = PropertyValue()
    entry.Name, entry.Value = name, value
    return entry


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cchc", required=True)
    parser.add_argument("--sample", default="evidence/2024-cchc-mau")
    options = parser.parse_args()
    if uno is None or not office.program():
        print("SKIPPED: LibreOffice or python3-uno is not installed; no form was filled in")
        return 3
    cchc, sample = str(Path(options.cchc).resolve()), Path(options.sample)
    with tempfile.TemporaryDirectory(prefix="cchc-round-trip-") as scratch:
        scratch = Path(scratch)
        for name in ("filled", "empty"):
            shutil.copytree(sample.parent.parent / "criteria", scratch / name / "criteria")
            shutil.copytree(sample, scratch / name / "evidence" / sample.name)
            # Received tables are locked, and their receipt is about other bytes.
            (scratch / name / "evidence" / sample.name / "submissions.csv").unlink(missing_ok=True)
        filled, empty = (scratch / name / "evidence" / sample.name for name in ("filled", "empty"))
        for table in (empty / "self").iterdir():
            table.unlink()
        for place in (filled, empty):
            made = run(cchc, "form", place, "-o", place.parent.parent / "forms")
            assert made.returncode == 0, made.stderr
        program, count = Office(scratch), 0
        (scratch / "returned").mkdir()
        try:
            for form in sorted((scratch / "filled/forms").glob("*.xlsx")):
                values = typed(form)
                program.fill(scratch / "empty/forms" / form.name, values, scratch / "returned" / form.name)
                count += len(values)
        finally:
            program.end()
        forms = sorted((scratch / "returned").glob("*.xlsx"))
        taken = run(cchc, "import", empty, *forms)
        assert taken.returncode == 0, taken.stderr
        for form in forms:
            checked = run(cchc, "verify", form, "--round", empty)
            assert checked.returncode == 0, checked.stderr
        tables = []
        for place in (filled, empty):
            run(cchc, "score", place, "--only", "csv", "-o", place.parent.parent / "out")
            tables.append((place.parent.parent / "out/noi-bo/scores.csv").read_text())
        if tables[0] != tables[1]:
            for first, second in zip(tables[0].splitlines(), tables[1].splitlines()):
                if first != second:
                    print(f"from CSV: {first}\nfrom form: {second}")
            return 1
        print(f"{len(forms)} forms, {count} cells typed in LibreOffice; the scores equal those from CSV")
        return 0


if __name__ == "__main__":
    sys.exit(main())
