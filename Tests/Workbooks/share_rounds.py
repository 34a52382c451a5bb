"""Small rounds for every rounding and count of decimals, with points whose shares are many exact halves."""

import csv
import io
import itertools
import random

ROUNDINGS = ["half_up", "half_even", "down"]


def table(rows):
    output = io.StringIO()
    csv.writer(output, lineterminator="\n").writerows(rows)
    return output.getvalue()


def round_files(rounding, index_decimals, point_decimals, generator):
    """The files of a round and its set, by their names below a project."""
    units = generator.choice([64, 128, 320, 96_000])

    def number(value):
        return f"{value / 10 ** point_decimals:.{point_decimals}f}"

    agencies = [f"A{place:02}" for place in range(1, 31)]
    filed = [["agency", "criterion", "input", "value"]]
    for agency in agencies:
        for code, most in (("1.1", units // 2), ("1.2", units - units // 2), ("2", units), ("3", 2 * units)):
            if generator.random() < 0.9:
                filed.append([agency, code, "x", number(generator.randint(0, most))])
    exempt = [[agency, "2", "Không có", "CV 1"] for agency in agencies[::7]]
    return {
        "criteria/bo/set.csv": table([
            ["key", "value"], ["name", "Bộ thử"], ["legal_basis", "Quyết định thử"], ["rounding", rounding],
            ["index_decimals", index_decimals], ["point_decimals", point_decimals]]),
        "criteria/bo/criteria.csv": table([
            ["code", "name", "max_points", "kind", "method", "inputs", "rule"],
            ["1", "Một", number(units), "", "", "", ""],
            ["1.1", "Một một", number(units // 2), "", "self", "x: Điểm", "x"],
            ["1.2", "Một hai", number(units - units // 2), "", "self", "x: Điểm", "x"],
            ["2", "Hai", number(units), "", "self", "x: Điểm", "x"],
            ["3", "Ba", number(2 * units), "penalty", "self", "x: Điểm", "x"]]),
        "evidence/ky/round.csv": table([
            ["key", "value"], ["name", "Kỳ thử"], ["year", "2025"], ["criteria:so", "bo"]]),
        "evidence/ky/agencies.csv": table([["agency", "name", "group"]] + [[a, f"Sở {a}", "so"] for a in agencies]),
        "evidence/ky/exemptions.csv": table([["agency", "criterion", "reason", "decided_by"]] + exempt),
        "evidence/ky/self/x.csv": table(filed),
    }


def all_rounds():
    """Every combination, with a name."""
    generator = random.Random(1)
    for rounding, index, points in itertools.product(ROUNDINGS, range(5), (0, 2, 4)):
        yield f"{rounding}-{index}-{points}", round_files(rounding, index, points, generator)
