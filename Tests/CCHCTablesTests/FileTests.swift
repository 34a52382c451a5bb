import CCHCCriteria
import CCHCFiles
import CCHCScoring
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Files and folders")
struct FileTests {
  @Test("A file is read whole", arguments: [0, 1, 4_096, 65_536, 200_001])
  func readsFile(_ count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.write(bytes, to: "f")
    #expect(try readFile(folder.path("f")) == bytes)
  }

  @Test("A file whose size the system does not tell is read whole")
  func readsFileWithoutSize() throws {
    #expect(try readFile("/proc/self/status").isEmpty == false)
  }

  @Test("A file that is not there, a folder and a file that cannot be read give the system's reason")
  func reportsErrors() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileError(path: folder.path("x"), code: ENOENT)) {
      try readFile(folder.path("x"))
    }
    #expect(throws: FileError(path: folder.path, code: EISDIR)) { try readFile(folder.path) }
    #expect(throws: FileError(path: "/proc/self/mem", reason: "Input/output error")) {
      try readFile("/proc/self/mem")
    }
  }

  @Test("A file that grows while it is read is not taken")
  func refusesGrowingFile() throws {
    let folder = try TemporaryFolder()
    try folder.write([UInt8](repeating: 1, count: 100_000), to: "f")
    let descriptor = open(folder.path("f"), O_WRONLY | O_APPEND)
    let (path, stop) = (folder.path("f"), folder.path("stop"))
    Thread.detachNewThread {
      while fileKind(stop) == .nothing { _ = write(descriptor, [1, 2], 2) }
      close(descriptor)
    }
    while try #require(FileManager.default.contents(atPath: path)).count == 100_000 { usleep(1_000) }
    var refused = false
    let end = ContinuousClock.now + .seconds(60)
    while !refused, .now < end {
      do throws(FileError) { _ = try readFile(path) } catch { refused = error.system == .changed }
    }
    try folder.write("", to: "stop")
    #expect(refused)
  }

  @Test("The names of a folder are sorted by their bytes")
  func sortsNames() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a", "B", "é", "a.csv", ".x"] { try folder.write("", to: name) }
    #expect(try folderNames(folder.path) == [".x", "B", "a", "a.csv", "b", "é"])
    #expect(throws: FileError.self) { try folderNames(folder.path("nothing")) }
  }

  @Test("Kinds of paths, through links too")
  func tellsKinds() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "f")
    try folder.link("l", to: folder.path)
    try folder.link("broken", to: folder.path("nothing"))
    #expect(fileKind(folder.path("f")) == .file)
    #expect(fileKind(folder.path) == .folder)
    #expect(fileKind(folder.path("l")) == .folder)
    #expect(fileKind(folder.path("broken")) == .other)
    #expect(fileKind(folder.path("nothing")) == .nothing)
    #expect(resolvedPath(folder.path("l")) == resolvedPath(folder.path))
    #expect(resolvedPath(folder.path("nothing")) == folder.path("nothing"))
  }

  @Test(
    "Parts of paths",
    arguments: [
      ("a/b", "a", "b"), ("a", ".", "a"), ("/a", "/", "a"), ("/a/b/", "/a", "b"), ("a//", ".", "a"),
    ])
  func splitsPaths(_ path: String, _ parent: String, _ last: String) {
    #expect(parentFolder(path) == parent)
    #expect(lastPathPart(path) == last)
  }

  @Test("Joined paths")
  func joinsPaths() {
    #expect(joinedPath("a", "b") == "a/b")
    #expect(joinedPath("a/", "b") == "a/b")
    #expect(joinedPath("", "b") == "b")
  }

  @Test("Order is by UTF-8 bytes, not by language")
  func ordersByBytes() {
    #expect(
      ["ă", "b", "Z", "a", "10", "9", ""].sorted(by: precedesInBytes) == ["", "10", "9", "Z", "a", "b", "ă"])
  }
}
