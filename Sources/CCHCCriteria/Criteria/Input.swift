import CCHCFiles

/// What a filed figure may be.
package enum InputType: Sendable, Hashable {
  /// A decimal number that is not negative.
  case number
  /// A decimal number that may be negative.
  case signed
  /// A whole number that is not negative.
  case count
  case yesNo
  case day
  case choice([Label])
}

/// A named figure of a leaf (số liệu).
package struct Input: Sendable {
  package let name: String
  package let type: InputType
  package let isOptional: Bool
  package let label: String
}

/// Why a cell of the column `inputs` cannot be read.
package enum InputFault: Error {
  case malformed(String)
  case badName(String)
  case reserved(String)
  case twice(String)
  case unknownType(String)
  case badChoices(String)
}

/// Reads a cell such as `a: Tổng số hồ sơ; b[count]: Số hồ sơ đúng hạn` (FORMATS 2).
///
/// - Throws: `InputFault` at the first declaration that does not fit.
package func parseInputs(_ text: String, untyped: InputType) throws(InputFault) -> [Input] {
  var inputs: [Input] = []
  var names: Set<String> = []
  for piece in text.pieces(separatedBy: ";") where !piece.isEmpty {
    let input = try parseInput(piece, untyped: untyped)
    guard names.insert(input.name).inserted else { throw .twice(input.name) }
    inputs.append(input)
  }
  return inputs
}

private func parseInput(_ piece: String, untyped: InputType) throws(InputFault) -> Input {
  let nameEnd = piece.firstIndex { $0 == "[" || $0 == ":" } ?? piece.endIndex
  let name = String(piece[..<nameEnd]).trimmed
  guard isInputName(name) else { throw .badName(name) }
  guard !reservedWords.contains(name) else { throw .reserved(name) }
  var rest = piece[nameEnd...]
  var type = untyped
  var isOptional = false
  if rest.first == "[" {
    guard let close = rest.firstIndex(of: "]") else { throw .malformed(piece) }
    (type, isOptional) = try parseType(
      String(rest[rest.index(after: rest.startIndex)..<close]).trimmed, untyped)
    rest = rest[rest.index(after: close)...]
  }
  let tail = String(rest).trimmed
  guard tail.isEmpty || tail.hasPrefix(":") else { throw .malformed(piece) }
  return Input(name: name, type: type, isOptional: isOptional, label: String(tail.dropFirst()).trimmed)
}

func parseType(_ text: String, _ untyped: InputType) throws(InputFault) -> (
  InputType, isOptional: Bool
) {
  let colon = text.firstIndex(of: ":")
  var word = String(text[..<(colon ?? text.endIndex)]).trimmed
  var isOptional = word.hasSuffix("?")
  if isOptional { word = String(word.dropLast()).trimmed }
  if Words.isType(word, "choice") {
    guard let colon else { throw .badChoices(text) }
    var list = String(text[text.index(after: colon)...]).trimmed
    if !isOptional, list.hasSuffix("?") {
      isOptional = true
      list = String(list.dropLast())
    }
    return (.choice(try parseChoices(list)), isOptional)
  }
  guard colon == nil else { throw .unknownType(text) }
  if word.isEmpty, isOptional { return (untyped, true) }
  if Words.isType(word, "yesno") { return (.yesNo, isOptional) }
  if Words.isType(word, "count") { return (.count, isOptional) }
  if Words.isType(word, "signed") { return (.signed, isOptional) }
  if Words.isType(word, "date") { return (.day, isOptional) }
  throw .unknownType(text)
}

private func parseChoices(_ list: String) throws(InputFault) -> [Label] {
  var labels: [Label] = []
  var known: Set<Label> = []
  for piece in list.pieces(separatedBy: "|") {
    let label = Label(piece)
    guard !piece.isEmpty, !Words.isRequest(piece), known.insert(label).inserted else {
      throw .badChoices(list)
    }
    labels.append(label)
  }
  return labels
}
