import CCHCCriteria
import CCHCExact
import CCHCTables

/// What a stretch of a table of appraisals holds, read without looking at any other stretch.
///
/// Rows in which anything is wrong are not read here: `odd` tells where they are.
struct AppraisalPiece: Sendable {
  /// A row that may count; its number is counted from 1 in this stretch.
  struct Value: Sendable {
    var row: Appraisal
    let reason: Range<Int>
    let appraiser: Range<Int>
    /// The decimal mark of its number, and in which column that stands.
    let mark: DecimalMark
    let markColumn: Int
  }

  /// The stretch.
  let part: PartedTable.Part
  private(set) var values: [Value] = []
  private(set) var odd: [OddRow] = []
  /// How many rows the stretch has, empty ones and comments among them.
  private(set) var rowCount = 0

  /// Reads a stretch; `marks` tell which leaves are exempt.
  init(_ part: PartedTable.Part, file: UInt16, _ finder: PlainRowFinder, marks: [LeafMarks]) {
    self.part = part
    var finder = finder
    var rows = PlainRows(part.table, part.rows)
    let bytes = part.table.bytes.span
    values.reserveCapacity(part.rows.count / 32)
    while let row = rows.next(in: bytes) {
      switch row {
      case .silent: continue
      case .plain:
        // A row without a round is not yet an appraisal.
        if !rows.isFilled(AppraisalColumn.round) { continue }
        if let value = Self.value(rows, bytes, file, &finder, marks.span) {
          values.append(value)
          continue
        }
      case .odd: break
      }
      odd.append(OddRow(row: rows.count, offset: rows.start))
    }
    rowCount = rows.count
  }

  /// Reads a row; nil where it has to be read exactly.
  private static func value(
    _ rows: borrowing PlainRows, _ bytes: Span<UInt8>, _ file: UInt16, _ finder: inout PlainRowFinder,
    _ marks: Span<LeafMarks>
  ) -> Value? {
    guard let number = parseCount(bytes.extracting(rows.cell(AppraisalColumn.round))), number > 0,
      let subject = finder.subject(rows, bytes, fileAgency: nil)
    else { return nil }
    let agency = finder.keys.agencies[subject.agency]
    let key = finder.keys.groups[subject.group].keys[subject.leaf]
    guard !key.method.isSame(as: .survey), !marks[agency.firstLeaf + subject.leaf].contains(.exempt),
      fits(bytes.extracting(rows.cell(AppraisalColumn.appraiser)), agency, key, finder.keys)
    else { return nil }
    let givesPoints = rows.isFilled(AppraisalColumn.points)
    let givesValue = rows.isFilled(AppraisalColumn.value)
    guard !(givesPoints && givesValue),
      !(givesPoints || givesValue) || rows.isFilled(AppraisalColumn.reason)
    else { return nil }
    var input: Int?
    if rows.isFilled(AppraisalColumn.input) {
      let name = bytes.extracting(rows.cell(AppraisalColumn.input))
      guard let place = finder.keys.input(name, key, group: subject.group) else { return nil }
      input = place - key.inputs.lowerBound
    }
    var decision = Appraisal.Decision.agreed
    var mark = DecimalMark.none
    if givesPoints {
      let decimals = finder.keys.groups[subject.group].pointDecimals
      guard let points = parseNumber(bytes.extracting(rows.cell(AppraisalColumn.points))),
        let units = points.value.units(atScale: decimals), (key.minUnits...key.maxUnits).contains(units)
      else { return nil }
      (decision, mark) = (.points(units), points.mark)
    }
    if givesValue {
      guard let input else { return nil }
      let type = finder.keys.groups[subject.group].inputTypes[key.inputs.lowerBound + input]
      let (figure, written) = type.figure(from: bytes.extracting(rows.cell(AppraisalColumn.value)))
      guard case .filed = figure.state else { return nil }
      (decision, mark) = (.figure(input: input, figure), written)
    }
    let row = Appraisal(
      agency: subject.agency, leaf: subject.leaf, round: Int(number), input: input, decision: decision,
      givesPoints: givesPoints, givesValue: givesValue,
      digest: rows.digest(of: AppraisalColumn.content, in: bytes),
      file: file, row: rows.count, counts: true)
    return Value(
      row: row, reason: rows.cell(AppraisalColumn.reason), appraiser: rows.cell(AppraisalColumn.appraiser),
      mark: mark, markColumn: (givesPoints ? AppraisalColumn.points : .value).rawValue)
  }

  /// Whether it is plain that an appraiser may appraise the leaf.
  private static func fits(
    _ written: Span<UInt8>, _ agency: EvidenceKeys.AgencyKey, _ leaf: EvidenceKeys.LeafKey,
    _ keys: EvidenceKeys
  ) -> Bool {
    // Texts that are not ASCII may be equal without being the same bytes.
    for place in written.indices where written[place] >= 0x80 { return false }
    if keys.isEqual(agency.code, written) { return false }
    return leaf.member.isEmpty || keys.isEqual(leaf.member, written)
      || (!leaf.substitute.isEmpty && keys.isEqual(leaf.substitute, written))
  }
}
