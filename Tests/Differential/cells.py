"""Reads what stands in one cell, and writes exact numbers (FORMATS 1, 5 and 6)."""

import datetime
import re
from dataclasses import dataclass
from fractions import Fraction

from vocabulary import NO, YES, fold, word

NUMBER = re.compile(r"(-?)([0-9]{1,12})(?:([.,])([0-9]{1,6}))?( ?%)?")
COUNT = re.compile(r"[0-9]{1,12}")
ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


@dataclass(frozen=True)
class Cell:
    """A filed figure: `state` is value, invalid, request or duplicate."""

    state: str
    value: object = None
    mark: str = ""


INVALID, REQUEST, DUPLICATE = Cell("invalid"), Cell("request"), Cell("duplicate")


def number(text):
    """(value, decimal mark or "", decimals written) of a decimal, or None."""
    match = NUMBER.fullmatch(text)
    if not match:
        return None
    sign, whole, mark, decimals, percent = match.groups()
    decimals = decimals or ""
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    if percent:
        value /= 100
    return (-value if sign else value), mark or "", len(decimals)


def date(text):
    """The day number of a date, or None."""
    iso, day_first = ISO_DATE.fullmatch(text), DAY_FIRST.fullmatch(text)
    if iso:
        year, month, day = map(int, iso.groups())
    elif day_first:
        day, month, year = map(int, day_first.groups())
    else:
        return None
    try:
        ordinal = datetime.date(year, month, day).toordinal()
    except ValueError:
        return None
    return ordinal if 1901 <= year <= 2199 else None


def iso(ordinal):
    return datetime.date.fromordinal(ordinal).isoformat()


def yes_no(text):
    """True, False or None where it is neither."""
    return True if fold(text) in YES else False if fold(text) in NO else None


def whole(text):
    """A count, or None."""
    return int(text) if COUNT.fullmatch(text) else None


def figure(spec, text):
    """The cell of an input: `spec` has `type` and `labels`."""
    if word("request", text):
        return REQUEST
    mark = ""
    if spec.type == "count":
        value = whole(text)
        value = None if value is None else Fraction(value)
    elif spec.type in ("decimal", "signed"):
        value, mark, _ = number(text) or (None, "", 0)
        if value is not None and value < 0 and spec.type == "decimal":
            value = None
    elif spec.type == "yesno":
        value = yes_no(text)
    elif spec.type == "date":
        value = date(text)
    else:
        value = fold(text) if fold(text) in spec.labels else None
    return INVALID if value is None else Cell("value", value, mark)


def rounded(value, decimals, mode):
    """`value` to `decimals` decimals: half_up (away from zero), half_even or down."""
    scaled = value * 10 ** decimals
    if mode == "half_even":
        result = round(scaled)
    else:
        size = abs(scaled) + (Fraction(1, 2) if mode == "half_up" else 0)
        result = int(size) if scaled >= 0 else -int(size)
    return Fraction(result, 10 ** decimals)


def fixed(value, decimals):
    """The text of a number that has at most `decimals` decimals, with all of them."""
    scaled = value * 10 ** decimals
    if scaled.denominator != 1:
        raise ValueError(f"{value} has more than {decimals} decimals")
    digits = str(abs(scaled.numerator)).rjust(decimals + 1, "0")
    text = digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}"
    return "-" + text if scaled < 0 else text


def shortest(value):
    """The text of a decimal number with the decimals that it needs."""
    decimals = 0
    while (value * 10 ** decimals).denominator != 1:
        decimals += 1
    return fixed(value, decimals)
