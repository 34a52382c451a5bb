package import CCHCFiles
import Glibc

/// Reads a file of any size in pieces that end where a row ends.
///
/// Only one thread at a time may use it. Memory is that of a piece and of the longest row.
package final class RowStream {
  /// The longest row in bytes of UTF-8; a longer one ends the reading.
  package static let longestRow = 1 << 20

  /// The file as problems name it.
  package let file: String
  package private(set) var delimiter = UInt8(ascii: ",")
  /// The headings, trimmed; none where the file has no row with content.
  package private(set) var headings: [String] = []
  /// The row of the headings, as a spreadsheet counts.
  package private(set) var headerRow = 1
  /// Why the headings cannot be read.
  package private(set) var headerFault: StreamFault?

  private let bytes: ByteSource
  private let pieceSize: Int
  /// The beginning of a row whose end is not yet read.
  private var carry: [UInt8] = []
  private var isDone = false

  /// Opens a file, to be read in pieces of about so many bytes, and reads its headings.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - file: The file as problems name it.
  ///   - pieceSize: About how many bytes a piece has.
  ///   - identity: The identity of the file when it was opened before; nil at the first opening.
  /// - Throws: `FileError` where the file cannot be opened or read, or has changed since it was opened before.
  package init(
    _ path: String, file: String, pieceSize: Int = 1 << 20, expected identity: FileIdentity? = nil
  ) throws(FileError) {
    self.file = file
    self.pieceSize = max(1, pieceSize)
    bytes = try ByteSource(path, expected: identity)
    try readHeader()
  }

  /// The digest of the file, once all of it is read.
  package func digest() -> String { bytes.finish() }

  /// What tells the file from itself after a change, and from one that has taken its place.
  package var identity: FileIdentity { bytes.identity }

  /// How many bytes are read.
  package var byteCount: Int { bytes.count }

  private func readHeader() throws(FileError) {
    let piece = RowPiece()
    while true {
      let isEnd = try bytes.read(into: piece, atMost: pieceSize)
      bytes.hash(piece)
      if let kind = otherKind(of: piece) {
        headerFault = kind
        isDone = true
        return
      }
      let (cut, isOpen) = lastRowEnd(in: piece, isEnd: isEnd)
      if find(in: piece, upTo: isEnd && !isOpen ? piece.end : cut, isEnd: isEnd) { return }
      if isEnd {
        headerFault = bytes.isUndecodable ? .encoding : isOpen ? .quoteOpen : nil
        isDone = true
        return
      }
      if piece.end - piece.start > Self.longestRow + 2 {
        headerFault = .rowTooLong
        isDone = true
        return
      }
    }
  }

  /// What a file is that is no text, by its first bytes.
  private func otherKind(of piece: RowPiece) -> StreamFault? {
    let first = UnsafeBufferPointer(start: piece.base + piece.start, count: min(4, piece.end - piece.start))
    if first.starts(with: [0x1F, 0x8B]) { return .gzip }
    if first.elementsEqual([0x50, 0x4B, 3, 4]) { return .archive }
    return first.elementsEqual([0xD0, 0xCF, 0x11, 0xE0]) ? .oldWorkbook : nil
  }

  /// Looks for the row of headings among whole rows; what follows it is kept.
  private func find(in piece: RowPiece, upTo end: Int, isEnd: Bool) -> Bool {
    let rows = Array(UnsafeBufferPointer(start: piece.base + piece.start, count: end - piece.start))
    guard isText(rows.span) else {
      headerFault = .encoding
      isDone = true
      return true
    }
    var scanner = DelimitedScanner(delimiter: headerDelimiter(of: rows.span))
    var row = 0
    while scanner.next(in: rows.span) {
      row += 1
      let cells = scanner.cells.map { cell in
        String(decoding: (cell.isInScratch ? scanner.scratch : rows)[cell.start..<cell.end], as: UTF8.self)
      }
      guard !cells.allSatisfy(\.isEmpty) else { continue }
      (headings, headerRow, delimiter) = (cells, row, scanner.delimiter)
      let rest = piece.start + scanner.offset
      carry = Array(UnsafeBufferPointer(start: piece.base + rest, count: piece.end - rest))
      return true
    }
    return false
  }

  /// Reads the next rows.
  ///
  /// The bytes that were read for them are to be given to `hash` before the next piece's.
  ///
  /// - Returns: false at the end of the file; then the piece has no rows, and may have a fault.
  /// - Throws: `FileError` where the file cannot be read, or is another one at its end than at its beginning.
  package func next(into piece: RowPiece) throws(FileError) -> Bool {
    (piece.start, piece.end, piece.fresh, piece.fault) = (0, 0, 0..<0, nil)
    (piece.delimiter, piece.width) = (delimiter, max(1, headings.count))
    guard !isDone else { return false }
    piece.append(carry)
    carry.removeAll(keepingCapacity: true)
    while true {
      let isEnd = try bytes.read(into: piece, atMost: pieceSize)
      let (cut, isOpen) = lastRowEnd(in: piece, isEnd: isEnd)
      if isEnd {
        isDone = true
        close(piece, cut, isOpen: isOpen)
        return true
      }
      if cut > piece.start {
        carry.append(contentsOf: UnsafeBufferPointer(start: piece.base + cut, count: piece.end - cut))
        piece.end = cut
        return true
      }
      if piece.end - piece.start > Self.longestRow + 2 {
        (isDone, piece.fault) = (true, .rowTooLong)
        piece.end = piece.start
        return true
      }
    }
  }

  /// Adds the bytes that were read for a piece to the digest; pieces come in their order.
  ///
  /// Only then may the piece be read: what stands behind its rows belongs to the digest, too.
  package func hash(_ piece: RowPiece) {
    bytes.hash(piece)
    piece.pad()
  }

  /// Ends the last piece of the file.
  private func close(_ piece: RowPiece, _ cut: Int, isOpen: Bool) {
    if bytes.isUndecodable {
      piece.fault = .encoding
    } else if isOpen {
      piece.fault = piece.end - cut > Self.longestRow ? .rowTooLong : .quoteOpen
    }
    if piece.fault != nil {
      piece.end = cut
    } else if piece.end > piece.start, piece.base[piece.end - 1] != 10, piece.base[piece.end - 1] != 13 {
      piece.append([10])
    }
  }

  // MARK: Where rows end

  /// The offset behind the last row that is whole, and whether a quote is open at the end.
  private func lastRowEnd(in piece: RowPiece, isEnd: Bool) -> (cut: Int, isOpen: Bool) {
    let (base, start, end) = (piece.base, piece.start, piece.end)
    var (cut, gap, next) = (start, start, start)
    while let quote = place(of: UInt8(ascii: "\""), base, next, end) {
      next = quote + 1
      // A quote inside an unquoted cell is an ordinary letter.
      guard quote == start || isCellEnd(base[quote - 1]) else { continue }
      cut = rowEnd(base, gap, quote, isLast: false) ?? cut
      var close = quote + 1
      while true {
        guard let found = place(of: UInt8(ascii: "\""), base, close, end) else { return (cut, true) }
        close = found + 1
        if close == end, !isEnd { return (cut, false) }
        guard close < end, base[close] == UInt8(ascii: "\"") else { break }
        close += 1
      }
      (gap, next) = (close, close)
    }
    return (rowEnd(base, gap, end, isLast: !isEnd) ?? cut, false)
  }

  private func isCellEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 10 || byte == 13 }

  /// The offset behind the last line end of a stretch; a CR that may be half of CRLF does not count.
  private func rowEnd(_ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int, isLast: Bool) -> Int? {
    var index = end
    while index > start {
      index -= 1
      if base[index] == 10 || (base[index] == 13 && !(isLast && index + 1 == end)) { return index + 1 }
    }
    return nil
  }

  private func place(of byte: UInt8, _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start < end, let found = memchr(base + start, Int32(byte), end - start) else { return nil }
    return UnsafeMutableRawPointer(base).distance(to: found)
  }
}
