/// Reads a date of FORMATS 1 that a time of day may follow, after a space or a `T`; the time is left out.
package func parseDayOfMoment(_ bytes: Span<UInt8>) -> Day? {
  let end = bytes.indices.first { bytes[$0] == 0x20 || bytes[$0] == UInt8(ascii: "T") } ?? bytes.count
  guard end < bytes.count else { return parseDay(bytes) }
  let time = trimmedRange(of: bytes, from: end + 1, to: bytes.count)
  guard isTime(bytes.extracting(time)) else { return nil }
  return parseDay(bytes.extracting(..<end))
}

/// Whether bytes are a time of day: `8:05`, `08:05:00` or `08:05:00.123`.
package func isTime(_ bytes: Span<UInt8>) -> Bool {
  var numbers = 0
  var index = 0
  while true {
    let start = index
    var value = 0
    while index < bytes.count, index - start < 2, bytes[index] &- 48 <= 9 {
      value = value * 10 + Int(bytes[index] - 48)
      index += 1
    }
    guard index - start == 2 || (numbers == 0 && index - start == 1) else { return false }
    guard value <= (numbers == 0 ? 23 : 59) else { return false }
    numbers += 1
    guard index < bytes.count else { return numbers >= 2 }
    if numbers < 3, bytes[index] == UInt8(ascii: ":") {
      index += 1
      continue
    }
    guard numbers == 3, bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count, bytes.count - index <= 10
    else { return false }
    for place in (index + 1)..<bytes.count where bytes[place] &- 48 > 9 { return false }
    return true
  }
}
