import CCHCTables

/// The columns of FORMATS 7: one English and one Vietnamese name for each.
package enum ColumnNames {
  /// The Vietnamese names of a column; the first is the one that outputs and messages use.
  package static func vietnamese(_ name: String) -> [String] { table[name] ?? [] }

  private static let table: [String: [String]] = [
    "key": ["khóa"], "value": ["giá trị"], "code": ["mã tiêu chí", "mã"], "name": ["tên"],
    "max_points": ["điểm tối đa"], "kind": ["loại"], "method": ["hình thức"], "inputs": ["số liệu"],
    "rule": ["công thức chấm"], "checks": ["ràng buộc"], "zero_denominator": ["mẫu số bằng 0"],
    "min_points": ["điểm tối thiểu"], "document": ["tài liệu kiểm chứng"], "appraiser": ["cơ quan thẩm định"],
    "legal_basis": ["căn cứ pháp lý"], "rule_text": ["cách chấm"], "label": ["xếp loại"],
    "condition": ["điều kiện"], "id": ["mã"], "duty": ["nghĩa vụ"], "deadline": ["thời hạn"],
    "recipient": ["nơi nhận"], "report": ["báo cáo"], "criterion": ["mã tiêu chí"],
    "criterion_name": ["tên tiêu chí"], "points": ["điểm"], "source": ["nguồn"], "agency": ["mã cơ quan"],
    "group": ["nhóm"], "bloc": ["khối"], "parent": ["cơ quan cấp trên"], "ranked": ["tham gia xếp hạng"],
    "substitute": ["cơ quan thay thế"], "reason": ["lý do"], "decided_by": ["văn bản quyết định"],
    "input": ["mã số liệu"], "note": ["thuyết minh"], "answer": ["phương án trả lời"], "count": ["số phiếu"],
    "respondent_group": ["nhóm đối tượng khảo sát"], "status": ["trạng thái"], "self": ["tự chấm"],
    "appraised": ["thẩm định"], "final": ["điểm đạt được"], "year": ["năm"], "round": ["lần thẩm định"],
    "rating": ["xếp loại người đứng đầu"], "received": ["ngày nhận"], "obligation": ["mã nghĩa vụ"],
    "rank": ["hạng"], "index": ["chỉ số"], "max": ["điểm tối đa"], "band": ["xếp loại"],
    "period": ["kỳ số liệu"], "from": ["hoạt động từ ngày"], "to": ["đến ngày"],
    "successor": ["cơ quan kế thừa"], "stage": ["giai đoạn"], "until": ["đến hết ngày"], "date": ["ngày"],
    "sha256": ["mã sha-256"], "number": ["số ký hiệu"], "issuer": ["cơ quan ban hành"],
    "summary": ["trích yếu"], "file": ["tệp"], "secrecy": ["độ mật"], "text": ["nội dung giải trình"],
    "work": ["công việc"], "solution": ["giải pháp thực hiện"], "field": ["lĩnh vực"],
    "responsible": ["người chịu trách nhiệm"], "expected": ["dự kiến tăng điểm"],
    "result": ["kết quả cuối năm"], "registered": ["ngày đăng ký"], "old": ["mã cũ"], "new": ["mã mới"],
    "version": ["phiên bản"], "previous_rank": ["hạng năm trước"], "change": ["tăng giảm"],
    "type": ["kiểu"], "headings": ["tiêu đề"], "written": ["cách ghi"],
    "outcome": ["kết quả"], "check_code": ["mã đối chiếu"], "errors": ["số lỗi"], "slip": ["phiếu"],
  ]
}

extension Schema {
  /// A schema by its columns' English names, the required ones first.
  init(required: [String], optional: [String] = [], also: [String: [String]] = [:]) {
    func column(_ name: String, _ isRequired: Bool) -> Column {
      Column(name, vietnamese: ColumnNames.vietnamese(name) + (also[name] ?? []), isRequired: isRequired)
    }
    self.init(required.map { column($0, true) } + optional.map { column($0, false) })
  }
}
