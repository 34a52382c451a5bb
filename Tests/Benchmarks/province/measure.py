"""Scores a round of one province with cchc, DuckDB, Polars and LibreOffice in turn, from start to finish.

A time counts only after the results were found equal to ours.
"""

import argparse
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "peers"))

import openpyxl  # noqa: E402

import sheet  # noqa: E402
import timing  # noqa: E402
from made_up_set import MadeUpRound  # noqa: E402
from round import MadeUp  # noqa: E402

# What is asked for (see docs/performance.md).
MOST_SECONDS = 0.030
OFFICE = "LibreOffice, recalculating"


def office(work, book, folder):
    """Opens a workbook without values, computes it and saves it."""
    work = work.resolve()
    return ["env", f"HOME={work}", "soffice", f"-env:UserInstallation=file://{work}/libreoffice", "--headless",
            "--convert-to", "xlsx", "--outdir", str(folder), str(book)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--agencies", type=int, default=150)
    parser.add_argument("--leaves", type=int, default=70)
    parser.add_argument("--repeat", type=int, default=15)
    parser.add_argument("--without-office", action="store_true", help="leave LibreOffice out")
    parser.add_argument("--goal", action="store_true", help="end with 1 where a goal is missed")
    options = parser.parse_args()
    made = MadeUp(options.programs, options.work, options.agencies, options.leaves)
    commands = {
        "cchc": made.ours(), "cchc, Markdown too": made.ours("csv,md", "cchc, Markdown too"),
        "cchc, Markdown and Word too": made.ours("csv,md,docx", "cchc, Markdown and Word too"), **made.peers()}
    for name, command in commands.items():
        made.clear(name)
        timing.run(command)
    for peer in made.peers():
        print(made.check(peer))
    samples = measured(made, commands, options.repeat)
    if not options.without_office:
        samples |= office_samples(made, options)
    ours = timing.median(samples["cchc"], "wall")
    lines = []
    for name, list_ in samples.items():
        wall = timing.median(list_, "wall")
        lines.append([
            name, str(len(list_)), timing.seconds(wall), timing.spread(list_),
            timing.seconds(timing.median(list_, "cpu")), f"{timing.median(list_, 'peak'):.0f} MiB", f"{wall / ours:.1f}"])
    print(f"\n{made.agencies:,} agencies × {made.leaves} leaves, {made.input_bytes / 1e6:.2f} MB of tables, in turn.\n")
    print(timing.table(["program", "runs", "median", "lowest–highest", "CPU", "peak memory", "time / ours"], lines))
    if ours > MOST_SECONDS:
        print(f"\nMissed: {timing.seconds(ours)} from start to finish, not {timing.seconds(MOST_SECONDS)}.")
        sys.exit(1 if options.goal else 0)


def measured(made, commands, repeats):
    def before(name):
        if name in commands:
            made.clear(name)
        # What one program left to be written is not to fall on the next.
        os.sync()

    return timing.in_turn(commands, repeats, before)


def office_samples(made, options):
    round_ = MadeUpRound(made.evidence)
    book, empty = made.folder / "sheet.xlsx", made.folder / "empty.xlsx"
    sheet.write(round_, book)
    openpyxl.Workbook().save(empty)
    folder = made.output(OFFICE)
    commands = {OFFICE: office(options.work, book, folder),
                "LibreOffice, an empty book": office(options.work, empty, folder)}
    made.clear(OFFICE)
    # The first start makes its profile.
    timing.run(commands[OFFICE])
    count = sheet.check(round_, folder / book.name, made.output("cchc"))
    print(f"LibreOffice: {count:,} figures equal to ours")
    return timing.in_turn(commands, min(options.repeat, 5))


if __name__ == "__main__":
    main()
