"""Random criteria sets that load without errors."""

from dataclasses import dataclass, field
from fractions import Fraction

from cells import shortest
from leaf_shapes import random_shape
from styles import Decimal, vary_case, write_pairs, write_table
from vocabulary import WORDS

TITLES = ["Công tác chỉ đạo, điều hành", "Cải cách thể chế", "Cải cách thủ tục hành chính",
          "Xây dựng; phát triển chính quyền số", 'Chế độ "công vụ"', "Tài chính công",
          "=Phần cộng", "Điều tra xã hội học\n(mẫu phiếu)", "-Trừ điểm"]
RATINGS = [("Hoàn thành xuất sắc nhiệm vụ", "HTXSNV"), ("Hoàn thành tốt nhiệm vụ", "HTTNV"),
           ("Hoàn thành nhiệm vụ", "HTNV"), ("Không hoàn thành nhiệm vụ", "KHTNV")]
OWN_RATINGS = [("Loại A", "A"), ("Loại B", "B"), ("Loại C", "")]
APPRAISERS = ["HD1", "HD2", "HD3"]


@dataclass
class Node:
    """A row of criteria.csv; a leaf has a shape."""

    code: str
    name: str
    kind: str = ""
    max: Fraction = Fraction(0)
    shape: object = None
    method: str = "self"
    document: str = ""
    appraiser: str = ""
    children: list = field(default_factory=list)

    def rows(self):
        return [self] + [row for child in self.children for row in child.rows()]


@dataclass
class RandomSet:
    name: str
    decimals: int
    pairs: list
    fields: list
    ratings: list
    bands: list = field(default_factory=list)
    obligations: list = field(default_factory=list)
    written: list = field(default_factory=list)

    @property
    def rows(self):
        return [row for top in self.fields for row in top.rows()]

    @property
    def leaves(self):
        return [row for row in self.rows if row.shape]


