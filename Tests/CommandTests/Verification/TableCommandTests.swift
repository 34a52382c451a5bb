import Foundation
import Testing

@Suite("Published tables that are verified")
struct TableCommandTests {
  private static let slips = """
    Hạng;Cơ quan;Điểm;Điểm tối đa;Chỉ số (%)
    1;Sở A;47,50;50;95,00
    2;Sở B;45,00;50;91,00
    4;Sở C;40,00;50;80,00

    """
  private static let sound = """
    Hạng;Cơ quan;Điểm;Điểm tối đa;Chỉ số (%)
    1;Sở A;47,50;50;95,00
    2;Sở B;45,00;50;90,00

    """

  @Test("slips are told with row and column in both languages, and end with 1")
  func tellsSlips() throws {
    let project = try SmallProject()
    try project.write(Self.slips, to: "bang.csv")
    let run = try project.run("verify", "--table", "bang.csv")
    #expect(run.code == 1)
    #expect(
      run.messages == """
        bang.csv, dòng 3, cột “Chỉ số (%)”: lỗi [ranking-index] Chỉ số 91,00 không khớp 45,00 / 50 điểm: phải là 90,00.
        bang.csv, dòng 4, cột “Hạng”: lỗi [ranking-gap] Sau hạng 2 (1 cơ quan) là hạng 4; phải là hạng 3.

        """)
    #expect(run.output.hasPrefix("bang.csv: 3 cơ quan\n  Hạng theo chỉ số hoặc điểm: đã đối chiếu 3 dòng\n"))
    #expect(run.output.hasSuffix("  2 chỗ sai, 0 chỗ cần xem lại.\n"))
    let english = try project.run("verify", "--table", "bang.csv", "--lang", "en")
    #expect(english.code == 1)
    #expect(
      english.messages.contains("bang.csv, row 3, column “Chỉ số (%)”: error [ranking-index] The index 91.00")
    )
    #expect(english.output.hasSuffix("  2 mistakes, 0 to be looked at.\n"))
    let machine = try project.run("verify", "--table", "bang.csv", "--json")
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(machine.output.utf8)) as? [[String: Any]])
    #expect(machine.code == 1 && machine.messages == "")
    #expect(list.map { $0["code"] as? String } == ["ranking-index", "ranking-gap"])
  }

  @Test("a table without a slip ends with 0; several tables are checked in one call")
  func tellsSound() throws {
    let project = try SmallProject()
    try project.write(Self.sound, to: "dung.csv")
    try project.write(Self.slips, to: "sai.csv")
    let run = try project.run("verify", "--table", "dung.csv")
    #expect(run.code == 0 && run.messages == "")
    #expect(run.output.hasSuffix("  Không có chỗ nào mâu thuẫn.\n"))
    let both = try project.run("verify", "--table", "dung.csv", "--table", "sai.csv")
    #expect(both.code == 1)
    #expect(both.output.contains("dung.csv: 2 cơ quan") && both.output.contains("sai.csv: 3 cơ quan"))
  }

  @Test("what cannot be read, or is called wrongly, ends with 1 or 2 and says what to do")
  func refuses() throws {
    let project = try SmallProject()
    try project.write("a;b\n1;2\n", to: "khac.csv")
    try project.write("PK không phải bảng tính", to: "hong.xlsx")
    let other = try project.run("verify", "--table", "khac.csv")
    #expect(other.code == 1 && other.messages.contains("[ranking-headings]"))
    #expect(try project.run("verify", "--table", "hong.xlsx").code == 1)
    #expect(try project.run("verify", "--table", "thieu.csv").code == 2)
    let forgotten = try project.run("verify", "khac.csv")
    #expect(forgotten.code == 2 && forgotten.messages.contains("--table"))
    #expect(try project.run("verify", "--table", "khac.csv", "khac.csv").code == 2)
  }
}
