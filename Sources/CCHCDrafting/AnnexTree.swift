import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCOffice

/// A row of an annex that bears points, in its place among the others.
struct AnnexCriterion {
  var code: String
  let number: AnnexNumber?
  /// What the annex writes as its number.
  let written: String
  let name: String
  let place: CellPosition
  var maximum: Decimal?
  var maximumPlace: CellPosition?
  var parent: Int?
  var children: [Int] = []
  var lines: [String]
  var documents: [String]
  var method: String
  var kind: FieldKind?
  /// The number's parts as written, to find what is below it.
  fileprivate var path: [Int]
  fileprivate var ordinal: Int
  /// Whether the first sentence stands beside the maximum, as tiers do that have points in rows of their own.
  fileprivate var awaitsPoints: Bool
}

/// Puts the rows of an annex into a tree and gives codes.
struct AnnexTree {
  var criteria: [AnnexCriterion] = []
  private(set) var problems = ProblemList()
  /// The total that the annex gives, with its cell.
  private(set) var total: (value: Decimal, position: CellPosition)?
  /// Texts of the table that are neither criteria nor sentences on how to score.
  private(set) var notes: [AnnexRow.Piece] = []
  private let sheetPlace: (CellPosition) -> Place
  /// The open rows, the field first.
  private var open: [Int] = []
  private var codes: [String: Int] = [:]
  private var isEnded = false

  init(place: @escaping (CellPosition) -> Place) { sheetPlace = place }

  mutating func add(_ row: AnnexRow) {
    if row.isTotal {
      if let piece = row.maximum, let points = points(piece) { total = total ?? (points, piece.position) }
      isEnded = true
      return
    }
    if row.isSubtotal { return }
    if row.isNote || (isEnded && row.number == nil && !row.isField) {
      note(row)
    } else if let number = row.number, number != .bullet {
      isEnded = false
      begin(row, number)
    } else if row.isField {
      begin(row, nil)
    } else if row.number == nil, row.numberCell != nil, row.maximum != nil, !row.name.isEmpty {
      begin(row, nil)
    } else {
      goOn(row)
    }
  }

  private mutating func note(_ row: AnnexRow) {
    let text = ([row.name] + row.lines).filter { !$0.isEmpty }.joined(separator: " ")
    if !text.isEmpty { notes.append(AnnexRow.Piece(text: text, position: row.place)) }
  }

  // MARK: Rows without a number

  /// A row below a criterion that says more of it: a tier with or without points of its own, a document.
  private mutating func goOn(_ row: AnnexRow) {
    guard let current = criteria.indices.last else { return note(row) }
    var said = row.lines
    if !row.name.isEmpty { said.insert(AnnexRow.withoutBullet(row.name), at: 0) }
    if let piece = row.maximum, let text = said.first {
      let points = AnnexPoints(piece.text).map { exactText(Rational($0.value.reduced), mark: ",") }
      said[0] = Self.tier(text, points ?? piece.text)
      let first = criteria[current].lines.first
      if criteria[current].awaitsPoints, let first, let maximum = criteria[current].maximum {
        criteria[current].lines[0] = Self.tier(first, exactText(Rational(maximum.reduced), mark: ","))
      }
      criteria[current].awaitsPoints = false
    }
    criteria[current].lines += said
    if !row.document.isEmpty { criteria[current].documents.append(row.document) }
    if criteria[current].method.isEmpty { criteria[current].method = row.method }
  }

  /// A tier's words with the points that stand beside them.
  static func tier(_ text: String, _ points: String) -> String {
    if let colon = text.lastIndex(of: ":"), AnnexPoints(String(text[text.index(after: colon)...])) != nil {
      return text
    }
    var bare = text
    while let last = bare.last, ":;., ".contains(last) { bare.removeLast() }
    return "\(bare): \(points)"
  }

  // MARK: Rows with a number

  private var fields: [Int] { criteria.indices.filter { criteria[$0].parent == nil } }

  private mutating func begin(_ row: AnnexRow, _ read: AnnexNumber?) {
    let undone = read.flatMap { restored($0, row) }
    let number = undone ?? read
    let parent = place(number, isField: row.isField)
    if let parent { open = Array(open.prefix { $0 != parent }) + [parent] } else { open = [] }
    let (code, ordinal) = code(row, number, below: parent)
    if let cell = row.numberCell, number == nil || undone != nil {
      let problem = number == nil ? ProblemCode.annexNumberUnread : .annexNumberChanged
      problems.report(problem, at: sheetPlace(cell.position), .text(row.written), .text(code))
    }
    var path = parent.map { criteria[$0].path } ?? []
    if case .decimal(let parts) = number { path = parts } else { path.append(ordinal) }
    codes[code] = criteria.count
    var criterion = AnnexCriterion(
      code: code, number: number, written: row.written, name: row.name, place: row.place, parent: parent,
      lines: row.lines, documents: row.document.isEmpty ? [] : [row.document], method: row.method,
      kind: parent == nil ? kind(row.plainName) : nil, path: path, ordinal: ordinal,
      awaitsPoints: row.hasScoring && row.lines.count == 1)
    if let piece = row.maximum {
      criterion.maximumPlace = piece.position
      criterion.maximum = points(piece)
    }
    if let parent { criteria[parent].children.append(criteria.count) }
    open.append(criteria.count)
    criteria.append(criterion)
  }