def random_set(rng, name, appraisers, ambiguous=False):
    decimals = rng.choice([0, 1, 2, 2, 2, 3, 4])
    ratings = RATINGS if rng.random() < 0.7 else OWN_RATINGS
    budget = rng.randint(3, 25)
    fields = []
    for number in range(rng.randint(1, min(4, budget))):
        code = rng.choice([str(number + 1), f"A{number}", f"{number}b", str(10 * number + 10)])
        kinds = ["", "", "scored", "scored", "bonus", "penalty"] if number else ["scored", ""]
        kind = rng.choice(kinds)
        share = max(1, budget // 4)
        top = Node(code, rng.choice(TITLES) + f" {code}", kind)
        grow(rng, top, rng.randint(1, share * 2), 1, decimals)
        fields.append(top)
    for top in fields:
        sum_up(top)
        for row in top.rows():
            if rng.random() < 0.2:
                row.appraiser = rng.choice(appraisers)
            if ambiguous and row.shape and rng.random() < 0.1:
                row.shape.min = Fraction(int(row.max), 1 if decimals == 0 else 2)
    result = RandomSet(name, decimals, [], fields, ratings)
    shuffled = rng.random() < 0.1
    result.written = rng.sample(result.rows, len(result.rows)) if shuffled else result.rows
    result.pairs = settings(rng, result)
    result.bands = random_bands(rng, result)
    result.obligations = random_obligations(rng, result)
    return result


def grow(rng, node, budget, level, decimals):
    """Makes `node` a leaf or gives it children that share `budget` leaves."""
    if level == 3 or budget == 1 and rng.random() < 0.5:
        return make_leaf(rng, node, level, decimals)
    count = rng.randint(1, min(4, budget))
    for number in range(count):
        child = Node(f"{node.code}.{rng.choice([number + 1, number + 1, chr(97 + number)])}",
                     rng.choice(TITLES) + f" {number}")
        grow(rng, child, max(1, budget // count), level + 1, decimals)
        node.children.append(child)


def make_leaf(rng, node, level, decimals):
    node.max = Fraction(rng.randint(1, 10 if decimals == 0 else 40), 1 if decimals == 0 else 4
                        if decimals > 1 else 2)
    node.shape = random_shape(rng, node.max, decimals)
    node.method = node.shape.method or rng.choice(["self", "self", "self", "external"])
    node.document = rng.choice(["", "", "", "optional", "required", "required_or_explained"])
    if level > 1 and rng.random() < 0.06:
        node.kind, node.max = "monitored", Fraction(0)


def sum_up(node):
    if node.children:
        node.max = sum((sum_up(child) for child in node.children), Fraction(0))
    return node.max


def settings(rng, set_):
    """set.csv, its keys with a default sometimes left out or empty."""
    codes = [top.code for top in set_.fields]
    some = rng.sample(codes, rng.randint(1, len(codes)))
    pairs = [("name", f"Bộ {set_.name}"), ("legal_basis", "QĐ 01/QĐ-UBND")]
    def add(key, value, default):
        if value == default and rng.random() < 0.5:
            pairs.extend([(key, "")] if rng.random() < 0.3 else [])
        else:
            pairs.append((key, value))
    add("point_decimals", str(set_.decimals), "2")
    add("index_decimals", rng.choice(["0", "0", "1", "2", "2", "3", "4"]), "2")
    add("rounding", rng.choice(["half_up", "half_even", "down"]), "half_up")
    add("ranking", rng.choice(["competition", "dense"]), "competition")
    add("rank_by", rng.choice(["published", "exact"]), "published")
    add("tie_break", " ".join(some) if rng.random() < 0.4 else "", "")
    text = "; ".join(f"{full} = {short}" if short else full for full, short in set_.ratings)
    if set_.ratings is OWN_RATINGS or rng.random() < 0.3:
        pairs.append(("head_ratings", text))
    rng.shuffle(pairs)
    return pairs


def row_text(rng, node):
    """The cells of a row of criteria.csv."""
    word = lambda family, english: english and vary_case(
        rng, rng.choice([english, WORDS[family][english]]))
    cells = {"code": node.code, "name": node.name, "kind": word("kind", node.kind),
             "document": word("document", node.document), "appraiser": node.appraiser,
             "rule_text": "Theo hướng dẫn"}
    if node.kind != "monitored":
        cells["max_points"] = Decimal(shortest(node.max))
    if node.shape:
        shape = node.shape
        usual = node.method == "self" and rng.random() < 0.5
        cells["method"] = "" if usual else word("method", node.method)
        cells["inputs"] = "; ".join(spec.declaration(rng) for spec in shape.inputs)
        if node.kind != "monitored":
            cells.update(rule=shape.rule, checks=shape.checks, zero_denominator=shape.zero)
            if shape.min:
                cells["min_points"] = Decimal(shortest(shape.min))
    return cells


def threshold(rng):
    return rng.choice(["75%", "50%", "0%", "100%", "0.8", "90%", "33.33%", "2 / 3", "60.005%"])


def result_number(rng, codes, depth=1):
    """An expression over the results of an agency."""
    code = rng.choice(codes)
    kind = rng.random()
    if depth and kind < 0.25:
        left, right = result_number(rng, codes, 0), result_number(rng, codes, 0)
        return rng.choice([f"{left} / {right}", f"min({left}, {right})", f"{left} - {right}",
                           f"max({left}, {right})", f"round({left}, 1)", f"({left} + {right}) / 2",
                           f"{left} / ({right} - {right})"])
    if kind < 0.5:
        return "index"
    return f'percent("{code}")' if kind < 0.85 else f'points("{code}")'


def result_condition(rng, set_, depth=2):
    codes = [row.code for row in set_.rows]
    number = lambda: result_number(rng, codes)
    kind = rng.random()
    if depth and kind < 0.25:
        parts = [result_condition(rng, set_, depth - 1) for _ in range(2)]
        return rng.choice([" and ", " or "]).join(parts)
    if depth and kind < 0.35:
        return f"not ({result_condition(rng, set_, depth - 1)})"
    if kind < 0.5:
        full = vary_case(rng, rng.choice(set_.ratings)[0])
        return f'head_rating {rng.choice(["=", "=", "!="])} "{full}"'
    if depth and kind < 0.56:
        parts = [result_condition(rng, set_, 0) for _ in range(2)]
        return f"count({', '.join(parts)}) >= {rng.choice([1, 2])}"
    if kind < 0.66:
        return f"{threshold(rng)} <= {number()} < {threshold(rng)}"
    if kind < 0.72:
        return f"{number()} {rng.choice(['<', '>='])} {number()}"
    if kind < 0.76:
        return "always"
    return f"{number()} {rng.choice(['<', '<', '<=', '>', '>=', '=', '!='])} {threshold(rng)}"


def random_bands(rng, set_):
    if rng.random() < 0.1:
        return []
    names = ["Xuất sắc", "Tốt", "Khá", "Trung bình"]
    edges = sorted(rng.sample([20, 33, 50, 60, 65, 70, 75, 80, 90, 95], 4), reverse=True)
    bands = []
    for name, edge in list(zip(names, edges))[:rng.randint(1, 4)]:
        sign = rng.choice([">=", ">"])
        extra = f" and {result_condition(rng, set_, 0)}" if rng.random() < 0.1 else ""
        bands.append((name, f"index {sign} {edge}%{extra}"))
    return bands + [("Yếu", "else")]


def random_obligations(rng, set_):
    result = []
    for number in range(rng.choice([0, 1, 2, 3, 5])):
        deadline = rng.choice(["04-01", "12-31", "01-02", "+30", "+1", "+365"])
        result.append({"id": f"nv-{number}", "condition": result_condition(rng, set_),
                       "duty": f"Báo cáo, kiểm điểm {number}", "deadline": deadline,
                       "recipient": "UBND tỉnh", "legal_basis": rng.choice(["", "Mục 3"]),
                       "report": rng.choice(["", "kiem-diem"])})
    return result


def write_set(rng, folder, set_, plain):
    write_pairs(rng, folder / "set.csv", set_.pairs, plain)
    rows = [row_text(rng, row) for row in set_.written]
    write_table(rng, folder / "criteria.csv", "criteria", rows, plain)
    if set_.bands:
        bands = [{"label": label, "condition": text} for label, text in set_.bands]
        write_table(rng, folder / "bands.csv", "bands", bands, plain)
    if set_.obligations or rng.random() < 0.3:
        write_table(rng, folder / "obligations.csv", "obligations", set_.obligations, plain)
