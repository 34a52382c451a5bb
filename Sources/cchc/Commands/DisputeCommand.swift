import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc dispute ROUND AGENCY CRITERION`: the sheet of one leaf for the council's meeting.
enum DisputeCommand: Command {
  static let name = "dispute"
  static let kinds: [OutputKind] = [.md, .docx]
  static let options = [
    OptionSpec(name: "output", short: "o", value: "DIR"), RoundCall.criteriaOption, .only(kinds),
  ]

  static func summary(_ wording: Wording) -> String {
    wording("lập phiếu giải trình điểm của một tiêu chí, một trang A4", "write the dispute sheet of one leaf")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc dispute evidence/2023-cchc-mau SYT 4.1

      cchc dispute KỲ CƠ_QUAN TIÊU_CHÍ [-o THƯ_MỤC] [--criteria THƯ_MỤC] [--only md,docx] [--json]
      Phiếu giải trình điểm, một trang A4 cho cuộc họp Hội đồng: quy định, số liệu, tài liệu; tự chấm, từng lần thẩm định, giải
      trình, kèm lý do; ô kết luận. Ghi noi-bo/phieu-giai-trinh/<cơ quan>-<tiêu chí>.md, .docx.

        -o, --output THƯ_MỤC  nơi ghi (mặc định reports/<kỳ>/ cạnh evidence/)
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --only LOẠI,…         chỉ ghi md hoặc docx (mặc định mọi loại)
        --json                danh sách vấn đề dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc dispute evidence/2023-cchc-mau SYT 4.1

      cchc dispute ROUND AGENCY CRITERION [-o DIR] [--criteria DIR] [--only md,docx] [--json]
      One page of A4 for the council's meeting: the rule, figures, documents; self points, each appraisal and
      explanation with reasons; a box for the decision. Writes noi-bo/phieu-giai-trinh/<agency>-<criterion>.md and .docx.

        -o, --output DIR  where to write (default reports/<round>/ beside evidence/)
        --criteria DIR    the folder of the criteria sets (default criteria/ beside evidence/)
        --only KIND,…     write md or docx alone (default all)
        --json            the problems for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    let words = options.operands
    guard words.count >= 3 else {
      let needed = [
        wording("thư mục kỳ đánh giá", "the folder of a round"), wording("mã cơ quan", "the agency's code"),
        wording("mã tiêu chí", "the code of a criterion"),
      ]
      throw CallError.tooFew(needed: needed[words.count])
    }
    if words.count > 3 { throw CallError.tooMany(words[3]) }
    let kinds = try options.kinds(kinds)
    let call = try RoundCall(words[0], options, wording)
    let results = Scorer.score(try call.load(makesStamps: false, wording))
    let agency = try RoundCall.agency(words[1], in: results.round, wording)
    let set = results.round.set(of: agency)
    guard let leaf = set.row(words[2]).flatMap({ set.rows[$0].leaf }) else {
      let leaves = set.leaves.map { set.rows[$0.row].code }
      let near = nearest(to: words[2], among: leaves)
      throw FileError(
        path: "criteria/\(set.code)",
        reason: wording("“\(words[2])” không phải là tiêu chí lá.", "“\(words[2])” is no leaf.")
          + (near.map { wording(" Có phải “\($0)”?", " Did you mean “\($0)”?") } ?? ""))
    }
    let folder = options["output"] ?? call.reportFolder
    let files = try ChosenFiles.write(to: folder, kinds) { (files: inout ChosenFiles) throws(FileError) in
      try DisputeSheet.put(results, agency: agency, leaf: leaf, into: &files)
    }
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(results.problems, wording))
    } else {
      try Terminal.results(files.places(in: folder) + "\n")
      ProblemPrinter.printTally(results.problems, wording)
    }
    return results.problems.hasErrors ? .errorsFound : .clean
  }
}
