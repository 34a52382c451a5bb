package import CCHCCycle
import CCHCExact
import CCHCFiles
package import CCHCScoring
import CCHCTables

/// Writes the follow-up for machines.
package enum FollowUpJSON {
  /// One object: the day, whether obligations are expected only, every duty, and the problems of the round.
  package static func bytes(_ results: Results, _ followUp: FollowUp, _ wording: Wording) -> [UInt8] {
    let round = results.round
    var json = JSONWriter()
    json.object { json in
      json.member("round", round.code)
      json.member("on", followUp.day.isoText)
      json.key("expected")
      json.bool(followUp.isExpected)
      json.key("provisional")
      json.bool(results.isProvisional)
      json.key("duties")
      json.array { json in
        for duty in followUp.duties { write(duty, followUp, round, &json) }
      }
      json.key("problems")
      json.array { json in
        for problem in results.problems.items { json.problem(problem, in: wording.language) }
      }
    }
    return json.bytes
  }

  private static func write(
    _ duty: FollowedDuty, _ followUp: FollowUp, _ round: Round, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.member("agency", round.agencies[duty.agency].code)
      json.key("obligations")
      list(duty.ids, &json)
      json.key("order")
      if case .order = duty.source { json.bool(true) } else { json.bool(false) }
      json.member("duty", duty.duty)
      json.key("deadline")
      json.string(duty.deadline?.isoText)
      json.key("recipients")
      list(duty.recipients, &json)
      json.key("received")
      json.string(duty.received?.isoText)
      json.member("document", duty.document)
      json.member("state", duty.state.word)
      json.key("days")
      json.number(duty.state.days.map { Int128($0) })
      json.key("expected")
      json.bool(followUp.isExpected(duty))
      json.key("reasons")
      list(duty.reasons, &json)
      json.key("legal_bases")
      list(duty.bases, &json)
    }
  }

  private static func list(_ texts: [String], _ json: inout JSONWriter) {
    json.array { json in
      for text in texts { json.string(text) }
    }
  }
}
