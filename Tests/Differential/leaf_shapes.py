"""Random leaves: inputs, a rule, checks, and values that fall on and beside its edges."""

from dataclasses import dataclass
from fractions import Fraction

from cells import fixed, iso, shortest
from random_expressions import Writer
from styles import Decimal, maybe_nfd, vary_case

TYPE_WORDS = {"count": ["count", "số đếm", "Count", "SỐ ĐẾM"], "signed": ["signed", "số có dấu"],
              "yesno": ["yesno", "có/không"], "date": ["date", "ngày"],
              "choice": ["choice", "lựa chọn"]}
YES_WORDS, NO_WORDS = ["có", "yes", "đạt", "1"], ["không", "no", "không đạt", "0"]
LABELS = ["kịp thời", "không kịp thời", "không ban hành", "Đúng hạn", "trễ hạn", "Xuất sắc",
          "chưa đạt yêu cầu", "đủ 100%", "thiếu, chậm"]
HUGE = [0, 1 << 32, 1 << 32, 1 << 31, (1 << 31) - 1, 999999999999, 10 ** 11, 3 ** 25, 1]
YEAR_START = 738521


@dataclass
class Spec:
    """One input. `draw(rng)` gives a value of its type."""

    name: str
    type: str = "decimal"
    optional: bool = False
    labels: tuple = ()
    draw: object = None

    @property
    def spelled(self):
        return self.labels

    def declaration(self, rng):
        mark = "?" if self.optional else ""
        if self.type == "choice":
            labels = "|".join(rng.choice(["", " "]) + label for label in self.labels)
            bracket = f"[{rng.choice(TYPE_WORDS['choice'])}{mark}: {labels}]"
        elif self.type == "decimal":
            bracket = f"[{mark}]" if mark else ""
        else:
            bracket = f"[{rng.choice(TYPE_WORDS[self.type])}{mark}]"
        return f"{self.name}{bracket}: Số liệu {self.name}: tổng"

    def text(self, rng, value):
        """One of the spellings of a value."""
        if self.type == "yesno":
            return vary_case(rng, rng.choice(YES_WORDS if value else NO_WORDS))
        if self.type == "choice":
            return vary_case(rng, value)
        if self.type == "date":
            return date_text(rng, value)
        if self.type == "count":
            return rng.choice(["", "", "", "0"]) + str(value) if value < 1000 else str(value)
        return decimal_text(rng, Fraction(value))


def date_text(rng, ordinal):
    text = iso(ordinal)
    year, month, day = text.split("-")
    return rng.choice([text, f"{day}/{month}/{year}", f"{int(day)}/{int(month)}/{year}",
                       f"{day}/{int(month)}/{year}"])


def decimal_text(rng, value):
    value = Fraction(round(value * 10 ** 6), 10 ** 6)
    percent = value * 100
    if rng.random() < 0.15 and abs(percent) < 10 ** 12 and (percent * 10 ** 6).denominator == 1:
        return Decimal(shortest(percent) + rng.choice(["%", " %"]))
    if value == 0 and rng.random() < 0.1:
        return Decimal("0.0")
    text = shortest(value)
    padded = rng.random() < 0.1 and (value * 10 ** 5).denominator == 1
    return Decimal(fixed(value, len(text.partition(".")[2]) + 1) if padded else text)


@dataclass
class Shape:
    """A leaf's tables, and `draw(rng)`: a value for each of its inputs by name."""

    inputs: list
    rule: str
    checks: str = ""
    zero: str = ""
    min: Fraction = Fraction(0)
    together: object = None
    method: str = ""

    def draw(self, rng):
        values = {spec.name: spec.draw(rng) for spec in self.inputs}
        if self.together:
            values.update(self.together(rng))
        return values


def small_count(rng):
    return rng.choice([0, 0, 1, 2, 3, 4, 5, 7, 8, 10, 12, 16, 40])


