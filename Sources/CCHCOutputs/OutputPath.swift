package import CCHCFiles
import CCHCScoring
import CCHCTables

/// The name of an output below the report folder, without the extension: fixed text and placeholders.
///
///     let path: OutputPath = "co-quan/\(.agency)/thong-bao-tham-dinh-lan-\(.appraisalRound)"
package struct OutputPath: Sendable {
  /// What differs between the files of one output.
  package enum Placeholder: Sendable, Hashable {
    case agency
    case criterion
    case field
    case member
    case appraisalRound
    case olderRound
    /// Distinguishes further files of the same name, from 2.
    case number
  }

  /// The texts that stand in place of the placeholders in one file's name.
  package typealias Values = [Placeholder: String]

  fileprivate enum Part: Sendable {
    case text(String)
    case value(Placeholder)
    /// A placeholder that some files lack, together with the text before it.
    case optional(String, Placeholder)
  }

  private let parts: [Part]

  /// The length of the fixed text in bytes; of two paths that match a name the longer one is meant.
  let textLength: Int

  /// The name of one file; a missing value of a required placeholder is left out.
  package func name(_ values: Values) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let placeholder): values[placeholder] ?? ""
      case .optional(let prefix, let placeholder): values[placeholder].map { prefix + $0 } ?? ""
      }
    }.joined()
  }

  /// The folder of the fixed text before the first placeholder, and whether that placeholder names a folder in it;
  /// nil for a path without placeholders.
  var variableFolder: (parent: String, isNested: Bool)? {
    let pieces = pattern.split(separator: "/").map(String.init)
    guard let index = pieces.firstIndex(where: { $0.contains("*") }) else { return nil }
    return (pieces[..<index].joined(separator: "/"), index + 1 < pieces.count)
  }

  /// Every way in which a name can be read as this path; empty where it is none of its files.
  ///
  /// A value is never empty and holds no `/`. The time grows with the square of the length where two placeholders
  /// follow each other.
  package func matches(_ name: String) -> [Values] {
    var found: [Values] = []
    match(parts[...], Substring(name), [:], &found)
    return found
  }

  private func match(
    _ parts: ArraySlice<Part>, _ rest: Substring, _ values: Values, _ found: inout [Values]
  ) {
    guard let part = parts.first else {
      if rest.isEmpty { found.append(values) }
      return
    }
    let others = parts.dropFirst()
    switch part {
    case .text(let text):
      if rest.hasPrefix(text) { match(others, rest.dropFirst(text.count), values, &found) }
    case .value(let placeholder):
      let end = others.isEmpty ? rest.endIndex : rest.startIndex
      let limit = rest.firstIndex(of: "/") ?? rest.endIndex
      guard end <= limit, !rest.isEmpty else { return }
      for index in rest[end..<limit].indices + [limit] where index > rest.startIndex {
        var values = values
        values[placeholder] = String(rest[..<index])
        match(others, rest[index...], values, &found)
      }
    case .optional(let prefix, let placeholder):
      if rest.hasPrefix(prefix) {
        match([.value(placeholder)] + others, rest.dropFirst(prefix.count), values, &found)
      }
      match(others, rest, values, &found)
    }
  }

  /// The path for a person: `co-quan/<agency>/bao-cao-kiem-diem[-<n>]`.
  package var shown: Bilingual {
    parts.reduce(Bilingual("")) { text, part in
      switch part {
      case .text(let more): text + Bilingual(more)
      case .value(let placeholder): text + placeholder.shown
      case .optional(let prefix, let placeholder):
        text + Bilingual("[\(prefix)") + placeholder.shown + Bilingual("]")
      }
    }
  }

  /// The path with `*` for every placeholder, which names all its files together.
  var pattern: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value: "*"
      case .optional: ""
      }
    }.joined()
  }
}

extension OutputPath: ExpressibleByStringInterpolation {
  /// Collects the parts of an interpolated path.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { parts.append(.text(text)) }
    }

    package mutating func appendInterpolation(_ placeholder: Placeholder) {
      parts.append(.value(placeholder))
    }

    /// A placeholder that some files lack, together with the text before it.
    package mutating func appendInterpolation(_ placeholder: Placeholder, after prefix: String) {
      parts.append(.optional(prefix, placeholder))
    }
  }

  package init(stringInterpolation: StringInterpolation) {
    parts = stringInterpolation.parts
    textLength = parts.reduce(0) { length, part in
      if case .text(let text) = part { length + text.utf8.count } else { length }
    }
  }

  package init(stringLiteral text: String) {
    parts = [.text(text)]
    textLength = text.utf8.count
  }
}

extension OutputPath.Placeholder {
  /// The placeholder in angle brackets.
  fileprivate var shown: Bilingual {
    switch self {
    case .agency: Bilingual("<cơ quan>", "<agency>")
    case .criterion: Bilingual("<tiêu chí>", "<criterion>")
    case .field: Bilingual("<lĩnh vực>", "<field>")
    case .member: Bilingual("<thành viên>", "<member>")
    case .appraisalRound: Bilingual("<k>")
    case .olderRound: Bilingual("<kỳ trước>", "<older>")
    case .number: Bilingual("<n>")
    }
  }
}
