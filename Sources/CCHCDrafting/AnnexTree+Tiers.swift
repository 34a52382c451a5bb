import CCHCCriteria
import CCHCExact

extension AnnexTree {
  /// Rows a), b) … that are tiers of one criterion, not criteria: the highest of them is worth the maximum.
  mutating func foldTiers() {
    var gone: Set<Int> = []
    for parent in criteria.indices {
      let children = criteria[parent].children
      guard !children.isEmpty, let full = criteria[parent].maximum.map({ Rational($0) }),
        children.allSatisfy({ criteria[$0].isAlpha && criteria[$0].children.isEmpty })
      else { continue }
      let points = children.compactMap { criteria[$0].maximum.map { Rational($0) } }
      let sum = points.reduce(Rational?.some(.zero)) { $0?.adding($1) }
      let isSum = points.count == children.count && sum == full && !points.contains(.zero)
      guard !isSum, points.isEmpty || points.max() == full else { continue }
      for child in children {
        let text = criteria[child].name
        criteria[parent].lines.append(
          criteria[child].maximum.map { Self.tier(text, exactText(Rational($0), mark: ",")) } ?? text)
        criteria[parent].lines += criteria[child].lines
        criteria[parent].documents += criteria[child].documents
        gone.insert(child)
      }
      criteria[parent].children = []
    }
    guard !gone.isEmpty else { return }
    var places: [Int: Int] = [:]
    for old in criteria.indices where !gone.contains(old) { places[old] = places.count }
    criteria = criteria.indices.filter { !gone.contains($0) }.map { old in
      var criterion = criteria[old]
      criterion.parent = criterion.parent.flatMap { places[$0] }
      criterion.children = criterion.children.compactMap { places[$0] }
      return criterion
    }
  }
}
