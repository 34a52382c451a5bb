import CCHCFiles
import CCHCOffice
package import CCHCScoring

/// What a person is told when a set was drafted.
package struct DraftText {
  private let set: DraftSet
  private let folder: String
  private let wording: Wording

  package init(_ set: DraftSet, folder: String, _ wording: Wording) {
    (self.set, self.folder, self.wording) = (set, folder, wording)
  }

  package func text() -> String {
    let leaves = set.leaves
    let proposed = leaves.count { $0.proposal != nil }
    let fields = set.rows.count { $0.level == 1 }
    let sums = set.differences.count
    let report = joinedPath(folder, "de-xuat.md")
    return wording(
      """
      Trang tính “\(set.sheet)”: \(fields) lĩnh vực, \(leaves.count) tiêu chí chấm điểm.
      Công thức đề xuất, cần soát: \(proposed). Còn phải viết: \(leaves.count - proposed).
      Tổng điểm không khớp: \(sums).
      Đã ghi \(folder): set.csv, criteria.csv, de-xuat.md.
      Đọc \(report), soát và viết tiếp, rồi chạy: cchc check \(folder)

      """,
      """
      Sheet “\(set.sheet)”: \(fields) fields, \(leaves.count) leaves.
      Rules proposed, to be gone over: \(proposed). Still to write: \(leaves.count - proposed).
      Sums that do not agree: \(sums).
      Written to \(folder): set.csv, criteria.csv, de-xuat.md.
      Read \(report), go over the rules and write the others, then run: cchc check \(folder)

      """)
  }
}
