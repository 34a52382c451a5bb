import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc new ROUND`: makes the folder of a round, with tables in which only values are missing.
enum NewCommand: Command {
  static let name = "new"
  static let options = [
    OptionSpec(name: "criteria", value: "[GROUP=]SET"), OptionSpec(name: "agencies", value: "FILE"),
    OptionSpec(name: "from", value: "ROUND"), OptionSpec(name: "year", value: "YYYY"),
    OptionSpec(name: "criteria-folder", value: "DIR"), OptionSpec(name: "xlsx"),
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "tạo kỳ đánh giá mới với các bảng đã soạn sẵn, chỉ còn điền số liệu",
      "make a new round with tables in which only values are missing")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc new evidence/2025-thu --criteria so=cchc-so-2023 --agencies co-quan.csv
        cchc new evidence/2024-thu --criteria so=cchc-so-2023 --from evidence/2023-cchc-mau

      cchc new KỲ --criteria [NHÓM=]BỘ[,…] [--agencies TỆP | --from KỲ_TRƯỚC] [--year NĂM] [--criteria-folder THƯ_MỤC]
        [--xlsx]
      KỲ là thư mục sẽ tạo, chưa được có. Tạo round.csv, agencies.csv, council.csv, stages.csv và các bảng cần điền:
      self/<cơ quan>.csv cho từng cơ quan, external/<cơ quan thẩm định>.csv, survey/phieu-khao-sat.csv. Không ghi đè gì. Với --xlsx, các bảng
      là bảng tính .xlsx: mã là văn bản, ô cần điền màu vàng, có danh sách chọn.

        --criteria [NHÓM=]BỘ,…     bộ tiêu chí của từng nhóm; chỉ ghi BỘ thì nhóm mang tên của bộ; có thể ghi nhiều lần
        --agencies TỆP             bảng cơ quan dạng agencies.csv hoặc .xlsx: mã cơ quan, tên, nhóm, khối …
        --from KỲ_TRƯỚC            lấy cơ quan, phân công thẩm định và thông tin văn bản của kỳ trước
        --year NĂM                 năm được đánh giá (mặc định: năm có trong tên thư mục)
        --criteria-folder THƯ_MỤC  thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/); ở các lệnh khác là
                                   --criteria
        --xlsx                     các bảng là bảng tính .xlsx thay cho CSV

      """,
      """
      Example:
        cchc new evidence/2025-thu --criteria so=cchc-so-2023 --agencies co-quan.csv
        cchc new evidence/2024-thu --criteria so=cchc-so-2023 --from evidence/2023-cchc-mau

      cchc new ROUND --criteria [GROUP=]SET[,…] [--agencies FILE | --from ROUND] [--year YYYY] [--criteria-folder DIR]
        [--xlsx]
      ROUND is the folder to be made, which must not be there. Makes round.csv, agencies.csv, council.csv,
      stages.csv and the tables to be filled in: self/<agency>.csv for each agency, external/<member>.csv,
      survey/phieu-khao-sat.csv. Nothing is overwritten. With --xlsx the tables are workbooks: codes are texts, cells to
      be filled in are yellow, with lists to choose from.

        --criteria [GROUP=]SET,…  the set of each group; a bare SET names group and set; may be given repeatedly
        --agencies FILE           a table of agencies in the form of agencies.csv or .xlsx
        --from ROUND              agencies, council and signers of an earlier round
        --year YYYY               the assessed year (default: the year in the folder's name)
        --criteria-folder DIR     the folder of the criteria sets (default criteria/ beside evidence/); other commands
                                  call it --criteria
        --xlsx                    the tables are workbooks instead of CSV

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    guard let path = options.operands.first else {
      throw CallError.tooFew(needed: wording("thư mục kỳ đánh giá sẽ tạo", "the folder of the new round"))
    }
    if options.operands.count > 1 { throw CallError.tooMany(options.operands[1]) }
    var call = try NewRoundCall(path, options, wording)
    guard try call.loadSets() else { return try ProblemPrinter.refuse(call.problems, options, wording) }
    guard try call.loadEarlier() else { return try ProblemPrinter.refuse(call.problems, options, wording) }
    let folder = try NewFolder(call.path)
    do {
      guard let round = try call.fill(folder) else {
        folder.discard()
        Terminal.message(call.agencyHint)
        return try ProblemPrinter.refuse(call.problems, options, wording)
      }
      try folder.commit()
      if options.has("json") {
        try Terminal.results(ProblemPrinter.json(call.problems, wording))
      } else {
        ProblemPrinter.print(call.problems, wording)
        try Terminal.results(NewRoundText(call, round, wording).text())
      }
    } catch {
      folder.discard()
      throw error
    }
    return .clean
  }
}
