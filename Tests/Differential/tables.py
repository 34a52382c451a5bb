"""Reads one table: bytes to text, text to cells, cells to rows by column name (FORMATS 1)."""

from vocabulary import column_forms, columns, fold, nfc, trim

FORMULA_STARTS = "=+-@\t\r"


class TableError(Exception):
    """A table that cannot be read as one."""


class Row:
    """One row: the trimmed text of each column, an absent column being empty."""

    def __init__(self, cells, number, file):
        self.cells, self.number, self.file = cells, number, file

    def __getitem__(self, column):
        return self.cells.get(column, "")

    def repetition_key(self):
        """What two rows share when one repeats the other exactly, their agency apart."""
        return tuple(sorted((name, nfc(text)) for name, text in self.cells.items()
                            if text and name != "agency"))

    def __repr__(self):
        return f"{self.file}:{self.number}"


def decode(data):
    """The text of a file: UTF-8 with or without BOM, UTF-16 with BOM."""
    if data.startswith(b"\xff\xfe"):
        return data[2:].decode("utf-16-le")
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be")
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")


def delimiter_of(text):
    """The delimiter found most often in the header row outside quotes, `,` on a tie."""
    counts, quoted = {",": 0, ";": 0, "\t": 0}, False
    for character in text:
        if character == '"':
            quoted = not quoted
        elif not quoted and character in "\r\n":
            break
        elif not quoted and character in counts:
            counts[character] += 1
    most = max(counts.values())
    leaders = [mark for mark, count in counts.items() if count == most]
    return leaders[0] if len(leaders) == 1 else ","


def split_cells(text, delimiter):
    """RFC 4180 rows; LF, CRLF or CR end a row."""
    rows, row, cell, quoted, position = [], [], [], False, 0
    while position < len(text):
        character = text[position]
        if quoted:
            if character == '"' and text[position + 1:position + 2] == '"':
                cell.append('"')
                position += 1
            elif character == '"':
                quoted = False
            else:
                cell.append(character)
        elif character == '"' and not cell:
            quoted = True
        elif character == delimiter:
            row.append("".join(cell))
            cell = []
        elif character in "\r\n":
            if text[position:position + 2] == "\r\n":
                position += 1
            rows.append(row + ["".join(cell)])
            row, cell = [], []
        else:
            cell.append(character)
        position += 1
    if row or cell:
        rows.append(row + ["".join(cell)])
    return rows


def clean(cell):
    """A cell's trimmed text, less the quote that keeps a spreadsheet from running it."""
    if cell.startswith("'") and len(cell) > 1 and cell[1] in FORMULA_STARTS:
        cell = cell[1:]
    return trim(cell)


def header_columns(cells, table, file):
    """The column name of each header cell, None for a comment column."""
    names, required = columns(table)
    known = {fold(form): name for name in names for form in column_forms(table, name)}
    found = []
    for cell in cells:
        if trim(cell).startswith("#"):
            found.append(None)
            continue
        if fold(cell) not in known:
            raise TableError(f"{file}: unknown column {cell!r}")
        found.append(known[fold(cell)])
    named = [name for name in found if name]
    if len(named) != len(set(named)) or required - set(named):
        raise TableError(f"{file}: columns {named}, required {sorted(required)}")
    return found


def read_table(path, table, report):
    """The rows of a table. `report(severity, text)` hears of what is wrong."""
    file = f"{path.parent.name}/{path.name}"
    text = decode(path.read_bytes())
    rows = split_cells(text, delimiter_of(text))
    if not rows:
        raise TableError(f"{file}: no header row")
    header = header_columns(rows[0], table, file)
    result = []
    for number, cells in enumerate(rows[1:], start=2):
        if cells[0].startswith("#") or not any(trim(cell) for cell in cells):
            continue
        if any(trim(cell) for cell in cells[len(header):]):
            report("error", f"{file}:{number}: a cell beyond the header")
        named = {name: clean(cell) for name, cell in zip(header, cells) if name}
        result.append(Row(named, number, file))
    return result


def read_pairs(path, report):
    """A key-value table as a dict of its non-empty values."""
    rows = read_table(path, "pairs", report)
    return {row["key"]: row["value"] for row in rows if row["value"]}
