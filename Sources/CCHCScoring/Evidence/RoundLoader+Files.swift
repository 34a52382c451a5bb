import CCHCCriteria
import CCHCFiles
import CCHCTables

// Tells of files of a round that are not read, and numbers those that are.
extension RoundLoader {
  private static let knownFiles = Set(roundTables.filter { $0.folder == nil }.map(\.file))
  /// Folders that hold more than tables.
  private static let otherFolders = Set([CaseAgencies.listFolder, ClosedFiles.folder]).union(
    [DocumentColumn.schema].compactMap(\.folder))
  private static let knownFolders = Set(roundTables.compactMap(\.folder)).subtracting(otherFolders)

  mutating func reportUnknownFiles() {
    let names = folder.names(in: "")
    for name in names where !TableFiles.isHidden(name) {
      let isFolder = folder.source.kind(name) == .folder
      if isFolder, Self.knownFolders.contains(name) {
        let inner = folder.names(in: name)
        for file in inner where !TableFiles.isHidden(file) && !TableFiles.isTable(file) {
          reportUnread("\(name)/\(file)")
        }
      } else if isFolder ? !Self.otherFolders.contains(name) : !isKnownFile(name) {
        let known = isFolder ? Self.knownFolders.union(Self.otherFolders) : Self.knownFiles
        reportUnread(name, suggestion: nearest(to: name, among: known.sorted()))
      }
    }
  }

  private func isKnownFile(_ name: String) -> Bool {
    Self.knownFiles.contains(name)
      || (name.hasSuffix(Table.workbookEnding) && Self.knownFiles.contains(TableFiles.stem(name) + ".csv"))
  }

  /// Reports a spreadsheet that is not read in place of the table of the one agency that is read.
  mutating func reportUnreadFiling(_ agency: String) {
    for file in folder.names(in: "self")
    where TableFiles.isOtherSpreadsheet(file) && file.folded.hasPrefix(agency.folded + ".") {
      reportUnread("self/\(file)")
    }
  }

  private mutating func reportUnread(_ name: String, suggestion: String? = nil) {
    problems.report(
      TableFiles.isOtherSpreadsheet(name) ? .fileSpreadsheet : .fileUnknown, at: Place(name), .text(name),
      suggestion: suggestion)
  }

  /// The number of an evidence table, by which figures name it; nil beyond the largest.
  mutating func fileNumber(_ table: Table) -> UInt16? {
    guard let number = UInt16(exactly: round.evidence.files.count), number < 65_000 else {
      problems.report(.tooManyFiles, at: Place(table.file))
      return nil
    }
    round.evidence.files.append(table.file)
    round.evidence.sheets.append(table.sheetName)
    return number
  }
}
