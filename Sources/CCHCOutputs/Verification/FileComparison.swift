import CCHCDocuments
import CCHCFiles
import CCHCOffice
import CCHCTables

/// Compares the files of a folder with what they must be; a file may be right in one of several forms, as a table
/// with decimal points or commas.
struct FileComparison {
  private let folder: String
  /// The files that are right.
  private(set) var right: Set<String> = []
  /// Files that are not, each with the form that is nearest to it.
  private var nearest: [String: Form] = [:]

  private struct Form {
    let bytes: [UInt8]
    let common: Int
  }

  init(folder: String) { self.folder = folder }

  /// Offers what a file may be.
  ///
  /// - Throws: `FileError` where the file cannot be read.
  mutating func offer(_ bytes: [UInt8], for file: String) throws(FileError) {
    guard !right.contains(file) else { return }
    let found = try readFile(joinedPath(folder, file))
    let common = TextDifference.commonPrefix(found, bytes)
    guard found.count != bytes.count || common < bytes.count, !hasSameParts(found, bytes, file) else {
      right.insert(file)
      nearest[file] = nil
      return
    }
    if let other = nearest[file], other.common >= common { return }
    nearest[file] = Form(bytes: bytes, common: common)
  }

  private func hasSameParts(_ found: [UInt8], _ expected: [UInt8], _ file: String) -> Bool {
    guard Self.isBook(file) || Self.textPart(of: file) != nil,
      let parts = try? PackageComparison(found, expected)
    else { return false }
    do { return try parts.firstPart() == nil } catch { return false }
  }

  private static func isBook(_ file: String) -> Bool { file.hasSuffix(".\(FileExtension.xlsx.name)") }

  /// The part of a zipped document that holds its text; nil for every other file.
  private static func textPart(of file: String) -> String? {
    DocumentFormat.all.first { file.hasSuffix(".\($0.kind.name)") }?.textPart
  }

  /// Whether anything was offered for a file.
  func knows(_ file: String) -> Bool { right.contains(file) || nearest[file] != nil }

  /// Takes a file that is not right off the list of what is to be reported.
  mutating func excuse(_ file: String) { nearest[file] = nil }

  /// The files that were compared and are not right.
  var wrong: [String] { nearest.keys.sorted(by: precedesInBytes) }

  /// Reports where a file is not what it must be.
  ///
  /// - Throws: `FileError` where the file cannot be read.
  func report(_ file: String, _ problems: inout ProblemList) throws(FileError) {
    guard let expected = nearest[file]?.bytes else { return }
    let found = try readFile(joinedPath(folder, file))
    let textPart = Self.textPart(of: file)
    if Self.isBook(file) || textPart != nil {
      do throws(WorkbookFault) {
        try reportPackage(found, expected, file, textPart, &problems)
      } catch {
        problems.report(.reportDamaged, at: Place(file), .text(String(file.split(separator: ".").last ?? "")))
      }
    } else if let difference = TextDifference(found, expected) {
      if difference.isInvisible, Self.visible(found) == Self.visible(expected) {
        problems.report(
          .reportBytesDiffer, at: Place(file, row: difference.line), .count(difference.line))
      } else {
        // A file that was saved with other line ends and edited besides: the edited line is what counts.
        let edited =
          difference.isInvisible ? TextDifference(Self.visible(found), Self.visible(expected)) : nil
        (edited ?? difference).report(.reportLineDiffers, at: file, hasRows: true, &problems)
      }
    }
  }

  private func reportPackage(
    _ found: [UInt8], _ expected: [UInt8], _ file: String, _ textPart: String?,
    _ problems: inout ProblemList
  ) throws(WorkbookFault) {
    let parts = try PackageComparison(found, expected)
    if Self.isBook(file) {
      let cells = ResultsVerification.problems(found, file: file, expected: expected)
      if !cells.items.isEmpty { return problems.append(contentsOf: cells) }
    } else if let textPart, let difference = try parts.firstParagraph(in: textPart) {
      return difference.report(.reportTextDiffers, at: file, hasRows: false, &problems)
    }
    problems.report(.reportPartDiffers, at: Place(file), .text(try parts.firstPart() ?? ""))
  }

  /// The bytes of a text without a byte order mark, returns and blanks at the ends of lines.
  private static func visible(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for byte in bytes[start...] {
      if byte == 10 {
        while let last = result.last, last == 32 || last == 9 || last == 13 { result.removeLast() }
      }
      result.append(byte)
    }
    while let last = result.last, last == 10 || last == 13 || last == 32 { result.removeLast() }
    return result
  }
}
