import CCHCCriteria
import CCHCExact

/// What stands below the table of a form: sums of the fields, the results, the thresholds, the signatures.
struct FormSummary {
  /// A result of the agency as a whole.
  enum Result: Int, CaseIterable {
    case own
    case ownMaximum
    case ownPercent
    case index
    case band

    var title: String {
      switch self {
      case .own: "Điểm phần tự chấm"
      case .ownMaximum: "Điểm tối đa phần tự chấm"
      case .ownPercent: "Tỷ lệ phần tự chấm (%)"
      case .index: "Chỉ số (%)"
      case .band: "Xếp loại"
      }
    }
  }

  private let set: CriteriaSet
  let titleRow: Int
  private let limitCount: Int

  init(_ set: CriteriaSet, firstRow: Int) {
    self.set = set
    titleRow = firstRow
    limitCount = set.resultLimits.count
  }

  var headingRow: Int { titleRow + 1 }

  /// The row of a field's sums, by its place among the fields; the last one is that of the agency.
  func totalRow(_ place: Int) -> Int { headingRow + 1 + place }

  func row(of result: Result) -> Int { totalRow(set.fields.count) + 1 + result.rawValue }

  /// The row of the title of the thresholds.
  var limitTitleRow: Int { row(of: .band) + 2 }

  func limitRow(_ place: Int) -> Int { limitTitleRow + 1 + place }

  /// The first row of the signatures.
  var signatureRow: Int { limitCount == 0 ? row(of: .band) + 2 : limitRow(limitCount) + 1 }

  var lastRow: Int { signatureRow + 6 }

  /// A limit as it is named: `75%`, or points.
  func shownLimit(_ limit: ResultLimit) -> String {
    let value = limit.isShare ? limit.value.multiplied(by: Rational(100)) ?? limit.value : limit.value
    return exactText(value, mark: ",") + (limit.isShare ? "%" : " điểm")
  }

  /// What a limit is about and what it decides.
  func title(of limit: ResultLimit) -> String {
    let subject = limit.row.map { "\(set.rows[$0].code) \(set.rows[$0].name)" } ?? "Chỉ số"
    let purpose =
      switch limit.purpose {
      case .band(let label): "xếp loại “\(label)”"
      case .obligation(let rule): "ngưỡng “\(set.obligations[rule].duty)”"
      }
    return "\(subject) – \(shownLimit(limit)) (\(purpose))"
  }
}
