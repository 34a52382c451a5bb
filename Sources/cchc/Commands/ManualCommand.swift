import CCHCFiles

/// `cchc manual`: the manual page.
enum ManualCommand: Command {
  static let name = "manual"
  static let summary = Bilingual("trang hướng dẫn cho lệnh man", "the manual page, for man")
  static let examples = [
    Bilingual("cchc manual > cchc.1", "cchc manual --lang en > cchc.1"), Bilingual("cchc manual | man -l -"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "In trang hướng dẫn dạng roff ra màn hình, hoặc vào tệp. Chép tệp cchc.1 vào ~/.local/share/man/man1/ để đọc bằng "
        + "“man cchc”.",
      "Prints the manual page as roff. Copy the file cchc.1 into ~/.local/share/man/man1/ to read it by “man cchc”."
    )
  ]

  static func run(_ call: Call) throws -> CommandOutput { CommandOutput(text: ManualPage(call.wording).text) }
}
