import CCHCFiles
package import CCHCTables

/// The columns of criteria.csv: the criteria of a set, parents and leaves.
package enum CriterionColumn: Int, DeclaredColumn {
  case code, name, maxPoints, inputs, rule, kind, method, checks, zeroDenominator, minPoints, document
  case appraiser, legalBasis, ruleText, period

  package static let schema = TableSchema(
    "criteria.csv", columns, title: Bilingual("các tiêu chí", "the criteria"), isRequired: true,
    stamp: .scores)

  package var column: Column {
    switch self {
    case .code:
      Column("code", "mã tiêu chí", .code).also("mã").required.key.meaning(
        vi: "có dấu chấm: 3, 3.2, 3.2.1; tiêu chí cha là mã bỏ phần cuối; bậc 1 là lĩnh vực",
        en: "dotted: 3, 3.2, 3.2.1; the parent is the code less its last part; level 1 are the fields")
    case .name: .name.required
    case .maxPoints:
      Column("max_points", "điểm tối đa", .number).required.meaning(
        vi: "mọi dòng trừ dòng theo dõi; điểm của cha bằng tổng các con",
        en: "on every row but monitored ones; a parent's equals the sum of its children's")
    case .inputs:
      .inputs.required.meaning(
        vi: "xem [cong-thuc.md](cong-thuc.md#1-khai-số-liệu); trống ở tiêu chí cha",
        en: "`a[count]: label; b: label`, see [cong-thuc.md](cong-thuc.md#1-khai-số-liệu); empty on parents")
    case .rule:
      Column("rule", "công thức chấm").required.meaning(
        vi: "xem [cong-thuc.md](cong-thuc.md); trống ở tiêu chí cha và dòng theo dõi",
        en: "see [cong-thuc.md](cong-thuc.md); empty on parents and monitored rows")
    case .kind:
      Column("kind", "loại", .word(Words.kinds)).meaning(
        vi: "lĩnh vực: mặc định tính điểm; tiêu chí bên dưới: để trống hoặc theo dõi",
        en: "of a field scored is the default; of a leaf below: empty, or monitored")
    case .method:
      Column("method", "hình thức", .word(Words.methods)).meaning(
        vi: "mặc định tự chấm", en: "on leaves; self is the default")
    case .checks:
      Column("checks", "ràng buộc").meaning(
        vi: "điều kiện số liệu phải thỏa, ngăn bằng `;`",
        en: "conditions that the figures must meet, separated by `;`")
    case .zeroDenominator:
      Column("zero_denominator", "mẫu số bằng 0", .word(Words.zeroDenominators)).meaning(
        vi: "điểm của cả công thức khi gặp phép chia cho 0",
        en: "what the whole rule gives where a division by 0 is met")
    case .minPoints:
      Column("min_points", "điểm tối thiểu", .number).meaning(vi: "mặc định 0", en: "default 0")
    case .document:
      Column("document", "tài liệu kiểm chứng", .word(Words.documents)).meaning(
        vi: "mặc định không bắt buộc", en: "optional is the default")
    case .appraiser:
      .appraiser.meaning(
        vi: "mã thành viên Hội đồng; có hiệu lực với mọi dòng bên dưới",
        en: "code of a member of the council, who appraises this row and all below it")
    case .legalBasis:
      .legalBasis.meaning(
        vi: "văn bản, điều khoản; văn bản cấp trên viết sau ` → `; nhiều căn cứ ngăn bằng `;`",
        en: "documents and clauses, a higher document after ` → `; several separated by `;`")
    case .ruleText:
      Column("rule_text", "cách chấm").meaning(vi: "lời của quyết định", en: "the decision's own words")
    case .period:
      Column("period", "kỳ số liệu").meaning(
        vi: "phần của năm mà tiêu chí xét, viết `01-01..03-31`; trống là cả năm",
        en:
          "the part of the year that a leaf is about, `MM-DD..MM-DD`; empty is the whole year. A leaf whose period does not meet the time in which an agency was active is proposed for exemption"
      )
    }
  }

  /// The columns whose words tell a repetition from a conflict.
  static let content = Array(name.rawValue...period.rawValue)
}
