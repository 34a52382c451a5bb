import CCHCCriteria
import CCHCFiles

// Settles which rows of appraisals count together: same keys, two decisions, points beside values.
extension RoundLoader {
  /// Sorts the rows by agency, leaf and round, keeping the order of the files, and drops those in conflict.
  mutating func settleAppraisals(_ list: inout [Appraisal]) {
    if !isSorted(list) {
      let order = list.indices.sorted { left, right in
        let (a, b) = (list[left].key, list[right].key)
        return a != b ? a < b : left < right
      }
      list = order.map { list[$0] }
    }
    var start = 0
    while start < list.count {
      var end = start + 1
      while end < list.count, list[end].key == list[start].key { end += 1 }
      if end - start > 1 { settle(&list[start..<end]) }
      start = end
    }
  }

  /// Whether rows already stand by agency, leaf and round, as a council's tables mostly do.
  private func isSorted(_ list: [Appraisal]) -> Bool {
    for place in list.indices.dropFirst() where list[place].key < list[place - 1].key { return false }
    return true
  }

  /// Settles the rows of one leaf and round.
  private mutating func settle(_ rows: inout ArraySlice<Appraisal>) {
    dropSameKeys(&rows)
    dropSecondPoints(&rows)
    dropPointsBesideValues(&rows)
  }

  /// Of two rows for the same input neither counts; an exact repetition counts once.
  private mutating func dropSameKeys(_ rows: inout ArraySlice<Appraisal>) {
    var inputs: [Int?] = []
    for row in rows where !inputs.contains(row.input) { inputs.append(row.input) }
    for input in inputs {
      let same = rows.indices.filter { rows[$0].input == input }
      guard same.count > 1 else { continue }
      let first = same[0]
      let isRepetition = same.allSatisfy { rows[$0].digest == rows[first].digest }
      for other in same.dropFirst() {
        if isRepetition {
          problems.report(
            .rowRepeated, at: place(rows[other]), .count(Int(rows[first].row)), .text(file(rows[first])))
        } else {
          problems.report(
            .appraisalConflict, at: place(rows[other]), .text(code(rows[first])),
            .count(Int(rows[first].round)),
            .count(Int(rows[first].row)), .text(file(rows[first])))
        }
        rows[other].counts = false
      }
      if !isRepetition { rows[first].counts = false }
    }
  }

  private mutating func dropSecondPoints(_ rows: inout ArraySlice<Appraisal>) {
    let inputs = Set(rows.filter(\.givesPoints).map(\.input))
    guard inputs.count > 1, let first = rows.first(where: \.givesPoints) else { return }
    for index in rows.indices where rows[index].givesPoints {
      rows[index].counts = false
      guard rows[index].input != first.input else { continue }
      problems.report(
        .appraisalTwicePoints, at: place(rows[index]), .text(code(first)), .count(Int(first.round)),
        .count(Int(first.row)),
        .text(file(first)))
    }
  }

  private mutating func dropPointsBesideValues(_ rows: inout ArraySlice<Appraisal>) {
    guard rows.contains(where: { $0.givesPoints }), rows.contains(where: { $0.givesValue && !$0.givesPoints })
    else {
      return
    }
    for index in rows.indices where rows[index].givesPoints || rows[index].givesValue {
      rows[index].counts = false
      if !rows[index].givesValue {
        problems.report(
          .appraisalBoth, at: place(rows[index]), .text(code(rows[index])), .count(Int(rows[index].round)))
      }
    }
  }

  private func place(_ row: Appraisal) -> Place {
    round.evidence.place(file: row.file, row: row.row)
  }

  private func file(_ row: Appraisal) -> String { round.evidence.files[Int(row.file)] }

  private func code(_ row: Appraisal) -> String {
    let set = round.set(of: row.agency)
    return set.rows[set.leaves[row.leaf].row].code
  }
}
