import CCHCFiles
import TestSupport
import Testing

@Suite("A folder that appears whole or not at all")
struct NewFolderTests {
  private func begin(_ folder: TemporaryFolder, _ name: String = "ky") -> (NewFolder?, String) {
    do throws(FileError) { return (try NewFolder(folder.path(name)), "") } catch { return (nil, error.path) }
  }

  @Test("Nothing stands at its place until it is whole")
  func appearsWhole() throws {
    let folder = try TemporaryFolder()
    let made = try NewFolder(folder.path("a/ky/"))
    try made.write([1], to: "self/A.csv")
    try made.write([2], to: "round.csv")
    #expect(fileKind(folder.path("a/ky")) == .nothing)
    try made.commit()
    #expect(try folder.names() == ["a"])
    #expect(try folderNames(folder.path("a")) == ["ky"])
    #expect(folder.text("a/ky/self/A.csv") == "\u{1}")
  }

  @Test("What is discarded leaves nothing, and what a killed run left is removed without following links")
  func discards() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "khac/giu.txt")
    try folder.makeFolder(".cchc-part-ky/b")
    try folder.link(".cchc-part-ky/b/lien-ket", to: folder.path("khac"))
    let made = try NewFolder(folder.path("ky"))
    #expect(try folderNames(made.temporary) == [])
    try made.write([1], to: "c/d.csv")
    made.discard()
    #expect(try folder.names() == ["khac"])
    #expect(folder.text("khac/giu.txt") == "x")
  }

  @Test("What stands at its place stays as it is, even where it came while the folder was filled")
  func neverReplaces() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "ky")
    #expect(begin(folder).1 == folder.path("ky"))
    let made = try NewFolder(folder.path("moi"))
    try folder.makeFolder("moi")
    #expect(throws: FileError.self) { try made.commit() }
    made.discard()
    #expect(try folder.names() == ["ky", "moi"])
  }
}
