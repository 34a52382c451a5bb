import CCHCCriteria
import CCHCDrafting
import CCHCFiles
import CCHCOutputs
import CCHCScoring

/// The manual page in the roff of man(7), made from what commands declare.
struct ManualPage {
  private let wording: Wording
  private let help: HelpText

  init(_ wording: Wording) {
    self.wording = wording
    help = HelpText(wording)
  }

  var text: String {
    let commands = Tool.commands.filter { !$0.isHidden }
    var text = "'\\\" -*- coding: utf-8 -*-\n"
    text += ".TH CCHC 1 \"\" \"cchc \(engineVersion)\" \"\(wording("Hướng dẫn sử dụng", "User manual"))\"\n"
    // Left aligned, without hyphens: names of files must stay whole.
    text += ".nh\n.ad l\n"
    text += section("TÊN", "NAME") + "cchc \\- " + Self.escaped(wording(Self.purpose)) + "\n"
    text += section("CÁCH GỌI", "SYNOPSIS")
    text += ".B cchc\n" + Self.escaped(wording("LỆNH [TÙY CHỌN] …", "COMMAND [OPTION]…")) + "\n"
    text += section("MÔ TẢ", "DESCRIPTION") + Self.escaped(wording(HelpText.purpose)) + "\n"
    text += terms(commands.map { ("\\fB\($0.name)\\fR", Self.escaped(wording($0.summary))) })
    text += section("TÙY CHỌN CHUNG", "COMMON OPTIONS")
    text += options(SharedOptions.common + [SharedOptions.json, SharedOptions.version], [])
    text += section("LỆNH", "COMMANDS")
    for command in commands { text += self.text(of: command) }
    text += section("MÃ KẾT THÚC", "EXIT STATUS")
    return text + Self.escaped(wording(HelpText.exitCodes)) + "\n"
  }

  private static let purpose = Bilingual(
    "tính Chỉ số cải cách hành chính", "score the administrative reform index")

  private func section(_ vietnamese: String, _ english: String) -> String {
    ".SH \"\(wording(vietnamese, english))\"\n"
  }

  private func text(of command: any Command.Type) -> String {
    var text = ".SS \"\(command.name)\"\n" + Self.escaped(wording(command.summary)) + "\n.PP\n"
    text += ".RS 4\n" + Self.escaped(help.usage(of: command)) + "\n.RE\n"
    for block in command.details {
      switch block {
      case .paragraph(let paragraph): text += ".PP\n" + Self.escaped(wording(paragraph)) + "\n"
      case .list(let rows):
        text += terms(rows.map { (Self.escaped(wording($0.term)), Self.escaped(wording($0.meaning))) })
      }
    }
    let files = command.writtenFiles
    if !files.isEmpty { text += ".PP\n" + Self.escaped(wording(HelpText.filesHeading)) + "\n" }
    text += terms(files.map { (Self.escaped(wording($0.shown)), Self.escaped(wording($0.meaning))) })
    let operands = command.operands.map(\.declaration)
    text += terms(operands.map { (Self.escaped(wording($0.name)), Self.escaped(help.explanation(of: $0))) })
    text += options(command.options, command.relations)
    text += ".PP\n" + wording("Ví dụ:", "Example:") + "\n.PP\n.RS 4\n.nf\n"
    for example in command.examples { text += Self.escaped(wording(example)) + "\n" }
    return text + ".fi\n.RE\n"
  }

  private func options(_ options: [any DeclaredOption], _ relations: [Relation]) -> String {
    terms(
      options.map(\.declaration).map { option in
        let value = option.value.map { " " + Self.escaped(wording($0)) } ?? ""
        let names = (option.short.map { ["-\($0)"] } ?? []) + [option.written]
        let heading = names.map { "\\fB\(Self.escaped($0))\\fR" }.joined(separator: ", ") + value
        return (heading, Self.escaped(help.explanation(of: option, relations)))
      })
  }

  /// Terms, each with a paragraph; both are roff already.
  private func terms(_ rows: [(term: String, meaning: String)]) -> String {
    rows.map { ".TP 4\n\($0.term)\n\($0.meaning)\n" }.joined()
  }

  /// A text in which nothing is a command of roff.
  private static func escaped(_ text: String) -> String {
    var result = ""
    if let first = text.first, first == "." || first == "'" { result = "\\&" }
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\u{A0}": result += "\\ "
      default: result.append(character)
      }
    }
    return result
  }
}
