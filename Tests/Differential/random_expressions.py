"""Random texts of the rule language over given inputs, right in types and never unreachable."""

from fractions import Fraction

from cells import iso, shortest


class Writer:
    """Writes expressions and conditions. `inputs` are specs with name, type, optional, labels."""

    def __init__(self, rng, inputs):
        self.rng = rng
        by_type = lambda *types: [spec.name for spec in inputs if spec.type in types]
        self.numbers = by_type("decimal", "count", "signed")
        self.dates, self.flags = by_type("date"), by_type("yesno")
        self.choices = [spec for spec in inputs if spec.type == "choice"]
        self.optional = [spec.name for spec in inputs if spec.optional]
        self.constants_left = 1

    def literal(self, highest=10):
        value = Fraction(self.rng.randint(1, highest * 4), self.rng.choice([1, 2, 4, 10]))
        if self.rng.random() < 0.25:
            return shortest(value * 100) + "%"
        return shortest(value)

    def atom(self):
        """A number that names an input."""
        if self.dates and (not self.numbers or self.rng.random() < 0.2):
            return f"({self.rng.choice(self.dates)} - {self.rng.choice(self.dates)})"
        return self.rng.choice(self.numbers)

    def factor(self, depth):
        kind = self.rng.random()
        if depth <= 0 or kind < 0.45:
            return self.atom() if self.rng.random() < 0.7 else self.literal()
        if kind < 0.55:
            return f"({self.expression(depth - 1)})"
        if kind < 0.62:
            return "-" + self.factor(depth - 1)
        if kind < 0.76:
            name = self.rng.choice(["min", "max"])
            count = self.rng.randint(2, 3)
            return f"{name}({', '.join(self.expression(depth - 1) for _ in range(count))})"
        if kind < 0.87:
            return f"round({self.expression(depth - 1)}, {self.rng.randint(0, 4)})"
        if kind < 0.95:
            count = self.rng.randint(2, 3)
            return f"count({', '.join(self.condition(depth - 1) for _ in range(count))})"
        return "full"

    def term(self, depth):
        text = self.factor(depth)
        while self.rng.random() < 0.35:
            text += self.rng.choice([" * ", " / ", "*", "/"]) + self.factor(depth - 1)
        return text

    def expression(self, depth):
        text = self.term(depth)
        while self.rng.random() < 0.3:
            text += self.rng.choice([" + ", " - "]) + self.term(depth - 1)
        return text

    def varying(self, depth):
        """An expression that is not constant."""
        return f"{self.atom()} {self.rng.choice('+-*/')} {self.term(depth)}"

    def comparison(self, depth):
        if self.constants_left and self.rng.random() < 0.3:
            self.constants_left -= 1
            return self.against_constants()
        if self.dates and self.rng.random() < 0.2:
            return self.chain(lambda: self.rng.choice(self.dates))
        if not self.numbers and not self.dates:
            self.constants_left = 0
            return self.flag_or_choice()
        return self.chain(lambda: self.varying(depth - 1))

    def chain(self, operand):
        text = operand()
        for _ in range(self.rng.choice([1, 1, 1, 2, 3])):
            text += f" {self.rng.choice(['<', '<=', '>', '>=', '=', '!='])} {operand()}"
        return text

    def against_constants(self):
        kind = self.rng.random()
        if self.choices and kind < 0.4:
            return self.flag_or_choice()
        if self.dates and kind < 0.6:
            day = iso(738521 + self.rng.randint(0, 364))
            sign = self.rng.choice(["<", "<=", ">", ">="])
            name = self.rng.choice(self.dates)
            return self.rng.choice([f"{name} {sign} {day}", f"{day} {sign} {name}",
                                    f"{day} <= {name} < 2024-03-01"])
        if not self.numbers:
            return self.flag_or_choice()
        low = Fraction(self.rng.randint(0, 20), 4)
        high = low + Fraction(self.rng.randint(1, 20), 4)
        sign = lambda: self.rng.choice(["<", "<="])
        return f"{shortest(low)} {sign()} {self.atom()} {sign()} {shortest(high)}"

    def flag_or_choice(self):
        if self.flags and (not self.choices or self.rng.random() < 0.5):
            return self.rng.choice(self.flags)
        spec = self.rng.choice(self.choices)
        sign = self.rng.choice(["=", "!="])
        label = f'"{self.rng.choice(spec.spelled)}"'
        other = self.rng.choice(self.choices).name
        sides = [(spec.name, label), (spec.name, label), (label, spec.name)]
        left, right = self.rng.choice(sides + [(spec.name, other)] * (other != spec.name))
        return f"{left} {sign} {right}"

    def condition(self, depth):
        kind = self.rng.random()
        if depth > 0 and kind < 0.25:
            sign = self.rng.choice([" and ", " or "])
            parts = [self.condition(depth - 1) for _ in range(self.rng.randint(2, 3))]
            return sign.join(parts)
        if depth > 0 and kind < 0.35:
            return self.rng.choice(["not", "not not", "always and not"]) + " " + self.rng.choice(
                [self.bracketed, self.comparison])(depth - 1)
        if depth > 0 and kind < 0.45:
            return self.bracketed(depth - 1)
        if self.optional and kind < 0.6:
            return f"empty({self.rng.choice(self.optional)})"
        if self.flags and kind < 0.75:
            return self.rng.choice(self.flags)
        return self.comparison(depth)

    def bracketed(self, depth):
        return f"({self.condition(depth)})"
