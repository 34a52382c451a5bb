"""Lexer and parser of the rule language (FORMATS 3), giving plain tuples.

Expressions:  ("number", q) ("text", t) ("date", day) ("input", name) ("full",) ("index",)
              ("head_rating",) ("percent", code) ("points", code) ("negative", x)
              ("+" | "-" | "*" | "/", x, y) ("min" | "max", [x…]) ("round", x, n) ("count", [c…])
Conditions:   ("or", [c…]) ("and", [c…]) ("not", c) ("compare", [x…], [op…]) ("flag", name)
              ("empty", name) ("always",)
A rule is [(condition or None, expression)…]; a plain expression is one case without condition.
"""

import datetime
import re
from fractions import Fraction

from vocabulary import fold

MAX_LENGTH, MAX_NESTING = 4000, 64
COMPARISONS = {"=", "!=", "<", "<=", ">", ">="}
ARITHMETIC = {"+", "-", "*", "/"}
RESERVED = set("and or not else always empty full count min max round percent points index "
               "head_rating best workdays rank late_days".split())

TOKEN = re.compile(r"""
    (?P<blank>\s+)
  | (?P<text>"[^"]*")
  | (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-]))
  | (?P<joined>[0-9]+-[0-9])
  | (?P<number>[0-9]+(\.[0-9]+)?%?)
  | (?P<name>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<sign>!=|<=|>=|[-+*/=<>():;,])
""", re.VERBOSE)


class RuleError(Exception):
    """A rule or condition that the language does not hold."""


def tokens_of(text):
    """(kind, text) pairs, closed by ("end", "")."""
    if len(text) > MAX_LENGTH:
        raise RuleError("too long")
    result, position = [], 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if not match or match.lastgroup == "joined":
            raise RuleError(f"at {text[position:position + 12]!r}")
        position = match.end()
        if match.lastgroup != "blank":
            result.append((match.lastgroup, match.group()))
    return result + [("end", "")]


class Parser:
    def __init__(self, text):
        self.tokens, self.at, self.depth = tokens_of(text), 0, 0

    @property
    def sign(self):
        """The text of the next token unless it is a literal text."""
        kind, text = self.tokens[self.at]
        return "" if kind == "text" else text

    def take(self, expected=None):
        kind, text = self.tokens[self.at]
        if expected is not None and self.sign != expected:
            raise RuleError(f"{expected!r} expected, found {text!r}")
        self.at += 1
        return kind, text

    def end(self):
        if self.tokens[self.at][0] != "end":
            raise RuleError(f"unexpected {self.tokens[self.at][1]!r}")

    def nested(self, parse):
        self.depth += 1
        if self.depth > MAX_NESTING:
            raise RuleError("nested too deeply")
        result = parse()
        self.depth -= 1
        return result

    # Rules

    def rule(self):
        if not any(token == ("sign", ":") for token in self.tokens):
            cases = [(None, self.expression())]
        else:
            cases = self.cases()
        self.end()
        return cases

    def cases(self):
        cases = []
        while True:
            if self.sign == "else":
                self.take()
                condition = None
            else:
                condition = self.condition()
            self.take(":")
            cases.append((condition, self.expression()))
            if self.sign == ";":
                self.take()
            if self.tokens[self.at][0] == "end":
                return cases
            if condition is None:
                raise RuleError("a case after else")

    # Conditions

    def condition(self):
        return self.joined("or", lambda: self.joined("and", self.unary))

    def joined(self, sign, parse):
        parts = [parse()]
        while self.sign == sign:
            self.take()
            parts.append(parse())
        return parts[0] if len(parts) == 1 else (sign, parts)

    def unary(self):
        if self.sign == "not":
            self.take()
            return ("not", self.nested(self.unary))
        if self.sign == "always":
            self.take()
            return ("always",)
        if self.sign == "empty":
            self.take()
            self.take("(")
            name = self.take()[1]
            self.take(")")
            return ("empty", name)
        if self.sign == "(" and self.opens_condition():
            self.take()
            inner = self.nested(self.condition)
            self.take(")")
            return inner
        return self.comparison()

    def opens_condition(self):
        """Neither arithmetic nor a comparison follows what the bracket closes."""
        depth, position = 0, self.at
        while position < len(self.tokens):
            kind, text = self.tokens[position]
            if kind == "sign":
                depth += {"(": 1, ")": -1}.get(text, 0)
            if depth == 0:
                break
            position += 1
        else:
            raise RuleError("a bracket is not closed")
        kind, text = self.tokens[position + 1]
        return kind != "sign" or text not in ARITHMETIC | COMPARISONS

    def comparison(self):
        operands, signs = [self.expression()], []
        while self.sign in COMPARISONS:
            signs.append(self.take()[1])
            operands.append(self.expression())
        if signs:
            return ("compare", operands, signs)
        if operands[0][0] == "input":
            return ("flag", operands[0][1])
        raise RuleError("a condition expected")

    # Expressions

    def expression(self):
        left = self.term()
        while self.sign in ("+", "-"):
            left = (self.take()[1], left, self.term())
        return left

    def term(self):
        left = self.factor()
        while self.sign in ("*", "/"):
            left = (self.take()[1], left, self.factor())
        return left

    def factor(self):
        kind, text = self.take()
        if kind == "text":
            return ("text", fold(text[1:-1]))
        if kind == "number":
            return ("number", literal(text))
        if kind == "date":
            return ("date", datetime.date.fromisoformat(text).toordinal())
        if text == "-":
            return ("negative", self.nested(self.factor))
        if text == "(":
            inner = self.nested(self.expression)
            self.take(")")
            return inner
        if kind == "name":
            return self.named(text)
        raise RuleError(f"unexpected {text!r}")

    def named(self, name):
        if name in ("full", "index", "head_rating"):
            return (name,)
        if name in ("min", "max"):
            return (name, self.arguments(self.expression))
        if name == "count":
            return (name, self.arguments(self.condition))
        if name == "round":
            self.take("(")
            value = self.nested(self.expression)
            self.take(",")
            places = int(self.take()[1])
            self.take(")")
            return (name, value, places)
        if name in ("percent", "points"):
            self.take("(")
            code = self.take()[1].strip('"')
            self.take(")")
            return (name, code)
        if name in RESERVED:
            raise RuleError(f"{name} cannot stand here")
        return ("input", name)

    def arguments(self, parse):
        self.take("(")
        result = [self.nested(parse)]
        while self.sign == ",":
            self.take()
            result.append(self.nested(parse))
        self.take(")")
        return result


def literal(text):
    value = Fraction(text.rstrip("%"))
    return value / 100 if text.endswith("%") else value


def parse_rule(text):
    return Parser(text).rule()


def parse_condition(text):
    parser = Parser(text)
    result = parser.condition()
    parser.end()
    return result


def parse_checks(text):
    """The conditions of `checks`, separated by `;` outside texts."""
    if not text:
        return []
    parser, result = Parser(text), []
    while parser.tokens[parser.at][0] != "end":
        result.append(parser.condition())
        if parser.sign != ";":
            break
        parser.take()
    parser.end()
    return result


def names_in(tree):
    """Every input that a rule, a condition or an expression names."""
    if isinstance(tree, tuple) and tree and tree[0] in ("input", "flag", "empty"):
        return {tree[1]}
    if isinstance(tree, (tuple, list)):
        return set().union(*(names_in(part) for part in tree))
    return set()


def asks_for_rating(tree):
    if isinstance(tree, (tuple, list)):
        return tree == ("head_rating",) or any(asks_for_rating(part) for part in tree)
    return False
