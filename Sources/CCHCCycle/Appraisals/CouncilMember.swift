import CCHCCriteria
import CCHCFiles
import CCHCScoring
import CCHCTables

/// Who a cell of appraisers names, however the word for the council or the standing member is written.
package enum CouncilMember: Sendable, Hashable {
  case council
  case standing
  /// A member by its code.
  case code(String)

  /// The member that a cell names.
  package init(_ written: String) {
    switch Words.appraisers.english(written) {
    case "council": self = .council
    case "standing": self = .standing
    default: self = .code(written)
    }
  }
}
