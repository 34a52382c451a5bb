import CCHCExact
import CCHCFiles
import CCHCScoring

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
  /// The issuer as running text writes it: as an agency or a council member is called, else by its capitals.
  var issuerName: String {
    guard !settings.issuer.isEmpty else { return "……" }
    let folded = settings.issuer.folded
    let known = agencies.map(\.name) + councilRows.map(\.name)
    return known.first { $0.folded == folded } ?? settings.issuer.inRunningText
  }

  /// The head of the issuer: `Giám đốc Sở Nội vụ`.
  var issuerHead: String {
    let title = settings.signerTitle.folded
    // A deputy who signs on behalf is not whom papers name.
    let isPlain = !title.isEmpty && !title.contains(".") && !title.contains("phó")
    return (isPlain ? title.withCapital : "Thủ trưởng") + " \(issuerName)"
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
    guard self == uppercased() else { return self }
    if isPeoplesCommittee { return committeeInRunningText }
    let words = split(separator: " ").map { String($0).folded }
    guard words.first == "sở", words.count > 1 else { return self }
    // `Sở Giáo dục và Đào tạo`: each of the joined names begins with a capital.
    var begins = true
    let rest = words.dropFirst().map { word -> String in
      defer { begins = word == "và" || word == "-" || word.hasSuffix(",") }
      return begins ? word.withCapital : word
    }
    return "Sở " + rest.joined(separator: " ")
  }

  private var committeeInRunningText: String {
    let levels: Set<String> = ["tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "đặc", "khu"]
    let committee: Set<String> = ["ban", "nhân", "dân"]
    var isName = false
    let words = split(separator: " ").map { word -> String in
      let folded = String(word).folded
      if folded == "ubnd" { return "UBND" }
      if !isName, ["ủy", "uỷ"].contains(folded) { return "Ủy" }
      if !isName, committee.contains(folded) || levels.contains(folded) { return folded }
      isName = true
      return folded.withCapital
    }
    return words.joined(separator: " ")
  }

  /// The text with a capital first letter.
  var withCapital: String { (first?.uppercased() ?? "") + dropFirst() }
}
