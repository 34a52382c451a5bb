import CCHCExact
import CCHCFiles
import CCHCTables

extension WorkedCase {
  /// Reads cases.csv; a row that cannot be read is reported and left out.
  static func read(_ table: Table, _ set: CriteriaSet, _ problems: inout ProblemList) -> [WorkedCase] {
    var cases: [WorkedCase] = []
    let codes = Interner(set.rows.map(\.code))
    var rows = table.rows()
    while rows.next(&problems) {
      guard let code = rows.requiredText(WorkedCaseColumn.criterion, &problems) else { continue }
      guard let row = codes.number(of: code) else {
        problems.report(
          .criterionUnknown, at: rows.place(WorkedCaseColumn.criterion), .text(code), .text(set.code),
          suggestion: nearest(to: code, among: codes.names))
        continue
      }
      guard let leaf = set.rows[row].leaf else {
        problems.report(.criterionNotLeaf, at: rows.place(WorkedCaseColumn.criterion), .text(code))
        continue
      }
      guard let (figures, lateDays) = figures(rows.text(WorkedCaseColumn.inputs), set.leaves[leaf]) else {
        problems.report(
          .caseFigures, at: rows.place(WorkedCaseColumn.inputs), .text(rows.text(WorkedCaseColumn.inputs)))
        continue
      }
      let isExempt = Words.zeroDenominators.english(rows.text(WorkedCaseColumn.points)) == "exempt"
      let points = isExempt ? nil : rows.number(WorkedCaseColumn.points, &problems)
      if rows.requiredText(WorkedCaseColumn.points, &problems) == nil || (!isExempt && points == nil) {
        continue
      }
      cases.append(
        WorkedCase(
          leaf: leaf, figures: figures, lateDays: lateDays, points: points,
          source: rows.text(WorkedCaseColumn.source),
          place: rows.place(WorkedCaseColumn.points)))
    }
    return cases
  }

  /// Reads `a=405424; b=358660`, and `late_days=3`; nil where a name is unknown or comes twice.
  private static func figures(_ text: String, _ leaf: Leaf) -> (figures: [String?], lateDays: Int)? {
    var lateDays: Int?
    var figures = [String?](repeating: nil, count: leaf.inputs.count)
    for piece in text.pieces(separatedBy: ";") where !piece.isEmpty {
      guard let mark = piece.firstIndex(of: "="), piece.count(where: { $0 == "=" }) == 1 else { return nil }
      let name = String(piece[..<mark]).trimmed
      let value = String(piece[piece.index(after: mark)...]).trimmed
      if name == RuleFunction.lateDays.name {
        guard lateDays == nil, let days = parseCount(Array(value.utf8).span) else { return nil }
        lateDays = Int(days)
        continue
      }
      guard let input = leaf.inputs.firstIndex(where: { $0.name == name }), figures[input] == nil else {
        return nil
      }
      figures[input] = value
    }
    return (figures, lateDays ?? 0)
  }
}
