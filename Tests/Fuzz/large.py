#!/usr/bin/env python3
"""Writes inputs of nearly a megabyte into FOLDER/<harness>/: shapes that cost most if anything goes by the square.

    Tests/Fuzz/large.py FOLDER
"""

import io
import os
import sys
import zipfile

SIZE = (1 << 20) - 64


def filled(head, piece, tail="", size=SIZE):
    """A piece again and again, between a head and a tail, up to the size; `{n}` in it counts."""
    head, tail = head.encode(), tail.encode()
    pieces, room, number = [], size - len(head) - len(tail), 0
    while True:
        one = piece.replace("{n}", str(number)).replace("{m}", str(number + 1)).encode()
        room -= len(one)
        if room < 0:
            return head + b"".join(pieces) + tail
        pieces.append(one)
        number += 1


def halves(first, second):
    """Two parts of half the size, each a head and a piece: what is looked for in the one, in the other."""
    return filled(first[0], first[1], size=SIZE // 2) + filled(second[0], second[1], size=SIZE // 2)


def tables():
    head = "agency,name,value,received\n"
    texts = {
        "rows": filled(head, "A{n},Sở số {n},1.5,2023-03-31\n"),
        "slips": filled(head, "A,b,x{n},31/31\n"),
        "marks": filled(head, "A,b,\"1,5\",\nB,c,1.5,\n"),
        "one-cell": filled("agency,name\nA,", "x"),
        "open-quote": filled("agency,name\nA,\"", "\"\""),
        "quotes": filled(head, "\"a\"b,\"\"\"\",\"\n\",\"\"\n"),
        "delimiters": filled("agency,name\n", ","),
        "surplus": filled("agency,name\n", ",,,,,,,x\n"),
        "line-ends": filled("agency,name\n", "\n"),
        "line-ends-above": filled("", "\n", "agency,name\nA,b\n"),
        "carriage-returns": filled("agency,name\n", "\r"),
        "comments": filled("#\n,,\nagency,name\n", "#,x\n"),
        "columns": filled("agency,name", ",cột {n}"),
        "columns-alike": filled("agency,name", ",agencz"),
        "columns-twice": filled("agency,name", ",name"),
        "digits": filled("agency,name,value\nA,b,", "9"),
        "dates": filled(head, "A,b,,1/1/20{n}\n"),
        "delimiter-unknown": filled("", "x"),
        "composed": filled("agency,name\n", "e\u0302\u0301\u0323,\u1ebf\u0323\n"),
    }
    for name in ("rows", "quotes", "columns-alike", "slips"):
        texts[name + "-utf16"] = b"\xff\xfe" + texts[name][: SIZE // 2].decode(errors="ignore").encode("utf-16-le")
    return texts


def rules():
    inputs = "a: Tổng; b: Đúng hạn; v[yesno]: Có; d[date]: Ngày; s[choice: x|y]: T\n10;8;1;1/4/2023;x\n"

    def short(head, piece, tail=""):
        """A rule of the most letters that are read."""
        room = 3_990 - len(head) - len(tail)
        text, number = "", 0
        while len(text) + len(piece) + 4 < room:
            text += piece.replace("{n}", str(number))
            number += 1
        return (inputs + "\n" + head + text + tail).encode()

    flags = "; ".join(f"v{n}[yesno]: V" for n in range(40)) + "\n" + ";".join("1" * 40) + "\n\n"
    return {
        "open": filled(inputs + "\n", "("),
        "minus": filled(inputs + "\n", "-"),
        "sum": filled(inputs + "\n", "a + "),
        "checks": filled(inputs, "a < b; ", "\nfull"),
        "inputs": filled("", "a{n};", "\n\n\na1"),
        "inputs-alike": filled("", "a;", "\n\n\na"),
        "choices": filled("s[choice: x", "|y{n}", "]\n\n\ns = \"x\": 1"),
        "figures": filled("a\n", "1;", "\n\na"),
        "short-sum": short("a", " + a*b"),
        "short-product": short("a", "*9999999999.99"),
        "short-quotient": short("a", "/b*7"),
        "short-minus": short("", "-", "a"),
        "short-min": short("min(a", ", b", ")"),
        "short-nested": short("", "min(a, " * 60 + "b" + ")" * 60 + " + ", "1"),
        "short-count": short("count(v", ", a > {n}", ")"),
        "short-chain": short("0", " < a", ": 1; else: 2"),
        "short-cases": short("", "a = {n}: {n}; ", "else: 0"),
        "short-ranges": short("", "a < {n}: 1; ", "else: 0"),
        "short-two": short("", "a < {n} and b < {n}: 1; ", "else: 0"),
        "short-any": short("", "a = {n} or b = {n} or v: 1; ", "else: 0"),
        "short-not": short("", "not (a = {n} and (b = {n} or not v)): 1; ", "else: 0"),
        "short-choices": short("", "s = \"x\" and a = {n}: 1; ", "s = \"y\": 2"),
        "short-flags": (flags + " and ".join(f"(v{n} or v{n + 1})" for n in range(39)) + ": 1; else: 0").encode(),
        "short-flag-cases": (flags + "; ".join(f"v{n} and not v{n + 1}: 1" for n in range(39))).encode(),
    }


def packed(parts, compression=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def archives():
    parts = book("<row><c><v>1</v></c></row>")
    many = {f"xl/{n}": "" for n in range(9_000)}
    return {
        "entries": packed({**parts, **many}, zipfile.ZIP_STORED)[:SIZE + 64],
        "bomb": packed({**parts, "xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * (100 << 20)}),
        "bomb-allowed": packed({**parts, "xl/worksheets/sheet1.xml":
                                b"<worksheet><sheetData>" + b"<row/>" * 690_000 + b"</sheetData></worksheet>"}),
        "cells": packed({**parts, "xl/worksheets/sheet1.xml": sheet(
            "".join(f"<row>{'<c><v>%d</v></c>' % n * 100}</row>" for n in range(3_000)))}),
        "not": filled("PK\x05\x06", "PK\x05\x06"),
        "end-marks": filled("", "PK\x05\x06\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\x7f"),
    }


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def sheet(rows):
    return f"<worksheet><sheetData>{rows}</sheetData></worksheet>"


def book(rows):
    def leads(*pairs):
        inner = "".join(f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                        for n, (kind, target) in enumerate(pairs))
        return f"<Relationships>{inner}</Relationships>"

    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": leads(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns:r="{OFFICE}"><sheets><sheet name="t" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": leads(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")),
        "xl/worksheets/sheet1.xml": sheet(rows),
        "xl/sharedStrings.xml": "<sst><si><t>agency</t></si><si><t>name</t></si></sst>",
        "xl/styles.xml": "<styleSheet/>",
    }


def bundle(files):
    return "".join(f"=== {name}\n{content}\n" for name, content in files.items())


def with_part(name, head, piece, tail):
    """A workbook in parts, of which one is filled up."""
    parts = book("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>")
    parts.pop(name)
    return filled(bundle(parts) + f"=== {name}\n{head}", piece, tail)


def workbooks():
    one, texts, styles = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
    begin, end = "<worksheet><sheetData>", "</sheetData></worksheet>"
    header = "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>"
    return {
        "cells": with_part(one, begin + header, "<row><c><v>1</v></c><c><v>2.5</v></c></row>", end),
        "cells-in-row": with_part(one, begin + "<row>", "<c/>", "</row>" + end),
        "values-in-row": with_part(one, begin + "<row>", "<c><v>7</v></c>", "</row>" + end),
        "same-text": with_part(one, begin + header + "<row>", "<c t='s'><v>0</v></c>", "</row>" + end),
        "rows": with_part(one, begin, "<row/>", end),
        "row-far": with_part(one, begin + header + "<row r='1048576'>", "<c><v>7</v></c>", "</row>" + end),
        "texts-inline": with_part(
            one, begin + header, "<row><c t='inlineStr'><is><t>_x0041_&amp;&#x1ebf;</t></is></c></row>", end),
        "formulas": with_part(one, begin + header, "<row><c><f>A1&amp;B1</f></c></row>", end),
        "merged": with_part(
            one, begin + header + "</sheetData><mergeCells>", "<mergeCell ref='A2:B9'/>", "</mergeCells></worksheet>"),
        "deep": with_part(one, begin, "<x>", ""),
        "attributes": with_part(one, begin + "<row", " a{n}='1'", "/>" + end),
        "attributes-alike": with_part(one, begin + "<row", " abcdefghijklmnopqrst{n}='1'", "/>" + end),
        "entities": with_part(texts, "<sst><si><t>", "&amp;", "</t></si></sst>"),
        "characters": with_part(texts, "<sst><si><t>", "&#7871;", "</t></si></sst>"),
        "runs": with_part(texts, "<sst><si>", "<r><t>x</t></r>", "</si></sst>"),
        "texts": with_part(texts, "<sst>", "<si><t>{n}</t></si>", "</sst>"),
        "pieces": with_part(texts, "<sst><si><t>", "x<!---->", "</t></si></sst>"),
        "cdata": with_part(texts, "<sst><si><t>", "<![CDATA[x]]>", "</t></si></sst>"),
        "escapes": with_part(texts, "<sst><si><t>", "_x0041_", "</t></si></sst>"),
        "long-text": with_part(texts, "<sst><si><t>", "ế", "</t></si></sst>"),
        "formats": with_part(styles, "<styleSheet><numFmts>", "<numFmt numFmtId='{n}' formatCode='yyyy'/>",
                             "</numFmts></styleSheet>"),
        "styles": with_part(styles, "<styleSheet><cellXfs>", "<xf numFmtId='14'/>", "</cellXfs></styleSheet>"),
        "sheets": with_part("xl/workbook.xml", f"<workbook xmlns:r='{OFFICE}'><sheets>",
                            "<sheet name='t{n}' r:id='r0'/>", "</sheets></workbook>"),
        "names": with_part(
            "xl/workbook.xml", f"<workbook xmlns:r='{OFFICE}'><sheets><sheet name='t' r:id='r0'/></sheets><definedNames>",
            "<definedName name='n{n}'>t!A1</definedName>", "</definedNames></workbook>"),
        "leads": with_part("xl/_rels/workbook.xml.rels", "<Relationships>",
                           "<Relationship Id='r{n}' Type='x/worksheet' Target='worksheets/sheet1.xml'/>",
                           "</Relationships>"),
    }


def rounds():
    agencies = "=== agencies.csv\nagency,name,group\n"
    many = (agencies, "A{n},S,so\n")
    set_ = ("=== set/criteria.csv\ncode,name,max_points,inputs,rule\n1,F,10,,\n", "1.{n},L,1,a: A,a\n")
    successors = "=== agencies.csv\nagency,name,group,to,successor,next\n"
    two = agencies + "A,Sở A,so\nB,Sở B,so\n"
    top = "=== set/criteria.csv\ncode,name,max_points,inputs,rule,zero_denominator\n"
    return {
        "agencies": filled(agencies, "A{n},Sở {n},so\n"),
        "agencies-twice": filled(agencies, "A,Sở,so\n"),
        "groups": filled(agencies, "A{n},Sở,g{n}\n"),
        "successors": filled("=== agencies.csv\nagency,name,group,to,successor\n", "A{n},Sở,so,2023-06-30,A{n}0\n"),
        "successors-chain": filled(successors, "A{n},S,so,2023-06-30,A{m}\n"),
        "successors-carried": halves(
            (successors, "A{n},S,so,2023-06-30,A{m}\n"),
            ("=== carryover.csv\nagency,successor,criterion,decided_by\n", "A{n},A{m},*,Q\n")),
        "parents-chain": filled("=== agencies.csv\nagency,name,group,parent\n", "A{n},S,so,A{m}\n"),
        "figures-of-many": halves(many, ("=== external/x.csv\nagency,criterion,input,value\n", "A{n},1.1,a,{n}\n")),
        "figures-of-none": halves(many, ("=== external/x.csv\nagency,criterion,input,value\n", "B{n},1.1,a,{n}\n")),
        "figures-of-set": halves(set_, ("=== self/A.csv\ncriterion,input,value\n", "1.{n},a,{n}\n")),
        "figures-of-no-set": halves(set_, ("=== self/A.csv\ncriterion,input,value\n", "2.{n},a,{n}\n")),
        "filed-by-many": bundle({"agencies.csv": "agency,name,group\n" + "".join(f"A{n},S,so\n" for n in range(60)),
                                 "set/criteria.csv": "code,name,max_points,inputs,rule\n1,F,10,,\n" + "".join(
                                     f"1.{n},L,1,a: A,a\n" for n in range(1_000))}).encode(),
        "appraisals-of-many": halves(
            many, ("=== appraisal/1.csv\nagency,criterion,round,points,reason\n", "A{n},1.1,1,1,x\n")),
        "appraisals-of-none": halves(
            set_, ("=== appraisal/1.csv\nagency,criterion,round,points,reason\n", "A,3.{n},1,1,x\n")),
        "exemptions-of-many": halves(
            many, ("=== exemptions.csv\nagency,criterion,reason,decided_by\n", "*,1.{n},x,y\n")),
        "exemptions-of-set": halves(
            set_, ("=== exemptions.csv\nagency,criterion,reason,decided_by\n", "*,1.{n},x,y\n")),
        "exemptions-of-none": halves(
            set_, ("=== exemptions.csv\nagency,criterion,reason,decided_by\n", "A,2.{n},x,y\n")),
        "council-of-set": halves(set_, ("=== council.csv\ncriterion,appraiser\n", "1.{n},S\n")),
        "council-of-none": halves(set_, ("=== council.csv\ncriterion,appraiser\n", "2.{n},S\n")),
        "documents-of-many": halves(many, ("=== documents/x.csv\nagency,id,number\n", "A{n},T{n},1\n")),
        "documents-proving": halves(
            ("=== documents/A.csv\nid,number\n", "T{n},1\n"),
            ("=== self/A.csv\ncriterion,input,value,document\n1.1,a,1,", "T{n};")),
        "documents-misspelt": halves(
            ("=== documents/A.csv\nid,number\n", "TL-{n},1\n"),
            ("=== explanations/A.csv\ncriterion,round,text,document\n", "1.1,{n},x,TLL-{n}\n")),
        "secrets-named": halves(
            ("=== documents/A.csv\nid,number,secrecy\n", "T{n}ab,{n}/QD-UB,secret\n"),
            ("=== self/A.csv\ncriterion,input,value,note\n1.1,a,1,", "T{n}xy {n}/QD ")),
        "submissions-of-many": halves(
            many, ("=== submissions.csv\nagency,status,date,reason\n", "A{n},unlocked,2023-01-01,x\n")),
        "explanations-of-many": halves(
            many, ("=== explanations/x.csv\nagency,criterion,round,text\n", "A{n},1.1,1,x\n")),
        "ratings": halves(many, ("=== head_ratings.csv\nagency,rating\n", "A{n},tốt\n")),
        "orders-of-many": halves(
            many, ("=== orders.csv\nagency,id,duty,deadline,legal_basis\n", "A{n},x{n},V,2024-01-01,Q\n")),
        "followup-of-many": halves(many, ("=== followup.csv\nagency,obligation,received\n", "A{n},x,2024-01-01\n")),
        "breakthrough": halves(many, ("=== breakthrough.csv\nagency,work\n", "A{n},V{n}\n")),
        "cases": halves(set_, ("=== set/cases.csv\ncriterion,inputs,points\n", "1.{n},a=1,1\n")),
        "bands-of-set": halves(set_, ("=== set/bands.csv\nlabel,condition\n", "X{n},percent(1.1) > {n}\n")),
        "survey-of-many": filled("=== set/criteria.csv\ncode,name,max_points,method,inputs,rule\n1,F,10,survey,"
                                 "\"x[choice: 1|2]: X\",10\n=== survey/x.csv\nagency,criterion,answer,id\n",
                                 "A,1,1,{n}\n"),
        "parents": filled("=== agencies.csv\nagency,name,group,parent\nA0,Sở,so,A\nA,Sở,so,\n", "A{n}0,Sở,so,A{n}\n"),
        "leaves": filled(top + "1,F,10,,,\n", "1.{n},L,10,a: A; b: B,b/a*full,zero\n"),
        "leaves-unordered": filled(top, "{n}.1,L,10,a: A,a,\n"),
        "leaves-deep": filled(top, "1" + ".1" * 40 + ".{n},L,1,a: A,a,\n"),
        "figures": filled("=== self/A.csv\ncriterion,input,value\n", "1.1,a,{n}\n"),
        "figures-unknown": filled("=== self/A.csv\ncriterion,input,value\n", "1.1,ab{n},1\n"),
        "codes-unknown": filled("=== self/A.csv\ncriterion,input,value\n", "1.{n}x,a,1\n"),
        "agencies-unknown": filled("=== external/x.csv\nagency,criterion,input,value\n", "AB{n},1.1,a,1\n"),
        "appraisals": filled("=== appraisal/1.csv\nagency,criterion,round,points,reason\n", "A,1.1,{n},1,x\n"),
        "explanations": filled("=== explanations/A.csv\ncriterion,round,text\n", "1.1,{n},x\n"),
        "documents": filled("=== documents/A.csv\nid,number,date,summary\n", "TL-{n},{n}/QĐ,2023-01-01,x\n"),
        "documents-secret": filled("=== documents/A.csv\nid,number,date,secrecy\n", "TL-{n},{n}/QĐ,2023-01-01,secret\n"),
        "documents-named": filled(
            "=== documents/A.csv\nid,number\nTL-1,1\n=== self/A.csv\ncriterion,input,value,document\n1.1,a,1,", "TL-{n};"),
        "exemptions": filled("=== exemptions.csv\nagency,criterion,reason,decided_by\n", "A,1.{n},x,y\n"),
        "council": filled("=== council.csv\ncriterion,appraiser\n", "1.1,Sở {n}\n"),
        "submissions": filled("=== submissions.csv\nagency,status,date,reason\n", "A,unlocked,2023-01-01,x\n"),
        "survey": filled("=== set/criteria.csv\ncode,name,max_points,method,inputs,rule\n1,F,10,survey,"
                         "\"x[choice: 1|2]: X\",10\n=== survey/x.csv\nagency,criterion,answer\n", "A,1,{n}\n"),
        "orders": filled(two + "=== orders.csv\nagency,id,duty,deadline,legal_basis\n", "A,x{n},Việc,2024-01-01,QĐ\n"),
        "obligations": filled("=== set/obligations.csv\nid,condition,duty,deadline,recipient\n", "x{n},always,V,04-01,N\n"),
        "bands": filled("=== set/bands.csv\nlabel,condition\n", "X{n},index >= {n}\n"),
        "keys": filled("=== round.csv\nkey,value\nname,K\nyear,2023\ncriteria:so,bo\n", "criteria:g{n},bo\n"),
        "map": filled("=== map.csv\nold,new\n", "A{n},A\n"),
    }


def main(folder):
    for harness, make in (("table", tables), ("rule", rules), ("archive", archives), ("workbook", workbooks),
                          ("round", rounds)):
        os.makedirs(os.path.join(folder, harness), exist_ok=True)
        for name, content in make().items():
            if name not in ("entries", "bomb") and len(content) > 1 << 20:
                raise ValueError(f"{harness}/{name} is {len(content)} bytes long")
            with open(os.path.join(folder, harness, name), "wb") as file:
                file.write(content)


main(sys.argv[1])
