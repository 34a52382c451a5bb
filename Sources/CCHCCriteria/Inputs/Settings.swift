package import CCHCExact
package import CCHCFiles
package import CCHCTables

/// The entries of a key-value table whose keys are declared.
package struct Settings<Key: DeclaredKey> {
  /// An entry under a key with a prefix, behind which a code stands.
  package struct CodedEntry {
    package let code: String
    package let value: String
    package let place: Place

    /// The value as a date; nil where it is not one, which is reported.
    package func day(_ problems: inout ProblemList) -> Day? { readDay(value, at: place, &problems) }
  }

  private var values: [String: (text: String, place: Place)] = [:]
  private let file: String

  /// Reads the rows of a key-value table; unknown and repeated keys are reported.
  package init(_ table: Table, _ problems: inout ProblemList) {
    file = table.file
    let known = Key.allCases.filter { !$0.isPrefix }.map(\.rawValue)
    let prefixes = Key.allCases.filter(\.isPrefix).map(\.rawValue)
    var keyed = KeyedRows<String>()
    var rows = table.rows()
    while rows.next(&problems) {
      guard let written = rows.requiredText(KeyValueColumn.key, &problems) else { continue }
      let prefix = prefixes.first { written.folded.hasPrefix($0) }
      guard prefix != nil || known.contains(written.folded) else {
        problems.report(
          .keyUnknown, at: rows.place(KeyValueColumn.key), .text(written),
          suggestion: nearest(to: written, among: known + prefixes))
        continue
      }
      let key = prefix.map { $0 + String(written.dropFirst($0.count)).trimmed } ?? written.folded
      let digest = rows.digest(of: [KeyValueColumn.value])
      guard keyed.isNew(key, digest: digest, at: rows.place(), &problems) else { continue }
      if !rows.isEmpty(KeyValueColumn.value) {
        values[key] = (rows.text(KeyValueColumn.value), rows.place(KeyValueColumn.value))
      }
    }
  }

  /// A key's value; nil where it is absent or empty.
  package subscript(key: Key) -> String? { values[key.rawValue]?.text }

  /// The place of a key's value, the file where the key is absent.
  package func place(_ key: Key) -> Place { values[key.rawValue]?.place ?? Place(file) }

  /// The entries under a prefix, in the order of the bytes of their codes.
  package func entries(of prefix: Key) -> [CodedEntry] {
    values.filter { $0.key.hasPrefix(prefix.rawValue) }.sorted { precedesInBytes($0.key, $1.key) }.map {
      let code = String($0.key.dropFirst(prefix.rawValue.count))
      return CodedEntry(code: code, value: $0.value.text, place: $0.value.place)
    }
  }

  /// A value that must be there; its absence is reported.
  package func required(_ key: Key, _ problems: inout ProblemList) -> String {
    if let text = self[key] { return text }
    problems.report(.keyMissing, at: Place(file), .text(key.rawValue))
    return ""
  }

  /// A value read by a closure; one that it cannot read is reported with what to write.
  package func value<Value>(
    _ key: Key, default usual: Value, _ remedy: ProblemArgument, _ problems: inout ProblemList,
    read: (String) -> Value?
  ) -> Value {
    guard let text = self[key] else { return usual }
    if let value = read(text) { return value }
    problems.report(.settingInvalid, at: place(key), .text(key.rawValue), .text(text), remedy)
    return usual
  }

  /// A date; nil where it is absent, or is not one, which is reported.
  package func day(_ key: Key, _ problems: inout ProblemList) -> Day? {
    self[key].flatMap { readDay($0, at: place(key), &problems) }
  }
}

/// A text as a date; nil where it is not one, which is reported.
private func readDay(_ text: String, at place: Place, _ problems: inout ProblemList) -> Day? {
  if let day = parseDay(Array(text.utf8).span) { return day }
  problems.report(.dateInvalid, at: place, .text(text))
  return nil
}
