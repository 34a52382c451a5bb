import CCHCCriteria
import CCHCFiles
import CCHCScoring
import TestSupport
import Testing

@Suite("Rounds read in pieces, on any number of threads")
struct PieceTests {
  /// All that was read and scored, in texts that can be compared.
  private func summary(_ scored: Scored) -> [String] {
    let evidence = scored.round.evidence
    var lines = scored.results.problems.items.map {
      "\($0.severity) \($0.code.id) \($0.place) \($0.words) \($0.suggestion ?? "-")"
    }
    lines += evidence.figures.map { "\($0)" }
    lines += evidence.marks.map { "\($0.rawValue)" }
    lines += evidence.proofs.map {
      let texts = [$0.document, $0.note, $0.source, $0.year].map { evidence.texts[$0] }
      return "\($0.agency) \($0.leaf) \($0.file) \($0.row) \(texts)"
    }
    lines += evidence.appraisals.map {
      let texts = [$0.reason, $0.appraiser].map { evidence.texts[$0] }
      return "\($0.agency) \($0.leaf) \($0.round) \($0.decision) \($0.file) \($0.row) \(texts)"
    }
    lines += scored.results.scores.map { "\($0)" }
    lines += scored.results.roundScores.map { "\($0)" }
    lines += scored.ranking
    return lines
  }

  @Test("Random tables with slips in them: every size of piece gives what reading row by row gives")
  func agreesWithExactReading() throws {
    var source = RandomRound("pieces")
    var rows = 0
    for number in 0..<repetitions(60) {
      source.make()
      var round = source.whole
      for name in ["self/x.csv", "external/x.csv", "appraisal/x.csv"] {
        round.files[name] = slipped(round.files[name] ?? "", &source.random)
      }
      let folder = try TemporaryFolder()
      try round.write(to: folder)
      func scored(_ pieceSize: Int, jobs: Int) -> Scored {
        Scored(
          round: folder.path("evidence/ky"), criteria: folder.path("criteria"), pieceSize: pieceSize,
          jobs: jobs)
      }
      let wanted = scored(0, jobs: 1)
      rows += wanted.round.evidence.figures.count { $0.row > 0 }
      for (pieceSize, jobs) in [(1, 1), (7, 2), (40, 3), (300, 2), (1 << 19, 4)] {
        let given = summary(scored(pieceSize, jobs: jobs))
        #expect(given == summary(wanted), "CCHC_SEED=\(runSeed), round \(number), \(pieceSize), \(jobs)")
      }
    }
    #expect(rows > repetitions(60))
  }

  /// A table with some bytes put in, taken away, and rows given twice.
  private func slipped(_ text: String, _ random: inout SeededGenerator) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let pieces = [
      "\"", "\"\"", "'", "#", " ", "\u{A0}", "\r", "\r\n", ",", ",,,", "=1", "0,5", "\"0,5\"", "007", "50%",
      "x", "\n", "\"a\nb\"", "'=x", "\u{212A}", "\"x\"y",
    ]
    for _ in 0..<random.number(0...4) {
      let line = random.number(0...(lines.count - 1))
      if random.once(in: 3) { lines.insert(lines[line], at: random.number(1...lines.count)) }
      if line == 0 { continue }
      let place = random.number(0...lines[line].count)
      let index = lines[line].index(lines[line].startIndex, offsetBy: place)
      if random.once(in: 4), place < lines[line].count {
        lines[line].remove(at: index)
      } else {
        lines[line].insert(contentsOf: random.pick(pieces), at: index)
      }
    }
    return lines.joined(separator: random.pick(["\n", "\r\n", "\n", "\r"]))
  }

  @Test(
    "A row that repeats another letter for letter is a warning, any other for the same figure an error",
    arguments: [
      ("5", "5", "row-repeated"), ("5", "05", "row-conflict"), ("0.5", "0.50", "row-conflict"),
      ("0.50", "0.50", "row-repeated"), ("50%", "50%", "row-repeated"), ("0.50", "50%", "row-conflict"),
      ("0", "", "row-conflict"), ("", "", "row-repeated"), ("0.5", "\"0,5\"", "row-conflict"),
      ("-0", "0", "row-conflict"), ("x", "x", "row-repeated"), ("x", "y", "row-conflict"),
    ])
  func tellsRepetitions(first: String, second: String, code: String) throws {
    for pieceSize in [0, 1, 1 << 19] {
      let folder = try TemporaryFolder()
      let table = "agency,criterion,input,value\nA,1.1,a,\(first)\nA,1.1,a,\(second)\n"
      try SmallRound(["self/x.csv": table]).write(to: folder)
      let scored = Scored(
        round: folder.path("evidence/ky"), criteria: folder.path("criteria"), pieceSize: pieceSize, jobs: 2)
      #expect(scored.codes.intersection(["row-repeated", "row-conflict"]) == [code], "\(pieceSize)")
    }
  }
}
