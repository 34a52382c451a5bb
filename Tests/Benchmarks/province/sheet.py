"""Writes a made-up round as a workbook that computes it, and reads what a spreadsheet program computed.

The figures stand as officials keep them: a row for each agency, a column for each leaf, a sheet for each kind of figure.
Formulas give the points as filed and in the end, sums, percentages, index, band, rank and the reasons of what is owed.
"""

import csv
import sys

import openpyxl
from openpyxl.utils import get_column_letter

from made_up_set import DEDUCTION, EXEMPT, FULL, LINEAR, RATIO, TIERS, ZERO

HEAD = 2            # rows above the first agency: codes, maxima
CODE, NAME, BLOC, RANKED, FIRST = 1, 2, 3, 4, 5
FILED = {"a": "Tổng số", "b": "Đúng hạn"}
CHANGED, DECIDED, OWN, FINAL, TOTAL = "Số liệu thẩm định", "Điểm thẩm định", "Tự chấm", "Điểm", "Tổng hợp"


def figures(round_):
    """By sheet, agency and leaf."""
    cells = {sheet: {} for sheet in (*FILED.values(), CHANGED, DECIDED)}
    with open(round_.filed, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            cells[FILED[row["input"]]][row["agency"], row["criterion"]] = int(row["value"])
    with open(round_.appraisal, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["points"]:
                cells[DECIDED][row["agency"], row["criterion"]] = float(row["points"])
            elif row["value"]:
                cells[CHANGED][row["agency"], row["criterion"]] = int(row["value"])
    return cells


def points(leaf, a, b, maximum):
    """The formula of a leaf's points from the cells of its counts; an exempt leaf shows nothing."""
    rule = {
        RATIO: f"ROUND({maximum}*{b}/{a},2)",
        TIERS: f"IF({b}/{a}>={leaf.p1 / 100},{maximum},IF({b}/{a}>={leaf.p2 / 100},ROUND(0.75*{maximum},2),"
               f"IF({b}/{a}>={leaf.p3 / 100},ROUND(0.5*{maximum},2),0)))",
        DEDUCTION: f"ROUND(MAX(0,MIN({maximum},{maximum}-{leaf.p1 / 100}*({a}-{b}-{leaf.p2}))),2)",
        LINEAR: f"ROUND({maximum}*MAX(0,MIN(1,({b}/{a}-{leaf.p1 / 100})/{leaf.p2 / 100})),2)",
    }[leaf.shape]
    if leaf.shape != DEDUCTION:
        rule = f"IF({a}=0,{ {ZERO: '0', FULL: maximum, EXEMPT: chr(34) * 2}[leaf.zero] },{rule})"
    return rule


def write(round_, path):
    """Writes the workbook; no formula has a value in it, so every one must be computed."""
    set_ = round_.set
    with open(round_.agencies, encoding="utf-8-sig", newline="") as file:
        agencies = list(csv.DictReader(file))
    cells = figures(round_)
    book = openpyxl.Workbook(write_only=True)
    head = ["Mã", "Tên", "Khối", "Xếp hạng"]
    codes = [leaf.code for leaf in set_.leaves]
    maxima = [leaf.maximum / 100 for leaf in set_.leaves]
    columns = [get_column_letter(FIRST + place) for place in range(len(codes))]

    def add(title, row_of):
        sheet = book.create_sheet(title)
        sheet.append(head + codes)
        sheet.append([""] * 4 + maxima)
        for number, agency in enumerate(agencies, HEAD + 1):
            facts = [agency["agency"], agency["name"], agency["bloc"], agency["ranked"]]
            sheet.append(facts + row_of(number, agency["agency"]))

    for title, values in cells.items():
        add(title, lambda _, code, values=values: [values.get((code, leaf)) for leaf in codes])

    def own(number, _):
        row = []
        for leaf, column in zip(set_.leaves, columns):
            a, b = (f"'{title}'!{column}{number}" for title in FILED.values())
            row.append(f'=IF(OR({a}="",{b}=""),0,{points(leaf, a, b, f"{column}$2")})')
        return row

    def final(number, _):
        row = []
        for leaf, column in zip(set_.leaves, columns):
            a, changed, decided, filed = (
                f"'{title}'!{column}{number}" for title in (FILED["a"], CHANGED, DECIDED, OWN))
            row.append(f'=IF({decided}<>"",{decided},IF({changed}<>"",{points(leaf, a, changed, f"{column}$2")},{filed}))')
        return row

    add(OWN, own)
    add(FINAL, final)
    totals(book, set_, agencies, columns)
    book.save(path)


def totals(book, set_, agencies, columns):
    """The sheet of sums: points, maximum and percentage of each field, index, band, rank, reasons."""
    sheet = book.create_sheet(TOTAL)
    count = len(set_.fields)
    fields = range(1, count + 1)
    ranges = []
    for field in fields:
        own = [column for leaf, column in zip(set_.leaves, columns) if leaf.field == field]
        ranges.append((own[0], own[-1]))
    letters = [get_column_letter(FIRST + place) for place in range(3 * count + 6)]
    points_, maxima, percents = letters[:count], letters[count:2 * count], letters[2 * count:3 * count]
    all_, maximum, index, band, rank = letters[3 * count:3 * count + 5]
    sheet.append(["Mã", "Tên", "Khối", "Xếp hạng"] + [f"{kind} {code}" for kind in ("Điểm", "Tối đa", "%")
                                                     for code in set_.fields]
                 + ["Điểm", "Tối đa", "Chỉ số", "Xếp loại", "Hạng", *(duty.id for duty in set_.obligations)])
    sheet.append([])
    last = HEAD + len(agencies)

    def whole(column):
        return f"{column}${HEAD + 1}:{column}${last}"

    bloc, ranked = f"$C${HEAD + 1}:$C${last}", f"$D${HEAD + 1}:$D${last}"
    for number, agency in enumerate(agencies, HEAD + 1):
        row = [agency["agency"], agency["name"], agency["bloc"], agency["ranked"]]
        row += [f"=SUM('{FINAL}'!{first}{number}:{end}{number})" for first, end in ranges]
        row += [f"=SUMPRODUCT(('{FINAL}'!{first}{number}:{end}{number}<>\"\")*'{FINAL}'!{first}$2:{end}$2)"
                for first, end in ranges]
        row += [f"=IF({high}{number}=0,\"\",ROUND({low}{number}/{high}{number}*100,2))"
                for low, high in zip(points_, maxima)]
        row.append("=" + "+".join(f"{column}{number}" for column in points_))
        row.append("=" + "+".join(f"{column}{number}" for field, column in zip(fields, maxima) if field not in set_.bonus))
        row.append(f"=ROUND({all_}{number}/{maximum}{number}*100,2)")
        text = f'"{set_.bands[-1][0]}"'
        for label, limit in reversed(set_.bands[:-1]):
            text = f'IF({all_}{number}*100>={limit}*{maximum}{number},"{label}",{text})'
        row.append(f"={text}")
        same = f'{bloc},$C{number},{ranked},"yes"'
        counts, ties = [], ""
        for column in [index, *(percents[field - 1] for field in set_.ties)]:
            counts.append(f'COUNTIFS({same}{ties},{whole(column)},">"&{column}{number})')
            ties += f",{whole(column)},{column}{number}"
        row.append(f'=IF($D{number}="yes",1+{"+".join(counts)},"")')
        for duty in set_.obligations:
            low, high, share = ((points_[duty.field - 1], maxima[duty.field - 1], percents[duty.field - 1])
                                if duty.field else (all_, maximum, index))

            def shown(cell, form):
                return f'SUBSTITUTE(TEXT({cell}{number},"{form}"),".",",")'

            if duty.field:
                reason = (f'"Chỉ số thành phần “{set_.field_names[duty.field - 1]}” đạt "&{shown(share, "0.00")}&"% ("&'
                          f'{shown(low, "0.00")}&"/"&{shown(high, "0.##")}&" điểm), thấp hơn {duty.limit}%"')
            else:
                reason = f'"Chỉ số CCHC đạt "&{shown(share, "0.00")}&"%, thấp hơn {duty.limit}%"'
            row.append(f'=IF({low}{number}*100<{duty.limit}*{high}{number},{reason},"")')
        sheet.append(row)


def check(round_, path, ours):
    """Compares what was computed with our tables: points as filed and in the end, index, rank.

    Gives how many figures were compared; the first that differs ends the run.
    """
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    codes = [leaf.code for leaf in round_.set.leaves]
    found = {}
    for title, column in ((OWN, "self"), (FINAL, "final")):
        for row in book[title].iter_rows(min_row=HEAD + 1, values_only=True):
            for code, value in zip(codes, row[FIRST - 1:]):
                found[row[0], code, column] = value
    count = 0
    with open(ours / "noi-bo" / "scores.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for column in ("self", "final"):
                count += compare(found[row["agency"], row["criterion"], column], row[column], row)
    first = FIRST - 1 + 3 * len(round_.set.fields)
    totals_ = {row[0]: row[first:first + 5] for row in book[TOTAL].iter_rows(min_row=HEAD + 1, values_only=True)}
    with open(ours / "cong-bo" / "ranking.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for value, column in zip(totals_[row["agency"]], ("points", "max", "index", "band", "rank")):
                count += compare(value, row[column], row)
    return count


def compare(value, wanted, row):
    if wanted in (value, value or ""):
        return 1
    try:
        # A sum of hundredths in floats is off by less than that.
        if abs(float(value) - float(wanted)) < 1e-6:
            return 1
    except (TypeError, ValueError):
        pass
    sys.exit(f"LibreOffice computes {value!r} instead of {wanted!r}: {row}")