def any_decimal(rng):
    return Fraction(rng.randint(0, 4000), rng.choice([1, 2, 4, 5, 8, 10, 100, 1000]))


def any_signed(rng):
    return any_decimal(rng) * rng.choice([1, -1])


def any_day(rng):
    near = [0, 58, 59, 348, 349, 364, 365, 424, rng.randint(-400, 800)]
    ends = [693961, 803168]  # 1901-01-01 and 2199-12-31
    return rng.choice(ends) if rng.random() < 0.03 else YEAR_START + rng.choice(near)


def spec(rng, name, kind, optional=False):
    labels = tuple(maybe_nfd(rng, label) for label in rng.sample(LABELS, rng.randint(2, 4)))
    draws = {"count": small_count, "decimal": any_decimal, "signed": any_signed, "date": any_day,
             "yesno": lambda rng: rng.random() < 0.6, "choice": lambda rng: rng.choice(labels)}
    return Spec(name, kind, optional, labels if kind == "choice" else (), draws[kind])


def step(rng, top, decimals):
    """A constant from 0 to the maximum, as a rule writes it."""
    value = Fraction(int(top * 10 ** decimals * rng.randint(0, 8) / 8), 10 ** decimals)
    return rng.choice(["full", "full / 2", "50% * full", "0", shortest(value), shortest(value)])


def zero_word(rng):
    return rng.choice(["zero", "full", "exempt", "0 điểm", "điểm tối đa", "không đánh giá", ""])


