/// Agencies of which each leads to one other at most: to its successor, or to its parent.
struct AgencyChains {
  /// Whether each agency stands in a circle.
  private(set) var isInCircle: [Bool]
  /// Whether each agency stands in a circle or leads into one.
  private(set) var meetsCircle: [Bool]
  /// How many other agencies follow each one.
  private(set) var followers: [Int]

  /// Follows every chain once, whatever their number and length.
  ///
  /// - Parameter next: the agency that each one leads to.
  init(_ next: [Int?]) {
    isInCircle = next.map { _ in false }
    meetsCircle = isInCircle
    followers = next.map { _ in 0 }
    var isDone = isInCircle
    /// Where an agency stands on the way that is being followed.
    var places: [Int: Int] = [:]
    for start in next.indices where !isDone[start] {
      var way: [Int] = []
      places.removeAll()
      var current: Int? = start
      while let agency = current, !isDone[agency], places[agency] == nil {
        places[agency] = way.count
        way.append(agency)
        current = next[agency]
      }
      if let first = current.flatMap({ places[$0] }) {
        for agency in way[first...] {
          (isInCircle[agency], meetsCircle[agency], isDone[agency]) = (true, true, true)
          followers[agency] = way.count - first - 1
        }
      }
      for agency in way.reversed() where !isDone[agency] {
        isDone[agency] = true
        guard let after = next[agency] else { continue }
        meetsCircle[agency] = meetsCircle[after]
        followers[agency] = followers[after] + 1
      }
    }
  }
}

extension [Agency] {
  /// The chains of agencies by the code of another agency that each one names.
  func chains(by code: (Agency) -> String) -> AgencyChains {
    let indices = indicesByCode
    return AgencyChains(map { indices[code($0)] })
  }

  /// The indices of the agencies by their codes.
  var indicesByCode: [String: Int] {
    Dictionary(enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }
}
