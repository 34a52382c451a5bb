package import CCHCCriteria
package import CCHCExact
package import CCHCFiles

/// Writes texts and numbers for a person in one of two languages.
package struct Wording: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  /// The text of the chosen language.
  package func callAsFunction(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// The text of the chosen language.
  package func callAsFunction(_ text: Bilingual) -> String { text[language] }

  private var mark: Unicode.Scalar { language == .vietnamese ? "," : "." }

  /// `units` × 10^-`decimals` with all its decimals.
  package func points(_ units: Int128, decimals: Int) -> String {
    decimalText(units, decimals: decimals, mark: mark)
  }

  /// The same without trailing zeros.
  package func plain(_ units: Int128, decimals: Int) -> String {
    let plain = plainDecimal(units, decimals: decimals)
    return decimalText(plain.units, decimals: plain.decimals, mark: mark)
  }

  /// A fraction: as a decimal where it ends, else as `a/b` with an approximation of six decimals.
  package func exact(_ value: Rational) -> String {
    let text = exactText(value, mark: mark)
    guard text.contains("/"), let units = Rounding.halfUp.units(of: value, decimals: 6) else { return text }
    return "\(text) ≈ \(decimalText(units, decimals: 6, mark: mark))"
  }

  /// A share as a percentage with a set's index decimals.
  package func percent(_ share: Rational?, _ settings: SetSettings) -> String {
    guard let units = share.flatMap(settings.publishedPercent) else { return "–" }
    return points(units, decimals: settings.indexDecimals) + "%"
  }

  package func status(_ status: LeafStatus) -> String { status.argument.worded(in: language) }

  /// How a half is rounded.
  package func rounding(_ rounding: Rounding) -> String { rounding.argument.worded(in: language) }

  /// Why a file cannot be read or written.
  package func reason(_ error: FileError) -> String { error.reason(in: language) }

  /// A value of a rule.
  package func value(_ value: RuleValue) -> String {
    if case .number(let number) = value { exact(number) } else { value.argument.worded(in: language) }
  }

  /// A legal basis as chains, one document a line, each implementing the one below it (R32).
  ///
  /// Chains stand apart by `;`, the documents of a chain by ` → `.
  package func chain(_ legalBasis: String, indent: String) -> String {
    legalBasis.split(separator: ";").map { chain in
      chain.split(separator: "→").enumerated().map { place, document in
        indent + (place == 0 ? "" : "  → ") + String(document).trimmed + "\n"
      }.joined()
    }.joined()
  }

  /// A problem on one line: where, how grave, what and the remedy.
  package func problem(_ problem: Problem) -> String {
    let severity = problem.severity == .error ? self("lỗi", "error") : self("cảnh báo", "warning")
    return "\(place(problem.place)): \(severity) [\(problem.code.id)] \(problem.message(in: language))\n"
      .visible
  }

  /// A place in words: file, row and column, in a workbook the sheet and the cell.
  package func place(_ place: Place) -> String {
    var text = place.file
    if let sheet = place.sheet { text += self(", trang tính “\(sheet)”", ", sheet “\(sheet)”") }
    if let cell = place.cell {
      text += self(", ô \(cell)", ", cell \(cell)")
    } else if let row = place.row {
      text += self(", dòng \(row)", ", row \(row)")
    }
    if let column = place.column { text += self(", cột “\(column)”", ", column “\(column)”") }
    return text
  }

  /// How many errors and warnings there are.
  package func tally(_ problems: ProblemList) -> String {
    let (errors, warnings) = (problems.count(.error), problems.count(.warning))
    return self(
      "\(errors) lỗi, \(warnings) cảnh báo",
      "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")")
  }
}

extension String {
  /// The text with what a terminal would obey or hide written out; its last line break stays.
  fileprivate var visible: String {
    var result = String.UnicodeScalarView()
    let scalars = Array(unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 10 where place == scalars.count - 1: result.append(scalar)
      case 10, 13: result.append("⏎")
      case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        result.append(contentsOf: "<U+\(String(scalar.value, radix: 16, uppercase: true))>".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
