import CCHCFiles
import TestSupport

extension BrokenInput {
  /// A slip for each code of the table layer.
  static let tables: [BrokenInput] = [
    BrokenInput("error file-encoding self/A.csv:-:-", sound) {
      try $0.write([0x61, 0xFF], to: "evidence/ky/self/A.csv")
    },
    BrokenInput("error file-empty self/A.csv:1:-", ["self/A.csv": ""]),
    BrokenInput("error column-missing self/A.csv:1:-", ["self/A.csv": "criterion,input\n"]),
    BrokenInput("error column-unknown self/A.csv:1:vlaue", ["self/A.csv": "criterion,input,value,vlaue\n"]),
    BrokenInput("error column-twice self/A.csv:1:giá trị", ["self/A.csv": "criterion,input,value,giá trị\n"]),
    BrokenInput(
      "error cell-beyond-header self/A.csv:2:-", ["self/A.csv": "criterion,input,value\n1.1,a,10,5\n"]),
    BrokenInput(
      "error quote-open self/A.csv:3:-", ["self/A.csv": "criterion,input,value\n1.1,a,10\n1.1,b,\"8\n"]),
    BrokenInput(
      "error quote-misplaced self/A.csv:2:-", ["self/A.csv": "criterion,input,value\n1.1,a,\"1\"0\n"]),
    BrokenInput("error cell-required agencies.csv:2:name", ["agencies.csv": "agency,name,group\nA,,so\n"]),
    BrokenInput(
      "error number-invalid appraisal/1.csv:2:points", ["appraisal/1.csv": appraised("A,1.1,1,,,năm,x,")]),
    BrokenInput("error number-marks-mixed self/A.csv:3:value", ["self/A.csv": filed("a=1.5; b=0,5")]),
    BrokenInput(
      "error word-unknown agencies.csv:2:tham gia xếp hạng",
      ["agencies.csv": "mã cơ quan,tên,nhóm,tham gia xếp hạng\nA,a,so,có lẽ\n"]),
    BrokenInput(
      "error date-invalid publication.csv:2:value", ["publication.csv": "key,value\ndate,31/2/2024\n"]),
    BrokenInput(
      "error key-unknown round.csv:5:key",
      ["round.csv": "key,value\nname,K\nyear,2023\ncriteria:so,bo\nyaer,2023\n"]),
    BrokenInput("error key-missing round.csv:-:-", ["round.csv": "key,value\nyear,2023\ncriteria:so,bo\n"]),
    BrokenInput("warning row-repeated self/A.csv:4:-", ["self/A.csv": filed("a=10; b=8; b=8")]),
    BrokenInput("error row-conflict self/A.csv:4:-", ["self/A.csv": filed("a=10; b=8; b=9")]),
    BrokenInput("error file-missing agencies.csv:-:-", without("agencies.csv")),
    BrokenInput("error file-missing round.csv:-:-", without("round.csv")),
    BrokenInput("error file-missing criteria/bo/set.csv:-:-", without("set/set.csv")),
    BrokenInput("error file-missing criteria/bo/criteria.csv:-:-", without("set/criteria.csv")),
    BrokenInput("error file-unreadable survey/A.csv:-:-", sound) { folder in
      try folder.makeFolder("evidence/ky/survey")
      try folder.link("evidence/ky/survey/A.csv", to: "/proc/self/mem")
    },
    BrokenInput("error table-without-rows agencies.csv:-:-", ["agencies.csv": "agency,name,group\n"]),
    BrokenInput(
      "error table-without-rows criteria/bo/criteria.csv:-:-",
      ["set/criteria.csv": "code,name,max_points,inputs,rule\n# x\n"]),
  ]

  private static func without(_ name: String) -> SmallRound {
    var round = sound
    round.files[name] = nil
    return round
  }
}
