import CCHCFiles
import Testing

@Suite("Suggestions and texts")
struct TextTests {
  private static let known = ["giá trị", "mã cơ quan", "kịp thời", "không kịp thời", "đạt", "STNMT", "value"]

  @Test(
    "The nearest known word, ignoring case, accents and Unicode form",
    arguments: [
      ("gia tri", "giá trị"), ("GIÁ TRỊ", "giá trị"), ("gia\u{301} tri\u{323}", "giá trị"),
      ("giá tị", "giá trị"),
      ("ma co quan", "mã cơ quan"), ("kip thoi", "kịp thời"), ("dat", "đạt"), ("Đạt", "đạt"),
      ("STMNT", "STNMT"),
      ("vlaue", "value"), ("valuee", "value"), ("khong kip thơi", "không kịp thời"),
    ])
  func findsNearest(_ word: String, _ wanted: String) {
    #expect(nearest(to: word, among: Self.known) == wanted)
  }

  @Test("None where more than a third differs", arguments: ["", "xyz", "tiền", "abcdefgh", "đ", "mã"])
  func findsNone(_ word: String) { #expect(nearest(to: word, among: Self.known) == nil) }

  @Test("The first of equally near words, and none among none")
  func breaksTies() {
    #expect(nearest(to: "a1", among: ["a2", "a3"]) == "a2")
    #expect(nearest(to: "a1", among: [] as [String]) == nil)
    #expect(nearest(to: String(repeating: "a", count: 5_000), among: ["a"]) == nil)
  }

  @Test("Accents of every Vietnamese letter come off")
  func dropsAccents() {
    #expect("ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ".unaccented == String(repeating: "a", count: 17))
    #expect("Đđèẻẽéẹêềểễếệ".unaccented == "dd" + String(repeating: "e", count: 11))
    #expect("ìỉĩíị òỏõóọôồổỗốộơờởỡớợ".unaccented == "iiiii " + String(repeating: "o", count: 17))
    #expect("ùủũúụưừửữứự ỳỷỹýỵ".unaccented == String(repeating: "u", count: 11) + " yyyyy")
    #expect("\u{65}\u{302}\u{301}".unaccented == "e")
  }

  @Test("Pieces between separators, each trimmed")
  func splitsPieces() {
    #expect(" a ; b;;\u{A0}c\n".pieces(separatedBy: ";") == ["a", "b", "", "c"])
    #expect("".pieces(separatedBy: ";") == [""])
    #expect("\u{A0}\t a b\r\n".trimmed == "a b")
    #expect(" \u{A0}".trimmed.isEmpty)
  }
}
