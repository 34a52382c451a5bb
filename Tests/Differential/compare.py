"""Compares the engine with the reference on random rounds, to the last digit.

Usage: python3 compare.py --cchc PATH [--rounds N] [--seed S] [--keep DIR]
"""

import argparse
import os
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import engine
from generate import generate
from reference import json_text, score

UNCOMPARED = {"problems", "stamp"}
MISSING = "(absent)"


def differences(expected, found, path=""):
    """Lines of the form `path: expected …, found …`."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in list(expected) + [key for key in found if key not in expected]:
            if path == "" and key in UNCOMPARED:
                continue
            yield from differences(expected.get(key, MISSING), found.get(key, MISSING),
                                   f"{path}.{key}" if path else key)
    elif isinstance(expected, list) and isinstance(found, list):
        for number in range(max(len(expected), len(found))):
            here = name_of(expected, found, number)
            yield from differences(item(expected, number), item(found, number), f"{path}[{here}]")
    elif type(expected) is not type(found) or expected != found:
        yield f"{path}: expected {expected!r}, found {found!r}"


def item(values, number):
    return values[number] if number < len(values) else MISSING


def name_of(expected, found, number):
    """What tells an item of a list to a reader: its code where it has one."""
    for values in (expected, found):
        one = item(values, number)
        if isinstance(one, dict):
            for key in ("group", "agency", "code", "id"):
                if key in one:
                    return one[key]
    return number


def strip_reasons(results):
    """Takes out the wording of reasons, which the contract leaves to the engine."""
    for group in results.get("groups", []):
        for agency in group.get("agencies", []):
            for owed in agency.get("obligations", []):
                if not isinstance(owed.pop("reason", None), str):
                    yield f"{agency.get('agency')}: an obligation without a reason"


def check(cchc, seed, options):
    """The differences of one seed; a kept folder shows them again."""
    folder = Path(tempfile.mkdtemp(prefix=f"cchc-{seed}-"))
    try:
        place = generate(seed, folder, options.plain, options.ambiguous)
        expected, code, problems = score(place, folder / "criteria")
        found = compare(engine.run(cchc, place, folder / "criteria", folder / "out"), expected,
                        None if options.no_exit else code, problems)
        if found and options.keep:
            keep(folder, Path(options.keep) / str(seed), expected, found)
        return seed, found
    except Exception as error:
        return seed, [f"the comparison failed: {error!r}"]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def compare(run, expected, code, problems):
    """The differences of one run; `code` is None where any exit code will do."""
    if run.results is None:
        return [f"no results.json, exit code {run.code}: {run.stderr[-600:]}"]
    found = list(strip_reasons(run.results)) + list(differences(expected, run.results))
    if code not in (None, run.code) or run.code not in (0, 1):
        found.append(f"exit code: expected {code}, found {run.code}")
        found += [f"  reference: {text}" for severity, text in problems if severity == "error"][:8]
    return found + [f"  engine: {line}" for line in run.errors()[:8] if found]


def keep(folder, kept, expected, found):
    """Copies a failing round, with what was expected and what differs."""
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(folder, kept)
    (kept / "expected.json").write_text(json_text(expected))
    (kept / "differences.txt").write_text("\n".join(found) + "\n")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cchc", required=True, help="the binary to test")
    parser.add_argument("--rounds", type=int, default=200, help="how many rounds")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first round")
    parser.add_argument("--keep", help="folder for the files of rounds that differ")
    parser.add_argument("--show", type=int, default=12, help="differences shown of one round")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="rounds at a time")
    parser.add_argument("--no-exit", action="store_true", help="do not compare exit codes")
    parser.add_argument("--plain", action="store_true", help="write plain tables only")
    parser.add_argument("--ambiguous", action="store_true",
                        help="include cases that the contract does not settle")
    return parser.parse_args()


def main():
    options = arguments()
    cchc = engine.binary(options.cchc)
    seeds = range(options.seed, options.seed + options.rounds)
    failed = 0
    with ProcessPoolExecutor(options.jobs) as pool:
        work = pool.map(check, [cchc] * len(seeds), seeds, [options] * len(seeds), chunksize=4)
        for seed, found in work:
            failed += bool(found)
            if found:
                print(f"seed {seed}: {len(found)} differences", flush=True)
                for line in found[:options.show]:
                    print(f"  {line}", flush=True)
    print(f"{len(seeds) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
