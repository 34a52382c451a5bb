import CCHCCriteria
import CCHCCycle
package import CCHCScoring
package import CCHCTables

/// Tells an agency what its filing lacks, leaf by leaf, as text or JSON.
package struct FilingText {
  private let agency: FiledAgency
  private let filing: AgencyFiling
  private let wording: Wording
  private let set: CriteriaSet
  private let words: FilingWords

  package init(_ agency: FiledAgency, wording: Wording) {
    self.agency = agency
    self.wording = wording
    filing = agency.filing
    set = agency.set
    words = FilingWords(agency, wording)
  }

  /// Whether nothing is missing.
  package var isComplete: Bool { filing.isComplete }

  /// Whether a fault is an error of the tables.
  package var hasErrors: Bool { filing.leaves.contains { $0.faults.contains(where: \.isError) } }

  package func text() -> String {
    var text = "\(agency.name) (\(agency.code)): "
    let (done, total) = (filing.completeCount, filing.leaves.count)
    text += wording("\(done)/\(total) tiêu chí tự chấm đã đủ\n", "\(done) of \(total) self leaves complete\n")
    for entry in filing.leaves where !entry.isComplete || entry.isRequested {
      let leaf = self.set.leaves[entry.leaf]
      let row = self.set.rows[leaf.row]
      text += "\n\(row.code) \(row.name)\n"
      if entry.isRequested {
        text +=
          "  "
          + wording(
            "đề nghị không đánh giá: chờ Hội đồng quyết định (exemptions.csv)",
            "asks not to be assessed: the council decides (exemptions.csv)") + "\n"
      }
      for fault in entry.faults {
        text +=
          "  - \(words.fault(fault, leaf: entry.leaf))\n    → \(words.remedy(fault, leaf: entry.leaf))\n"
      }
    }
    return text
  }

  package func write(_ json: inout JSONWriter) {
    json.object { json in
      json.member("agency", agency.code)
      json.key("complete")
      json.number(Int128(filing.completeCount))
      json.key("total")
      json.number(Int128(filing.leaves.count))
      json.key("leaves")
      json.array { json in
        for entry in filing.leaves {
          let row = self.set.rows[self.set.leaves[entry.leaf].row]
          json.object { json in
            json.member("code", row.code)
            json.member("name", row.name)
            json.key("complete")
            json.bool(entry.isComplete)
            json.key("requested")
            json.bool(entry.isRequested)
            json.key("faults")
            json.array { json in
              for fault in entry.faults {
                json.object { json in
                  json.member("fault", words.fault(fault, leaf: entry.leaf))
                  json.member("reason", words.reason(fault))
                  json.member("remedy", words.remedy(fault, leaf: entry.leaf))
                }
              }
            }
          }
        }
      }
    }
  }
}
