import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
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
    let list = FieldDocuments.all(in: outcome.round)
    #expect(list.map { $0.proofs.count } == [3])
    #expect(list.map { $0.gaps.count } == [0])
  }

  @Test("A changed file is found where files are verified, and is not read where they are not")
  func verifies() throws {
    let wrong = String(right.reversed())
    #expect(try load(wrong, verifies: false).problems.items.isEmpty)
    let found = try load(wrong, verifies: true).problems.items
    #expect(found.map(\.line) == ["error document-digest-differs documents/A.csv:2:sha256"])
    #expect(found.first?.words.last == right)
  }

  /// A round whose agency A cites some documents in a cell of its own figures.
  private func round(
    _ cell: String, _ register: [String], _ others: [String: String] = [:], onlyAgency: String? = nil,
    prepare: (TemporaryFolder) throws -> Void = { _ in }
  ) throws -> Scored {
    let rows = csv([
      ["criterion", "input", "value", "document"], ["1.1", "a", "10", cell], ["1.1", "b", "8", ""],
    ])
    let header = "id,number,date,summary,file,sha256,secrecy\n"
    return try SmallRound(
      leaf: ["document": "required", "zero_denominator": "zero"],
      ["self/A.csv": rows, "documents/A.csv": header + register.map { $0 + "\n" }.joined()].merging(others) {
        $1
      }
    ).scored(onlyAgency: onlyAgency, prepare: prepare)
  }

  @Test("A link that leads out of documents/ is outside; one within is not")
  func followsLinks() throws {
    let row = ["TL-1,1/KH,2023-02-01,Kế hoạch,A/a.txt,\(right),"]
    let outside = try round("TL-1", row) { folder in
      try folder.write("abc", to: "secret.txt")
      try folder.makeFolder("evidence/ky/documents/A")
      try folder.link("evidence/ky/documents/A/a.txt", to: folder.path("secret.txt"))
    }
    #expect(outside.problems == ["error document-file-outside documents/A.csv:2:file"])
    #expect(outside.round.documents.all.first?.fault == .outside)
    let inside = try round("TL-1", row) { folder in
      try folder.write("abc", to: "evidence/ky/documents/B/b.txt")
      try folder.makeFolder("evidence/ky/documents/A")
      try folder.link("evidence/ky/documents/A/a.txt", to: "../B/b.txt")
    }
    #expect(inside.problems == [])
  }

  @Test("A file that was removed is an error, and the leaf is not in due form")
  func missesFile() throws {
    let scored = try round("TL-1", ["TL-1,1/KH,2023-02-01,Kế hoạch,A/a.txt,\(right),"])
    #expect(scored.problems == ["error document-file-missing documents/A.csv:2:file"])
    #expect(try scored.leaf() == "scored 8.00||8.00")
    let filing = scored.round[agency: 0].filing
    #expect(filing.leaves.first?.faults == [.brokenFile("TL-1", .missing)])
  }

  @Test(
    "Nothing of a secret document but its number, date and issuer is kept; it proves its leaf all the same",
    arguments: [("mật", Document.Secrecy.restricted), ("top secret", .topSecret), ("kín", .topSecret)])
  func keepsSecrets(word: String, secrecy: Document.Secrecy) throws {
    let scored = try round("TL-2", ["TL-2,2/KH,2023-02-01,Nội dung,A/a.txt,\(right),\(word)"])
    let document = try #require(scored.round.documents.all.first)
    #expect(document.secrecy == secrecy)
    #expect([document.summary, document.file, document.sha256] == ["", "", ""])
    #expect(document.number == "2/KH")
    #expect(try scored.leaf() == "scored 8.00||8.00")
    #expect(scored.round[agency: 0].filing.isComplete)
    #expect(!scored.results.problems.items.contains { $0.words.contains("Nội dung") })
  }

  @Test("A document that only an explanation names is used; a slip of the pen there is told")
  func countsExplanations() throws {
    func scored(_ document: String, onlyAgency: String? = nil) throws -> Scored {
      try round(
        "TL-1", ["TL-1,1/KH,2023-02-01,,,,", "TL-2,2/KH,2023-02-01,,,,"],
        [
          "appraisal/1.csv": appraised("A,1.1,1,,,5,Lý do,"),
          "explanations/A.csv": "criterion,round,text,document\n1.1,1,Nội dung,\(document)\n",
        ], onlyAgency: onlyAgency)
    }
    #expect(try scored("TL-2").problems == [])
    #expect(
      try scored("TL2").problems == [
        "warning document-unknown explanations/A.csv:2:-", "warning document-unused documents/A.csv:3:id",
      ])
    #expect(try scored("TL-2", onlyAgency: "A").problems == [])
  }

  @Test("An agency alone is told nothing of the documents of others")
  func keepsOthersApart() throws {
    let others = [
      "agencies.csv": "agency,name,group\nA,Sở A,so\nB,Sở B,so\n",
      "documents/x.csv": "agency,id,secrecy\nB,,\nB,TL 9,\nB,TL-8,kín\n",
    ]
    let row = ["TL-1,1/KH,2023-02-01,,,,"]
    let alone = try round("TL-1", row, others, onlyAgency: "A").outcome.problems.items.map(\.line)
    #expect(alone == [])
    #expect(try round("TL-1", row, others).errors.count == 3)
  }

  @Test(
    "Names of secret documents in free text are put into other words, whole names alone",
    arguments: [
      ("Theo Kế hoạch 2/KH-A.", "Theo Kế hoạch ###."), ("xem tl-02", "xem ###"),
      ("12/KH-A, 2/KH-AB", "12/KH-A, 2/KH-AB"), ("TL-01; TL-021", "TL-01; TL-021"), ("", ""),
      ("2/KH-A2/KH-A 2/KH-A", "2/KH-A2/KH-A ###"),
    ])
  func hidesSecrets(text: String, hidden: String) throws {
    let scored = try round("TL-01; TL-02", ["TL-01,1/KH-A,,,,,", "TL-02,2/KH-A,,,,,mật"])
    #expect(scored.round.documents.hidingSecrets(in: text, of: 0, by: "###") == hidden)
  }
}
