import CCHCFiles
package import CCHCTables

/// The keys of set.csv: what holds for a criteria set as a whole.
package enum SetKey: String, DeclaredKey {
  case name
  case legalBasis = "legal_basis"
  case pointDecimals = "point_decimals"
  case indexDecimals = "index_decimals"
  case rounding
  case ranking
  case rankBy = "rank_by"
  case tieBreak = "tie_break"
  case headRatings = "head_ratings"
  case surveyMinAnswers = "survey_min_answers"
  case surveyMinCell = "survey_min_cell"

  package static let schema = TableSchema(
    "set.csv", keys: keys, title: Bilingual("bộ tiêu chí", "the criteria set"), isRequired: true,
    stamp: .scores)

  package var key: TableKey {
    switch self {
    case .name: declared(vi: "tên bộ tiêu chí", en: "title of the set", isRequired: true)
    case .legalBasis:
      declared(vi: "quyết định ban hành", en: "the decision that issued it", isRequired: true)
    case .pointDecimals:
      declared(
        vi: "số chữ số thập phân của điểm, 0 đến 4", en: "decimals a leaf's points are rounded to, 0 to 4",
        usual: "2")
    case .indexDecimals:
      declared(
        vi: "số chữ số thập phân của tỷ lệ công bố, 0 đến 4", en: "decimals of published percentages, 0 to 4",
        usual: "2")
    case .rounding:
      declared(
        vi: "làm tròn: `half_up`, `half_even`, `down`",
        en: "`half_up` (away from zero), `half_even`, `down` (toward zero)", usual: "half_up")
    case .ranking:
      declared(
        vi: "đồng hạng: `competition` (1, 2, 2, 4) hoặc `dense` (1, 2, 2, 3)",
        en: "equal ranks: `competition` (1, 2, 2, 4) or `dense` (1, 2, 2, 3)", usual: "competition")
    case .rankBy:
      declared(
        vi: "xếp hạng theo chỉ số đã làm tròn `published` hay giá trị đúng `exact`",
        en: "ranks by the rounded index, `published`, or by the exact one, `exact`", usual: "published")
    case .tieBreak:
      declared(
        vi: "mã các lĩnh vực để phân hạng khi bằng chỉ số, ngăn bằng dấu cách",
        en: "codes of fields, separated by spaces: of equal agencies the higher percent comes first")
    case .headRatings:
      declared(
        vi: "các mức xếp loại người đứng đầu, cao trước, ngăn bằng `;`, chữ viết tắt sau `=`",
        en: "the ratings of a head, best first, separated by `;`, abbreviations after `=`",
        usual:
          "Hoàn thành xuất sắc nhiệm vụ = HTXSNV; Hoàn thành tốt nhiệm vụ = HTTNV; Hoàn thành nhiệm vụ = HTNV; Không hoàn thành nhiệm vụ = KHTNV"
      )
    case .surveyMinAnswers:
      declared(
        vi: "cơ quan có ít phiếu hơn số này thì có lời lưu ý cạnh chỉ số; 0 đến 1000000",
        en:
          "an agency with fewer answers on a survey leaf is warned of wherever its index is shown; 0 to 1000000",
        usual: "30")
    case .surveyMinCell:
      declared(
        vi: "số phiếu nhỏ hơn số này in là `<5` ngoài `noi-bo/`; 0 đến 1000",
        en: "counts below it print as `<5` (the number) outside `noi-bo/`; 0 to 1000", usual: "5")
    }
  }
}
