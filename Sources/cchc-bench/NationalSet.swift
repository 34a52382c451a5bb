import CCHCCriteria
import CCHCDrafting
import CCHCExact
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally

/// A made-up criteria set of any size: nine fields, the last one a bonus, and four shapes of rules.
struct NationalSet {
  /// How the points of a leaf come from its two counts, `a` and `b`.
  enum Shape {
    /// The share of `b` in `a`.
    case ratio
    /// Steps of that share, in percent; the second and third give three quarters and a half of the maximum.
    case tiers(full: Int, high: Int, middle: Int)
    /// Points, in hundredths, taken off for each of `a` that is not in `b`, beyond some allowed.
    case deduction(step: Int, allowed: Int)
    /// From nothing at one share to the maximum at another, in percent.
    case linear(from: Int, to: Int)
  }

  struct Leaf {
    let code: String
    /// In hundredths of a point.
    let maximum: Int
    let shape: Shape
    /// What a division by 0 gives; empty where the rule divides by nothing.
    let zeroDenominator: String
  }

  /// A field, one of its parts or a leaf.
  private struct Row {
    let code: String
    let name: String
    let maximum: Int
    var kind = ""
    var leaf: Leaf?
  }

  static let name = "ca-nuoc"
  static let leafCounts = 9...729
  private static let fields = [
    "Công tác chỉ đạo, điều hành cải cách hành chính",
    "Xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật",
    "Cải cách thủ tục hành chính", "Cải cách tổ chức bộ máy hành chính", "Cải cách chế độ công vụ",
    "Cải cách tài chính công", "Xây dựng chính quyền điện tử, chính quyền số",
    "Tác động của cải cách hành chính đến phát triển kinh tế - xã hội", "Điểm thưởng",
  ]
  private static let maxima = [50, 100, 125, 200, 75, 150, 25, 300, 175, 250]

  private let rows: [Row]
  let leaves: [Leaf]

  /// - Parameter leafCount: How many leaves, within `leafCounts`.
  init(leafCount: Int) {
    var rows: [Row] = []
    var leaves: [Leaf] = []
    // No more than nine children anywhere: beside `x.1` no `x.10`, which spreadsheets confuse.
    let width = leafCount > Self.fields.count * 45 ? 9 : 5
    for (place, name) in Self.fields.enumerated() {
      let count = leafCount / Self.fields.count + (place < leafCount % Self.fields.count ? 1 : 0)
      let code = "\(place + 1)"
      var parts: [Row] = []
      for start in stride(from: 0, to: count, by: width) {
        let part = "\(code).\(start / width + 1)"
        let own = (start..<min(start + width, count)).map { number in
          Self.leaf("\(part).\(number - start + 1)", number: leaves.count + number)
        }
        parts.append(
          Row(
            code: part, name: "Nội dung \(part) của lĩnh vực \(code)",
            maximum: own.reduce(0) { $0 + $1.maximum }))
        parts += own.map {
          Row(
            code: $0.code, name: "Tỷ lệ hoàn thành nhiệm vụ, hồ sơ của tiêu chí \($0.code)",
            maximum: $0.maximum,
            leaf: $0)
        }
      }
      let own = parts.compactMap(\.leaf)
      rows.append(
        Row(
          code: code, name: name, maximum: own.reduce(0) { $0 + $1.maximum },
          kind: place == Self.fields.count - 1 ? "bonus" : "scored"))
      rows += parts
      leaves += own
    }
    self.rows = rows
    self.leaves = leaves
  }

  private static func leaf(_ code: String, number: Int) -> Leaf {
    let turn = number / 4
    let shape: Shape =
      switch number % 4 {
      case 0: .ratio
      case 1:
        .tiers(full: [100, 98, 95][turn % 3], high: [90, 80][turn % 2], middle: [70, 60, 50, 65][turn % 4])
      case 2: .deduction(step: [5, 10, 25, 2][turn % 4], allowed: turn % 3)
      default: .linear(from: [50, 40, 60][turn % 3], to: [95, 100, 90, 98][turn % 4])
      }
    let divides = number % 4 != 2
    return Leaf(
      code: code, maximum: maxima[number * 7 % maxima.count], shape: shape,
      zeroDenominator: divides ? ["zero", "full", "exempt"][turn % 3] : "")
  }

  /// The rule of a shape in the language of rules.
  private static func rule(_ shape: Shape) -> String {
    switch shape {
    case .ratio: "b/a * full"
    case .tiers(let full, let high, let middle):
      "b/a >= \(full)%: full; b/a >= \(high)%: 0.75 * full; b/a >= \(middle)%: 0.5 * full; else: 0"
    case .deduction(let step, let allowed):
      "max(0, min(full, full - \(points(step)) * (a - b - \(allowed))))"
    case .linear(let low, let high): "full * max(0, min(1, (b/a - \(low)%) / \(high - low)%))"
    }
  }

  private static func points(_ hundredths: Int) -> String { decimalText(Int128(hundredths), decimals: 2) }

  /// The tables of the set by their file names.
  var tables: [(name: String, bytes: [UInt8])] {
    [
      ("set.csv", settings), ("criteria.csv", criteria), ("bands.csv", bands),
      ("obligations.csv", obligations),
    ]
  }

  private func table(_ rows: [[String]]) -> [UInt8] {
    var csv = CSVWriter(locale: .english)
    for row in rows { csv.row(row) }
    return csv.bytes
  }

  private var settings: [UInt8] {
    table([
      ["key", "value"], ["name", "Bộ tiêu chí dựng để đo tốc độ, không phải của cơ quan nào"],
      ["legal_basis", "Không có; số liệu ngẫu nhiên"], ["point_decimals", "2"], ["index_decimals", "2"],
      ["rounding", "half_up"], ["ranking", "competition"], ["rank_by", "published"], ["tie_break", "3 7"],
    ])
  }

  private var criteria: [UInt8] {
    let head = [
      "code", "name", "max_points", "kind", "method", "inputs", "rule", "checks", "zero_denominator",
    ]
    return table(
      [head]
        + rows.map { row in
          let first = [row.code, row.name, Self.points(row.maximum), row.kind]
          guard let leaf = row.leaf else { return first + ["", "", "", "", ""] }
          return first + [
            "self", "a[count]: Tổng số nhiệm vụ, hồ sơ; b[count]: Số hoàn thành đúng hạn",
            Self.rule(leaf.shape),
            "b <= a", leaf.zeroDenominator,
          ]
        })
  }

  private var bands: [UInt8] {
    table([
      ["label", "condition"], ["Xuất sắc", "index >= 90%"], ["Tốt", "index >= 80%"], ["Khá", "index >= 65%"],
      ["Trung bình", "index >= 50%"], ["Yếu", "else"],
    ])
  }

  private var obligations: [UInt8] {
    let rest = [
      "Báo cáo kiểm điểm", "04-01", "UBND tỉnh (qua Sở Nội vụ)", "Không có; dựng để đo tốc độ", "kiem-diem",
    ]
    return table([
      ["id", "condition", "duty", "deadline", "recipient", "legal_basis", "report"],
      ["kiem-diem-chi-so", "index < 65%"] + rest, ["kiem-diem-tthc", "percent(\"3\") < 70%"] + rest,
    ])
  }
}
