extension DocumentRegister {
  /// A text of an agency in which the names of its secret documents are put into other words.
  ///
  /// Words that people write, such as an explanation, may name what the register keeps apart.
  package func hidingSecrets(in text: String, of agency: Int, by words: String) -> String {
    var result = text
    for document in ofAgency(agency) where document.secrecy != nil {
      for name in [document.number, document.id] where name.isName {
        result = result.replacingWhole(name, by: words)
      }
    }
    return result
  }
}

extension String {
  /// Whether the text can only be a document's name: words without a digit may mean anything.
  fileprivate var isName: Bool { count > 3 && contains(where: \.isNumber) && !allSatisfy(\.isNumber) }

  /// The text with a name replaced, ignoring case, where it is not a part of a longer one.
  fileprivate func replacingWhole(_ name: String, by words: String) -> String {
    let (letters, small) = (Array(self), map { $0.lowercased() })
    let wanted = name.map { $0.lowercased() }
    func isPart(_ place: Int) -> Bool {
      letters.indices.contains(place)
        && (letters[place].isLetter || letters[place].isNumber || "-/".contains(letters[place]))
    }
    var result = ""
    var place = 0
    while place < letters.count {
      let end = place + wanted.count
      if end <= letters.count, small[place..<end].elementsEqual(wanted), !isPart(place - 1), !isPart(end) {
        result += words
        place = end
      } else {
        result.append(letters[place])
        place += 1
      }
    }
    return result
  }
}
