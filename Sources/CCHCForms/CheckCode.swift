import CCHCCriteria
import CCHCFiles
import CCHCScoring

/// The mã đối chiếu: a checksum of the typed figures, by which a signed paper and a file are matched.
///
/// Each figure is weighed by its criterion and name, so that two that change places change the code. Documents and
/// explanations are free texts and do not count.
struct CheckCode {
  private let set: CriteriaSet

  init(_ set: CriteriaSet) { self.set = set }

  /// The two prime numbers that sums are taken by: twelve digits together.
  static let primes: [Int128] = [999_983, 999_979]

  /// A weight from 1 up to a prime, the same for the same words everywhere.
  static func weight(_ words: String, _ prime: Int128) -> Int128 {
    let digest = sha256(Array("\(prime) \(words)".utf8))
    return (Int128(digest.prefix(12), radix: 16) ?? 0) % (prime - 1) + 1
  }

  /// Adds the parts of a leaf to its row: for each input its whole number and its state, and the request.
  func add(
    _ inputs: [(whole: Formula, state: Formula)], _ requested: Formula, to row: inout WorkRow, _ leaf: Leaf
  ) {
    let code = set.rows[leaf.row].code
    let wholes = inputs.map { input in
      (Formula.cell(row.cell(input.whole)), input.state)
    }
    for (prime, column) in zip(Self.primes, [WorkColumn.firstCheck, WorkColumn.secondCheck]) {
      var parts: [Formula] = []
      for (place, input) in wholes.enumerated() {
        let name = "\(code) \(leaf.inputs[place].name)"
        let size = Formula.call(.absolute, [input.0])
        // Whole numbers of 15 digits would be too large for the remainder function of old spreadsheets.
        let rest = Formula.cell(
          row.cell(size - .number(prime) * .call(.whole, [.quotient(size, .number(prime))])))
        let weighed =
          rest * .number(Self.weight(name, prime))
          + .when(input.0 < 0, input.1 + 3, input.1) * .number(Self.weight(name + " state", prime))
        parts.append(.cell(row.cell(.call(.remainder, [weighed, .number(prime)]))))
      }
      parts.append(
        .call(
          .remainder, [requested * .number(Self.weight("\(code) request", prime)), .number(prime)]))
      row.compute(
        row.combined(parts) { .sum($0) }, at: FormCell(.work, row: row.row, column: column))
    }
  }

  /// The text of the code from the sums of all leaves and a number that stands for round, agency and set.
  static func text(_ sums: [Formula], salts: [Formula]) -> Formula {
    var parts: [Formula] = []
    for (place, prime) in primes.enumerated() {
      if place > 0 { parts.append(.text("-")) }
      let rest = Formula.call(.remainder, [sums[place] + salts[place], .number(prime)])
      parts.append(.call(.right, [.joined([.text("000000"), rest]), 6]))
    }
    return .joined(parts)
  }
}
