package import CCHCFiles

/// What became of a leaf in its final column (FORMATS 5).
package enum LeafStatus: String, Sendable, CaseIterable {
  case scored
  case exempt
  case requested
  case missing
  case invalid
  case undocumented
  case monitored
}

extension LeafStatus {
  /// The status as it is shown (FORMATS 7).
  package var vietnamese: String {
    switch self {
    case .scored: "đã chấm"
    case .exempt: "không đánh giá"
    case .requested: "đề nghị không đánh giá"
    case .missing: "chưa có số liệu"
    case .invalid: "số liệu không hợp lệ"
    case .undocumented: "thiếu tài liệu kiểm chứng"
    case .monitored: "theo dõi, không tính điểm"
    }
  }
}

extension LeafStatus {
  /// The status for a message.
  package var argument: ProblemArgument { .phrase(vi: vietnamese, en: rawValue) }

  /// The status's place among all.
  package var place: Int {
    switch self {
    case .scored: 0
    case .exempt: 1
    case .requested: 2
    case .missing: 3
    case .invalid: 4
    case .undocumented: 5
    case .monitored: 6
    }
  }

  init(place: Int) {
    self =
      switch place {
      case 0: .scored
      case 1: .exempt
      case 2: .requested
      case 3: .missing
      case 4: .invalid
      case 5: .undocumented
      default: .monitored
      }
  }
}

/// The three columns of one leaf of one agency in 24 bytes; points in units of the set's point decimals.
package struct LeafScore: Sendable, BitwiseCopyable {
  /// Stands for points that there are none of: no leaf has so many, and an optional would need twice the memory.
  private static let none = Int64.min

  private let ownUnits: Int64
  private let finalUnits: Int64
  /// Where the leaf's appraisal rounds stand among all of them.
  let firstRound: Int32
  /// How many rounds there are, and below that in three bits the place of the status.
  private let roundsAndStatus: UInt32

  init(own: Int64?, final: Int64?, status: LeafStatus, firstRound: Int, roundCount: Int) {
    ownUnits = own ?? Self.none
    finalUnits = final ?? Self.none
    self.firstRound = Int32(firstRound)
    roundsAndStatus = UInt32(roundCount) << 3 | UInt32(status.place)
  }

  var roundCount: Int32 { Int32(roundsAndStatus >> 3) }

  package var status: LeafStatus { LeafStatus(place: Int(roundsAndStatus & 7)) }

  /// From what the agency filed; nil for survey and external leaves, where exempt and where monitored.
  package var own: Int64? { ownUnits == Self.none ? nil : ownUnits }

  /// The last appraisal where there is one, else what was filed; nil where exempt and where monitored.
  package var final: Int64? { finalUnits == Self.none ? nil : finalUnits }

  package var isAppraised: Bool { roundCount > 0 }
}

/// A leaf's points after one appraisal round.
package struct RoundScore: Sendable, BitwiseCopyable {
  package let round: Int
  /// nil where exempt or monitored.
  package let points: Int64?
}

/// Why a leaf is invalid although each figure is of its type.
package enum LeafFault: Sendable, Equatable {
  /// A check does not hold or divides by 0, by its place.
  case check(Int)
  case divisionByZero
  case overflow
}
