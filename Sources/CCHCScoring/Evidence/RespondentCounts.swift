import CCHCFiles

/// How often one answer was given by one named group of respondents.
package struct GroupAnswers: Sendable, Equatable {
  /// The answer, by its figure's place in the evidence.
  package let figure: Int
  /// The group, by its place in the evidence's list.
  package let group: Int
  package let count: Int64
}

/// Adds up answers by figure and named group of respondents while survey tables are read.
struct RespondentCounts {
  private var groups = Interner()
  private var counts: [Key: Int64] = [:]
  /// The last row's key and count, kept back: rows mostly come sorted.
  private var last: (key: Key, count: Int64)?
  private var lastGroup = 0

  private struct Key: Hashable {
    let figure: Int
    let group: Int
  }

  mutating func add(_ count: Int64, figure: Int, group name: Span<UInt8>) {
    let key = Key(figure: figure, group: number(of: name))
    if let last, last.key == key {
      self.last = (key, last.count + count)
    } else {
      settle()
      last = (key, count)
    }
  }

  private mutating func number(of name: Span<UInt8>) -> Int {
    if lastGroup < groups.names.count, groups.isEqual(lastGroup, name) { return lastGroup }
    lastGroup = groups.number(of: name) ?? groups.insert(name.text)
    return lastGroup
  }

  private mutating func settle() {
    if let last { counts[last.key, default: 0] += last.count }
    last = nil
  }

  /// Adds the answers of one figure to another's.
  mutating func carry(from source: Int, to target: Int) {
    settle()
    for group in groups.names.indices {
      guard let count = counts[Key(figure: source, group: group)] else { continue }
      counts[Key(figure: target, group: group), default: 0] += count
    }
  }

  /// The groups in the order of their bytes, and the counts by figure and group.
  mutating func sorted() -> ([String], [GroupAnswers]) {
    settle()
    let order = groups.names.indices.sorted { precedesInBytes(groups.names[$0], groups.names[$1]) }
    var places = [Int](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = place }
    let answers = counts.map { GroupAnswers(figure: $0.figure, group: places[$0.group], count: $1) }
    return (
      order.map { groups.names[$0] }, answers.sorted { ($0.figure, $0.group) < ($1.figure, $1.group) }
    )
  }
}

/// Whether a heading of a survey table names a person, so that the table must not be read.
@Sendable func namesPerson(_ heading: String) -> Bool {
  let words = String(heading.unaccented.map { "_-./".contains($0) ? " " : $0 }).trimmed
  return personalHeadings.contains(words) || personalParts.contains { words.contains($0) }
}

/// Headings that name a person only where they stand alone, without accents.
private let personalHeadings: Set<String> = [
  "name", "ten", "ho", "mail", "nguoi tra loi", "nguoi duoc hoi", "nguoi dan", "respondent",
]

/// What no heading may contain, without accents.
private let personalParts = [
  "ho ten", "ho va ten", "ho & ten", "ten nguoi", "full name", "fullname", "first name", "last name",
  "surname", "respondent name", "dien thoai", "phone", "sdt", "so dt", "mobile", "cccd", "cmnd", "cmtnd",
  "can cuoc", "chung minh nhan dan", "chung minh thu", "dinh danh ca nhan", "identity", "passport",
  "ho chieu", "email", "e mail", "dia chi", "address", "ngay sinh", "nam sinh", "date of birth", "birthday",
  "zalo", "facebook", "chu ky", "signature",
]
