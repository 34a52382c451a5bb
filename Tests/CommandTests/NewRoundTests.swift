import Foundation
import Testing

@Suite("cchc new")
struct NewRoundTests {
  @Test("a new round holds a form for everybody, loads without errors and can be previewed")
  func makesRound() throws {
    let project = try SmallProject()
    let made = try project.run("new", "evidence/2025-thu", "--criteria", "so=bo", "--agencies", "co-quan.csv")
    #expect(made.code == 0, "\(made.messages)")
    #expect(
      try project.names(in: "evidence") == [
        "2025-thu", "2025-thu/agencies.csv", "2025-thu/council.csv", "2025-thu/external",
        "2025-thu/external/VP.csv", "2025-thu/round.csv", "2025-thu/self", "2025-thu/self/SNV.csv",
        "2025-thu/self/STP.csv", "2025-thu/stages.csv", "2025-thu/survey",
        "2025-thu/survey/phieu-khao-sat.csv",
      ])
    #expect(
      project.text("evidence/2025-thu/self/STP.csv") == """
        \u{FEFF}mã tiêu chí;tên tiêu chí;mã số liệu;# nội dung số liệu;# cách ghi;giá trị;tài liệu kiểm chứng;# yêu cầu tài liệu;thuyết minh\r
        1.1;Hồ sơ đúng hạn;a;Tổng số hồ sơ;"số nguyên không âm, chỉ gồm chữ số";;;bắt buộc;\r
        1.1;Hồ sơ đúng hạn;b;Số hồ sơ đúng hạn;"số nguyên không âm, chỉ gồm chữ số";;;;\r
        1.2;"Kế hoạch; ban hành";s;Tình trạng;một trong: kịp thời | chậm;;;;\r

        """)
    #expect(project.text("evidence/2025-thu/agencies.csv") == project.text("co-quan.csv"))
    let council = try #require(project.text("evidence/2025-thu/council.csv"))
    #expect(council.contains("\r\n1;SNV;Sở Nội vụ;;Cải cách thủ tục\r\n2;VP;;;Mức độ hài lòng\r\n"))
    #expect(made.output.contains("cơ quan thay thế cho SNV"))
    let check = try project.run("check", "evidence/2025-thu")
    #expect(check.code == 0)
    #expect(check.output.contains("0 lỗi, "))
    #expect(!check.output.contains("file-unknown"))
    let preview = try project.run("preview", "evidence/2025-thu", "STP")
    #expect(preview.code == 0)
    #expect(preview.output.contains("Sở Tư pháp (STP)"))
  }

  @Test("nothing is ever overwritten")
  func neverOverwrites() throws {
    let project = try SmallProject()
    try project.write("x", to: "evidence/2025-thu/ghi-chu.txt")
    let run = try project.run("new", "evidence/2025-thu/", "--criteria", "so=bo", "--agencies", "co-quan.csv")
    #expect(run.code == 2)
    #expect(run.messages.contains("không ghi đè"))
    #expect(try project.names(in: "evidence") == ["2025-thu", "2025-thu/ghi-chu.txt"])
  }

  @Test(
    "a wrong call ends with 2, tells what to write and makes nothing",
    arguments: [
      (["evidence/thu", "--criteria", "so=bo"], "--year"),
      (["evidence/2024-2025", "--criteria", "so=bo"], "--year"),
      (["evidence/2025-thu"], "thiếu --criteria"),
      (["evidence/2025-thu", "--criteria", "so=bp"], "Có phải “bo”?"),
      (["evidence/2025-thu", "--criteria", "so=bo,so=bo"], "so=cchc-so-2023"),
      (["evidence/2025-thu", "--criteria", "so=bo", "--agencies", "khac.csv"], "khac.csv"),
      (
        ["evidence/2025-thu", "--criteria", "so=bo", "--from", "evidence/2024"],
        "không có thư mục kỳ đánh giá"
      ),
      (["evidence/2025-thu", "--criteria", "so=bo", "--year", "25"], "viết số từ 1901 đến 2199"),
      (["evidence/2025-thu", "--criteria", "so=bo", "--criteria-folder", "khac"], "--criteria-folder"),
      (["evidence/năm 2025", "--criteria", "so=bo"], "chữ không dấu"), ([], "thiếu thư mục kỳ đánh giá"),
    ])
  func wrongCalls(words: [String], hint: String) throws {
    let project = try SmallProject()
    let run = try Program.run(["new"] + words, in: project.folder)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains(hint), "\(run.messages)")
    #expect(try project.names().filter { $0.contains("evidence/") } == [])
  }

  @Test("a table of agencies with an error: exit 1, told with its row, and nothing is made")
  func brokenAgencies() throws {
    let project = try SmallProject()
    try project.write("mã cơ quan,tên,nhóm\nSTP,Sở Tư pháp,xa\nSTP,Sở khác,so\n", to: "sai.csv")
    let run = try project.run("new", "evidence/2025-thu", "--criteria", "so=bo", "--agencies", "sai.csv")
    #expect(run.code == 1)
    #expect(run.messages.contains("[group-without-set]"))
    #expect(run.messages.contains("[row-conflict]"))
    #expect(run.messages.contains("sai.csv"))
    #expect(try project.names(in: "evidence") == [])
  }

  @Test("without agencies it says how to get the forms")
  func withoutAgencies() throws {
    let project = try SmallProject()
    let run = try project.run("new", "evidence/nam-nay", "--criteria", "bo", "--year", "2025")
    #expect(run.code == 0)
    #expect(
      run.output.contains("cchc new evidence/nam-nay --criteria bo=bo --agencies co-quan.csv --year 2025"))
    #expect(
      try project.names(in: "evidence/nam-nay") == ["agencies.csv", "council.csv", "round.csv", "stages.csv"])
    let check = try project.run("check", "evidence/nam-nay")
    #expect(check.output.contains("1 lỗi"))
    #expect(check.output.contains("[table-without-rows]"))
  }

  @Test("where two sets name different members for one code, council.csv leaves both as they are")
  func setsThatDiffer() throws {
    let project = try SmallProject()
    try project.write(
      "code,name,max_points,method,inputs,rule,appraiser\n1,Một,10,external,x,x,STC\n",
      to: "criteria/xa/criteria.csv")
    try project.write("key,value\nname,Bộ xã\nlegal_basis,QĐ\n", to: "criteria/xa/set.csv")
    try project.write("agency,name,group\nSTP,Sở Tư pháp,so\nX1,Xã Một,xa\n", to: "hai.csv")
    let run = try project.run(
      "new", "evidence/2025-thu", "--criteria", "so=bo", "--criteria", "xa", "--agencies", "hai.csv")
    #expect(run.code == 0, "\(run.messages)")
    let council = try #require(project.text("evidence/2025-thu/council.csv"))
    #expect(council.contains("\r\n# 1;SNV;"))
    #expect(!council.contains("\r\n1;"))
    #expect(
      try project.names(in: "evidence/2025-thu").filter { $0.contains("/") } == [
        "external/STC.csv", "external/VP.csv", "self/STP.csv", "survey/phieu-khao-sat.csv",
      ])
    #expect(try project.run("check", "evidence/2025-thu").code == 0)
  }

  @Test("from an earlier round: agencies that go on, the council, who signs, and which round came before")
  func fromEarlierRound() throws {
    let project = try SmallProject()
    try project.write(
      "key,value\nname,Chỉ số CCHC năm 2024\nyear,2024\ncriteria:so,bo\nissuer,SỞ NỘI VỤ\nsigner,Trần Văn A\nnote,Cũ\n",
      to: "evidence/2024-thu/round.csv")
    try project.write(
      """
      agency,name,group,from,to,successor
      SNV,Sở Nội vụ,so,,,
      STP,Sở Tư pháp,so,2024-03-01,,
      SKH,Sở Kế hoạch,so,,2024-12-30,SNV

      """, to: "evidence/2024-thu/agencies.csv")
    try project.write(
      "criterion,appraiser,name,substitute\n1,SNV,Sở Nội vụ,STP\n1.2,STP,Sở Tư pháp,SNV\n",
      to: "evidence/2024-thu/council.csv")
    let run = try project.run(
      "new", "evidence/2025-thu", "--criteria", "so=bo", "--from", "evidence/2024-thu/")
    #expect(run.code == 0, "\(run.messages)")
    #expect(run.output.contains("Không chép SKH: đã kết thúc hoạt động ngày 30/12/2024."))
    let round = try #require(project.text("evidence/2025-thu/round.csv"))
    for line in [
      "name;Chỉ số CCHC năm 2025;", "previous;2024-thu;", "issuer;SỞ NỘI VỤ;", "signer;Trần Văn A;", "note;;",
    ] { #expect(round.contains("\r\n\(line)"), "\(line)") }
    let agencies = try #require(project.text("evidence/2025-thu/agencies.csv"))
    #expect(agencies.contains("\r\nSTP;Sở Tư pháp;so;;;có;;;\r\n"))
    #expect(!agencies.contains("SKH"))
    let council = try #require(project.text("evidence/2025-thu/council.csv"))
    #expect(council.contains("\r\n1;SNV;Sở Nội vụ;STP;Cải cách thủ tục\r\n1.2;STP;Sở Tư pháp;SNV;"))
    #expect(council.contains("\r\n# 2;VP;;;Mức độ hài lòng\r\n"))
    #expect(try project.run("check", "evidence/2025-thu").code == 0)
  }
}
