"""Loads a criteria set (FORMATS 2). A set is expected to be right; what is not raises."""

import re
from dataclasses import dataclass, field
from fractions import Fraction

import cells
from syntax import parse_checks, parse_condition, parse_rule, names_in
from tables import TableError, read_pairs, read_table
from vocabulary import fold, nfc, trim, word

DEFAULT_RATINGS = ("Hoàn thành xuất sắc nhiệm vụ = HTXSNV; Hoàn thành tốt nhiệm vụ = HTTNV; "
                   "Hoàn thành nhiệm vụ = HTNV; Không hoàn thành nhiệm vụ = KHTNV")
INPUT = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)\s*(?:\[([^\]]*)\])?\s*:(.*)", re.DOTALL)


@dataclass
class Input:
    name: str
    type: str = "decimal"
    optional: bool = False
    labels: tuple = ()


@dataclass
class Criterion:
    code: str
    name: str
    max: Fraction
    min: Fraction
    kind: str
    method: str
    inputs: dict
    rule: list
    checks: list
    zero: str
    document: str
    appraiser: str
    is_leaf: bool = True

    @property
    def field_code(self):
        return self.code.split(".")[0]

    @property
    def needed(self):
        """The inputs that the rule or the checks name and that are not optional."""
        named = names_in(self.rule) | names_in(self.checks)
        return {name for name in named if not self.inputs[name].optional}

    def path(self):
        """The codes from this row up to its field."""
        parts = self.code.split(".")
        return [".".join(parts[:length]) for length in range(len(parts), 0, -1)]


@dataclass
class Obligation:
    id: str
    condition: tuple
    duty: str
    deadline: str
    recipient: str


@dataclass
class CriteriaSet:
    name: str
    point_decimals: int = 2
    index_decimals: int = 2
    rounding: str = "half_up"
    ranking: str = "competition"
    rank_by: str = "published"
    tie_break: list = field(default_factory=list)
    ratings: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)
    bands: list = field(default_factory=list)
    obligations: list = field(default_factory=list)

    @property
    def leaves(self):
        return [row for row in self.rows.values() if row.is_leaf]

    @property
    def fields(self):
        return [row for row in self.rows.values() if "." not in row.code]

    def leaves_below(self, code):
        """The leaf `code`, or all leaves of the parent `code`."""
        return [leaf for leaf in self.leaves if code in leaf.path()]


def parse_inputs(text, method):
    """`a: label; n[count?]: label; s[choice: x|y]: label`"""
    result = {}
    for item in text.split(";"):
        if not trim(item):
            continue
        match = INPUT.fullmatch(trim(item))
        if not match:
            raise TableError(f"inputs: {item!r}")
        spec = input_of(match.group(1), match.group(2))
        if method == "survey":
            spec.type = "count"
        result[spec.name] = spec
    return result


def input_of(name, bracket):
    if bracket is None:
        return Input(name)
    kind, colon, labels = bracket.partition(":")
    optional = kind.rstrip().endswith("?")
    kind = kind.rstrip().rstrip("?").strip()
    kind = "decimal" if not kind and optional else word("type", kind)
    if kind is None or (kind == "choice") != bool(colon):
        raise TableError(f"type of input {name}: {bracket!r}")
    return Input(name, kind, optional, tuple(fold(label) for label in labels.split("|")) if colon
                 else ())


def parse_ratings(text):
    """Every accepted form of a rating, folded, to its full form."""
    forms = {}
    for item in text.split(";"):
        full, *short = [trim(part) for part in item.split("=")]
        for form in (full, *short):
            if form:
                forms[fold(form)] = full
    return forms


def fixed_word(family, text, default):
    if not text:
        return default
    found = word(family, text)
    if found is None:
        raise TableError(f"{family}: {text!r}")
    return found


def points_of(text):
    return cells.number(text)[0] if text else Fraction(0)


def criterion_of(row):
    method = fixed_word("method", row["method"], "self")
    kind = fixed_word("kind", row["kind"], "scored")
    return Criterion(
        code=nfc(row["code"]), name=row["name"], max=points_of(row["max_points"]),
        min=points_of(row["min_points"]), kind=kind, method=method,
        inputs=parse_inputs(row["inputs"], method),
        rule=parse_rule(row["rule"]) if row["rule"] else [],
        checks=parse_checks(row["checks"]),
        zero=fixed_word("zero_denominator", row["zero_denominator"], ""),
        document=fixed_word("document", row["document"], "optional"),
        appraiser=nfc(row["appraiser"]))


def load_set(folder, report):
    pairs = read_pairs(folder / "set.csv", report)
    result = CriteriaSet(
        name=folder.name,
        point_decimals=int(pairs.get("point_decimals", 2)),
        index_decimals=int(pairs.get("index_decimals", 2)),
        rounding=pairs.get("rounding", "half_up").lower(),
        ranking=pairs.get("ranking", "competition").lower(),
        rank_by=pairs.get("rank_by", "published").lower(),
        tie_break=pairs.get("tie_break", "").split(),
        ratings=parse_ratings(pairs.get("head_ratings", DEFAULT_RATINGS)))
    for row in read_table(folder / "criteria.csv", "criteria", report):
        criterion = criterion_of(row)
        result.rows[criterion.code] = criterion
    for row in result.rows.values():
        for code in row.path()[1:]:
            result.rows[code].is_leaf = False
    check_sums(result)
    load_conditions(result, folder, report)
    return result


def check_sums(criteria):
    for row in criteria.rows.values():
        children = [child for child in criteria.rows.values() if row.code in child.path()[1:2]]
        if children and sum(child.max for child in children) != row.max:
            raise TableError(f"{criteria.name}: {row.code} is not the sum of its children")


def load_conditions(criteria, folder, report):
    if (folder / "bands.csv").exists():
        for row in read_table(folder / "bands.csv", "bands", report):
            text = row["condition"]
            condition = ("always",) if fold(text) == "else" else parse_condition(text)
            criteria.bands.append((row["label"], condition))
    if (folder / "obligations.csv").exists():
        for row in read_table(folder / "obligations.csv", "obligations", report):
            criteria.obligations.append(Obligation(
                nfc(row["id"]), parse_condition(row["condition"]), row["duty"],
                row["deadline"], row["recipient"]))
