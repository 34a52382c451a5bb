import CCHCScoring
import CCHCTables

extension RoundSettings {
  /// Abbreviations of kinds of papers that stand before the issuer's in a number.
  private static let kinds: Set<String> = ["bc", "tb", "ttr", "qđ", "bb", "kh", "cv", "ct", "hd"]

  /// The issuer's abbreviation in numbers of papers, from the symbol of round.csv; nil where there is none.
  var issuerSymbol: String? {
    let parts = symbol.pieces(separatedBy: "-").filter { !$0.isEmpty }
    guard let first = parts.first else { return nil }
    guard Self.kinds.contains(first.folded), parts.count > 1 else { return first }
    return parts.dropFirst().joined(separator: "-")
  }

  /// The open number of a paper of a kind: `……/TB-SNV`.
  func number(of kind: String) -> String { "……/\(kind)-\(issuerSymbol ?? "……")" }

  /// The superior as running text writes it: `UBND tỉnh Mẫu`.
  var superiorName: String { superior.isEmpty ? "UBND ……" : superior.inRunningText }

  /// The head of the superior: the chairman of a people's committee.
  var chairman: String {
    let name = superiorName
    return name.isPeoplesCommittee ? "Chủ tịch \(name)" : name
  }

  /// The superior in capitals and in full, as the head of its own papers writes it.
  var superiorInFull: String { superiorName.uppercased().inFull }

  /// The superior's head in capitals and in full.
  var chairmanInFull: String { chairman.uppercased().inFull }

  /// What stands in the number of the superior's decisions.
  var decisionSymbol: String { superiorName.isPeoplesCommittee ? "QĐ-UBND" : "QĐ-……" }
}

extension Round {
  /// The issuer as running text writes it: the agency or council member of that name, else as round.csv does.
  var issuerName: String {
    let folded = settings.issuer.folded
    if let agency = agencies.first(where: { $0.name.folded == folded }) { return agency.name }
    return settings.issuer.isEmpty ? "……" : settings.issuer.inRunningText
  }

  /// The head of the issuer: `Giám đốc Sở Nội vụ`.
  var issuerHead: String {
    let title = settings.signerTitle.folded
    // A deputy who signs on behalf is not whom papers name.
    let isPlain = !title.isEmpty && !title.contains(".") && !title.contains("phó")
    return (isPlain ? (title.first?.uppercased() ?? "") + title.dropFirst() : "Thủ trưởng") + " \(issuerName)"
  }
}

extension Publication {
  /// The signer of the decision without the title that may follow after a comma.
  var signerName: String { String(signer.prefix { $0 != "," }).trimmed }

  /// The title that follows the signer's name; empty where there is none.
  var signerTitle: String { String(signer.drop { $0 != "," }.dropFirst()).trimmed }

  /// Above the signer's name: a deputy signs on behalf of the chairman.
  var signatureTitles: [String] {
    let folded = signerTitle.folded
    if folded.isEmpty { return ["……"] }
    if folded.hasPrefix("phó chủ tịch") { return ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"] }
    return [folded.hasPrefix("chủ tịch") ? "CHỦ TỊCH" : signerTitle.uppercased()]
  }

  /// `Quyết định số 12/QĐ-UBND ngày 14/3/2024`, with what is not known left open.
  var decisionText: String {
    let number = number.isEmpty ? "……" : number
    return "Quyết định số \(number) \(Day.phrase(date))"
  }
}

extension String {
  /// The text with a people's committee written out.
  fileprivate var inFull: String {
    split(separator: " ").map { $0 == "UBND" ? "ỦY BAN NHÂN DÂN" : String($0) }.joined(separator: " ")
  }

  fileprivate var isPeoplesCommittee: Bool {
    ["ubnd", "ủy ban nhân dân", "uỷ ban nhân dân"].contains { folded.hasPrefix($0) }
  }

  /// A name in capitals as running text writes it: `UBND TỈNH MẪU` as `UBND tỉnh Mẫu`; any other stays.
  fileprivate var inRunningText: String {
    guard isPeoplesCommittee, self == uppercased() else { return self }
    let levels: Set<String> = ["tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "đặc", "khu"]
    let committee = ["ủy", "uỷ", "ban", "nhân", "dân"]
    var names = false
    let words = split(separator: " ").map { word -> String in
      let folded = String(word).folded
      if folded == "ubnd" { return "UBND" }
      if !names, committee.contains(folded) {
        return folded.hasPrefix("ủ") || folded.hasPrefix("uỷ") ? "Ủy" : folded
      }
      if !names, levels.contains(folded) { return folded }
      names = true
      return (folded.first?.uppercased() ?? "") + folded.dropFirst()
    }
    return words.joined(separator: " ")
  }
}
