import CCHCExact

extension String {
  /// The form in which words compare ignoring case; `==` on strings ignores the Unicode form already.
  package var folded: String { lowercased() }

  /// The letters in lower case and without Vietnamese accents, however they are composed.
  ///
  /// Used for suggestions and for drafts that a person goes over, never to accept a value.
  package var unaccented: String {
    var result = String.UnicodeScalarView()
    for scalar in lowercased().unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
      result.append(scalar.isASCII ? scalar : plainLetters[scalar] ?? scalar)
    }
    return String(result)
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

/// Vietnamese letters with marks, each with its plain one.
private let plainLetters: [Unicode.Scalar: Unicode.Scalar] = {
  let families: [(Unicode.Scalar, String)] = [
    ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
    ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
  ]
  var plain: [Unicode.Scalar: Unicode.Scalar] = [:]
  for (letter, marked) in families {
    for scalar in marked.unicodeScalars { plain[scalar] = letter }
  }
  return plain
}()
