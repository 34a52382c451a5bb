import CCHCCriteria
import CCHCExact
import CCHCScoring
import CCHCTables

/// The tables of a drafted criteria set.
package struct DraftTables {
  private let set: DraftSet

  package init(_ set: DraftSet) { self.set = set }

  /// set.csv: what the annex says of itself; what it does not say is empty and asked for by `check`.
  package func settings() -> [UInt8] {
    var csv = CSVWriter(locale: .vietnamese)
    csv.row(KeyValueColumn.allCases.map(\.heading) + ["# ghi chú"])
    func missing(_ text: String) -> String { text.isEmpty ? "chưa thấy trong phụ lục, cần ghi" : "" }
    csv.row([SetKey.name.rawValue, set.name, missing(set.name)])
    csv.row([SetKey.legalBasis.rawValue, set.legalBasis, missing(set.legalBasis)])
    csv.row([SetKey.pointDecimals.rawValue, String(set.pointDecimals), ""])
    return csv.bytes
  }

  /// criteria.csv: every row of the annex; rules that are proposed are marked so.
  package func criteria() -> [UInt8] {
    var csv = CSVWriter(locale: .vietnamese)
    let columns: [CriterionColumn] = [
      .code, .name, .maxPoints, .kind, .method, .inputs, .rule, .checks, .zeroDenominator, .minPoints,
      .document, .ruleText,
    ]
    csv.row(columns.map(\.heading) + ["# đề xuất", "# ô trong phụ lục"])
    for row in set.rows {
      let proposal = row.proposal
      csv.row([
        row.code, row.name, Self.number(row.maximum), row.kindWord, row.methodWord, proposal?.inputs ?? "",
        proposal?.rule ?? "", proposal?.checks ?? "", proposal?.zeroWord ?? "",
        Self.number(proposal?.minimum),
        row.isLeaf && !row.documents.isEmpty ? "bắt buộc" : "", row.allWords, row.mark, row.cell,
      ])
    }
    return csv.bytes
  }

  static func number(_ value: Decimal?) -> String {
    value.map { decimalText(Int128($0.units), decimals: $0.scale, mark: ",") } ?? ""
  }
}

extension DraftSet.Row {
  /// The rule that is proposed, nil where none is.
  var proposal: RuleProposal? { try? outcome?.get() }

  /// Why no rule is proposed for a leaf.
  var refusal: RuleRefusal? { if case .failure(let refusal) = outcome { refusal } else { nil } }

  fileprivate var kindWord: String {
    switch kind {
    case .bonus: "điểm thưởng"
    case .penalty: "điểm trừ"
    case .scored, nil: ""
    }
  }

  fileprivate var methodWord: String {
    guard isLeaf else { return "" }
    return method == .survey ? "điều tra XHH" : "tự chấm"
  }

  /// What the column of comments says of the row's rule.
  fileprivate var mark: String {
    guard isLeaf else { return "" }
    return proposal == nil ? "chưa viết" : "đề xuất – cần soát"
  }

  /// The annex's words on scoring, with the documents that it names.
  fileprivate var allWords: String {
    guard !documents.isEmpty else { return words }
    let mark = words.isEmpty || words.hasSuffix(".") ? "" : "."
    let text = words.isEmpty ? "" : words + mark + " "
    return text + "Tài liệu kiểm chứng: " + documents + (documents.hasSuffix(".") ? "" : ".")
  }
}

extension RuleProposal {
  /// What a denominator of 0 gives, in Vietnamese; empty where the annex does not say.
  var zeroWord: String {
    switch zeroDenominator {
    case "zero": "0 điểm"
    case "full": "điểm tối đa"
    case "exempt": "không đánh giá"
    default: ""
    }
  }
}
