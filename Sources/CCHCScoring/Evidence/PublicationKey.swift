import CCHCFiles
package import CCHCTables

/// The keys of publication.csv: what is known of the publication.
package enum PublicationKey: String, DeclaredKey {
  case number, date, signer, announced
  case deadline = "deadline:"

  package static let schema = TableSchema(
    "publication.csv", keys: keys, title: Bilingual("quyết định công bố", "the publication"),
    stamp: .after)

  package var key: TableKey {
    switch self {
    case .number: declared(vi: "số quyết định công bố", en: "number of the decision that publishes")
    case .date: declared(vi: "ngày quyết định", en: "its day")
    case .signer:
      declared(
        vi: "người ký quyết định, có thể thêm chức vụ sau dấu phẩy",
        en: "its signer, with a title after a comma")
    case .announced: declared(vi: "ngày công bố", en: "day of the announcement")
    case .deadline:
      declared(
        vi: "thời hạn khác với bộ tiêu chí, là một ngày", en: "a day that differs from the set's deadline",
        subject: Bilingual("mã nghĩa vụ", "obligation"))
    }
  }
}
