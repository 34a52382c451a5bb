import CCHCFiles
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Folders that are held")
struct FolderLockTests {
  @Test(
    "A second run that writes in a folder, or reads it meanwhile, is told so, and may once the first is done")
  func excludes() throws {
    let folder = try TemporaryFolder()
    let lock = try FolderLock.writing(folder.path)
    let busy = FileError(path: folder.path, system: .busy)
    #expect(throws: busy) { try FolderLock.writing(folder.path) }
    #expect(throws: busy) { try FolderLock.reading(folder.path) }
    var output = OutputFolder(folder.path)
    #expect(throws: busy) { try output.write([1], to: "a") }
    output.discard()
    lock.release()
    try output.write([1], to: "a")
    try output.commit()
    #expect(try folder.names() == ["a"])
  }

  @Test("Any number of runs may read a folder, and none write in it")
  func shares() throws {
    let folder = try TemporaryFolder()
    let locks = [try FolderLock.reading(folder.path), try FolderLock.reading(folder.path)]
    #expect(throws: FileError(path: folder.path, system: .busy)) { try FolderLock.writing(folder.path) }
    for lock in locks { lock?.release() }
    try FolderLock.writing(folder.path).release()
    #expect(try folder.names() == [], "a hold leaves nothing behind")
  }

  @Test("A run that waits for a folder gets it though it is removed and made anew meanwhile")
  func waitsForFolderMadeAnew() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("ra")
    let lock = try FolderLock.writing(path)
    // A thread of the system's own: tasks may wait for longer than a run waits for a folder.
    Thread.detachNewThread {
      usleep(50_000)
      #expect(rmdir(path) == 0)
      lock.release()
    }
    try FolderLock.writing(path).release()
    #expect(try folder.names() == ["ra"])
  }

  @Test("What is no folder is not held for reading, and the reader finds out why")
  func passesOver() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "f")
    #expect(try FolderLock.reading(folder.path("khong-co")) == nil)
    #expect(try FolderLock.reading(folder.path("f")) == nil)
    #expect(throws: FileError.self) { try FolderLock.writing(folder.path("f")) }
  }

  @Test("The message says what to do, in both languages")
  func tells() {
    let error = FileError(path: "x", system: .busy)
    #expect(error.reason(in: .vietnamese).contains("đợi lệnh ấy xong rồi chạy lại"))
    #expect(error.reason(in: .english).contains("wait until it ends"))
  }
}
