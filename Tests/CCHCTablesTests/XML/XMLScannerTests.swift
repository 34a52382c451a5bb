import TestSupport
import Testing

@testable import CCHCOffice

@Suite("XML scanner")
struct XMLScannerTests {
  /// What a document says, an event a line: `<a x=1>`, `</a>`, text in quotes; or the kind of its fault.
  private func events(_ text: String) -> String { events(Array(text.utf8)) }

  private func events(_ raw: [UInt8]) -> String {
    var lines: [String] = []
    do throws(XMLFault) {
      let bytes = try decodedXML(raw)
      var scanner = XMLScanner()
      var names: [String] = []
      while true {
        switch try scanner.next(in: bytes) {
        case .start:
          let attributes = scanner.attributes.map { attribute in
            let name = String(
              decoding: bytes[Int(attribute.nameStart)..<Int(attribute.nameEnd)], as: UTF8.self)
            return " \(name)=\(attribute.value.text(in: bytes))"
          }
          // The scanner keeps names packed; the tests know them all.
          let name = ["a", "b", "row", "conditionalFormatting", "ô"].first { XMLName($0) == scanner.name }
          names.append(name ?? "?")
          lines.append("<\(name ?? "?")\(attributes.joined())>")
        case .end: lines.append("</\(names.popLast() ?? "?")>")
        case .text: lines.append("'\(scanner.text.text(in: bytes))'")
        case .finished: return lines.joined()
        }
      }
    } catch {
      return "\(error.kind)"
    }
  }

