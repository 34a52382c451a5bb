import CCHCBooks
import CCHCCriteria
import CCHCFiles
import CCHCScoring
import TestSupport
import Testing

@Suite("Agencies")
struct AgencyTests {
  private func scored(_ agencies: String) throws -> Scored {
    try BrokenInput.sound.with(["agencies.csv": agencies]).scored()
  }

  @Test("Columns and their defaults")
  func readsColumns() throws {
    let agencies = try scored(
      "mã cơ quan;tên;nhóm;khối;cơ quan cấp trên;tham gia xếp hạng\nA;Sở A;so;Khối 1;B;không\nB.1-x_y;B;so;;;\n"
    ).round.agencies
    #expect(agencies.map(\.code) == ["A", "B.1-x_y"])
    #expect(agencies.map(\.bloc) == ["Khối 1", "so"])
    #expect(agencies.map(\.isRanked) == [false, true])
    #expect(agencies.map(\.parent) == ["B", ""])
  }

  @Test(
    "Codes that no file may be named after",
    arguments: [
      "../x", "a/b", "a\\b", ".x", "..", "CON", "con", "Aux.csv", "nul", "COM1", "lpt9.x", "a b", "sở", "a*",
      "a:b", "*", "a\u{300}",
    ])
  func refusesCode(_ code: String) throws {
    let found = try scored("agency,name,group\n\(code),x,so\nA,a,so\n")
    #expect(found.errors == ["error code-invalid agencies.csv:2:agency"])
    #expect(found.round.agencies.map(\.code) == ["A"])
  }

  @Test(
    "Codes that only look dangerous", arguments: ["CONX", "COM", "COM10", "a..b", "-x", "_", "x.CON", "1"])
  func acceptsCode(_ code: String) throws {
    #expect(try scored("agency,name,group\n\(code),x,so\nA,a,so\n").errors == [])
  }

  @Test("Two rows with one code; codes that differ in case only")
  func reportsCodes() throws {
    let found = try scored("agency,name,group\nA,a,so\nA,a,so\nA,b,so\na,b,so\n")
    #expect(
      found.problems.filter { $0.contains("agencies.csv") } == [
        "warning row-repeated agencies.csv:3:agency", "error row-conflict agencies.csv:4:agency",
        "error code-case agencies.csv:5:agency",
      ])
  }

  @Test("Cells that must be there, words that must be known")
  func reportsCells() throws {
    let found = try scored("agency,name,group,ranked\nA,a,so,có lẽ\n,b,so,\nC,,so,\nD,d,,\n")
    #expect(
      found.errors == [
        "error word-unknown agencies.csv:2:ranked", "error cell-required agencies.csv:3:agency",
        "error cell-required agencies.csv:4:name",
        "error cell-required agencies.csv:5:group",
      ])
    #expect(found.round.agencies.map(\.code) == ["A", "C"])
  }

  @Test("Stamps name every file read, in two parts")
  func stampsFiles() throws {
    let folder = try temporaryRound()
    let round = RoundLoader.load(
      folder.path("evidence/ky"), options: .init(criteriaFolder: folder.path("criteria"))
    ).round
    #expect(
      round.scoreStamps.map(\.file) == [
        "agencies.csv", "criteria/bo/criteria.csv", "criteria/bo/obligations.csv", "criteria/bo/set.csv",
        "round.csv", "self/A.csv",
      ])
    #expect(round.afterStamps.map(\.file) == ["publication.csv"])
    #expect(round.scoreStamps.first?.sha256 == sha256(Array("agency,name,group\nA,Sở A,so\n".utf8)))
    #expect(round.code == "ky")
  }

  @Test("Files that neither FORMATS nor the handbook names are a warning; hidden ones are not")
  func warnsOfUnknownFiles() throws {
    let files = [
      "agency.csv": "", "self/A.txt": "", "self/sub/x.csv": "", "SELF/x.csv": "", ".hidden": "",
      "self/.x": "", "self/~$A.csv": "", "survey/a.TXT": "", "ghi-chu.md": "",
    ]
    let found = try BrokenInput.sound.with(files).scored()
    #expect(
      found.problems == [
        "warning file-unknown SELF:-:-", "warning file-unknown agency.csv:-:-",
        "warning file-unknown ghi-chu.md:-:-",
        "warning file-unknown self/A.txt:-:-", "warning file-unknown self/sub:-:-",
        "warning file-unknown survey/a.TXT:-:-",
      ])
    #expect(try found.problem("file-unknown").suggestion == "self")
  }
}
