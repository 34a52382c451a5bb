"""Scores sample rounds whose tables other programs wrote as workbooks, and rounds with hostile workbooks.

    python3 Tests/Workbooks/check_tables.py --cchc .build/release/cchc

Needs LibreOffice Calc (soffice) and openpyxl; what is missing is said aloud and left out.
"""

import argparse
import importlib.util
import json
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import converters
import hostile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROUNDS = ["2023-cchc-mau", "2025-cchc-xa-mau", "2026-dvc-766"]
# What the program may use for one hostile workbook.
MEMORY, SECONDS = 2 << 30, 60


def results(cchc, folder, name):
    """The results of a round without its stamp, files named as CSV and places without sheet and cell."""
    run = subprocess.run(
        [cchc, "score", folder / "evidence" / name, "-o", folder / "out", "--only", "json"],
        capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{name}: exit {run.returncode}\n{run.stderr}")
    data = json.loads((folder / "out/noi-bo/results.json").read_text())
    del data["stamp"]
    for problem in data["problems"]:
        for key in ("sheet", "cell"):
            problem.pop(key, None)
    return json.loads(re.sub(r"\.xlsx\b", ".csv", json.dumps(data))), run.stderr


def check_programs(cchc):
    programs = []
    for how, is_there in [
        ("openpyxl", importlib.util.find_spec("openpyxl") is not None),
        ("LibreOffice", shutil.which("soffice") is not None),
    ]:
        if is_there:
            programs.append(how)
        else:
            print(f"SKIPPED: {how} is not installed")
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        for name in ROUNDS:
            plain = converters.project(ROOT, [name], place / name / "csv")
            expected, _ = results(cchc, plain, name)
            for how in programs:
                folder = converters.project(ROOT, [name], place / name / how)
                converters.convert(folder, how, place / "profile")
                assert not list(folder.rglob("*.csv")), "every table is a workbook"
                found, messages = results(cchc, folder, name)
                if found != expected:
                    sys.exit(f"{name}: workbooks by {how} score otherwise than CSV\n{messages}")
                count = len(list(folder.rglob("*.xlsx")))
                print(f"{name}: {count} workbooks by {how} score as the CSV tables do")


def check_hostile(cchc):
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    with tempfile.TemporaryDirectory() as place:
        folder = converters.project(ROOT, [ROUNDS[0]], pathlib.Path(place) / "p")
        target = folder / "evidence" / ROUNDS[0]
        (target / "submissions.csv").unlink()
        (target / "self/STP.csv").unlink()
        for name, code, make in hostile.cases():
            (target / "self/STP.xlsx").write_bytes(make())
            start = time.monotonic()
            run = subprocess.run(
                [cchc, "check", target], capture_output=True, text=True, preexec_fn=limit, timeout=SECONDS)
            seconds = time.monotonic() - start
            told = re.findall(r"^self/STP\.xlsx.*?: lỗi \[([a-z-]+)\]", run.stdout, re.MULTILINE)
            if run.returncode != 1 or (code is not None and code not in told):
                sys.exit(f"{name}: exit {run.returncode}, told {sorted(set(told))}\n{run.stdout[:2000]}{run.stderr[:2000]}")
            if code is None and any(word.startswith(("workbook", "archive", "xml")) for word in told):
                sys.exit(f"{name}: not read, {told[:3]}")
            print(f"{name}: {code or 'read'}, {seconds:.1f} s")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cchc", required=True, type=lambda path: pathlib.Path(path).resolve())
    cchc = parser.parse_args().cchc
    check_programs(cchc)
    check_hostile(cchc)


main()
