"""Scores a made-up round with DuckDB and writes the three tables that cchc writes.

    python duckdb_job.py ROUND FOLDER

One process, all cores, in memory. What was tried and kept, each by whole runs at 10,000 × 100:
columns typed by hand, codes read as enums, a leaf of an agency as one whole number (30 % less than grouping by two
texts); filed counts pivoted by one hash aggregation (a join of the rows of a with those of b took 40 % longer, one
aggregation over filed, appraised and expected rows 50 %); what was not filed found only among agencies that lack a
row (an outer join from all leaves of all agencies took 0.3 s longer); scores.csv sorted by a whole number with
columns of one or two bytes behind it, which become texts while they are written (0.1 s less than sorting texts).
"""

import sys
import time

began = time.perf_counter()

import duckdb  # noqa: E402  (its loading is timed)

from made_up_set import DEDUCTION, EXEMPT, FULL, RATIO, TIERS, ZERO, MadeUpRound  # noqa: E402

loaded = time.perf_counter()


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def read_csv(path, **columns):
    types = ", ".join(f"{quoted(name)}: {quoted(type_)}" for name, type_ in columns.items())
    return (f"read_csv({quoted(path)}, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', "
            f"columns = {{{types}}})")


def points(b):
    """The points of a leaf in hundredths, rounded half up: quotients of whole numbers meet a half exactly."""
    return f"""CASE
      WHEN a = 0 AND shape <> {DEDUCTION} THEN CASE zero WHEN {ZERO} THEN 0 WHEN {FULL} THEN maximum END
      WHEN shape = {RATIO} THEN floor(maximum * {b}::DOUBLE / a + 0.5)::INTEGER
      WHEN shape = {TIERS} THEN CASE
        WHEN 100 * {b} >= p1 * a THEN maximum
        WHEN 100 * {b} >= p2 * a THEN (maximum * 3 + 2) // 4
        WHEN 100 * {b} >= p3 * a THEN (maximum + 1) // 2
        ELSE 0 END
      WHEN shape = {DEDUCTION} THEN greatest(0, least(maximum, maximum - p1 * (a - {b} - p2)))
      ELSE floor(greatest(0, least(maximum, maximum * (100 * {b} - p1 * a)::DOUBLE / (p2 * a))) + 0.5)::INTEGER
    END"""


def share(points_, maximum):
    """A percentage in hundredths, rounded half up."""
    return f"CASE WHEN {maximum} > 0 THEN ({points_}::BIGINT * 20000 + {maximum}) // (2 * {maximum}) END"


def two(units, width=9):
    """Hundredths as a decimal number with two decimals."""
    return f"({units} * 0.01::DECIMAL(2, 2))::DECIMAL({width}, 2)"


def plain(units):
    """Hundredths as a text without trailing zeros."""
    return f"rtrim(rtrim({two(units)}::VARCHAR, '0'), '.')"


def comma(text):
    return f"replace({text}, '.', ',')"


