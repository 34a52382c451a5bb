import CCHCFiles
import CCHCScoring
import Foundation
import TestSupport
import Testing

@Suite("Closing a round")
struct FreezeTests {
  private func appraisedRound() throws -> TemporaryFolder {
    let folder = try temporaryRound()
    try folder.write(appraised("A,1.1,1,,,,,X"), to: "evidence/ky/appraisal/1.csv")
    return folder
  }

  private func problems(_ folder: TemporaryFolder, _ path: String = "evidence/ky") -> [String] {
    let project = parentFolder(parentFolder(folder.path(path)))
    return Scored(round: folder.path(path), criteria: joinedPath(project, "criteria")).problems
  }

  @Test("A frozen round has nothing new to say, and its copy scores cleanly by itself")
  func freezes() throws {
    let folder = try appraisedRound()
    #expect(try frozen(folder).faults == [])
    try freeze(folder)
    #expect(problems(folder) == [])
    #expect(problems(folder, "evidence/ky/closed/1/evidence/ky") == [])
    let list = try #require(folder.text("evidence/ky/closed/1/SHA256SUMS"))
    let names = list.split(separator: "\n").map { String($0.dropFirst(66)) }
    #expect(
      names == [
        "criteria/bo/criteria.csv", "criteria/bo/obligations.csv", "criteria/bo/set.csv",
        "evidence/ky/agencies.csv", "evidence/ky/appraisal/1.csv", "evidence/ky/round.csv",
        "evidence/ky/self/A.csv",
      ])
  }

  @Test("What comes after scoring is free")
  func leavesLaterTablesFree() throws {
    let folder = try appraisedRound()
    try freeze(folder)
    try folder.write("agency,rating\nA,HTNV\n", to: "evidence/ky/head_ratings.csv")
    try folder.write("key,value\nannounced,2024-03-15\n", to: "evidence/ky/publication.csv")
    try folder.write("agency,obligation,received\nA,x,2024-03-20\n", to: "evidence/ky/followup.csv")
    try folder.write(
      "agency,id,duty,deadline,legal_basis\nA,cv,Việc,2024-05-01,CV 1\n", to: "evidence/ky/orders.csv")
    try folder.write("agency,work\nA,Việc mới\n", to: "evidence/ky/breakthrough.csv")
    #expect(problems(folder) == [])
  }

  @Test("Errors and self scores without an appraisal forbid closing")
  func refuses() throws {
    let folder = try temporaryRound()
    #expect(try frozen(folder).faults == ["error closing-waits closing.csv:-:-"])
    try folder.write(filed("a=10; b=x"), to: "evidence/ky/self/A.csv")
    #expect(try frozen(folder).faults.contains("error value-invalid self/A.csv:3:value"))
  }

  @Test("A correction needs a change and a later day; the versions stand beside each other")
  func corrects() throws {
    let folder = try appraisedRound()
    try freeze(folder)
    #expect(try frozen(folder).faults == ["error closing-unchanged closing.csv:-:-"])
    try folder.write(filed("a=10; b=9"), to: "evidence/ky/self/A.csv")
    #expect(problems(folder) == ["error closed-changed self/A.csv:-:-"])
    #expect(try frozen(folder, on: "2024-03-09").faults == ["error closing-backward closing.csv:-:-"])
    #expect(try frozen(folder).faults == [])
    try freeze(folder, on: "2024-04-02", reason: "Sửa số")
    #expect(problems(folder) == [])
    let scored = (1...2).map { version in
      let project = "evidence/ky/closed/\(version)"
      return Scored(
        round: folder.path("\(project)/evidence/ky"), criteria: folder.path("\(project)/criteria"))
    }
    #expect(try scored.map { try $0.leaf() } == ["scored 8.00|8.00|8.00", "scored 9.00|9.00|9.00"])
    try folder.write("", to: "evidence/ky/closed/2/SHA256SUMS")
    #expect(try frozen(folder).faults.contains("error closed-list-changed closing.csv:3:sha256"))
  }

  @Test("Registered documents are frozen with the round, and what is gone is told")
  func freezesDocuments() throws {
    let folder = try appraisedRound()
    try folder.write("nội dung", to: "evidence/ky/documents/A/kh.txt")
    let digest = sha256(Array("nội dung".utf8))
    try folder.write(
      "id,file,sha256,secrecy\nKH1,A/kh.txt,\(digest),\nM1,,,mật\n", to: "evidence/ky/documents/A.csv")
    try folder.write(
      "criterion,input,value,document\n1.1,a,10,KH1; M1\n1.1,b,8,\n", to: "evidence/ky/self/A.csv")
    #expect(try frozen(folder).faults == [])
    try freeze(folder)
    #expect(folder.text("evidence/ky/closed/1/evidence/ky/documents/A/kh.txt") == "nội dung")
    #expect(problems(folder) == [])
    #expect(problems(folder, "evidence/ky/closed/1/evidence/ky") == [])
    try FileManager.default.removeItem(atPath: folder.path("evidence/ky/documents/A/kh.txt"))
    #expect(
      problems(folder) == [
        "error document-file-missing documents/A.csv:2:file", "error closed-removed documents/A/kh.txt:-:-",
      ])
  }
}
