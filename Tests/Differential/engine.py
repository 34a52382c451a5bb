"""Runs the engine's binary on one round and reads its results.json."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from results import Number

SECONDS = 120


def unique_keys(pairs):
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError(f"a key is given twice: {[key for key, _ in pairs]}")
    return result


@dataclass
class Run:
    """`results` is None where no results.json was written; a negative code is a signal."""

    code: int
    results: object
    bytes: bytes
    stderr: str

    def errors(self):
        problems = (self.results or {}).get("problems", [])
        return [f"{problem['code']} {problem['file']}:{problem['row']} {problem['message']}"
                for problem in problems if problem["severity"] == "error"]


def read_results(data):
    """results.json with every number as its text."""
    return json.loads(data.decode("utf-8"), parse_float=Number, parse_int=Number,
                      object_pairs_hook=unique_keys)


def binary(path):
    """The whole path of the binary; ends the program where it cannot be run."""
    if not os.path.isfile(path) or not os.access(path, os.X_OK):
        sys.exit(f"{path} is not a program that can be run")
    return str(Path(path).resolve())


def run(cchc, place, criteria, out):
    """Scores the round in `place` into the folder `out`."""
    done = subprocess.run([cchc, "score", place, "--criteria", criteria, "-o", out,
                           "--only", "json"], capture_output=True, timeout=SECONDS)
    written = out / "noi-bo" / "results.json"
    data = written.read_bytes() if written.exists() else b""
    return Run(done.returncode, read_results(data) if data else None, data,
               done.stderr.decode("utf-8", "replace"))
