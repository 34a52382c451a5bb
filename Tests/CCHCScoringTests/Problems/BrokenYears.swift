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
  ]
}