def ratio_values(rng, edges):
    def together(rng):
        total = rng.choice([0, 1, 3, 7, 8, 10, 20, 100, 400, 1000, 405424])
        edge = rng.choice(edges)
        part = rng.choice([total, total * edge // 100, total * edge // 100 + 1, total // 2,
                           total // 3, max(total * edge // 100 - 1, 0), 0])
        return {"a": total, "b": total + 1 if rng.random() < 0.03 else min(part, total)}
    return together


def ratio(rng, top, decimals):
    kind = rng.choice(["count", "count", "decimal"])
    high, low = sorted(rng.sample([50, 60, 70, 75, 80, 90, 95, 98, 100], 2), reverse=True)
    gap = rng.choice([f"b/a >= {low}%", f"{low}% <= b/a < {high}%", f"b / a > {low}% "])
    first = rng.choice(["full", step(rng, top, decimals)])
    rule = rng.choice([
        "b/a * full", "b / a * full / 95%", f"b/a * {shortest(top)}", "min(100%, b/a / 80%) * full",
        f"b/a >= {high}%: {first}; {gap}: {step(rng, top, decimals)}; else: 0",
        f"b/a >= {high}%: full; {gap}: b/a * full; else: {step(rng, top, decimals)}",
        f"b/a >= {high}%: full;\n{gap}: b/a * full;",
        f"else: round(b/a, {rng.randint(0, 4)}) * full",
        f"b/a >= 0.{low}: full; else: b/a / {low}% * full", "(100% - b/a) * full"])
    return Shape([spec(rng, "a", kind), spec(rng, "b", kind)], rule,
                 rng.choice(["b <= a", "b <= a;", "", "0 <= b <= a; a >= 0"]), zero_word(rng),
                 together=ratio_values(rng, [high, low]))


def labels(rng, top, decimals):
    choice = spec(rng, "s", "choice", rng.random() < 0.2)
    low = -Fraction(rng.randint(0, 3)) if rng.random() < 0.5 else Fraction(0)
    known = list(choice.labels[:-1])
    cases = [f's = "{vary_case(rng, label)}": {step(rng, top, decimals)}' for label in known]
    last = f"-{shortest(-low)}" if low else "0"
    return Shape([choice], "; ".join(cases + [f"else: {last}"]), min=low)


def flags(rng, top, decimals):
    names = ["v", "w", "x"][:rng.randint(1, 3)]
    rules = [f"{' and '.join(names)}: full; else: 0", f"not ({' or '.join(names)}): 0; else: full"]
    if len(names) > 1:
        rules += [f"count({', '.join(names)}) * full / {len(names)}",
                  "v and not w: full; v: full / 2", "(v) or w and v: full; else: 0"]
    inputs = [spec(rng, name, "yesno", rng.random() < 0.2) for name in names]
    return Shape(inputs, rng.choice(rules))


def deadline(rng, top, decimals):
    optional = rng.random() < 0.5
    day = iso(YEAR_START + 348)
    tail = f"d <= {day}: full; d <= 2024-01-31: {step(rng, top, decimals)}; else: 0"
    tail = rng.choice([tail, f"not d > {day}: full; else: 0", f"d < {day} or d = 2022-12-31: full"])
    rule = f"empty(d): {step(rng, top, decimals)}; {tail}" if optional else tail
    return Shape([spec(rng, "d", "date", optional)], rule)


def days_between(rng, top, decimals):
    optional = rng.random() < 0.3
    rule = rng.choice(["q - p <= 5: full; q - p <= 10: 0.5 * full; else: 0",
                       "full - (q - p) * 0.1", "max(0, full - (q - p) / 3)",
                       "p < q: full; p = q: 50% * full; else: 0"])
    def together(rng):
        start = any_day(rng)
        return {"p": start, "q": start + rng.choice([-1, 0, 4, 5, 6, 10, 11, 31])}
    return Shape([spec(rng, "p", "date"), spec(rng, "q", "date", optional)], rule,
                 rng.choice(["", "q >= p", "empty(q) or q >= p" if optional else "p <= q"]),
                 together=together)


def deductions(rng, top, decimals):
    low = -Fraction(rng.randint(1, 5), 2 if decimals else 1) if rng.random() < 0.4 else Fraction(0)
    rule = rng.choice(["full - 0.25 * t - 0.5 * q", "full - t * 0.125 - q / 16", "-t + q * 0.5",
                       "full - min(t, 2) - max(q, t) * 0.05", "-(t + q) / 8"])
    return Shape([spec(rng, "t", "count"), spec(rng, "q", "count")], rule, min=low)


def halves(rng, top, decimals):
    """Values that fall exactly between two printed points."""
    low = -top if rng.random() < 0.6 else Fraction(0)
    unit = 10 ** decimals
    rule = rng.choice([f"n / {2 * unit}", f"n * 0.5 / {unit}", "x", "x / 2", f"n / {unit * 4}"])
    halved = lambda rng: Fraction(2 * rng.randint(-40, 40) + 1, 2 * unit)
    odd = lambda rng: Fraction(rng.randint(-60, 60))
    return Shape([Spec("x", "signed", draw=halved), Spec("n", "signed", draw=odd)], rule, min=low)


def capped(rng, top, decimals):
    return Shape([spec(rng, "n", "count"), spec(rng, "m", "count", True)],
                 rng.choice(["min(n * 0.5, full)", "min(n, full) + m", "empty(m): n; else: n + m",
                             "3 * n / 7 + min(m * 0.5, 1)", "max(n, m)", "n / m + n",
                             "n > 2: full; m > 1: full / 2; else: n / 8"]),
                 rng.choice(["", "empty(m) or m <= n", "m <= n"]), zero_word(rng))


def signed(rng, top, decimals):
    return Shape([spec(rng, "g", "signed")],
                 rng.choice(["g >= 0: full; g >= -5: full + g * 0.1; else: 0", "g", "-g / 3",
                             "round(g, 1)", "round(-g / 8, 2)", "g * -1"]),
                 min=-top if rng.random() < 0.5 else Fraction(0))


def targets(rng, top, decimals):
    optional = rng.random() < 0.3
    inputs = [spec(rng, "t", "count"), spec(rng, "c", "count"), spec(rng, "k", "decimal", optional)]
    return Shape(inputs, rng.choice([
        "count(c/t >= 50%, k >= 20%, t > c >= 1) * full / 3",
        "count(c >= 5, not k > 1) * 0.5", "t > c > k: full; t < c > k: full / 2; else: 0",
        "max(c/t, k) * full", "t = c or k = t: full; else: c / t",
        "t > 0 and c / t >= 50%: full; else: c * 0.1"]), "", zero_word(rng))


def huge(rng, top, decimals):
    """Values around the end of the exact range of 2^127."""
    names = ["a", "b", "c", "d"]
    draw = lambda rng: Fraction(rng.choice(HUGE))
    fine = lambda rng: Fraction(rng.randint(1, 10 ** 18), 10 ** 6)
    pick = rng.choice([draw, draw, fine])
    rule = rng.choice([
        "a * b * c * d / a / b / c", "min(a * b * c * d, full)", "a * b / c / d",
        "1 / a / b / c / d", "a / b / 3 + c / d / 7",
        "a * b * c > d * d * d: full; else: 0", "a / b > c / d: full; else: a / b",
        "round(a / b / c, 4) * d", "-a * b * c * d", "(a / b + c / d) / 1000",
        "a * b * c / (d * d * b)",
        "a / b = c / d: full; a > b: a / b / 7; else: round(a / 7 / b, 3)"])
    return Shape([Spec(name, "decimal", draw=pick) for name in names], rule, "",
                 rng.choice(["", "zero"]))


def free(rng, top, decimals):
    """Random expressions and conditions over inputs of every type."""
    kinds = ["count", "decimal", "signed", "count", "date", "yesno", "choice", "decimal"]
    chosen = [rng.choice(["count", "decimal", "signed"])]
    chosen += [rng.choice(kinds) for _ in range(rng.randint(0, 4))]
    inputs = [spec(rng, f"i{number}", kind, rng.random() < 0.25)
              for number, kind in enumerate(chosen)]
    writer = Writer(rng, inputs)
    value = lambda: writer.varying(2)
    rule = rng.choice([
        lambda: value(), lambda: f"{writer.condition(2)}: {value()}; else: {value()}",
        lambda: f"{writer.condition(2)}: {step(rng, top, decimals)}; else: {value()}",
        lambda: f"{writer.condition(2)}: {value()}",
        lambda: f"{writer.condition(1)}: {value()}; {writer.chain(lambda: writer.varying(1))}: "
                f"{value()}; else: {step(rng, top, decimals)}"])()
    writer.constants_left = 1
    checks = writer.condition(1) if rng.random() < 0.1 else ""
    return Shape(inputs, rule, checks, zero_word(rng),
                 -top if rng.random() < 0.3 else Fraction(0))


def survey(rng, top, decimals):
    names = [f"n{number}" for number in range(1, rng.randint(2, 5) + 1)]
    total = " + ".join(names)
    weighted = " + ".join(f"{name} * {weight}" for weight, name in enumerate(names))
    rule = rng.choice([f"({weighted}) / ({total}) / {len(names) - 1} * full",
                       f"n1 / ({total}) >= 50%: full; else: n1 / ({total}) * full",
                       "n1 > n2: full; else: n1 * 0.1", f"count(n1 > 0, n2 > n1) * full / 2"])
    inputs = [spec(rng, name, "count") for name in names]
    return Shape(inputs, rule, rng.choice(["", "", "n1 <= 40"]), zero_word(rng), method="survey")


SHAPES = [ratio] * 5 + [labels] * 2 + [flags] * 2 + [deadline, days_between, deductions, halves,
                                                     capped, signed, targets, huge] + [free] * 4


def random_shape(rng, top, decimals):
    if rng.random() < 0.15:
        return survey(rng, top, decimals)
    while True:
        shape = rng.choice(SHAPES)(rng, top, decimals)
        if len(shape.rule) < 1500:
            return shape
