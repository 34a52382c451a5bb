import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCOffice
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTables

/// Writes what is built in code as the cells of tables.
///
/// A text that would be read as something else, as a label with the mark that ends labels, is reported and written
/// without that mark.
struct CellTexts {
  private(set) var problems = ProblemList()

  /// A text without marks that have a meaning in its cell; one that holds any is reported.
  mutating func text(_ text: String, without marks: String, at place: Place) -> String {
    guard text.contains(where: marks.contains) else { return text }
    problems.report(
      .definitionText, at: place, .text(text), .text(marks.map { String($0) }.joined(separator: " ")))
    return String(text.filter { !marks.contains($0) })
  }

  /// An input as the column `inputs` writes it.
  mutating func text(of input: Input, at place: Place) -> String {
    // The mark of an optional input follows the last label, unless it follows the word.
    let mark = input.isOptional ? "?" : ""
    let type: String
    switch input.kind {
    case .number: type = mark
    case .signed: type = "signed" + mark
    case .count: type = "count" + mark
    case .yesNo: type = "yesno" + mark
    case .day: type = "date" + mark
    case .choice(let labels):
      let marks = input.isOptional ? ";|]" : ";|]?"
      type =
        "choice\(mark): " + labels.map { text($0, without: marks, at: place) }.joined(separator: "|")
    }
    let cell =
      text(input.name, without: ";:[", at: place) + (type.isEmpty ? "" : "[\(type)]")
      + (input.label.isEmpty ? "" : ": " + text(input.label, without: ";", at: place))
    // Nothing between two marks would be no input at all instead of one without a name.
    return cell.isEmpty ? ":" : cell
  }
}

extension Input.Kind {
  /// The type of the engine.
  var type: InputType {
    switch self {
    case .number: .number
    case .signed: .signed
    case .count: .count
    case .yesNo: .yesNo
    case .day: .day
    case .choice(let labels): .choice(labels.map { Label($0) })
    }
  }
}
