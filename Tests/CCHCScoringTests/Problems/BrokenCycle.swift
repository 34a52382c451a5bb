import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Foundation
import TestSupport

extension BrokenInput {
  private static let ended = "agency,name,group,to,successor\nA,a,so,2023-06-30,B\nB,b,so,,\n"
  private static let counts = SmallRound(
    inputs: "a[count]; b[count]; x", rule: "b/a * full", leaf: ["zero_denominator": "zero"],
    ["agencies.csv": ended])

  /// A slip in rows of agencies.csv: agency, first and last day, successor.
  private static func agencies(_ line: String, _ rows: String..., severity: String = "error") -> BrokenInput {
    let table = "agency,from,to,successor,name,group\n" + rows.map { "\($0),Sở,so\n" }.joined()
    return BrokenInput("\(severity) \(line)", ["agencies.csv": table])
  }

  /// A slip in rows of submissions.csv after the stage of self-scoring has begun on 2 January 2024.
  private static func register(_ line: String, _ rows: String...) -> BrokenInput {
    BrokenInput(
      "error \(line)",
      [
        "stages.csv": "stage,from,until\nself,2024-01-02,2024-01-15\n",
        "submissions.csv": "agency,status,date,document,sha256,until,reason\n"
          + rows.map { $0 + "\n" }.joined(),
      ])
  }

  /// A slip in a row of carryover.csv.
  private static func carried(_ line: String, _ row: String, agencies: String = ended) -> BrokenInput {
    BrokenInput(
      "error \(line)",
      counts.with([
        "agencies.csv": agencies, "carryover.csv": "agency,successor,criterion,decided_by\n\(row),QĐ 1\n",
      ]))
  }

  /// A change to the sound round after it was frozen.
  private static func closed(
    _ line: String, _ change: @escaping @Sendable (TemporaryFolder) throws -> Void
  ) -> BrokenInput {
    BrokenInput("error \(line)", sound) { folder in
      try freeze(folder)
      try change(folder)
    }
  }

  private static let digest = String(repeating: "0", count: 64)

