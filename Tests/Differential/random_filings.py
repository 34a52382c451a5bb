"""Random evidence of one agency for one leaf: what is filed, counted and appraised."""

from dataclasses import dataclass, field
from fractions import Fraction

from cells import fixed, shortest
from leaf_shapes import small_count
from styles import Decimal, vary_case

BAD = {
    "count": ["1.000", "1,5", "-3", "+4", "1 000", "abc", "1e3", "12%", "1234567890123", "٣",
              "5.0"],
    "decimal": ["-1", "1.", ".5", "1.2.3", "1.234,5", "0.1234567", "+1", "1e5", "--1", "%", "1 2",
                "1234567890123", "hai"],
    "signed": ["+1", "- 1", "-.5", "1.", "--1", "1-", "không rõ", "-1234567890123"],
    "yesno": ["maybe", "x", "true", "2", "chưa", "không có"],
    "date": ["31/02/2023", "2023-02-30", "2023/01/01", "1900-12-31", "2200-01-01", "12/31/2023",
             "1/4/23", "29/02/2023", "hôm nay", "32/1/2023", "2023-13-01"],
    "choice": ["khác", "0", "không rõ"],
}
REASONS = ["Theo hồ sơ kiểm chứng", "Số liệu\nchưa khớp", 'Không có "văn bản"', "=A1, sai; lệch"]
DEFECTS = ["no reason", "wrong appraiser", "own agency", "beyond range", "too many decimals",
           "points and value", "two points", "twice the input", "bad round", "no number",
           "asks", "unknown input"]


@dataclass
class Evidence:
    """Rows of one agency, without the `agency` column, by table."""

    self: list = field(default_factory=list)
    external: list = field(default_factory=list)
    survey: list = field(default_factory=list)
    appraisal: list = field(default_factory=list)


