"""Reads the criteria set that `cchc-bench generate national` writes, for the peers.

The peers know its four shapes of rules by heart and take only their figures from the set, which costs them less than a
rule language would. Points are whole numbers of hundredths, so that sums of them stay exact.
"""

import csv
import pathlib
import re
from dataclasses import dataclass

RATIO, TIERS, DEDUCTION, LINEAR = range(4)
NO_ZERO, ZERO, FULL, EXEMPT = range(4)

SHAPES = [
    (RATIO, r"b/a \* full"),
    (TIERS, r"b/a >= (\d+)%: full; b/a >= (\d+)%: 0\.75 \* full; b/a >= (\d+)%: 0\.5 \* full; else: 0"),
    (DEDUCTION, r"max\(0, min\(full, full - (\d+\.\d\d) \* \(a - b - (\d+)\)\)\)"),
    (LINEAR, r"full \* max\(0, min\(1, \(b/a - (\d+)%\) / (\d+)%\)\)"),
]


@dataclass
class Leaf:
    code: str
    field: int          # place among the fields, from 1
    maximum: int        # in hundredths
    maximum_text: str   # as the tables print it: without trailing zeros
    shape: int
    p1: int
    p2: int
    p3: int
    zero: int           # what a division by 0 gives


@dataclass
class Obligation:
    id: str
    field: int          # 0 for the index
    limit: int          # percent
    duty: str
    deadline: str
    recipient: str
    legal_basis: str
    report: str


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def hundredths(text):
    whole, _, rest = text.partition(".")
    return int(whole) * 100 + int((rest + "00")[:2])


def parameters(row):
    for shape, pattern in SHAPES:
        found = re.fullmatch(pattern, row["rule"])
        if found:
            numbers = [hundredths(text) if "." in text else int(text) for text in found.groups()]
            return shape, (numbers + [0, 0, 0])[:3]
    raise ValueError(row["rule"])


class MadeUpSet:
    """Leaves, fields, bands, obligations and settings of the set."""

    def __init__(self, folder, year):
        folder = pathlib.Path(folder)
        settings = {row["key"]: row["value"] for row in rows(folder / "set.csv")}
        assert settings["rounding"] == "half_up" and settings["rank_by"] == "published"
        criteria = rows(folder / "criteria.csv")
        fields = [row for row in criteria if "." not in row["code"]]
        self.fields = [row["code"] for row in fields]
        self.field_names = [row["name"] for row in fields]
        self.bonus = [place for place, row in enumerate(fields, 1) if row["kind"] == "bonus"]
        self.ties = [self.fields.index(code) + 1 for code in settings["tie_break"].split()]
        self.leaves = []
        for row in criteria:
            if row["rule"]:
                shape, (p1, p2, p3) = parameters(row)
                assert row["checks"] == "b <= a"
                self.leaves.append(Leaf(
                    row["code"], self.fields.index(row["code"].split(".")[0]) + 1, hundredths(row["max_points"]),
                    f"{hundredths(row['max_points']) / 100:g}", shape, p1, p2, p3,
                    ["", "zero", "full", "exempt"].index(row["zero_denominator"])))
        self.bands = []
        for row in rows(folder / "bands.csv"):
            found = re.fullmatch(r"index >= (\d+)%|else", row["condition"])
            self.bands.append((row["label"], int(found[1] or 0)))
        self.obligations = []
        for row in rows(folder / "obligations.csv"):
            found = re.fullmatch(r'(?:index|percent\("(\d+)"\)) < (\d+)%', row["condition"])
            self.obligations.append(Obligation(
                row["id"], self.fields.index(found[1]) + 1 if found[1] else 0, int(found[2]), row["duty"],
                f"{year + 1}-{row['deadline']}", row["recipient"], row["legal_basis"], row["report"]))


class MadeUpRound:
    """Where the tables of a round are, and its set."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        settings = {row["key"]: row["value"] for row in rows(self.folder / "round.csv")}
        [(key, name)] = [item for item in settings.items() if item[0].startswith("criteria:")]
        self.group = key.split(":")[1]
        self.set = MadeUpSet(self.folder.parent.parent / "criteria" / name, int(settings["year"]))
        self.agencies = str(self.folder / "agencies.csv")
        self.filed = str(self.folder / "self" / "all.csv")
        self.appraisal = str(self.folder / "appraisal" / "1.csv")
