import CCHCCriteria
import CCHCTables

/// What rows of evidence may name, as bytes side by side: made once for all threads that read.
struct EvidenceKeys: Sendable {
  /// A leaf as rows of evidence see it.
  struct LeafKey: Sendable {
    let method: Method
    /// Whether its inputs could be read.
    let isReadable: Bool
    /// Where its inputs stand among those of its set, and among an agency's figures.
    let inputs: Range<Int>
    let minUnits: Int64
    let maxUnits: Int64
    /// The texts of the members that may appraise it; empty where any may.
    let member: ByteText
    let substitute: ByteText
  }

  struct GroupKeys: Sendable {
    /// For each row of the set its leaf, -1 for a parent.
    let leaves: [Int32]
    /// The rows of the leaves, and their codes.
    let leafRows: [Int]
    let leafCodes: [ByteText]
    let rowNames: [ByteText]
    let keys: [LeafKey]
    /// The names and types of all inputs.
    let inputNames: [ByteText]
    let inputTypes: [InputType]
    let pointDecimals: Int
  }

  /// A text's place among the bytes.
  struct ByteText: Sendable {
    fileprivate var start = 0
    fileprivate var count = 0

    var isEmpty: Bool { count == 0 }
  }

  /// An agency as rows of evidence see it.
  struct AgencyKey: Sendable {
    let group: Int
    let code: ByteText
    let firstFigure: Int
    let firstLeaf: Int
  }

  private(set) var agencies: [AgencyKey] = []
  private(set) var groups: [GroupKeys] = []
  private var bytes: [UInt8] = []

  init(_ agencies: [Agency], _ groups: [Group]) {
    for agency in agencies {
      self.agencies.append(
        AgencyKey(
          group: agency.group, code: add(agency.code), firstFigure: agency.firstFigure,
          firstLeaf: agency.firstLeaf))
    }
    for group in groups { self.groups.append(keys(group)) }
  }

  private mutating func keys(_ group: Group) -> GroupKeys {
    let set = group.set
    let inputs = set.leaves.flatMap(\.inputs)
    var keys: [LeafKey] = []
    for (place, leaf) in set.leaves.enumerated() {
      let appraisers = group.appraisers.isEmpty ? LeafAppraiser() : group.appraisers[place]
      keys.append(
        LeafKey(
          method: leaf.method, isReadable: !leaf.isBroken || !leaf.inputs.isEmpty,
          inputs: leaf.firstInput..<(leaf.firstInput + leaf.inputs.count), minUnits: leaf.minUnits,
          maxUnits: leaf.maxUnits, member: add(appraisers.member ?? ""),
          substitute: add(appraisers.substitute ?? "")))
    }
    return GroupKeys(
      leaves: set.rows.map { Int32($0.leaf ?? -1) }, leafRows: set.leaves.map(\.row),
      leafCodes: set.leaves.map { add(set.rows[$0.row].code) },
      rowNames: set.rows.map { add($0.name) }, keys: keys, inputNames: inputs.map { add($0.name) },
      inputTypes: inputs.map(\.type),
      pointDecimals: set.settings.pointDecimals)
  }

  private mutating func add(_ text: String) -> ByteText {
    let start = bytes.count
    bytes += text.utf8
    return ByteText(start: start, count: bytes.count - start)
  }

  /// Whether some bytes are a text's, one by one.
  func isEqual(_ text: ByteText, _ other: Span<UInt8>) -> Bool {
    guard text.count == other.count else { return false }
    for place in other.indices where bytes[text.start + place] != other[place] { return false }
    return true
  }

  /// How many leaves are compared with a code before it is looked up.
  private static let reach = 32

  /// The leaf with a code among those that follow one of a group's set.
  func leaf(_ code: Span<UInt8>, from first: Int, group: Int) -> Int? {
    let codes = groups[group].leafCodes
    for leaf in min(first, codes.count)..<min(first + Self.reach, codes.count)
    where isEqual(codes[leaf], code) { return leaf }
    return nil
  }

  /// The place of an input of a leaf among those of its set.
  func input(_ name: Span<UInt8>, _ leaf: LeafKey, group: Int) -> Int? {
    for place in leaf.inputs where isEqual(groups[group].inputNames[place], name) { return place }
    return nil
  }
}

/// Finds whose and which leaf a plain row of evidence is about; says nothing of rows that have to be read exactly.
struct PlainRowFinder {
  let keys: EvidenceKeys
  private var finder: LeafFinder
  private let columns: RowColumns

  init(_ keys: EvidenceKeys, _ finder: LeafFinder, _ columns: RowColumns) {
    (self.keys, self.finder, self.columns) = (keys, finder, columns)
  }

  /// What a row is about.
  struct Subject {
    let agency: Int
    let group: Int
    let leaf: Int
  }

  /// Rows mostly come sorted: these are what the last row named.
  private var lastAgency = 0
  private var lastLeaf = 0

  /// The agency and the leaf of a row; nil where the row has to be read exactly.
  mutating func subject(_ rows: borrowing PlainRows, _ bytes: Span<UInt8>, fileAgency: Int?) -> Subject? {
    let filled = rows.filled
    guard filled & 1 << UInt64(columns.criterion) != 0 else { return nil }
    let agency: Int
    if filled & 1 << UInt64(columns.agency) == 0 {
      guard let fileAgency else { return nil }
      agency = fileAgency
    } else {
      guard let named = self.agency(bytes.extracting(rows.cell(columns.agency))) else { return nil }
      agency = named
    }
    let group = keys.agencies[agency].group
    guard let leaf = leaf(bytes.extracting(rows.cell(columns.criterion)), group: group) else { return nil }
    if let column = columns.criterionName, filled & 1 << UInt64(column) != 0 {
      let name = keys.groups[group].rowNames[keys.groups[group].leafRows[leaf]]
      guard keys.isEqual(name, bytes.extracting(rows.cell(column))) else { return nil }
    }
    return Subject(agency: agency, group: group, leaf: leaf)
  }

  private mutating func agency(_ code: Span<UInt8>) -> Int? {
    if lastAgency < keys.agencies.count, keys.isEqual(keys.agencies[lastAgency].code, code) {
      return lastAgency
    }
    guard let agency = finder.agency(code) else { return nil }
    lastAgency = agency
    return agency
  }

  /// The leaf of a group's set with a code; a sorted table names the last one again, one of the next, or of the first.
  private mutating func leaf(_ code: Span<UInt8>, group: Int) -> Int? {
    if let leaf = keys.leaf(code, from: lastLeaf, group: group) ?? keys.leaf(code, from: 0, group: group) {
      lastLeaf = leaf
      return leaf
    }
    guard let row = finder.row(code, group: group) else { return nil }
    let leaf = Int(keys.groups[group].leaves[row])
    guard leaf >= 0 else { return nil }
    lastLeaf = leaf
    return leaf
  }
}

/// A row that has to be read exactly: its place among the rows of its stretch, from 1, and where it begins.
struct OddRow: Sendable {
  let row: Int
  let offset: Int
}

extension Method {
  /// Whether it is the same as another.
  ///
  /// In loops over rows `==` is too slow: for an enum of another module it is a call through a table of witnesses.
  func isSame(as other: Method) -> Bool {
    switch (self, other) {
    case (.own, .own), (.survey, .survey), (.external, .external): true
    default: false
    }
  }
}
