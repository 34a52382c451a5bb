"""Opens every Word file of a folder and asks that it says what the Markdown beside it says.

    Tests/Reports/regenerate PROGRAM FOLDER md,docx
    python3 Tests/Word/check_documents.py FOLDER

Each file is opened by python-docx; its words must be those of the Markdown, block by block and in the same order (the
lines of head and signature in any order), on pages of A4 with the margins of the decree. One file of each kind is
converted to PDF by LibreOffice, where it is installed (`soffice`); without it the script says so.
"""

import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import docx
import docx.table
from docx.oxml.ns import qn
from docx.shared import Mm

FRAME_STYLE = "Khung văn bản"
ANNEX = re.compile(r"(Phụ lục[^.]*)\. (.+)")


def unmarked(markdown):
    """Markdown's words: what is escaped stands as it was written."""
    words = re.sub(r"\\(.)|\*", lambda match: match.group(1) or "", markdown)
    return " ".join(words.split())


def markdown_cells(line):
    return [unmarked(cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def markdown_blocks(text):
    """The document as a list: a line of words, or a bag of lines for head and signature."""
    blocks, frame = [], None
    for line in text.splitlines():
        if frame is not None and not line.startswith("|"):
            blocks.append(frame)
            frame = None
        if re.fullmatch(r"\|(  \|)+", line) and frame is None:
            frame = collections.Counter()
        elif line.startswith("|"):
            if re.fullmatch(r"\|(:?-+:?\|)+", line):
                continue
            cells = [cell for cell in markdown_cells(line) if cell and cell.strip("—")]
            if frame is None:
                blocks += cells
            else:
                frame.update(cells)
        else:
            words = unmarked(re.sub(r"^(#+|>|-) ", "", line))
            annex = ANNEX.fullmatch(words) if line.startswith("## ") else None
            blocks += annex.groups() if annex else [words] if words else []
    return blocks + ([frame] if frame is not None else [])


def word_blocks(document):
    """The same of a Word file."""
    blocks = []
    for element in document.element.body:
        lines = ["".join(text.text or "" for text in paragraph.iter(qn("w:t")))
                 for paragraph in element.iter(qn("w:p"))]
        lines = [" ".join(line.split()) for line in lines if line.strip()]
        if element.tag == qn("w:tbl"):
            style = docx.table.Table(element, document).style.name
            blocks += [collections.Counter(lines)] if style == FRAME_STYLE else lines
        elif element.tag == qn("w:p"):
            blocks += lines
    return blocks


def layout_problem(document):
    for section in document.sections:
        sides = sorted([section.page_width, section.page_height])
        if [round(side / Mm(1)) for side in sides] != [210, 297]:
            return "page is not A4"
        margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
        if [round(margin / Mm(1)) for margin in margins] != [20, 20, 30, 15]:
            return f"margins are {[margin / Mm(1) for margin in margins]}"
    if not document.sections[0].different_first_page_header_footer:
        return "the first page bears a number"
    for table in document.tables:
        is_frame = table.style.name == FRAME_STYLE
        headings = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None
                    for row in table.rows]
        if headings[0] == is_frame or any(headings[1:]):
            return "the heading of a table is not repeated"
    return None


def problem(path):
    markdown = path.with_suffix(".md")
    if not markdown.exists():
        return "has no Markdown beside it"
    document = docx.Document(str(path))
    wanted = markdown_blocks(markdown.read_text(encoding="utf-8"))
    found = word_blocks(document)
    for place, (one, other) in enumerate(zip(wanted, found)):
        if one != other:
            return f"block {place + 1}: Markdown {one!r}, Word {other!r}"
    if len(wanted) != len(found):
        return f"{len(wanted)} blocks in Markdown, {len(found)} in Word"
    if document.core_properties.language != "vi-VN":
        return "is not marked as Vietnamese"
    return layout_problem(document)


def converted(paths):
    """Converts one file of each kind to PDF; gives those that LibreOffice cannot read."""
    kinds = {}
    for path in paths:
        is_page = path.parent.name == "co-quan"
        kinds.setdefault("page" if is_page else re.sub(r"\d+", "#", path.name), path)
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        sources = []
        for number, path in enumerate(kinds.values()):
            source = pathlib.Path(folder) / f"{number}.docx"
            shutil.copy(path, source)
            sources.append((path, source))
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", folder] + [str(source) for _, source in sources],
            check=True, capture_output=True, timeout=600)
        for path, source in sources:
            target = source.with_suffix(".pdf")
            if not target.exists() or target.stat().st_size < 2000:
                failed.append(path)
    return len(kinds), failed


def main(folder):
    paths = sorted(pathlib.Path(folder).rglob("*.docx"))
    alone = [path for path in pathlib.Path(folder).rglob("*.md") if not path.with_suffix(".docx").exists()]
    failures = [f"{path}: no Word file beside it" for path in alone]
    for path in paths:
        trouble = problem(path)
        if trouble:
            failures.append(f"{path}: {trouble}")
    if shutil.which("soffice"):
        count, failed = converted(paths)
        failures += [f"{path}: LibreOffice cannot convert it" for path in failed]
        print(f"{count} kinds converted by LibreOffice")
    else:
        print("LibreOffice is not installed: nothing was converted")
    for failure in failures:
        print(failure)
    print(f"{len(paths)} Word files, {len(failures)} problems")
    return 1 if failures or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
