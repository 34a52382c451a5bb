import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCTables

extension Output where Source == DocumentList {
  static var documentList: Output {
    Output(
      "noi-bo/tai-lieu\(.field, after: "-")",
      Bilingual(
        "danh mục tài liệu kiểm chứng, tài liệu còn thiếu",
        "the documents that prove each field, and those missing"),
      each: { list in [OutputSubject(list.field.map { [.field: $0] } ?? [:], list)] },
      [.document { $0.document() }, .csv { list, _ in list.csv(.vietnamese) }])
  }
}
