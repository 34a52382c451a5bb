import CCHCCriteria

/// The places of a longest part of a list that does not descend, from its front; the fewest others are out of order.
func longestAscent<Value: Comparable>(of values: [Value]) -> [Int] {
  // Patience: `tails[n]` is the place of the smallest value that ends an ascent of n + 1.
  var tails: [Int] = []
  var before = [Int?](repeating: nil, count: values.count)
  for place in values.indices {
    var (low, high) = (0, tails.count)
    while low < high {
      let middle = (low + high) / 2
      if values[tails[middle]] <= values[place] { low = middle + 1 } else { high = middle }
    }
    before[place] = low > 0 ? tails[low - 1] : nil
    if low < tails.count { tails[low] = place } else { tails.append(place) }
  }
  var result: [Int] = []
  var next = tails.last
  while let place = next {
    result.append(place)
    next = before[place]
  }
  return result.reversed()
}

/// Rows in an order, parted into those that keep it and those that do not.
struct OrderedRows<Value: Comparable> {
  /// A place that is out of order, and the nearest one in order that it contradicts.
  struct Slip {
    let place: Int
    let other: Int
  }

  let slips: [Slip]

  /// Values that must not descend.
  init(_ values: [Value]) {
    let kept = longestAscent(of: values)
    let isKept = Set(kept)
    var behind = 0
    slips = values.indices.filter { !isKept.contains($0) }.map { place in
      while behind < kept.count, kept[behind] < place { behind += 1 }
      // Of those in order the nearest one before has the greatest value, the nearest one behind the smallest.
      let contradicts = behind > 0 && values[kept[behind - 1]] > values[place]
      let other = contradicts ? kept[behind - 1] : behind < kept.count ? kept[behind] : place
      return Slip(place: place, other: other)
    }
  }
}
