import CCHCExact
import CCHCFiles
import CCHCScoring
import TestSupport
import Testing

/// What the round of a folder would freeze on a day.
func frozen(
  _ folder: TemporaryFolder, on day: String = "2024-03-10", reason: String = ""
) throws -> (freeze: Freeze, faults: [String]) {
  let outcome = RoundLoader.load(
    folder.path("evidence/ky"),
    options: .init(criteriaFolder: folder.path("criteria"), verifiesDocuments: true))
  let results = Scorer.score(outcome)
  let date = parseDay(Array(day.utf8).span)
  let freeze = Freeze(results, on: try #require(date), reason: reason)
  return (freeze, freeze.faults(results).items.map(\.line))
}

/// Freezes the round of a folder as its next version.
func freeze(_ folder: TemporaryFolder, on day: String = "2024-03-10", reason: String = "") throws {
  let (freeze, _) = try frozen(folder, on: day, reason: reason)
  let version = "evidence/ky/closed/\(freeze.version)/"
  for file in freeze.files {
    let source = file.path.hasPrefix("criteria/") ? file.source : "evidence/ky/\(file.source)"
    try folder.write(try #require(folder.text(source)), to: version + file.path)
  }
  try folder.write(freeze.digestList, to: version + "SHA256SUMS")
  let register = folder.text("evidence/ky/closing.csv") ?? "version,date,sha256,reason\n"
  try folder.write(
    register + "\(freeze.version),\(day),\(freeze.sha256),\(reason)\n", to: "evidence/ky/closing.csv")
}
