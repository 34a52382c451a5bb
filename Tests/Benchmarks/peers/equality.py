"""Compares the three tables of a peer with those of cchc, row by row in their order.

    python equality.py OURS THEIRS

Texts, statuses, ranks and maxima must be the same. Points and percentages may differ by one unit in the last place,
where a float falls on the other side of a half; such cells are counted and told.
"""

import csv
import pathlib
import sys
from decimal import Decimal

PLACES = {"scores.csv": "noi-bo", "obligations.csv": "noi-bo", "ranking.csv": "cong-bo"}
ROUNDED = {"self", "appraised", "final", "points", "index"}


class Difference(Exception):
    """What differs."""


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file)


def is_same_bytes(ours, theirs):
    """Whether the tables are the same but for the byte order mark and the ends of lines: quick to see."""
    left = ours.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    return left == theirs.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def is_near(left, right):
    if not left or not right:
        return False
    left, right = Decimal(left), Decimal(right)
    return abs(left - right) <= Decimal(1).scaleb(left.as_tuple().exponent)


def differences(ours, theirs):
    """How many rows there are, and how many rounded cells differ by a unit."""
    if is_same_bytes(ours, theirs):
        return sum(1 for _ in open(ours, "rb")) - 1, 0
    count = near = 0
    left, right = rows(ours), rows(theirs)
    head = next(left)
    if head != next(right):
        raise Difference(f"{theirs}: other columns than {head}")
    rounded = [name in ROUNDED or name.endswith(".percent") for name in head]
    for ourRow, theirRow in zip(left, right, strict=True):
        count += 1
        if ourRow == theirRow:
            continue
        for isRounded, our, their in zip(rounded, ourRow, theirRow, strict=True):
            if our != their:
                if not (isRounded and is_near(our, their)):
                    raise Difference(f"{theirs}, row {count + 1}: {theirRow} instead of {ourRow}")
                near += Decimal(our) != Decimal(their)
    return count, near


def check(ours, theirs):
    """Compares all three tables; gives the rows compared, and the rounded cells that differ by a unit.

    Ours stand in the folders of a report, those of a peer side by side.
    """
    total = near = 0
    for name, place in PLACES.items():
        rows_, near_ = differences(pathlib.Path(ours) / place / name, pathlib.Path(theirs) / name)
        total += rows_
        near += near_
    return total, near


if __name__ == "__main__":
    try:
        print("{:,} rows alike, {:,} rounded cells a unit apart".format(*check(sys.argv[1], sys.argv[2])))
    except (Difference, ValueError) as error:
        sys.exit(str(error))
