/// A day of the calendar, counted from 1 January 1970.
package struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before it.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// A day of the Gregorian calendar, nil where there is none or the year is not 1901 to 2199 (FORMATS 1).
  package init?(year: Int, month: Int, day: Int) {
    guard (1901...2199).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, in: year)
    else { return nil }
    // Years counted from March put the leap day last; 719,468 days lie between 0000-03-01 and 1970-01-01.
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    number = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month and day of the month.
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// `2023-04-01`.
  package var isoText: String {
    let (year, month, day) = components
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// `01/4/2023`, as Vietnamese documents write it: a leading zero for days below 10 and for January and February.
  ///
  /// Source: NĐ 30/2020/NĐ-CP, on place and date.
  package var documentText: String {
    let (year, month, day) = components
    return "\(day < 10 ? "0" : "")\(day)/\(month < 3 ? "0" : "")\(month)/\(year)"
  }
}

/// Reads a date of FORMATS 1: `2023-04-01`, or day first `01/04/2023`, `1/4/2023`.
package func parseDay(_ bytes: Span<UInt8>) -> Day? {
  guard bytes.count <= 10 else { return nil }
  var numbers: [Int] = [0]
  var lengths: [Int] = [0]
  var separator: UInt8 = 0
  for index in bytes.indices {
    let byte = bytes[index]
    if (48...57).contains(byte) {
      numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 48)
      lengths[lengths.count - 1] += 1
    } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/"), separator == 0 || byte == separator {
      separator = byte
      numbers.append(0)
      lengths.append(0)
    } else {
      return nil
    }
  }
  guard numbers.count == 3 else { return nil }
  if separator == UInt8(ascii: "-") {
    return lengths == [4, 2, 2] ? Day(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
  }
  guard (1...2).contains(lengths[0]), (1...2).contains(lengths[1]), lengths[2] == 4 else { return nil }
  return Day(year: numbers[2], month: numbers[1], day: numbers[0])
}
