package import CCHCFiles

/// A large text of UTF-8 that stays in its file: looked through once, to be read again stretch by stretch.
///
/// To hold a country's figures in memory as text would take most of the time that reading them takes.
package struct FiledText: Sendable {
  private let path: String
  /// What stands between the cells of its first row.
  let delimiter: UInt8
  /// Stretches of whole rows from the first to the last; a byte order mark stands before them.
  package let stretches: [Range<Int>]
  /// The digest of the whole file; nil where none was asked for.
  package let sha256: String?
  private let identity: FileIdentity

  /// A header has at least so much room.
  private static let leastPiece = 1 << 9

  /// Looks through a file; nil where it is not large, or is not UTF-8 without NUL: it has to be read as a whole.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - size: about how many bytes a stretch has; a file of fewer than four stretches is no large one.
  ///   - makesDigest: whether the file's digest is made.
  /// - Throws: `FileError` where it cannot be read, or changes meanwhile.
  package init?(_ path: String, stretches size: Int, makesDigest: Bool) throws(FileError) {
    let file = try OpenFile(path)
    guard file.identity.size >= 4 * size else { return nil }
    var digest: SHA256? = makesDigest ? SHA256() : nil
    var parter: RowParter?
    var delimiter = UInt8(ascii: ",")
    /// How many bytes of the last piece are a letter of which not all bytes had come: they are read once more.
    var rest = 0
    var (offset, firstEnd) = (0, 0)
    while offset < file.identity.size {
      let kept = rest
      let piece = try file.read(
        (offset - kept)..<min(offset + max(2 * size, Self.leastPiece), file.identity.size))
      guard piece.count > kept else { throw FileError(path: path, system: .changed) }
      digest?.update(piece.span.extracting(kept...))
      var text = piece.span
      if offset == 0 {
        if piece.starts(with: [0xFF, 0xFE]) || piece.starts(with: [0xFE, 0xFF]) { return nil }
        if piece.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.extracting(3...) }
        let found = firstDelimiter(of: text)
        guard found.isSure else { return nil }
        delimiter = found.delimiter
        firstEnd = piece.count
        parter = RowParter(delimiter: delimiter, size: size, from: piece.count - text.count)
      }
      offset += piece.count - kept
      rest = offset == file.identity.size ? 0 : text.unfinishedLetter
      let whole = text.extracting(..<(text.count - rest))
      guard isText(whole) else { return nil }
      parter?.take(whole)
    }
    try file.check()
    self.path = path
    self.delimiter = delimiter
    stretches = parter?.finish() ?? []
    // The delimiter was found in the first piece: the header has to stand there.
    guard let first = stretches.first, first.upperBound <= firstEnd else { return nil }
    sha256 = digest?.finish()
    identity = file.identity
  }

  /// Opens the file again.
  ///
  /// - Throws: `FileError` where it cannot be opened, or is another than was looked through.
  func open() throws(FileError) -> OpenFile {
    let file = try OpenFile(path)
    guard file.identity == identity else { throw FileError(path: path, system: .changed) }
    return file
  }
}
