/// The part of a byte range that is left when FORMATS 1's white space is taken off both ends.
package func trimmedRange(of bytes: Span<UInt8>, from start: Int, to end: Int) -> Range<Int> {
  var low = start
  var high = end
  while low < high {
    if isBlank(bytes[low]) {
      low += 1
    } else if bytes[low] == 0xC2, low + 1 < high, bytes[low + 1] == 0xA0 {
      low += 2
    } else {
      break
    }
  }
  while high > low {
    if isBlank(bytes[high - 1]) {
      high -= 1
    } else if bytes[high - 1] == 0xA0, high - 2 >= low, bytes[high - 2] == 0xC2 {
      high -= 2
    } else {
      break
    }
  }
  return low..<high
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}
