import CCHCCriteria
import CCHCFiles
package import CCHCScoring

/// Tells a person what was counted in lists of case files.
package struct TallyText {
  private let counts: CaseCounts
  private let wording: Wording

  package init(_ counts: CaseCounts, _ wording: Wording) { (self.counts, self.wording) = (counts, wording) }

  /// Lists, rows, rejected rows by reason, and the sum of each count.
  package func text() -> String {
    let unusable = wording("Không có số đếm nào dùng được.\n", "No count can be used.\n")
    guard !counts.files.isEmpty else { return unusable }
    let rows = counts.files.reduce(0) { $0 + $1.rows }
    let counted = rows - counts.rejectedCount - counts.leftOut.reduce(0, +)
    var text = wording(
      "\(shown(counts.files.count)) danh sách, \(shown(rows)) hồ sơ: đếm \(shown(counted)), từ chối \(shown(counts.rejectedCount))",
      "Lists: \(shown(counts.files.count)). Case files: \(shown(rows)), counted \(shown(counted)), rejected \(shown(counts.rejectedCount))"
    )
    text += wording(
      ", bỏ qua theo case_agencies.csv \(shown(counts.leftOut[0])), của cơ quan thuộc bộ tiêu chí khác \(shown(counts.leftOut[1])).\n",
      ", left out by case_agencies.csv \(shown(counts.leftOut[0])), of agencies of other sets \(shown(counts.leftOut[1])).\n"
    )
    for file in counts.files { text += file.checksumLine }
    if !counts.rejected.isEmpty {
      text += wording("Từ chối theo lý do:\n", "Rejected by reason:\n")
      for (code, count) in counts.rejected { text += "  \(shown(count))  \(code.id)\n" }
    }
    if counts.rejectedCount > counts.placedCount {
      text += wording(
        "Chỉ nêu chỗ của \(shown(counts.placedCount)) dòng bị từ chối đầu tiên.\n",
        "Only the first \(shown(counts.placedCount)) rejected rows are placed.\n")
    }
    guard counts.isCounted else { return text + unusable }
    text += wording("Tổng của \(agencyCount) cơ quan:\n", "Sums of \(agencyCount) agencies:\n")
    for (number, count) in counts.plan.tally.counts.enumerated() {
      let leaf = counts.plan.set.leaves[count.leaf]
      let input = leaf.inputs[count.input]
      let sum = counts.plan.ownAgencies.reduce(Int64(0)) { $0 + counts.count(agency: $1, number) }
      text += "  \(counts.plan.set.rows[leaf.row].code) \(input.name)  \(shown(Int(sum)))  \(input.label)\n"
    }
    return text
  }

  private var agencyCount: String { shown(counts.plan.ownAgencies.count) }

  /// A whole number in groups of three digits.
  private func shown(_ number: Int) -> String {
    var digits = Array(String(number).utf8)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(UInt8(ascii: wording.language == .vietnamese ? "." : ","), at: place)
      place -= 3
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
