package import CCHCScoring
package import CCHCTables

/// Writes a council member's worklist, which is an appraisal table once its rounds are filled in.
package enum WorklistTable {
  /// What a worklist's columns are headed; those that begin with `#` are for reading alone.
  private static let headings = [
    "mã tiêu chí", "# tên tiêu chí", "mã cơ quan", "# tên cơ quan", "# số liệu đã nộp",
    "# năm trước: số liệu",
    "# năm trước: điểm", "# điểm tối đa", "# điểm tự chấm", "# kết quả lần trước", "# tài liệu kiểm chứng",
    "# thuyết minh", "# giải trình của cơ quan", "lần thẩm định", "mã số liệu", "giá trị", "điểm thẩm định",
    "lý do",
    "cơ quan thẩm định", "# ghi chú nội bộ",
  ]

  /// What a member has to know, in a row that is a comment.
  private static let instruction = """
    # Ghi “lần thẩm định” là đã thẩm định; chỉ vậy là đồng ý. Muốn thay đổi thì ghi thêm mã số liệu và giá trị đúng, hoặc điểm \
    thẩm định, kèm lý do; sửa hai số liệu thì chép dòng ấy thành hai. Cột và dòng có # ở đầu không được đọc.
    """

  /// A member's worklist.
  package static func bytes(_ list: Worklist, _ results: Results, locale: CSVLocale) -> [UInt8] {
    var csv = CSVWriter(locale: locale)
    for heading in headings { csv.text(heading) }
    csv.endRow()
    csv.text(instruction)
    for _ in headings.dropFirst() { csv.empty() }
    csv.endRow()
    let words = CitationWords(round: results.round, isInternal: true)
    for entry in list.entries { write(entry, list.member ?? "", results, words, &csv) }
    return csv.bytes
  }

  private static func write(
    _ entry: Worklist.Entry, _ member: String, _ results: Results, _ citations: CitationWords,
    _ csv: inout CSVWriter
  ) {
    let words = LeafWords(results: results, agency: entry.agency, leaf: entry.leaf)
    let settings = words.set.settings
    let agency = results.round.agencies[entry.agency]
    let (documents, notes) = words.proofs(citations)
    let before = results.leafBefore(entry.leaf, of: entry.agency).map {
      LeafWords(results: $0.results, agency: $0.agency, leaf: $0.leaf)
    }
    let cells = [
      words.row.code, words.row.name, agency.code, agency.name, words.figures, before?.figures ?? "",
      before.map { settings.pointsText($0.finalPoints) } ?? "",
      settings.maximumText(Int128(words.declared.maxUnits)), settings.pointsText(words.filedPoints),
      words.isAppraised ? settings.pointsText(words.appraisedPoints) : "", documents.joined(separator: "; "),
      notes.joined(separator: "; "), words.explanations, "", "", "", "", "", member, "",
    ]
    for cell in cells { csv.text(cell) }
    csv.endRow()
  }
}
