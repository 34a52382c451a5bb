import CCHCCycle
package import CCHCExact
import CCHCFiles
import CCHCPapers
package import CCHCScoring

/// The filing of an agency that is sent back to be completed.
package struct ReturnedFiling {
  fileprivate let agency: FiledAgency
  fileprivate let day: Day
  fileprivate let until: Day

  /// An agency's filing, sent back on a day, to be completed by the end of another.
  package init(_ agency: FiledAgency, on day: Day, until: Day) {
    (self.agency, self.day, self.until) = (agency, day, until)
  }
}

extension Output where Source == ReturnedFiling {
  static var filingSlip: Output {
    Output(
      "co-quan/\(.agency)/phieu-yeu-cau-bo-sung",
      Bilingual("phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "the return slip of a filing"), isDated: true,
      each: { filing in [OutputSubject([.agency: filing.agency.code], filing)] },
      [.document { FilingSlip.document($0.agency, on: $0.day, until: $0.until) }])
  }
}
