"""Workbooks that would take an unwary reader's memory or time, made part by part."""

import io
import zipfile

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def lead(number, kind, target):
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def book(rows, texts="", after="", change=None):
    """A workbook with the headings of self/*.csv and these rows, given as pieces."""
    parts = {
        "[Content_Types].xml": [TYPES],
        "_rels/.rels": [f"<Relationships>{lead(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>"],
        "xl/workbook.xml": [
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'],
        "xl/_rels/workbook.xml.rels": [
            f"<Relationships>{lead(1, 'worksheet', 'worksheets/sheet1.xml')}"
            f"{lead(2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>"],
        "xl/sharedStrings.xml": [f'<sst xmlns="{MAIN}">', texts, "</sst>"],
        "xl/worksheets/sheet1.xml": [f'<worksheet xmlns="{MAIN}"><sheetData>', headings(), *rows, f"</sheetData>{after}</worksheet>"],
    }
    if change:
        change(parts)
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in pieces:
                    part.write(piece.encode())
    return output.getvalue()


def text(place, words):
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def headings():
    return f'<row r="1">{text("A1", "criterion")}{text("B1", "input")}{text("C1", "value")}</row>'


def first_row():
    return f'<row r="2">{text("A2", "1.1.1")}{text("B2", "s")}<c r="C2"><v>1</v></c></row>'


def doctype(parts):
    parts["xl/sharedStrings.xml"] = [
        '<!DOCTYPE sst [<!ENTITY a "' + "x" * 1000 + '"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>']


def external(parts):
    parts["xl/sharedStrings.xml"] = ['<!DOCTYPE sst SYSTEM "file:///etc/passwd"><sst/>']


def cases():
    """Each with a name, the code that must be told (None: the file is read), and a function that makes the bytes."""
    # 350 MB that deflate packs to a hundredth and less than two hundredths: not refused by its sizes alone.
    noise = "".join(f"<!--{number * 7919 % 100_003:x}{'.' * 200}-->" for number in range(2_000))
    yield "350 MB of comments", None, lambda: book([first_row()] + [noise] * 800)
    yield "a bomb that is told by its sizes", "archive-too-large", lambda: book([first_row(), *[" " * (1 << 20)] * 300])
    yield "1,048,576 styled rows of nothing", None, lambda: book(
        [first_row()] + [f'<row r="{n}" s="0" customFormat="1"><c r="A{n}" s="0"/><c r="XFD{n}" s="0"/></row>' for n in range(3, 1_048_577)])
    yield "a row at the end of the sheet", None, lambda: book(
        [first_row(), f'<row r="1048576">{text("A1048576", "# hết")}</row>'])
    yield "long texts shared by a million cells", "workbook-table-too-large", lambda: book(
        [first_row()] + [f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(3, 900_000)], f"<si><t>{'y' * 30_000}</t></si>")
    yield "a cell far to the right in every row", "cell-beyond-header", lambda: book(
        [first_row()] + [f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(3, 200_000)])
    yield "a cell beyond the sheet", "workbook-cell-reference", lambda: book([first_row(), '<row r="3"><c r="XFE3"><v>1</v></c></row>'])
    yield "a row beyond the sheet", "workbook-cell-reference", lambda: book([first_row(), '<row r="1048577"/>'])
    yield "merged headings", "sheet-header-merged", lambda: book(
        [first_row()], after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
    yield "a million merged areas", "workbook-too-many-cells", lambda: book(
        [first_row()], after="<mergeCells>" + "".join(
            f'<mergeCell ref="E{n % 1_000_000 + 5}:E{n % 999_983 + 6}"/>' for n in range(1_000_001)) + "</mergeCells>")
    yield "an error value", "sheet-error-value", lambda: book(
        [f'<row r="2">{text("A2", "1.1.1")}{text("B2", "s")}<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'])
    yield "a formula without a value", "sheet-formula-empty", lambda: book(
        [f'<row r="2">{text("A2", "1.1.1")}{text("B2", "s")}<c r="C2"><f>HYPERLINK("http://x")</f></c></row>'])
    yield "entities", "xml-doctype", lambda: book([first_row()], change=doctype)
    yield "an external entity", "xml-doctype", lambda: book([first_row()], change=external)
    yield "macros", "workbook-macros", lambda: book([first_row()], change=lambda parts: parts.update({"xl/vbaProject.bin": ["x"]}))
    yield "a part outside", "archive-part-name", lambda: book([first_row()], change=lambda parts: parts.update({"../../x": ["x"]}))
    yield "deep nesting", "xml-too-deep", lambda: book([first_row()], after="<a>" * 300 + "</a>" * 300)
    yield "an old or encrypted workbook", "workbook-old", lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096)
    yield "no workbook at all", "workbook-not-archive", lambda: b"criterion,input,value\n"
