import CCHCCriteria
package import CCHCExact

/// A rule proposed for a criterion from the annex's own words; a person decides.
package struct RuleProposal: Sendable, Hashable {
  /// A figure that the rule needs.
  package struct Figure: Sendable, Hashable {
    let name: String
    /// The type as the column `inputs` writes it, in Vietnamese; empty for a decimal number.
    let type: String
    let label: String

    /// The figure as the column `inputs` declares it.
    var declaration: String {
      // A semicolon parts figures; brackets are the type's.
      let plain = String(label.map { $0 == ";" ? "," : $0 })
      return "\(name)\(type.isEmpty ? "" : "[\(type)]"): \(plain)"
    }
  }

  package internal(set) var rule: String
  package internal(set) var figures: [Figure]
  package internal(set) var checks = ""
  /// `zero`, `full` or `exempt` where the annex says so.
  package internal(set) var zeroDenominator: String?
  /// The least points, where a tier lies below 0.
  package internal(set) var minimum: Decimal?
  /// The shape of sentence that was recognised.
  package internal(set) var shape: SentenceShape
  /// What only a person can decide, in Vietnamese.
  package internal(set) var questions: [String] = []

  init(_ shape: SentenceShape, _ rule: String, _ figures: [Figure]) {
    self.shape = shape
    self.rule = rule
    self.figures = figures
  }

  /// The cell of the column `inputs`.
  package var inputs: String { figures.map(\.declaration).joined(separator: "; ") }
}

/// The shapes of sentences for which rules are proposed.
package enum SentenceShape: String, Sendable, CaseIterable {
  case yesNo
  case choice
  case ratioTiers
  case countTiers
  case dayTiers
  case contents
  case parts
  case formula
  case deductions
  case gains
  case surveyWeights
  case councilPoints

  /// What the shape is called in a report.
  package var vietnamese: String {
    switch self {
    case .yesNo: "đạt hoặc không đạt"
    case .choice: "các mức bằng chữ"
    case .ratioTiers: "các mức theo tỷ lệ"
    case .countTiers: "các mức theo số lượng"
    case .dayTiers: "các mức theo ngày"
    case .contents: "đếm số nội dung đạt"
    case .parts: "cộng điểm từng phần"
    case .formula: "tính theo công thức"
    case .deductions: "trừ điểm theo số lần"
    case .gains: "cộng điểm theo số lượng"
    case .surveyWeights: "bình quân trọng số của phiếu"
    case .councilPoints: "hội đồng chấm trực tiếp"
    }
  }
}

/// Why no rule is proposed.
package enum RuleRefusal: Sendable, Hashable, Error {
  /// The annex says nothing on how to score.
  case noSentence
  /// A part of the sentence that bears on points was not understood.
  case notUnderstood(String)
  /// The text is longer than a way of scoring is.
  case tooLong
  /// The best tier is not worth the maximum.
  case bestTier(Rational)
  /// The maximum points are missing.
  case noMaximum
  /// A survey whose answers and weights the annex does not give.
  case survey
  /// The rule that was made did not pass the check of rules.
  case checkFailed(String)

  /// The reason in Vietnamese.
  package var vietnamese: String {
    switch self {
    case .noSentence: "phụ lục không ghi cách chấm"
    case .notUnderstood(let text): "chưa hiểu: “\(text)”"
    case .tooLong: "câu quá dài để tự đọc"
    case .bestTier(let value):
      "mức cao nhất trong câu là \(exactText(value, mark: ",")) điểm, khác điểm tối đa"
    case .noMaximum: "chưa có điểm tối đa"
    case .survey: "do điều tra XHH: cần ghi các mức trả lời và trọng số"
    case .checkFailed(let text): "công thức dựng được không qua kiểm tra: \(text)"
    }
  }
}
