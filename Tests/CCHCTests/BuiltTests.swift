import CCHC
import TestSupport
import Testing

@Suite("Sets and rounds built in code")
struct BuiltTests {
  /// A set with a leaf of each method, an obligation and bands.
  private static var definition: SetDefinition {
    var set = SetDefinition(code: "mau", name: "Bộ, “mẫu”", legalBasis: "QĐ 1; QĐ 2")
    var rated = CriterionDefinition(
      "1.1", "Hồ sơ, đúng hạn", maximum: 8,
      inputs: [Input("a", .count, label: "Tổng: số hồ sơ"), Input("b", .count)],
      rule: "b/a >= 90%: full; else: b/a * full", zeroDenominator: .exempt)
    rated.checks = ["b <= a", "a < 1000"]
    rated.documents = .requiredOrExplained
    rated.appraiser = "SNV"
    set.criteria = [
      CriterionDefinition("1", "Lĩnh vực 1", maximum: 12), rated,
      CriterionDefinition(
        "1.2", "Khảo sát", maximum: 4, method: .survey, inputs: [Input("n1", .count), Input("n2", .count)],
        rule: "n1 / (n1 + n2) * full", zeroDenominator: .zero),
      CriterionDefinition(
        "2", "Điểm thưởng", maximum: 2, kind: .bonus, method: .external,
        inputs: [Input("s", .choice(["có, đủ", "không"])), Input("x", .signed, isOptional: true)],
        rule: "s = \"có, đủ\": full; else: x"),
    ]
    set.bands = [BandDefinition("Tốt", "index >= 80%"), BandDefinition("Khá", "else")]
    set.obligations = [
      ObligationDefinition(
        "N1", when: "index < 80%", duty: "Báo cáo", deadline: .daysAfterAnnouncement(30), recipient: "SNV")
    ]
    return set
  }

  private static func round(_ set: CriteriaSet) -> RoundDefinition {
    var round = RoundDefinition(code: "ky", name: "Kỳ", year: 2026, sets: ["so": set])
    round.agencies = [
      AgencyDefinition("A", "Sở A", group: "so"), AgencyDefinition("B", "Sở “B”", group: "so"),
      AgencyDefinition("figures", "Sở C", group: "so", bloc: "khác", isRanked: false),
    ]
    round.figures = [
      FiledFigure("A", "1.1", "a", 100, document: "BC 1", note: "=1+1\n\"x\""),
      FiledFigure("A", "1.1", "b", 95), FiledFigure("A", "2", "s", "CÓ, đủ"),
      FiledFigure("B", "1.1", "a", 0, document: "BC 2"), FiledFigure("B", "1.1", "b", 0),
      FiledFigure("B", "2", "s", "không"), FiledFigure("B", "2", "x", "-0,5"),
      FiledFigure("figures", "1.1", "a", 10, note: "x"), FiledFigure("figures", "1.1", "b", 5),
      FiledFigure("figures", "2", "s", "không"),
    ]
    for agency in ["A", "B", "figures"] {
      round.answers += [
        SurveyAnswers(agency, "1.2", "n1", count: 30), SurveyAnswers(agency, "1.2", "n2", count: 10),
      ]
    }
    round.appraisals = [
      AppraisalDefinition("A", "1.1", .figure(input: "b", 80), reason: "sửa", appraiser: "SNV"),
      AppraisalDefinition("B", "1.1", .agreed, appraiser: "SNV"),
      AppraisalDefinition("figures", "1.1", .points(3), reason: "quyết định", appraiser: "SNV"),
      AppraisalDefinition("A", "2", .agreed), AppraisalDefinition("B", "2", .agreed),
      AppraisalDefinition("figures", "2", .agreed),
    ]
    round.exemptions = [ExemptionDefinition("B", "1.2", reason: "không khảo sát", decidedBy: "CV 1")]
    round.headRatings = ["A": "HTTNV"]
    round.announced = CalendarDay(year: 2027, month: 1, day: 31)
    return round
  }

  @Test("are scored as tables are")
  func scores() throws {
    let set = CriteriaSet(Self.definition)
    #expect(set.problems.map(\.code) == [])
    #expect(set.name == "Bộ, “mẫu”")
    #expect(set.criteria.map(\.code) == ["1", "1.1", "1.2", "2"])
    #expect(set.criteria.map(\.inputs) == Self.definition.criteria.map(\.inputs))
    let results = Round(Self.round(set)).score()
    #expect(results.problems.filter { $0.severity == .error }.map { $0.message(in: .english) } == [])
    let lines = results.groups.flatMap(\.agencies).map { result in
      "\(result.agency.code) \(result.rank ?? 0) \(result.points)/\(result.maximum) \(result.band ?? "-")"
    }
    #expect(lines == ["figures 0 6.00/12.00 Khá", "A 1 11.40/12.00 Tốt", "B 0 0.00/0.00 -"])
    let owed = try #require(results.agency("figures")?.obligations.first)
    #expect(owed.deadline?.description == "2027-03-02")
    let leaf = try #require(results.agency("A")?.leaves.first)
    #expect((leaf.own, leaf.points) == (8, DecimalNumber("6,4")))
    #expect(leaf.appraised.map(\.round) == [1])
    #expect(leaf.appraised.map(\.points) == [DecimalNumber("6.4")])
  }

