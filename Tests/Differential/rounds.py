"""What a loaded round holds, and helpers that its tables share (FORMATS 4)."""

from dataclasses import dataclass, field

import cells
from vocabulary import nfc


@dataclass
class Agency:
    code: str
    name: str
    group: str
    bloc: str
    ranked: bool


@dataclass
class Filing:
    """What was filed for one leaf of one agency. `faults` are errors besides invalid cells."""

    figures: dict = field(default_factory=dict)
    unknown_input: bool = False
    document: bool = False
    note: bool = False
    faults: list = field(default_factory=list)


@dataclass
class Round:
    name: str
    year: int
    sets: dict
    agencies: dict = field(default_factory=dict)
    exempt: set = field(default_factory=set)
    filings: dict = field(default_factory=dict)
    appraisals: dict = field(default_factory=dict)
    ratings: dict = field(default_factory=dict)
    publication: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)

    def report(self, severity, text):
        """Severity is error, warning, or unclear where the contract leaves it open."""
        self.problems.append((severity, text))

    def report_repeated(self, rows, *key):
        """Reports the rows of a table that share a key."""
        seen = {}
        for row in rows:
            first = seen.setdefault(tuple(nfc(row[name]) for name in key), row)
            if first is not row:
                same = first.repetition_key() == row.repetition_key()
                self.report("warning" if same else "error", f"{row}: the key of {first}")

    def criteria(self, agency_code):
        return self.sets[self.agencies[agency_code].group]


class Marks:
    """The decimal marks of one file: those that surely count, and those that may."""

    def __init__(self):
        self.certain, self.possible = set(), set()

    def add(self, text, certain):
        found = {mark for mark in ".," if mark in text}
        self.possible |= found
        if certain and cells.number(text):
            self.certain |= found

    def report(self, round_, file):
        if len(self.certain) == 2:
            round_.report("error", f"{file}: both decimal marks")
        elif len(self.possible) == 2:
            round_.report("unclear", f"{file}: perhaps both decimal marks")


def tables(folder, name):
    """The files of an evidence folder such as `self`, in a fixed order."""
    return sorted((folder / name).glob("*.csv")) if (folder / name).is_dir() else []


def place(round_, row, agency, methods):
    """The leaf that a row is about, or None with an error."""
    criterion = nfc(row["criterion"])
    if agency not in round_.agencies:
        round_.report("error", f"{row}: no agency {agency!r}")
        return None
    leaf = round_.criteria(agency).rows.get(criterion)
    if leaf is None or not leaf.is_leaf:
        round_.report("error", f"{row}: no leaf {criterion!r}")
        return None
    if leaf.method not in methods:
        exempt = (agency, criterion) in round_.exempt
        round_.report("unclear" if exempt else "error", f"{row}: the method is {leaf.method}")
        return None
    return leaf
