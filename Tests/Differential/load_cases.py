"""Single changes to a small clean round, and the exit code that the contract gives for each."""

BASE = {
    "criteria/s/set.csv": "key,value\nname,S\nlegal_basis,L\npoint_decimals,2\ntie_break,\n",
    "criteria/s/criteria.csv":
        "code,name,max_points,kind,method,inputs,rule,checks,zero_denominator,min_points,document\n"
        "1,Field,5,,,,,,,,\n"
        "1.1,Ratio,3,,,a[count]: A; b[count]: B; d[date?]: D,"
        "b/a >= 90%: full; else: b/a * full,b <= a,exempt,,\n"
        "1.2,Label,2,,,s[choice: tốt|xấu]: S; v[yesno]: V,"
        "\"s = \"\"tốt\"\": full; else: -1\",,,-1,\n"
        "2,Survey,5,,survey,n1: Có; n2: Không,n1 / (n1 + n2) * full,,zero,,\n",
    "criteria/s/bands.csv": "label,condition\nTốt,index >= 80%\nYếu,else\n",
    "criteria/s/obligations.csv":
        "id,condition,duty,deadline,recipient\nx,\"percent(\"\"1\"\") < 75%\",Báo cáo,04-01,UBND\n",
    "evidence/r/round.csv": "key,value\nname,R\nyear,2023\ncriteria:g,s\n",
    "evidence/r/agencies.csv": "agency,name,group\nA,Sở A,g\n",
    "evidence/r/self/x.csv":
        "agency,criterion,input,value\nA,1.1,a,8\nA,1.1,b,5\nA,1.2,s,xấu\nA,1.2,v,có\n",
    "evidence/r/survey/x.csv": "agency,criterion,answer,count\nA,2,n1,2\n",
    "evidence/r/exemptions.csv": "agency,criterion,reason,decided_by\n",
    "evidence/r/council.csv": "criterion,appraiser\n1,SNV\n",
}

SET, CRITERIA = "criteria/s/set.csv", "criteria/s/criteria.csv"
BANDS, OBLIGATIONS = "criteria/s/bands.csv", "criteria/s/obligations.csv"
ROUND, AGENCIES = "evidence/r/round.csv", "evidence/r/agencies.csv"
SELF, SURVEY = "evidence/r/self/x.csv", "evidence/r/survey/x.csv"
EXEMPTIONS, COUNCIL = "evidence/r/exemptions.csv", "evidence/r/council.csv"
RULE, LABEL_RULE = "b/a >= 90%: full; else: b/a * full", 's = ""tốt"": full; else: -1'


def quoted(rule):
    return '"' + rule.replace('"', '""') + '"'


def rules(expected, *texts):
    """A case for each rule in the place of leaf 1.1's."""
    return [(f"rule {text[:60]}", expected, CRITERIA, RULE, quoted(text)) for text in texts]


def label_rules(expected, *texts):
    return [(f"rule {text}", expected, CRITERIA, '"' + LABEL_RULE + '"', quoted(text))
            for text in texts]