  @Test("say what is wrong, with the row that a part became")
  func problems() throws {
    var definition = Self.definition
    definition.criteria[1].rule = "c * full"
    definition.criteria[3].maximum = nil
    definition.bands = [BandDefinition("Tốt", "index >= 80%")]
    definition.tieBreak = ["9"]
    let set = CriteriaSet(definition)
    #expect(
      Set(set.problems.map { "\($0.code) \($0.file):\($0.row ?? 0)" }) == [
        "rule-name-unknown criteria/mau/criteria.csv:3", "points-missing criteria/mau/criteria.csv:5",
        "band-without-else criteria/mau/bands.csv:2", "setting-invalid criteria/mau/set.csv:9",
      ])
    var round = Self.round(CriteriaSet(Self.definition))
    round.year = 12
    round.agencies.append(AgencyDefinition("#x", "Sở D", group: "so"))
    round.agencies.append(AgencyDefinition("E", "Sở E", group: "xa"))
    round.figures.append(FiledFigure("A", "1.9", "a", 1))
    round.figures.append(FiledFigure("A", "1.1", "a", 101))
    round.answers.append(SurveyAnswers("A", "1.2", "n3", count: .min))
    let codes = Set(Round(round).problems.filter { $0.severity == .error }.map(\.code))
    #expect(
      codes == [
        "year-invalid", "code-invalid", "group-without-set", "criterion-unknown", "row-conflict",
        "input-unknown",
      ])
  }

  @Test(
    "never lose a part in silence: a text that a cell cannot hold is an error",
    arguments: [
      { $0.criteria[1].inputs = [Input("a", label: "x; y"), Input("b")] },
      { $0.headRatings = ["Tốt; Khá"] }, { $0.tieBreak = ["1 2"] },
    ] as [@Sendable (inout SetDefinition) -> Void])
  func unwritable(change: @Sendable (inout SetDefinition) -> Void) {
    var definition = Self.definition
    change(&definition)
    #expect(
      CriteriaSet(definition).problems.contains { $0.code == "definition-text" && $0.severity == .error })
  }

  @Test("two sets of one code are an error, the same set twice is none")
  func setTwice() {
    let set = CriteriaSet(Self.definition)
    var round = Self.round(set)
    round.sets["xa"] = set
    round.agencies[1].group = "xa"
    #expect(!Round(round).problems.contains { $0.code == "definition-set-twice" })
    round.sets["xa"] = CriteriaSet(Self.definition)
    #expect(Round(round).problems.contains { $0.code == "definition-set-twice" })
  }

  @Test(
    "take any text without a trap",
    arguments: [
      "", "#", "'", "=1", "'=1", "\"", "a\"b", "\n", "\u{0}", "\u{FEFF}", ",;\t", "không áp dụng", "*",
    ])
  func texts(text: String) {
    var definition = SetDefinition(code: text, name: text, legalBasis: text)
    definition.tieBreak = [text]
    definition.headRatings = [text]
    definition.criteria = [
      CriterionDefinition(
        text, text, maximum: DecimalNumber(units: .max, decimals: 18), minimum: -1,
        inputs: [Input(text, .choice([text]), isOptional: true, label: text)], rule: text)
    ]
    definition.bands = [BandDefinition(text, text)]
    definition.obligations = [
      ObligationDefinition(
        text, when: text, duty: text, deadline: .dayOfNextYear(month: .min, day: .max), recipient: text)
    ]
    definition.pointDecimals = .min
    var round = RoundDefinition(code: text, name: text, year: .min, sets: [text: CriteriaSet(definition)])
    round.agencies = [AgencyDefinition(text, text, group: text, bloc: text)]
    round.figures = [FiledFigure(text, text, text, FigureValue(text), document: text, note: text)]
    round.answers = [SurveyAnswers(text, text, text, count: .max, respondents: text)]
    round.appraisals = [
      AppraisalDefinition(text, text, round: .max, .points(1), reason: text, appraiser: text)
    ]
    round.exemptions = [ExemptionDefinition(text, text, reason: text, decidedBy: text)]
    round.headRatings = [text: text]
    #expect(Round(round).score(threads: .max).isProvisional)
    let results = Round(round).score(threads: .min)
    #expect(!results.problems.isEmpty)
    #expect(results.isProvisional)
  }

  @Test("a set from a folder scores a round built in code, and both are as the folder's round")
  func mixed() throws {
    let set = try CriteriaSet(folder: Checkout.path("criteria/dvc-766-2022"))
    let filed = try Round(folder: Checkout.path("evidence/2026-dvc-766"))
    var round = RoundDefinition(code: "ky", name: "Kỳ", year: 2026, sets: ["dvc": set])
    round.agencies = filed.agencies.map { AgencyDefinition($0.code, $0.name, group: $0.group, bloc: $0.bloc) }
    for name in ["chi-tieu", "ket-qua-don-vi-gia-lai", "ket-qua-tinh"] {
      let table = try Checkout.text("evidence/2026-dvc-766/external/\(name).csv")
      for line in table.split(whereSeparator: \.isNewline).dropFirst() {
        // Only the name, the third cell, and the source hold commas, in quotes.
        let cells = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap {
          piece -> [Substring] in
          piece.offset.isMultiple(of: 2)
            ? piece.element.split(separator: ",") : [piece.element]
        }
        round.figures.append(
          FiledFigure(String(cells[0]), String(cells[1]), String(cells[3]), FigureValue(String(cells[4]))))
      }
    }
    let (built, expected) = (Round(round).score(), filed.score())
    #expect(built.problems.map(\.code) == expected.problems.map(\.code))
    for (left, right) in zip(built.groups.flatMap(\.agencies), expected.groups.flatMap(\.agencies)) {
      #expect(left.agency == right.agency)
      #expect(left.rank == right.rank)
      #expect(left.exactIndex == right.exactIndex)
      #expect(left.leaves == right.leaves)
    }
    #expect(built.groups.first?.agencies.count == 8)
  }
}
