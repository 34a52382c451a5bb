import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCTables

extension Output where Source == ProgressTable {
  static var progress: Output {
    Output(
      "noi-bo/tinh-hinh",
      Bilingual(
        "tình hình của từng cơ quan; bảng tính kèm Sổ tiếp nhận",
        "the state of each agency; the workbook adds the register of receipts"), isDated: true,
      [
        .document { $0.document() }, .csv { table, _ in table.csv(.vietnamese) }, .xlsx { $0.workbook() },
      ])
  }
}
