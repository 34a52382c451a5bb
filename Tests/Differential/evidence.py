"""Loads a round: agencies, exemptions, what was filed and counted (FORMATS 4)."""

from fractions import Fraction

import cells
from appraisal import load_appraisals
from cells import Cell, DUPLICATE
from criteria import load_set
from rounds import Agency, Filing, Marks, Round, place, tables
from tables import read_pairs, read_table
from vocabulary import fold, nfc


def load_round(folder, criteria_folder):
    problems = []
    report = lambda severity, text: problems.append((severity, text))
    pairs = read_pairs(folder / "round.csv", report)
    loaded, groups = {}, {}
    for key, value in pairs.items():
        if key.startswith("criteria:"):
            if value not in loaded:
                loaded[value] = load_set(criteria_folder / value, report)
            groups[key.removeprefix("criteria:")] = loaded[value]
    result = Round(folder.name, int(pairs["year"]), groups, problems=problems)
    load_agencies(result, folder)
    load_exemptions(result, folder)
    for method in ("self", "external"):
        rows, marks = [], {}
        for path in tables(folder, method):
            marks[path] = Marks()
            for row in read_table(path, method, report):
                rows.append((row, path, marks[path]))
        file_rows(result, method, rows)
        for path, found in marks.items():
            found.report(result, path.name)
    for path in tables(folder, "survey"):
        count_answers(result, read_table(path, "survey", report))
    load_appraisals(result, folder)
    load_after(result, folder)
    return result


def load_agencies(round_, folder):
    rows = read_table(folder / "agencies.csv", "agencies", round_.report)
    round_.report_repeated(rows, "agency")
    for row in rows:
        ranked = cells.yes_no(row["ranked"]) if row["ranked"] else True
        code, group = nfc(row["agency"]), nfc(row["group"])
        round_.agencies[code] = Agency(code, row["name"], group, row["bloc"] or group, ranked)


def load_exemptions(round_, folder):
    if not (folder / "exemptions.csv").exists():
        return
    rows = read_table(folder / "exemptions.csv", "exemptions", round_.report)
    round_.report_repeated(rows, "agency", "criterion")
    for row in rows:
        code, criterion = nfc(row["agency"]), nfc(row["criterion"])
        agencies = list(round_.agencies) if code == "*" else [code]
        if code != "*" and code not in round_.agencies:
            round_.report("error", f"{row}: no agency {code}")
            continue
        known = [agency for agency in agencies if criterion in round_.criteria(agency).rows]
        if not known:
            round_.report("error", f"{row}: no criterion {criterion}")
        for agency in known:
            for leaf in round_.criteria(agency).leaves_below(criterion):
                round_.exempt.add((agency, leaf.code))


def agency_of(round_, row, path, method):
    """The agency of a row of `self` or `external`, None with an error where it is not its file."""
    owner = path.stem if path.stem in round_.agencies else None
    agency = nfc(row["agency"]) or owner
    if not agency:
        round_.report("error", f"{row}: no agency is named")
    if method == "self" and owner and agency != owner:
        round_.report("error", f"{row}: {agency} in the file of {owner}")
        return None
    return agency


def file_rows(round_, method, rows):
    """Enters the rows of all files of one method."""
    seen = {}
    for row, path, marks in rows:
        agency = agency_of(round_, row, path, method)
        leaf = agency and place(round_, row, agency, {method})
        if not leaf:
            marks.add(row["value"], False)
            continue
        filing = round_.filings.setdefault((agency, leaf.code), Filing())
        if row["criterion_name"] and nfc(row["criterion_name"]) != nfc(leaf.name):
            round_.report("error", f"{row}: the name is not that of {leaf.code}")
        filing.document = filing.document or bool(row["document"])
        filing.note = filing.note or bool(row["note"])
        key = (agency, leaf.code, nfc(row["input"]))
        content = row.repetition_key(), agency
        if key in seen:
            if seen[key] == content:
                round_.report("warning", f"{row}: an exact repetition")
            else:
                filing.figures[key[2]] = DUPLICATE
                filing.faults.append(f"{row}: two rows for {key}")
            continue
        seen[key] = content
        file_figure(round_, filing, leaf, agency, row, marks)


def file_figure(round_, filing, leaf, agency, row, marks):
    name, text = nfc(row["input"]), row["value"]
    exempt = (agency, leaf.code) in round_.exempt
    if name not in leaf.inputs:
        if name or text:
            filing.unknown_input = True
            filing.faults.append(f"{row}: {leaf.code} has no input {name!r}")
        marks.add(text, False)
    elif text:
        spec = leaf.inputs[name]
        marks.add(text, spec.type in ("decimal", "signed") and not exempt)
        filing.figures[name] = cells.figure(spec, text)


def count_answers(round_, rows):
    for row in rows:
        agency = nfc(row["agency"])
        leaf = place(round_, row, agency, {"survey"})
        if not leaf:
            continue
        filing = round_.filings.setdefault((agency, leaf.code), Filing(
            {name: Cell("value", Fraction(0)) for name in leaf.inputs}))
        answer = nfc(row["answer"])
        count = cells.whole(row["count"]) if row["count"] else 1
        if answer not in leaf.inputs:
            filing.unknown_input = True
            filing.faults.append(f"{row}: {leaf.code} has no answer {answer!r}")
        elif count is None:
            filing.figures[answer] = cells.INVALID
        elif filing.figures[answer].state == "value":
            filing.figures[answer] = Cell("value", filing.figures[answer].value + count)


def load_after(round_, folder):
    """Head ratings and publication, which come after scoring."""
    if (folder / "publication.csv").exists():
        round_.publication = read_pairs(folder / "publication.csv", round_.report)
    if not (folder / "head_ratings.csv").exists():
        return
    rows = read_table(folder / "head_ratings.csv", "head_ratings", round_.report)
    round_.report_repeated(rows, "agency")
    for row in rows:
        agency = nfc(row["agency"])
        if agency not in round_.agencies:
            round_.report("error", f"{row}: no agency {agency!r}")
            continue
        rating = round_.criteria(agency).ratings.get(fold(row["rating"]))
        if rating is None:
            round_.report("error", f"{row}: rating {row['rating']!r} is not in the list")
        else:
            round_.ratings[agency] = rating