  @Test(
    "Elements, attributes and texts come in their order",
    arguments: [
      ("<a/>", "<a></a>"), ("<a></a>", "<a></a>"), ("<a ></a >", "<a></a>"), ("<a />\n", "<a></a>"),
      (" \r\n<a>x</a>\n ", "<a>'x'</a>"), ("<a><b/>x<b>y</b></a>", "<a><b></b>'x'<b>'y'</b></a>"),
      ("<a x=\"1\" y='2'/>", "<a x=1 y=2></a>"), ("<a x = \"1\"\n\ty='\"' />", "<a x=1 y=\"></a>"),
      ("<a x='a > b'/>", "<a x=a > b></a>"), ("<x:a y:z=\"1\" z=\"2\"/>", "<a y:z=1 z=2></a>"),
      ("<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1EA1;&#x1F600;</a>", "<a>'<>&\"'Aạ😀'</a>"),
      ("<a x='&#10;&amp;amp;'/>", "<a x=\n&amp;></a>"), ("<a>\r\n\r</a>", "<a>'\n\n'</a>"),
      ("<a><![CDATA[<b>&amp;]]]]></a>", "<a>'<b>&amp;]]'</a>"), ("<a>x<![CDATA[]]>y</a>", "<a>'x''''y'</a>"),
      ("<?xml version=\"1.0\" encoding='utf-8'?><!-- x --><a><!-- <b> --><?pi <b?></a><!-- -->", "<a></a>"),
      ("<?xml version=\"1.0\"?><a/>", "<a></a>"), ("<a><?xml-stylesheet x?></a>", "<a></a>"),
      ("\u{FEFF}<a/>", "<a></a>"),
      ("<conditionalFormatting/>", "<conditionalFormatting></conditionalFormatting>"),
      ("<row>ữ</row>", "<row>'ữ'</row>"), ("<ô/>", "<ô></ô>"),
      (
        "<a>" + String(repeating: "<b>", count: 255) + String(repeating: "</b>", count: 255) + "</a>",
        "<a>" + String(repeating: "<b>", count: 255) + String(repeating: "</b>", count: 255) + "</a>"
      ),
    ])
  func reads(_ text: String, _ expected: String) { #expect(events(text) == expected) }

  @Test(
    "What is not well-formed is refused",
    arguments: [
      "", " ", "x", "<", "<a", "<a>", "<a/", "<a/><b/>", "<a></b>", "<a><b></a></b>", "</a>", "<a></a></a>",
      "<a/>x", "x<a/>", "<a/><![CDATA[x]]>", "<a><![CDATA[x</a>", "<a><!-- </a>", "<a><?x</a>", "<a x/>",
      "<a x=1/>", "<a x='1/>", "<a x='1'y='2'/>", "<a x='1' x='2'/>", "<a x='<'/>", "<a x='&'/>", "<a>&</a>",
      "<a>&x;</a>", "<a>&#0;</a>", "<a>&#x1F;</a>", "<a>&#xD800;</a>", "<a>&#xFFFE;</a>", "<a>&#x110000;</a>",
      "<a>&#99999999999;</a>", "<a>&#;</a>", "<a>&#x;</a>", "<a>&#xg;</a>", "<a>&amp</a>",
      "<a>\u{1}</a>", "<a>\u{FFFE}</a>", "<1/>", "<-a/>", "<:a/>", "<a:/>", "<a:b:c/>", "< a/>",
      "<a><!x></a>",
      " <?xml version='1.0'?><a/>", "<a><?xml version='1.0'?></a>", "<a/ >", "<a></a x='1'>",
    ])
  func refuses(_ text: String) { #expect(events(text) == "damaged") }

  @Test("Every cut of a document is refused")
  func refusesCuts() {
    let text = Array("<?xml version=\"1.0\"?><a x=\"1\">y<!-- z --><b>&lt;<![CDATA[c]]></b></a>".utf8)
    for count in 0..<text.count { #expect(events(Array(text[..<count])) == "damaged") }
    #expect(events(text) == "<a x=1>'y'<b>'<''c'</b></a>")
  }

  @Test("A DOCTYPE, another encoding and deep nesting are refused under their own names")
  func refusesOtherwise() {
    #expect(events("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>") == "doctype")
    #expect(events("<?xml version='1.0' encoding='windows-1258'?><a/>") == "encoding")
    #expect(events([0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E]) == "encoding")
    #expect(events(String(repeating: "<a>", count: 100_000)) == "tooDeep")
    let attributes = (0..<200).map { " x\($0)='1'" }.joined()
    #expect(events("<a\(attributes)/>") == "damaged")
  }

  @Test("UTF-16 with its mark is read")
  func readsUTF16() {
    let text = "<?xml version='1.0' encoding='UTF-16'?><a>ữ😀</a>"
    let units = [0xFEFF] + Array(text.utf16)
    #expect(events(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "<a>'ữ😀'</a>")
    #expect(events(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == "<a>'ữ😀'</a>")
    #expect(events([0xFF, 0xFE, 0x3C]) == "encoding")
  }

  @Test("An element can be passed over whole")
  func skips() throws {
    let bytes = Array("<a><b><b/>x</b><row/></a>".utf8)
    var scanner = XMLScanner()
    #expect(try scanner.next(in: bytes) == .start)
    #expect(try scanner.next(in: bytes) == .start)
    try scanner.skipElement(in: bytes)
    #expect(try scanner.next(in: bytes) == .start)
    #expect(scanner.name == XMLName("row"))
    try scanner.skipElement(in: bytes)
    #expect(try scanner.next(in: bytes) == .end)
    #expect(try scanner.next(in: bytes) == .finished)
  }

  /// How many elements a document opens and closes, and its fault.
  private func reading(_ raw: [UInt8]) -> (opened: Int, closed: Int, fault: XMLFault?) {
    var (opened, closed) = (0, 0)
    do throws(XMLFault) {
      let bytes = try decodedXML(raw)
      var scanner = XMLScanner()
      while true {
        switch try scanner.next(in: bytes) {
        case .start: opened += 1
        case .end: closed += 1
        case .text: break
        case .finished: return (opened, closed, nil)
        }
      }
    } catch {
      return (opened, closed, error)
    }
  }

  @Test("A changed document is sound, with every element closed, or has a fault inside it; twice the same")
  func judgesMutations() {
    var sound = 0
    var random = SeededGenerator("xml mutation")
    let seed = Array(
      "<?xml version=\"1.0\"?><a x=\"1&amp;\" y='ữ'>y<!-- z --><b>&#65;<![CDATA[c]]></b>\r</a>".utf8)
    let count = repetitions(3000)
    for _ in 0..<count {
      var bytes = seed
      for _ in 0..<random.number(1...4) {
        let place = random.number(0...bytes.count - 1)
        switch random.number(0...2) {
        case 0: bytes[place] = random.pick(Array("<>/&;'\"=! []-?x\0\u{7F}".utf8) + [0xFF, 0xC3])
        case 1: bytes.insert(random.pick(Array("<>/&;'\"=! x".utf8)), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + random.number(1...5)))
        }
        if bytes.isEmpty { bytes = [0x3C] }
      }
      #expect(events(bytes) == events(bytes))
      let reading = reading(bytes)
      if let fault = reading.fault {
        #expect((0...bytes.count).contains(fault.offset) && reading.closed <= reading.opened, "\(bytes)")
      } else {
        #expect(reading.opened == reading.closed && reading.opened > 0, "\(bytes)")
        sound += 1
      }
    }
    #expect(sound > 0 && sound < count)
  }
}
