"""Column names, fixed words and text comparison (FORMATS 1 and 7)."""

import unicodedata

BLANKS = " \t\u00a0\r\n"


def trim(text):
    """Takes spaces, tabs, no-break spaces and line breaks off both ends."""
    return text.strip(BLANKS)


def nfc(text):
    return unicodedata.normalize("NFC", text)


def fold(text):
    """The form in which words, headers and texts compare: case and normal form ignored."""
    return nfc(nfc(trim(text)).casefold())


VIETNAMESE = {
    "key": "khóa", "value": "giá trị", "code": "mã tiêu chí", "name": "tên",
    "max_points": "điểm tối đa", "kind": "loại", "method": "hình thức", "inputs": "số liệu",
    "rule": "công thức chấm", "checks": "ràng buộc", "zero_denominator": "mẫu số bằng 0",
    "min_points": "điểm tối thiểu", "document": "tài liệu kiểm chứng",
    "appraiser": "cơ quan thẩm định", "legal_basis": "căn cứ pháp lý", "rule_text": "cách chấm",
    "label": "xếp loại", "condition": "điều kiện", "id": "mã", "duty": "nghĩa vụ",
    "deadline": "thời hạn", "recipient": "nơi nhận", "report": "báo cáo",
    "criterion": "mã tiêu chí", "criterion_name": "tên tiêu chí", "points": "điểm",
    "source": "nguồn", "agency": "mã cơ quan", "group": "nhóm", "bloc": "khối",
    "parent": "cơ quan cấp trên", "ranked": "tham gia xếp hạng",
    "substitute": "cơ quan thay thế", "reason": "lý do", "decided_by": "văn bản quyết định",
    "input": "mã số liệu", "note": "thuyết minh", "answer": "phương án trả lời",
    "count": "số phiếu", "respondent_group": "nhóm đối tượng khảo sát", "year": "năm",
    "round": "lần thẩm định", "rating": "xếp loại người đứng đầu", "received": "ngày nhận",
    "obligation": "mã nghĩa vụ",
}

# Columns of each table; a `!` marks a required one.
TABLES = {
    "pairs": "key! value!",
    "criteria": "code! name! max_points! kind method inputs! rule! checks zero_denominator "
                "min_points document appraiser legal_basis rule_text",
    "bands": "label! condition!",
    "obligations": "id! condition! duty! deadline! recipient! legal_basis report",
    "agencies": "agency! name! group! bloc parent ranked",
    "council": "criterion! appraiser! name substitute",
    "exemptions": "agency! criterion! reason! decided_by!",
    "self": "agency criterion! criterion_name input! value! document note",
    "external": "agency criterion! criterion_name input! value! document note source year",
    "survey": "agency! criterion! answer! count respondent_group",
    "appraisal": "agency! criterion! round! input value points reason appraiser",
    "head_ratings": "agency! rating! document",
    "followup": "agency! obligation! received! document",
}

WORDS = {
    "kind": {"scored": "tính điểm", "bonus": "điểm thưởng", "penalty": "điểm trừ",
             "monitored": "theo dõi"},
    "method": {"self": "tự chấm", "survey": "điều tra XHH", "external": "số liệu cơ quan khác"},
    "document": {"required": "bắt buộc", "required_or_explained": "bắt buộc hoặc giải trình",
                 "optional": "không bắt buộc"},
    "zero_denominator": {"zero": "0 điểm", "full": "điểm tối đa", "exempt": "không đánh giá"},
    "appraiser": {"council": "hội đồng", "standing": "thường trực"},
    "type": {"yesno": "có/không", "count": "số đếm", "signed": "số có dấu", "date": "ngày",
             "choice": "lựa chọn"},
    "request": {"not applicable": "không áp dụng"},
}

YES = {fold(word) for word in ("có", "yes", "đạt", "1")}
NO = {fold(word) for word in ("không", "no", "không đạt", "0")}

_BY_FOLD = {
    family: {fold(form): english for english, form_vi in words.items()
             for form in (english, form_vi)}
    for family, words in WORDS.items()
}


def word(family, text):
    """The English word of a fixed list that `text` stands for, or None."""
    return _BY_FOLD[family].get(fold(text))


def columns(table):
    """The column names of a table, and those that are required."""
    names = TABLES[table].split()
    return [name.rstrip("!") for name in names], {name[:-1] for name in names if name[-1] == "!"}


def column_forms(table, name):
    """Every header that names a column of a table."""
    if table == "appraisal" and name == "points":
        return [name, "điểm thẩm định"]
    forms = [name, VIETNAMESE[name]]
    return forms + ["mã"] if (table, name) == ("criteria", "code") else forms