class Filer:
    """Draws the evidence of one agency. `dirt` is the share of defects."""

    def __init__(self, rng, agency, criteria, appraisers, dirt, appraised, exempt, ambiguous):
        self.rng, self.agency, self.criteria, self.dirt = rng, agency, criteria, dirt
        self.appraisers, self.appraised, self.exempt = appraisers, appraised, exempt
        self.ambiguous = ambiguous
        self.evidence = Evidence()

    def chance(self, share):
        return self.rng.random() < share

    def draw(self):
        for leaf in self.criteria.leaves:
            if leaf.method == "survey":
                self.count(leaf)
            else:
                requested = self.file(leaf)
                if self.may_be_appraised(leaf):
                    self.appraise(leaf, requested)
        return self.evidence

    def may_be_appraised(self, leaf):
        if (self.agency, leaf.code) in self.exempt and not self.chance(0.3):
            return False
        return self.chance(self.appraised)

    # Filing

    def file(self, leaf):
        """Enters the rows of a leaf; True where an input asks for an exemption."""
        rng, shape, rows, requested = self.rng, leaf.shape, [], False
        values = shape.draw(rng)
        for spec in shape.inputs:
            if (spec.optional and self.chance(0.4)) or self.chance(self.dirt / 2 + 0.01):
                if self.chance(0.5):
                    continue
                text = ""
            elif self.chance(self.dirt / 2):
                text = rng.choice(BAD[spec.type])
            elif self.chance(0.02):
                text, requested = rng.choice(["không áp dụng", "not applicable"]), True
                text = vary_case(rng, text)
            else:
                text = spec.text(rng, values[spec.name])
            rows.append({"criterion": leaf.code, "input": spec.name, "value": text})
        self.describe(leaf, rows)
        rows += self.extra_rows(leaf, rows)
        getattr(self.evidence, leaf.method).extend(rows)
        return requested

    def describe(self, leaf, rows):
        """Names, documents and notes."""
        rng = self.rng
        documented = self.chance(0.8)
        for row in rows:
            if self.chance(0.3):
                other = self.ambiguous and self.chance(self.dirt)
                row["criterion_name"] = "Tên khác" if other else leaf.name
            if documented and self.chance(0.7):
                row["document"] = rng.choice(["Báo cáo số 12/BC", "QĐ 5; phụ lục\n2", '"Kế hoạch"'])
            if self.chance(0.25):
                row["note"] = rng.choice(["Đã đối chiếu", "=tổng, cả năm", "-"])
            if leaf.method == "external" and self.chance(0.3):
                row.update(source="Cổng DVC", year="2023")

    def extra_rows(self, leaf, rows):
        """Repetitions and rows that contradict others or the set."""
        rng, extra = self.rng, []
        if not rows or not self.chance(self.dirt):
            return extra
        row = rng.choice(rows)
        asks = "dụng" in row["value"].lower() or "applic" in row["value"].lower()
        kind = rng.choice(["repeat", "repeat", "other value", "other note", "unknown input",
                           "other method", "parent", "unknown criterion"])
        if kind == "repeat":
            extra.append(dict(row))
        elif kind == "other value" and row["value"] and not asks:
            value = rng.choice(["7", "không", "2023-05-05", row["value"] + "1"])
            extra.append({**row, "value": value})
        elif kind == "other note" and row["value"] and not asks:
            extra.append({**row, "note": "ghi chú khác"})
        elif kind == "other note" and self.ambiguous:
            extra.append({**row, "value": ""})
        elif kind == "unknown input":
            extra.append({**row, "input": "zz", "value": "1"})
        elif kind == "other method":
            others = [other for other in self.criteria.leaves if other.method != leaf.method]
            if others:
                extra.append({"criterion": rng.choice(others).code, "input": "a", "value": "1"})
        elif kind in ("parent", "unknown criterion"):
            parents = [other.code for other in self.criteria.rows if other.children]
            code = parents[0] if kind == "parent" and parents else "99.9"
            extra.append({"criterion": code, "input": "a", "value": "1"})
        return extra

    # Survey

    def count(self, leaf):
        rng, rows = self.rng, []
        if self.chance(self.dirt + 0.02):
            return
        for spec in leaf.shape.inputs:
            for _ in range(rng.choice([0, 1, 1, 2])):
                count = small_count(rng)
                rows += [{"criterion": leaf.code, "answer": spec.name,
                          "respondent_group": rng.choice(["", "người dân"]),
                          "count": "" if self.chance(0.15) else str(count)}]
        if self.chance(0.1):
            rows = [{**row, "count": "0"} for row in rows]
        if rows and self.chance(self.dirt / 2):
            rng.choice(rows)["count"] = rng.choice(BAD["count"])
        if rows and self.chance(self.dirt / 2):
            rows.append({"criterion": leaf.code, "answer": "n9", "count": "1"})
        self.evidence.survey.extend(rows)
        if rows and self.chance(self.dirt / 2):
            self.evidence.appraisal.append({
                "criterion": leaf.code, "round": "1", "points": "0", "reason": "x",
                "appraiser": "council"})

    # Appraisal

    def appraise(self, leaf, requested):
        """Rounds with gaps; at most one defect in each round."""
        rng = self.rng
        numbers = rng.choice([[1], [1], [1, 2], [1, 3], [2], [1, 2, 3], [3], [2, 10], [1, 2, 3, 4]])
        given_points = False
        for number in numbers:
            defect = rng.choice(DEFECTS) if self.chance(self.dirt) else None
            kinds = ["agree", "agree", "value", "value", "points", "pending"]
            kind = rng.choice(kinds + ["value", "points"] * requested)
            if leaf.kind == "monitored":
                kind, defect = "agree", None
            if requested and given_points and kind == "value" and not self.ambiguous:
                kind = "agree"
            given_points = given_points or kind == "points"
            rows = self.round_rows(leaf, kind, defect)
            for row in rows:
                row.update(criterion=leaf.code, round="" if kind == "pending" else str(number))
                if defect == "bad round":
                    row["round"] = rng.choice(["0", "-1", "một", "1.5"])
            self.evidence.appraisal.extend(rows)

    def round_rows(self, leaf, kind, defect):
        rng, rows = self.rng, []
        if kind == "value":
            values = leaf.shape.draw(rng)
            inputs = leaf.shape.inputs
            for spec in rng.sample(inputs, rng.randint(1, min(2, len(inputs)))):
                bad = self.chance(self.dirt / 2)
                text = rng.choice(BAD[spec.type]) if bad else spec.text(rng, values[spec.name])
                rows.append({"input": spec.name, "value": text})
        elif kind == "points":
            rows.append({"points": self.points(leaf)})
        elif kind == "pending" and self.chance(0.5):
            rows.append(rng.choice([{"points": Decimal("0.5")}, {"input": "a", "value": "abc"}]))
        else:
            rows.append({})
        for row in rows:
            row["appraiser"] = self.appraiser(leaf)
            if kind != "agree" or self.chance(0.2):
                row["reason"] = rng.choice(REASONS)
        if defect:
            self.spoil(leaf, kind, rows, defect)
        elif self.chance(0.05):
            rows.append(dict(rows[0]))
        if self.ambiguous and kind != "pending":
            self.make_ambiguous(leaf, kind, rows)
        return rows

    def make_ambiguous(self, leaf, kind, rows):
        """Cases that the contract does not settle."""
        row, choice = rows[0], self.rng.random()
        if kind == "points" and choice < 0.1:
            rows.append({"appraiser": row["appraiser"]})
        elif kind == "points" and choice < 0.2:
            row["points"] += "0" * 5 if "." in row["points"] else ".00000"

    def points(self, leaf):
        unit = 10 ** self.criteria.decimals
        low, high = int(leaf.shape.min * unit), int(leaf.max * unit)
        value = Fraction(self.rng.choice([low, high, self.rng.randint(low, high)]), unit)
        return Decimal(shortest(value))

    def appraiser(self, leaf):
        allowed = self.appraisers(leaf)
        others = [name for name in allowed or ["", "HD1", "HD9"] if name != self.agency]
        if not others or self.chance(0.15):
            return vary_case(self.rng, self.rng.choice(["council", "standing", "hội đồng",
                                                        "thường trực"]))
        return self.rng.choice(others)

    def spoil(self, leaf, kind, rows, defect):
        """Puts one defect into the rows of a round."""
        rng, row = self.rng, rows[0]
        change = kind in ("value", "points")
        if defect == "no reason" and change:
            row["reason"] = ""
            if kind == "value" and row["value"].isdigit():
                row["value"] = "98765"
        elif defect == "wrong appraiser" and self.appraisers(leaf):
            row["appraiser"] = rng.choice(["KHAC", "", "hd1"])
        elif defect == "own agency":
            row["appraiser"] = self.agency
        elif kind == "points" and defect == "beyond range":
            beyond = rng.choice([leaf.max + 1, leaf.max + Fraction(1, 4), leaf.shape.min - 1])
            row["points"] = Decimal(shortest(beyond))
        elif kind == "points" and defect == "too many decimals" and leaf.max >= 1:
            places = self.criteria.decimals + 1
            row["points"] = Decimal(fixed(Fraction(5, 10 ** places), places))
        elif kind == "points" and defect == "no number":
            row["points"] = rng.choice(["abc", "+1", "1.", "--1"])
        elif kind == "points" and defect == "two points":
            rows.append({**row, "points": Decimal("0"), "reason": "khác"})
        elif change and defect == "points and value":
            other = rng.choice(leaf.shape.inputs)
            if kind == "points":
                rows.append({**row, "points": "", "input": other.name, "value": "1"})
            else:
                rows.append({**row, "value": "", "input": "", "points": self.points(leaf)})
        elif kind == "value" and defect == "asks":
            row["value"] = vary_case(rng, "không áp dụng")
        elif kind == "value" and defect == "unknown input":
            row["input"] = "zz"
        elif kind == "value" and defect == "twice the input":
            rows.append({**row, "reason": "lý do khác"})
