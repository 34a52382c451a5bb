import CCHCFiles
package import CCHCTables

/// The columns that several tables share.
extension Column {
  package static let agency = Column("agency", "mã cơ quan", .code)
  package static let answer = Column("answer", "phương án trả lời", .code)
  package static let appraiser = Column("appraiser", "cơ quan thẩm định", .code)
  package static let bloc = Column("bloc", "khối")
  package static let condition = Column("condition", "điều kiện")
  package static let count = Column("count", "số phiếu", .count)
  package static let criterion = Column("criterion", "mã tiêu chí", .code)
  package static let criterionName = Column("criterion_name", "tên tiêu chí").meaning(
    vi: "phải đúng tên của tiêu chí, để phát hiện mã bị bảng tính đổi",
    en: "must be the criterion's name, so that a code that a spreadsheet changed is found")
  package static let date = Column("date", "ngày", .date)
  package static let deadline = Column("deadline", "thời hạn")
  package static let decidedBy = Column("decided_by", "văn bản quyết định")
  package static let document = Column("document", "tài liệu kiểm chứng")
  package static let duty = Column("duty", "nghĩa vụ")
  package static let group = Column("group", "nhóm", .code)
  package static let id = Column("id", "mã", .code)
  package static let input = Column("input", "mã số liệu", .code)
  package static let inputs = Column("inputs", "số liệu")
  package static let kind = Column("kind", "loại")
  package static let legalBasis = Column("legal_basis", "căn cứ pháp lý")
  package static let name = Column("name", "tên")
  package static let note = Column("note", "thuyết minh")
  package static let obligation = Column("obligation", "mã nghĩa vụ", .code)
  package static let points = Column("points", "điểm", .number)
  package static let rating = Column("rating", "xếp loại người đứng đầu")
  package static let reason = Column("reason", "lý do")
  package static let received = Column("received", "ngày nhận", .date)
  package static let recipient = Column("recipient", "nơi nhận")
  package static let report = Column("report", "báo cáo")
  package static let respondentGroup = Column("respondent_group", "nhóm đối tượng khảo sát")
  package static let round = Column("round", "lần thẩm định", .count)
  package static let sha256 = Column("sha256", "mã SHA-256")
  package static let source = Column("source", "nguồn")
  package static let status = Column("status", "trạng thái")
  package static let successor = Column("successor", "cơ quan kế thừa", .code)
  package static let until = Column("until", "đến hết ngày", .date)
  package static let value = Column("value", "giá trị")
}
