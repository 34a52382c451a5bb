import CCHCExact
import CCHCFiles
import CCHCOutputs
import CCHCScoring
import Foundation
import Testing

@Suite("Frozen versions of a round")
struct ClosedFolderTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "cchc-\(UUID().uuidString)")

  private func write(_ text: String, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(name).path).sorted()
  }

  /// What a small round would freeze.
  private func freeze() throws -> Freeze {
    try write("key,value\nname,Bộ\nlegal_basis,QĐ\n", to: "criteria/bo/set.csv")
    try write(
      "code,name,max_points,method,inputs,rule\n1,Một,10,external,a,a\n", to: "criteria/bo/criteria.csv")
    try write("key,value\nname,Kỳ\nyear,2023\ncriteria:so,bo\n", to: "evidence/ky/round.csv")
    try write("agency,name,group\nA,Sở A,so\n", to: "evidence/ky/agencies.csv")
    try write("agency,criterion,input,value\nA,1,a,5\n", to: "evidence/ky/external/x.csv")
    let outcome = RoundLoader.load(
      folder.appendingPathComponent("evidence/ky").path,
      options: .init(criteriaFolder: folder.appendingPathComponent("criteria").path))
    let results = Scorer.score(outcome)
    let freeze = Freeze(results, on: Day(number: 20_000), reason: "")
    #expect(freeze.faults(results).items.isEmpty)
    return freeze
  }

  private func close(_ freeze: Freeze) throws(FileError) {
    let path = folder.appendingPathComponent("evidence/ky").path
    try ClosedFolder.write(
      freeze, path: path, to: OutputFolder(path),
      criteriaFolder: folder.appendingPathComponent("criteria").path, Wording(.vietnamese))
  }

  @Test("Copies hold the very bytes, and the register names the digest of their list")
  func copies() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let freeze = try freeze()
    try close(freeze)
    let version = folder.appendingPathComponent("evidence/ky/closed/1")
    for file in freeze.files {
      #expect(sha256(Array(try Data(contentsOf: version.appendingPathComponent(file.path)))) == file.sha256)
    }
    let list = Array(try Data(contentsOf: version.appendingPathComponent("SHA256SUMS")))
    let register = try String(
      contentsOf: folder.appendingPathComponent("evidence/ky/closing.csv"), encoding: .utf8)
    #expect(register.hasSuffix("\r\n1;2024-10-04;\(sha256(list));\r\n"))
  }

  @Test(
    "A file that changes after it was read: nothing is closed",
    arguments: ["evidence/ky/external/x.csv", "criteria/bo/set.csv"])
  func refusesChangedFile(name: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let freeze = try freeze()
    try write("khác", to: name)
    #expect(throws: FileError.self) { try close(freeze) }
    #expect(try names(in: "evidence/ky") == ["agencies.csv", "external", "round.csv"])
  }

  @Test("What an interrupted run left in the version's place is not replaced")
  func keepsLeftover() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let freeze = try freeze()
    try write("x", to: "evidence/ky/closed/1/giu.txt")
    #expect(throws: FileError.self) { try close(freeze) }
    #expect(try names(in: "evidence/ky/closed/1") == ["giu.txt"])
  }
}
