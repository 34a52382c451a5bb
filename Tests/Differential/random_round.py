"""Random rounds over random sets, written in the files of FORMATS 4."""

import copy

from leaf_shapes import YEAR_START, date_text
from random_filings import Filer
from random_set import APPRAISERS, random_set, write_set
from styles import vary_case, write_pairs, write_table

CODES = ["SNV", "STC", "sxd", "VPUB", "a1", "Z-9", "b.2", "X_y", "UBND-H1", "x01", "10", "9", "TTT",
         "Dvc", "kho"]
BLOCS = ["", "", "Khối sở", "khối khác", "Đặc thù", "A", "\uff21", "\U0001f3e5"]


class RandomRound:
    def __init__(self, rng, ambiguous=False):
        self.rng, self.ambiguous = rng, ambiguous
        self.dirt = rng.choice([0, 0, 0.03, 0.12])
        self.appraised = rng.choice([0, 0.3, 0.8])
        self.year = rng.choice([2022, 2023, 2023, 2027])
        codes = self.codes = rng.sample(CODES, rng.randint(2, 12))
        self.sets = [random_set(rng, f"bo-{number}", APPRAISERS + codes[:2], ambiguous)
                     for number in range(rng.randint(1, 3))]
        names = rng.sample(["so", "xa", "HUYEN", "b.1"], rng.randint(1, min(3, len(codes))))
        self.groups = {name: rng.choice(self.sets) for name in names}
        self.agencies = [self.agency(code, names[number] if number < len(names)
                                     else rng.choice(names)) for number, code in enumerate(codes)]
        self.council = self.random_council(codes)
        self.exemptions = self.random_exemptions()
        self.exempt = {(agency["agency"], leaf.code) for agency in self.agencies
                       for leaf in self.criteria(agency).leaves if self.is_exempt(agency, leaf)}
        self.evidence = self.random_evidence()
        self.ratings, self.publication = self.random_ratings(), self.random_publication()
        self.followup = self.random_followup()

    def criteria(self, agency):
        return self.groups[agency["group"]]

    def agency(self, code, group):
        rng = self.rng
        ranked = rng.choice(["", "", "", "có", "yes", "1", "không", "no", "0"])
        name = rng.choice([f"Sở {code}", f'Ban "{code}", tỉnh', f"=UBND\n{code}", f" Ban {code} "])
        return {"agency": code, "name": name, "group": group, "bloc": rng.choice(BLOCS),
                "parent": rng.choice(["", "", self.codes[0]]) if code != self.codes[0] else "",
                "ranked": vary_case(rng, ranked)}

    def used_rows(self):
        return [row for criteria in self.groups.values() for row in criteria.rows]

    def random_council(self, codes):
        rng = self.rng
        if rng.random() < 0.4:
            return []
        rows = {row.code for row in self.used_rows()}
        chosen = rng.sample(sorted(rows), min(len(rows), rng.randint(1, 6)))
        return [{"criterion": code, "appraiser": rng.choice(APPRAISERS + codes[:3]),
                 "name": "Sở Nội vụ", "substitute": rng.choice(["", "HD2", codes[-1]])}
                for code in chosen]

    def random_exemptions(self):
        rng, result, keys = self.rng, [], set()
        for _ in range(rng.choice([0, 0, 1, 2, 5])):
            agency = rng.choice(self.agencies)
            every = rng.random() < 0.2
            row = rng.choice(self.criteria(agency).rows)
            keys.add(("*" if every else agency["agency"], row.code))
        if rng.random() < 0.1:
            agency = rng.choice(self.agencies)
            keys |= {(agency["agency"], top.code) for top in self.criteria(agency).fields}
        for agency, code in sorted(keys):
            result.append({"agency": agency, "criterion": code, "reason": "Không phát sinh",
                           "decided_by": "QĐ 9 ngày 01/02/2024"})
        if result and rng.random() < 0.1:
            result.append(dict(result[0]))
        if rng.random() < self.dirt:
            result.append({"agency": "KHONG-CO", "criterion": result[0]["criterion"] if result
                           else "1", "reason": "x", "decided_by": "y"})
        return result

    def is_exempt(self, agency, leaf):
        path = leaf.code + "."
        return any(row["agency"] in ("*", agency["agency"]) and
                   path.startswith(row["criterion"] + ".") for row in self.exemptions)

    def appraisers(self, leaf, criteria):
        """Who may appraise a leaf; empty where nobody is named."""
        codes = leaf.code.split(".")
        path = [".".join(codes[:length]) for length in range(len(codes), 0, -1)]
        for code in path:
            for row in self.council:
                if row["criterion"] == code:
                    return [row["appraiser"]] + [row["substitute"]] * bool(row["substitute"])
        named = {row.code: row.appraiser for row in criteria.rows}
        return next(([named[code]] for code in path if named[code]), [])

    def random_evidence(self):
        """Evidence by agency; some agencies of a group have the same, so that they tie."""
        rng, result, drawn = self.rng, {}, {}
        for agency in self.agencies:
            group, code = agency["group"], agency["agency"]
            twins = drawn.get(group)
            if twins and rng.random() < 0.3:
                result[code] = copy.deepcopy(rng.choice(twins))
                for row in result[code].appraisal:
                    row["appraiser"] = "council" if row["appraiser"] == code else row["appraiser"]
                continue
            criteria = self.criteria(agency)
            filer = Filer(rng, code, criteria, lambda leaf, of=criteria: self.appraisers(leaf, of),
                          self.dirt, self.appraised, self.exempt, self.ambiguous)
            result[code] = filer.draw()
            drawn.setdefault(group, []).append(result[code])
        return result

    def random_ratings(self):
        rng, rows = self.rng, []
        if rng.random() < 0.25:
            return None
        for agency in self.agencies:
            full, short = rng.choice(self.criteria(agency).ratings)
            rating = rng.choice([full, short or full, vary_case(rng, full),
                                 vary_case(rng, short or full)])
            if rng.random() < self.dirt / 2:
                rating = "Chưa xếp loại"
            if rng.random() < 0.85:
                rows.append({"agency": agency["agency"], "rating": rating, "document": "QĐ"})
        return rows

    def random_publication(self):
        rng = self.rng
        if rng.random() < 0.4:
            return None
        pairs = [("number", "12/QĐ-UBND"), ("signer", "Chủ tịch")]
        if rng.random() < 0.7:
            pairs.append(("announced", date_text(rng, YEAR_START + 365 + rng.randint(0, 90))))
        for id_ in sorted({owed["id"] for criteria in self.groups.values()
                           for owed in criteria.obligations}):
            if rng.random() < 0.2:
                pairs.append((f"deadline:{id_}", date_text(rng, YEAR_START + 480)))
        return pairs

    def random_followup(self):
        owed = [(agency["agency"], one["id"]) for agency in self.agencies
                for one in self.criteria(agency).obligations]
        chosen = [pair for pair in owed if self.rng.random() < 0.1]
        return [{"agency": agency, "obligation": id_, "document": "CV 7",
                 "received": date_text(self.rng, YEAR_START + 400)} for agency, id_ in chosen]

    # Writing

    def write(self, folder, plain=False):
        for criteria in self.sets:
            write_set(self.rng, folder / "criteria" / criteria.name, criteria, plain)
        place = folder / "evidence" / "ky-1"
        rng = self.rng
        pairs = [("name", "Kỳ đánh giá"), ("year", str(self.year))]
        pairs += [(f"criteria:{name}", criteria.name) for name, criteria in self.groups.items()]
        write_pairs(rng, place / "round.csv", pairs, plain)
        write_table(rng, place / "agencies.csv", "agencies", self.agencies, plain)
        for name in ("council", "exemptions"):
            if getattr(self, name):
                write_table(rng, place / f"{name}.csv", name, getattr(self, name), plain)
        self.write_self(place / "self", plain)
        for name in ("external", "survey", "appraisal"):
            self.write_split(place / name, name, plain)
        self.write_after(place, plain)
        if rng.random() < 0.05:
            (place / "ghi-chu.txt").write_text("Tệp khác")
        return place

    def rows(self, table):
        return [{**row, "agency": code} for code, evidence in self.evidence.items()
                for row in getattr(evidence, table)]

    def mixes_marks(self):
        return self.rng.random() < self.dirt / 2

    def write_self(self, folder, plain):
        rng = self.rng
        if rng.random() < 0.4:
            return self.write_split(folder, "self", plain)
        for code in self.evidence:
            rows = [row for row in self.rows("self") if row["agency"] == code]
            without = ["agency"] if rng.random() < 0.5 else []
            if not without and rows and rng.random() < self.dirt:
                other = rng.choice(list(self.evidence))
                rows.append({**rng.choice(rows), "agency": other})
            mixed = self.mixes_marks()
            write_table(rng, folder / f"{code}.csv", "self", rows, plain, mixed, without)

    def write_split(self, folder, table, plain):
        """Shuffled rows over one to three files that are not named after an agency."""
        rng, rows = self.rng, self.rows(table)
        if not rows and rng.random() < 0.5:
            return
        if rows and rng.random() < self.dirt:
            rows.append({**rng.choice(rows), "agency": "KHONG-CO"})
        rng.shuffle(rows)
        count = rng.choice([1, 1, 2, 3])
        home = {}  # a repetition stays beside its row, as another file may have another mark
        for row in rows:
            home.setdefault(repr(row), rng.randrange(count))
        for number in range(count):
            some = [row for row in rows if home[repr(row)] == number]
            if some and rng.random() < self.dirt / 2:
                some[0] = {**some[0], "beyond": "thừa"}
            write_table(rng, folder / f"tep-{number}.csv", table, some, plain, self.mixes_marks())

    def write_after(self, place, plain):
        if self.ratings is not None:
            write_table(self.rng, place / "head_ratings.csv", "head_ratings", self.ratings, plain)
        if self.publication is not None:
            write_pairs(self.rng, place / "publication.csv", self.publication, plain)
        if self.followup:
            write_table(self.rng, place / "followup.csv", "followup", self.followup, plain)
