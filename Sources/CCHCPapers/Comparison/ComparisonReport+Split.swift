import CCHCCriteria
import CCHCCycle
import CCHCDocuments
import CCHCExact
import CCHCOffice
import CCHCScoring
import CCHCTables

// 3. Số liệu và tiêu chí
extension ComparisonReport {
  /// How much of each agency's change of points comes from figures and how much from changed criteria.
  func writeSplits(_ tree: inout DocumentTree) {
    let names = columnNames
    tree.heading(2, "3. Điểm thay đổi do số liệu và do tiêu chí")
    tree.paragraph(
      """
      Với tiêu chí hai năm cùng mã, cùng số liệu: **do số liệu** là điểm của số liệu năm \(names.now) trừ điểm của số liệu \
      năm \(names.before), cùng chấm theo công thức năm \(names.now); **do tiêu chí** là điểm của số liệu năm \
      \(names.before) theo công thức năm \(names.now) trừ điểm của chính số liệu đó theo công thức năm \(names.before). \
      Thay đổi = do số liệu + do tiêu chí + tiêu chí mới − tiêu chí bỏ + không tách được. Điểm của lĩnh vực điểm trừ mang \
      dấu âm.
      """)
    for group in groups where group.agencies.contains(where: { $0.split != nil }) {
      groupHeading(group, &tree)
      writeTotals(group, &tree)
      writeLeaves(group, &tree)
    }
  }

  private func writeTotals(_ group: GroupComparison, _ tree: inout DocumentTree) {
    let names = columnNames
    let columns = [
      TableColumn("Cơ quan", width: 28), TableColumn("Điểm \(names.before)", width: 9, .right),
      TableColumn("Điểm \(names.now)", width: 9, .right), TableColumn("Thay đổi", width: 9, .right),
      TableColumn("Do số liệu", width: 9, .right), TableColumn("Do tiêu chí", width: 9, .right),
      TableColumn("Tiêu chí mới", width: 9, .right), TableColumn("Tiêu chí bỏ", width: 9, .right),
      TableColumn("Không tách được", width: 9, .right),
    ]
    tree.table(columns) { rows in
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
    tree.paragraph(
      "Cột Tiêu chí bỏ ghi số điểm mất đi, mang dấu âm; tổng năm cột cuối đúng bằng cột Thay đổi.")
    let merged = group.agencies.filter(\.isMerged).map { RichText(name(now: $0.now.agency)) }
    if !merged.isEmpty {
      tree.paragraph("Không tách cho cơ quan hợp nhất: \(RichText.joined(merged, ", ")).")
    }
  }

  /// What becomes of each leaf in the group, summed over its agencies.
  private func writeLeaves(_ group: GroupComparison, _ tree: inout DocumentTree) {
    let set = set(of: group)
    for sums in comparison.leafSums(of: group) {
      let old = older.groups[sums.oldGroup].set
      let places = sums.leaves
      func list(_ kind: LeafChange.Kind) -> [RichText] {
        places.filter { $0.kinds.contains(kind) }.map { leaf in
          let row =
            leaf.new.map { set.rows[set.leaves[$0].row] } ?? leaf.old.map { old.rows[old.leaves[$0].row] }
          return "\(row?.code ?? "") \(row?.name ?? "")"
        }
      }
      let changed = places.filter { $0.criteria != 0 }
      if !changed.isEmpty {
        tree.paragraph(
          "Tiêu chí mà việc sửa cách chấm làm đổi điểm, cộng \(countText(sums.agencies)) cơ quan:")
        let columns = [
          TableColumn("Mã", width: 8), TableColumn("Tiêu chí", width: 52),
          TableColumn("Do số liệu", width: 14, .right), TableColumn("Do tiêu chí", width: 14, .right),
        ]
        tree.table(columns) { rows in
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
        tree.paragraph("Không có tiêu chí chung nào đổi điểm vì sửa cách chấm.")
      }
      let lists: [(RichText, LeafChange.Kind)] = [
        ("Tiêu chí mới, hoặc đã đổi số liệu", .added), ("Tiêu chí bỏ, hoặc đã đổi số liệu", .dropped),
        ("Không tách được vì điểm do thẩm định quyết định, ở ít nhất một cơ quan", .decided),
        ("Không tách được vì chấm theo ngày của từng năm", .dated),
      ]
      for (title, kind) in lists {
        let entries = list(kind)
        if !entries.isEmpty { tree.item("\(title): \(RichText.joined(entries, "; ")).") }
      }
      let renamed = LeafPairing(old, set).renamed.map { pair -> RichText in
        let row = set.rows[set.leaves[pair.new].row]
        return "\(row.code) “\(row.name)” (trước là “\(old.rows[old.leaves[pair.old].row].name)”)"
      }
      if !renamed.isEmpty {
        tree.item(
          "Cùng mã, cùng số liệu nhưng khác tên, cần xem có đúng là một tiêu chí: \(RichText.joined(renamed, "; "))."
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
