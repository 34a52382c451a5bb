import CCHC
import TestSupport
import Testing

@Suite("Sets and rounds from folders")
struct FolderTests {
  @Test("a sample round has the ranks, points and bands of its committed report")
  func ranks() throws {
    let results = try Round(folder: Checkout.path("evidence/2026-dvc-766")).score()
    let group = try #require(results.groups.first)
    #expect(results.groups.count == 1)
    #expect(group.code == "dvc")
    #expect(group.criteriaSet == "dvc-766-2022")
    let rows = group.agencies.map { result in
      [
        result.rank.map(String.init) ?? "", result.agency.code, result.points.description,
        result.maximum.description, result.index?.description ?? "", result.band ?? "",
      ] + result.fields.map { $0.percent?.description ?? "" }
    }
    let committed = try Checkout.text("reports/2026-dvc-766/cong-bo/ranking.csv")
    for (row, line) in zip(rows, committed.split(whereSeparator: \.isNewline).dropFirst()) {
      // rank, agency, name, bloc, points, max, index, band, percents: names alone may hold a comma, in quotes.
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      #expect(Array(cells[..<2]) == Array(row[..<2]))
      #expect(Array(cells.suffix(8)) == [row[4], row[5]] + row[6...])
      #expect(cells[cells.count - 10] == row[2])
    }
    #expect(rows.count == 8)
  }

  @Test("an exact index is a fraction that rounds to the published one", arguments: ["VPUB", "STP", "SYT"])
  func exactIndex(code: String) throws {
    let results = try Round(folder: Checkout.path("evidence/2023-cchc-mau")).score()
    let result = try #require(results.agency(code))
    let exact = try #require(result.exactIndex)
    #expect(Fraction(result.points).numerator * exact.denominator != 0)
    let percent = try #require(Fraction(exact.numerator * 100, over: exact.denominator))
    #expect(percent.rounded(decimals: 2, .halfUp) == result.index)
  }

  @Test("losses are what the points are below the maximum")
  func losses() throws {
    let results = try Round(folder: Checkout.path("evidence/2023-cchc-mau")).score()
    for result in results.groups.flatMap(\.agencies) {
      let bonus = result.fields.filter { $0.kind == .bonus }.reduce(0) { $0 + $1.points.units }
      let lost = result.losses.reduce(0) { $0 + $1.points.units }
      #expect(result.maximum.units + bonus - lost == result.points.units, "\(result.agency.code)")
    }
  }

  @Test("a leaf is explained in either language as the program explains it")
  func explanation() throws {
    let results = try Round(folder: Checkout.path("evidence/2023-cchc-mau")).score()
    let result = try #require(results.agency("STNMT"))
    let english = try #require(result.explanation(of: "3.3.1", in: .english))
    let vietnamese = try #require(result.explanation(of: "3.3.1", in: .vietnamese))
    let leaf = try #require(result.leaves.first { $0.criterion == "3.3.1" })
    #expect(english.contains("Final points: \(try #require(leaf.points))"))
    #expect(vietnamese.contains("Điểm đạt được: \(try #require(leaf.points).text(in: .vietnamese))"))
    #expect(english.contains("self/"))
    #expect(result.explanation(of: "3.3", in: .english)?.contains("3.3.1") == true)
    #expect(result.explanation(in: .english)?.contains("index") == true)
    #expect(result.explanation(of: "99.9", in: .english) == nil)
    #expect(results.agency("XYZ") == nil)
  }

  @Test("obligations bear their reason and their day")
  func obligations() throws {
    let results = try Round(folder: Checkout.path("evidence/2023-cchc-mau")).score()
    let owed = results.groups.flatMap(\.agencies).flatMap(\.obligations)
    #expect(!owed.isEmpty)
    #expect(owed.allSatisfy { !$0.id.isEmpty && !$0.duty.isEmpty && !$0.reason(in: .vietnamese).isEmpty })
    let newYear = try #require(CalendarDay(year: 2024, month: 1, day: 1))
    #expect(owed.compactMap(\.deadline).contains { $0 > newYear })
  }

  @Test("a set names its rows, inputs and rules, and its examples hold")
  func set() throws {
    let set = try CriteriaSet(folder: Checkout.path("criteria/cchc-so-2023"))
    #expect(set.code == "cchc-so-2023")
    #expect(set.problems.isEmpty)
    #expect(set.checkExamples().isEmpty)
    let leaf = try #require(set.criteria.first { $0.code == "1.1.2" })
    #expect(leaf.parent == "1.1")
    #expect(leaf.maximum == 2)
    #expect(leaf.method == .own)
    #expect(leaf.inputs.map(\.name) == ["a", "b"])
    #expect(leaf.inputs.map(\.kind) == [.count, .count])
    #expect(leaf.rule == "b/a >= 80%: b/a * full; else: 0")
    #expect(set.criteria.first?.isLeaf == false)
    #expect(set.bands.last != nil)
  }

  @Test("what cannot be read is an error with its path and a reason in either language")
  func missing() throws {
    let path = Checkout.path("evidence/không-có")
    let error = try #require(throws: LoadError.self) { try Round(folder: path) }
    #expect(error.path.hasPrefix(path))
    #expect(error.message(in: .english) == "there is no such file or folder")
    #expect(error.message(in: .vietnamese) == "không có tệp hoặc thư mục này")
    #expect(throws: LoadError.self) { try CriteriaSet(folder: path) }
  }

  @Test("what is wrong in tables is data: severity, code, file, row, column, words in either language")
  func problems() throws {
    let folder = try TemporaryFolder()
    try folder.write("key,value\nname,Bộ\nlegal_basis,QĐ 1\n", to: "criteria/bo/set.csv")
    try folder.write(
      "code,name,max_points,inputs,rule\n1,Lĩnh vực,10,a[count],a * ful\n", to: "criteria/bo/criteria.csv")
    try folder.write("key,value\nname,Kỳ\nyear,2026\ncriteria:so,bo\n", to: "evidence/ky/round.csv")
    try folder.write("agency,name,group\nA,Sở A,so\n", to: "evidence/ky/agencies.csv")
    try folder.write("criterion,input,value\n1,a,1.5\n", to: "evidence/ky/self/A.csv")
    let round = try Round(folder: folder.path("evidence/ky"))
    let rule = try #require(round.problems.first { $0.code == "rule-name-unknown" })
    #expect(rule.severity == .error)
    #expect(rule.file == "criteria/bo/criteria.csv")
    #expect(rule.row == 2)
    #expect(rule.column == "rule")
    #expect(rule.suggestion == "full")
    #expect(rule.message(in: .english).hasSuffix("Did you mean “full”?"))
    #expect(rule.message(in: .vietnamese).hasSuffix("Có phải “full”?"))
    let value = try #require(round.score().problems.first { $0.code == "value-invalid" })
    #expect(value.file == "self/A.csv")
    #expect(round.score().isProvisional)
  }
}
