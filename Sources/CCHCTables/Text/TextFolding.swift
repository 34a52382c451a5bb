extension String {
  /// The form in which words compare ignoring case; `==` on strings ignores the Unicode form already.
  package var folded: String { lowercased() }

  /// The text in lower case and without Vietnamese accents.
  ///
  /// Used for suggestions only, never to accept a value.
  package var unaccented: String {
    var result = String.UnicodeScalarView()
    for character in lowercased() {
      let scalar = String(character).decomposedBase
      result.append(scalar == "đ" ? "d" : scalar)
    }
    return String(result)
  }

  /// The base letter of a single character: Vietnamese letters lose their marks.
  private var decomposedBase: Unicode.Scalar {
    for (base, letters) in vietnameseLetters where letters.contains(self) { return base }
    return unicodeScalars.first ?? " "
  }

  /// The text without spaces, tabs, no-break spaces and line breaks at both ends (FORMATS 1).
  package var trimmed: String {
    let bytes = Array(utf8)
    let range = trimmedRange(of: bytes.span, from: 0, to: bytes.count)
    return range.count == bytes.count ? self : String(decoding: bytes[range], as: UTF8.self)
  }

  /// Pieces between a separator, each trimmed; an empty text has no piece.
  package func pieces(separatedBy separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { String($0).trimmed }
  }
}

private let vietnameseLetters: [(Unicode.Scalar, Set<String>)] = [
  ("a", ["à", "á", "ả", "ã", "ạ", "ă", "ằ", "ắ", "ẳ", "ẵ", "ặ", "â", "ầ", "ấ", "ẩ", "ẫ", "ậ"]),
  ("e", ["è", "é", "ẻ", "ẽ", "ẹ", "ê", "ề", "ế", "ể", "ễ", "ệ"]),
  ("i", ["ì", "í", "ỉ", "ĩ", "ị"]),
  ("o", ["ò", "ó", "ỏ", "õ", "ọ", "ô", "ồ", "ố", "ổ", "ỗ", "ộ", "ơ", "ờ", "ớ", "ở", "ỡ", "ợ"]),
  ("u", ["ù", "ú", "ủ", "ũ", "ụ", "ư", "ừ", "ứ", "ử", "ữ", "ự"]),
  ("y", ["ỳ", "ý", "ỷ", "ỹ", "ỵ"]),
]

/// The part of a byte range that is left when FORMATS 1's white space is taken off both ends.
package func trimmedRange(of bytes: Span<UInt8>, from start: Int, to end: Int) -> Range<Int> {
  var low = start
  var high = end
  while low < high {
    if isBlank(bytes[low]) {
      low += 1
    } else if bytes[low] == 0xC2, low + 1 < high, bytes[low + 1] == 0xA0 {
      low += 2
    } else {
      break
    }
  }
  while high > low {
    if isBlank(bytes[high - 1]) {
      high -= 1
    } else if bytes[high - 1] == 0xA0, high - 2 >= low, bytes[high - 2] == 0xC2 {
      high -= 2
    } else {
      break
    }
  }
  return low..<high
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}
