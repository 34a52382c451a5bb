import CCHCFiles
import CCHCScoring

extension Output where Source == Results {
  static var headcount: Output {
    Output(
      "cong-bo/so-co-quan", Bilingual("số cơ quan được xếp hạng", "how many agencies are ranked"),
      [
        .csv { results, _ in
          Array("agencies\r\n\(results.groups.reduce(0) { $0 + $1.agencies.count })\r\n".utf8)
        }
      ])
  }
}
