package import CCHCFiles

/// Deals out the pieces of several files, one after the other, to any number of threads.
///
/// While one thread reads on, another may still be adding its piece to the digest: pieces reach the digest in their
/// order, for a thread takes the digest's lock before it gives the file's lock up.
package final class PieceFeed: @unchecked Sendable {
  /// A file whose headings have been read.
  package struct File: Sendable {
    package let path: String
    /// The file as problems name it.
    package let shown: String
    /// What the file was when its headings were read: no other file may be read in its place.
    package let identity: FileIdentity

    package init(path: String, shown: String, identity: FileIdentity) {
      (self.path, self.shown, self.identity) = (path, shown, identity)
    }
  }

  /// Which piece a thread was given.
  package struct Tag: Sendable {
    /// The piece's place among all pieces.
    package let number: Int
    /// The file's place in the list.
    package let file: Int
  }

  private let files: [File]
  private let pieceSize: Int
  private let reading = Lock()
  private let digesting = Lock()
  private var stream: RowStream?
  private var file = 0
  private var number = 0
  /// The digests of the files that are read, and how many bytes they have.
  package private(set) var digests: [(sha256: String, bytes: Int)] = []
  /// Why a file could not be read; no further piece is dealt out then.
  package private(set) var failure: FileError?

  package init(_ files: [File], pieceSize: Int) {
    self.files = files
    self.pieceSize = pieceSize
  }

  /// Reads the next piece; nil where there is none.
  package func next(into piece: RowPiece) -> Tag? {
    reading.lock()
    do throws(FileError) {
      while file < files.count, failure == nil {
        let stream = try opened()
        if try stream.next(into: piece) {
          let tag = Tag(number: number, file: file)
          number += 1
          digesting.lock()
          reading.unlock()
          stream.hash(piece)
          digesting.unlock()
          return tag
        }
        digesting.lock()
        digests.append((stream.digest(), stream.byteCount))
        digesting.unlock()
        self.stream = nil
        file += 1
      }
    } catch {
      failure = error
    }
    reading.unlock()
    return nil
  }

  private func opened() throws(FileError) -> RowStream {
    if let stream { return stream }
    let opened = try RowStream(
      files[file].path, file: files[file].shown, pieceSize: pieceSize, expected: files[file].identity)
    stream = opened
    return opened
  }
}
