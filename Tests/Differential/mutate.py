"""Spoils random rounds and asks of the engine only that it ends well, twice with the same bytes.

Usage: python3 mutate.py --cchc PATH [--rounds N] [--seed S]
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import engine
from generate import generate

SCRAPS = ['"', ",", ";", "\t", "\r", "\n", "#", "-", "%", "(", ")", ":", "=", "[", "]", "|", "/ 0",
          "*", "\u0000", "\u0301", "\ufeff", "'", "0.5", "999999999999", "not ", "else", "không"]


def spoil(rng, data):
    """Bytes with one small change."""
    place, kind = rng.randint(0, len(data)), rng.randint(0, 4)
    if kind == 0:
        return data[:place] + rng.choice(SCRAPS).encode() + data[place:]
    if kind == 1:
        return data[:place] + data[place + rng.randint(1, 8):]
    if kind == 2:
        return data[:place]
    if kind == 3:
        return data[:place] + bytes([rng.randint(0, 255)]) + data[place + 1:]
    lines = data.splitlines(keepends=True)
    rng.shuffle(lines)
    return b"".join(lines)


def check(cchc, seed):
    """A sentence for each thing that went wrong."""
    folder, rng = Path(tempfile.mkdtemp(prefix=f"cchc-mutated-{seed}-")), random.Random(seed)
    try:
        place = generate(seed, folder)
        files = sorted(path for path in folder.rglob("*.csv"))
        for path in rng.sample(files, rng.randint(1, min(3, len(files)))):
            path.write_bytes(spoil(rng, path.read_bytes()))
        first, second = (engine.run(cchc, place, folder / "criteria", folder / out)
                         for out in ("out-1", "out-2"))
        found = []
        if first.code not in (0, 1, 2):
            found.append(f"exit code {first.code}: {first.stderr[-300:]}")
        if (first.code, first.bytes) != (second.code, second.bytes):
            found.append("two runs differ")
        if first.code == 0 and first.errors() or first.code == 1 and first.results \
                and not first.errors():
            found.append(f"exit code {first.code} with {len(first.errors())} errors")
        return seed, found
    except Exception as error:
        return seed, [f"the run failed: {error!r}"]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cchc", required=True)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    cchc = engine.binary(options.cchc)
    seeds = range(options.seed, options.seed + options.rounds)
    failed = 0
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for seed, found in pool.map(check, [cchc] * len(seeds), seeds, chunksize=4):
            failed += bool(found)
            for line in found:
                print(f"seed {seed}: {line}", flush=True)
    print(f"{len(seeds) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
