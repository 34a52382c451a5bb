import CCHCExact
import CCHCFiles
import CCHCScoring
import Testing

@Suite("Ratings of heads, publication and follow-up")
struct HeadRatingTests {
  private static let rule =
    "id,condition,duty,deadline,recipient\nx,\"head_rating = \"\"Hoàn thành nhiệm vụ\"\"\",Kiểm điểm,04-01,N\n"

  private func round(_ ratings: String, _ others: [String: String] = [:], settings: String = "") -> SmallRound
  {
    SmallRound(
      settings: settings,
      ["self/A.csv": filed("a=1; b=1"), "set/obligations.csv": Self.rule, "head_ratings.csv": ratings]
        .merging(others) { $1 })
  }

  @Test(
    "A rating is filed in full or by its abbreviation, ignoring case and Unicode form",
    arguments: [
      ("Hoàn thành nhiệm vụ", true), ("HTNV", true), ("htnv", true), ("HOA\u{300}N THÀNH NHIỆM VỤ", true),
      ("HTTNV", false),
      ("Không hoàn thành nhiệm vụ", false), ("KHTNV", false), ("HTXSNV", false),
    ])
  func readsRating(_ written: String, _ owes: Bool) throws {
    let scored = try round("agency,rating\nA,\(written)\n").scored()
    let reasons = try scored.agency().obligations.map(\.reason.vietnamese)
    #expect(reasons == (owes ? ["Người đứng đầu được xếp loại “Hoàn thành nhiệm vụ” về CCHC"] : []))
    #expect(try scored.agency().unconcluded.isEmpty)
    #expect(scored.errors.isEmpty)
  }

  @Test(
    "An agency without a rating is not concluded and a warning",
    arguments: ["agency,rating\n", "agency,rating\nA,\n"])
  func warnsOfMissingRating(_ table: String) throws {
    let scored = try round(table).scored()
    #expect(try scored.agency().obligations.isEmpty)
    #expect(try scored.agency().unconcluded == [0])
    #expect(scored.problems.contains("warning head-unrated head_ratings.csv:-:-"))
  }

  @Test("Nothing is asked where no obligation asks for the rating")
  func asksOnlyWhereNeeded() throws {
    let scored = try round(
      "agency,rating\n", ["set/obligations.csv": "id,condition,duty,deadline,recipient\nx,always,V,04-01,N\n"]
    ).scored()
    #expect(!scored.codes.contains("head-unrated"))
  }

  @Test("A rating outside the set's list is an error with the nearest one")
  func reportsUnknownRating() throws {
    let scored = try round("agency,rating\nA,Hoàn thành nhiệm vu\n").scored()
    #expect(scored.errors == ["error rating-unknown head_ratings.csv:2:rating"])
    #expect(try scored.problem("rating-unknown").suggestion == "Hoàn thành nhiệm vụ")
  }

  @Test("The set's own list of ratings, best first, with abbreviations after =")
  func readsOwnRatings() throws {
    let settings = "head_ratings,Xuất sắc = XS = A1; Hoàn thành nhiệm vụ = B; Kém\n"
    for (written, owes) in [("B", true), ("xs", false), ("A1", false), ("Kém", false)] {
      let scored = try round("agency,rating\nA,\(written)\n", settings: settings).scored()
      #expect(try scored.agency().obligations.isEmpty == !owes)
      #expect(scored.errors.isEmpty)
    }
    #expect(
      try round("agency,rating\nA,HTNV\n", settings: settings).scored().codes.contains("rating-unknown"))
    #expect(
      try round("agency,rating\n", settings: "head_ratings,Tốt; Kém\n").scored().errors == [
        "error rule-label-unknown criteria/bo/obligations.csv:2:condition"
      ])
    #expect(
      try round("agency,rating\n", settings: "head_ratings,Tốt = T; Kém = t\n").scored().codes.contains(
        "setting-invalid"))
  }

  @Test("Two ratings of one agency are an error, a repetition a warning; an unknown agency is an error")
  func reportsRows() throws {
    let scored = try round("agency,rating\nA,HTNV\nA,HTNV\nA,HTTNV\nB,HTNV\n").scored()
    #expect(
      scored.problems.filter { $0.contains("head_ratings") } == [
        "warning row-repeated head_ratings.csv:3:-", "error row-conflict head_ratings.csv:4:-",
        "error agency-unknown head_ratings.csv:5:agency", "warning head-unrated head_ratings.csv:-:-",
      ])
    // Of two ratings neither counts.
    #expect(try scored.agency().obligations.isEmpty)
  }

  @Test("publication.csv: keys, dates and obligations")
  func readsPublication() throws {
    let publication =
      "khóa,giá trị\nnumber,12/QĐ\ndate,14/3/2024\nsigner,Bà B\nannounced,2024-03-15\ndeadline:x,1/5/2024\n"
    let scored = try round("agency,rating\nA,HTNV\n", ["publication.csv": publication]).scored()
    #expect(scored.round.publication.number == "12/QĐ")
    #expect(scored.round.publication.date?.isoText == "2024-03-14")
    #expect(scored.round.publication.announced?.isoText == "2024-03-15")
    #expect(try scored.agency().obligations.first?.deadline?.isoText == "2024-05-01")
    let wrong = try round(
      "agency,rating\n",
      ["publication.csv": "key,value\ndate,31/2/2024\nanounced,2024-01-01\ndeadline:y,2024-01-01\ndate,\n"]
    ).scored()
    #expect(
      wrong.errors == [
        "error key-unknown publication.csv:3:key", "error row-conflict publication.csv:5:-",
        "error date-invalid publication.csv:2:value",
        "error obligation-unknown publication.csv:4:value",
      ])
  }

  @Test("followup.csv: agency, obligation and day")
  func readsReceipts() throws {
    let table =
      "agency,obligation,received,document\nA,x,1/4/2024,CV 1\nA,x,1/4/2024,CV 1\nA,x,2/4/2024,\nA,y,1/4/2024,\nB,x,1/4/2024,\n"
    let scored = try round("agency,rating\nA,HTNV\n", ["followup.csv": table]).scored()
    #expect(scored.round.receipts.map { $0.received?.isoText } == ["2024-04-01"])
    #expect(
      scored.problems.filter { $0.contains("followup") } == [
        "warning row-repeated followup.csv:3:-", "error row-conflict followup.csv:4:-",
        "error obligation-unknown followup.csv:5:obligation",
        "error agency-unknown followup.csv:6:agency",
      ])
  }
}
