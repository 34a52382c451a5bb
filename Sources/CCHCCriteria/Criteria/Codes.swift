package import CCHCFiles

/// Whether a text may name a group, an agency or a set: it becomes a file's name (FORMATS 1).
package func isFileCode(_ code: String) -> Bool {
  let bytes = code.utf8
  guard let first = bytes.first, first != UInt8(ascii: "."), bytes.count <= 100 else { return false }
  let isPlain = bytes.allSatisfy { byte in
    let scalar = Unicode.Scalar(byte)
    return isNameStart(scalar) || isDigit(scalar) || scalar == "." || scalar == "-"
  }
  let stem = bytes.prefix { $0 != UInt8(ascii: ".") }
  return isPlain && !(stem.count <= 4 && windowsDevices.contains(String(Substring(stem)).uppercased()))
}

private let windowsDevices: Set<String> = Set(
  ["CON", "PRN", "AUX", "NUL"] + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })

/// Whether a text is a criterion code: parts of ASCII letters and digits joined by dots (FORMATS 1).
func isCriterionCode(_ code: String) -> Bool {
  code.utf8.count <= 100
    && code.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.unicodeScalars.allSatisfy { isDigit($0) || (isNameStart($0) && $0 != "_") }
    }
}

/// Rows by their key, to report a key that comes twice.
package struct KeyedRows<Key: Hashable> {
  private var seen: [Key: (row: Int, file: String, digest: UInt64)] = [:]

  /// No rows yet.
  package init() {}

  /// What a row's key is among those before it.
  package enum Sight {
    case new
    /// The row says the same as the first one.
    case repeated
    case conflicting
  }

  package mutating func reserveCapacity(_ count: Int) { seen.reserveCapacity(count) }

  /// Whether a row's key is new; a repetition or a conflict is reported.
  package mutating func isNew(_ key: Key, digest: UInt64, at place: Place, _ problems: inout ProblemList)
    -> Bool
  {
    sight(key, digest: digest, at: place, &problems) == .new
  }

  /// What a row's key is; a repetition or a conflict is reported.
  package mutating func sight(_ key: Key, digest: UInt64, at place: Place, _ problems: inout ProblemList)
    -> Sight
  {
    guard let first = seen[key] else {
      seen[key] = (place.row ?? 0, place.file, digest)
      return .new
    }
    let isSame = first.digest == digest
    problems.report(
      isSame ? .rowRepeated : .rowConflict, at: place, .count(Int(first.row)), .text(first.file))
    return isSame ? .repeated : .conflicting
  }
}
