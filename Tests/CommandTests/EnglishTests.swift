import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCScoring
import Foundation
import TestSupport
import Testing

/// Runs every command in English on a project that is written in ASCII alone, with right and with wrong inputs.
@Suite("The program in English")
struct EnglishTests {
  /// A project of two years, all in ASCII; `wrong` has a slip of nearly every kind in its second year.
  private func project(wrong: Bool) throws -> SmallProject {
    let project = try SmallProject()
    func table(_ name: String, _ text: String) throws { try project.write(text + "\n", to: name) }
    try table(
      "criteria/base/set.csv",
      "key,value\nname,Base set\nlegal_basis,Decision 1\nhead_ratings,Fully done;Done=HTNV;Not done")
    try table(
      "criteria/base/criteria.csv",
      """
      code,name,max_points,method,inputs,rule,checks,zero_denominator,document,appraiser
      1,Procedures,20,,,,,,,
      1.1,Files in time,10,self,a[count]: Files; b[count]: In time,b/a * full,b <= a,zero,required,
      1.2,Plan,10,self,s[choice: timely|late]: State; v[yesno]: Approved,"s = ""timely"" and v: full; else: 0",,,,
      2,Satisfaction,10,,,,,,,
      2.1,Survey,5,survey,n1: Good; n2: Bad,n1/(n1 + n2) * full,,exempt,,
      2.2,Share,5,external,x: Share; d[date]: Day,d >= 2025-01-01: x * full; else: 0,,,,
      """)
    try table("criteria/base/bands.csv", "label,condition\nGood,index >= 80%\nFair,else")
    try table(
      "criteria/base/obligations.csv",
      "id,condition,duty,deadline,recipient\nplan,index < 99%,Send a plan,04-01,Department")
    try table("criteria/base/case_columns.csv", "name,type,headings\nowner,agency,office\nlate,yesno,late")
    try table("criteria/base/tally.csv", "criterion,input,condition\n1.1,a,always\n1.1,b,not late")
    try table("criteria/base/cases.csv", "criterion,inputs,points\n1.1,a=10; b=8,8")
    try table("cases.csv", "office,late\nA,no\nA,yes")
    try table("list.csv", "agency,name,group\nA,First,dept\nB,Second,dept")
    for year in [2024, 2025] {
      let round = "evidence/\(year)"
      let isWrong = wrong && year == 2025
      try table(
        "\(round)/round.csv",
        "key,value\nname,Round\nyear,\(year)\ncriteria:dept,base"
          + (year == 2025 ? "\nprevious,\(isWrong ? "none" : "2024")" : "") + (isWrong ? "\nspeed,high" : ""))
      try table("\(round)/agencies.csv", "agency,name,group\nA,First,dept\nB,Second,dept")
      try table(
        "\(round)/self/A.csv",
        isWrong
          ? """
          criterion,input,value,document
          1.1,a,ten,Report 1
          1.1,b,1.000,
          1.2,s,timly,
          1.2,v,perhaps,
          1.3,a,1,
          2.1,n1,3,
          """ : "criterion,input,value,document\n1.1,a,10,Report 1\n1.1,b,8,\n1.2,s,timely,\n1.2,v,yes,")
      try table(
        "\(round)/self/B.csv",
        "criterion,input,value,document\n1.1,a,8,Report 2\n1.1,b,\(isWrong ? 9 : 8),\n1.2,s,late,\n1.2,v,no,")
      try table(
        "\(round)/external/x.csv",
        "agency,criterion,input,value\nA,2.2,x,80.25%\nA,2.2,d,\(isWrong ? "31/02/2025" : "2025-02-01")\n"
          + (isWrong ? "C,2.2,x,1" : "B,2.2,x,0.5\nB,2.2,d,2025-03-01"))
      try table(
        "\(round)/survey/s.csv",
        "agency,criterion,answer,count\nA,2.1,n1,40\nA,2.1,n2,\(isWrong ? "-1" : "5")\nB,2.1,n1,3\nB,2.1,n2,1"
      )
      try table(
        "\(round)/appraisal/1.csv",
        "agency,criterion,round,input,value,points,reason,appraiser\nA,1.1,1,b,7,,Recounted,\n"
          + (isWrong ? "B,1.1,1,,,11,,\nB,1.2,4,,,1,Late," : "B,1.1,1,,,7.5,Recounted,"))
      try table(
        "\(round)/explanations/A.csv", "criterion,round,text\n1.1,\(isWrong ? 2 : 1),The figure is right")
      try table(
        "\(round)/stages.csv",
        "stage,from,until\nself,\(year + 1)-01-02,\(year + 1)-01-20\n"
          + (isWrong ? "apprisal 1,,2026-01-10" : "appraisal 1,,\(year + 1)-02-10"))
      try table(
        "\(round)/publication.csv",
        "key,value\n\(isWrong ? "announced,tomorrow" : "announced,\(year + 1)-03-14")\nnumber,12/QD-UBND")
      try table(
        "\(round)/head_ratings.csv", "agency,rating\nA,\(isWrong ? "super" : "HTNV")")
      try table(
        "\(round)/documents/A.csv",
        "id,number,date,summary,secrecy\nD-1,1/BC,\(year)-05-01,Report,\(isWrong ? "hidden" : "")")
    }
    return project
  }

