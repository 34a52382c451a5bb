import CCHCScoring
import CCHCTables

// 3. Số liệu và tiêu chí
extension ComparisonReport {
  /// How much of each agency's change of points comes from figures and how much from changed criteria.
  func writeSplits(_ markdown: inout Markdown) {
    let names = columnNames
    markdown.heading(2, "3. Điểm thay đổi do số liệu và do tiêu chí")
    markdown.paragraph(
      """
      Với tiêu chí hai năm cùng mã, cùng số liệu: **do số liệu** là điểm của số liệu năm \(names.now) trừ điểm của số liệu \
      năm \(names.before), cùng chấm theo công thức năm \(names.now); **do tiêu chí** là điểm của số liệu năm \
      \(names.before) theo công thức năm \(names.now) trừ điểm của chính số liệu đó theo công thức năm \(names.before). \
      Thay đổi = do số liệu + do tiêu chí + tiêu chí mới − tiêu chí bỏ + không tách được. Điểm của lĩnh vực điểm trừ mang \
      dấu âm.
      """)
    for group in groups where group.agencies.contains(where: { $0.split != nil }) {
      groupHeading(group, &markdown)
      writeTotals(group, &markdown)
      writeLeaves(group, &markdown)
    }
  }

  private func writeTotals(_ group: GroupComparison, _ markdown: inout Markdown) {
    let names = columnNames
    let columns = [
      MarkdownColumn("Cơ quan", width: 28), MarkdownColumn("Điểm \(names.before)", width: 9, .right),
      MarkdownColumn("Điểm \(names.now)", width: 9, .right), MarkdownColumn("Thay đổi", width: 9, .right),
      MarkdownColumn("Do số liệu", width: 9, .right), MarkdownColumn("Do tiêu chí", width: 9, .right),
      MarkdownColumn("Tiêu chí mới", width: 9, .right), MarkdownColumn("Tiêu chí bỏ", width: 9, .right),
      MarkdownColumn("Không tách được", width: 9, .right),
    ]
    markdown.table(columns) { rows in
      for agency in group.agencies {
        guard let split = agency.split else { continue }
        rows.cell(name(now: agency.now.agency))
        rows.cell(decimalText(split.before, decimals: split.decimals, mark: ","))
        rows.cell(decimalText(split.after, decimals: split.decimals, mark: ","))
        let parts = [
          split.after - split.before, split.figures, split.criteria, split.added, -split.dropped,
          split.unsplit,
        ]
        for part in parts { rows.cell(split.text(part)) }
        rows.endRow()
      }
    }
    markdown.paragraph(
      "Cột Tiêu chí bỏ ghi số điểm mất đi, mang dấu âm; tổng năm cột cuối đúng bằng cột Thay đổi.")
    let merged = group.agencies.filter(\.isMerged).map { MarkdownText(name(now: $0.now.agency)) }
    if !merged.isEmpty {
      markdown.paragraph("Không tách cho cơ quan hợp nhất: \(MarkdownText.joined(merged, ", ")).")
    }
  }

  /// What becomes of each leaf in the group, summed over its agencies.
  private func writeLeaves(_ group: GroupComparison, _ markdown: inout Markdown) {
    let set = set(of: group)
    for sums in comparison.leafSums(of: group) {
      let old = older.groups[sums.oldGroup].set
      let places = sums.leaves
      func list(_ kind: LeafChange.Kind) -> [MarkdownText] {
        places.filter { $0.kinds.contains(kind) }.map { leaf in
          let row =
            leaf.new.map { set.rows[set.leaves[$0].row] } ?? leaf.old.map { old.rows[old.leaves[$0].row] }
          return "\(row?.code ?? "") \(row?.name ?? "")"
        }
      }
      let changed = places.filter { $0.criteria != 0 }
      if !changed.isEmpty {
        markdown.paragraph(
          "Tiêu chí mà việc sửa cách chấm làm đổi điểm, cộng \(countText(sums.agencies)) cơ quan:")
        let columns = [
          MarkdownColumn("Mã", width: 8), MarkdownColumn("Tiêu chí", width: 52),
          MarkdownColumn("Do số liệu", width: 14, .right), MarkdownColumn("Do tiêu chí", width: 14, .right),
        ]
        markdown.table(columns) { rows in
          for leaf in changed {
            guard let new = leaf.new else { continue }
            rows.cell(set.rows[set.leaves[new].row].code)
            rows.cell(set.rows[set.leaves[new].row].name)
            rows.cell(sums.text(leaf.figures))
            rows.cell(sums.text(leaf.criteria))
            rows.endRow()
          }
        }
      } else {
        markdown.paragraph("Không có tiêu chí chung nào đổi điểm vì sửa cách chấm.")
      }
      let lists: [(MarkdownText, LeafChange.Kind)] = [
        ("Tiêu chí mới, hoặc đã đổi số liệu", .added), ("Tiêu chí bỏ, hoặc đã đổi số liệu", .dropped),
        ("Không tách được vì điểm do thẩm định quyết định, ở ít nhất một cơ quan", .decided),
        ("Không tách được vì chấm theo ngày của từng năm", .dated),
      ]
      for (title, kind) in lists {
        let entries = list(kind)
        if !entries.isEmpty { markdown.item("\(title): \(MarkdownText.joined(entries, "; ")).") }
      }
      let renamed = LeafPairing(old, set).renamed.map { pair -> MarkdownText in
        let row = set.rows[set.leaves[pair.new].row]
        return "\(row.code) “\(row.name)” (trước là “\(old.rows[old.leaves[pair.old].row].name)”)"
      }
      if !renamed.isEmpty {
        markdown.item(
          "Cùng mã, cùng số liệu nhưng khác tên, cần xem có đúng là một tiêu chí: \(MarkdownText.joined(renamed, "; "))."
        )
      }
    }
  }
}

extension PointsSplit {
  /// A difference of points, which bears its sign.
  func text(_ units: Int128) -> String {
    (units > 0 ? "+" : "") + decimalText(units, decimals: decimals, mark: ",")
  }
}

extension LeafSums {
  /// A difference of points, which bears its sign.
  func text(_ units: Int128) -> String {
    (units > 0 ? "+" : "") + decimalText(units, decimals: decimals, mark: ",")
  }
}
