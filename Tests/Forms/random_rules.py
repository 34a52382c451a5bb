"""Writes rounds whose sets hold many random rules over inputs of every type, with figures at their edges."""

import csv
import json
import random
import subprocess

INPUTS = ("a[count]: A; b[count]: B; c[count?]: C; x: X; g[signed]: G; v[yesno]: V; w[yesno?]: W; "
          "s[choice: tốt|khá|kém]: S; t[choice?: khá|tốt]: T; d[date]: D; e[date?]: E")
LEAVES = 30
VALUES = {
    "a": ["0", "1", "2", "3", "7", "8", "40", "99", "100", "365", "12345", "999999", "999999999999"],
    "x": ["0", "0.5", "12.5", "0.000001", "3.333333", "100", "0.125", "1500.25", "999999999.123456"],
    "g": ["-3", "-0.5", "0", "2.25", "-0.125", "17"],
    "v": ["có", "không"], "s": ["tốt", "khá", "kém"], "t": ["khá", "tốt"],
    "d": ["2023-01-01", "2023-06-30", "2023-06-29", "2024-02-29", "1999-12-31", "1901-01-01", "2199-12-31"],
}
VALUES |= {"b": VALUES["a"], "c": VALUES["a"], "w": VALUES["v"], "e": VALUES["d"]}


class Rules:
    def __init__(self, seed):
        self.random = random.Random(f"rules {seed}")

    def pick(self, *things):
        return self.random.choice(things)

    def rule(self):
        if self.random.random() < 0.35:
            return self.expression(3)
        cases = [f"{self.condition(2)}: {self.expression(2)}" for _ in range(self.random.randint(1, 4))]
        return "; ".join(cases + [f"else: {self.expression(1)}"])

    def expression(self, depth):
        if depth == 0 or self.random.random() < 0.2:
            return self.leaf()
        one, two = (lambda: f"({self.expression(depth - 1)})"), (lambda: self.expression(depth - 1))
        return self.pick(
            lambda: f"{one()} {self.pick('+', '-')} {one()}", lambda: f"{one()} {self.pick('*', '/')} {one()}",
            lambda: f"{one()} / {one()}", lambda: f"{self.pick('min', 'max')}({two()}, {two()}, {two()})",
            lambda: f"round({two()}, {self.random.randint(0, 4)})",
            lambda: f"count({self.condition(depth - 1)}, {self.condition(depth - 1)}, v)", lambda: f"-{one()}")()

    def leaf(self):
        return self.pick("a", "b", "a", "b", "c", "x", "g", "full", "late_days", "(d - e)", "2", "0.5", "80%", "3", "0",
                         "0.125", "100", "(a + b)", "b / a")

    def condition(self, depth):
        if depth == 0:
            return self.comparison()
        inner = lambda: self.condition(depth - 1)
        return self.pick(
            lambda: f"({inner()} and {inner()})", lambda: f"({inner()} or {inner()})", lambda: f"not ({inner()})",
            lambda: self.pick("v", "w", "empty(c)", "empty(e)", "not w"),
            lambda: self.pick('s = "khá"', "s != t", 't = "TỐT"', "s = t"),
            lambda: self.pick("d < 2023-06-30", "e >= d", "2023-01-01 <= d <= 2023-12-31"),
            self.comparison, self.comparison)()

    def comparison(self):
        sign = lambda: self.pick("<", "<=", ">", ">=", "=", "!=")
        if self.random.random() < 0.3:
            return f"{self.pick('0', '50%', '1')} <= {self.expression(1)} {sign()} {self.expression(1)}"
        return f"{self.expression(1)} {sign()} {self.expression(1)}"


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def generate(cchc, seed, folder):
    """Writes a round; gives its folder and how many rules it has. Rules that the loader refuses are left out."""
    rules = Rules(seed)
    pick, rng = rules.pick, rules.random
    header = ["code", "name", "max_points", "method", "inputs", "rule", "checks", "zero_denominator", "min_points"]
    leaves = [[f"1.{number}", f"Tiêu chí {number}", "4", "self", INPUTS, rules.rule(), pick("", "", "", "b <= a"),
               pick("zero", "full", "exempt", ""), pick("", "", "-1.5")] for number in range(1, LEAVES + 1)]
    bands = [["label", "condition"], ["Tốt", "index >= 50%"], ["Khá", 'percent("1") >= 25.5% and index > 0'], ["Kém", "else"]]
    settings = [["key", "value"], ["name", "Bộ"], ["legal_basis", "QĐ"],
                ["rounding", pick("half_up", "half_even", "down")], ["point_decimals", pick("1", "2", "3", "4")],
                ["index_decimals", pick("0", "2", "4")]]
    place = folder / "criteria/bo"
    write(place / "set.csv", settings)
    write(place / "bands.csv", bands)
    for _ in range(5):
        total = [["1", "Lĩnh vực", str(4 * len(leaves)), "", "", "", "", "", ""]]
        write(place / "criteria.csv", [header] + total + leaves)
        found = json.loads(subprocess.run([cchc, "check", place, "--json"], capture_output=True, text=True).stdout)
        broken = {problem["row"] for problem in found if problem["severity"] == "error"}
        if not broken:
            break
        leaves = [leaf for row, leaf in enumerate(leaves, start=3) if row not in broken]
    round_folder = folder / "evidence/ky"
    write(round_folder / "round.csv", [["key", "value"], ["name", "Kỳ"], ["year", "2023"], ["criteria:so", "bo"]])
    agencies = [f"A{number}" for number in range(1, 5)]
    write(round_folder / "agencies.csv", [["agency", "name", "group"]] + [[code, f"Sở {code}", "so"] for code in agencies])
    for agency in agencies:
        rows = [["criterion", "input", "value"]]
        for leaf in leaves:
            for name in VALUES:
                chance = rng.random()
                if chance > 0.08:
                    rows.append([leaf[0], name, "sai" if chance > 0.985 else rng.choice(VALUES[name])])
        write(round_folder / f"self/{agency}.csv", rows)
    return round_folder, len(leaves)