class Job:
    def __init__(self, round_, folder):
        self.round = round_
        self.set = round_.set
        self.folder = folder
        self.fields = range(1, len(self.set.fields) + 1)
        self.count = len(self.set.leaves)
        self.sql = duckdb.connect().execute

    def run(self):
        self.read_agencies()
        self.make_leaves()
        # Rows of a table between these steps need no order.
        self.sql("SET preserve_insertion_order = false")
        self.read_figures()
        self.score()
        self.rank()
        self.sql("SET preserve_insertion_order = true")
        self.write_ranking()
        self.write_obligations()
        self.write_scores()

    def read_agencies(self):
        source = read_csv(self.round.agencies, code="VARCHAR", name="VARCHAR", grp="VARCHAR", bloc="VARCHAR",
                          ranked="VARCHAR")
        self.sql(f"CREATE TEMP TABLE agencies AS SELECT (row_number() OVER () - 1)::INTEGER AS agency, * FROM {source}")
        self.sql("CREATE TYPE agency_code AS ENUM (SELECT code FROM agencies ORDER BY agency)")

    def make_leaves(self):
        leaves = self.set.leaves
        self.sql(f"CREATE TYPE leaf_code AS ENUM ({', '.join(quoted(leaf.code) for leaf in leaves)})")
        maxima = sorted({leaf.maximum_text for leaf in leaves} | {"0"})
        self.sql(f"CREATE TYPE maximum_text AS ENUM ({', '.join(map(quoted, maxima))})")
        self.sql("CREATE TYPE status_name AS ENUM ('scored', 'missing', 'exempt', 'invalid')")
        values = ", ".join(
            f"({place}, {quoted(leaf.code)}, {leaf.field}, {leaf.maximum}, {quoted(leaf.maximum_text)}, {leaf.shape}, "
            f"{leaf.p1}, {leaf.p2}, {leaf.p3}, {leaf.zero})" for place, leaf in enumerate(leaves))
        self.sql(f"""CREATE TEMP TABLE leaves AS
          SELECT place::INTEGER AS place, code::leaf_code AS code, field::UTINYINT AS field, maximum::INTEGER AS maximum,
            maximum_text::maximum_text AS maximum_text, shape::UTINYINT AS shape, p1::INTEGER AS p1, p2::INTEGER AS p2,
            p3::INTEGER AS p3, zero::UTINYINT AS zero
          FROM (VALUES {values}) v(place, code, field, maximum, maximum_text, shape, p1, p2, p3, zero)""")

    def read_figures(self):
        cell = f"enum_code(agency)::INTEGER * {self.count} + enum_code(criterion)"
        filed = read_csv(self.round.filed, agency="agency_code", criterion="leaf_code", input="VARCHAR", value="INTEGER")
        self.sql(f"""CREATE TEMP TABLE filed AS
          SELECT {cell} AS cell, max(value) FILTER (WHERE input = 'a') AS a, max(value) FILTER (WHERE input = 'b') AS b
          FROM {filed} GROUP BY ALL""")
        # Agencies that lack a row are few; only theirs are compared with the leaves.
        self.sql(f"""INSERT INTO filed
          SELECT agency * {self.count} + place AS cell, NULL, NULL
          FROM (SELECT agency FROM agencies
                ANTI JOIN (SELECT cell // {self.count} AS agency FROM filed GROUP BY ALL HAVING count(*) = {self.count})
                USING (agency)), leaves
          WHERE agency * {self.count} + place NOT IN (SELECT cell FROM filed)""")
        appraisal = read_csv(
            self.round.appraisal, agency="agency_code", criterion="leaf_code", round="INTEGER", input="VARCHAR",
            value="INTEGER", points="DECIMAL(9,2)", reason="VARCHAR")
        self.sql(f"""CREATE TEMP TABLE appraised AS
          SELECT {cell} AS cell, (points * 100)::INTEGER AS decided, value AS changed FROM {appraisal}""")

    def score(self):
        self.sql(f"""CREATE TEMP TABLE scores AS
          SELECT cell // {self.count} AS agency, place, field, CASE status WHEN 'exempt' THEN 0 ELSE maximum END AS max,
            own, CASE WHEN is_appraised THEN final END AS appraised, final, status::status_name AS status
          FROM (
            SELECT cell, place, field, maximum, is_appraised, own,
              CASE WHEN decided IS NOT NULL THEN decided
                WHEN a IS NULL OR b IS NULL THEN 0
                WHEN changed IS NULL THEN own
                WHEN changed > a THEN 0
                ELSE {points('changed')} END AS final,
              CASE WHEN decided IS NOT NULL THEN 'scored'
                WHEN a IS NULL OR b IS NULL THEN 'missing'
                WHEN coalesce(changed, b) > a THEN 'invalid'
                WHEN a = 0 AND shape <> {DEDUCTION} AND zero = {EXEMPT} THEN 'exempt'
                ELSE 'scored' END::status_name AS status
            FROM (
              SELECT *, CASE WHEN a IS NULL OR b IS NULL OR b > a THEN 0 ELSE {points('b')} END AS own
              FROM (
                SELECT filed.*, decided, changed, appraised.cell IS NOT NULL AS is_appraised
                FROM filed LEFT JOIN appraised USING (cell)) facts
              JOIN leaves ON leaves.place = facts.cell % {self.count}))""")
        self.sql("DROP TABLE filed")

    def rank(self):
        sums = ", ".join(
            f"coalesce(sum(final) FILTER (WHERE field = {field}), 0)::INTEGER AS p{field}, "
            f"sum(max) FILTER (WHERE field = {field})::INTEGER AS m{field}" for field in self.fields)
        all_points = " + ".join(f"p{field}" for field in self.fields)
        maximum = " + ".join(f"m{field}" for field in self.fields if field not in self.set.bonus)
        bands = " ".join(
            f"WHEN points * 100 >= {limit} * max THEN {quoted(label)}" for label, limit in self.set.bands[:-1])
        percents = ", ".join(f"{share(f'p{field}', f'm{field}')} AS percent{field}" for field in self.fields)
        ties = ", ".join(f"percent{field} DESC NULLS LAST" for field in self.set.ties)
        self.sql(f"""CREATE TEMP TABLE ranking AS
          SELECT *, (row_number() OVER (ORDER BY bloc, NOT takes_part, rank NULLS LAST, code) - 1)::INTEGER AS position
          FROM (
            SELECT *, CASE WHEN takes_part AND index IS NOT NULL THEN
                rank() OVER (PARTITION BY bloc, takes_part ORDER BY index DESC NULLS LAST, {ties}) END AS rank
            FROM (
              SELECT *, {share('points', 'max')} AS index, {percents},
                CASE WHEN max = 0 THEN NULL {bands} ELSE {quoted(self.set.bands[-1][0])} END AS band
              FROM (
                SELECT agency, code, name, bloc, ranked <> 'no' AS takes_part, sums.* EXCLUDE (agency),
                  ({all_points})::BIGINT AS points, ({maximum})::BIGINT AS max
                FROM agencies JOIN (SELECT agency, {sums} FROM scores GROUP BY agency) sums USING (agency))))""")

    def copy(self, query, name):
        self.sql(f"COPY ({query}) TO {quoted(f'{self.folder}/{name}.csv')} (FORMAT csv, HEADER)")

    def write_ranking(self):
        percents = ", ".join(
            f'{two(f"percent{field}")} AS "{code}.percent"' for field, code in zip(self.fields, self.set.fields))
        self.copy(f"""SELECT rank, code AS agency, name, bloc, {two('points')} AS points, {plain('max')} AS max,
            {two('index')} AS index, band, {percents} FROM ranking ORDER BY position""", "ranking")

    def owed(self, duty):
        if duty.field:
            sums = f"p{duty.field}", f"m{duty.field}", f"percent{duty.field}"
        else:
            sums = "points", "max", "index"
        points_, maximum, percent = sums
        # Where two decimals hide that it is below, three show it.
        shown = comma(
            f"CASE WHEN {percent} < {duty.limit * 100} THEN {two(percent)}::VARCHAR "
            f"ELSE (({points_}::BIGINT * 200000 + {maximum}) // (2 * {maximum}) * 0.001::DECIMAL(3, 3))::VARCHAR END")
        if duty.field:
            reason = (f"'Chỉ số thành phần “{self.set.field_names[duty.field - 1]}” đạt ' || {shown} || '% (' || "
                      f"{comma(two(points_) + '::VARCHAR')} || '/' || {comma(plain(maximum))} || "
                      f"' điểm), thấp hơn {duty.limit}%'")
        else:
            reason = f"'Chỉ số CCHC đạt ' || {shown} || '%, thấp hơn {duty.limit}%'"
        return f"""SELECT position, code AS agency, {quoted(duty.id)} AS id, {quoted(duty.duty)} AS duty,
            {quoted(duty.deadline)} AS deadline, {quoted(duty.recipient)} AS recipient, {reason} AS reason,
            {quoted(duty.legal_basis)} AS legal_basis, {quoted(duty.report)} AS report
          FROM ranking WHERE {maximum} > 0 AND {points_}::BIGINT * 100 < {duty.limit} * {maximum}"""

    def write_obligations(self):
        all_ = " UNION ALL ".join(
            f"SELECT {place} AS place, * FROM ({self.owed(duty)})" for place, duty in enumerate(self.set.obligations))
        self.copy(f"SELECT * EXCLUDE (place, position) FROM ({all_}) ORDER BY position, place", "obligations")

    def write_scores(self):
        self.sql(f"""CREATE TEMP TABLE places AS
          SELECT agency, position * {self.count} AS first, code::agency_code AS code FROM ranking""")
        self.copy(f"""SELECT {quoted(self.round.group)} AS group, places.code AS agency, leaves.code AS criterion, status,
            {two('own', 4)} AS self, {two('appraised', 4)} AS appraised, {two('final', 4)} AS final,
            CASE WHEN status = 'exempt' THEN '0'::maximum_text ELSE maximum_text END AS max
          FROM scores JOIN places USING (agency) JOIN leaves USING (place)
          ORDER BY first + place""", "scores")


if __name__ == "__main__":
    Job(MadeUpRound(sys.argv[1]), sys.argv[2]).run()
    ended = time.perf_counter()
    print(f'{{"load": {loaded - began:.4f}, "work": {ended - loaded:.4f}}}')
