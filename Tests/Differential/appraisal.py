"""Loads the appraisal rounds: which rows count, and what they decide (FORMATS 4)."""

from collections import defaultdict
from dataclasses import dataclass, field

import cells
from rounds import Marks, place, tables
from tables import read_table
from vocabulary import nfc, word


@dataclass
class Decision:
    """What one round of appraisal of one leaf says; neither values nor points: it agrees."""

    values: dict = field(default_factory=dict)
    points: object = None


@dataclass
class Entry:
    """One row that speaks about a leaf and a round."""

    row: object
    agency: str
    leaf: object
    number: int

    @property
    def place(self):
        return self.agency, self.leaf.code, self.number

    @property
    def is_change(self):
        return bool(self.row["value"] or self.row["points"])


def load_appraisals(round_, folder):
    council = load_council(round_, folder)
    entries, marks = [], {}
    for path in tables(folder, "appraisal"):
        marks[path.name] = Marks()
        for row in read_table(path, "appraisal", round_.report):
            entry = entry_of(round_, row)
            if entry:
                entries.append((entry, marks[path.name]))
            else:
                marks[path.name].add(row["value"] + row["points"], False)
    accepted = without_clashes(round_, without_repetitions(round_, entries))
    used = set()
    for entry, found in entries:
        if entry in accepted and apply(round_, entry, council, found):
            used.add(id(entry))
        else:
            found.add(entry.row["value"] + entry.row["points"], False)
    for file, found in marks.items():
        found.report(round_, file)


def load_council(round_, folder):
    """criterion -> (appraiser, substitute) of council.csv."""
    if not (folder / "council.csv").exists():
        return {}
    known = {code for criteria in round_.sets.values() for code in criteria.rows}
    result = {}
    rows = read_table(folder / "council.csv", "council", round_.report)
    round_.report_repeated(rows, "criterion")
    for row in rows:
        if nfc(row["criterion"]) not in known:
            round_.report("error", f"{row}: no criterion {row['criterion']!r}")
        result[nfc(row["criterion"])] = nfc(row["appraiser"]), nfc(row["substitute"])
    return result


def entry_of(round_, row):
    """The entry of a row, or None where it is skipped or not used whatever it says."""
    if not row["round"]:
        return None
    agency = nfc(row["agency"])
    leaf = place(round_, row, agency, {"self", "external"})
    if not leaf:
        return None
    if (agency, leaf.code) in round_.exempt:
        round_.report("warning", f"{row}: {leaf.code} is exempt")
        return None
    number = cells.whole(row["round"])
    if not number:
        round_.report("error", f"{row}: round {row['round']!r}")
        return None
    return Entry(row, agency, leaf, number)


def without_repetitions(round_, entries):
    """The entries less exact repetitions."""
    seen, kept = set(), []
    for entry, _ in entries:
        content = entry.agency, entry.row.repetition_key()
        if content in seen:
            round_.report("warning", f"{entry.row}: an exact repetition")
        else:
            seen.add(content)
            kept.append(entry)
    return kept


def without_clashes(round_, entries):
    """The entries whose key stands once and whose leaf and round has not points and values."""
    by_key, by_place = defaultdict(list), defaultdict(list)
    for entry in entries:
        by_key[entry.place + (nfc(entry.row["input"]),)].append(entry)
        by_place[entry.place].append(entry)
    clashing = set()
    for same in by_key.values():
        if len(same) > 1:
            clashing |= {id(entry) for entry in same}
    for same in by_place.values():
        points = [entry for entry in same if entry.row["points"]]
        values = [entry for entry in same if entry.row["value"]]
        if len(points) > 1:
            clashing |= {id(entry) for entry in points}
        if points and values:
            clashing |= {id(entry) for entry in points + values}
    for entry in entries:
        if id(entry) in clashing:
            round_.report("error", f"{entry.row}: clashes with another row")
    return [entry for entry in entries if id(entry) not in clashing]


def appraisers_of(leaf, council):
    """Who may appraise a leaf; None where nobody is named, so that anybody may."""
    for code in leaf.path():
        if code in council:
            return {name for name in council[code] if name}
    return None


def may_appraise(round_, entry, council):
    name = nfc(entry.row["appraiser"])
    if name == entry.agency:
        return False
    allowed = appraisers_of(entry.leaf, council)
    if allowed is None:
        rows = round_.criteria(entry.agency).rows
        named = [rows[code].appraiser for code in entry.leaf.path() if rows[code].appraiser]
        allowed = set(named[:1]) or None
    return allowed is None or bool(word("appraiser", name)) or name in allowed


def fault(round_, entry, council):
    """Why a row is not used, or None."""
    row, leaf = entry.row, entry.leaf
    if entry.is_change and not row["reason"]:
        return "a change without a reason"
    if not may_appraise(round_, entry, council):
        return f"{row['appraiser']!r} may not appraise {leaf.code} of {entry.agency}"
    if row["points"]:
        read = cells.number(row["points"])
        if not read or not leaf.min <= read[0] <= leaf.max:
            return f"points {row['points']!r} beyond the range"
        if read[2] > round_.criteria(entry.agency).point_decimals:
            return f"points {row['points']!r} have too many decimals"
    if row["value"] and nfc(row["input"]) not in leaf.inputs:
        return f"no input {row['input']!r}"
    return None


def apply(round_, entry, council, marks):
    """Enters a row in its round; False where it is not used."""
    problem = fault(round_, entry, council)
    if problem:
        round_.report("error", f"{entry.row}: {problem}")
        return False
    rounds = round_.appraisals.setdefault((entry.agency, entry.leaf.code), {})
    decision = rounds.setdefault(entry.number, Decision())
    row = entry.row
    if row["points"]:
        decision.points = cells.number(row["points"])[0]
        marks.add(row["points"], True)
    if row["value"]:
        name = nfc(row["input"])
        spec = entry.leaf.inputs[name]
        cell = cells.figure(spec, row["value"])
        decision.values[name] = cells.INVALID if cell is cells.REQUEST else cell
        marks.add(row["value"], spec.type in ("decimal", "signed"))
    return True
