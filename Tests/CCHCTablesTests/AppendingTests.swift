import CCHCDocuments
import CCHCFiles
import CCHCForms
import CCHCTables
import Testing

@Suite("Adding a row to a table that is there")
struct AppendingTests {
  private static let schema = TableSchema(
    "test.csv",
    [
      Column("agency", "mã cơ quan").required, Column("date", "ngày"),
      Column("reason", "lý do"),
    ])

  private func appended(_ cells: [String], to raw: [UInt8]) -> (bytes: [UInt8]?, problems: ProblemList) {
    var problems = ProblemList()
    let bytes = Table.appending(
      cells, to: raw, file: "t.csv", schema: Self.schema, &problems
    )
    return (bytes, problems)
  }

  private func text(_ cells: [String], to text: String) -> String? {
    appended(cells, to: Array(text.utf8)).bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "Delimiter, line ends, byte order mark and the order of columns stay as they are",
    arguments: [
      ("agency,date,reason\nA,1,x\n", "agency,date,reason\nA,1,x\nB,2,y\n"),
      ("lý do;mã cơ quan;ngày\r\nx;A;1\r\n", "lý do;mã cơ quan;ngày\r\nx;A;1\r\ny;B;2\r\n"),
      (
        "\u{FEFF}agency\tdate\t# ghi chú\treason\rA\t1\tz\tx\r",
        "\u{FEFF}agency\tdate\t# ghi chú\treason\rA\t1\tz\tx\rB\t2\t\ty\r"
      ), ("agency,date,reason\nA,1,x", "agency,date,reason\nA,1,x\nB,2,y\n"),
      ("agency,date,reason", "agency,date,reason\r\nB,2,y\r\n"),
      ("agency,reason\nA,x\n", "agency,reason,ngày\nA,x\nB,y,2\n"),
      ("\n\nagency,,\n# ghi chú\n", "\n\nagency,ngày,lý do\n# ghi chú\nB,2,y\n"),
      ("# Sổ,\nagency,date\n", "# Sổ,\nagency,date,lý do\nB,2,y\n"),
    ])
  func keepsForm(before: String, after: String) { #expect(text(["B", "2", "y"], to: before) == after) }

  @Test("A column that the row leaves empty is not added")
  func addsNeededColumnsOnly() { #expect(text(["B", "2", ""], to: "agency,date\n") == "agency,date\nB,2\n") }

  @Test("Cells are quoted and kept from being run")
  func quotes() {
    #expect(
      text(["B", "=1", "a, \"b\"\nc"], to: "agency,date,reason\n")
        == "agency,date,reason\nB,'=1,\"a, \"\"b\"\"\nc\"\n")
  }

  @Test("UTF-16 stays UTF-16, either byte first", arguments: [true, false])
  func keepsUTF16(isLittle: Bool) throws {
    func encoded(_ text: String) -> [UInt8] {
      text.utf16.flatMap { unit -> [UInt8] in
        let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isLittle ? bytes.reversed() : bytes
      }
    }
    let before = encoded("\u{FEFF}mã cơ quan\tlý do\r\nA\tchữ 𝄞\r\n")
    let result = appended(["B", "", "đính chính"], to: before)
    #expect(result.bytes == before + encoded("B\tđính chính\r\n"))
    #expect(result.problems.items.isEmpty)
  }

  @Test(
    "A file with an error is left alone",
    arguments: ["", "date\n", "agency,date\n\"A,1\n", "agency,dtae\n", "agency\nA,1\n"])
  func refusesBrokenTable(_ before: String) {
    let result = appended(["B", "2", "y"], to: Array(before.utf8))
    #expect(result.bytes == nil)
    #expect(result.problems.hasErrors)
  }
}
