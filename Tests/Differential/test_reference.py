"""Hand-calculated cases of the reference. Run: python3 -m unittest"""

import shutil
import tempfile
import unittest
import weakref
from fractions import Fraction
from pathlib import Path

import cells
from compare import differences
from criteria import Input, parse_inputs
from evaluation import BEYOND, BY_ZERO, EMPTY, Evaluator
from generate import draw
from reference import score
from results import Number
from syntax import RuleError, parse_condition, parse_rule
from tables import delimiter_of, split_cells

CRITERIA = """code,name,max_points,kind,method,inputs,rule,checks,zero_denominator,min_points,document,appraiser
1,Field,5,,,,,,,,,SNV
1.1,Ratio,3,,,a[count]: A; b[count]: B,b/a >= 90%: full; else: b/a * full,b <= a,exempt,,required,
1.2,Label,2,,,s[choice: tốt|xấu]: S,"s = ""tốt"": full; else: -1",,,-1,,
2,Survey,5,,survey,n1: Có; n2: Không,n1 / (n1 + n2) * full,,zero,,,
3,Bonus,1,bonus,external,x: X,x,,,,,
"""


class Folder:
    """A small round in a temporary folder."""

    def __init__(self, **files):
        self.root = Path(tempfile.mkdtemp())
        weakref.finalize(self, shutil.rmtree, self.root)
        base = {"criteria/s/set.csv": "key,value\nname,S\nlegal_basis,L\n",
                "criteria/s/criteria.csv": CRITERIA,
                "evidence/r/round.csv": "key,value\nname,R\nyear,2023\ncriteria:g,s\n",
                "evidence/r/agencies.csv": "agency,name,group\nA,Sở A,g\nB,Sở B,g\n"}
        named = {name.replace("__", "/") + ".csv": text for name, text in files.items()}
        for name, text in {**base, **named}.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def score(self):
        results, code, _ = score(self.root / "evidence/r", self.root / "criteria")
        return {agency["agency"]: agency for agency in results["groups"][0]["agencies"]}, code

    def leaf(self, code, agency="A"):
        agencies, _ = self.score()
        return next(leaf for leaf in agencies[agency]["criteria"] if leaf["code"] == code)


FILED = ("agency,criterion,input,value,document\nA,1.1,a,8,D\nA,1.1,b,5,\nA,1.2,s,TỐT,\n"
         "B,1.1,a,0,D\nB,1.1,b,0,\nB,1.2,s,xấu,\n")
COUNTED = "agency,criterion,answer,count\nA,2,n1,2\nA,2,n2,1\nB,2,n1,0\n"


class Scores(unittest.TestCase):
    def test_sums_index_and_ranks(self):
        agencies, code = Folder(evidence__r__self__x=FILED, evidence__r__survey__x=COUNTED,
                                evidence__r__external__x="agency,criterion,input,value\nA,3,x,0.5\n"
                                "B,3,x,0\n").score()
        first, second = agencies["A"], agencies["B"]
        # 5/8 * 3 = 1.875 -> 1.88; + 2; survey 2/3 * 5 -> 3.33; bonus 0.5; of 10 points
        self.assertEqual((first["points"], first["max"], first["index"], first["rank"]),
                         ("7.71", "10", "77.10", "1"))
        # B: 1.1 is exempt, 1.2 is -1, the survey divides by 0: of 2 + 5 points
        self.assertEqual((second["points"], second["max"], second["index"]),
                         ("-1.00", "7", "-14.29"))
        self.assertEqual(second["fields"][0]["percent"], "-50.00")
        self.assertEqual(code, 0)

    def test_missing_and_undocumented(self):
        folder = Folder(evidence__r__self__x="agency,criterion,input,value\nA,1.1,a,8\nA,1.1,b,8\n")
        self.assertEqual(folder.leaf("1.1"), {
            "code": "1.1", "status": "undocumented", "self": "3.00", "appraised": [],
            "final": "0.00", "max": "3"})
        self.assertEqual(folder.leaf("1.2")["status"], "missing")
        self.assertEqual(folder.leaf("2")["self"], None)

    def test_duplicates(self):
        twice = FILED + "A,1.1,b,5,\nA,1.2,s,xấu,\n"
        folder = Folder(evidence__r__self__x=twice)
        self.assertEqual(folder.leaf("1.1")["status"], "scored")
        self.assertEqual(folder.leaf("1.2")["status"], "invalid")
        self.assertEqual(folder.score()[1], 1)


class Appraisals(unittest.TestCase):
    def rounds(self, rows):
        head = "agency,criterion,round,input,value,points,reason,appraiser\n"
        leaf = Folder(evidence__r__self__x=FILED, evidence__r__appraisal__x=head + rows).leaf("1.1")
        return [(one["round"], one["points"]) for one in leaf["appraised"]], leaf["final"]

    def test_state_passes_from_round_to_round(self):
        rows = ("A,1.1,5,,,,,SNV\nA,1.1,3,a,10,,r,SNV\nA,1.1,1,b,4,,r,SNV\n"
                "A,1.1,2,,,2.5,r,council\nA,1.1,,,,1,r,SNV\n")
        # round 1: 4/8; 2: decided; 3: 4/10, worked out again; 5: agrees
        self.assertEqual(self.rounds(rows), (
            [("1", "1.50"), ("2", "2.50"), ("3", "1.20"), ("5", "1.20")], "1.20"))

    def test_rows_that_are_not_used(self):
        for row in ("A,1.1,1,,,1,,SNV", "A,1.1,1,,,3.01,r,SNV", "A,1.1,1,,,1.001,r,SNV",
                    "A,1.1,1,,,1,r,KHAC", "A,1.1,1,,,1,r,A", "A,1.1,0,,,1,r,SNV",
                    "A,1.1,1,,,1,r,SNV\nA,1.1,1,b,1,,r,SNV",
                    "A,1.1,1,,,1,r,SNV\nA,1.1,1,,,2,r,SNV"):
            self.assertEqual(self.rounds(row + "\n"), ([], "1.88"), row)

    def test_invalid_round(self):
        self.assertEqual(self.rounds("A,1.1,1,b,x,,r,SNV\nA,1.1,2,,,1,r,SNV\n"),
                         ([("1", "0.00"), ("2", "1.00")], "1.00"))


