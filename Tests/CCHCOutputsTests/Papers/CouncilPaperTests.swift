import CCHCCycle
import CCHCOutputs
import CCHCPapers
import CCHCScoring
import Testing

@Suite("Papers of the council and of the announcement")
struct CouncilPaperTests {
  private func notice(_ results: Results, _ code: String, _ number: Int, on text: String? = nil) throws
    -> String
  {
    let agency = try #require(results.round.agency(code))
    let notice = try #require(Notice.all(in: results).first { $0.agency == agency && $0.round == number })
    return shown(AppraisalNotice.document(results, notice, on: try text.map(day)))
  }

  @Test("A notice says what was changed and why, by whom not, and until when to explain")
  func noticeInFull() throws {
    let text = try notice(PaperRound().results(), "SXD", 1, on: "2024-02-01")
    #expect(
      text == """
        |  |  |
        |:----------------------------------------:|:------------------------------------------------------------:|
        | UBND TỈNH MẪU | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** |
        | **SỞ NỘI VỤ** | **Độc lập - Tự do - Hạnh phúc** |
        | ——— | ——————————— |
        | Số: ……/TB-SNV | *Tỉnh Mẫu, ngày 01 tháng 02 năm 2024* |

        # THÔNG BÁO

        **Kết quả thẩm định lần 1 hồ sơ tự chấm điểm Chỉ số cải cách hành chính năm 2023 của Sở Xây dựng**

        Kính gửi: Sở Xây dựng.

        Sở Nội vụ thông báo kết quả thẩm định lần 1 của Hội đồng đánh giá, xác định Chỉ số cải cách hành chính đối với hồ sơ tự chấm điểm năm 2023 của Sở Xây dựng như sau:

        ## 1. Kết quả chung

        Đã thẩm định 02/02 tiêu chí. Đối với các tiêu chí đã thẩm định: tự chấm 11,40 điểm; sau thẩm định lần 1 là 9,60 điểm; chênh lệch -1,80 điểm.

        Điểm qua điều tra xã hội học và theo số liệu do cơ quan khác cung cấp, nếu không qua thẩm định, không nêu trong Thông báo này.

        ## 2. Tiêu chí được điều chỉnh

        Có 01 tiêu chí được điều chỉnh số liệu hoặc điểm so với hồ sơ đã nộp:

        | Mã | Tiêu chí | Tự chấm | Sau thẩm định lần 1 | Chênh lệch | Nội dung và lý do điều chỉnh |
        |-------|--------------------------|---------:|-----------:|----------:|-------------------------------------|
        | 1.1 | Hồ sơ đúng hạn | 5,40 | 3,60 | -1,80 | Lần 1: Số hồ sơ đúng hạn: sửa từ 9 thành 6 (Loại 3 hồ sơ quá hạn) |

        ## 3. Giải trình

        Trường hợp có kiến nghị về điểm, Sở Xây dựng gửi văn bản giải trình từng tiêu chí kèm tài liệu kiểm chứng về Sở Nội vụ chậm nhất đến hết ngày 07/02/2024 để tổng hợp, báo cáo Hội đồng xem xét, quyết định.

        Sở Nội vụ thông báo để Sở Xây dựng biết, thực hiện./.

        |  |  |
        |--------------------------------------------------|:--------------------------------------------------:|
        | ***Nơi nhận:*** | **GIÁM ĐỐC** |
        | - Sở Xây dựng; | *(Chữ ký, dấu)* |
        | - Hội đồng đánh giá, xác định Chỉ số CCHC (để báo cáo); | **Nguyễn Văn Mẫu** |
        | - Lưu: VT. |  |

        ## Phụ lục. Kết quả thẩm định lần 1 của từng tiêu chí

        | Mã | Tiêu chí | Điểm tối đa | Tự chấm | Sau thẩm định lần 1 | Chênh lệch |
        |--------|--------------------------------------------------|----------:|----------:|------------:|----------:|
        | **1** | **Cải cách thủ tục** |  |  |  |  |
        | 1.1 | Hồ sơ đúng hạn | 6 | 5,40 | 3,60 | -1,80 |
        | **2** | **Chỉ đạo điều hành** |  |  |  |  |
        | 2.1 | Kế hoạch | 10 | 6,00 | 6,00 | 0,00 |

        """)
  }

  @Test("A later round's notice tells both rounds; without a stage to explain in, the day is left open")
  func laterNotice() throws {
    let text = try notice(PaperRound().results(), "SXD", 2)
    #expect(text.contains("| 1.1 | Hồ sơ đúng hạn | 5,40 | 4,20 | -1,20 | Lần 1: "))
    #expect(text.contains("; Lần 2: Số hồ sơ đúng hạn: sửa từ 6 thành 7 (Chấp nhận 1 hồ sơ) |"))
    #expect(text.contains("chậm nhất đến hết ngày …… để"))
    #expect(text.contains("*Tỉnh Mẫu, ngày …… tháng …… năm ……*"))
    #expect(!text.contains("Văn phòng UBND tỉnh"))
  }

  @Test("Each agency gets the notices of the rounds that it had; those of earlier rounds bear no day")
  func noticesOfRounds() throws {
    let round = try PaperRound()
    let names = try OutputCatalogue.papers.write(
      DatedRound(round.results(), on: day("2024-03-12")), OutputOptions([.markdown]), to: round.reports)
    #expect(
      names.filter { $0.hasPrefix("co-quan/") } == [
        "co-quan/STP/thong-bao-tham-dinh-lan-1.md", "co-quan/SXD/thong-bao-tham-dinh-lan-1.md",
        "co-quan/SXD/thong-bao-tham-dinh-lan-2.md",
      ])
    let dated = names.filter { round.text("reports/\($0)")?.contains("ngày 12 tháng 3 năm 2024") ?? false }
    #expect(dated == ["noi-bo/to-trinh.md", "co-quan/SXD/thong-bao-tham-dinh-lan-2.md"])
  }

  @Test("The minutes lay each disputed leaf out from self score to decision, with room for votes")
  func minutes() throws {
    let round = try PaperRound([
      "evidence/ky/self/STP.csv": "criterion,input,value\n1.1,a,10\n1.1,b,10\n2.1,k,không áp dụng\n"
    ])
    let text = shown(CouncilMinutes.document(round.results()))
    let row =
      "| 1 | Sở Xây dựng | 1.1. Hồ sơ đúng hạn (6) | 5,40 | 3,60 | 4,20 | Lần 1: Số hồ sơ đúng hạn: sửa từ 9 thành 6 (Loại 3 hồ sơ quá hạn); Giải trình lần 1: Một hồ sơ được gia hạn; Lần 2: Số hồ sơ đúng hạn: sửa từ 6 thành 7 (Chấp nhận 1 hồ sơ) | 4,20 | ……/…… |"
    #expect(text.contains(row))
    #expect(text.contains("- Đại diện Văn phòng UBND tỉnh: ông (bà) ……, chức vụ: ……"))
    #expect(text.contains("Có mặt: ……/02 thành viên."))
    #expect(text.contains("| 1 | Sở Tư pháp | 2.1. Kế hoạch | …… | ……/…… |"))
    #expect(text.contains("| **THƯ KÝ** | **CHỦ TỌA** |"))
  }

  @Test("The decision bears number, date and signer of publication.csv, and its annexes every rank")
  func decision() throws {
    let round = try PaperRound()
    let draft = shown(PublicDecision.document(round.results()))
    #expect(draft.contains("**DỰ THẢO.**"))
    try round.close()
    let text = shown(PublicDecision.document(round.results()))
    for part in [
      "| **ỦY BAN NHÂN DÂN TỈNH MẪU** | **CỘNG HÒA", "Số: 12/QĐ-UBND", "ngày 14 tháng 3 năm 2024",
      "*Căn cứ Nghị quyết số 2;*\n\n*Căn cứ Quyết định số 1;*\n\n*Theo đề nghị của Giám đốc Sở Nội vụ",
      "2. Báo cáo kiểm điểm: các cơ quan, đơn vị, địa phương thuộc diện", "**KT. CHỦ TỊCH**",
      "**PHÓ CHỦ TỊCH**", "**Trần Thị Mẫu** |", "| 2 | Sở Xây dựng | 13,20 | 20 | 66,00% | Khá |",
      "- Báo Mẫu;",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("DỰ THẢO"))
    // Who owes a report is for the agency and the issuer, not for the public.
    let body = try #require(text.split(separator: "## Phụ lục I").first)
    #expect(!body.contains("Sở Xây dựng"))
  }

  @Test("Without publication.csv the decision leaves open what nobody knows yet")
  func openDecision() throws {
    let text = shown(PublicDecision.document(try PaperRound(["evidence/ky/publication.csv": ""]).results()))
    #expect(text.contains("Số: ……/QĐ-UBND | *Tỉnh Mẫu, ngày …… tháng …… năm ……*"))
    #expect(text.contains("*(Kèm theo Quyết định số …… ngày …… của Chủ tịch UBND tỉnh Mẫu)*"))
    #expect(text.contains("| ***Nơi nhận:*** | **……** |"))
  }

  @Test(
    "Superior and issuer are named in running text as offices write them",
    arguments: [
      ("UBND TỈNH MẪU", "SỞ NỘI VỤ", "Chủ tịch UBND tỉnh Mẫu", "Sở Nội vụ"),
      (
        "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
        "Chủ tịch Ủy ban nhân dân thành phố Hồ Chí Minh", "Sở Văn hóa, Thể thao và Du lịch"
      ), ("UBND tỉnh", "Sở Nội vụ", "Chủ tịch UBND tỉnh", "Sở Nội vụ"),
      ("", "", "Chủ tịch UBND ……", "……"), ("Bộ Mẫu", "Vụ Mẫu", "Bộ Mẫu", "Vụ Mẫu"),
    ])
  func names(superior: String, issuer: String, chairman: String, name: String) throws {
    let round = try PaperRound([
      "evidence/ky/round.csv":
        "key,value\nname,Kỳ\nyear,2023\ncriteria:so,bo\nsuperior,\"\(superior)\"\nissuer,\"\(issuer)\"\n",
      "evidence/ky/council.csv": "criterion,appraiser\n1,SNV\n2,VP\n",
      "evidence/ky/agencies.csv": "agency,name,group\nSTP,Sở Tư pháp,so\nSXD,Sở Xây dựng,so\n",
    ])
    let text = shown(DecisionProposal.document(round.results(), on: try day("2024-03-12")))
    #expect(text.contains("Kính gửi: \(chairman)."))
    #expect(text.contains("\n\(name) kính trình \(chairman) xem xét, phê duyệt"))
    #expect(text.contains("Số: ……/TTr-……"))
  }

  @Test(
    "Numbers of other kinds of papers keep the issuer's abbreviation",
    arguments: [
      ("BC-SNV", "SNV"), ("TTr-UBND", "UBND"), ("SNV", "SNV"), ("BC-SNV-CCHC", "SNV-CCHC"), ("", "……"),
    ]
  )
  func symbols(symbol: String, issuer: String) throws {
    let round = try PaperRound([
      "evidence/ky/round.csv": "key,value\nname,Kỳ\nyear,2023\ncriteria:so,bo\nsymbol,\(symbol)\n"
    ])
    let text = shown(DecisionProposal.document(round.results(), on: try day("2024-03-12")))
    #expect(text.contains("| Số: ……/TTr-\(issuer) |"))
  }
}
