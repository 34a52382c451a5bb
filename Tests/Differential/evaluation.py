"""Works out rules and conditions in exact rationals (FORMATS 3 and 2, conditions on results).

An expression's value is a Fraction, a text, a day number wrapped in Day, or one of three
marks: EMPTY, BY_ZERO, BEYOND. Emptiness comes before any division by 0; of the other two the
left one counts. A condition that needs a marked value raises Stopped.
"""

from dataclasses import dataclass
from fractions import Fraction

from cells import rounded

LIMIT = 1 << 127


class Mark:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


EMPTY, BY_ZERO, BEYOND = Mark("EMPTY"), Mark("BY_ZERO"), Mark("BEYOND")


@dataclass(frozen=True, order=True)
class Day:
    """A date; only comparisons and the difference of two are defined."""

    ordinal: int


class Stopped(Exception):
    """A division by 0 or a value beyond the range was met in a condition."""

    def __init__(self, mark):
        super().__init__(mark.name)
        self.mark = mark


def marked(operands):
    """The mark that decides an operation, or None."""
    marks = [operand for operand in operands if isinstance(operand, Mark)]
    if EMPTY in marks:
        return EMPTY
    return marks[0] if marks else None


def in_range(value):
    inside = abs(value.numerator) < LIMIT and value.denominator < LIMIT
    return value if inside else BEYOND


class Evaluator:
    """Evaluates trees of `syntax` over the values that `lookup(node)` gives for its names."""

    def __init__(self, lookup, rounding, by_zero=BY_ZERO):
        self.lookup, self.rounding, self.by_zero = lookup, rounding, by_zero

    def rule(self, cases):
        """The value of a rule: a Fraction or a mark; 0 where no case holds."""
        try:
            for condition, expression in cases:
                if condition is None or self.holds(condition):
                    return self.value(expression)
        except Stopped as stopped:
            return stopped.mark
        return Fraction(0)

    def holds(self, tree):
        kind = tree[0]
        if kind == "or":
            return any(self.holds(part) for part in tree[1])
        if kind == "and":
            return all(self.holds(part) for part in tree[1])
        if kind == "not":
            return not self.holds(tree[1])
        if kind == "compare":
            return self.compares(tree[1], tree[2])
        if kind == "flag":
            return self.lookup(("input", tree[1])) is True
        if kind == "empty":
            return self.lookup(("input", tree[1])) is EMPTY
        return kind == "always"

    def compares(self, operands, signs):
        left = self.value(operands[0])
        for sign, operand in zip(signs, operands[1:]):
            right = self.value(operand)
            mark = marked([left, right])
            if mark is EMPTY:
                return False
            if mark:
                raise Stopped(mark)
            if not compare(left, sign, right):
                return False
            left = right
        return True

    def value(self, tree):
        kind = tree[0]
        if kind in ("number", "text"):
            return tree[1]
        if kind == "date":
            return Day(tree[1])
        if kind == "count":
            return self.count(tree[1])
        if kind in ("+", "-", "*", "/"):
            return self.arithmetic(kind, self.value(tree[1]), self.value(tree[2]))
        if kind == "negative":
            return self.arithmetic("-", Fraction(0), self.value(tree[1]))
        if kind == "round":
            return self.round(self.value(tree[1]), tree[2])
        if kind in ("min", "max"):
            operands = [self.value(part) for part in tree[1]]
            return marked(operands) or (min if kind == "min" else max)(operands)
        return self.lookup(tree)

    def count(self, conditions):
        total = 0
        for condition in conditions:
            try:
                total += self.holds(condition)
            except Stopped as stopped:
                return stopped.mark
        return Fraction(total)

    def round(self, value, places):
        return marked([value]) or in_range(rounded(value, places, self.rounding))

    def arithmetic(self, sign, left, right):
        mark = marked([left, right])
        if mark:
            return mark
        if isinstance(left, Day):
            return Fraction(left.ordinal - right.ordinal)
        if sign == "/":
            return in_range(left / right) if right else self.by_zero
        if sign == "*":
            return in_range(left * right)
        return in_range(left + right if sign == "+" else left - right)


def compare(left, sign, right):
    return {"=": left == right, "!=": left != right}[sign] if sign in ("=", "!=") else {
        "<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[sign]


def condition_on_results(tree, lookup, rounding):
    """A condition of bands.csv or obligations.csv: a division by 0 is null."""
    try:
        return Evaluator(lookup, rounding, by_zero=EMPTY).holds(tree)
    except Stopped:
        return False
