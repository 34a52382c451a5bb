import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport

extension BrokenInput {
  /// A slip in the register of documents of agency A, whose row of figures names some document.
  private static func register(
    _ line: String, _ row: String, cites cell: String = "TL-1", severity: String = "error",
    stages: String = "stage,until\n"
  ) -> BrokenInput {
    BrokenInput(
      "\(severity) \(line)",
      sound.with([
        "self/A.csv": "criterion,input,value,document\n1.1,a,10,\(cell)\n1.1,b,8,\n",
        "documents/A.csv": "id,number,date,summary,file,sha256,secrecy\n\(row)\n", "stages.csv": stages,
      ])
    ) { folder in
      try folder.write("x", to: "evidence/ky/documents/A/a.txt")
    }
  }

  /// A slip in an explanation of the leaf 1.1, which was appraised in the first round.
  private static func explained(
    _ line: String, _ row: String, severity: String = "error", files: [String: String] = [:]
  ) -> BrokenInput {
    let usual = [
      "appraisal/1.csv": appraised("A,1.1,1,,,5,Lý do,"),
      "explanations/A.csv": "criterion,round,text,received\n\(row)\n",
      "stages.csv": "stage,until\ngiải trình,2024-02-10\n",
    ]
    return BrokenInput("\(severity) \(line)", sound.with(usual.merging(files) { $1 }))
  }

  /// A slip for each code of documents and explanations.
  static let documents: [BrokenInput] = [
    register("document-file-outside documents/A.csv:2:file", "TL-1,1/KH,2023-02-01,Kế hoạch,../a.txt,0,"),
    register("document-file-outside documents/A.csv:2:file", "TL-1,1/KH,2023-02-01,Kế hoạch,/etc/hosts,0,"),
    register("document-file-missing documents/A.csv:2:file", "TL-1,1/KH,2023-02-01,Kế hoạch,A/khac.txt,0,"),
    register("document-digest-missing documents/A.csv:2:sha256", "TL-1,1/KH,2023-02-01,Kế hoạch,A/a.txt,,"),
    register("document-secret-content documents/A.csv:2:summary", "TL-1,1/KH,2023-02-01,Kế hoạch,,,Mật"),
    register("document-secret-content documents/A.csv:2:file", "TL-1,1/KH,2023-02-01,,A/a.txt,,tối mật"),
    register("word-unknown documents/A.csv:2:secrecy", "TL-1,1/KH,2023-02-01,,,,kín"),
    register("code-invalid documents/A.csv:2:id", "TL 1,1/KH,2023-02-01,,,,", cites: "Kế hoạch"),
    register(
      "document-outside-year documents/A.csv:2:date", "TL-1,1/KH,2022-12-31,Kế hoạch,,,", severity: "warning"),
    register(
      "document-after-cutoff documents/A.csv:2:date", "TL-1,1/KH,2023-12-31,Kế hoạch,,,", severity: "warning",
      stages: "stage,until\nchốt số liệu,30/11/2023\n"),
    register(
      "document-unused documents/A.csv:2:id", "TL-1,1/KH,2023-02-01,Kế hoạch,,,", cites: "Kế hoạch số 1",
      severity: "warning"),
    register(
      "document-unknown self/A.csv:2:-", "TL-1,1/KH,2023-02-01,Kế hoạch,,,", cites: "TL-l",
      severity: "warning"),
    BrokenInput(
      "error agency-of-other-file documents/A.csv:2:agency",
      [
        "agencies.csv": "agency,name,group\nA,Sở A,so\nB,Sở B,so\n",
        "documents/A.csv": "agency,id,number\nB,TL-1,1/KH\n",
      ]),
    register("row-conflict documents/A.csv:3:id", "TL-1,1/KH,,,,,\nTL-1,2/KH,,,,,"),
    register("date-invalid documents/A.csv:2:date", "TL-1,1/KH,31/02/2023,,,,"),
    explained("explanation-round explanations/A.csv:2:round", "1.1,2,Nội dung,"),
    explained("appraisal-round explanations/A.csv:2:round", "1.1,một,Nội dung,"),
    explained("cell-required explanations/A.csv:2:text", "1.1,1,,2024-02-01"),
    explained(
      "agency-of-other-file explanations/A.csv:2:agency", "",
      files: [
        "agencies.csv": "agency,name,group\nA,Sở A,so\nB,Sở B,so\n",
        "explanations/A.csv": "agency,criterion,round,text\nB,1.1,1,Nội dung\n",
        "self/B.csv": filed("a=10; b=8"),
        "appraisal/1.csv": appraised("A,1.1,1,,,5,Lý do,", "B,1.1,1,,,5,Lý do,"),
      ]),
    explained(
      "explanation-late explanations/A.csv:2:received", "1.1,1,Nội dung,2024-02-11", severity: "warning"),
    explained(
      "explanation-method explanations/A.csv:2:criterion", "1.1,1,Nội dung,",
      files: [
        "set/criteria.csv": criteria([
          Row("1", max: "10"),
          Row("1.1", max: "10", inputs: "n", rule: "n", ["method": "survey"]),
        ]), "self/A.csv": "criterion,input,value\n", "appraisal/1.csv": appraised(),
      ]),
  ]
}
