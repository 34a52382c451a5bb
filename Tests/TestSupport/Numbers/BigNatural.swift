import CCHCExact

/// A whole number of any size, in digits to the base 2^32, the lowest first: slow and plain.
package struct BigNatural: Comparable {
  private(set) var digits: [UInt32]

  package init(_ value: UInt128) {
    digits = []
    var rest = value
    while rest > 0 {
      digits.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  package static let zero = BigNatural(0)

  /// 2 to a power.
  package static func powerOfTwo(_ exponent: Int) -> BigNatural {
    var result = BigNatural(1)
    for _ in 0..<exponent { result = result + result }
    return result
  }

  /// 10 to a power.
  package static func powerOfTen(_ exponent: Int) -> BigNatural {
    var result = BigNatural(1)
    for _ in 0..<exponent { result = result * BigNatural(10) }
    return result
  }

  package var isZero: Bool { digits.isEmpty }
  package var isEven: Bool { (digits.first ?? 0).isMultiple(of: 2) }

  private mutating func trim() { while digits.last == 0 { digits.removeLast() } }

  package static func < (left: BigNatural, right: BigNatural) -> Bool {
    if left.digits.count != right.digits.count { return left.digits.count < right.digits.count }
    var place = left.digits.count - 1
    while place >= 0 {
      if left.digits[place] != right.digits[place] { return left.digits[place] < right.digits[place] }
      place -= 1
    }
    return false
  }

  package static func + (left: BigNatural, right: BigNatural) -> BigNatural {
    var result = BigNatural.zero
    var carry: UInt64 = 0
    for place in 0..<max(left.digits.count, right.digits.count) {
      var sum = carry
      if place < left.digits.count { sum += UInt64(left.digits[place]) }
      if place < right.digits.count { sum += UInt64(right.digits[place]) }
      result.digits.append(UInt32(sum & 0xFFFF_FFFF))
      carry = sum >> 32
    }
    if carry > 0 { result.digits.append(UInt32(carry)) }
    return result
  }

  /// Takes off a number that is not larger.
  package mutating func subtract(_ other: BigNatural) {
    var borrow: Int64 = 0
    for place in digits.indices {
      var difference = Int64(digits[place]) - borrow
      if place < other.digits.count { difference -= Int64(other.digits[place]) }
      borrow = difference < 0 ? 1 : 0
      digits[place] = UInt32(difference + borrow << 32)
    }
    trim()
  }

  package static func * (left: BigNatural, right: BigNatural) -> BigNatural {
    var result = BigNatural.zero
    result.digits = [UInt32](repeating: 0, count: left.digits.count + right.digits.count)
    for (low, digit) in left.digits.enumerated() {
      var carry: UInt64 = 0
      for (high, other) in right.digits.enumerated() {
        let sum = UInt64(digit) * UInt64(other) + UInt64(result.digits[low + high]) + carry
        result.digits[low + high] = UInt32(sum & 0xFFFF_FFFF)
        carry = sum >> 32
      }
      result.digits[low + right.digits.count] = UInt32(carry)
    }
    result.trim()
    return result
  }

  private mutating func halve() {
    var carry: UInt32 = 0
    var place = digits.count - 1
    while place >= 0 {
      let next = digits[place] & 1
      digits[place] = digits[place] >> 1 | carry << 31
      carry = next
      place -= 1
    }
    trim()
  }

  /// The greatest common divisor, by halving and subtracting.
  package static func greatestCommonDivisor(_ left: BigNatural, _ right: BigNatural) -> BigNatural {
    var (a, b) = (left, right)
    if a.isZero { return b }
    if b.isZero { return a }
    var twos = 0
    while a.isEven, b.isEven {
      a.halve()
      b.halve()
      twos += 1
    }
    while !a.isZero {
      while a.isEven { a.halve() }
      while b.isEven { b.halve() }
      if a < b { (a, b) = (b, a) }
      a.subtract(b)
    }
    return b * powerOfTwo(twos)
  }

  /// Quotient without the rest, by doubling the divisor and taking it off.
  package func divided(by divisor: BigNatural) -> BigNatural {
    var multiples: [(multiple: BigNatural, power: BigNatural)] = [(divisor, BigNatural(1))]
    while let last = multiples.last, last.multiple <= self {
      multiples.append((last.multiple + last.multiple, last.power + last.power))
    }
    var rest = self
    var quotient = BigNatural.zero
    for entry in multiples.reversed() where entry.multiple <= rest {
      rest.subtract(entry.multiple)
      quotient = quotient + entry.power
    }
    return quotient
  }
}
