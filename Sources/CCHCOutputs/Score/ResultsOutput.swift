import CCHCBooks
import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension OutputPath {
  /// The file that holds the results and the digests of the inputs.
  static let results: OutputPath = "noi-bo/results"
}

extension Output where Source == Results {
  static var results: Output {
    Output(
      .results,
      Bilingual(
        "toàn bộ kết quả: cho chương trình khác đọc, kèm mã SHA-256 của số liệu đầu vào; bảng tính",
        "all results: for machines, with the SHA-256 of the inputs; a workbook"),
      [.json { ResultsJSON.bytes($0) }, .xlsx { ResultsWorkbook.bytes($0) }])
  }
}
