package import CCHCScoring
import CCHCTables

/// The newest receipt of an agency's filing.
package struct FilingReceipt {
  fileprivate let results: Results
  fileprivate let agency: Int
  fileprivate let submissions: AgencySubmissions

  /// - Parameters:
  ///   - results: The agency's own scores before any appraisal.
  ///   - agency: The agency's index.
  ///   - submissions: Its rows of the register; the last one is the receipt.
  package init(_ results: Results, agency: Int, _ submissions: AgencySubmissions) {
    (self.results, self.agency, self.submissions) = (results, agency, submissions)
  }

  fileprivate var code: String { results.round.agencies[agency].code }
}

extension Output where Source == FilingReceipt {
  static var receipt: Output {
    Output(
      "co-quan/\(.agency)/phieu-tiep-nhan", Bilingual("phiếu tiếp nhận hồ sơ", "the receipt of a filing"),
      isDated: true,
      each: { receipt in [OutputSubject([.agency: receipt.code], receipt)] },
      [.document { ReceiptSlip.document($0.results, agency: $0.agency, $0.submissions) }])
  }
}
