import CCHCCriteria
import CCHCFiles
import CCHCTables

/// The rows that a sorted table of figures is expected to have: agencies and inputs in the order of their own tables.
///
/// A row that is, byte for byte, the expected one with a plain count behind it is read at a glance; nothing is said of
/// any other.
struct ExpectedRows: Sendable {
  /// An input as a row of the table names it.
  private struct Part: Sendable {
    let text: ShortText
    let leaf: Int
  }

  /// For each agency its code and a delimiter; nil where that is too long.
  private let agencies: [ShortText?]
  /// For each input of each group's set, one group after the other, the code of the leaf and the input's name, each
  /// with a delimiter; nil where the input is no count, or the table's method is not the leaf's.
  private var parts: [Part?] = []
  /// Where each group's inputs begin among those, and where the last ones end.
  private var firstParts: [Int] = []
  private let delimiter: UInt8

  /// Expects nothing where the table's columns stand in another order.
  init(_ agencies: [Agency], _ groups: [Group], _ source: FigureTable) {
    delimiter = source.table.delimiter
    let columns = [FigureColumn.agency, .criterion, .input, .value]
    guard columns.map({ source.table.position($0) }) == [0, 1, 2, 3], source.fileAgency == nil else {
      self.agencies = []
      return
    }
    let delimiter = delimiter
    self.agencies = agencies.map { ShortText(Array($0.code.utf8) + [delimiter]) }
    for group in groups {
      firstParts.append(parts.count)
      for (place, leaf) in group.set.leaves.enumerated() {
        let isOpen = leaf.method.isSame(as: source.method) && (!leaf.isBroken || !leaf.inputs.isEmpty)
        let code = Array(group.set.rows[leaf.row].code.utf8)
        for input in leaf.inputs {
          let text = ShortText(code + [delimiter] + Array(input.name.utf8) + [delimiter])
          let isExpected = isOpen && input.type == .count
          parts.append(isExpected ? text.map { Part(text: $0, leaf: place) } : nil)
        }
      }
    }
    firstParts.append(parts.count)
  }

  /// Where a sorted table stands: before the row of an input of an agency.
  struct Cursor {
    fileprivate let agency: Int
    /// The agency's code and a delimiter.
    fileprivate let code: ShortText
    fileprivate let firstLeaf: Int
    /// The input's place among all parts, and where those of the agency's group end.
    fileprivate var part: Int
    fileprivate let end: Int
  }

  /// Stands behind the row of an input of an agency; nil where nothing is expected there.
  func cursor(behind agency: Int, _ input: Int, _ keys: EvidenceKeys) -> Cursor? {
    guard agency < agencies.count, let code = agencies[agency] else { return nil }
    let owner = keys.agencies[agency]
    return Cursor(
      agency: agency, code: code, firstLeaf: owner.firstLeaf, part: firstParts[owner.group] + input + 1,
      end: firstParts[owner.group + 1])
  }

  /// A row that was read at a glance.
  struct Row {
    let units: Int64
    /// Where the next row begins.
    let end: Int
  }

  /// Reads the row at a place where it is the expected one, and goes on; nil where it is not plainly so.
  func row(
    _ bytes: Span<UInt8>, at start: Int, before limit: Int, _ cursor: inout Cursor, _ keys: EvidenceKeys,
    _ marks: Span<LeafMarks>
  ) -> Row? {
    if cursor.part == cursor.end {
      guard let next = self.cursor(behind: cursor.agency + 1, -1, keys), next.part < next.end else {
        return nil
      }
      cursor = next
    }
    let code = cursor.code
    guard let part = parts[cursor.part], code.stands(at: start, in: bytes),
      part.text.stands(at: start + code.count, in: bytes),
      !marks[cursor.firstLeaf + part.leaf].contains(.exempt)
    else { return nil }
    let first = start + code.count + part.text.count
    var index = first
    var units: Int64 = 0
    // At most 12 digits: far below the largest Int64.
    while index < limit, index - first < 13 {
      let digit = bytes[index] &- 48
      guard digit <= 9 else { break }
      units = units &* 10 &+ Int64(digit)
      index += 1
    }
    let digits = index - first
    // A needless zero is told apart from the number, so the row has to be read in full.
    guard digits > 0, digits <= 12, digits == 1 || bytes[first] != UInt8(ascii: "0") else { return nil }
    while index < limit, bytes[index] == delimiter { index += 1 }
    if index < limit, bytes[index] == 13 { index += 1 }
    guard index < limit, bytes[index] == 10 else { return nil }
    cursor.part += 1
    return Row(units: units, end: index + 1)
  }
}
