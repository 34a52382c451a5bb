import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc check ROUND --agency A`: what the filing of one agency lacks, and the slip that sends it back.
enum AgencyCheck {
  static func run(
    _ path: String, _ code: String, _ options: Options, _ wording: Wording
  ) throws -> ExitCode {
    let call = try RoundCall(path, options, writes: options.has("slip"), wording)
    let outcome = try call.load(makesStamps: false, onlyAgency: code, verifiesDocuments: true, wording)
    let agency = try RoundCall.agency(code, in: outcome.round, wording)
    let days = try options.has("slip") ? slipDays(options, wording) : nil
    for option in ["on", "until", "output", "only"] where days == nil && options.has(option) {
      throw CallError.tooFew(needed: wording("--slip cùng với --\(option)", "--slip with --\(option)"))
    }
    let kinds = try options.kinds(SlipFiles.kinds)
    let filing = FilingText(outcome.round, agency: agency, wording: wording)
    var problems = outcome.problems
    var slip: String?
    if let days {
      guard !filing.isComplete else {
        Terminal.message(
          wording(
            "\(code): hồ sơ đã đủ, không lập phiếu.\n",
            "\(code): the filing is complete, no slip is written.\n"))
        return .errorsFound
      }
      slip = try writeSlip(call, outcome, agency, days, options, kinds, &problems, wording)
      guard slip != nil else {
        ProblemPrinter.print(problems, wording)
        return .errorsFound
      }
    }
    if options.has("json") {
      var json = JSONWriter()
      filing.write(&json)
      try Terminal.results(json.bytes)
    } else {
      ProblemPrinter.print(problems, wording)
      try Terminal.results(filing.text())
    }
    if let slip { Terminal.message(wording("Phiếu: ", "Slip: ") + slip + "\n") }
    return problems.hasErrors || filing.hasErrors ? .errorsFound : .clean
  }

  private static func slipDays(_ options: Options, _ wording: Wording) throws(CallError) -> (
    on: Day, until: Day
  ) {
    let on = try options.requiredDay(wording)
    guard let until = try options.day("until") else {
      throw .tooFew(
        needed: wording("--until NGÀY (bổ sung trước hết ngày)", "--until DATE (the last day for completing)")
      )
    }
    guard on <= until else {
      throw .valueWrong(
        option: "--until", value: options["until"] ?? "", allowed: [on.documentText + " …"], suggestion: nil)
    }
    return (on, until)
  }

  /// Writes the slip, and the return into the register where the table is received.
  ///
  /// - Returns: where the slip is; nil, with the reasons reported, where the register does not allow it.
  private static func writeSlip(
    _ call: RoundCall, _ outcome: RoundLoader.Outcome, _ agency: Int, _ days: (on: Day, until: Day),
    _ options: Options, _ kinds: Set<OutputKind>, _ problems: inout ProblemList, _ wording: Wording
  ) throws(FileError) -> String? {
    var register: [UInt8]?
    // A slip may be printed again with the day that the register holds; another day would be a second one.
    if let last = outcome.round.submissions.last(where: { $0.agency == agency }),
      last.status != .returned || last.until != days.until
    {
      register = try SubmissionRegister.appending(
        .returned(agency, on: days.on, until: days.until, reason: "Hồ sơ chưa đủ, xem phiếu yêu cầu bổ sung"),
        to: outcome, in: call.path, &problems)
      guard register != nil else { return nil }
    }
    let name = FilingSlip.name(of: outcome.round.agencies[agency])
    let folder = options["output"] ?? call.reportFolder
    return try SlipFiles(call: call, register: register).write(
      FilingSlip.document(outcome.round, agency: agency, on: days.on, until: days.until), to: name,
      in: folder, kinds, wording
    ).places(in: folder)
  }
}
