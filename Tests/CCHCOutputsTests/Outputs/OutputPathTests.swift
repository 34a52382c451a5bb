import CCHCFiles
import CCHCOutputs
import Testing

@Suite("Names of outputs")
struct OutputPathTests {
  static let notice: OutputPath = "co-quan/\(.agency)/thong-bao-lan-\(.appraisalRound)"
  static let worklist: OutputPath = "noi-bo/tham-dinh/\(.member)\(.appraisalRound, after: "-lan-")"
  static let sheet: OutputPath = "noi-bo/phieu/\(.agency)-\(.criterion)"

  static let names: [(OutputPath, String, [OutputPath.Values])] = [
    (notice, "co-quan/STP/thong-bao-lan-2", [[.agency: "STP", .appraisalRound: "2"]]),
    (notice, "co-quan/A/B/thong-bao-lan-2", []), (notice, "co-quan//thong-bao-lan-2", []),
    (notice, "co-quan/STP/thong-bao-lan-", []), (notice, "co-quan/STP/thong-bao-lan-2/x", []),
    (worklist, "noi-bo/tham-dinh/SNV", [[.member: "SNV"]]),
    (
      worklist, "noi-bo/tham-dinh/SNV-lan-2",
      [[.member: "SNV", .appraisalRound: "2"], [.member: "SNV-lan-2"]]
    ),
    (
      sheet, "noi-bo/phieu/S-X-1.1",
      [[.agency: "S", .criterion: "X-1.1"], [.agency: "S-X", .criterion: "1.1"]]
    ),
    ("noi-bo/report", "noi-bo/report", [[:]]), ("noi-bo/report", "noi-bo/report2", []),
    ("noi-bo/report", "", []),
  ]

  @Test("a name is read in every way that fits", arguments: names)
  func reads(_ path: OutputPath, _ name: String, _ expected: [OutputPath.Values]) {
    #expect(Set(path.matches(name)) == Set(expected))
    for values in path.matches(name) { #expect(path.name(values) == name) }
  }

  @Test("a person reads placeholders in his language, optional parts in brackets")
  func isShown() {
    #expect(Self.worklist.shown.vietnamese == "noi-bo/tham-dinh/<thành viên>[-lan-<k>]")
    #expect(Self.worklist.shown.english == "noi-bo/tham-dinh/<member>[-lan-<k>]")
  }
}
