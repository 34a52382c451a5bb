import Testing

@Suite("Documents")
struct DocumentTests {
  private func round(
    _ policy: String, document: String, note: String, _ others: [String: String] = [:],
    method: String = "self"
  )
    -> SmallRound
  {
    let rows = [
      ["agency", "criterion", "input", "value", "document", "note"], ["A", "1.1", "a", "10", "", ""],
      ["A", "1.1", "b", "8", document, note],
    ]
    return SmallRound(
      leaf: ["document": policy, "method": method, "zero_denominator": "zero"],
      ["\(method)/x.csv": csv(rows)].merging(others) { $1 })
  }

  @Test(
    "A leaf that needs a document and names none has 0 points in the final column only",
    arguments: [
      ("required", "", "", false), ("required", "CV 1", "", true), ("required", "", "Giải trình", false),
      ("bắt buộc", "", "", false), ("required_or_explained", "", "", false),
      ("required_or_explained", "CV 1", "", true),
      ("required_or_explained", "", "Giải trình", true), ("bắt buộc hoặc giải trình", "", "Giải trình", true),
      ("optional", "", "", true), ("không bắt buộc", "", "", true), ("", "", "", true),
    ])
  func needsDocument(_ policy: String, _ document: String, _ note: String, _ counts: Bool) throws {
    let own = try round(policy, document: document, note: note).scored()
    #expect(try own.leaf() == (counts ? "scored 8.00||8.00" : "undocumented 8.00||0.00"))
    #expect(own.problems.contains("warning leaf-undocumented self/x.csv:2:-") == !counts)
    let external = try round(policy, document: document, note: note, method: "external").scored()
    #expect(try external.leaf() == (counts ? "scored -||8.00" : "undocumented -||0.00"))
    #expect(external.errors.isEmpty)
  }

  @Test("An appraisal, an agreeing one too, takes the place of the document")
  func appraisalSettles() throws {
    let appraisal = ["appraisal/1.csv": appraised("A,1.1,1,,,,,X")]
    #expect(
      try round("required", document: "", note: "", appraisal).scored().leaf() == "scored 8.00|8.00|8.00")
  }

  @Test("A document on a row without a value counts")
  func countsDocumentWithoutValue() throws {
    let rows = csv([
      ["criterion", "input", "value", "document"], ["1.1", "a", "10", ""], ["1.1", "b", "8", ""],
      ["1.1", "", "", "CV 1"],
    ])
    let scored = try SmallRound(
      leaf: ["document": "required", "zero_denominator": "zero"], ["self/A.csv": rows]
    ).scored()
    #expect(try scored.leaf() == "scored 8.00||8.00")
    #expect(scored.problems.isEmpty)
  }

  @Test("A leaf that is not scored stays what it is")
  func keepsOtherStatuses() throws {
    for (figures, wanted) in [("a=10", "missing"), ("a=x; b=1", "invalid"), ("a=không áp dụng", "requested")]
    {
      let scored = try SmallRound(leaf: ["document": "required"], ["self/A.csv": filed(figures)]).scored()
      #expect(try scored.leaf() == "\(wanted) 0.00||0.00")
    }
  }
}
