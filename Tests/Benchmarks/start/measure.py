"""Starts `cchc --version` and an empty C program in turn and prints medians as a Markdown table."""

import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "peers"))

import timing  # noqa: E402

# What is asked for (see docs/performance.md).
MOST_TIMES = 4


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--repeat", type=int, default=200)
    parser.add_argument("--goal", action="store_true", help="end with 1 where a goal is missed")
    options = parser.parse_args()
    commands = {"cchc --version": [str(options.programs / "cchc"), "--version"],
                "an empty C program": [str(options.work / "empty")]}
    samples = timing.in_turn(commands, options.repeat)
    ours, empty = (timing.median(list_, "wall") for list_ in samples.values())
    print(timing.table(["program", "runs", "median", "lowest–highest", "peak memory"], [
        [name, str(len(list_)), f"{timing.median(list_, 'wall') * 1000:.2f} ms", timing.spread(list_),
         f"{timing.median(list_, 'peak'):.1f} MiB"] for name, list_ in samples.items()]))
    print(f"\n`cchc --version` takes {ours / empty:.1f} times the start of an empty C program.")
    if ours > MOST_TIMES * empty:
        print(f"\nMissed: {ours / empty:.1f} times, not {MOST_TIMES}.")
        sys.exit(1 if options.goal else 0)


if __name__ == "__main__":
    main()
