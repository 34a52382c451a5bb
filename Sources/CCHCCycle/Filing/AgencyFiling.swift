import CCHCCriteria
import CCHCFiles
package import CCHCScoring

/// What keeps an agency's filing of one leaf from being complete and in due form.
package enum FilingFault: Sendable, Equatable {
  /// Inputs for which nothing is filed, by their places.
  case missing([Int])
  /// Inputs whose value is not of its type or stands twice.
  case invalid([Int])
  /// A row names an input that the leaf does not have.
  case unknownInput
  /// A check that does not hold, by its place.
  case check(Int)
  /// The rule divides by 0 and the set does not say what follows.
  case divisionByZero
  /// A value beyond the exact range.
  case overflow
  /// No row names the document that the leaf needs.
  case undocumented
  /// There is neither the document nor the explanation that the leaf needs.
  case unexplained
  /// A cell nearly names a document of the register: what it says, and the nearest id.
  case unknownDocument(String, nearest: String)
  /// A registered document whose file proves nothing, by its id.
  case brokenFile(String, Document.FileFault)
}

extension FilingFault {
  /// Whether it is an error of the tables.
  package var isError: Bool {
    switch self {
    case .invalid, .unknownInput, .check, .divisionByZero, .overflow, .brokenFile: true
    case .missing, .undocumented, .unexplained, .unknownDocument: false
    }
  }
}

/// What an agency filed for one of its self leaves.
package struct LeafFiling: Sendable {
  package let leaf: Int
  package let faults: [FilingFault]
  /// Whether the agency asks not to be assessed.
  package let isRequested: Bool
  /// Whether any row is filed for the leaf.
  package let isBegun: Bool

  /// Whether nothing is missing and all is in due form.
  package var isComplete: Bool { faults.isEmpty }
}

/// What an agency filed, leaf by leaf: self leaves that are neither exempt nor monitored, in table order.
package struct AgencyFiling: Sendable {
  package let leaves: [LeafFiling]

  /// How many leaves are complete.
  package var completeCount: Int { leaves.count { $0.isComplete } }

  /// Whether every leaf is complete.
  package var isComplete: Bool { leaves.allSatisfy(\.isComplete) }

  /// Whether the agency has filed anything.
  package var isBegun: Bool { leaves.contains(where: \.isBegun) }

  /// Looks through the filing of an agency, before any appraisal.
  init(_ agency: FiledAgency) {
    var judge = LeafJudge(agency.set)
    leaves = agency.leaves.compactMap { leaf in
      let (declared, state) = (leaf.declared, leaf.state)
      guard declared.method == .own, !declared.isMonitored, !leaf.isExempt else { return nil }
      let isRequested = state.figures.contains { $0.state == .requested }
      let faults =
        Self.figureFaults(declared, state, judge.judge(leaf.index, state)) + leaf.documentFaults
      return LeafFiling(leaf: leaf.index, faults: faults, isRequested: isRequested, isBegun: state.isBegun)
    }
  }

  /// What is wrong with the figures of a leaf, and with the want of a document.
  private static func figureFaults(
    _ leaf: Leaf, _ state: LeafJudge.State, _ judgement: LeafJudge.Judgement
  ) -> [FilingFault] {
    var faults: [FilingFault] = []
    let wrong = state.figures.indices.filter { [.invalid, .conflict].contains(state.figures[$0].state) }
    if !wrong.isEmpty { faults.append(.invalid(wrong)) }
    if state.marks.contains(.isInvalid) { faults.append(.unknownInput) }
    // A request stands instead of figures and documents.
    guard !state.figures.contains(where: { $0.state == .requested }) else { return faults }
    let absent = leaf.needed.filter { [.absent, .blank].contains(state.figures[$0].state) }
    if !absent.isEmpty { faults.append(.missing(absent)) }
    switch judgement.fault {
    case .check(let check): faults.append(.check(check))
    case .divisionByZero: faults.append(.divisionByZero)
    case .overflow: faults.append(.overflow)
    case nil: break
    }
    if let fault = documentFault(leaf, state.marks), judgement.status != .exempt { faults.append(fault) }
    return faults
  }

  private static func documentFault(_ leaf: Leaf, _ marks: LeafMarks) -> FilingFault? {
    guard !marks.contains(.hasDocument) else { return nil }
    switch leaf.documents {
    case .required: return .undocumented
    case .requiredOrExplained: return marks.contains(.hasNote) ? nil : .unexplained
    case .optional: return nil
    }
  }
}

extension LeafJudge.State {
  /// Whether any row is filed.
  fileprivate var isBegun: Bool {
    figures.contains { $0.state != .absent && $0.state != .blank }
      || !marks.isDisjoint(with: [.hasDocument, .hasNote, .isInvalid])
  }
}

extension FiledLeaf {
  /// What is wrong with the documents that its rows name, each fault once.
  fileprivate var documentFaults: [FilingFault] {
    var faults: [FilingFault] = []
    let round = agency.round
    for proof in proofs where !proof.document.isEmpty {
      let cell = round.evidence.texts[proof.document]
      var found = round.documents.unknownCitations(cell, agency: agency.index).map {
        FilingFault.unknownDocument($0.words, nearest: $0.nearest)
      }
      for case .document(let document) in agency.citations(cell) {
        if let fault = document.fault { found.append(.brokenFile(document.id, fault)) }
      }
      for fault in found where !faults.contains(fault) { faults.append(fault) }
    }
    return faults
  }
}

extension FiledAgency {
  /// What it filed for its own leaves, and what that lacks.
  package var filing: AgencyFiling { AgencyFiling(self) }
}
