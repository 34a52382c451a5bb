import CCHCCriteria
import CCHCCycle
import CCHCFiles
import CCHCScoring

/// Says what is wrong with the filing of a leaf, why it counts and what to add.
struct FilingWords {
  private let agency: FiledAgency
  private let wording: Wording

  init(_ agency: FiledAgency, _ wording: Wording) {
    self.agency = agency
    self.wording = wording
  }

  /// What is wrong with a leaf, by its place among the leaves.
  func fault(_ fault: FilingFault, leaf number: Int) -> String {
    let leaf = agency[leaf: number].declared
    switch fault {
    case .missing(let places): return wording("chưa có số liệu ", "no figure ") + inputs(places, leaf)
    case .invalid(let places): return wrong(places, number)
    case .unknownInput:
      return wording(
        "có dòng ghi mã số liệu mà tiêu chí không có", "a row names an input that the criterion lacks")
    case .check(let place):
      return wording(
        "số liệu không thỏa ràng buộc “\(leaf.checks[place].text)”",
        "the figures do not meet “\(leaf.checks[place].text)”") + " (\(figures(number)))"
    case .divisionByZero:
      return wording("công thức chia cho 0 với số liệu này", "the rule divides by 0 with these figures")
        + " (\(figures(number)))"
    case .overflow:
      return wording("số liệu quá lớn", "the figures are too large") + " (\(figures(number)))"
    case .undocumented:
      return wording("chưa có tài liệu kiểm chứng bắt buộc", "the required document is missing")
    case .unexplained:
      return wording("chưa có tài liệu kiểm chứng hoặc thuyết minh", "neither a document nor an explanation")
    case .unknownDocument(let words, _):
      return wording(
        "tài liệu “\(words)” không có trong danh mục của cơ quan",
        "“\(words)” is not in the agency's register")
    case .brokenFile(let id, let fault): return broken(id, fault)
    }
  }

  /// Why it counts.
  func reason(_ fault: FilingFault) -> String {
    switch fault {
    case .missing:
      wording("số liệu dùng để chấm điểm; không có thì được 0 điểm", "needed to score; without it 0 points")
    case .invalid, .unknownInput:
      wording("số liệu không đọc được thì được 0 điểm", "a figure that cannot be read gives 0 points")
    case .check, .divisionByZero, .overflow:
      wording("số liệu mâu thuẫn thì được 0 điểm", "figures that contradict each other give 0 points")
    case .undocumented:
      wording("bộ tiêu chí quy định phải có tài liệu kiểm chứng", "the set asks for a document")
    case .unexplained:
      wording(
        "bộ tiêu chí quy định phải có tài liệu kiểm chứng hoặc thuyết minh",
        "the set asks for a document or an explanation")
    case .unknownDocument, .brokenFile:
      wording("không có căn cứ để thẩm định số liệu", "there is nothing to appraise the figures by")
    }
  }

  /// What to write or to add.
  func remedy(_ fault: FilingFault, leaf number: Int) -> String {
    let leaf = agency[leaf: number].declared
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
    case .unknownDocument(_, let near):
      // A slip leaves the internal folder, where alone a secret document's id stands.
      let isSecret = agency.documents.contains { $0.id == near && $0.secrecy != nil }
      let hint = isSecret ? "" : wording(" (có phải “\(near)”?)", " (did you mean “\(near)”?)")
      return wording(
        "ghi đúng mã\(hint), hoặc bổ sung tài liệu vào danh mục",
        "write the id\(hint), or add the document to the register")
    case .brokenFile(_, let fault):
      return fault == .unsigned
        ? wording("ghi mã SHA-256 của tệp vào danh mục", "write the file's SHA-256 into the register")
        : wording(
          "gửi lại đúng tệp, hoặc đăng ký lại tài liệu", "send the right file, or register the document anew")
    }
  }

  private func inputs(_ places: [Int], _ leaf: Leaf) -> String {
    places.map { place in
      let input = leaf.inputs[place]
      return input.label.isEmpty ? input.name : "\(input.name) (\(input.label))"
    }.joined(separator: "; ")
  }

  /// Wrong values, each with the row that files it.
  private func wrong(_ places: [Int], _ number: Int) -> String {
    let leaf = agency[leaf: number].declared
    let filed = agency[leaf: number]
    return places.map { place in
      let figure = filed.figure(input: place)
      let row = figure.row
      let what =
        figure.state == .conflict
        ? wording("ghi hai lần khác nhau", "filed twice and differently")
        : wording("giá trị không đúng kiểu", "not of its type")
      return inputs([place], leaf) + ": " + what + wording(" (dòng \(row))", " (row \(row))")
    }.joined(separator: "; ")
  }

  /// The figures as filed, `a = 10; b = 11`.
  private func figures(_ number: Int) -> String {
    let leaf = agency[leaf: number].declared
    return zip(leaf.inputs, agency[leaf: number].figures).map { input, figure in
      "\(input.name) = \(figure.value(of: input.type).map(wording.value) ?? noFigure)"
    }.joined(separator: "; ")
  }

  private func broken(_ id: String, _ fault: Document.FileFault) -> String {
    switch fault {
    case .outside:
      wording("tệp của \(id) không nằm trong documents/", "the file of \(id) does not lie in documents/")
    case .missing: wording("không có tệp của tài liệu \(id)", "the file of the document \(id) is not there")
    case .unsigned: wording("tệp của \(id) chưa có mã SHA-256", "the file of \(id) has no SHA-256")
    case .changed:
      wording("tệp của \(id) không còn như khi đăng ký", "the file of \(id) is not the one registered")
    }
  }

  private func values(_ places: [Int], _ leaf: Leaf) -> String {
    places.map { place in
      let input = leaf.inputs[place]
      return input.name + wording(": viết ", ": write ") + input.type.remedy.worded(in: wording.language)
    }.joined(separator: "; ")
  }
}
