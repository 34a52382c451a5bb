import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == Results {
  static var agencyPage: Output {
    Output(
      "co-quan/\(.agency)", Bilingual("trang riêng của một cơ quan", "the page of an agency"),
      each: { results in
        let page = AgencyPage(results)
        return results.groups.flatMap(\.agencies).map { result in
          let agency = results[agency: result.agency]
          return OutputSubject([.agency: agency.code], (page: page, agency: agency))
        }
      },
      [.document { $0.page.document($0.agency) }])
  }
}
