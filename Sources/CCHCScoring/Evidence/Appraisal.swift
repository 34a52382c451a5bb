package import CCHCCriteria
import CCHCFiles
import CCHCOffice
import CCHCTables

/// A row of an appraisal, in 72 bytes: a country has a hundred thousand of them.
package struct Appraisal: Sendable, BitwiseCopyable {
  package enum Decision: Sendable {
    /// Agrees with the state so far.
    case agreed
    /// Points for the whole leaf, in units of the set's point decimals.
    case points(Int64)
    /// A corrected figure of an input.
    case figure(input: Int, Figure)
  }

  private enum Kind: UInt8 {
    case agreed
    case points
    case figure
  }

  // The order spares the gaps that a smaller number before a larger one leaves.
  package internal(set) var reason = TextStore.Range()
  /// The row of its file, as a spreadsheet counts.
  package internal(set) var row: UInt32
  package internal(set) var appraiser = TextStore.Range()
  private let inputNumber: Int32
  private let roundNumber: Int64
  /// The points, or the units of the figure.
  private let units: Int64
  /// A digest of the words that tell a repetition from a conflict.
  let digest: UInt64
  private let agencyNumber: Int32
  private let leafNumber: Int32
  package let file: UInt16
  private let kind: Kind
  private let scale: UInt8
  private let state: Figure.State
  let givesPoints: Bool
  let givesValue: Bool
  /// False once an error keeps the row from counting.
  var counts: Bool

  init(
    agency: Int, leaf: Int, round: Int, input: Int?, decision: Decision, givesPoints: Bool, givesValue: Bool,
    digest: UInt64, file: UInt16, row: Int, counts: Bool
  ) {
    (agencyNumber, leafNumber, roundNumber) = (Int32(agency), Int32(leaf), Int64(round))
    inputNumber = input.map { Int32($0) } ?? -1
    (self.givesPoints, self.givesValue, self.counts) = (givesPoints, givesValue, counts)
    (self.digest, self.file, self.row) = (digest, file, UInt32(clamping: row))
    switch decision {
    case .agreed: (kind, units, scale, state) = (.agreed, 0, 0, .absent)
    case .points(let points): (kind, units, scale, state) = (.points, points, 0, .absent)
    case .figure(_, let figure):
      (kind, units, scale, state) = (.figure, figure.units, figure.scale, figure.state)
    }
  }

  package var agency: Int { Int(agencyNumber) }
  package var leaf: Int { Int(leafNumber) }

  /// 1 for the first appraisal round.
  package var round: Int { Int(roundNumber) }

  /// The input that the row names; nil where it names none.
  var input: Int? { inputNumber < 0 ? nil : Int(inputNumber) }

  package var decision: Decision {
    switch kind {
    case .agreed: return .agreed
    case .points: return .points(units)
    case .figure:
      var figure = Figure(state: state, units: units, scale: Int(scale))
      (figure.row, figure.file) = (row, file)
      return .figure(input: Int(inputNumber), figure)
    }
  }

  var key: (Int, Int, Int) { (agency, leaf, round) }
}
