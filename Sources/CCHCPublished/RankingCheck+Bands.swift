import CCHCExact
import CCHCFiles
import CCHCTables

// Bands against the order of the values.
extension RankingCheck {
  mutating func checkBands() {
    guard let column = ranking.band else { return }
    let rows = ranking.rows.filter { !$0.band.isEmpty && ranking.value($0) != nil }
    guard rows.count > 1 else { return }
    checked[.bands] = rows.count
    // Blocs may have bands of their own.
    let blocs = Dictionary(grouping: rows) { plainWords($0.bloc) }
    for key in blocs.keys.sorted() { checkBands(of: blocs[key] ?? [], column) }
  }

  private mutating func checkBands(of rows: [PublishedRanking.Row], _ column: Int) {
    let order = BandOrder(rows.map { (label: $0.band, value: ranking.value($0) ?? .zero) })
    // Values from the highest on; alike ones the better band first, so that they contradict nothing.
    let sorted = rows.map { (row: $0, value: ranking.value($0) ?? .zero, level: order.level(of: $0.band)) }
      .sorted { ($1.value, $0.level, $0.row.number) < ($0.value, $1.level, $1.row.number) }
    for slip in OrderedRows(sorted.map(\.level)).slips {
      let (row, other) = (sorted[slip.place].row, sorted[slip.other].row)
      // A value that is worked out from rounded points is off by as much as they are.
      if let open = ranking.slack(row).adding(ranking.slack(other)), !open.isZero,
        let difference = sorted[slip.place].value.subtracting(sorted[slip.other].value),
        difference <= open, difference.negated <= open
      {
        continue
      }
      problems.report(
        .rankingBand, at: ranking.place(row.number, column), .text(row.band), ranking.valueArgument(row),
        .count(other.number), ranking.valueArgument(other), .text(other.band))
    }
  }
}

/// The order of bands, the best one first: that of their usual words, else that of the values they were given for.
private struct BandOrder {
  private var levels: [String: Int] = [:]

  private static let known: [[String]] = [
    [
      "xuat sac", "hoan thanh xuat sac nhiem vu", "htxsnv", "excellent", "outstanding", "rat tot",
      "very good",
    ],
    ["tot", "hoan thanh tot nhiem vu", "httnv", "good"],
    ["kha", "fair", "hoan thanh nhiem vu", "htnv"],
    ["trung binh kha"],
    ["trung binh", "average", "dat", "satisfactory"],
    ["trung binh yeu"],
    ["yeu", "weak", "khong dat", "khong hoan thanh nhiem vu", "khtnv"],
    ["kem", "poor"],
  ]

  init(_ rows: [(label: String, value: Rational)]) {
    let values = Dictionary(grouping: rows) { plainWords($0.label) }
    let places = values.keys.map { label in
      (label, Self.known.firstIndex { $0.contains(label) } ?? Self.letter(label))
    }
    if places.allSatisfy({ $0.1 != nil }) {
      for (label, place) in places { levels[label] = place }
      return
    }
    // The middle value of a band tells its place; a few slips do not move it.
    let middles = values.mapValues { rows in rows.map(\.value).sorted()[rows.count / 2] }
    let sorted = middles.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (place, entry) in sorted.enumerated() { levels[entry.key] = place }
  }

  /// The place of `A` or `loại A`.
  private static func letter(_ label: String) -> Int? {
    let word = label.hasPrefix("loai ") ? label.dropFirst(5) : label[...]
    guard word.utf8.count == 1, let byte = word.utf8.first, (97...102).contains(byte) else { return nil }
    return Int(byte) - 97
  }

  func level(of label: String) -> Int { levels[plainWords(label)] ?? levels.count }
}
