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
  package let agency: Int
  package let leaves: [LeafFiling]

  /// How many leaves are complete.
  package var completeCount: Int { leaves.count { $0.isComplete } }

  /// Whether every leaf is complete.
  package var isComplete: Bool { leaves.allSatisfy(\.isComplete) }

  /// Whether the agency has filed anything.
  package var isBegun: Bool { leaves.contains(where: \.isBegun) }

  /// Looks through the filing of an agency, before any appraisal.
  package init(_ round: Round, agency: Int) {
    self.agency = agency
    let set = round.set(of: agency)
    var judge = LeafJudge(set)
    leaves = set.leaves.indices.compactMap { leaf in
      let state = round.filedState(agency: agency, leaf: leaf)
      guard set.leaves[leaf].method == .own, !set.leaves[leaf].isMonitored, !state.marks.contains(.exempt)
      else { return nil }
      return Self.filing(of: leaf, set.leaves[leaf], state, judge.judge(leaf, state))
    }
  }

  private static func filing(
    of number: Int, _ leaf: Leaf, _ state: LeafJudge.State, _ judgement: LeafJudge.Judgement
  ) -> LeafFiling {
    let isRequested = state.figures.contains { $0.state == .requested }
    let isBegun =
      state.figures.contains { $0.state != .absent && $0.state != .blank }
      || !state.marks.isDisjoint(with: [.hasDocument, .hasNote, .isInvalid])
    var faults: [FilingFault] = []
    func inputs(_ wanted: (Figure.State) -> Bool) -> [Int] {
      state.figures.indices.filter { wanted(state.figures[$0].state) }
    }
    let wrong = inputs { $0 == .invalid || $0 == .conflict }
    if !wrong.isEmpty { faults.append(.invalid(wrong)) }
    if state.marks.contains(.isInvalid) { faults.append(.unknownInput) }
    if !isRequested {
      let absent = leaf.needed.filter { [.absent, .blank].contains(state.figures[$0].state) }
      if !absent.isEmpty { faults.append(.missing(absent)) }
      switch judgement.fault {
      case .check(let check): faults.append(.check(check))
      case .divisionByZero: faults.append(.divisionByZero)
      case .overflow: faults.append(.overflow)
      case nil: break
      }
      if let fault = documentFault(leaf, state.marks), judgement.status != .exempt { faults.append(fault) }
    }
    return LeafFiling(leaf: number, faults: faults, isRequested: isRequested, isBegun: isBegun)
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
