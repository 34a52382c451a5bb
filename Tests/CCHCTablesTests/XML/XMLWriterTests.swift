import Testing

@testable import CCHCOffice

@Suite("XML writer")
struct XMLWriterTests {
  private func written(_ build: (inout XMLWriter) -> Void) -> String {
    var xml = XMLWriter()
    build(&xml)
    return String(decoding: xml.bytes.dropFirst(56), as: UTF8.self)
  }

  @Test("Elements nest, attributes of nil are left out, texts are escaped")
  func writes() {
    #expect(String(decoding: XMLWriter().bytes, as: UTF8.self).hasSuffix("standalone=\"yes\"?>\n"))
    #expect(XMLWriter().bytes.count == 56)
    let text = written {
      $0.open("a", ["x": "1<2 & \"3\"\n", "y": nil])
      $0.empty("b", ["z": ""])
      $0.element("c", "<ữ> & \"x\"\r\n\u{1}\u{FFFF}", ["t": "\t"])
      $0.text("đuôi")
      $0.close()
      $0.close()
    }
    #expect(
      text == "<a x=\"1&lt;2 &amp; &quot;3&quot;&#10;\"><b z=\"\"/>"
        + "<c t=\"&#9;\">&lt;ữ&gt; &amp; &quot;x&quot;&#13;\n</c>đuôi</a>")
  }

  @Test(
    "A cell's text keeps every character, those that XML forbids as spreadsheets write them",
    arguments: [
      ("", ""), ("Sở Nội vụ", "Sở Nội vụ"), ("a_b", "a_b"), ("<&>", "&lt;&amp;&gt;"),
      ("\u{1}", "_x0001_"), ("x\u{1F}y", "x_x001F_y"), ("_x0041_", "_x005F_x0041_"),
      ("_x004_", "_x004_"), ("_x00G1_", "_x00G1_"), ("__x0041_", "__x005F_x0041_"), ("_X0041_", "_X0041_"),
      ("\u{FFFE}", "_xFFFE_"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\t", "\t"), ("ﬁ", "ﬁ"), ("_", "_"),
    ])
  func escapesCellText(_ text: String, _ expected: String) {
    var bytes: [UInt8] = []
    bytes.appendCellText(text)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }
}