CASES = [
    ("nothing changed", 0, SET, "", ""),
    # set.csv
    ("unknown key", 1, SET, "point_decimals,2", "point_decimal,2"),
    ("no name", 1, SET, "name,S\n", ""),
    ("too many point decimals", 1, SET, "point_decimals,2", "point_decimals,5"),
    ("unknown rounding", 1, SET, "tie_break,", "rounding,up"),
    ("unknown field to break ties", 1, SET, "tie_break,", "tie_break,9"),
    # criteria.csv
    ("no required column", 1, CRITERIA, "code,name,", "code,#name,"),
    ("unknown column", 1, CRITERIA, ",document\n", ",documents\n"),
    ("a column in both languages", 1, CRITERIA, ",document\n", ",tên\n"),
    ("code twice", 1, CRITERIA, "1.2,Label,2", "1.1,Label,2"),
    ("sum of children", 1, CRITERIA, "1,Field,5", "1,Field,6"),
    ("no max_points", 1, CRITERIA, "2,Survey,5,", "2,Survey,,"),
    ("max_points with 3 decimals", 1, CRITERIA, "2,Survey,5,", "2,Survey,5.001,"),
    ("min_points with 3 decimals", 1, CRITERIA, ",,,-1,", ",,,-1.001,"),
    ("bonus below a field", 1, CRITERIA, "1.2,Label,2,,", "1.2,Label,2,bonus,"),
    ("unknown kind", 1, CRITERIA, "1,Field,5,,", "1,Field,5,extra,"),
    ("unknown method", 1, CRITERIA, "survey,n1", "poll,n1"),
    ("unknown document word", 1, CRITERIA, "exempt,,\n", "exempt,,always\n"),
    ("unknown type", 1, CRITERIA, "a[count]", "a[integer]"),
    ("reserved input", 1, CRITERIA, "a[count]: A;", "rank[count]: A; a[count]: A;"),
    ("input twice", 1, CRITERIA, "a[count]: A;", "a[count]: A; a[count]: A;"),
    ("survey input of another type", 1, CRITERIA, "n1: Có", "n1[yesno]: Có"),
    ("rule on a parent", 1, CRITERIA, "1,Field,5,,,,,", "1,Field,5,,,,full,"),
    ("empty max_points of a monitored leaf", 0, CRITERIA, "2,Survey,5,,survey",
     "3,F,0,,,,,,,,\n3.1,M,,monitored,,x: X,,,,,\n2,Survey,5,,survey"),
    ("rule on a monitored leaf", 1, CRITERIA, "2,Survey,5,,survey",
     "3,F,0,,,,,,,,\n3.1,M,,monitored,,x: X,x,,,,\n2,Survey,5,,survey"),
    ("check of an unknown input", 1, CRITERIA, "b <= a,", "b <= c,"),
    ("check that is no condition", 1, CRITERIA, "b <= a,", "b + a,"),
    # The rule language
    *rules(1, "b/c", "a >", "a + ", "(a", "a)", "a b", "a + d", "d", "a = d", "a <= 1", "v",
           "a >= 1: d", "a > 0, 1: 2", "0,5 * a", "a ≥ 1: 1", "a == 1: 1", "a <> 1: 1", "“x”",
           "a > 1: 1; else: 2; a > 0: 1", "else: 1; else: 2", "empty(a): 1; else: 0", "rank",
           "a >= 1: 4; else: 0", "d > 2023-3-1: 1", "d > 2023-02-30: 1", "a > 10-3: 1",
           "a >= 90%: 1; a >= 95%: 2; else: 0", "a > 5: 1; a = 6: 2; else: 0",
           "a >= 1: 1; a < 1: 2; else: 3", "a / b: 1", "if a > 1: 1", "round(a, b)", "round(a)",
           "count(a)", "min()", "-", "a:", ": a", "", "percent(\"1\")", "index", "head_rating",
           "(" * 70 + "a" + ")" * 70, "a" + " + a" * 1500, "full()", "A / a", "d - 1", "d + d"),
    *rules(0, "a > 0: 1", "a / b", "min(a, b) * 1", "d - d", "count(empty(d), a > b) / 2",
           "not (a > 0 and (b > 0)): 1; else: 2", "(a) * 1", "((a + b)) > 3: 1; else: 0", "3",
           "a > 0:\n1;\nelse: 0;", "(" * 30 + "a" + ")" * 30, "always: 1"),
    *label_rules(1, 's = "tot": 1; else: 0', 's > "tốt": 1', 's: 1', 's = 1: 1', 'v = 1: 1',
                 's + 1', 's = "tốt": "a"', "v", 'v = "có": 1', 's = "tốt" * 2: 1'),
    *label_rules(0, 's = "TỐT": 1; else: 0', 'not v: 1; s != "xấu": 2', '"tốt" = s: 1', '(v): 1'),
    # Bands and obligations
    ("last band is not else", 1, BANDS, "Yếu,else", "Yếu,index < 80%"),
    ("band after else", 1, BANDS, "Yếu,else", "Yếu,else\nKém,index < 10%"),
    ("unknown code in a band", 1, BANDS, "index >= 80%", '"percent(""9"") >= 80%"'),
    ("unknown name in a band", 1, BANDS, "index >= 80%", "score >= 80%"),
    ("unknown rating", 1, OBLIGATIONS, '"percent(""1"") < 75%"', '"head_rating = ""Tốt"""'),
    ("rating in another case", 0, OBLIGATIONS, '"percent(""1"") < 75%"',
     '"head_rating = ""HOÀN THÀNH NHIỆM VỤ"""'),
    ("always", 0, OBLIGATIONS, '"percent(""1"") < 75%"', "always"),
    ("bad deadline", 1, OBLIGATIONS, "04-01", "13-45"),
    ("obligation twice", 1, OBLIGATIONS, "04-01,UBND\n", "04-01,UBND\nx,always,D,04-01,U\n"),
    # The round
    ("group without a set", 1, ROUND, "criteria:g,s", "criteria:h,s"),
    ("unknown key of the round", 1, ROUND, "name,R", "title,R\nname,R"),
    ("year in words", 1, ROUND, "year,2023", "year,nay"),
    ("agency twice", 1, AGENCIES, "A,Sở A,g", "A,Sở A,g\nA,Sở B,g"),
    ("agency codes apart by case", 1, AGENCIES, "A,Sở A,g", "A,Sở A,g\na,Sở B,g"),
    ("agency repeated exactly", 0, AGENCIES, "A,Sở A,g", "A,Sở A,g\nA,Sở A,g"),
    ("device name", 1, AGENCIES, "A,Sở A,g", "A,Sở A,g\nCON,Sở B,g"),
    ("code with a space", 1, AGENCIES, "A,Sở A,g", "A,Sở A,g\nB 1,Sở B,g"),
    ("code with a dot first", 1, AGENCIES, "A,Sở A,g", "A,Sở A,g\n.b,Sở B,g"),
    ("ranked maybe", 1, AGENCIES, "name,group\nA,Sở A,g", "name,group,ranked\nA,Sở A,g,maybe"),
    ("invalid cell", 1, SELF, "a,8", "a,8.0"),
    ("thousands mark", 1, SELF, "a,8", "a,1.000"),
    ("check fails", 1, SELF, "b,5", "b,9"),
    ("missing cell", 0, SELF, "A,1.1,b,5\n", ""),
    ("request", 0, SELF, "b,5", "b,không áp dụng"),
    ("unknown input", 1, SELF, "A,1.1,b,5", "A,1.1,b,5\nA,1.1,c,5"),
    ("unknown agency", 1, SELF, "A,1.1,b,5", "A,1.1,b,5\nB,1.1,b,5"),
    ("parent instead of leaf", 1, SELF, "A,1.1,b,5", "A,1.1,b,5\nA,1,b,5"),
    ("other method", 1, SELF, "A,1.1,b,5", "A,1.1,b,5\nA,2,n1,5"),
    ("repeated exactly", 0, SELF, "A,1.1,b,5", "A,1.1,b,5\nA,1.1,b,5"),
    ("filed twice", 1, SELF, "A,1.1,b,5", "A,1.1,b,5\nA,1.1,b,6"),
    ("cell beyond the header", 1, SELF, "A,1.1,b,5", "A,1.1,b,5,x"),
    ("empty cell beyond the header", 0, SELF, "A,1.1,b,5", "A,1.1,b,5, ,"),
    ("short row, comment, empty rows", 0, SURVEY, "A,2,n1,2", "# x\n,,,\n\nA,2,n1"),
    ("unknown answer", 1, SURVEY, "A,2,n1,2", "A,2,n1,2\nA,2,n3,2"),
    ("count of votes in decimals", 1, SURVEY, "A,2,n1,2", "A,2,n1,2.0"),
    ("exemption", 0, EXEMPTIONS, "decided_by\n", "decided_by\nA,1.1,x,QĐ 1\n"),
    ("exemption of an unknown agency", 1, EXEMPTIONS, "decided_by\n", "decided_by\nB,1.1,x,QĐ\n"),
    ("exemption of an unknown criterion", 1, EXEMPTIONS, "decided_by\n", "decided_by\nA,9,x,QĐ\n"),
    ("council for an unknown criterion", 1, COUNCIL, "1,SNV", "9,SNV"),
]
