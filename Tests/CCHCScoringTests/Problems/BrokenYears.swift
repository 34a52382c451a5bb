extension BrokenInput {
  /// A slip for each code of previous rounds, surveys and parents.
  static let years: [BrokenInput] = [
    BrokenInput("warning previous-missing round.csv:5:value", ["round.csv": withPrevious]),
    BrokenInput(
      "error previous-not-earlier round.csv:5:value", withPreviousRound(year: "2023", figures: "a=10; b=8")),
    BrokenInput(
      "warning previous-provisional round.csv:-:-", withPreviousRound(year: "2022", figures: "a=10; b=8")),
    BrokenInput(
      "error map-old-unknown map.csv:2:old",
      withPreviousRound(year: "2022", figures: "a=10; b=x").merging(["map.csv": "old,new\nB,A\n"]) { $1 }),
  ]

  /// A round.csv that names the round `truoc`.
  static let withPrevious = "key,value\nname,K\nyear,2023\ncriteria:so,bo\nprevious,truoc\n"

  private static func withPreviousRound(year: String, figures: String) -> [String: String] {
    [
      "round.csv": withPrevious,
      "../truoc/round.csv": "key,value\nname,Kỳ trước\nyear,\(year)\ncriteria:so,bo\n",
      "../truoc/agencies.csv": "agency,name,group\nA,Sở A,so\n", "../truoc/self/A.csv": filed(figures),
    ]
  }
}
