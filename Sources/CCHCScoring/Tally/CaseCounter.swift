package import CCHCTables

/// Counts the case files of lists of any size on any number of threads.
package struct CaseCounter {
  /// A list, and how problems and sources name it.
  package struct File: Sendable {
    package let path: String
    package let shown: String
  }

  /// How the lists are read.
  package struct Options: Sendable {
    /// How many threads read and count.
    package var jobs: Int
    /// About how many bytes a thread takes at once.
    package var pieceSize: Int

    package init(jobs: Int, pieceSize: Int = 1 << 20) { (self.jobs, self.pieceSize) = (jobs, pieceSize) }
  }

  /// The lists in the order in which results name them: by their names, whatever the order they were given in.
  package static func files(_ paths: [String]) -> [File] {
    let names = paths.map(lastPathPart)
    return zip(paths, names).map { path, name in
      File(path: path, shown: names.count { $0 == name } > 1 ? path : name)
    }.sorted {
      $0.shown == $1.shown ? precedesInBytes($0.path, $1.path) : precedesInBytes($0.shown, $1.shown)
    }
  }

  /// Counts what the lists hold.
  ///
  /// - Throws: `FileError` where a list cannot be opened or read, or changes meanwhile.
  package static func count(_ files: [File], _ plan: CasePlan, _ options: Options) throws(FileError)
    -> CaseCounts
  {
    var problems = ProblemList()
    var layouts: [CaseLayout] = []
    for file in files {
      let stream = try RowStream(file.path, file: file.shown, pieceSize: options.pieceSize)
      if let fault = stream.headerFault {
        problems.append(Problem(fault.code, at: Place(file.shown, row: fault == .encoding ? nil : 1)))
      } else if stream.headings.isEmpty {
        problems.report(
          .fileEmpty, at: Place(file.shown, row: 1), plan.tally.agencyHeadings.joined(separator: ", "))
      } else if let layout = CaseLayout(plan, stream, &problems) {
        layouts.append(layout)
      }
    }
    guard layouts.count == files.count, !problems.hasErrors else {
      return CaseCounts(plan: plan, problems: problems)
    }
    let feed = PieceFeed(files.map { ($0.path, $0.shown) }, pieceSize: options.pieceSize)
    let collector = CaseCollector(plan, files, layouts)
    runWorkers(min(max(1, options.jobs), 256)) { [layouts] in
      let worker = CaseWorker(plan, layouts)
      let piece = RowPiece()
      while let tag = feed.next(into: piece) { collector.add(worker.count(piece, file: tag.file), tag) }
      collector.add(worker)
    }
    if let failure = feed.failure { throw failure }
    return collector.counts(feed.digests)
  }
}

extension StreamFault {
  var code: ProblemCode {
    switch self {
    case .encoding: .fileEncoding
    case .quoteOpen: .quoteOpen
    case .rowTooLong: .caseRowTooLong
    }
  }
}
