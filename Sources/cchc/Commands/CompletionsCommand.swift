import CCHCCriteria
import CCHCFiles

/// `cchc completions bash|zsh|fish`: the script by which a shell completes calls of the program.
enum CompletionsCommand: Command {
  static let name = "completions"
  static let summary = Bilingual(
    "tệp lệnh để bash, zsh, fish gợi ý khi gõ lệnh", "the script by which bash, zsh or fish completes calls")
  private static let shell = Operand(
    ValueType<CompletionScript>.choice([.bash, .zsh, .fish]),
    Bilingual("tên trình lệnh", "the name of the shell"))
  static let operands: [any DeclaredOperand] = [shell]
  static let examples = [
    Bilingual("cchc completions bash > ~/.local/share/bash-completion/completions/cchc"),
    Bilingual("cchc completions zsh > ~/.zfunc/_cchc"),
    Bilingual("cchc completions fish > ~/.config/fish/completions/cchc.fish"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Gợi ý tên lệnh, tùy chọn, thư mục kỳ đánh giá có trong evidence/, mã cơ quan của kỳ đã gõ. Với bash, ghi dòng "
        + "“source <(cchc completions bash)” vào ~/.bashrc; với zsh và fish, ghi tệp vào thư mục gợi ý của trình lệnh.",
      "Completes commands, options, rounds below evidence/ and agency codes of the round that is typed. For bash, put "
        + "the line “source <(cchc completions bash)” into ~/.bashrc; for zsh and fish, write the file into the "
        + "shell's folder of completions.")
  ]

  static func run(_ call: Call) throws -> CommandOutput {
    let script = try call[shell]
    return CommandOutput(text: script.text)
  }
}
