import CCHCCriteria
import CCHCDrafting
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("Vietnamese tables")
struct VietnameseTests {
  /// Columns of FORMATS 7.
  private static let columns = [
    "key": "khóa", "value": "giá trị", "code": "mã tiêu chí", "name": "tên", "max_points": "điểm tối đa",
    "kind": "loại",
    "method": "hình thức", "inputs": "số liệu", "rule": "công thức chấm", "checks": "ràng buộc",
    "zero_denominator": "mẫu số bằng 0",
    "min_points": "điểm tối thiểu", "document": "tài liệu kiểm chứng", "appraiser": "cơ quan thẩm định",
    "legal_basis": "căn cứ pháp lý", "rule_text": "cách chấm", "label": "xếp loại", "condition": "điều kiện",
    "id": "mã",
    "duty": "nghĩa vụ", "deadline": "thời hạn", "recipient": "nơi nhận", "report": "báo cáo",
    "criterion": "mã tiêu chí",
    "criterion_name": "tên tiêu chí", "points": "điểm", "source": "nguồn", "agency": "mã cơ quan",
    "group": "nhóm", "bloc": "khối",
    "parent": "cơ quan cấp trên", "ranked": "tham gia xếp hạng", "substitute": "cơ quan thay thế",
    "reason": "lý do",
    "decided_by": "văn bản quyết định", "input": "mã số liệu", "note": "thuyết minh",
    "answer": "phương án trả lời", "count": "số phiếu",
    "respondent_group": "nhóm đối tượng khảo sát", "status": "trạng thái", "self": "tự chấm",
    "appraised": "thẩm định",
    "final": "điểm đạt được", "year": "năm", "round": "lần thẩm định", "rating": "xếp loại người đứng đầu",
    "received": "ngày nhận",
    "obligation": "mã nghĩa vụ", "rank": "hạng", "index": "chỉ số", "max": "điểm tối đa", "band": "xếp loại",
  ]

  @Test("Each column has the Vietnamese name of FORMATS 7")
  func namesColumns() {
    for table in setTables + roundTables {
      for column in table.columns {
        guard let wanted = Self.columns[column.name] else { continue }
        #expect(([column.vietnamese] + column.alsoNamed).contains(wanted), "\(table.file): \(column.name)")
      }
    }
    #expect(CriterionColumn.code.column.alsoNamed == ["mã"])
  }

  /// A round with every table and every column filed.
  private static let round = SmallRound(
    [
      Row("1", max: "15", kind: "scored"),
      Row(
        "1.1", max: "10", inputs: "a; b", rule: "b/a * full",
        [
          "method": "self", "checks": "b <= a", "zero_denominator": "zero", "min_points": "-1",
          "document": "required", "appraiser": "SNV", "legal_basis": "QĐ", "rule_text": "Cách",
        ]),
      Row("1.2", max: "5", inputs: "n1", rule: "n1 - 30", ["method": "survey"]),
    ],
    [
      "agencies.csv": "agency,name,group,bloc,parent,ranked\nA,Sở A,so,k,,có\nB,Sở B,so,k,A,không\n",
      "self/x.csv":
        "agency,criterion,criterion_name,input,value,document,note\nA,1.1,Tiêu chí 1.1,a,10,CV,x\nA,1.1,,b,8,,\n",
      "survey/x.csv": "agency,criterion,answer,count,respondent_group\nA,1.2,n1,34,Người dân\nB,1.2,n1,33,\n",
      "appraisal/x.csv":
        "agency,criterion,round,input,value,points,reason,appraiser\nA,1.1,1,b,5,,x,VPUB\nA,1.1,2,,,6,x,SNV\n",
      "exemptions.csv": "agency,criterion,reason,decided_by\nB,1.1,x,y\n",
      "council.csv": "criterion,appraiser,name,substitute\n1,SNV,Sở Nội vụ,VPUB\n",
      "head_ratings.csv": "agency,rating,document\nA,HTNV,x\nB,HTNV,x\n",
      "followup.csv": "agency,obligation,received,document\nA,x,1/4/2024,CV\n",
      "publication.csv": "key,value\nannounced,2024-03-14\n",
      "set/bands.csv": "label,condition\nTốt,index > 50%\nKém,else\n",
      "set/obligations.csv":
        "id,condition,duty,deadline,recipient,legal_basis,report\nx,always,V,04-01,N,QĐ,r\n",
      "set/cases.csv": "criterion,inputs,points,source\n1.1,a=1; b=1,10,x\n",
    ])

  /// The round with its headers in Vietnamese, written in some way.
  private func translated(_ style: (String) -> String) -> SmallRound {
    var round = Self.round
    for (name, text) in round.files {
      let header = text.prefix { $0 != "\n" }
      let headings = header.split(separator: ",").map { cell in
        let plain = String(cell).replacing("\"", with: "")
        return style(
          name == "appraisal/x.csv" && plain == "points" ? "điểm thẩm định" : Self.columns[plain] ?? plain)
      }
      round.files[name] = headings.joined(separator: ",") + text.dropFirst(header.count)
    }
    return round
  }

  private static let decomposed: [Character: String] = [
    "ã": "a\u{303}", "ơ": "o\u{31B}", "ê": "e\u{302}", "á": "a\u{301}", "ị": "i\u{323}",
    "ố": "o\u{302}\u{301}", "ệ": "e\u{323}\u{302}",
  ]

  @Test(
    "Headers in Vietnamese, in capitals or decomposed, give the same results",
    arguments: ["plain", "capitals", "decomposed"])
  func readsVietnamese(_ style: String) throws {
    let wanted = try Self.round.scored()
    #expect(wanted.problems == [])
    let round = translated { heading in
      switch style {
      case "capitals": heading.uppercased()
      case "decomposed": heading.map { Self.decomposed[$0] ?? String($0) }.joined()
      default: heading
      }
    }
    let found = try round.scored()
    #expect(found.problems == [])
    #expect(try found.leaf() == "scored 8.00|5.00,6.00|6.00")
    #expect(try found.leaf("1.2") == wanted.leaf("1.2"))
    #expect(found.ranking == wanted.ranking)
    #expect(try found.line() == wanted.line())
    #expect(try found.agency().band == "Tốt")
    #expect(found.round.receipts.count == 1)
  }

  @Test("Column names that are not unique in their table are told apart by the table")
  func readsShortCode() throws {
    let round = Self.round.with([
      "set/criteria.csv": "MÃ,tên,điểm tối đa,số liệu,công thức chấm\n1,Lĩnh vực,5,a,a\n",
      "set/cases.csv": "criterion,inputs,points\n",
    ])
    #expect(try round.scored().errors.filter { $0.contains("criteria.csv") } == [])
  }
}
