import CCHCCycle
import CCHCDocuments
import CCHCFiles
import CCHCForms
import CCHCPapers
import CCHCScoring
import CCHCTables
import CCHCTally

/// `cchc inbox ROUND --in DIR --out DIR`: one pass over a folder of returned files.
enum InboxCommand: RoundCommand {
  static let name = "inbox"
  static let summary = Bilingual(
    "nhận cả thư mục biểu mẫu gửi về, trả phiếu, ghi sổ tiếp nhận",
    "take a folder of returned forms, answer with slips, keep a log")
  private static let source = Option(
    required: "in", .folder,
    Bilingual("thư mục tệp gửi về; không bao giờ bị sửa", "the folder of returned files; never changed"))
  private static let target = Option(
    required: "out", .folder, Bilingual("nơi ghi sổ và phiếu", "where log and slips go"))
  private static let day = SharedOptions.day(
    Bilingual("ngày ghi vào sổ và phiếu", "the day that log and slips bear"))
  private static let only = SharedOptions.only(DocumentFormat.all.map(\.kind))
  static let options: [any DeclaredOption] = [
    source, target, day, ImportCommand.replace, only, SharedOptions.criteria, SharedOptions.json,
  ]
  static let examples = [
    Bilingual(
      "cchc inbox evidence/2024-cchc-mau --in hop-thu --out so --on 15/01/2025",
      "cchc inbox evidence/2024-cchc-mau --in inbox --out log --on 2025-01-15")
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Xem từng tệp .xlsx trong thư mục --in, tên gì cũng được: biểu mẫu đúng được ghi vào self/<cơ quan>.csv; tệp không "
        + "nhận được trả lời bằng phiếu yêu cầu bổ sung trong --out/phieu/. Sổ tiếp nhận: --out/so-tiep-nhan.csv. "
        + "Tệp khóa và tệp hệ thống được bỏ qua; tệp đã xem không xem lại, nên chạy lại không thay đổi gì (dùng được "
        + "với cron).",
      "Looks at every .xlsx file in --in, whatever its name: a form that is right is written into self/<agency>.csv; "
        + "a file that is not taken is answered with a slip in --out/phieu/. The log is --out/so-tiep-nhan.csv. "
        + "Lock and system files are skipped; a file that was looked at is not looked at again, so running twice "
        + "changes nothing (fit for cron).")
  ]

  static func needs(_ call: Call) -> RoundNeeds { RoundNeeds(stamps: true, previous: false, lock: true) }

  static func run(_ call: RoundCall) throws -> CommandOutput {
    let (target, kinds) = (try call[target], try call[only])
    try call.requireOther(target)
    // The log is read before it is written anew.
    var output = OutputFolder(try FolderLock.writing(target))
    var problems = ProblemList()
    let log = try InboxLog(folder: target, &problems)
    guard !problems.hasErrors else { return .refused(problems, call.wording) }

    let files = try readFiles(in: call[source], log)
    var inbox = Inbox(
      FormPress(call.score(), folder: call.path), log, on: try call[day],
      replaces: call.call.has(ImportCommand.replace))
    inbox.take(files)
    var round = call.output
    try write(inbox, kinds, to: &output, with: &round)
    return CommandOutput(inbox.problems, text: text(inbox, call.wording))
  }

  /// Writes slips and log into their folder and the taken tables into the round, all or none.
  ///
  /// - Throws: `FileError` where one cannot be written.
  private static func write(
    _ inbox: Inbox, _ kinds: Set<FileExtension>, to output: inout OutputFolder, with round: inout OutputFolder
  ) throws(FileError) {
    do throws(FileError) {
      for table in inbox.tables { try round.write(table.bytes, to: "self/\(table.name)") }
      for slip in inbox.slips {
        for format in DocumentFormat.all where kinds.contains(format.kind) {
          try output.write(format.render(slip.document), to: "\(slip.name).\(format.kind.name)")
        }
      }
      if inbox.count > 0 { try output.write(inbox.log.bytes, to: InboxLog.file) }
      try round.commit(with: &output)
    } catch {
      round.discard()
      output.discard()
      throw error
    }
  }

  /// The files that were not looked at yet, in the order of their names.
  private static func readFiles(
    in folder: String, _ log: InboxLog
  ) throws(FileError) -> [Inbox.File] {
    var files: [Inbox.File] = []
    for name in try folderNames(folder) where Inbox.isWorkbook(name) {
      let path = joinedPath(folder, name)
      guard fileKind(path) == .file else { continue }
      let file = Inbox.File(name: name, bytes: try readFile(path))
      if !log.hasSettled(name, file.sha256) { files.append(file) }
    }
    return files
  }

  private static func text(_ inbox: Inbox, _ wording: Wording) -> String {
    let count = inbox.count
    var text = ""
    for entry in inbox.log.entries.suffix(count) {
      let outcome = InboxLog.Outcome.allCases.first { $0.words.vietnamese == entry.outcome }
      text += "\(entry.file): \(entry.agency.isEmpty ? "?" : entry.agency), "
      text += outcome.map { wording($0.words) } ?? entry.outcome
      if !entry.checkCode.isEmpty { text += wording(", mã đối chiếu ", ", check code ") + entry.checkCode }
      if !entry.slip.isEmpty { text += wording(", phiếu ", ", slip ") + entry.slip }
      text += "\n"
    }
    return text
      + (count == 0
        ? wording("Không có tệp mới.\n", "No new files.\n")
        : wording("Đã xem \(count) tệp mới.\n", "\(count) new files looked at.\n"))
  }
}
