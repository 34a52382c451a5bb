"""Makes rounds of many agencies of the sample rounds: every agency of a sample, with all that it filed, many times."""

import csv
import pathlib
import shutil

ROUNDS = ("2023-cchc-mau", "2024-cchc-mau", "2025-mot-cua-mau")

# Columns that hold the code of an agency, or how a list of cases writes one, besides `mã cơ quan`.
CODES = ("mã cơ quan", "cơ quan kế thừa", "mã cũ", "mã mới", "cách ghi", "Mã đơn vị")
# Folders with a table for each agency, named by its code.
BY_AGENCY = ("self", "documents", "explanations")
# How many rows of each list of cases are taken: `cases/run` measures lists of millions.
CASES = 5_000


def code(text, number):
    """The code of the agency's copy with a number; the first copy is the agency itself."""
    return f"{text}-{number}" if number and text else text


def agencies(folder):
    with open(folder / "agencies.csv", encoding="utf-8-sig", newline="") as file:
        return [row["mã cơ quan"] for row in csv.DictReader(file)]


def multiply_rows(source, target, copies):
    """Writes a table with the rows of each copy, one copy after the other; a table without agencies as it is."""
    with open(source, encoding="utf-8-sig", newline="") as file:
        sample = file.read()
    delimiter = ";" if ";" in sample.split("\n", 1)[0] else ","
    rows = list(csv.reader(sample.splitlines(), delimiter=delimiter))
    if source.parent.name == "cases":
        del rows[1 + CASES:]
    columns = [index for index, heading in enumerate(rows[0]) if heading in CODES]
    with open(target, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(rows[0])
        for number in range(copies if columns else 1):
            for row in rows[1:]:
                writer.writerow([code(cell, number) if index in columns else cell for index, cell in enumerate(row)])


def multiply(source, target, copies):
    known = set(agencies(source))
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source)
        # What was frozen is frozen anew by `cchc close`.
        if name.parts[0] in ("closed", "closing.csv") or path.is_dir():
            continue
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if name.parts[0] in BY_AGENCY and len(name.parts) == 2 and path.stem in known:
            for number in range(copies):
                shutil.copyfile(path, target / name.parent / f"{code(path.stem, number)}.csv")
        elif path.suffix == ".csv":
            multiply_rows(path, target / name, copies)
        else:
            shutil.copyfile(path, target / name)


def make(project, folder, agency_count):
    """Makes a project whose rounds have about as many agencies as asked for.

    Returns how many each round has.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(project / "criteria", folder / "criteria")
    counts = {}
    for name in ROUNDS:
        source = project / "evidence" / name
        copies = max(1, round(agency_count / len(agencies(source))))
        multiply(source, folder / "evidence" / name, copies)
        counts[name] = copies * len(agencies(source))
    return counts


if __name__ == "__main__":
    import sys
    print(make(pathlib.Path(__file__).resolve().parents[3], pathlib.Path(sys.argv[1]), int(sys.argv[2])))
