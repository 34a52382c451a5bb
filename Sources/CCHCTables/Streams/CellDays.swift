import CCHCExact

/// Reads the dates of cells without making anything: days counted from 1 January 1970.
struct CellDays {
  /// For each month from January 1901 on the number of the day before its first one, and how many days it has.
  private var starts: [Int32] = []
  private var lengths: [Int32] = []

  init() {
    for year in 1901...2199 {
      for month in 1...12 {
        let first = Day(year: year, month: month, day: 1)?.number ?? 0
        let next =
          month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
        starts.append(Int32(first - 1))
        lengths.append(Int32((next?.number ?? first + 31) - first))
      }
    }
  }

  /// The day of a cell as most systems write it; `ColumnReader.odd` where `parseDayOfMoment` has to say.
  @inline(__always)
  func day(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    if count == 10 || (count > 10 && isMoment(cell, count)) {
      if cell[2] == UInt8(ascii: "/"), cell[5] == UInt8(ascii: "/") {
        return day(pair(cell, 6) &* 100 &+ pair(cell, 8), pair(cell, 3), pair(cell, 0))
      }
      if cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-") {
        return day(pair(cell, 0) &* 100 &+ pair(cell, 2), pair(cell, 5), pair(cell, 8))
      }
    }
    return shortDay(cell, count)
  }

  /// Two digits as a number; a number far beyond any date where they are none.
  @inline(__always)
  private func pair(_ cell: UnsafePointer<UInt8>, _ place: Int) -> Int32 {
    let (tens, ones) = (cell[place] &- 48, cell[place + 1] &- 48)
    return tens <= 9 && ones <= 9 ? Int32(tens) &* 10 &+ Int32(ones) : 1_000_000
  }

  @inline(__always)
  private func day(_ year: Int32, _ month: Int32, _ day: Int32) -> Int32 {
    guard year >= 1901, year <= 2199, month >= 1, month <= 12 else { return ColumnReader.odd }
    let place = Int((year - 1901) * 12 + month - 1)
    guard day >= 1, day <= lengths[place] else { return ColumnReader.odd }
    return starts[place] + day
  }

  /// A date whose day or month is written with one digit, `1/4/2023`.
  private func shortDay(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    var numbers: (Int32, Int32) = (0, 0)
    var index = 0
    for place in 0..<2 {
      var value: Int32 = 0
      let start = index
      while index < count, index - start < 2, cell[index] &- 48 <= 9 {
        value = value * 10 + Int32(cell[index] - 48)
        index += 1
      }
      guard index > start, index < count, cell[index] == UInt8(ascii: "/") else { return ColumnReader.odd }
      index += 1
      if place == 0 { numbers.0 = value } else { numbers.1 = value }
    }
    guard index + 4 == count else { return ColumnReader.odd }
    return day(pair(cell, index) &* 100 &+ pair(cell, index + 2), numbers.1, numbers.0)
  }

  private func isMoment(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard cell[10] == 0x20 || cell[10] == UInt8(ascii: "T") else { return false }
    return isTime(UnsafeBufferPointer(start: cell + 11, count: count - 11).span)
  }
}
