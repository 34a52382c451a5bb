import CCHCCycle
import CCHCFiles
import CCHCPapers
package import CCHCScoring

/// The newest receipt of an agency's filing.
package struct FilingReceipt {
  fileprivate let agency: ScoredAgency
  fileprivate let submissions: AgencySubmissions

  /// - Parameters:
  ///   - agency: The agency with its own scores before any appraisal.
  ///   - submissions: Its rows of the register; the last one is the receipt.
  package init(_ agency: ScoredAgency, _ submissions: AgencySubmissions) {
    (self.agency, self.submissions) = (agency, submissions)
  }
}

extension Output where Source == FilingReceipt {
  static var receipt: Output {
    Output(
      "co-quan/\(.agency)/phieu-tiep-nhan", Bilingual("phiếu tiếp nhận hồ sơ", "the receipt of a filing"),
      isDated: true,
      each: { receipt in [OutputSubject([.agency: receipt.agency.code], receipt)] },
      [.document { ReceiptSlip.document($0.agency, $0.submissions) }])
  }
}
