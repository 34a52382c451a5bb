import CCHCExact
import CCHCFiles
import CCHCOutputs
import CCHCPapers
import CCHCPublished
import CCHCScoring
import CCHCTables

/// `cchc check ROUND --agency A`: what the filing of one agency lacks, and the slip that sends it back.
enum AgencyCheck {
  static func run(_ path: String, _ name: String, _ call: Call) throws -> CommandOutput {
    let wording = call.wording
    let hasSlip = call.has(CheckCommand.slip)
    let round = try RoundCall(path, call, RoundNeeds(documents: true, lock: hasSlip, agency: name))
    let agency = try round.agency(name)
    let code = round.round.agencies[agency].code
    let filing = FilingText(round.round[agency: agency], wording: wording)
    var problems = round.outcome.problems
    var slip: String?
    if hasSlip {
      guard !filing.isComplete else {
        var output = CommandOutput(display: .hidden, text: "")
        output.message = wording(
          "\(code): hồ sơ đã đủ, không lập phiếu.\n", "\(code): the filing is complete, no slip is written.\n"
        )
        output.exitCode = .errorsFound
        return output
      }
      slip = try writeSlip(round, agency, &problems)
      guard slip != nil else { return CommandOutput(problems, text: "") }
    }
    var output = CommandOutput(
      problems, json: { JSONWriter.bytes(filing.write) }, text: filing.text())
    if let slip { output.message = wording("Phiếu: ", "Slip: ") + slip + "\n" }
    if filing.hasErrors { output.exitCode = .errorsFound }
    return output
  }

  /// Writes the slip, and the return into the register where the table is received.
  ///
  /// - Returns: the files of the slip; nil, with the reasons reported, where the register does not allow it.
  private static func writeSlip(
    _ round: RoundCall, _ agency: Int, _ problems: inout ProblemList
  ) throws -> String? {
    guard let on = try round[CheckCommand.day], let until = try round[CheckCommand.until] else { return nil }
    guard on <= until else {
      throw CallError.valueWrong(
        Bilingual("--until"), value: until.documentText,
        expected: Bilingual("từ ngày \(on.documentText)", "\(on.isoText) or later"), suggestion: nil)
    }
    var register: [UInt8]?
    // A slip may be printed again with the day that the register holds; another day would be a second one.
    if let last = round.round[agency: agency].submissions.last,
      last.status != .returned || last.until != until
    {
      register = try SubmissionRegister.appending(
        .returned(agency, on: on, until: until, reason: "Hồ sơ chưa đủ, xem phiếu yêu cầu bổ sung"),
        to: round.outcome, in: round.path, &problems)
      guard register != nil else { return nil }
    }
    return try round.write(
      OutputCatalogue.filingCheck, ReturnedFiling(round.round[agency: agency], on: on, until: until),
      round[CheckCommand.only], with: register)
  }
}
