import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCForms
import Testing

/// A sentence of an annex, what it is worth at most, and the rule that is proposed; nil where none may be.
struct Sentence: Sendable, CustomTestStringConvertible {
  let text: String
  let full: Int
  let rule: String?
  let inputs: String?

  init(_ text: String, _ full: Int = 2, _ rule: String?, inputs: String? = nil) {
    (self.text, self.full, self.rule, self.inputs) = (text, full, rule, inputs)
  }

  var testDescription: String { text }

  func proposed() -> Result<RuleProposal, RuleRefusal> {
    let proposer = RuleProposer(name: "Tên tiêu chí", maximum: Decimal(units: Int64(full), scale: 0))
    return Result { () throws(RuleRefusal) in try proposer.proposal(for: text) }
  }
}

@Suite("Rules proposed for sentences")
struct SentenceTests {
  /// Sentences as annexes and scoring guides have them, shortened as the catalogue of rule shapes does.
  static let published: [Sentence] = [
    Sentence(
      "Kịp thời: 1; Không kịp thời: 0,5; Không ban hành: 0", 1,
      #"s = "kịp thời": full; s = "không kịp thời": 0.5; else: 0"#),
    Sentence(
      "Đầy đủ và có bố trí kinh phí: 1; Không đầy đủ hoặc không bố trí kinh phí: 0", 1, "v: full; else: 0"),
    Sentence("Đạt: 1; Không đạt: 0", 1, "v: full; else: 0", inputs: "v[có/không]: Tên tiêu chí"),
    Sentence("Trên 90%: 2; Từ 70% - 90%: 1; Dưới 70%: 0", 2, "b/a > 90%: full; b/a >= 70%: 1; else: 0"),
    Sentence("Đủ số lượng và đúng hạn: 1; Không đủ hoặc không đúng hạn: 0", 1, "v: full; else: 0"),
    Sentence(
      "Đảm bảo nội dung, đúng thời gian quy định: 1; Ban hành trễ: 0; Không ban hành: -1", 1,
      #"s = "đảm bảo nội dung, đúng thời gian quy định": full; s = "ban hành trễ": 0; else: -1"#),
    Sentence(
      "Từ 80% - 100% kế hoạch: điểm tính theo công thức (Tỷ lệ % hoàn thành × điểm chuẩn); dưới 80%: 0", 2,
      "b/a >= 80%: b/a * full; else: 0"),
    Sentence("Đầy đủ, đúng thời gian: 1", 1, "v: full; else: 0"),
    Sentence(
      "Đảm bảo: 2; Báo cáo trễ hoặc không đảm bảo nội dung: -0,25 điểm/báo cáo; Không gửi báo cáo quý, 6 tháng: -0,5 điểm/báo cáo; Không gửi báo cáo năm: -1 điểm",
      2, "full - 0.25 * n - 0.5 * m - 1 * k"),
    Sentence(
      "Từ 30% số đơn vị trở lên: 1; Từ 20% - dưới 30%: 0,5; Dưới 20%: 0", 1,
      "b/a >= 30%: full; b/a >= 20%: 0.5; else: 0"),
    Sentence(
      "Tất cả hoàn thành: 1; đã xử lý nhưng chưa hoàn thành: 0,5; chưa xử lý: 0; tính theo công thức (b/a)*1 + (c/a)*0,5 với a = tổng số vấn đề, b = số đã hoàn thành, c = số đã xử lý chưa hoàn thành",
      1, nil),
    Sentence("Có ban hành: điểm tối đa; Không ban hành: 0", 2, "v: full; else: 0"),
    Sentence("Mỗi nội quy, quy chế được ban hành đạt 0,5 điểm; Không ban hành: 0", 2, "min(0.5 * n, full)"),
    Sentence("Có vi phạm nhẹ: trừ 50% điểm; Vi phạm nghiêm trọng: 0", 2, nil),
    Sentence(
      "Xuất sắc: điểm tối đa; Tốt: 75%; Hoàn thành: 50%", 2,
      #"s = "xuất sắc": full; s = "tốt": 75% * full; else: 50% * full"#),
    Sentence("Điểm = Tỷ lệ * điểm tối đa", 2, "b/a * full"),
    Sentence("Tỷ lệ của đơn vị / tỷ lệ lớn nhất trong các bộ, ngành", 2, nil),
    Sentence("Mỗi ứng dụng: 1 điểm, tổng không quá 5 điểm", 5, "min(1 * n, full)"),
    Sentence("Điểm = 45 × tỷ lệ + số ứng dụng (tối đa 5)", 50, nil),
    Sentence("tính điểm cho trường hợp nào có điểm cao nhất", 2, nil),
  ]

  static let others: [Sentence] = [
    Sentence("Có: 1, Không: 0", 1, "v: full; else: 0"),
    Sentence("Đạt: 1; không: 0", 1, "v: full; else: 0"),
    Sentence(
      "từ 80% đến dưới 100%: tính theo công thức; 100%: 2; dưới 80%: 0", 2,
      "b/a >= 100%: full; b/a >= 80%: b/a * full; else: 0"),
    Sentence(
      "Tính tỷ lệ % số nhiệm vụ hoàn thành so với kế hoạch. Nếu tỷ lệ này đạt từ 80% - 100% thì điểm đánh giá được tính theo công thức: (Tỷ lệ % hoàn thành x điểm tối đa)/100%. Nếu tỷ lệ này dưới 80% thì điểm đánh giá là 0.",
      2, "b/a >= 80%: b/a * full; else: 0"),
    Sentence(
      "≥ 95%: 2 điểm; 80% - <95%: 1 điểm; <80%: 0 điểm", 2, "b/a >= 95%: full; b/a >= 80%: 1; else: 0"),
    Sentence(
      "Đạt tỷ lệ 100%: 2; Đạt từ 80 đến dưới 100%: 1; Các trường hợp còn lại: 0", 2,
      "b/a >= 100%: full; b/a >= 80%: 1; else: 0"),
    Sentence(
      "Tính theo công thức: (b/a)*1 + (c/a)*0,5. Trong đó: a là tổng số vấn đề, b là số đã xử lý, c là số đang xử lý.",
      1,
      "b / a * 1 + c / a * 0.5",
      inputs: "a[số đếm]: tổng số vấn đề; b[số đếm]: số đã xử lý; c[số đếm]: số đang xử lý"),
    Sentence(
      "Điểm đánh giá được tính theo công thức: (b/a) x điểm tối đa. a là tổng số hồ sơ; b là số hồ sơ đúng hạn",
      2, "b / a * full"),
    Sentence("Mỗi lần chậm trừ 0,25 điểm, tối đa trừ 1 điểm", 2, "full - min(0.25 * n, 1)"),
    Sentence("Cứ mỗi văn bản ban hành sai trừ 0,5 điểm", 2, "full - 0.5 * n"),
    Sentence(
      "Từ 3 cuộc trở lên: 2; 2 cuộc: 1; 1 cuộc: 0,5; Không tổ chức: 0", 2,
      "n >= 3: full; n >= 2: 1; n >= 1: 0.5; else: 0"),
    Sentence(
      "Không có nhiệm vụ nợ đọng: điểm tối đa; 1 hoặc 2 nhiệm vụ: 1 điểm; từ 3 nhiệm vụ: 0 điểm", 2,
      "n = 0: full; n <= 2: 1; else: 0"),
    Sentence(
      "Trước ngày 15/3/2026: 2; từ ngày 15/3/2026 đến hết ngày 31/3/2026: 1; sau ngày 31/3/2026: 0", 2,
      "empty(d): 0; d <= 2026-03-14: full; d <= 2026-03-31: 1; else: 0"),
    Sentence(
      "Đủ ba nội dung: 2 điểm; hai nội dung: 1 điểm; còn lại: 0", 2,
      "count(v, w, x) = 3: full; count(v, w, x) = 2: 1; else: 0"),
    Sentence(
      "Ba nội dung: có quyết định; có quy chế; có phần mềm. Đạt mỗi nội dung được một phần ba số điểm.", 2,
      "count(v, w, x) * full / 3",
      inputs: "v[có/không]: có quyết định; w[có/không]: có quy chế; x[có/không]: có phần mềm"),
    // What is left out, told twice, or worth another maximum.
    Sentence(
      "90% - 100%: 2; 80% - 89%: 1; dưới 80%: 0", 2, "b/a >= 90%: full; 80% <= b/a <= 89%: 1; b/a < 80%: 0"),
    Sentence("Từ 80% trở lên: 2", 2, "b/a >= 80%: full"),
    Sentence("Từ 90% trở lên: 3; dưới 90%: 0", 2, nil),
    Sentence("Đạt: 1; không đạt: 0", 2, nil),
    Sentence("Đúng hạn và từ 90% trở lên: 2; còn lại: 0", 2, nil),
    Sentence("Đạt: 2; không đạt: 0. Trường hợp có đơn thư thì chỉ còn một nửa.", 2, nil),
    Sentence("Đạt: 2 điểm; không đạt: 0. Có khiếu nại đúng thì trừ 20%.", 2, nil),
    Sentence("Từ 3 hình thức được 60% số điểm, từ 12 tin, bài được 40% số điểm", 2, nil),
    Sentence("Từ 1.000 hồ sơ trở lên: 2; dưới 1.000 hồ sơ: 0", 2, nil), Sentence("", 2, nil),
    Sentence(String(repeating: "(", count: 3_000), 2, nil),
    Sentence(String(repeating: "Đạt: 1; ", count: 2_000), 2, nil),
  ]

  @Test("a sentence gives its rule, or none", arguments: published + others)
  func proposes(_ sentence: Sentence) {
    switch sentence.proposed() {
    case .success(let proposal):
      #expect(proposal.rule == sentence.rule)
      if let inputs = sentence.inputs { #expect(proposal.inputs == inputs) }
    case .failure(let refusal): #expect(sentence.rule == nil, "\(refusal.vietnamese)")
    }
  }

  @Test("what only a person can decide is asked")
  func asks() throws {
    func questions(_ text: String) throws -> String {
      try Sentence(text, 2, nil).proposed().get().questions.joined(separator: "\n")
    }
    #expect(try questions("90% - 100%: 2; 80% - 89%: 1; dưới 80%: 0").contains("giữa 89% và 90%"))
    #expect(try questions("80% - 100%: 2; 60% - 80%: 1; dưới 60%: 0").contains("Hai mức cùng nhận đúng 80%"))
    #expect(try questions("Từ 80% trở lên: 2").contains("không nói điểm khi dưới 80%"))
    #expect(try questions("Trên 80%: 2; dưới 80%: 0").contains("đúng 80%"))
    #expect(try questions("Từ 80% trở lên: 2; dưới 80%: 0").contains("mẫu số bằng 0"))
    #expect(try questions("Đạt: 2").contains("không nói điểm khi không “đạt”"))
    #expect(
      try questions("Đạt: 2; không đạt: 0. Hồ sơ tính đến hết tháng 12.").contains(
        "Câu chưa đưa vào công thức"))
    #expect(
      !(try questions("Từ 80% trở lên: 2; dưới 80%: 0. Không phát sinh hồ sơ: không đánh giá.").contains(
        "mẫu số")))
  }
}
