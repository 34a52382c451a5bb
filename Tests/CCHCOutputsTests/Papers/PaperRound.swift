import CCHCCriteria
import CCHCCycle
import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCOutputs
import CCHCScoring
import Foundation
import Testing

/// A small round with council, appraisals, obligations and orders, in a folder that goes when the test ends.
final class PaperRound: Sendable {
  private let folder: URL

  /// The round with some files in place of the usual ones; an empty text leaves a file out.
  init(_ others: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    for (name, text) in Self.files.merging(others, uniquingKeysWith: { $1 }) where !text.isEmpty {
      try write(text, to: name)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static let files = [
    "criteria/bo/set.csv": "key,value\nname,Bộ thử\nlegal_basis,Quyết định số 1 → Nghị quyết số 2\n",
    "criteria/bo/criteria.csv": #"""
    code,name,max_points,method,inputs,rule,legal_basis,rule_text,zero_denominator
    1,Cải cách thủ tục,10,,,,"Chỉ thị 05, mục 2, điểm d",
    1.1,Hồ sơ đúng hạn,6,self,a[count]: Tổng số hồ sơ; b[count]: Số hồ sơ đúng hạn,b/a * full,,Tỷ lệ nhân điểm tối đa,0 điểm
    1.2,Khảo sát,4,survey,n1: Hài lòng; n2: Không,n1/(n1 + n2) * full,,,không đánh giá
    2,Chỉ đạo điều hành,10,,,,"Chỉ thị 05, mục 1",
    2.1,Kế hoạch,10,self,k[count]: Số việc xong,k,,

    """#,
    "criteria/bo/obligations.csv": #"""
    id,condition,duty,deadline,recipient,legal_basis,report
    kd-1,"percent(""1"") < 75%",Báo cáo kiểm điểm,04-01,UBND tỉnh (qua Sở Nội vụ),"Chỉ thị 05, mục 3",kiem-diem
    kd-2,"head_rating = ""Hoàn thành nhiệm vụ""",Báo cáo kiểm điểm,04-01,UBND tỉnh (qua Sở Nội vụ),"Chỉ thị 05, mục 3",kiem-diem
    dp,always,Đăng ký công việc đột phá,04-01,UBND tỉnh (qua Sở Nội vụ),"Chỉ thị 05, mục 3",đột phá

    """#,
    "criteria/bo/bands.csv": "label,condition\nTốt,index >= 80%\nKhá,else\n",
    "evidence/ky/round.csv": #"""
    key,value
    name,Kỳ thử
    year,2023
    criteria:so,bo
    superior,UBND TỈNH MẪU
    issuer,SỞ NỘI VỤ
    place,Tỉnh Mẫu
    symbol,BC-SNV
    signer_title,GIÁM ĐỐC
    signer,Nguyễn Văn Mẫu
    recipients,Văn phòng Tỉnh ủy; Báo Mẫu

    """#,
    "evidence/ky/agencies.csv": "agency,name,group\nSTP,Sở Tư pháp,so\nSXD,Sở Xây dựng,so\n",
    "evidence/ky/council.csv":
      "criterion,appraiser,name,substitute\n1,SNV,Sở Nội vụ,VP\n2,VP,Văn phòng UBND tỉnh,SNV\n",
    "evidence/ky/stages.csv":
      "stage,from,until\nappraisal 1,2024-01-16,2024-01-31\nexplanation 1,2024-02-01,2024-02-07\n",
    "evidence/ky/self/STP.csv": "criterion,input,value\n1.1,a,10\n1.1,b,10\n2.1,k,9\n",
    "evidence/ky/self/SXD.csv": "criterion,input,value\n1.1,a,10\n1.1,b,9\n2.1,k,6\n",
    "evidence/ky/survey/x.csv":
      "agency,criterion,answer,count\nSTP,1.2,n1,37\nSXD,1.2,n1,33\nSXD,1.2,n2,11\n",
    "evidence/ky/appraisal/1.csv": #"""
    agency,criterion,round,input,value,points,reason,appraiser
    STP,1.1,1,,,,,SNV
    STP,2.1,1,,,,,VP
    SXD,1.1,1,b,6,,Loại 3 hồ sơ quá hạn,SNV
    SXD,2.1,1,,,,,VP
    SXD,1.1,2,b,7,,Chấp nhận 1 hồ sơ,VP

    """#,
    "evidence/ky/explanations/SXD.csv":
      "criterion,round,text,received\n1.1,1,Một hồ sơ được gia hạn,2024-02-05\n",
    "evidence/ky/head_ratings.csv": "agency,rating\nSTP,HTTNV\nSXD,HTNV\n",
    "evidence/ky/publication.csv":
      "key,value\nnumber,12/QĐ-UBND\ndate,2024-03-14\nsigner,\"Trần Thị Mẫu, Phó Chủ tịch UBND tỉnh\"\nannounced,2024-03-15\n",
    "evidence/ky/orders.csv":
      "agency,id,duty,deadline,recipient,legal_basis,reason\nSTP,vu-1,Kiểm điểm vụ việc,2024-04-10,UBND tỉnh,\"CĐ 968, mục 1\",Chậm trả lời\n",
    "evidence/ky/breakthrough.csv":
      "agency,work,solution,field,responsible,deadline,expected,registered\nSTP,Trả kết quả tại nhà,Ký hợp đồng bưu chính,1,Chánh Văn phòng,2024-12-31,1.5,2024-03-20\n",
  ]

  func write(_ text: String, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The text of a file; nil where it is not there.
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: folder.appendingPathComponent(name).path).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Where the reports go.
  var reports: String { folder.appendingPathComponent("reports").path }

  /// The round as it stands, scored.
  func results() -> Results {
    let outcome = RoundLoader.load(
      folder.appendingPathComponent("evidence/ky").path,
      options: .init(criteriaFolder: folder.appendingPathComponent("criteria").path))
    return Scorer.score(outcome)
  }

  /// Freezes the round as it stands.
  func close() throws {
    let round = results().round
    let lines = round.scoreStamps.map { "\($0.sha256)  \($0.projectPath(round: round.code))\n" }.joined()
    try write(lines, to: "evidence/ky/closed/1/SHA256SUMS")
    try write(
      "version,date,sha256\n1,2024-03-10,\(sha256(Array(lines.utf8)))\n", to: "evidence/ky/closing.csv")
  }

  /// The duties on a day.
  func followUp(_ results: Results, on text: String) throws -> FollowUp {
    FollowUp(results, on: try day(text))
  }

  /// Writes the papers of the announcement and of the follow-up on a day, documents as Markdown alone unless asked.
  func writeAll(on text: String, _ kinds: Set<FileExtension> = [.markdown, .csv]) throws -> Set<String> {
    let results = results()
    let day = try day(text)
    let papers = try OutputCatalogue.papers.write(
      DatedRound(results, on: day), OutputOptions(kinds), to: reports)
    let followed = try OutputCatalogue.followUp.write(
      FollowedRound(results, FollowUp(results, on: day)), OutputOptions(kinds), to: reports)
    return Set(papers + followed)
  }

  /// All files below the reports.
  func reportNames() throws -> Set<String> {
    let files = FileManager.default
    return Set(
      try files.subpathsOfDirectory(atPath: reports).filter { name in
        var isFolder: ObjCBool = false
        return unsafe files.fileExists(atPath: reports + "/" + name, isDirectory: &isFolder)
          && !isFolder.boolValue
      })
  }
}

extension FileExtension {
  static let markdown = DocumentFormat.markdown.kind
  static let word = DocumentFormat.word.kind
}

/// A day from `2024-04-01`.
func day(_ text: String) throws -> Day {
  let day = parseDay(Array(text.utf8).span)
  return try #require(day)
}

/// Bytes as text.
func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// A document as text.
func shown(_ document: DocumentTree) -> String { String(decoding: document.markdown, as: UTF8.self) }
