import CCHCReports
import CCHCTables

extension OptionSpec {
  /// The option that asks for some kinds of files alone, the same for every command that writes documents.
  static func only(_ kinds: [OutputKind]) -> OptionSpec {
    OptionSpec(name: "only", value: kinds.map(\.rawValue).joined(separator: ","))
  }
}

extension Options {
  /// The kinds of files that a call asks for; all that the command writes where it does not say.
  ///
  /// - Throws: `CallError` for a kind that the command does not write.
  func kinds(_ all: [OutputKind]) throws(CallError) -> Set<OutputKind> {
    guard let list = self["only"] else { return Set(all) }
    var kinds: Set<OutputKind> = []
    let allowed = all.map(\.rawValue)
    for word in list.split(separator: ",").map({ String($0).trimmed }) {
      guard let kind = OutputKind(rawValue: word), all.contains(kind) else {
        throw .valueWrong(
          option: "--only", value: word, allowed: allowed, suggestion: nearest(to: word, among: allowed))
      }
      kinds.insert(kind)
    }
    guard !kinds.isEmpty else {
      throw .valueWrong(option: "--only", value: list, allowed: allowed, suggestion: nil)
    }
    return kinds
  }
}

extension [String] {
  /// Files as a message names them: one after another, below a folder.
  func places(in folder: String) -> String { byName.map { joinedPath(folder, $0) }.joined(separator: "; ") }
}
