import TestSupport

extension BrokenInput {
  private static let withPrevious = "key,value\nname,K\nyear,2023\ncriteria:so,bo\nprevious,truoc\n"

  /// A slip for each code of what two years, a survey or levels are about.
  static let years: [BrokenInput] = [
    BrokenInput("warning previous-missing round.csv:5:value", ["round.csv": withPrevious]),
    BrokenInput(
      "error map-old-unknown map.csv:2:old",
      sound.with(["round.csv": withPrevious, "map.csv": "old,new\nB,A\n"])
    ) { folder in
      for (name, text) in sound.files where !name.hasPrefix("set/") {
        try folder.write(text, to: "evidence/truoc/" + name)
      }
    },
    BrokenInput(
      "error survey-personal-column survey/x.csv:1:#họ tên",
      ["survey/x.csv": "agency,criterion,answer,#họ tên\nA,1.1,a,x\n"]),
    BrokenInput(
      "warning survey-few-answers agencies.csv:2:agency",
      SmallRound(
        inputs: "a", rule: "a", leaf: ["method": "survey"],
        ["survey/x.csv": "agency,criterion,answer,count\nA,1.1,a,3\n"])),
    BrokenInput(
      "error parent-circle agencies.csv:2:agency", ["agencies.csv": "agency,name,group,parent\nA,a,so,A\n"]),
  ]
}
