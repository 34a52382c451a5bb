import CCHCTables

/// The entries of a key-value table.
struct Settings {
  private var values: [String: (text: String, place: Place)] = [:]
  private let file: String

  static let schema = Schema(required: ["key", "value"])

  /// Reads the rows of a key-value table; unknown and repeated keys are reported.
  ///
  /// A table may have some fixed keys, and keys that begin with a prefix such as `criteria:` and bear a code.
  init(_ table: Table, keys: [String], prefixes: [String] = [], _ problems: inout ProblemList) {
    file = table.file
    var keyed = KeyedRows<String>()
    var rows = table.rows()
    while rows.next(&problems) {
      guard let written = rows.requiredText(0, &problems) else { continue }
      let prefix = prefixes.first { written.folded.hasPrefix($0) }
      guard prefix != nil || keys.contains(written.folded) else {
        problems.report(
          .keyUnknown, at: rows.place(0), written, suggestion: nearest(to: written, among: keys + prefixes))
        continue
      }
      let key = prefix.map { $0 + String(written.dropFirst($0.count)).trimmed } ?? written.folded
      guard keyed.isNew(key, digest: rows.digest(of: [1]), at: rows.place(), &problems) else { continue }
      if !rows.isEmpty(1) { values[key] = (rows.text(1), rows.place(1)) }
    }
  }

  /// A key's value; nil where it is absent or empty.
  subscript(key: String) -> String? { values[key]?.text }

  /// The place of a key's value, the file where the key is absent.
  func place(_ key: String) -> Place { values[key]?.place ?? Place(file) }

  /// The keys that begin with a prefix, in the order of their bytes.
  func keys(prefix: String) -> [String] {
    values.keys.filter { $0.hasPrefix(prefix) }.sorted(by: precedesInBytes)
  }

  /// A value that must be there; its absence is reported.
  func required(_ key: String, _ problems: inout ProblemList) -> String {
    if let text = self[key] { return text }
    problems.report(.keyMissing, at: Place(file), key)
    return ""
  }

  /// A value read by a closure; one that it cannot read is reported with what to write.
  func value<Value>(
    _ key: String, default usual: Value, vi: String, en: String, _ problems: inout ProblemList,
    read: (String) -> Value?
  ) -> Value {
    guard let text = self[key] else { return usual }
    if let value = read(text) { return value }
    problems.report(.settingInvalid, at: place(key), key, text, vi, en)
    return usual
  }

  /// A date; nil where it is absent, or is not one, which is reported.
  func day(_ key: String, _ problems: inout ProblemList) -> Day? {
    guard let text = self[key] else { return nil }
    if let day = parseDay(Array(text.utf8).span) { return day }
    problems.report(.dateInvalid, at: place(key), text)
    return nil
  }
}
