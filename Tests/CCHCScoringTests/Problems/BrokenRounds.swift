extension BrokenInput {
  /// A slip for each code of evidence.
  static let evidence: [BrokenInput] = [
    BrokenInput(
      "error group-without-set agencies.csv:2:group", ["agencies.csv": "agency,name,group\nA,a,huyen\n"]),
    BrokenInput(
      "error set-missing round.csv:4:value", ["round.csv": "key,value\nname,K\nyear,2023\ncriteria:so,khac\n"]
    ),
    BrokenInput(
      "warning group-unused round.csv:-:-",
      ["round.csv": "key,value\nname,K\nyear,2023\ncriteria:so,bo\ncriteria:xa,bo\n"]),
    BrokenInput(
      "error agency-unknown self/x.csv:2:agency", ["self/x.csv": "agency,criterion,input,value\nB,1.1,a,1\n"]),
    BrokenInput(
      "error agency-unknown survey/x.csv:2:agency", ["survey/x.csv": "agency,criterion,answer\nB,1.1,a\n"]),
    BrokenInput(
      "error agency-of-other-file self/A.csv:2:agency",
      [
        "agencies.csv": "agency,name,group\nA,a,so\nB,b,so\n",
        "self/A.csv": "agency,criterion,input,value\nB,1.1,a,1\n",
      ]),
    BrokenInput("error agency-unsaid self/x.csv:2:agency", ["self/x.csv": filed("a=1")]),
    BrokenInput(
      "error criterion-name-differs self/A.csv:2:criterion_name",
      ["self/A.csv": "criterion,criterion_name,input,value\n1.1,Tiêu chí 1.10,a,1\n"]),
    BrokenInput("error method-differs external/A.csv:2:criterion", ["external/A.csv": filed("a=1")]),
    BrokenInput("warning exempt-row self/A.csv:2:criterion", ["exemptions.csv": exempted(("A", "1.1"))]),
    BrokenInput("error input-unknown self/A.csv:2:input", ["self/A.csv": filed("c=1")]),
    BrokenInput("error value-invalid self/A.csv:3:value", ["self/A.csv": filed("a=1; b=x")]),
    BrokenInput(
      "error count-invalid survey/A.csv:2:count",
      SmallRound(
        inputs: "a", rule: "a", leaf: ["method": "survey"],
        ["survey/A.csv": "agency,criterion,answer,count\nA,1.1,a,1.5\n"])),
    BrokenInput("warning file-unknown agencie.csv:-:-", ["agencie.csv": "x"]),
    BrokenInput("warning file-unknown ghi-chu:-:-", ["ghi-chu/x.txt": "x"]),
    BrokenInput("warning file-spreadsheet self/A.xls:-:-", ["self/A.xls": "x"]),
    BrokenInput(
      "error criterion-code-changed self/A.csv:2:criterion",
      ["self/A.csv": "criterion,criterion_name,input,value\n1.1,Tiêu chí 1,a,1\n"]),
    BrokenInput(
      "error appraiser-missing appraisal/1.csv:2:appraiser",
      [
        "council.csv": "criterion,appraiser\n1,SNV\n", "appraisal/1.csv": appraised("A,1.1,1,,,5,x,"),
      ]),
    BrokenInput(
      "error exemption-criterion-unknown exemptions.csv:2:criterion", ["exemptions.csv": exempted(("A", "3"))]
    ),
    BrokenInput(
      "error exemption-criterion-unknown council.csv:2:criterion",
      ["council.csv": "criterion,appraiser\n3,SNV\n"]),
    BrokenInput(
      "error rating-unknown head_ratings.csv:2:rating", ["head_ratings.csv": "agency,rating\nA,Giỏi\n"]),
    BrokenInput(
      "error obligation-unknown followup.csv:2:obligation",
      ["followup.csv": "agency,obligation,received\nA,y,1/4/2024\n"]),
    BrokenInput(
      "error obligation-unknown publication.csv:2:value",
      ["publication.csv": "key,value\ndeadline:y,1/4/2024\n"]),
    BrokenInput(
      "error year-invalid round.csv:3:value", ["round.csv": "key,value\nname,K\nyear,hai\ncriteria:so,bo\n"]),
    BrokenInput(
      "error appraisal-round appraisal/1.csv:2:round", ["appraisal/1.csv": appraised("A,1.1,một,,,,,")]),
    BrokenInput(
      "error appraisal-without-reason appraisal/1.csv:2:reason",
      ["appraisal/1.csv": appraised("A,1.1,1,,,5,,")]),
    BrokenInput(
      "error appraisal-points-range appraisal/1.csv:2:points",
      ["appraisal/1.csv": appraised("A,1.1,1,,,11,x,")]),
    BrokenInput(
      "error appraisal-both appraisal/1.csv:2:points", ["appraisal/1.csv": appraised("A,1.1,1,b,5,5,x,")]),
    BrokenInput(
      "error appraisal-twice-points appraisal/1.csv:3:-",
      ["appraisal/1.csv": appraised("A,1.1,1,a,,5,x,", "A,1.1,1,b,,6,x,")]),
    BrokenInput(
      "error appraisal-conflict appraisal/1.csv:3:-",
      ["appraisal/1.csv": appraised("A,1.1,1,,,5,x,", "A,1.1,1,,,6,x,")]),
    BrokenInput(
      "error appraiser-wrong appraisal/1.csv:2:appraiser",
      ["council.csv": "criterion,appraiser\n1,SNV\n", "appraisal/1.csv": appraised("A,1.1,1,,,5,x,STC")]),
    BrokenInput(
      "error appraiser-own appraisal/1.csv:2:appraiser", ["appraisal/1.csv": appraised("A,1.1,1,,,5,x,A")]),
    BrokenInput(
      "error appraisal-survey appraisal/1.csv:2:criterion",
      SmallRound(
        inputs: "a", rule: "a", leaf: ["method": "survey"], ["appraisal/1.csv": appraised("A,1.1,1,,,5,x,")])),
    BrokenInput(
      "error appraisal-input-missing appraisal/1.csv:2:input",
      ["appraisal/1.csv": appraised("A,1.1,1,,5,,x,")]),
  ]

  /// A slip for each code of scoring.
  static let scores: [BrokenInput] = [
    BrokenInput("warning leaf-missing self/A.csv:2:-", ["self/A.csv": filed("a=10")]),
    BrokenInput("warning leaf-requested self/A.csv:2:-", ["self/A.csv": filed("a=không áp dụng")]),
    BrokenInput(
      "warning leaf-undocumented self/A.csv:2:-",
      SmallRound(
        leaf: ["document": "required", "zero_denominator": "zero"], ["self/A.csv": filed("a=10; b=8")])),
    BrokenInput(
      "error check-fails self/A.csv:2:-",
      SmallRound(leaf: ["checks": "b <= a", "zero_denominator": "zero"], ["self/A.csv": filed("a=8; b=10")])),
    BrokenInput("error division-by-zero self/A.csv:2:-", SmallRound(["self/A.csv": filed("a=0; b=0")])),
    BrokenInput(
      "error value-too-large self/A.csv:2:-",
      SmallRound(rule: "a*a*a*a", ["self/A.csv": filed("a=999999999999")])),
    BrokenInput(
      "warning agency-without-maximum agencies.csv:2:agency", ["exemptions.csv": exempted(("*", "1"))]),
    BrokenInput(
      "warning head-unrated head_ratings.csv:-:-",
      [
        "set/obligations.csv": csv([
          ["id", "condition", "duty", "deadline", "recipient"],
          ["x", "head_rating = \"Hoàn thành nhiệm vụ\"", "V", "04-01", "N"],
        ])
      ]),
    BrokenInput(
      "warning deadline-not-after-announcement criteria/bo/obligations.csv:2:-",
      ["publication.csv": "key,value\nannounced,2024-04-01\n"]),
    BrokenInput(
      "error deadline-no-day criteria/bo/obligations.csv:2:-",
      [
        "set/obligations.csv": "id,condition,duty,deadline,recipient\nx,always,V,02-29,N\n",
        "round.csv": "key,value\nname,K\nyear,2024\ncriteria:so,bo\n",
      ]),
  ]

  static let all =
    tables + rules + sets + evidence + scores + cycle + documents + years
    + followUp + sheets
}
