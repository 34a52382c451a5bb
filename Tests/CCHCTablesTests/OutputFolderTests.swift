import CCHCFiles
import CCHCOutputs
import Foundation
import TestSupport
import Testing

@Suite("Output folders")
struct OutputFolderTests {
  @Test("Files appear only with the commit, with the folders above them")
  func writesTogether() throws {
    let folder = try TemporaryFolder()
    try folder.write("cũ", to: "a.csv")
    var output = OutputFolder(folder.path)
    try output.write(Array("mới".utf8), to: "a.csv")
    try output.write(Array("trang".utf8), to: "co-quan/B.md")
    #expect(folder.text("a.csv") == "cũ")
    #expect(folder.text("co-quan/B.md") == nil)
    try output.commit()
    #expect(folder.text("a.csv") == "mới")
    #expect(folder.text("co-quan/B.md") == "trang")
    #expect(try folder.names() == ["a.csv", "co-quan"])
  }

  @Test("Nothing is left behind after a discard, and the old files stay")
  func discards() throws {
    let folder = try TemporaryFolder()
    try folder.write("cũ", to: "a.csv")
    var output = OutputFolder(folder.path)
    try output.write([1, 2, 3], to: "a.csv")
    try output.write([4], to: "b.csv")
    output.discard()
    #expect(folder.text("a.csv") == "cũ")
    #expect(try folder.names() == ["a.csv"])
  }

  @Test("What a killed run left beside a file, be it a link, is not written through")
  func replacesLeftovers() throws {
    let folder = try TemporaryFolder()
    try folder.write("cũ", to: "a.csv")
    var output = OutputFolder(folder.path)
    try output.write([1], to: "a.csv")
    let part = try #require(try folder.names().first { $0 != "a.csv" })
    output.discard()
    try folder.link(part, to: folder.path)
    try output.write([7], to: "a.csv")
    #expect(folder.text("a.csv") == "cũ")
    try output.commit()
    #expect(folder.text("a.csv") == "\u{7}")
    #expect(try folder.names() == ["a.csv"])
  }

  @Test("A folder that does not stand yet appears whole, and goes with a discard")
  func makesFolders() throws {
    let folder = try TemporaryFolder()
    var output = OutputFolder(folder.path("reports/ky"))
    try output.write([1], to: "co-quan/A/b/x.md")
    try output.write([2], to: "co-quan/A/y.md")
    #expect(try folderNames(folder.path("reports/ky")).count == 1, "only what waits")
    output.discard()
    #expect(try folderNames(folder.path("reports")) == [])
    try output.write([1], to: "co-quan/A/b/x.md")
    try output.write([2], to: "co-quan/A/y.md")
    try output.write([3], to: "co-quan/A/y.md")
    try output.commit()
    #expect(try folderNames(folder.path("reports/ky")) == ["co-quan"])
    #expect(folder.text("reports/ky/co-quan/A/b/x.md") == "\u{1}")
    #expect(folder.text("reports/ky/co-quan/A/y.md") == "\u{3}")
  }

  @Test(
    "A link to another disk is followed: files and new folders behind it are written",
    .enabled(if: otherDisk != nil))
  func writesToOtherDisk() throws {
    let folder = try TemporaryFolder()
    let other = try #require(Self.otherDisk) + "/cchc-test-\(getpid())"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: other) }
    try folder.link("self", to: other)
    var output = OutputFolder(folder.path)
    try output.write([1], to: "self/A.csv")
    try output.write([2], to: "self/moi/B.csv")
    try output.commit()
    #expect(folder.text("self/A.csv") == "\u{1}")
    #expect(folder.text("self/moi/B.csv") == "\u{2}")
    #expect(try folder.names() == ["self"])
    #expect(try folderNames(other) == ["A.csv", "moi"])
  }

  /// A folder on another disk than temporary folders are; nil where there is none.
  private static var otherDisk: String? {
    let (other, own) = ("/dev/shm", FileManager.default.temporaryDirectory.path)
    var (first, second) = (stat(), stat())
    guard access(other, W_OK) == 0, stat(other, &first) == 0, stat(own, &second) == 0 else { return nil }
    return first.st_dev == second.st_dev ? nil : other
  }

  @Test("A folder that is a file gives an error")
  func refusesFileAsFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    var output = OutputFolder(folder.path("file"))
    #expect(throws: FileError.self) { try output.write([1], to: "co-quan/a.csv") }
    output.discard()
    #expect(folder.text("file") == "x")
  }

  @Test(
    "A read-only folder gives an error", .enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func refusesReadOnlyFolder() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("ro")
    chmod(folder.path("ro"), 0o555)
    defer { chmod(folder.path("ro"), 0o755) }
    var output = OutputFolder(folder.path("ro"))
    #expect(throws: FileError.self) { try output.write([1], to: "a.csv") }
    output.discard()
  }

  @Test("A folder that cannot be made gives an error")
  func refusesImpossibleFolder() {
    var output = OutputFolder("/proc/cchc-test")
    #expect(throws: FileError.self) { try output.write([1], to: "a.csv") }
    output.discard()
  }

  @Test("A file cannot take the place of a folder, and the error names it")
  func refusesToReplaceFolder() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("a.csv")
    var output = OutputFolder(folder.path)
    let error = #expect(throws: FileError.self) { try output.write([1], to: "a.csv") }
    #expect(error?.path == folder.path("a.csv"))
    output.discard()
    #expect(try folder.names() == ["a.csv"])
  }

  @Test("Pages that are no longer wanted go with the commit, other files stay")
  func removesOthers() throws {
    let folder = try TemporaryFolder()
    for name in ["A.md", "B.md", "C.md", "ghi-chu.txt"] { try folder.write("x", to: "co-quan/" + name) }
    var output = OutputFolder(folder.path)
    try output.write([1], to: "co-quan/A.md")
    output.removeAll(in: "co-quan") { $0 == "co-quan/B.md" }
    #expect(folder.text("co-quan/B.md") == "x")
    try output.commit()
    #expect(folder.text("co-quan/B.md") == nil)
    #expect(folder.text("co-quan/C.md") == "x")
    #expect(folder.text("co-quan/ghi-chu.txt") == "x")
  }
}
