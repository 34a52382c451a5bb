import CCHCCriteria
import CCHCDocuments
import CCHCScoring

/// The points that one agency lost, field by field, with columns for cause, responsibility, remedy and time.
struct LossTable {
  let agency: ScoredAgency
  let losses: [FieldLoss]
  private let set: CriteriaSet
  private let reasons: AppraisalReasons

  init(_ agency: ScoredAgency) {
    self.agency = agency
    losses = agency.fieldLosses
    set = agency.set
    reasons = AppraisalReasons(agency.filed)
  }

  private var settings: SetSettings { self.set.settings }

  /// The fields in which something was lost.
  var touched: [FieldLoss] { losses.filter { !$0.items.isEmpty } }

  /// All points lost, as documents write them.
  var totalText: String { settings.pointsText(losses.reduce(0) { $0 + $1.units }) }

  /// How many criteria lost points.
  var count: Int { losses.reduce(0) { $0 + $1.items.count } }

  /// A field by its code and name.
  func title(_ loss: FieldLoss) -> RichText {
    let row = self.set.rows[self.set.fields[loss.field]]
    return "\(row.code). \(row.fieldTitle)"
  }

  /// What was lost in a field, of what, as documents write it.
  func pointsText(_ loss: FieldLoss) -> String { settings.pointsText(loss.units) }

  /// A table for each field in which something was lost, and a sentence on the others.
  func write(_ tree: inout DocumentTree, level: Int) {
    for loss in touched {
      tree.heading(level, "Lĩnh vực \(title(loss)): bị trừ \(pointsText(loss)) điểm")
      tree.table(Self.columns) { rows in
        for item in loss.items { row(item, &rows) }
      }
    }
    let whole = losses.filter(\.items.isEmpty)
    guard !whole.isEmpty, !touched.isEmpty else { return }
    tree.paragraph("Lĩnh vực không bị trừ điểm: \(RichText.joined(whole.map(title), "; ")).")
  }

  private static let columns = [
    TableColumn("Tiêu chí", width: 15), TableColumn("Cách chấm", width: 15),
    TableColumn("Số liệu", width: 13), TableColumn("Ý kiến thẩm định", width: 12),
    TableColumn("Điểm bị trừ/ tối đa", width: 8, .right), TableColumn("Nguyên nhân", width: 11),
    TableColumn("Tập thể, cá nhân chịu trách nhiệm", width: 10),
    TableColumn("Biện pháp khắc phục", width: 9), TableColumn("Thời hạn", width: 7),
  ]

  private func row(_ item: FieldLoss.Item, _ rows: inout TableRows) {
    let leaf = self.set.leaves[item.leaf]
    let row = self.set.rows[leaf.row]
    rows.cell("\(row.code). \(row.name)" as RichText)
    rows.cell(row.ruleText.isEmpty ? leaf.rule?.text ?? noFigure : row.ruleText)
    rows.cell(filed(agency[leaf: item.leaf], leaf))
    rows.cell(reasons.text(leaf: item.leaf) ?? RichText(noFigure))
    rows.cell("\(settings.pointsText(item.units))/\(settings.maximumText(Int128(leaf.maxUnits)))")
    for _ in 0..<4 { rows.cell("") }
    rows.endRow()
  }

  /// What was filed; counts of the survey are kept out, since small ones could give persons away.
  private func filed(_ scored: ScoredLeaf, _ leaf: Leaf) -> RichText {
    let score = scored.score
    if leaf.method == .survey { return "Kết quả điều tra xã hội học" }
    var pieces = zip(leaf.inputs, scored.filed.figures).map { input, figure -> RichText in
      "\(input.label.isEmpty ? input.name : input.label): \(figure.shown(as: input.type))"
    }
    if score.status != .scored { pieces.append("(\(score.status.vietnamese))") }
    return pieces.isEmpty ? RichText(noFigure) : .joined(pieces, "; ")
  }
}
