"""Writes tables in every way that FORMATS 1 allows: delimiters, encodings, headers, noise."""

import unicodedata

from vocabulary import column_forms, columns

ENCODINGS = {
    "utf-8": lambda text: text.encode(),
    "utf-8-bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "utf-16-le": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16-be": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
}


class Decimal(str):
    """The text of a decimal with `.`, written with the mark of its file."""


def maybe_nfd(rng, text, share=0.15):
    return unicodedata.normalize("NFD", text) if rng.random() < share else text


def vary_case(rng, text):
    """The same text to a reader that ignores case and normal form."""
    form = rng.choice([str, str, str.upper, str.title, str.lower, str.capitalize])
    return maybe_nfd(rng, form(text))


class Style:
    """How one file is written."""

    def __init__(self, rng, plain=False):
        self.rng, self.plain = rng, plain
        pick = lambda usual, *rare: usual if plain or rng.random() < 0.5 else rng.choice(rare)
        self.delimiter = pick(",", ";", "\t", ",")
        self.encoding = pick("utf-8", *ENCODINGS)
        self.newline = pick("\n", "\r\n", "\r")
        self.language = pick("en", "vi", "mixed")
        self.quotes_all = pick(False, False, True)
        self.noise = 0 if plain else rng.choice([0, 0, 0.1])
        self.mark = pick(".", ",")
        self.mixed = False

    def header(self, table, name):
        forms = column_forms(table, name)
        language = self.rng.choice(["en", "vi"]) if self.language == "mixed" else self.language
        text = forms[0] if language == "en" else self.rng.choice(forms[1:])
        if self.rng.random() < self.noise:
            text = f" {vary_case(self.rng, text)} "
        return text

    def line(self, cells):
        """A row as RFC 4180 writes it."""
        quoted = [self.quoted(cell) for cell in cells]
        return self.delimiter.join(quoted) + self.newline

    def quoted(self, cell):
        if self.quotes_all or any(mark in cell for mark in ",;\t\r\n\""):
            doubled = cell.replace('"', '""')
            return f'"{doubled}"'
        return cell

    def cell(self, value):
        text = str(value)
        if isinstance(value, Decimal):
            odd = self.mixed and (len(text) + ord(text[-1])) % 2
            mark = {".": ",", ",": "."}[self.mark] if odd else self.mark
            text = text.replace(".", mark)
        if text[:1] in tuple("=+-@") and not self.plain and self.rng.random() < 0.3:
            return "'" + text
        if self.rng.random() < self.noise:
            before = self.rng.choice(["", " ", "\u00a0", "\t"])
            text = before + text + self.rng.choice([" ", "\u00a0"])
        return text


def arrange(rng, style, names):
    """The columns of a file in some order, None for a comment column, never the first one."""
    names = list(names)
    if style.plain:
        return names
    if rng.random() < 0.3:
        rng.shuffle(names)
    if rng.random() < 0.15:
        names.insert(rng.randint(1, len(names)), None)
    return names


def body(rng, style, names, rows):
    """The written rows, with comment, empty, short and over-long ones among them."""
    for row in rows:
        if rng.random() < style.noise / 2:
            yield rng.choice([[], ["", ""], ["# ghi chú", "x"], ["#,;"], [" ", "\u00a0"]])
        cells = [f"c{rng.randint(0, 9)}" if name is None else style.cell(row.get(name, ""))
                 for name in names]
        if rng.random() < style.noise:
            while cells and not cells[-1]:
                cells.pop()
        elif rng.random() < style.noise:
            cells += ["", " "]
        if row.get("beyond"):
            cells += [""] * (len(names) - len(cells)) + [row["beyond"]]
        yield cells


def used_columns(table, rows):
    """Required columns, and the others that hold something."""
    names, required = columns(table)
    return [name for name in names if name in required or any(row.get(name) for row in rows)]


def write_table(rng, path, table, rows, plain=False, mixed=False, without=()):
    style = Style(rng, plain)
    style.mixed = mixed
    names = used_columns(table, rows)
    if not plain and rng.random() < 0.2:
        names = columns(table)[0]
    names = arrange(rng, style, [name for name in names if name not in without])
    comment = rng.choice(["#", "# ghi chú", "#a;b;c\t,,;;"])
    header = [comment if name is None else style.header(table, name) for name in names]
    lines = [style.line(header)] + [style.line(cells) for cells in body(rng, style, names, rows)]
    text = "".join(lines)
    if rng.random() < style.noise:
        text = text.rstrip("\r\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(ENCODINGS[style.encoding](text))


def write_pairs(rng, path, pairs, plain=False):
    write_table(rng, path, "pairs", [{"key": key, "value": value} for key, value in pairs], plain)
