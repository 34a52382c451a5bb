import CCHCFiles
import TestSupport
import Testing

@Suite("Runs that were killed")
struct InterruptedCommitTests {
  /// What a run leaves that was killed while it put its files in place; those given have been put there.
  private func interrupt(_ folder: TemporaryFolder, list: String, waiting: [String: String]) throws {
    try folder.write(list.replacing("|", with: "\0"), to: ".cchc-commit/list")
    for (name, text) in waiting { try folder.write(text, to: ".cchc-commit/" + name) }
  }

  @Test("What was decided is finished before anybody reads or writes the folder", arguments: [true, false])
  func finishes(reads: Bool) throws {
    let folder = try TemporaryFolder()
    for name in ["a.csv", "b.csv", "cu.md", "co-quan/X/cu.md"] { try folder.write("cũ", to: name) }
    try folder.write("mới", to: "a.csv")
    try interrupt(
      folder, list: "+a.csv|+b.csv|+moi|-cu.md|-co-quan/X/cu.md|/co-quan/X|.|",
      waiting: ["1": "mới", "2/c.csv": "mới"])
    if reads {
      try FolderLock.reading(folder.path)?.release()
    } else {
      try FolderLock.writing(folder.path).release()
    }
    for name in ["a.csv", "b.csv", "moi/c.csv"] { #expect(folder.text(name) == "mới") }
    #expect(try folder.names() == ["a.csv", "b.csv", "co-quan", "moi"])
    #expect(try folderNames(folder.path("co-quan")) == [])
  }

  @Test("What was decided is finished though its folder was removed meanwhile, or what is due to go is gone")
  func finishesInRemovedFolder() throws {
    let folder = try TemporaryFolder()
    try interrupt(folder, list: "+co-quan/X/a.md|-co-quan/Y.md|-Y/Y.md|.|", waiting: ["0": "mới"])
    try FolderLock.writing(folder.path).release()
    #expect(folder.text("co-quan/X/a.md") == "mới")
    #expect(try folder.names() == ["co-quan"])
  }

  @Test("What stands in the place of what a killed run leaves is removed")
  func removesFiles() throws {
    let folder = try TemporaryFolder()
    for name in [".cchc-commit", ".cchc-part"] { try folder.write("x", to: name) }
    try OutputFolder.write([("a.csv", [1])], in: folder.path)
    #expect(try folder.names() == ["a.csv"])
  }

  @Test("What was not decided is removed by the next run that writes, and a reader passes it over")
  func removes() throws {
    let folder = try TemporaryFolder()
    try folder.write("cũ", to: "a.csv")
    try folder.write("mới", to: ".cchc-part/0")
    try FolderLock.reading(folder.path)?.release()
    #expect(try folder.names() == [".cchc-part", "a.csv"])
    try FolderLock.writing(folder.path).release()
    #expect(try folder.names() == ["a.csv"])
    #expect(folder.text("a.csv") == "cũ")
  }

  @Test(
    "A list that is not whole, or that leads out of the folder, is not carried out",
    arguments: ["+a.csv|", "", "+a.csv|.", "+../a.csv|.|", "+/etc/x|.|", "-x/../../y|.|", "?a.csv|.|", "|.|"])
  func refuses(list: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("cũ", to: "ky/a.csv")
    let round = folder.path("ky")
    try folder.write(list.replacing("|", with: "\0"), to: "ky/.cchc-commit/list")
    try folder.write("mới", to: "ky/.cchc-commit/0")
    try FolderLock.writing(round).release()
    #expect(try folderNames(round) == ["a.csv"])
    #expect(folder.text("ky/a.csv") == "cũ")
    #expect(try folder.names() == ["ky"])
  }

  // MARK: Two folders at once

  @Test("Files of two folders appear together, or none", arguments: [true, false])
  func commitsTwo(commits: Bool) throws {
    let folder = try TemporaryFolder()
    var round = OutputFolder(try FolderLock.writing(folder.path("ky")))
    var slips = OutputFolder(folder.path("phieu"))
    try slips.write([1], to: "a/x.md")
    try round.write([2], to: "so.csv")
    if commits { try round.commit(with: &slips) }
    round.discard()
    slips.discard()
    #expect(folder.text("ky/so.csv") == (commits ? "\u{2}" : nil))
    #expect(folder.text("phieu/a/x.md") == (commits ? "\u{1}" : nil))
    #expect(try folder.names() == (commits ? ["ky", "phieu"] : ["ky"]))
  }

  @Test("A folder with nothing to write leaves the other to itself")
  func commitsOneOfTwo() throws {
    let folder = try TemporaryFolder()
    var (round, slips) = (OutputFolder(folder.path("ky")), OutputFolder(folder.path("phieu")))
    try slips.write([1], to: "x.md")
    try round.commit(with: &slips)
    #expect(try folder.names() == ["phieu"])
    try round.write([1], to: "x.csv")
    try round.commit(with: &slips)
    #expect(try folder.names() == ["ky", "phieu"])
  }

  @Test(
    "Of two folders the one that decides is asked", arguments: [true, false], ["ky", "phieu"])
  func finishesTwo(isDecided: Bool, next: String) throws {
    let folder = try TemporaryFolder()
    let place = resolvedPath(folder.path)
    try folder.write("+x.md|<\(place)/ky|.|".replacing("|", with: "\0"), to: "phieu/.cchc-commit/list")
    try folder.write("mới", to: "phieu/.cchc-commit/0")
    let home = isDecided ? ".cchc-commit" : ".cchc-part"
    try folder.write("+so.csv|>\(place)/phieu|.|".replacing("|", with: "\0"), to: "ky/\(home)/list")
    try folder.write("mới", to: "ky/\(home)/0")
    // Whichever is used first, then the other.
    for name in [next, "ky", "phieu"] { try FolderLock.writing(folder.path(name)).release() }
    let names = [try folderNames(folder.path("ky")), try folderNames(folder.path("phieu"))]
    #expect(names == (isDecided ? [["so.csv"], ["x.md"]] : [[], []]))
  }

  @Test("A decision about other files does not count for a folder that was left prepared")
  func keepsDecisionsApart() throws {
    let folder = try TemporaryFolder()
    let place = resolvedPath(folder.path)
    try folder.write("+x.md|<\(place)/ky|.|".replacing("|", with: "\0"), to: "phieu/.cchc-commit/list")
    try folder.write("mới", to: "phieu/.cchc-commit/0")
    try folder.write("+so.csv|.|".replacing("|", with: "\0"), to: "ky/.cchc-commit/list")
    try folder.write("mới", to: "ky/.cchc-commit/0")
    try FolderLock.writing(folder.path("phieu")).release()
    #expect(try folderNames(folder.path("phieu")) == [])
    #expect(folder.text("ky/.cchc-commit/0") == "mới")
  }
}