class Rules(unittest.TestCase):
    def value(self, text, **values):
        look_up = lambda node: Fraction(10) if node[0] == "full" else values.get(node[1], EMPTY)
        return Evaluator(look_up, "half_up").rule(parse_rule(text))

    def test_values(self):
        self.assertEqual(self.value("a - b - 1 * 2", a=Fraction(9), b=Fraction(3)), 4)
        self.assertEqual(self.value("80% <= a < 90%: full; else: 0", a=Fraction(4, 5)), 10)
        self.assertEqual(self.value("(a + 1) * 2 > 3 and (a > 0): 1", a=Fraction(1)), 1)
        self.assertEqual(self.value("round(a, 1)", a=Fraction(1, 4)), Fraction(3, 10))
        self.assertEqual(self.value("count(a > 1, not a > 1, empty(x)) * -2", a=Fraction(1)), -4)
        self.assertEqual(self.value("2023-03-01 - 2023-02-01"), 28)

    def test_marks(self):
        one = Fraction(1)
        self.assertIs(self.value("a / 0", a=one), BY_ZERO)
        self.assertIs(self.value("x / 0"), EMPTY)
        self.assertIs(self.value("a / 0 + x", a=one), EMPTY)
        self.assertEqual(self.value("a > 0 or a / 0 > 1: 1; else: 2", a=one), 1)
        self.assertEqual(self.value("x < 1: 1; not x < 1: 2; else: 3"), 2)
        power = Fraction(1 << 64)
        self.assertIs(self.value("a * a", a=power), BEYOND)
        self.assertEqual(self.value("a * (a / 2 - 1) / a", a=power), (1 << 63) - 1)

    def test_errors(self):
        for text in ("2023-3-31", "5-3", "a >", "else: 1; a > 1: 2", "a ≥ 1: 2", "“x”", "rank"):
            with self.assertRaises(RuleError, msg=text):
                parse_rule(text)

    def test_brackets(self):
        total = ("+", ("input", "a"), ("input", "b"))
        compare = ("compare", [total, ("number", Fraction(3))], [">"])
        self.assertEqual(parse_condition("((a + b)) > 3"), compare)
        self.assertEqual(parse_condition("((a + b) > 3)"), compare)
        self.assertEqual(parse_condition("(v)"), ("flag", "v"))


class Cells(unittest.TestCase):
    def test_numbers(self):
        self.assertEqual(cells.number("80 %"), (Fraction(4, 5), "", 0))
        self.assertEqual(cells.number("-0,50"), (Fraction(-1, 2), ",", 2))
        for text in ("1.", ".5", "+1", "1e3", "1.234,5", "1234567890123", "0.1234567"):
            self.assertIsNone(cells.number(text), text)

    def test_rounding(self):
        for mode, expected in (("half_up", "-0.13"), ("half_even", "-0.12"), ("down", "-0.12")):
            self.assertEqual(cells.fixed(cells.rounded(Fraction(-1, 8), 2, mode), 2), expected)
        self.assertEqual(cells.fixed(cells.rounded(Fraction(-1, 300), 2, "half_up"), 2), "0.00")
        self.assertEqual(cells.shortest(Fraction(5, 2)), "2.5")

    def test_dates(self):
        self.assertEqual(cells.date("1/4/2023"), cells.date("2023-04-01"))
        for text in ("31/02/2023", "2023/04/01", "1900-12-31", "1-4-2023"):
            self.assertIsNone(cells.date(text), text)

    def test_tables(self):
        self.assertEqual(delimiter_of('"a,b,c";d\n1,2,3'), ";")
        self.assertEqual(split_cells('a,"b\n""c"""\r1,\r\n2', ","),
                         [["a", 'b\n"c"'], ["1", ""], ["2"]])

    def test_inputs(self):
        parsed = parse_inputs("n[count?]: Số: x; s[lựa chọn: A|b]: S; x[?]: X", "self")
        self.assertEqual(parsed, {"n": Input("n", "count", True),
                                  "s": Input("s", "choice", False, ("a", "b")),
                                  "x": Input("x", "decimal", True)})


class Generated(unittest.TestCase):
    def test_the_way_of_writing_changes_nothing(self):
        """Encodings, delimiters, languages, orders and noise leave the results as they are."""
        compared = 0
        for seed in range(60):
            drawn = draw(seed)
            if drawn.dirt:
                continue
            compared += 1
            with tempfile.TemporaryDirectory() as plain, tempfile.TemporaryDirectory() as fancy:
                places = drawn.write(Path(plain), plain=True), drawn.write(Path(fancy))
                first, second = (score(place, place.parents[1] / "criteria") for place in places)
                self.assertEqual(first[:2], second[:2], f"seed {seed}")
        self.assertGreater(compared, 10)

    def test_numbers_are_compared_as_text(self):
        found = differences({"a": [Number("91.80"), None]}, {"a": [Number("91.8"), None], "b": 1})
        self.assertEqual(list(found), ["a[0]: expected #91.80, found #91.8",
                                       "b: expected '(absent)', found 1"])


if __name__ == "__main__":
    unittest.main()
