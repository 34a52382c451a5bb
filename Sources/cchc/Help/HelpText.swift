import CCHCCriteria
import CCHCDrafting
import CCHCFiles
import CCHCOutputs
import CCHCScoring

/// The help that a person reads in a terminal, made from what commands declare.
struct HelpText {
  private let wording: Wording
  /// How long a line may be, in letters.
  private static let width = 100

  init(_ wording: Wording) { self.wording = wording }

  /// All commands, and the options that each of them takes.
  func overview() -> String {
    var text = wording("Ví dụ:\n", "Example:\n") + "  cchc score evidence/2023-cchc-mau\n\n"
    text += Self.wrapped(wording(Self.purpose)) + "\n"
    text += wording("Lệnh:\n", "Commands:\n")
    text += Self.table(
      Tool.commands.filter { !$0.isHidden }.map { ($0.name, wording($0.summary)) })
    text += wording("\nTùy chọn chung:\n", "\nCommon options:\n")
    text += table(SharedOptions.common + [SharedOptions.json, SharedOptions.version], [])
    text +=
      "\n"
      + Self.wrapped(
        wording("“cchc help LỆNH” hướng dẫn từng lệnh. ", "“cchc help COMMAND” explains each command. ")
          + wording(Self.exitCodes))
    return text
  }

  static let purpose = Bilingual(
    "cchc tính Chỉ số cải cách hành chính (CCHC) chính xác từ bộ tiêu chí và số liệu dạng bảng.",
    "cchc scores the administrative reform index exactly, from criteria tables and evidence files.")

  static let exitCodes = Bilingual(
    "Mã kết thúc: 0 sạch (có thể có cảnh báo), 1 có lỗi trong bảng, 2 gọi lệnh sai, hoặc không đọc, không ghi được tệp.",
    "Exit codes: 0 clean (warnings allowed), 1 errors in the tables, 2 a wrong call or a file that cannot be read or written."
  )

  /// The heading of the files that a command writes.
  static let filesHeading = Bilingual("Ghi vào thư mục báo cáo:", "Writes into the folder of reports:")

  /// The page of one command.
  func page(of command: any Command.Type) -> String {
    var text = wording("Ví dụ:\n", "Example:\n")
    for example in command.examples { text += "  \(wording(example))\n" }
    text += "\n" + Self.wrapped(usage(of: command), hanging: 4)
    for block in command.details { text += "\n" + self.text(block) }
    let files = command.writtenFiles.map { (wording($0.shown), wording($0.meaning)) }
    if !files.isEmpty {
      text += "\n" + wording(Self.filesHeading) + "\n" + Self.table(files)
    }
    let operands = command.operands.map(\.declaration).map { (wording($0.name), explanation(of: $0)) }
    if !operands.isEmpty { text += "\n" + Self.table(operands) }
    return text + "\n" + table(command.allOptions, command.relations)
  }

  /// How the command is called: `cchc score KỲ [-o THƯ_MỤC] …`.
  func usage(of command: any Command.Type) -> String {
    var pieces = ["cchc \(command.name)"]
    for operand in command.operands.map(\.declaration) {
      let name = wording(operand.name)
      switch operand.count {
      case .one: pieces.append(name)
      case .optional: pieces.append("[\(name)]")
      case .some: pieces.append("\(name)…")
      case .any: pieces.append("[\(name)…]")
      }
    }
    for option in command.options.map(\.declaration) {
      let value = option.value.map { "\u{A0}" + wording($0) } ?? ""
      let one = (option.short.map { "-\($0)" } ?? option.written) + value
      pieces.append((option.isRequired ? one : "[\(one)]") + (option.isRepeatable ? "…" : ""))
    }
    return pieces.joined(separator: " ")
  }

  /// What an operand is.
  func explanation(of operand: OperandDeclaration) -> String {
    let meaning = wording(operand.meaning)
    switch operand.count {
    case .one: return meaning
    case .optional: return meaning + wording(" (không bắt buộc)", " (optional)")
    case .some, .any: return meaning + wording(" (một hoặc nhiều)", " (one or more)")
    }
  }

  /// What an option does, what holds without it and what it asks of others.
  func explanation(of option: OptionDeclaration, _ relations: [Relation]) -> String {
    var notes: [String] = []
    if let standard = option.standard {
      notes.append(wording("mặc định ", "default ") + wording(standard))
    }
    if option.isRequired { notes.append(wording("bắt buộc", "required")) }
    if option.isRepeatable { notes.append(wording("ghi được nhiều lần", "may be repeated")) }
    notes += relations.compactMap { $0.note(on: option).map { wording($0) } }
    return wording(option.meaning) + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }

  /// How an option is written, with its value.
  func heading(of option: OptionDeclaration) -> String {
    let value = option.value.map { " " + wording($0) } ?? ""
    return (option.short.map { "-\($0), " } ?? "") + option.written + value
  }

  private func table(_ options: [any DeclaredOption], _ relations: [Relation]) -> String {
    Self.table(
      options.map(\.declaration).map { (heading(of: $0), explanation(of: $0, relations)) })
  }

  private func text(_ block: HelpBlock) -> String {
    switch block {
    case .paragraph(let text): Self.wrapped(wording(text))
    case .list(let rows): Self.table(rows.map { (wording($0.term), wording($0.meaning)) })
    }
  }

  // MARK: Layout

  /// Terms in a column and what they mean beside them.
  private static func table(_ rows: [(term: String, meaning: String)]) -> String {
    let widest = rows.map(\.term.count).filter { $0 <= 40 }.max() ?? 0
    return rows.map { row in
      let margin = String(repeating: " ", count: widest + 4)
      let meaning = wrapped(row.meaning, margin: widest + 4)
      guard row.term.count > widest else {
        return "  " + row.term.padded(to: widest + 2) + meaning
      }
      return "  \(row.term)\n\(margin)\(meaning)"
    }.joined()
  }

  /// The text in lines that are short enough.
  ///
  /// Lines after the first begin with `margin + hanging` spaces; of the first, `margin` letters are taken already.
  private static func wrapped(_ text: String, margin: Int = 0, hanging: Int = 0) -> String {
    var lines: [String] = []
    var line = ""
    let indent = String(repeating: " ", count: margin + hanging)
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count + (lines.isEmpty ? margin : 0) > width {
        lines.append(line)
        line = indent + word
      } else {
        line += line.isEmpty ? String(word) : " \(word)"
      }
    }
    lines.append(line)
    return lines.joined(separator: "\n").replacing("\u{A0}", with: " ") + "\n"
  }
}

extension String {
  /// The text followed by spaces up to a width.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
