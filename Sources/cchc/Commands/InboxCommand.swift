import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc inbox ROUND --in DIR --out DIR`: one pass over a folder of returned files.
enum InboxCommand: Command {
  static let name = "inbox"
  static let options = [
    OptionSpec(name: "in", value: "DIR"), OptionSpec(name: "out", value: "DIR"), OptionSpec.day,
    OptionSpec(name: "replace"), .only(kinds), RoundCall.criteriaOption,
  ]

  /// The kinds in which slips are written.
  private static let kinds: [OutputKind] = [.md, .docx]

  static func summary(_ wording: Wording) -> String {
    wording(
      "nhận cả thư mục biểu mẫu gửi về, trả phiếu, ghi sổ tiếp nhận",
      "take a folder of returned forms, answer with slips, keep a log")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc inbox evidence/2024-cchc-mau --in hop-thu --out so --on 15/01/2025

      cchc inbox KỲ --in THƯ_MỤC --out THƯ_MỤC [--on NGÀY] [--replace] [--only md,docx] [--criteria THƯ_MỤC]
      Xem từng tệp .xlsx trong thư mục --in, tên gì cũng được: biểu mẫu đúng được ghi vào self/<cơ quan>.csv; tệp không nhận
      được trả lời bằng phiếu yêu cầu bổ sung trong --out/phieu/. Sổ tiếp nhận: --out/so-tiep-nhan.csv. Tệp khóa và tệp hệ
      thống được bỏ qua; tệp đã xem không xem lại, nên chạy lại không thay đổi gì (dùng được với cron).

        --in THƯ_MỤC   thư mục tệp gửi về; không bao giờ bị sửa
        --out THƯ_MỤC  nơi ghi sổ và phiếu
        --on NGÀY      ngày ghi vào sổ và phiếu
        --replace      biểu mẫu được thay số liệu đã nộp
        --only LOẠI,…  chỉ ghi phiếu dạng md hoặc docx (mặc định cả hai)

      """,
      """
      Example:
        cchc inbox evidence/2024-cchc-mau --in inbox --out log --on 2025-01-15

      cchc inbox ROUND --in DIR --out DIR [--on DATE] [--replace] [--only md,docx] [--criteria DIR]
      Looks at every .xlsx file in --in, whatever its name: a form that is right is written into self/<agency>.csv; a file
      that is not taken is answered with a slip in --out/phieu/. The log is --out/so-tiep-nhan.csv. Lock and system
      files are skipped; a file that was looked at is not looked at again, so running twice changes nothing (fit for
      cron).

        --in DIR   the folder of returned files; never changed
        --out DIR  where log and slips go
        --on DATE  the day that log and slips bear
        --replace  forms may replace what is filed
        --only KIND,…  write slips as md or docx alone (default both)

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    let path = try options.round(wording)
    let source = try options.required("in", wording("THƯ_MỤC (tệp gửi về)", "DIR (of returned files)"))
    let target = try options.required("out", wording("THƯ_MỤC (sổ và phiếu)", "DIR (for log and slips)"))
    let date = try options.day("on")
    let call = try RoundCall(path, options, wording)
    let outcome = try call.load(makesStamps: true, loadsPrevious: false, wording)
    var problems = ProblemList()
    let log = try InboxLog(folder: target, &problems)
    guard !problems.hasErrors else { return try ProblemPrinter.refuse(problems, options, wording) }

    let files = try readFiles(in: source, log)
    var inbox = Inbox(
      FormPress(Scorer.score(outcome), folder: path), log, on: date, replaces: options.has("replace"))
    inbox.take(files)
    // Tables first: a log that names a form which was not written would lose it.
    try OutputFolder.write(
      inbox.tables.map { (folder: joinedPath(path, "self"), name: $0.name, bytes: $0.bytes) })
    try ChosenFiles.write(to: target, options.kinds(kinds)) { (files: inout ChosenFiles) throws(FileError) in
      for slip in inbox.slips { try files.write(slip.document, to: slip.name) }
    }
    if inbox.count > 0 { try OutputFolder.write([(target, InboxLog.file, inbox.log.bytes)]) }
    try tell(inbox, options, wording)
    return inbox.problems.hasErrors ? .errorsFound : .clean
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

  private static func tell(
    _ inbox: Inbox, _ options: Options, _ wording: Wording
  ) throws {
    let count = inbox.count
    if options.has("json") { return try Terminal.results(ProblemPrinter.json(inbox.problems, wording)) }
    ProblemPrinter.print(inbox.problems, wording)
    var text = ""
    for entry in inbox.log.entries.suffix(count) {
      text += "\(entry.file): \(entry.agency.isEmpty ? "?" : entry.agency), \(entry.outcome)"
      if !entry.checkCode.isEmpty { text += wording(", mã đối chiếu ", ", check code ") + entry.checkCode }
      if !entry.slip.isEmpty { text += wording(", phiếu ", ", slip ") + entry.slip }
      text += "\n"
    }
    try Terminal.results(
      text
        + (count == 0
          ? wording("Không có tệp mới.\n", "No new files.\n")
          : wording("Đã xem \(count) tệp mới.\n", "\(count) new files looked at.\n")))
  }
}
