import CCHCCriteria
package import CCHCFiles
import CCHCScoring
import CCHCTables

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

    package init(jobs: Int, pieceSize: Int = 1 << 18) { (self.jobs, self.pieceSize) = (jobs, pieceSize) }
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
    // All headings are read before any row, so each list is opened again: thousands may not be open at once.
    var read: [PieceFeed.File] = []
    for file in files {
      let stream = try RowStream(file.path, file: file.shown, pieceSize: options.pieceSize)
      if let fault = stream.headerFault {
        problems.append(fault.problem(at: Place(file.shown, row: fault.isOfFile ? nil : 1)))
      } else if stream.headings.isEmpty {
        problems.report(
          .fileEmpty, at: Place(file.shown, row: 1), .texts(plan.tally.agencyHeadings, .comma))
      } else if let layout = CaseLayout(plan, stream, &problems) {
        layouts.append(layout)
        read.append(PieceFeed.File(path: file.path, shown: file.shown, identity: stream.identity))
      }
    }
    guard layouts.count == files.count, !problems.hasErrors else {
      return CaseCounts(plan: plan, problems: problems)
    }
    let feed = PieceFeed(read, pieceSize: options.pieceSize)
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
  /// The fault as a problem of a list.
  func problem(at place: Place) -> Problem {
    switch self {
    case .encoding: Problem(.fileEncoding, at: place)
    case .quoteOpen: Problem(.quoteOpen, at: place)
    case .rowTooLong: Problem(.caseRowTooLong, at: place)
    case .gzip:
      Problem(
        .caseFileKind, at: place, [.phrase(vi: "tệp nén gzip; hãy giải nén", en: "packed by gzip; unpack it")]
      )
    case .archive:
      Problem(
        .caseFileKind, at: place,
        [
          .phrase(
            vi:
              "tệp nén zip hoặc bảng tính .xlsx; hãy giải nén, hoặc mở bằng bảng tính và lưu dạng “CSV UTF-8”",
            en: "a zip archive or a workbook; unpack it, or save it as “CSV UTF-8”")
        ])
    case .oldWorkbook:
      Problem(
        .caseFileKind, at: place,
        [
          .phrase(
            vi: "bảng tính .xls; hãy mở bằng bảng tính và lưu dạng “CSV UTF-8”",
            en: "an .xls workbook; save it as “CSV UTF-8”")
        ])
    }
  }

  /// Whether it is a fault of the file, not of a row.
  var isOfFile: Bool { self != .quoteOpen && self != .rowTooLong }
}
