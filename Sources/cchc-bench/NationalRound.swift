import CCHCCriteria
import CCHCFiles
import CCHCScoring
import CCHCTables
import Glibc

/// Writes a made-up round: two counts a leaf of every agency, one leaf in ten appraised.
///
/// Agencies differ in how much they finish in time, so that all bands and many ranks occur. A few denominators are 0, a
/// few leaves are not filed, one agency in two hundred is not ranked.
struct NationalRound {
  static let name = "ca-nuoc-2025"
  private static let blocs = 34
  /// How many leaves are appraised, have a denominator of 0, are not filed: one in so many.
  private static let (appraised, zero, missing) = (10, 500, 20_000)

  private let agencies: Int
  private let folder: String
  private var numbers: SeededNumbers
  /// What stands before a value, by leaf: `,1.2.3,a,`.
  private let leaves: [(leaf: NationalSet.Leaf, a: [UInt8], b: [UInt8], appraisal: [UInt8])]
  private let reasons = [
    "Thiếu tài liệu kiểm chứng", "Số liệu không khớp với hệ thống một cửa",
    "\"Tính cả hồ sơ quá hạn, chưa đúng\"",
  ].map { Array("\($0)\n".utf8) }

  init(_ set: NationalSet, agencies: Int, seed: UInt64, folder: String) {
    self.agencies = agencies
    self.folder = folder
    numbers = SeededNumbers(seed)
    leaves = set.leaves.map {
      ($0, Array(",\($0.code),a,".utf8), Array(",\($0.code),b,".utf8), Array(",\($0.code),1,".utf8))
    }
  }

  private func code(_ agency: Int) -> String {
    let digits = "\(agency + 1)"
    return "X" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  /// Writes all tables of the round.
  ///
  /// - Returns: How many leaves were written.
  /// - Throws: `FileError` where a file cannot be written.
  mutating func write() throws(FileError) -> Int {
    for part in ["self", "appraisal"] { try makeFolder(joinedPath(folder, part)) }
    try writeFile(settings, to: joinedPath(folder, "round.csv"))
    try writeFile(list(), to: joinedPath(folder, "agencies.csv"))
    var filed = try StreamedFile(joinedPath(folder, "self/all.csv"))
    var appraisal = try StreamedFile(joinedPath(folder, "appraisal/1.csv"))
    filed.add("agency,criterion,input,value\n")
    appraisal.add("agency,criterion,round,input,value,points,reason\n")
    for agency in 0..<agencies {
      let code = Array(code(agency).utf8)
      // The better of two throws: most agencies are good ones.
      let quality = 40 + max(numbers.below(61), numbers.below(61))
      for place in leaves.indices { addLeaf(place, code, quality, &filed, &appraisal) }
      try filed.flush(at: 1 << 20)
      try appraisal.flush(at: 1 << 20)
    }
    try filed.close()
    try appraisal.close()
    return agencies * leaves.count
  }

  private mutating func addLeaf(
    _ place: Int, _ code: [UInt8], _ quality: Int, _ filed: inout StreamedFile,
    _ appraisal: inout StreamedFile
  ) {
    let isAppraised = numbers.below(Self.appraised) == 0
    guard numbers.below(Self.missing) > 0 else { return }
    let (a, b) = counts(place, quality)
    filed.add(code)
    filed.add(leaves[place].a)
    filed.add(a)
    filed.add(UInt8(ascii: "\n"))
    filed.add(code)
    filed.add(leaves[place].b)
    filed.add(b)
    filed.add(UInt8(ascii: "\n"))
    guard isAppraised else { return }
    appraisal.add(code)
    appraisal.add(leaves[place].appraisal)
    switch numbers.below(10) {
    case 0, 1:
      appraisal.add(",,")
      let points = numbers.below(leaves[place].leaf.maximum + 1)
      appraisal.add(points / 100)
      appraisal.add(points % 100 < 10 ? ".0" : ".")
      appraisal.add(points % 100)
      appraisal.add(UInt8(ascii: ","))
      appraisal.add(reasons[numbers.below(reasons.count)])
    case 2, 3:
      appraisal.add("b,")
      appraisal.add(b - numbers.below(b / 4 + 1))
      appraisal.add(",,")
      appraisal.add(reasons[numbers.below(reasons.count)])
    default: appraisal.add(",,,\n")
    }
  }

  /// All, and of them those in time.
  private mutating func counts(_ place: Int, _ quality: Int) -> (Int, Int) {
    if case .deduction = leaves[place].leaf.shape {
      let all = 5 + numbers.below(56)
      return (all, all - min(all, numbers.below(2 + (100 - quality) / 4)))
    }
    guard numbers.below(Self.zero) > 0 else { return (0, 0) }
    let all = 20 + numbers.below(4_980)
    // A third is finished wholly.
    let share = numbers.below(3) == 0 ? 1_000 : max(0, min(1_000, quality * 10 - 200 + numbers.below(351)))
    return (all, all * share / 1_000)
  }

  private var settings: [UInt8] {
    var csv = CSVWriter(locale: .english)
    csv.row(["key", "value"])
    csv.row(["name", "Kỳ dựng để đo tốc độ (số liệu ngẫu nhiên)"])
    csv.row(["year", "2025"])
    csv.row(["criteria:xa", NationalSet.name])
    return csv.bytes
  }

  private mutating func list() -> [UInt8] {
    var csv = CSVWriter(locale: .english)
    csv.row(["agency", "name", "group", "bloc", "ranked"])
    for agency in 0..<agencies {
      let bloc = agency * Self.blocs / agencies + 1
      csv.row([
        code(agency), "UBND xã số \(agency + 1)", "xa", bloc < 10 ? "Tỉnh số 0\(bloc)" : "Tỉnh số \(bloc)",
        numbers.below(200) == 0 ? "no" : "yes",
      ])
    }
    return csv.bytes
  }
}

/// Writes a made-up criteria set and a round that uses it, the same bytes for the same seed.
///
/// - Parameters:
///   - agencies: How many.
///   - leaves: How many a set holds.
///   - seed: What the figures come from.
///   - folder: Where `criteria/` and `evidence/` come to stand.
/// - Returns: How long it took.
/// - Throws: `FileError` where a file cannot be written.
func generateNational(agencies: Int, leaves: Int, seed: UInt64, to folder: String) throws(FileError)
  -> Measure
{
  let clock = ContinuousClock()
  let start = clock.now
  let set = NationalSet(leafCount: leaves)
  let criteria = joinedPath(folder, "criteria/\(NationalSet.name)")
  try makeFolder(criteria)
  for table in set.tables { try writeFile(table.bytes, to: joinedPath(criteria, table.name)) }
  var round = NationalRound(
    set, agencies: agencies, seed: seed, folder: joinedPath(folder, "evidence/\(NationalRound.name)"))
  let cells = try round.write()
  return Measure(seconds: [("generate", clock.now - start)], cells: cells)
}
