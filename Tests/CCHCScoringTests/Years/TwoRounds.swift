/// Two rounds of the same or of different sets: `truoc` of 2022, and `ky` of 2023 that names it.
func twoRounds(
  before: [String: String], now: [String: String], _ rows: [Row]? = nil, settings: String = ""
) -> SmallRound {
  var files = [
    "round.csv": "key,value\nname,Kỳ này\nyear,2023\ncriteria:so,bo\nprevious,truoc\n",
    "../truoc/round.csv": "key,value\nname,Kỳ trước\nyear,2022\ncriteria:so,bo\n",
  ]
  files.merge(now) { $1 }
  for (name, text) in before { files["../truoc/\(name)"] = text }
  var round = rows.map { SmallRound($0) } ?? SmallRound(inputs: "a", rule: "a", leaf: [:])
  round.files["set/set.csv", default: ""] += settings
  return round.with(files)
}

/// Rows of agencies.csv in the group so: code, bloc.
func agencyTable(_ rows: (code: String, bloc: String)...) -> String {
  csv([["agency", "name", "group", "bloc"]] + rows.map { [$0.code, "Sở \($0.code)", "so", $0.bloc] })
}

/// Rows of self/x.csv for the input `a` of the leaf 1.1: agency and value.
func values(_ rows: (String, String)...) -> String {
  csv([["agency", "criterion", "input", "value"]] + rows.map { [$0.0, "1.1", "a", $0.1] })
}
