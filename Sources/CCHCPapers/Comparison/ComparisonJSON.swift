import CCHCCriteria
package import CCHCCycle
import CCHCFiles
import CCHCScoring
import CCHCTables

/// Two compared rounds for machines; changes of indices and percents are in percentage points, rounded once.
package enum ComparisonJSON {
  /// The comparison as a JSON object.
  package static func bytes(_ comparison: RoundComparison) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("older", comparison.older.round.code)
      json.member("newer", comparison.newer.round.code)
      json.key("groups")
      json.array { json in
        for group in comparison.groups { write(group, comparison, &json) }
      }
      json.key("only_older")
      json.array { json in
        for old in comparison.gone { json.string(comparison.older.round.agencies[old].code) }
      }
      json.key("problems")
      json.array { json in
        for problem in comparison.problems.items { json.problem(problem, in: .vietnamese) }
      }
    }
    return json.bytes
  }

  private static func write(_ group: GroupComparison, _ comparison: RoundComparison, _ json: inout JSONWriter)
  {
    let owner = comparison.newer.round.groups[group.group]
    json.object { json in
      json.member("group", owner.code)
      json.member("criteria_set", owner.set.code)
      json.key("old_criteria_sets")
      json.array { json in
        for set in comparison.changedSets(of: group)?.old ?? [] { json.string(set) }
      }
      json.key("agencies")
      json.array { json in
        for agency in group.agencies { write(agency, owner.set, comparison, &json) }
      }
    }
  }

  private static func write(
    _ agency: AgencyComparison, _ set: CriteriaSet, _ comparison: RoundComparison, _ json: inout JSONWriter
  ) {
    let owner = comparison.newer.round.agencies[agency.now.agency]
    json.object { json in
      json.member("agency", owner.code)
      json.member("name", owner.name)
      json.member("bloc", owner.bloc)
      json.key("index")
      json.number(agency.now.publishedIndex, decimals: set.settings.indexDecimals)
      json.key("rank")
      json.number(agency.now.rank.map { Int128($0) })
      json.key("before")
      json.array { json in
        for pair in agency.pairs { write(pair, agency, set, comparison, &json) }
      }
      if let split = agency.split {
        json.key("split")
        write(split, set, comparison, agency, &json)
      }
    }
  }

  private static func write(
    _ pair: AgencyPair, _ agency: AgencyComparison, _ set: CriteriaSet, _ comparison: RoundComparison,
    _ json: inout JSONWriter
  ) {
    let then = comparison.older.round.agencies[pair.before.agency]
    let settings = set.settings
    json.object { json in
      json.member("agency", then.code)
      json.member("name", then.name)
      json.member("bloc", then.bloc)
      json.key("index")
      json.number(
        pair.before.publishedIndex,
        decimals: comparison.older.round[agency: pair.before.agency].set.settings.indexDecimals)
      json.key("index_change")
      json.number(pair.indexChange.flatMap(settings.publishedPercent), decimals: settings.indexDecimals)
      json.key("rank")
      json.number(pair.before.rank.map { Int128($0) })
      json.key("rank_change")
      json.number((agency.isMerged ? nil : pair.ranksRisen).map { Int128($0) })
      json.key("fields")
      json.array { json in
        for field in pair.fields {
          json.object { json in
            json.member("code", set.rows[set.fields[field.new]].code)
            json.key("change")
            json.number(field.change.flatMap(settings.publishedPercent), decimals: settings.indexDecimals)
          }
        }
      }
    }
  }

  private static func write(
    _ split: PointsSplit, _ set: CriteriaSet, _ comparison: RoundComparison, _ agency: AgencyComparison,
    _ json: inout JSONWriter
  ) {
    json.object { json in
      let parts: [(String, Int128)] = [
        ("before", split.before), ("now", split.after), ("change", split.after - split.before),
        ("figures", split.figures), ("criteria", split.criteria), ("added", split.added),
        ("dropped", split.dropped), ("unsplit", split.unsplit),
      ]
      for (name, units) in parts {
        json.key(name)
        json.number(units, decimals: split.decimals)
      }
      let old = agency.pairs.first.map { comparison.older.round[agency: $0.before.agency].set }
      json.key("criteria_changes")
      json.array { json in
        for leaf in split.leaves {
          let code =
            leaf.new.map { set.rows[set.leaves[$0].row].code }
            ?? leaf.old.flatMap { place in old.map { $0.rows[$0.leaves[place].row].code } }
          json.object { json in
            json.member("code", code ?? "")
            json.member("kind", leaf.kind.rawValue)
            json.key("change")
            json.number(leaf.change, decimals: split.decimals)
            json.key("figures")
            json.number(leaf.kind == .split ? leaf.figures : nil, decimals: split.decimals)
            json.key("criteria")
            json.number(leaf.kind == .split ? leaf.criteria : nil, decimals: split.decimals)
          }
        }
      }
    }
  }
}
