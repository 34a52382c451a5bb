package import CCHCCriteria
package import CCHCFiles

/// All filed figures, documents and appraisals of a round, in dense arrays.
package struct Evidence: Sendable {
  /// The evidence files, as figures name them.
  package var files: [String] = []
  /// For each evidence file the name of its sheet; nil for CSV.
  package var sheets: [String?] = []
  /// Figures of all agencies, each agency's in the order of its set's inputs.
  package var figures: [Figure] = []
  /// What is known of each leaf of each agency.
  package var marks: [LeafMarks] = []
  /// Rows that name a document, a note or a source, sorted by agency and leaf.
  package var proofs: [Proof] = []
  /// Appraisal rows that count, sorted by agency, leaf and round.
  package var appraisals: [Appraisal] = []
  package var texts = TextStore()
  /// What counts hold of agencies that ended (carryover.csv), by the places of the figures.
  package var carried: [Int: Int64] = [:]
  /// Those of them for which the agency itself filed nothing.
  package var carriedAlone: Set<Int> = []
  /// Groups of respondents that survey tables name, in the order of their bytes.
  package var respondentGroups: [String] = []
  /// Answers of named groups, sorted by figure and group; the figures hold those of all respondents.
  package var answers: [GroupAnswers] = []

  package init() {}
}

/// What is known of one leaf of one agency, apart from its figures.
package struct LeafMarks: OptionSet, Sendable, BitwiseCopyable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let exempt = LeafMarks(rawValue: 1)
  package static let hasDocument = LeafMarks(rawValue: 2)
  package static let hasNote = LeafMarks(rawValue: 4)
  /// A row names an input that the leaf does not have, or an answer that cannot be counted.
  package static let isInvalid = LeafMarks(rawValue: 8)
  /// A survey has a row for the leaf.
  package static let isSurveyed = LeafMarks(rawValue: 16)
}

/// Texts of evidence rows, kept as bytes.
package struct TextStore: Sendable {
  private var bytes: [UInt8] = []

  /// Where a text stands; an empty one is nowhere.
  package struct Range: Sendable, BitwiseCopyable {
    fileprivate var start = 0
    fileprivate var count: UInt32 = 0

    package var isEmpty: Bool { count == 0 }
  }

  mutating func add(_ text: Span<UInt8>) -> Range {
    let start = bytes.count
    bytes.append(copying: text)
    return Range(start: start, count: UInt32(clamping: text.count))
  }

  package subscript(range: Range) -> String {
    String(decoding: bytes[range.start..<(range.start + Int(range.count))], as: UTF8.self)
  }
}

/// A row that names a document, a note or a source for a leaf.
package struct Proof: Sendable {
  package let agency: Int
  package let leaf: Int
  package let file: UInt16
  package let row: UInt32
  package let document: TextStore.Range
  package let note: TextStore.Range
  /// Where an external figure comes from, and of which year it is.
  package let source: TextStore.Range
  package let year: TextStore.Range
}

extension Evidence {
  /// The place of a row of an evidence file.
  package func place(file: UInt16, row: UInt32) -> Place {
    var place = Place(files[Int(file)], row: Int(row))
    place.sheet = sheets[Int(file)]
    return place
  }
}
