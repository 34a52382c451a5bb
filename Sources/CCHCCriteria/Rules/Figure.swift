package import CCHCExact
package import CCHCFiles
import CCHCTables

/// What is filed for one input of one agency: 16 bytes, so that a country's figures fit in memory.
package struct Figure: Sendable, BitwiseCopyable {
  package enum State: UInt8, Sendable, BitwiseCopyable {
    /// No row names the input.
    case absent
    /// A row names it and leaves its value empty: nothing is filed.
    case blank
    case filed
    /// The value is not of the input's type.
    case invalid
    /// The agency asks not to be assessed (không áp dụng).
    case requested
    /// Two rows say different things.
    case conflict
  }

  /// Digits of a number, days of a date, 1 for yes, the place of a choice.
  package var units: Int64 = 0
  /// The row that filed it, as a spreadsheet counts; 0 where none did.
  package var row: UInt32 = 0
  /// The place of the file in the round's list of evidence files.
  package var file: UInt16 = 0
  package var state = State.absent
  /// Decimals of a number.
  package var scale: UInt8 = 0

  package init() {}

  /// A figure in whose place the agency asks not to be assessed.
  package static let requested = Figure(state: .requested)

  package init(state: State, units: Int64 = 0, scale: Int = 0) {
    self.state = state
    self.units = units
    self.scale = UInt8(scale)
  }

  /// The value for a rule; nil where nothing that can be used is filed.
  package func value(of type: InputType) -> RuleValue? {
    guard state == .filed else { return nil }
    switch type {
    case .number, .signed, .count: return .number(Rational(units: Int128(units), decimals: Int(scale)))
    case .yesNo: return .yes(units == 1)
    case .day: return .day(Day(number: Int(units)))
    case .choice(let labels): return .text(labels[Int(units)])
    }
  }
}

extension Figure {
  /// The value for a message, “–” where there is none.
  package func argument(of type: InputType) -> ProblemArgument {
    guard state == .filed else { return .text("–") }
    switch type {
    case .number, .signed, .count: return .number(units: Int128(units), decimals: Int(scale))
    case .yesNo: return Words.yesNo.argument(units == 1 ? "yes" : "no")
    case .day: return .day(Day(number: Int(units)))
    case .choice(let labels): return .text(labels[Int(units)].spelling)
    }
  }
}

extension InputType {
  /// Reads a value of this type; the decimal mark it was written with comes along.
  package func figure(from bytes: Span<UInt8>) -> (figure: Figure, mark: DecimalMark) {
    switch self {
    case .number, .signed:
      if let written = parseNumber(bytes), self == .signed || written.value.units >= 0 {
        return (Figure(state: .filed, units: written.value.units, scale: written.value.scale), written.mark)
      }
    case .count:
      if let count = parseCount(bytes) { return (Figure(state: .filed, units: count), .none) }
    case .day:
      if let day = parseDay(bytes) { return (Figure(state: .filed, units: Int64(day.number)), .none) }
    case .yesNo:
      if bytes.count == 1, bytes[0] == UInt8(ascii: "0") || bytes[0] == UInt8(ascii: "1") {
        return (Figure(state: .filed, units: Int64(bytes[0] - 48)), .none)
      }
      if let word = Words.yesNo.english(bytes.text) {
        return (Figure(state: .filed, units: word == "yes" ? 1 : 0), .none)
      }
    case .choice(let labels):
      if let place = labels.firstIndex(of: Label(bytes.text)) {
        return (Figure(state: .filed, units: Int64(place)), .none)
      }
    }
    return (Figure(state: Words.isRequest(bytes.text) ? .requested : .invalid), .none)
  }

  /// Reads a value of this type; one that is not of it is invalid.
  package func figure(of text: String) -> Figure { figure(from: Array(text.utf8).span).figure }

  /// What to write instead of a wrong value.
  package var remedy: ProblemArgument {
    switch self {
    case .number:
      .phrase(vi: "số không âm như 1234 hoặc 12,5", en: "a number that is not negative, 1234 or 12.5")
    case .signed: .phrase(vi: "số như 12,5 hoặc -12,5", en: "a number, 12.5 or -12.5")
    case .count: .phrase(vi: "số nguyên không âm, chỉ gồm chữ số", en: "a whole number in digits only")
    case .yesNo: .phrase(vi: "“có” hoặc “không”", en: "“yes” or “no”")
    case .day: .phrase(vi: "ngày như 31/03/2023 hoặc 2023-03-31", en: "a date, 2023-03-31 or 31/03/2023")
    case .choice(let labels):
      .phrase(vi: "một trong: {0}", en: "one of: {0}", .texts(labels.map(\.spelling), .bar))
    }
  }

  /// The value that was probably meant.
  package func guess(for text: String) -> String? {
    switch self {
    case .count: countWithoutThousandsMarks(text)
    case .choice(let labels): nearest(to: text, among: labels.map(\.spelling))
    default: nil
    }
  }
}

extension Figure {
  /// Whether the figure tells every letter of its cell: a number without sign, percent sign, comma or needless zeros.
  package func tellsLetters(of cell: Span<UInt8>, _ type: InputType, _ mark: DecimalMark) -> Bool {
    switch type {
    case .number, .signed, .count: break
    case .yesNo, .day, .choice: return false
    }
    guard state == .filed, mark != .comma, cell.count > 0 else { return false }
    let (first, last) = (cell[0], cell[cell.count - 1])
    let isZero = first == UInt8(ascii: "0")
    return first != UInt8(ascii: "-") && last != UInt8(ascii: "%")
      && (!isZero || cell.count == 1 || cell[1] == UInt8(ascii: "."))
  }
}
