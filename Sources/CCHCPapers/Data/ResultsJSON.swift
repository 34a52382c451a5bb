import CCHCCriteria
import CCHCExact
import CCHCFiles
package import CCHCScoring
import CCHCTables

/// Writes results.json (FORMATS 6).
package struct ResultsJSON {
  private let results: Results
  private let round: Round

  package static func bytes(_ results: Results) -> [UInt8] {
    var json = JSONWriter()
    ResultsJSON(results: results, round: results.round).write(&json)
    return json.bytes
  }

  private func write(_ json: inout JSONWriter) {
    json.object { json in
      json.member("round", round.code)
      json.key("year")
      json.number(round.settings.year.map { Int128($0) })
      json.key("groups")
      json.array { json in
        for group in results.groups { write(group, &json) }
      }
      json.key("problems")
      json.array { json in
        for problem in results.problems.items { json.problem(problem, in: .vietnamese) }
      }
      json.key("stamp")
      json.object { json in
        json.member("version", engineVersion)
        json.key("provisional")
        json.bool(results.isProvisional)
        write("scores", round.scoreStamps, &json)
        write("after", round.afterStamps, &json)
      }
    }
  }

  private func write(_ name: String, _ stamps: [FileStamp], _ json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      for stamp in stamps { json.member(stamp.file, stamp.sha256) }
    }
  }

  private func write(_ group: GroupResult, _ json: inout JSONWriter) {
    let set = round.groups[group.group].set
    json.object { json in
      json.member("group", round.groups[group.group].code)
      json.member("criteria_set", set.code)
      json.key("agencies")
      json.array { json in
        for agency in group.agencies { write(agency, set, &json) }
      }
    }
  }

  private func write(_ result: AgencyResult, _ set: CriteriaSet, _ json: inout JSONWriter) {
    let agency = round.agencies[result.agency]
    let decimals = set.settings.pointDecimals
    json.object { json in
      json.member("agency", agency.code)
      json.member("name", agency.name)
      json.member("bloc", agency.bloc)
      json.key("ranked")
      json.bool(agency.isRanked)
      json.key("rank")
      json.number(result.rank.map { Int128($0) })
      json.key("points")
      json.number(result.points, decimals: decimals)
      json.key("max")
      json.maximum(result.max, decimals: decimals)
      json.key("index")
      json.number(result.publishedIndex, decimals: set.settings.indexDecimals)
      json.key("band")
      json.string(result.band)
      json.key("fields")
      json.array { json in
        for (field, total) in zip(set.fields, result.fields) { write(set.rows[field], total, set, &json) }
      }
      json.key("criteria")
      json.array { json in
        for leaf in results[agency: result.agency].leaves { write(leaf, set, &json) }
      }
      json.key("obligations")
      json.array { json in
        for duty in result.obligations { write(duty, set, &json) }
      }
    }
  }

  private func write(_ field: Criterion, _ total: RowTotal, _ set: CriteriaSet, _ json: inout JSONWriter) {
    let settings = set.settings
    json.object { json in
      json.member("code", field.code)
      json.member("name", field.name)
      json.member("kind", field.fieldKind.rawValue)
      json.key("points")
      json.number(total.points, decimals: settings.pointDecimals)
      json.key("max")
      json.maximum(total.max, decimals: settings.pointDecimals)
      json.key("percent")
      json.number(total.share.flatMap(settings.publishedPercent), decimals: settings.indexDecimals)
    }
  }

  private func write(_ leaf: ScoredLeaf, _ set: CriteriaSet, _ json: inout JSONWriter) {
    let score = leaf.score
    let decimals = set.settings.pointDecimals
    json.object { json in
      json.member("code", leaf.criterion.code)
      json.member("status", score.status.rawValue)
      json.key("self")
      json.number(score.own.map { Int128($0) }, decimals: decimals)
      json.key("appraised")
      json.array { json in
        for round in leaf.rounds {
          json.object { json in
            json.key("round")
            json.number(Int128(round.round))
            json.key("points")
            json.number(round.points.map { Int128($0) }, decimals: decimals)
          }
        }
      }
      json.key("final")
      json.number(score.final.map { Int128($0) }, decimals: decimals)
      json.key("max")
      json.maximum(leaf.applicableMaximum, decimals: decimals)
    }
  }

  private func write(_ duty: OwedDuty, _ set: CriteriaSet, _ json: inout JSONWriter) {
    let rule = set.obligations[duty.rule]
    json.object { json in
      json.member("id", rule.id)
      json.member("duty", rule.duty)
      json.key("deadline")
      json.string(duty.deadline?.isoText)
      json.member("recipient", rule.recipient)
      json.member("reason", duty.reason.vietnamese)
    }
  }
}

extension JSONWriter {
  /// A maximum with its own decimals, without trailing zeros; null for nil.
  mutating func maximum(_ units: Int128?, decimals: Int) {
    guard let units else { return null() }
    let plain = plainDecimal(units, decimals: decimals)
    number(plain.units, decimals: plain.decimals)
  }
}
