"""Scores one round from the written contract alone and prints the results as JSON.

Usage: python3 reference.py ROUND_FOLDER CRITERIA_FOLDER
"""

import json
import sys
from pathlib import Path

from evidence import load_round
from results import Number, expected_exit, results_of


def score(folder, criteria_folder):
    """(object of results.json, exit code or None where it is open, problems)."""
    round_ = load_round(Path(folder), Path(criteria_folder))
    return results_of(round_), expected_exit(round_), round_.problems


def json_text(value):
    """JSON with every `Number` as it is spelled."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        pairs = [f"{json.dumps(key)}: {json_text(item)}" for key, item in value.items()]
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ",\n".join(json_text(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def main():
    results, code, problems = score(*sys.argv[1:3])
    print(json_text(results))
    for severity, text in problems:
        print(f"{severity}: {text}", file=sys.stderr)
    print(f"expected exit code: {code}", file=sys.stderr)


if __name__ == "__main__":
    main()
