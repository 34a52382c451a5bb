"""Checks the engine's exit code on single changes to a clean round: 1 for an error, 0 otherwise.

Usage: python3 load_errors.py --cchc PATH
"""

import argparse
import sys
import tempfile
from pathlib import Path

import engine
from load_cases import BASE, CASES


def check(cchc, expected, file, old, new):
    """What is wrong about a case, or None."""
    if old not in BASE[file]:
        raise ValueError(f"{old!r} is not in {file}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in {**BASE, file: BASE[file].replace(old, new, 1)}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        run = engine.run(cchc, folder / "evidence/r", folder / "criteria", folder / "out")
    found = "; ".join(run.errors()) or run.stderr.strip()[-300:]
    if run.code != expected:
        return f"expected exit code {expected}, found {run.code}: {found}"
    if expected == 1 and run.results and Path(file).name not in found:
        return f"no error about {file}: {found}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cchc", required=True)
    cchc = engine.binary(parser.parse_args().cchc)
    failed = 0
    for name, *case in CASES:
        wrong = check(cchc, *case)
        failed += bool(wrong)
        if wrong:
            print(f"{name}: {wrong}", flush=True)
    print(f"{len(CASES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
