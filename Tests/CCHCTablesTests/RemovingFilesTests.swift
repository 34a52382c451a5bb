import CCHCFiles
import TestSupport
import Testing

@Suite("Removing files that a run no longer writes")
struct RemovingFilesTests {
  @Test("Files of some names go from all folders, others and wanted ones stay, and emptied folders go")
  func removesBelow() throws {
    let folder = try TemporaryFolder()
    for name in ["A/x.md", "A/khac.md", "B/x.md", "C/x.md", "D/giu.txt", "x.md"] {
      try folder.write("cũ", to: "co-quan/\(name)")
    }
    var output = OutputFolder(folder.path)
    try output.write(Array("mới".utf8), to: "co-quan/C/x.md")
    output.removeAll(below: "co-quan") { $0.hasSuffix("/x.md") && $0 != "co-quan/C/x.md" }
    #expect(folder.text("co-quan/A/x.md") == "cũ", "nothing goes before all is written")
    try output.commit()
    #expect(folder.text("co-quan/A/x.md") == nil)
    #expect(folder.text("co-quan/A/khac.md") == "cũ")
    #expect(folder.text("co-quan/C/x.md") == "mới")
    #expect(folder.text("co-quan/D/giu.txt") == "cũ")
    #expect(folder.text("co-quan/x.md") == "cũ")
    #expect(try TemporaryFolder.names(of: folder.path("co-quan")) == ["A", "C", "D", "x.md"])
  }

  @Test("A single file goes; one that is not there is no fault, and without a commit all stays")
  func removesOne() throws {
    let folder = try TemporaryFolder()
    try folder.write("cũ", to: "noi-bo/a.md")
    var kept = OutputFolder(folder.path)
    kept.remove("noi-bo/a.md")
    kept.discard()
    #expect(folder.text("noi-bo/a.md") == "cũ")
    var output = OutputFolder(folder.path)
    output.remove("noi-bo/a.md")
    output.remove("noi-bo/b.md")
    output.removeAll(below: "co-quan") { _ in true }
    try output.commit()
    #expect(folder.text("noi-bo/a.md") == nil)
  }
}

extension TemporaryFolder {
  /// All names in a folder.
  fileprivate static func names(of path: String) throws -> [String] { try folderNames(path) }
}
