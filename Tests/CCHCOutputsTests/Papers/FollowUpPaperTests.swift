import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring
import CCHCTables
import Foundation
import Testing

@Suite("Papers of the follow-up")
struct FollowUpPaperTests {
  private func closedRound(_ others: [String: String] = [:]) throws -> PaperRound {
    let round = try PaperRound(others)
    try round.close()
    #expect(round.results().problems.items.map(\.code.id) == [])
    return round
  }

  @Test("One letter goes to all who still owe, with the list as its annex")
  func letterInFull() throws {
    let round = try closedRound()
    let results = round.results()
    let letter = ReminderLetter.document(results, try round.followUp(results, on: "2024-04-03"))
    #expect(
      shown(letter) == """
        |  |  |
        |:----------------------------------------:|:------------------------------------------------------------:|
        | UBND TỈNH MẪU | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** |
        | **SỞ NỘI VỤ** | **Độc lập - Tự do - Hạnh phúc** |
        | ——— | ——————————— |
        | Số: ……/SNV-…… | *Tỉnh Mẫu, ngày 03 tháng 4 năm 2024* |
        | V/v đôn đốc thực hiện nghĩa vụ sau công bố Chỉ số cải cách hành chính năm 2023 |  |

        Kính gửi: Các cơ quan, đơn vị, địa phương có tên trong Phụ lục kèm theo.

        Thực hiện Chỉ thị 05, mục 3; CĐ 968, mục 1 và Quyết định số 12/QĐ-UBND ngày 14/3/2024 về việc phê duyệt và công bố kết quả đánh giá, xác định Chỉ số cải cách hành chính năm 2023, qua theo dõi đến hết ngày 03/4/2024 còn 02 cơ quan, đơn vị, địa phương chưa thực hiện 03 nghĩa vụ (02 đã quá hạn, 01 chưa đến hạn). Sở Nội vụ đề nghị:

        1. Thủ trưởng các cơ quan có nghĩa vụ đã quá hạn khẩn trương thực hiện, gửi trước ngày …… và nêu rõ lý do chậm.

        2. Các cơ quan có nghĩa vụ chưa đến hạn thực hiện, gửi đúng thời hạn nêu tại Phụ lục.

        3. Một cơ quan phải thực hiện một nghĩa vụ vì nhiều lý do thì lập một văn bản, nêu đủ các lý do. Sau thời hạn, Sở Nội vụ tổng hợp các cơ quan chưa thực hiện, báo cáo Chủ tịch UBND tỉnh Mẫu.

        Sở Nội vụ đề nghị các cơ quan, đơn vị, địa phương quan tâm, thực hiện./.

        |  |  |
        |--------------------------------------------------|:--------------------------------------------------:|
        | ***Nơi nhận:*** | **GIÁM ĐỐC** |
        | - Như trên; | *(Chữ ký, dấu)* |
        | - Chủ tịch UBND tỉnh Mẫu (để báo cáo); | **Nguyễn Văn Mẫu** |
        | - Văn phòng Tỉnh ủy; |  |
        | - Báo Mẫu; |  |
        | - Lưu: VT. |  |

        ## Phụ lục. Danh sách nghĩa vụ chưa thực hiện

        *(Kèm theo Công văn số …… ngày 03 tháng 4 năm 2024 của Sở Nội vụ)*

        | TT | Cơ quan | Nghĩa vụ | Nơi nhận | Thời hạn | Tình trạng |
        |:-----:|----------------------|---------------------------|----------------|--------------|----------------|
        | 1 | Sở Tư pháp | Kiểm điểm vụ việc | UBND tỉnh | trước ngày 10/4/2024 | chưa đến hạn: còn 06 ngày |
        | 2 | Sở Xây dựng | Báo cáo kiểm điểm | UBND tỉnh (qua Sở Nội vụ) | trước ngày 01/4/2024 | quá hạn 03 ngày |
        | 3 | Sở Xây dựng | Đăng ký công việc đột phá | UBND tỉnh (qua Sở Nội vụ) | trước ngày 01/4/2024 | quá hạn 03 ngày |

        """)
  }

  @Test(
    "The flagged agency has one report with every reason, the others none; all have the table of lost points")
  func reportsOfFlagged() throws {
    let round = try closedRound()
    let names = try round.writeAll(on: "2024-04-03")
    #expect(names.contains("co-quan/STP/bang-kiem-diem.md"))
    #expect(!names.contains("co-quan/STP/bao-cao-kiem-diem.md"))
    let text = try #require(round.text("reports/co-quan/SXD/bao-cao-kiem-diem.md"))
    for part in [
      "| **SỞ XÂY DỰNG** |", "Kính gửi: UBND tỉnh (qua Sở Nội vụ).", "*Căn cứ Chỉ thị 05, mục 3;*",
      "- Chỉ số thành phần “Cải cách thủ tục” đạt 72,00% (7,20/10 điểm), thấp hơn 75%.",
      "- Người đứng đầu được xếp loại “Hoàn thành nhiệm vụ” về CCHC.", "**THỦ TRƯỞNG CƠ QUAN**",
      "### Lĩnh vực 1. Cải cách thủ tục: bị trừ 2,80 điểm", "Nguyên nhân chủ quan: ……",
      "| 1.1. Hồ sơ đúng hạn | Tỷ lệ nhân điểm tối đa | Tổng số hồ sơ: 10; Số hồ sơ đúng hạn: 9 | Lần 1: ",
      "| 1,80/6 |  |  |  |  |",
    ] { #expect(text.contains(part), "\(part)") }
    let sheet = try #require(round.text("reports/co-quan/STP/bang-kiem-diem.md"))
    #expect(sheet.contains("Sở Tư pháp bị trừ 1,00 điểm ở 01 tiêu chí."))
    #expect(sheet.contains("Lĩnh vực không bị trừ điểm: 1. Cải cách thủ tục."))
    // Small counts of answers would give persons away.
    for name in names where name.hasPrefix("co-quan/") {
      #expect(!(round.text("reports/\(name)") ?? "").contains("Hài lòng"), "\(name)")
    }
  }

  @Test("The tables are for spreadsheets, in English and in Vietnamese form")
  func tables() throws {
    let results = try closedRound().results()
    let followUp = FollowUp(results, on: try day("2024-04-03"))
    let english = FollowUpTables(results, followUp, locale: .english)
    let duties = shown(english.duties()).components(separatedBy: "\r\n")
    #expect(duties.count == 6)
    #expect(
      duties[0]
        == "\u{FEFF}agency,name,obligation,duty,deadline,recipient,received,document,state,days,expected,reason,legal_basis"
    )
    #expect(
      duties[2]
        == "STP,Sở Tư pháp,dp,Đăng ký công việc đột phá,2024-04-01,UBND tỉnh (qua Sở Nội vụ),2024-03-20,,in time,,no,Áp dụng đối với mọi cơ quan,\"Chỉ thị 05, mục 3\""
    )
    #expect(duties[1].hasPrefix("SXD,Sở Xây dựng,\"kd-1; kd-2\",Báo cáo kiểm điểm,2024-04-01,"))
    #expect(duties[1].contains(",overdue,3,no,"))
    #expect(
      shown(FollowUpTables(results, followUp, locale: .vietnamese).emulation()) == """
        \u{FEFF}mã cơ quan;tên;nhóm;khối;hạng;chỉ số;xếp loại;lĩnh vực dưới 75%;báo cáo kiểm điểm;xếp loại người đứng đầu\r
        STP;Sở Tư pháp;so;so;1;95,00;Tốt;;không;Hoàn thành tốt nhiệm vụ\r
        SXD;Sở Xây dựng;so;so;2;66,00;Khá;"1; 2";có;Hoàn thành nhiệm vụ\r

        """)
  }

  @Test("For machines the follow-up is one object")
  func json() throws {
    let results = try closedRound().results()
    let bytes = FollowUpJSON.bytes(
      results, FollowUp(results, on: try day("2024-04-03")), Wording(.english))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(object["on"] as? String == "2024-04-03")
    #expect(object["expected"] as? Bool == false)
    let duties = try #require(object["duties"] as? [[String: Any]])
    #expect(duties.map { $0["state"] as? String } == ["overdue", "in time", "overdue", "ahead"])
    #expect(duties.map { $0["order"] as? Bool } == [false, false, false, true])
    #expect(duties[0]["obligations"] as? [String] == ["kd-1", "kd-2"])
    #expect(duties[0]["days"] as? Int == 3)
  }

  @Test("The chairman reads counts, late names, and the directive by its points")
  func chairmanReport() throws {
    let results = try closedRound().results()
    let text = shown(ChairmanReport.document(results, FollowUp(results, on: try day("2024-04-03"))))
    for part in [
      "Kính gửi: Chủ tịch UBND tỉnh Mẫu.", "Đã thực hiện 01/02: 01 đã nộp đúng hạn; 01 chưa nộp, đã quá hạn.",
      "- Sở Xây dựng: báo cáo kiểm điểm, quá hạn 03 ngày.",
      "| Mục 1 | 2. Chỉ đạo điều hành | 75,00% | 60,00%: Sở Xây dựng | …… |",
      "| Mục 2, điểm d | 1. Cải cách thủ tục | 86,00% | 72,00%: Sở Xây dựng | …… |",
      "| Mục 3 | Báo cáo kiểm điểm | 0/1 | đã thực hiện/phải thực hiện | …… |",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test("The list for emulation and the summary of breakthrough work")
  func lists() throws {
    let results = try closedRound().results()
    let followUp = FollowUp(results, on: try day("2024-04-03"))
    let list = shown(EmulationList.document(results, followUp))
    #expect(
      list.contains(
        "| 2 | Sở Xây dựng | 66,00% | Khá | 1\\. Cải cách thủ tục (72,00%); 2. Chỉ đạo điều hành (60,00%) | có | Hoàn thành nhiệm vụ |  |"
      ))
    let works = shown(BreakthroughReport.document(results, followUp))
    #expect(works.contains("- Sở Xây dựng: quá hạn 03 ngày (trước ngày 01/4/2024)."))
    #expect(
      works.contains(
        "| 1 | Sở Tư pháp | Trả kết quả tại nhà | Ký hợp đồng bưu chính | 1\\. Cải cách thủ tục | Chánh Văn phòng | 31/12/2024 | 1,5 | chưa có | 20/3/2024 |"
      ))
  }

  @Test("The terminal is told counts and who still owes, the longest overdue first")
  func summary() throws {
    let results = try closedRound().results()
    let followUp = FollowUp(results, on: try day("2024-04-03"))
    let text = FollowUpSummary(results, followUp, Wording(.english)).text(folder: "r", files: 9)
    #expect(text.contains("owed 2; in time 1, late 0, not yet due 0, overdue 1, without deadline 0"))
    #expect(text.contains("Still owed (3):\n  Sở Xây dựng (SXD): Báo cáo kiểm điểm – 3 days overdue\n"))
    #expect(text.hasSuffix("9 files: r\n"))
  }
}
