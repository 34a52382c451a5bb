import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCPapers
import CCHCScoring
import CCHCTables

/// What a new round holds, and what is to be done next.
struct NewRoundText {
  private let call: NewRoundCall
  private let round: Round
  private let wording: Wording
  private let path: String

  init(_ call: NewRoundCall, _ round: Round, _ wording: Wording) {
    (self.call, self.round, self.wording) = (call, round, wording)
    var path = call.path
    while path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  func text() -> String {
    var text = wording(
      "Đã tạo kỳ đánh giá năm \(call.year) tại \(path):\n", "Made the round of \(call.year) in \(path):\n")
    for (name, meaning) in files { text += "  \(name.padded(to: 14))\(meaning)\n" }
    for note in notes { text += note + "\n" }
    text += wording("Việc tiếp theo:\n", "What to do next:\n")
    for (place, step) in steps.enumerated() { text += "  \(place + 1). \(step)\n" }
    return text
  }

  /// How the names of the tables end.
  private var ending: String { call.asWorkbooks ? Table.workbookEnding : ".csv" }

  /// The file of agencies, which may be the caller's own.
  private var agencies: String {
    AgencyColumn.schema.stem
      + (call.agencyFile.map { Table.isWorkbook($0) ? Table.workbookEnding : ".csv" } ?? ending)
  }

  private var files: [(String, String)] {
    var files = [
      (
        RoundKey.schema.stem + ending,
        wording(
          "tên kỳ, năm, bộ tiêu chí, thông tin ghi trên văn bản", "name, year, sets, what documents bear")
      ),
      (
        agencies,
        round.agencies.isEmpty
          ? wording("chưa có cơ quan nào, có dòng ví dụ", "no agency yet, an example")
          : wording("\(round.agencies.count) cơ quan", "\(round.agencies.count) agencies")
      ), (CouncilColumn.schema.stem + ending, wording("phân công thẩm định", "who appraises what")),
      (StageColumn.schema.stem + ending, wording("các giai đoạn, chưa có ngày", "the stages, without days")),
    ]
    guard !round.agencies.isEmpty else { return files }
    let forms = call.scaffold.forms(round)
    func count(_ folder: String) -> Int { forms.count { $0.name.hasPrefix(folder) } }
    if count("self/") > 0 {
      files.append(
        (
          "self/",
          wording(
            "\(count("self/")) bảng tự chấm, mỗi cơ quan một bảng",
            "\(count("self/")) tables, one for each agency")
        ))
    }
    if count("external/") > 0 {
      files.append(
        (
          "external/",
          wording(
            "\(count("external/")) bảng số liệu do cơ quan khác nhập",
            "\(count("external/")) tables of figures that others enter")
        ))
    }
    if count("survey/") > 0 {
      files.append(
        ("survey/", wording("bảng kết quả điều tra xã hội học, chưa có dòng", "the survey's table, empty")))
    }
    return files
  }

  /// What was not taken over from the earlier round.
  private var notes: [String] {
    var notes: [String] = []
    for agency in call.scaffold.ended {
      let (shown, iso) = (agency.to?.documentText ?? "", agency.to?.isoText ?? "")
      notes.append(
        wording(
          "Không chép \(agency.code): đã kết thúc hoạt động ngày \(shown).",
          "\(agency.code) is left out: it ended on \(iso)."))
    }
    let lost = call.scaffold.lostCouncilRows(round)
    if !lost.isEmpty, !round.agencies.isEmpty {
      let list = lost.joined(separator: ", ")
      notes.append(
        wording(
          "Không chép phân công của \(list): bộ tiêu chí mới không có.",
          "Council rows of \(list) are left out: the new sets lack them."))
    }
    return notes
  }

  private var steps: [String] {
    guard !round.agencies.isEmpty else { return stepsWithoutAgencies }
    var steps = [
      wording(
        "Điền round\(ending) (cơ quan ban hành, người ký …) và stages\(ending) (bỏ dấu # ở đầu dòng, điền ngày).",
        "Fill round\(ending) (issuer, signer …) and stages\(ending) (take off the leading #, fill in days).")
    ]
    let members = RoundScaffold.membersWithoutSubstitute(round).joined(separator: ", ")
    steps.append(
      members.isEmpty
        ? wording("Kiểm tra phân công trong council\(ending).", "See that council\(ending) is right.")
        : wording(
          "Kiểm tra council\(ending); ghi cơ quan thay thế cho \(members), vì không được tự thẩm định điểm của mình.",
          "See that council\(ending) is right; name a substitute for \(members), who must not appraise their own points."
        ))
    steps.append(
      wording(
        "Gửi self/<mã cơ quan>\(ending) cho từng cơ quan; chỉ điền cột giá trị, tài liệu kiểm chứng, thuyết minh.",
        "Send self/<agency>\(ending) to each agency; only value, document and note are to be filled in."))
    let agency = round.agencies[0].code
    steps.append(
      wording(
        "Cơ quan xem trước điểm: cchc preview \(path) \(agency). Kiểm tra cả kỳ: cchc check \(path)",
        "An agency sees its points: cchc preview \(path) \(agency). Check the round: cchc check \(path)"))
    steps.append(
      wording(
        "Nhận bảng đã điền: cchc receive \(path) \(agency) --on NGÀY --document \"Số …\"",
        "Receive a filled table: cchc receive \(path) \(agency) --on DATE --document \"No. …\""))
    return steps
  }

  /// Forms are made for known agencies: a round is made again once they are listed.
  private var stepsWithoutAgencies: [String] {
    let criteria = call.groups.map { "\($0.group)=\($0.set.code)" }.joined(separator: ",")
    return [
      wording(
        "Ghi các cơ quan vào \(agencies), mỗi cơ quan một dòng.",
        "List the agencies in \(agencies), one to a row."),
      wording(
        "Chưa có bảng self/ vì chưa biết cơ quan. Để có bảng soạn sẵn: chuyển \(agencies) ra ngoài (như co-quan\(ending)), "
          + "xóa thư mục \(path), rồi chạy lại:",
        "There is no self/ table, for no agency is known. For ready-made tables move \(agencies) away (as "
          + "co-quan\(ending)), remove the folder \(path) and run again:")
        + "\n     cchc new \(path) --criteria \(criteria) --agencies co-quan\(ending) --year \(call.year)",
    ]
  }
}
