import CCHCReports
import CCHCTables

extension OptionSpec {
  /// `--only csv,xlsx`: the kinds of files that a command writes.
  static func only(_ kinds: [ReportFolder.Kind]) -> OptionSpec {
    OptionSpec(name: "only", value: kinds.map(\.rawValue).joined(separator: ","))
  }
}

extension Options {
  /// The kinds that `--only` names, all of a command's without it.
  ///
  /// - Throws: `CallError` where it names another kind, or none.
  func kinds(_ all: [ReportFolder.Kind]) throws(CallError) -> Set<ReportFolder.Kind> {
    guard let list = self["only"] else { return Set(all) }
    var kinds: Set<ReportFolder.Kind> = []
    let allowed = all.map(\.rawValue)
    for word in list.split(separator: ",").map({ String($0).trimmed }) {
      guard let kind = ReportFolder.Kind(rawValue: word), all.contains(kind) else {
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
