import CCHCFiles
import Glibc

/// The bytes of a file as UTF-8 without a byte order mark, read piece by piece, with their digest.
final class ByteSource {
  private enum Form {
    case utf8
    case utf16(littleEndian: Bool)
  }

  private let file: OpenFile
  private var form: Form?
  private var digest = SHA256()
  /// What is read of UTF-16 and not yet decoded: half a letter at most.
  private var raw: [UInt8] = []
  private(set) var count = 0
  /// Whether the bytes of UTF-16 are not text.
  private(set) var isUndecodable = false

  /// - Throws: `FileError` where the file cannot be opened, is none, or is not the one that is expected.
  init(_ path: String, expected identity: FileIdentity?) throws(FileError) {
    file = try OpenFile(path)
    if let identity, identity != file.identity { throw FileError(path: path, system: .changed) }
    _ = posix_fadvise(file.descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  /// Appends the next bytes to a piece.
  ///
  /// - Returns: whether the file has no more.
  /// - Throws: `FileError` where they cannot be read, or the file has changed meanwhile.
  func read(into piece: RowPiece, atMost limit: Int) throws(FileError) -> Bool {
    if form == nil { try readMark(piece) }
    guard case .utf16(let littleEndian) = form else {
      let first = piece.fresh.isEmpty ? piece.end : piece.fresh.lowerBound
      let got = try fill(piece, limit)
      piece.fresh = first..<piece.end
      return got == 0
    }
    // Decoded bytes are hashed here: the piece does not hold what stands in the file.
    var units = raw
    let kept = units.count
    let got = try fill(&units, max(limit, 4))
    digest.update(units.span.extracting(kept...))
    decode(units, littleEndian: littleEndian, isEnd: got == 0, into: piece)
    return got == 0 || isUndecodable
  }

  /// Adds what was read into a piece to the digest.
  func hash(_ piece: RowPiece) {
    guard !piece.fresh.isEmpty else { return }
    digest.update(
      UnsafeBufferPointer(start: piece.base + piece.fresh.lowerBound, count: piece.fresh.count).span)
    piece.fresh = 0..<0
  }

  func finish() -> String { digest.finish() }

  /// What tells the file from itself after a change.
  var identity: FileIdentity { file.identity }

  // MARK: Reading

  /// Reads the byte order mark, and what comes with it.
  private func readMark(_ piece: RowPiece) throws(FileError) {
    var head: [UInt8] = []
    while head.count < 3, try fill(&head, 3 - head.count) > 0 {}
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      form = .utf16(littleEndian: head[0] == 0xFF)
      raw = Array(head.dropFirst(2))
    } else {
      form = .utf8
      if !head.starts(with: [0xEF, 0xBB, 0xBF]) { piece.append(head) }
    }
    digest.update(head.span)
  }

  private func fill(_ bytes: inout [UInt8], _ limit: Int) throws(FileError) -> Int {
    var got = 0
    let more = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      got = readSome(buffer.baseAddress, limit)
      count = max(0, got)
    }
    bytes += more
    return try checked(got)
  }

  private func fill(_ piece: RowPiece, _ limit: Int) throws(FileError) -> Int {
    piece.reserve(piece.end + limit)
    let got = try checked(readSome(piece.base + piece.end, limit))
    piece.end += got
    return got
  }

  private func readSome(_ target: UnsafeMutablePointer<UInt8>?, _ limit: Int) -> Int {
    while true {
      let got = Glibc.read(file.descriptor, target, limit)
      if got >= 0 || errno != EINTR { return got }
    }
  }

  private func checked(_ got: Int) throws(FileError) -> Int {
    guard got >= 0 else { throw .current(file.path) }
    count += got
    if got == 0 ? count != file.identity.size : count > file.identity.size {
      throw FileError(path: file.path, system: .changed)
    }
    if got == 0 { try file.check() }
    return got
  }

  // MARK: UTF-16

  private func decode(_ bytes: [UInt8], littleEndian: Bool, isEnd: Bool, into piece: RowPiece) {
    piece.reserve(piece.end + bytes.count / 2 * 3)
    var index = 0
    func unit(_ place: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
      return littleEndian ? second << 8 | first : first << 8 | second
    }
    while index + 1 < bytes.count {
      var scalar = unit(index)
      var length = 2
      if scalar & 0xFC00 == 0xD800 {
        guard index + 3 < bytes.count else { break }
        let low = unit(index + 2)
        if low & 0xFC00 == 0xDC00 { (scalar, length) = (0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF), 4) }
      }
      guard scalar != 0, let letter = Unicode.Scalar(scalar) else {
        isUndecodable = true
        return
      }
      if scalar < 0x80 {
        piece.base[piece.end] = UInt8(truncatingIfNeeded: scalar)
        piece.end += 1
      } else {
        for byte in UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter {
          piece.base[piece.end] = byte
          piece.end += 1
        }
      }
      index += length
    }
    raw = Array(bytes[index...])
    if isEnd, !raw.isEmpty { isUndecodable = true }
  }
}
