import CCHCScoring
import CCHCTables
import TestSupport
import Testing

@Suite("Registered documents")
struct DocumentRegisterTests {
  private func load(_ digest: String, verifies: Bool) throws -> RoundLoader.Outcome {
    let folder = try TemporaryFolder()
    try SmallRound(
      [
        Row("1", max: "4"), Row("1.1", max: "2", inputs: "a", rule: "a", ["document": "required"]),
        Row("1.2", max: "2", inputs: "a", rule: "a", ["document": "required"]),
      ],
      [
        "self/A.csv": "criterion,input,value,document\n1.1,a,1,TL-1; TL-2\n1.2,a,1,TL-1\n",
        "documents/A.csv":
          "id,number,date,file,sha256,secrecy\nTL-1,1/KH,2023-02-01,A/a.txt,\(digest),\nTL-2,2/KH,2023-02-02,,,mật\n",
      ]
    ).write(to: folder)
    try folder.write("abc", to: "evidence/ky/documents/A/a.txt")
    return RoundLoader.load(
      folder.path("evidence/ky"),
      options: .init(criteriaFolder: folder.path("criteria"), makesStamps: false, verifiesDocuments: verifies)
    )
  }

  private let right = sha256(Array("abc".utf8))

  @Test("One document proves many leaves, and a cell names several")
  func resolves() throws {
    let outcome = try load(right, verifies: true)
    #expect(outcome.problems.items.map(\.line) == [])
    let list = outcome.round.fieldDocuments()
    #expect(list.map { $0.proofs.count } == [3])
    #expect(list.map { $0.gaps.count } == [0])
  }

  @Test("A changed file is found where files are verified, and is not read where they are not")
  func verifies() throws {
    let wrong = String(right.reversed())
    #expect(try load(wrong, verifies: false).problems.items.isEmpty)
    let found = try load(wrong, verifies: true).problems.items
    #expect(found.map(\.line) == ["error document-digest-differs documents/A.csv:2:sha256"])
    #expect(found.first?.arguments.last == right)
  }
}