  /// A slip for each code of stages, receipts, agencies that begin or end, carryover and closing.
  static let cycle: [BrokenInput] = [
    BrokenInput("error stage-unknown stages.csv:2:stage", ["stages.csv": "stage,until\ntự chấn,1/2/2024\n"]),
    BrokenInput(
      "error stage-unknown stages.csv:2:giai đoạn",
      ["stages.csv": "giai đoạn,đến hết ngày\nthẩm định lần 10,1/2/2024\n"]),
    BrokenInput(
      "warning stage-order stages.csv:2:until",
      ["stages.csv": "stage,until\nhội đồng,1/2/2024\nthẩm định lần 2,2/2/2024\n"]),
    BrokenInput(
      "error period-backward stages.csv:2:từ ngày",
      ["stages.csv": "stage,từ ngày,until\nself,16/1/2024,15/1/2024\n"]),
    BrokenInput("error cell-required stages.csv:2:until", ["stages.csv": "stage,until\nself,\n"]),
    agencies("period-backward agencies.csv:2:agency", "A,2023-07-01,2023-06-30,"),
    register("receipt-before-stage submissions.csv:2:date", "A,received,2024-01-01,Số 1,\(digest),,"),
    register(
      "submission-backward submissions.csv:3:date", "A,received,2024-01-05,Số 1,\(digest),,",
      "A,unlocked,2024-01-04,,,,x"),
    register("submission-order submissions.csv:2:status", "A,unlocked,2024-01-05,,,,x"),
    register(
      "submission-order submissions.csv:3:status", "A,đã nhận,2024-01-05,Số 1,\(digest),,",
      "A,đã nhận,2024-01-06,Số 2,\(digest),,"),
    register("submission-changed self/A.csv:-:-", "A,received,2024-01-05,Số 1,\(digest),,"),
    register("cell-required submissions.csv:2:document", "A,received,2024-01-05,,\(digest),,"),
    register("cell-required submissions.csv:2:sha256", "A,received,2024-01-05,Số 1,,,"),
    register(
      "cell-required submissions.csv:3:until", "A,received,2024-01-05,Số 1,\(digest),,",
      "A,trả lại,2024-01-06,,,,x"),
    register(
      "cell-required submissions.csv:3:reason", "A,received,2024-01-05,Số 1,\(digest),,",
      "A,đã mở khóa,2024-01-06,,,,"),
    register("agency-unknown submissions.csv:2:agency", "B,received,2024-01-05,Số 1,\(digest),,"),

    agencies("agency-outside-year agencies.csv:2:agency", "A,2024-01-01,,"),
    agencies("agency-outside-year agencies.csv:2:agency", "A,,2022-12-31,"),
    agencies("agency-successor-unknown agencies.csv:2:agency", "A,,2023-06-30,C", "B,,,"),
    agencies("agency-successor-unknown agencies.csv:2:agency", "A,,2023-06-30,A", "B,,,"),
    agencies("agency-successor-several agencies.csv:2:agency", "A,,2023-06-30,B;C", "B,,,", "C,,,"),
    agencies("agency-successor-without-end agencies.csv:2:agency", "A,,,B", "B,,,"),
    agencies("agency-successor-circle agencies.csv:3:agency", "A,,2023-06-30,B", "B,,2023-06-30,A"),
    agencies(
      "exemption-proposed agencies.csv:3:agency", "A,,,", "B,2023-07-01,,", severity: "warning"),
    rows(
      "period-invalid", 3, "period",
      [Row("1", max: "10"), Row("1.1", max: "10", inputs: "a", rule: "a", ["period": "03-31..01-01"])]),

    carried(
      "carryover-not-ended carryover.csv:2:agency", "A,B,1.1", agencies: "agency,name,group\nA,a,so\nB,b,so\n"
    ),
    carried(
      "carryover-successor carryover.csv:2:successor", "A,C,1.1", agencies: ended + "C,c,so,,\n"),
    BrokenInput(
      "error carryover-group carryover.csv:2:successor",
      counts.with([
        "round.csv": "key,value\nname,K\nyear,2023\ncriteria:so,bo\ncriteria:xa,bo\n",
        "agencies.csv": "agency,name,group,to,successor\nA,a,so,2023-06-30,B\nB,b,xa,,\n",
        "carryover.csv": "agency,successor,criterion,decided_by\nA,B,1.1,QĐ 1\n",
      ])),
    carried("exemption-criterion-unknown carryover.csv:2:criterion", "A,B,1.2"),
    BrokenInput(
      "error carryover-without-counts carryover.csv:2:criterion",
      sound.with([
        "agencies.csv": ended, "carryover.csv": "agency,successor,criterion,decided_by\nA,B,1.1,QĐ 1\n",
      ])),
    carried("carryover-twice carryover.csv:3:criterion", "A,B,1,QĐ 1\nA,B,1.1"),

    BrokenInput(
      "error closing-version closing.csv:2:version",
      ["closing.csv": "version,date,sha256\n2,2024-03-10,\(digest)\n"]),
    BrokenInput(
      "error closing-backward closing.csv:3:date",
      ["closing.csv": "version,date,sha256,reason\n1,2024-03-10,\(digest),\n2,2024-03-09,\(digest),x\n"]),
    BrokenInput(
      "error cell-required closing.csv:3:reason",
      ["closing.csv": "version,date,sha256,reason\n1,2024-03-10,\(digest),\n2,2024-03-11,\(digest),\n"]),
    BrokenInput(
      "error closed-list-changed closing.csv:2:sha256",
      ["closing.csv": "version,date,sha256\n1,2024-03-10,\(digest)\n"]),
    closed("closed-list-changed closing.csv:2:sha256") {
      try $0.write("", to: "evidence/ky/closed/1/SHA256SUMS")
    },
    closed("closed-changed self/A.csv:-:-") {
      try $0.write(filed("a=10; b=9"), to: "evidence/ky/self/A.csv")
    },
    closed("closed-changed criteria/bo/set.csv:-:-") {
      try $0.write("key,value\nname,Bộ\nlegal_basis,QĐ\n", to: "criteria/bo/set.csv")
    },
    closed("closed-added external/x.csv:-:-") {
      try $0.write("criterion,input,value\n", to: "evidence/ky/external/x.csv")
    },
    closed("closed-removed self/A.csv:-:-") {
      try FileManager.default.removeItem(atPath: $0.path("evidence/ky/self/A.csv"))
    },
  ]
}