  /// The code of a row below another one; a number that is there already or leaves a gap is reported.
  private mutating func code(_ row: AnnexRow, _ number: AnnexNumber?, below parent: Int?) -> (String, Int) {
    let siblings: [Int]
    if let parent { siblings = criteria[parent].children } else { siblings = fields }
    let before = siblings.last.map { criteria[$0] }
    var ordinal = number?.ordinal ?? (before?.ordinal ?? 0) + 1
    let prefix = parent.map { criteria[$0].code + "." } ?? ""
    let place = sheetPlace(row.numberCell?.position ?? row.place)
    if let first = codes[prefix + String(ordinal)] {
      ordinal = (siblings.map { criteria[$0].ordinal }.max() ?? 0) + 1
      problems.report(
        .annexNumberTwice, at: place, .text(row.written), .text(criteria[first].place.text),
        .text(prefix + String(ordinal)))
    } else if let before, number != nil, before.number != nil, ordinal != before.ordinal + 1 {
      problems.report(.annexNumberGap, at: place, .text(row.written), .text(before.written))
    }
    return (prefix + String(ordinal), ordinal)
  }

  /// Undoes what a spreadsheet does to `1.10`: it becomes the number 1.1.
  private func restored(_ number: AnnexNumber, _ row: AnnexRow) -> AnnexNumber? {
    guard case .decimal(let path) = number, path.count == 2, path[1] == 1,
      case .number = row.numberCell?.value,
      criteria.last(where: { $0.path.count == 2 && $0.path[0] == path[0] })?.path[1] == 9
    else { return nil }
    return .decimal([path[0], 10])
  }

  /// The row that a number stands below; nil for a field.
  private func place(_ number: AnnexNumber?, isField: Bool) -> Int? {
    guard let number else { return isField ? nil : open.last.flatMap { criteria[$0].parent } }
    if case .decimal(let path) = number, path.count > 1 {
      if let parent = open.last(where: { criteria[$0].path == Array(path.dropLast()) }) { return parent }
      return open.last { !criteria[$0].isDecimal || criteria[$0].path.count < path.count }
    }
    if let same = open.first(where: { criteria[$0].isLike(number) }) { return criteria[same].parent }
    switch number {
    case .letter: return nil
    case .roman: return open.last { criteria[$0].isLetter }
    case .decimal: return open.last { criteria[$0].isLetter || criteria[$0].isRoman }
    case .alpha, .bullet: return open.last
    }
  }

  private func kind(_ plainName: String) -> FieldKind? {
    for (kind, words) in [
      (FieldKind.bonus, ["diem thuong", "diem cong", "cong diem"]), (.penalty, ["diem tru", "tru diem"]),
    ]
    where words.contains(where: { plainName.hasPhrase($0) }) {
      return kind
    }
    return nil
  }

  private mutating func points(_ piece: AnnexRow.Piece) -> Decimal? {
    guard let points = AnnexPoints(piece.text) else {
      problems.report(.annexMaximumInvalid, at: sheetPlace(piece.position), .text(piece.text))
      return nil
    }
    if points.value.units < 0 {
      problems.report(
        .annexMaximumNegative, at: sheetPlace(piece.position), .text(piece.text),
        .exact(Rational(points.value.magnitude)))
    }
    return points.value.magnitude.reduced
  }
}

extension AnnexCriterion {
  fileprivate var isLetter: Bool { if case .letter = number { true } else { false } }
  fileprivate var isRoman: Bool { if case .roman = number { true } else { false } }
  var isAlpha: Bool { if case .alpha = number { true } else { false } }
  fileprivate var isDecimal: Bool { if case .decimal = number { true } else { false } }

  /// Whether a number is of the same kind and depth.
  fileprivate func isLike(_ other: AnnexNumber) -> Bool {
    switch (number, other) {
    case (.letter, .letter), (.roman, .roman), (.alpha, .alpha): true
    case (.decimal(let own), .decimal(let path)): own.count == path.count
    default: false
    }
  }
}
