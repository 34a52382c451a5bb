"""Scores a made-up round with Polars and writes the three tables that cchc writes.

    python polars_job.py ROUND FOLDER

One process, all cores. What was tried and kept, each by whole runs at 10,000 × 100: codes read as enums, a leaf of an
agency as one whole number; filed counts scattered into two columns of all leaves (joins of the rows of a and of b took
15 % longer, group_by with pivoting twice as long); expressions on eager frames (the streaming engine took as long and a
tenth less memory); rows put in the order of the ranking by gathering; points, codes and statuses as enums while they
are written (a quarter less than writing floats with two decimals).
"""

import sys
import time

began = time.perf_counter()

import polars as pl  # noqa: E402  (its loading is timed)

from made_up_set import DEDUCTION, EXEMPT, FULL, RATIO, TIERS, ZERO, MadeUpRound  # noqa: E402

loaded = time.perf_counter()

col, lit, when = pl.col, pl.lit, pl.when
STATUSES = ["scored", "missing", "exempt", "invalid"]


def points(counted):
    """The points of a leaf in hundredths, rounded half up: quotients of whole numbers meet a half exactly."""
    a, b, maximum, shape = col("a"), col(counted), col("maximum"), col("shape")
    return (
        when((a == 0) & (shape != DEDUCTION)).then(
            when(col("zero") == ZERO).then(0).when(col("zero") == FULL).then(maximum))
        .when(shape == RATIO).then((maximum * b.cast(pl.Float64) / a + 0.5).floor().cast(pl.Int32))
        .when(shape == TIERS).then(
            when(100 * b >= col("p1") * a).then(maximum)
            .when(100 * b >= col("p2") * a).then((maximum * 3 + 2) // 4)
            .when(100 * b >= col("p3") * a).then((maximum + 1) // 2)
            .otherwise(0))
        .when(shape == DEDUCTION).then((maximum - col("p1") * (a - b - col("p2"))).clip(0, maximum))
        .otherwise(((maximum * (100 * b - col("p1") * a).cast(pl.Float64) / (col("p2") * a)).clip(0, maximum) + 0.5)
                   .floor().cast(pl.Int32)))


def share(points_, maximum):
    """A percentage in hundredths, rounded half up."""
    return when(col(maximum) > 0).then((col(points_) * 20_000 + col(maximum)) // (2 * col(maximum)))


def comma(units, decimals=2):
    """Units as a text with a decimal comma."""
    scale = 10 ** decimals
    return pl.format("{},{}", units // scale, (units % scale).cast(pl.String).str.zfill(decimals))


def plain(units):
    """Hundredths as a text without trailing zeros."""
    return (units / 100).cast(pl.String).str.strip_suffix(".0")


class Job:
    def __init__(self, round_, folder):
        self.round = round_
        self.set = round_.set
        self.folder = folder
        self.fields = range(1, len(self.set.fields) + 1)
        self.count = len(self.set.leaves)

    def run(self):
        self.read_agencies()
        scores = self.score(self.facts())
        self.rank(scores)
        self.write_ranking()
        self.write_obligations()
        self.write_scores(scores)

    def read_agencies(self):
        schema = dict.fromkeys(["agency", "name", "group", "bloc", "ranked"], pl.String)
        agencies = pl.read_csv(self.round.agencies, schema=schema).rename({"agency": "code"})
        self.agencies = agencies.with_row_index("agency")
        self.agency_code = pl.Enum(self.agencies["code"])
        self.leaf_code = pl.Enum([leaf.code for leaf in self.set.leaves])

    def cell(self):
        return (col("agency").to_physical().cast(pl.UInt32) * self.count
                + col("criterion").to_physical().cast(pl.UInt32)).alias("cell")

    def facts(self):
        """The counts of all leaves of all agencies in their order, and what appraisals say."""
        count = len(self.agencies) * self.count
        codes = {"agency": self.agency_code, "criterion": self.leaf_code}
        filed = pl.scan_csv(
            self.round.filed, schema=codes | {"input": pl.String, "value": pl.Int32}
        ).select(self.cell(), col("value"), is_a=col("input") == "a").collect()
        appraised = pl.scan_csv(
            self.round.appraisal, schema=codes | {
                "round": pl.Int32, "input": pl.String, "value": pl.Int32, "points": pl.Float64, "reason": pl.String}
        ).select(self.cell(), decided=(col("points") * 100).round().cast(pl.Int32), changed="value").collect()

        def spread(rows, name, type_=pl.Int32):
            return pl.repeat(None, count, dtype=type_, eager=True).scatter(rows["cell"], rows[name]).alias(name)

        columns = [
            spread(filed.filter(rows).rename({"value": name}), name)
            for name, rows in (("a", col("is_a")), ("b", ~col("is_a")))]
        del filed
        appraised = appraised.with_columns(is_appraised=lit(True))
        columns += [spread(appraised, "decided"), spread(appraised, "changed"),
                    spread(appraised, "is_appraised", pl.Boolean)]
        return pl.DataFrame(columns)

    def parameters(self):
        """What the rules of the leaves take, once for each agency."""
        leaves = self.set.leaves
        types = {"field": pl.UInt8, "maximum": pl.Int32, "shape": pl.UInt8, "p1": pl.Int32, "p2": pl.Int32,
                 "p3": pl.Int32, "zero": pl.UInt8}
        once = pl.DataFrame([pl.Series(name, [getattr(leaf, name) for leaf in leaves], type_)
                             for name, type_ in types.items()]).with_row_index("place")
        places = pl.int_range(0, len(self.agencies) * self.count, dtype=pl.UInt32, eager=True) % self.count
        return once[places]

    def score(self, facts):
        is_filed = col("a").is_not_null() & col("b").is_not_null()
        is_exempt = (col("a") == 0) & (col("shape") != DEDUCTION) & (col("zero") == EXEMPT)
        status = (
            when(col("decided").is_not_null()).then(lit(0, pl.UInt8)).when(~is_filed).then(lit(1, pl.UInt8))
            .when(pl.coalesce("changed", "b") > col("a")).then(lit(3, pl.UInt8))
            .when(is_exempt).then(lit(2, pl.UInt8)).otherwise(lit(0, pl.UInt8)))
        final = (
            when(col("decided").is_not_null()).then("decided").when(~is_filed).then(0)
            .when(col("changed").is_null()).then("own").when(col("changed") > col("a")).then(0)
            .otherwise(points("changed")))
        return (
            facts.lazy().with_columns(self.parameters().get_columns())
            .with_columns(own=when(~is_filed | (col("b") > col("a"))).then(0).otherwise(points("b")))
            .with_columns(status=status, final=final)
            .select(
                "place", "field", "status", "own", "final", appraised=when("is_appraised").then("final"),
                max=when(col("status") == 2).then(0).otherwise("maximum"))
            .collect())

    def rank(self, scores):
        agency = pl.int_range(0, len(scores), dtype=pl.UInt32, eager=True).alias("agency") // self.count
        sums = (
            scores.select(agency, "field", "final", "max")
            .group_by("agency", "field").agg(p=col("final").sum().cast(pl.Int64), m=col("max").sum().cast(pl.Int64))
            .pivot("field", on_columns=list(self.fields), index="agency", values=["p", "m"])
            .rename({f"{kind}_{field}": f"{kind}{field}" for kind in "pm" for field in self.fields}))
        band = when(col("max") == 0).then(None)
        for label, limit in self.set.bands[:-1]:
            band = band.when(col("points") * 100 >= limit * col("max")).then(lit(label))
        band = band.otherwise(lit(self.set.bands[-1][0]))
        # A percent that does not exist comes last.
        key = pl.struct("index", *(col(f"percent{field}").fill_null(-1) for field in self.set.ties))
        self.ranking = (
            self.agencies.join(sums, on="agency")
            .with_columns(
                takes_part=col("ranked") != "no", points=pl.sum_horizontal(f"p{field}" for field in self.fields),
                max=pl.sum_horizontal(f"m{field}" for field in self.fields if field not in self.set.bonus))
            .with_columns(
                index=share("points", "max"), band=band,
                **{f"percent{field}": share(f"p{field}", f"m{field}") for field in self.fields})
            .with_columns(rank=when(col("takes_part") & col("index").is_not_null()).then(
                key.rank("min", descending=True).over("bloc", "takes_part")))
            .sort("bloc", ~col("takes_part"), "rank", "code", nulls_last=True))

    def write_ranking(self):
        percents = [(col(f"percent{field}") / 100).alias(f"{code}.percent")
                    for field, code in zip(self.fields, self.set.fields)]
        self.ranking.select(
            "rank", col("code").alias("agency"), "name", "bloc", col("points") / 100, plain(col("max")).alias("max"),
            col("index") / 100, "band", *percents
        ).write_csv(f"{self.folder}/ranking.csv", float_precision=2)

    def owed(self, duty):
        if duty.field:
            names = f"p{duty.field}", f"m{duty.field}", f"percent{duty.field}"
        else:
            names = "points", "max", "index"
        points_, maximum, percent = names
        # Where two decimals hide that it is below, three show it.
        finer = (col(points_) * 200_000 + col(maximum)) // (2 * col(maximum))
        shown = when(col(percent) < duty.limit * 100).then(comma(col(percent))).otherwise(comma(finer, 3))
        if duty.field:
            reason = pl.format(
                "Chỉ số thành phần “{}” đạt {}% ({}/{} điểm), thấp hơn {}%", lit(self.set.field_names[duty.field - 1]),
                shown, comma(col(points_)), plain(col(maximum)).str.replace(".", ",", literal=True), lit(duty.limit))
        else:
            reason = pl.format("Chỉ số CCHC đạt {}%, thấp hơn {}%", shown, lit(duty.limit))
        return self.ranking.with_row_index("position").filter(
            (col(maximum) > 0) & (col(points_) * 100 < duty.limit * col(maximum))
        ).select(
            "position", col("code").alias("agency"), id=lit(duty.id), duty=lit(duty.duty), deadline=lit(duty.deadline),
            recipient=lit(duty.recipient), reason=reason, legal_basis=lit(duty.legal_basis), report=lit(duty.report))

    def write_obligations(self):
        pl.concat(map(self.owed, self.set.obligations)).sort("position", maintain_order=True).drop("position").write_csv(
            f"{self.folder}/obligations.csv")

    def write_scores(self, scores):
        leaves = self.set.leaves
        texts = pl.Enum([f"{units / 100:.2f}" for units in range(max(leaf.maximum for leaf in leaves) + 1)])
        maxima = sorted({leaf.maximum_text for leaf in leaves} | {"0"})
        maximum = pl.Series([maxima.index(leaf.maximum_text) for leaf in leaves], dtype=pl.UInt8)
        rows = self.ranking.select(
            pl.int_ranges(col("agency") * self.count, (col("agency") + 1) * self.count, dtype=pl.UInt32).explode()
        ).to_series()
        agency = (rows // self.count).cast(self.physical(self.agency_code)).cat.to(self.agency_code)
        scores = scores.with_columns(
            max=when(col("status") == 2).then(lit(maxima.index("0"), pl.UInt8)).otherwise(maximum[scores["place"]]))
        scores[rows].select(
            lit(self.round.group).alias("group"), agency.alias("agency"),
            col("place").cast(self.physical(self.leaf_code)).cat.to(self.leaf_code).alias("criterion"),
            col("status").cat.to(pl.Enum(STATUSES)),
            *(col(name).cast(self.physical(texts)).cat.to(texts).alias(title)
              for name, title in (("own", "self"), ("appraised", "appraised"), ("final", "final"))),
            col("max").cat.to(pl.Enum(maxima))
        ).write_csv(f"{self.folder}/scores.csv")

    @staticmethod
    def physical(enum):
        """The whole numbers that an enum is made of."""
        count = len(enum.categories)
        return pl.UInt8 if count < 255 else pl.UInt16 if count < 65_535 else pl.UInt32


if __name__ == "__main__":
    Job(MadeUpRound(sys.argv[1]), sys.argv[2]).run()
    ended = time.perf_counter()
    print(f'{{"load": {loaded - began:.4f}, "work": {ended - loaded:.4f}}}')
