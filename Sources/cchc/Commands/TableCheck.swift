import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCOffice
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTables

/// `cchc verify --table FILE`: checks a published ranking against itself, without the round.
enum TableCheck {
  static func run(_ files: [String], _ call: Call) throws(FileError) -> CommandOutput {
    var problems = ProblemList()
    var text = ""
    for file in files {
      var found = ProblemList()
      let rankings = PublishedRanking.read(try readFile(file), file: file, &found)
      let checks = rankings.map { RankingCheck($0) }
      for check in checks { found.append(contentsOf: check.problems) }
      text += summary(file, checks, found, call.wording)
      problems.append(contentsOf: found)
    }
    // A person who looks for mistakes wants all of them, unless there are too many to read.
    let limit = problems.items.count > ProblemPrinter.most ? ProblemPrinter.most : Int.max
    return CommandOutput(
      problems, display: .listed(problems, limit: limit, allBy: "cchc verify --table --json"), text: text)
  }

  private static func summary(
    _ file: String, _ checks: [RankingCheck], _ problems: ProblemList, _ wording: Wording
  ) -> String {
    var text = ""
    for check in checks {
      let sheet = check.sheet.map { wording(", trang tính “\($0)”", ", sheet “\($0)”") } ?? ""
      text += wording(
        "\(file)\(sheet): \(check.rowCount) cơ quan\n", "\(file)\(sheet): \(check.rowCount) agencies\n")
      for kind in RankingCheck.Kind.allCases {
        let words = words(kind, wording)
        if let rows = check.checked[kind] {
          text += "  \(words): " + wording("đã đối chiếu \(rows) dòng\n", "\(rows) rows checked\n")
        } else {
          text +=
            "  \(words): " + wording("bảng không có gì để đối chiếu\n", "nothing to check in the table\n")
        }
      }
    }
    guard !checks.isEmpty else { return text }
    let (errors, warnings) = (problems.count(.error), problems.count(.warning))
    return text
      + (errors + warnings == 0
        ? wording("  Không có chỗ nào mâu thuẫn.\n", "  Nothing contradicts itself.\n")
        : wording(
          "  \(errors) chỗ sai, \(warnings) chỗ cần xem lại.\n",
          "  \(errors) mistakes, \(warnings) to be looked at.\n"))
  }

  private static func words(_ kind: RankingCheck.Kind, _ wording: Wording) -> String {
    switch kind {
    case .ranks: wording("Hạng theo chỉ số hoặc điểm", "Ranks by index or points")
    case .index: wording("Chỉ số theo điểm và điểm tối đa", "Index by points and maximum")
    case .sums: wording("Điểm theo tổng các cột thành phần", "Points by the sum of the fields")
    case .bands: wording("Xếp loại theo thứ tự", "Bands by order")
    case .means: wording("Dòng trung bình", "Rows of means")
    }
  }
}
