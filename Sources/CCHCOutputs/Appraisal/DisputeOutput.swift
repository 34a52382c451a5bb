import CCHCCriteria
import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == ScoredLeaf {
  static var dispute: Output {
    Output(
      "noi-bo/phieu-giai-trinh/\(.agency)-\(.criterion)",
      Bilingual("phiếu giải trình điểm của một tiêu chí", "the dispute sheet of a leaf"),
      each: { leaf in
        [OutputSubject([.agency: leaf.agency.code, .criterion: leaf.criterion.code], leaf)]
      },
      [.document { DisputeSheet.document($0) }])
  }
}
