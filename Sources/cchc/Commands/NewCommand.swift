import CCHCCriteria
import CCHCDrafting
import CCHCFiles

/// `cchc new ROUND`: makes the folder of a round, with tables in which only values are missing.
enum NewCommand: Command {
  static let name = "new"
  static let summary = Bilingual(
    "tạo kỳ đánh giá mới với các bảng đã soạn sẵn, chỉ còn điền số liệu",
    "make a new round with tables in which only values are missing")
  static let path = Operand(
    .folder.named("KỲ", "ROUND"), Bilingual("thư mục kỳ đánh giá sẽ tạo", "the folder of the new round"))
  static let operands: [any DeclaredOperand] = [path]
  static let sets = Option(
    repeated: "criteria", .text("[NHÓM=]BỘ,…", "[GROUP=]SET,…"),
    Bilingual(
      "bộ tiêu chí của từng nhóm; chỉ ghi BỘ thì nhóm mang tên của bộ",
      "the set of each group; a bare SET names group and set"),
    isRequired: true)
  static let agencies = Option(
    "agencies", .file,
    Bilingual(
      "bảng cơ quan dạng agencies.csv hoặc .xlsx: mã cơ quan, tên, nhóm, khối …",
      "a table of agencies in the form of agencies.csv or .xlsx"))
  static let from = Option(
    "from", .round,
    Bilingual(
      "lấy cơ quan, phân công thẩm định và thông tin văn bản của kỳ trước này",
      "take agencies, council and signers of this earlier round"))
  static let year = Option(
    "year", .number("NĂM", "YYYY", 1901...2199),
    Bilingual("năm được đánh giá, như 2025", "the assessed year, as 2025"),
    standard: Bilingual("năm có trong tên thư mục", "the year in the folder's name"))
  static let criteriaFolder = Option(
    "criteria-folder", .folder,
    Bilingual(
      "thư mục chứa các bộ tiêu chí; ở các lệnh khác là --criteria",
      "the folder of the criteria sets; other commands call it --criteria"),
    standard: Bilingual("criteria/ cạnh evidence/", "criteria/ beside evidence/"))
  static let xlsx = Option(
    flag: "xlsx",
    Bilingual("các bảng là bảng tính .xlsx thay cho CSV", "the tables are workbooks instead of CSV"))
  static let options: [any DeclaredOption] = [
    sets, agencies, from, year, criteriaFolder, xlsx, SharedOptions.json,
  ]
  static let relations: [Relation] = [.excludes(agencies, from)]
  static let examples = [
    Bilingual("cchc new evidence/2025-thu --criteria so=cchc-so-2023 --agencies co-quan.csv"),
    Bilingual("cchc new evidence/2024-thu --criteria so=cchc-so-2023 --from evidence/2023-cchc-mau"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "KỲ là thư mục sẽ tạo, chưa được có. Tạo round.csv, agencies.csv, council.csv, stages.csv và các bảng cần điền: "
        + "self/<cơ quan>.csv cho từng cơ quan, external/<cơ quan thẩm định>.csv, survey/phieu-khao-sat.csv. Không ghi "
        + "đè gì. Với --xlsx, các bảng là bảng tính .xlsx: mã là văn bản, ô cần điền màu vàng, có danh sách chọn.",
      "ROUND is the folder to be made, which must not exist. Makes round.csv, agencies.csv, council.csv, stages.csv "
        + "and the tables to be filled in: self/<agency>.csv for each agency, external/<member>.csv, "
        + "survey/phieu-khao-sat.csv. Nothing is overwritten. With --xlsx the tables are workbooks: codes are texts, "
        + "cells to be filled in are yellow, with lists to choose from.")
  ]

  static func run(_ call: Call) throws -> CommandOutput {
    var request = try NewRoundCall(call)
    guard try request.loadSets(), try request.loadEarlier() else {
      return .refused(request.problems, call.wording)
    }
    let folder = try NewFolder(request.path)
    do {
      guard let round = try request.fill(folder) else {
        folder.discard()
        var output = CommandOutput.refused(request.problems, call.wording)
        output.message = request.agencyHint + output.message
        return output
      }
      try folder.commit()
      return CommandOutput(request.problems, text: NewRoundText(request, round, call.wording).text())
    } catch {
      folder.discard()
      throw error
    }
  }
}
