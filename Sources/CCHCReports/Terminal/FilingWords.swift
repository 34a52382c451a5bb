import CCHCScoring

/// Says what is wrong with the filing of a leaf and what to add.
struct FilingWords {
  let set: CriteriaSet
  let wording: Wording

  /// What is wrong.
  func fault(_ fault: FilingFault, _ leaf: Leaf) -> String {
    switch fault {
    case .missing(let places):
      wording("chưa có số liệu ", "no figure ") + inputs(places, leaf)
    case .invalid(let places):
      wording("số liệu không đúng kiểu, hoặc ghi hai lần khác nhau: ", "not of its type, or filed twice: ")
        + inputs(places, leaf)
    case .unknownInput:
      wording("có dòng ghi mã số liệu mà tiêu chí không có", "a row names an input that the criterion lacks")
    case .check(let place):
      wording(
        "số liệu không thỏa ràng buộc “\(leaf.checks[place].text)”",
        "the figures do not meet “\(leaf.checks[place].text)”")
    case .divisionByZero:
      wording("công thức chia cho 0 với số liệu này", "the rule divides by 0 with these figures")
    case .overflow: wording("số liệu quá lớn", "the figures are too large")
    case .undocumented: wording("chưa có tài liệu kiểm chứng bắt buộc", "the required document is missing")
    case .unexplained:
      wording("chưa có tài liệu kiểm chứng hoặc thuyết minh", "neither a document nor an explanation")
    }
  }

  /// What to write or to add.
  func remedy(_ fault: FilingFault, _ leaf: Leaf) -> String {
    switch fault {
    case .missing(let places), .invalid(let places): return values(places, leaf)
    case .unknownInput:
      let names = leaf.inputs.map(\.name).joined(separator: ", ")
      return wording("dùng đúng mã số liệu: \(names)", "use the inputs: \(names)")
    case .check, .divisionByZero, .overflow:
      return wording("xem lại và ghi lại ", "check and correct ") + inputs(Array(leaf.inputs.indices), leaf)
    case .undocumented:
      return wording(
        "ghi số, ký hiệu, ngày của văn bản, hoặc mã tài liệu trong danh mục",
        "name the document by number and date, or by its id in the register")
    case .unexplained:
      return wording(
        "ghi tài liệu kiểm chứng, hoặc nêu lý do ở cột thuyết minh", "name a document, or explain")
    }
  }

  private func inputs(_ places: [Int], _ leaf: Leaf) -> String {
    places.map { "\(leaf.inputs[$0].name) (\(leaf.inputs[$0].label))" }.joined(separator: "; ")
  }

  private func values(_ places: [Int], _ leaf: Leaf) -> String {
    places.map { place in
      let remedy = leaf.inputs[place].type.remedy
      return wording(
        "\(leaf.inputs[place].name): viết \(remedy.vi)", "\(leaf.inputs[place].name): write \(remedy.en)")
    }.joined(separator: "; ")
  }
}
