import CCHCReports
import CCHCScoring
import CCHCTables

/// A call that is about one agency of a round: only that agency's rows are read.
struct AgencyCall {
  let call: RoundCall
  let outcome: RoundLoader.Outcome
  /// The agency's place in the round.
  let agency: Int

  /// The folder of a round and the code of an agency, the two operands of a call.
  ///
  /// - Throws: `CallError` where there are fewer or more.
  static func operands(
    _ options: Options, _ wording: Wording
  ) throws(CallError) -> (round: String, agency: String) {
    let words = options.operands
    guard words.count >= 2 else {
      throw .tooFew(
        needed: words.isEmpty
          ? wording("thư mục kỳ đánh giá", "the folder of a round")
          : wording("mã cơ quan", "the agency's code"))
    }
    if words.count > 2 { throw .tooMany(words[2]) }
    return (words[0], words[1])
  }

  /// Loads a round for one of its agencies.
  ///
  /// - Throws: `FileError` where there is no such round or agency.
  init(
    _ operands: (round: String, agency: String), _ options: Options, makesStamps: Bool, _ wording: Wording
  ) throws(FileError) {
    call = try RoundCall(operands.round, options, wording)
    outcome = try call.load(makesStamps: makesStamps, onlyAgency: operands.agency, wording)
    agency = try RoundCall.agency(operands.agency, in: outcome.round, wording)
  }

  /// What has to be said of a change to a round that is closed; empty for an open one.
  func closedNotice(_ wording: Wording) -> String {
    guard TableFiles.has(ClosedFiles.register, in: call.path) else { return "" }
    return wording(
      "Kỳ này đã khóa sổ: thay đổi chỉ có giá trị sau khi đính chính bằng “cchc close --reason”.\n",
      "The round is closed: a change counts after a correction by “cchc close --reason”.\n")
  }
}

extension ProblemPrinter {
  /// Tells why nothing was written, and gives the exit code of errors.
  static func refuse(_ problems: ProblemList, _ options: Options, _ wording: Wording) throws -> ExitCode {
    if options.has("json") {
      try Terminal.results(json(problems, wording))
    } else {
      print(problems, wording)
      Terminal.message(wording("Chưa ghi gì.\n", "Nothing was written.\n"))
    }
    return .errorsFound
  }
}
