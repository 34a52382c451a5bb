import CCHCDocuments
import CCHCFiles
import CCHCPapers
import CCHCScoring
import CCHCTables
import CCHCTally
import Glibc

/// Writes a round and its set `bo` into a folder, loads and scores them, and renders the results.
enum RoundHarness {
  /// What stands there unless the bytes hold a file of that name.
  private static let usual = [
    "set/set.csv": "key,value\nname,Bộ thử\nlegal_basis,Quyết định thử\n",
    "set/criteria.csv":
      "code,name,max_points,inputs,rule,zero_denominator\n1,Lĩnh vực,10,,,\n1.1,Lá,10,a: A; b: B,b/a*full,zero\n",
    "round.csv": "key,value\nname,Kỳ thử\nyear,2023\ncriteria:so,bo\n",
    "agencies.csv": "agency,name,group\nA,Sở A,so\nB,Sở B,so\n",
    "self/A.csv": "criterion,input,value\n1.1,a,10\n1.1,b,8\n",
  ]

  /// What a score that has to be worked out counts: the row that its figure would take.
  private static let bytesOfScore = 32

  /// Up to how many scores and problems a round is rendered.
  private static let mostRendered = 2_000

  static func run(_ bytes: [UInt8], whenRead: () -> Void) -> Int {
    var files = usual.mapValues { Array($0.utf8) }
    for file in FileBundle(bytes).files.prefix(64) where isName(file.name) { files[file.name] = file.bytes }
    let size = files.values.reduce(0) { $0 + $1.count }
    guard let folder = temporaryFolder() else { fatalError("no folder can be made") }
    defer { removeTree(folder) }
    for (name, content) in files {
      let path = joinedPath(
        folder, name.hasPrefix("set/") ? "criteria/bo/\(name.dropFirst(4))" : "evidence/ky/\(name)")
      // A file may stand where another needs a folder.
      try? makeFolder(parentFolder(path))
      try? writeNewFile(content, to: path, shown: name, isDurable: false)
    }
    var options = RoundLoader.Options(criteriaFolder: joinedPath(folder, "criteria"), verifiesDocuments: true)
    // Tables of a small round are read as those of a country are, part by part from their files; but on one thread, for
    // others make the process ready for much memory.
    if size < 1 << 16 { (options.pieceSize, options.jobs) = (1 << 8, 1) }
    let outcome = RoundLoader.load(joinedPath(folder, "evidence/ky"), options: options)
    let results = Scorer.score(outcome)
    tell(results.problems)
    whenRead()
    // Results of a large round are larger than it, and take the longer.
    if results.scores.count + results.problems.items.count <= mostRendered { render(results) }
    return size + results.scores.count * bytesOfScore
  }

  private static func render(_ results: Results) {
    _ = ResultsJSON.bytes(results)
    let tables = TablesCSV(results, locale: .vietnamese)
    var scores: [UInt8] = []
    tables.scores(jobs: 1) { scores += $0 }
    var (ranking, obligations): ([UInt8], [UInt8]) = ([], [])
    tables.ranking(jobs: 1) { ranking += $0 }
    tables.obligations(jobs: 1) { obligations += $0 }
    for table in [scores, ranking, obligations] {
      require(decodedTable(table) != nil, "a table that was written is no text")
    }
    _ = SummaryReport.document(results).markdown
    _ = PublicRanking.document(results).markdown
    let page = AgencyPage(results)
    for result in results.groups.flatMap(\.agencies).prefix(2) {
      _ = page.document(results[agency: result.agency]).markdown
    }
  }

  /// Whether a file of that name stays in its folder.
  private static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count <= 3 && name.utf8.count <= 100
      && parts.allSatisfy { part in
        !part.isEmpty && part != "." && part != ".."
          && part.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
      }
  }

  private static func temporaryFolder() -> String? {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array(joinedPath(place, "cchc-fuzz-XXXXXX").utf8CString)
    return path.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
  }
}