  /// Calls of every command, in the order of the year.
  private static let calls: [[String]] = [
    ["help"], ["help", "score"], ["--version"], ["--help"], [],
    ["new", "evidence/2026", "--criteria", "dept=base", "--agencies", "list.csv", "--year", "2026"],
    ["new", "evidence/2025", "--criteria", "base"], ["new", "evidence/2027", "--criteria", "bse"],
    ["draft-set", "list.csv", "-o", "draft"], ["draft-set", "none.xlsx", "-o", "draft"],
    ["form", "evidence/2025", "-o", "forms"], ["form", "evidence/2025", "--agency", "C", "-o", "forms"],
    ["import", "evidence/2025", "forms/A.xlsx"], ["import", "evidence/2025", "forms/A.xlsx", "--replace"],
    ["import", "evidence/2025", "list.csv"], ["import", "evidence/2025", "none.xlsx"],
    ["verify", "forms/A.xlsx"], ["verify", "list.csv"], ["verify", "--table", "ranking.csv"],
    ["inbox", "evidence/2025", "--in", "forms", "--out", "log", "--on", "2026-01-15"],
    ["tally", "evidence/2025", "cases.csv", "--dry-run"], ["tally", "evidence/2025", "cases.csv"],
    ["tally", "evidence/2025", "list.csv"], ["tally", "evidence/2025"],
    ["check", "evidence/2024"], ["check", "evidence/2025"], ["check", "evidence/2025", "--json"],
    ["check", "criteria/base"], ["check", "evidence/2025", "--agency", "A"],
    ["check", "evidence/2025", "--agency", "B", "--slip", "--on", "2026-01-12", "--until", "2026-01-15"],
    ["preview", "evidence/2025", "A"], ["preview", "evidence/2025", "a"],
    ["receive", "evidence/2025", "A", "--on", "2026-01-22", "--document", "15/BC"],
    ["receive", "evidence/2025", "A", "--on", "2026-01-01", "--document", "15/BC"],
    ["receive", "evidence/2025", "A", "--on", "31.2.2026", "--document", "15/BC"],
    ["unlock", "evidence/2025", "A", "--on", "2026-01-23", "--reason", "Mistyped"],
    ["unlock", "evidence/2025", "B", "--on", "2026-01-23", "--reason", "Mistyped"],
    ["status", "evidence/2025"], ["status", "evidence/2025", "--on", "2026-01-20"],
    ["status", "evidence/2025", "--json"], ["documents", "evidence/2025"],
    ["documents", "evidence/2025", "--field", "9"], ["survey", "evidence/2025"],
    ["assign", "evidence/2025"], ["assign", "evidence/2025", "--round", "12"],
    ["appraisal", "evidence/2025"], ["dispute", "evidence/2025", "A", "1.1"],
    ["dispute", "evidence/2025", "A", "1.2"], ["dispute", "evidence/2025", "A", "1"],
    ["score", "evidence/2024"], ["score", "evidence/2025"], ["score", "evidence/2025", "--only", "cvs"],
    ["score", "evidence/none"], ["score", "evidence/2025", "--onyl", "csv"], ["scor"],
    ["explain", "evidence/2025", "A"], ["explain", "evidence/2025", "A", "1.1"],
    ["explain", "evidence/2025", "B", "1.2"], ["explain", "evidence/2025", "A", "2.1"],
    ["explain", "evidence/2025", "A", "2.2"], ["explain", "evidence/2025", "A", "3"],
    ["close", "evidence/2024", "--on", "2025-03-10"], ["close", "evidence/2025", "--on", "2026-03-10"],
    ["close", "evidence/2025", "--on", "2026-03-09", "--reason", "Again"],
    ["papers", "evidence/2025", "--on", "2026-03-15"], ["papers", "evidence/2025"],
    ["followup", "evidence/2025", "--on", "2026-04-20"], ["followup", "evidence/2025", "--on", "2026-03-01"],
    ["compare", "evidence/2024", "evidence/2025"], ["compare", "evidence/2024", "evidence/2025", "--split"],
    ["completions", "bash"], ["completions", "csh"], ["manual"],
    ["compare", "evidence/2024"], ["verify", "reports/2025"], ["verify", "reports/2024"],
  ]

  /// The commands that the program lists, the first words of the indented lines.
  private static func commands() throws -> [String] {
    let lines = try Program.run(["--help", "--lang", "en"]).output.split(separator: "\n")
    return lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  -") }.compactMap {
      $0.split(separator: " ").first.map(String.init)
    }.filter { $0 != "cchc" }
  }

  @Test(
    "no letter outside ASCII is printed, by any command, of right inputs and of wrong ones",
    arguments: [false, true])
  func printsASCII(wrong: Bool) throws {
    let project = try project(wrong: wrong)
    try project.write(
      "agency,points,index,rank\nA,80.5,80.50,1\nB,90.25,\(wrong ? "91" : "90.25"),2\n", to: "ranking.csv")
    for call in Self.calls {
      let run = try Program.run(call + ["--lang", "en"], in: project.folder)
      #expect(run.output.withoutSheet.foreignLetters == "", "\(call): \(run.output)")
      #expect(run.messages.withoutSheet.foreignLetters == "", "\(call): \(run.messages)")
    }
  }

  @Test("every command is called, and its help is in ASCII letters")
  func coversEveryCommand() throws {
    let commands = try Self.commands()
    #expect(commands.count > 20)
    #expect(Set(commands).subtracting(Self.calls.compactMap(\.first)) == [])
    for command in commands {
      let help = try Program.run([command, "--help", "--lang", "en"])
      #expect(help.output.foreignLetters == "", "\(help.output)")
    }
  }
}

extension String {
  /// The text without the name of the sheet that agencies fill in, which forms have in Vietnamese.
  fileprivate var withoutSheet: String { replacing("Tự chấm điểm", with: "") }
}
