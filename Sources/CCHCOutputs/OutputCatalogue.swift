package import CCHCCycle
package import CCHCDocuments
package import CCHCFiles
package import CCHCPapers
package import CCHCScoring

/// Every file that the commands write into a report folder, by command in the order of the year.
package enum OutputCatalogue {
  package static let receive = CommandOutputs<FilingReceipt>("receive", isWhole: false, [.receipt])

  package static let filingCheck = CommandOutputs<ReturnedFiling>(
    "check --slip", isWhole: false, [.filingSlip])

  package static let status = CommandOutputs<ProgressTable>("status", [.progress])

  package static let documents = CommandOutputs<DocumentList>("documents", isWhole: false, [.documentList])

  package static let survey = CommandOutputs<Results>("survey", [.survey, .publicSurvey])

  package static let assign = CommandOutputs<Worklists>("assign", isWhole: false, [.worklist])

  package static let appraisal = CommandOutputs<AppraisalReport>("appraisal", [.appraisal])

  package static let dispute = CommandOutputs<ScoredLeaf>("dispute", isWhole: false, [.dispute])

  package static let score = CommandOutputs<Results>(
    "score",
    [
      .results,
      .scores,
      .obligations,
      .summary,
      .ranking,
      .agencyPage,
    ])

  package static let papers = CommandOutputs<DatedRound>(
    "papers",
    [
      .minutes,
      .proposal,
      .decision,
      .notice,
    ])

  package static let followUp = CommandOutputs<FollowedRound>(
    "followup",
    [
      .duties,
      .emulation,
      .breakthroughs,
      .breakthroughList,
      .chairmanReport,
      .reminder,
      .lossReview,
      .selfCriticism,
    ])

  package static let compare = CommandOutputs<RoundComparison>(
    "compare", isWhole: false, [.comparison, .split])

  /// The outputs of every command.
  package static let all: [any OutputList] = [
    receive, filingCheck, status, documents, survey, assign, appraisal, dispute, score, papers, followUp,
    compare,
  ]

  /// The outputs of a command by its name.
  package static func entries(of command: String) -> [OutputEntry] {
    all.filter { $0.command.split(separator: " ").first.map(String.init) == command }.flatMap(\.entries)
  }

  /// The output that a file below the report folder is by its name, and every way in which the name can be read; of
  /// several outputs that fit the one with the longest fixed text is meant.
  ///
  /// The time grows with the number of outputs.
  package static func output(of file: String) -> (entry: OutputEntry, values: [OutputPath.Values])? {
    guard let dot = file.lastIndex(of: ".") else { return nil }
    let (name, kind) = (String(file[..<dot]), FileExtension(String(file[dot...].dropFirst())))
    var best: (entry: OutputEntry, values: [OutputPath.Values])?
    for entry in entries where entry.kinds.contains(kind) {
      if let best, best.entry.path.textLength >= entry.path.textLength { continue }
      let values = entry.path.matches(name)
      if !values.isEmpty { best = (entry, values) }
    }
    return best
  }

  private static let entries = all.flatMap(\.entries)

  /// The folders that hold outputs, below the report folder.
  static let folders = Set(
    entries.map { String($0.path.pattern.prefix { $0 != "/" }) })

  /// The file that holds the digests of the inputs.
  package static let stampFile = OutputPath.results.name([:]) + "." + FileExtension.json.name
}

/// The outputs of a command, whatever they are made from.
package protocol OutputList: Sendable {
  /// The command as it is called.
  var command: String { get }
  /// What the command writes.
  var entries: [OutputEntry] { get }
}

/// What is known of an output without making it.
package struct OutputEntry: Sendable {
  package let path: OutputPath
  package let kinds: [FileExtension]
  /// What it holds.
  package let meaning: Bilingual
  /// Whether the contents, or whether it is there at all, depend on the day of the command.
  let isDated: Bool

  /// The path with its extensions: `noi-bo/to-trinh.docx, .md`.
  package var shown: Bilingual {
    path.shown + Bilingual(kinds.map { ".\($0.name)" }.joined(separator: ", "))
  }
}

extension CommandOutputs: OutputList {
  package var entries: [OutputEntry] {
    outputs.map { OutputEntry(path: $0.path, kinds: $0.kinds, meaning: $0.meaning, isDated: $0.isDated) }
  }
}

extension OutputList {
  /// Every kind of file that the command writes, each once.
  package var kinds: [FileExtension] {
    entries.flatMap(\.kinds).reduce(into: []) { kinds, kind in
      if !kinds.contains(kind) { kinds.append(kind) }
    }
  }
}
