import CCHCCriteria
import CCHCDocuments
import CCHCFiles
import CCHCScoring

extension Round {
  /// `Căn cứ …` for the documents behind the criteria sets, the highest of each chain first.
  var setBases: [RichText] {
    var names: [String] = []
    for group in groups {
      for name in group.set.settings.legalBasis.documents.reversed() where !names.contains(name) {
        names.append(name)
      }
    }
    return names.isEmpty ? ["Căn cứ ……"] : names.map { $0.basis }
  }
}

extension String {
  /// The documents of all chains of a cell of legal bases, the highest of each chain first, each once.
  var basisDocuments: [String] {
    var names: [String] = []
    for chain in split(separator: ";") {
      for name in String(chain).documents.reversed() where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The document as a line of legal bases.
  var basis: RichText {
    let text = hasSuffix(".") || hasSuffix(";") ? String(dropLast()) : self
    return folded.hasPrefix("căn cứ") ? "\(text)" : "Căn cứ \(text)"
  }
}
