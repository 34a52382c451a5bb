package import CCHCDocuments
import CCHCExact
package import CCHCScoring

/// Says under a ranking what the columns about the year before mean, and why some cells of them are empty.
package struct YearNotes {
  private let results: Results
  private let previous: PreviousResults

  /// nil where no round of the year before was loaded.
  package init?(_ results: Results) {
    guard let previous = results.previous else { return nil }
    self.results = results
    self.previous = previous
  }

  /// The notes on some agencies of a table.
  func write(_ agencies: [AgencyResult], into tree: inout DocumentTree) {
    tree.paragraph(meaning)
    for note in exceptions(agencies) { tree.item(note) }
  }

  /// What the columns mean.
  package var meaning: RichText {
    let year = previous.results.round.settings.yearText
    var text: RichText =
      "Hạng năm trước là hạng của năm \(year); cột Tăng, giảm ghi số bậc tăng (+) hoặc giảm (-) so với năm đó."
    if previous.results.isProvisional { text += " Kết quả năm \(year) dùng để so sánh là tạm tính." }
    return text
  }

  /// Why cells of some agencies are empty.
  package func exceptions(_ agencies: [AgencyResult]) -> [RichText] {
    var notes: [RichText] = []
    let absent = agencies.filter { results[agency: $0.agency].rankBefore == .absent }
    if !absent.isEmpty {
      let names = absent.prefix(Self.nameLimit).map { RichText(results.round.agencies[$0.agency].name) }
      let more: RichText =
        absent.count > names.count ? " và \(countText(absent.count - names.count)) cơ quan khác" : ""
      notes.append("Không có trong kết quả năm trước: \(RichText.joined(names, ", "))\(more).")
    }
    return notes + agencies.compactMap(note)
  }

  /// The most agencies that a sentence names.
  private static let nameLimit = 10

  private func note(_ result: AgencyResult) -> RichText? {
    let agency = results[agency: result.agency]
    guard let before = agency.rankBefore else { return nil }
    let name = agency.name
    switch before {
    case .absent: return nil
    case .unranked where result.rank != nil: return "\(name): năm trước không xếp hạng."
    case .merged(let list):
      let parts = list.map { index -> RichText in
        let old = previous.results[agency: index]
        let rank = old.result.rank.map { "hạng \(groupedText($0))" } ?? "không xếp hạng"
        return "\(old.name) (\(rank))"
      }
      return
        "\(name): năm trước gồm \(RichText.joined(parts, "; ")); không so sánh một hạng với nhiều hạng."
    case .elsewhere(_, let bloc):
      return "\(name): năm trước xếp hạng trong khối khác (\(bloc)) nên không tính tăng, giảm."
    case .ranked, .unranked:
      let then = agency.predecessors.first?.name ?? name
      return then == name ? nil : "\(name): năm trước là \(then)."
    }
  }
}
