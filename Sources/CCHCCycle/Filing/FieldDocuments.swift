import CCHCCriteria
package import CCHCScoring

/// The documents that prove the figures of one field, and the leaves that lack one.
package struct FieldDocuments: Sendable {
  package let group: Int
  /// The field's row in the set.
  package let field: Int
  package let proofs: [Proven]
  package let gaps: [Gap]

  /// Documents of the field whose files prove nothing, each once, agency by agency.
  package var broken: [Document] {
    var seen: Set<[String]> = []
    let documents = proofs.compactMap { proof -> Document? in
      if case .document(let document) = proof.citation, document.fault != nil { document } else { nil }
    }
    return documents.sorted { ($0.agency, $0.id) < ($1.agency, $1.id) }
      .filter { seen.insert([String($0.agency), $0.id]).inserted }
  }

  /// A document that an agency names for a leaf.
  package struct Proven: Sendable {
    package let leaf: Int
    package let agency: Int
    package let citation: Citation
  }

  /// A leaf for which an agency names no document although one is needed.
  package struct Gap: Sendable {
    package let leaf: Int
    package let agency: Int
  }
}

extension FieldDocuments {
  /// The documents of every field of every group, leaf by leaf and agency by agency.
  package static func all(in round: Round) -> [FieldDocuments] {
    var cited: [[Int]: [Citation]] = [:]
    for proof in round.evidence.proofs where !proof.document.isEmpty {
      let key = [proof.agency, proof.leaf]
      for citation in round[agency: proof.agency].citations(round.evidence.texts[proof.document])
      where !(cited[key] ?? []).contains(where: { $0.isSame(as: citation) }) {
        cited[key, default: []].append(citation)
      }
    }
    return round.groups.indices.flatMap { group in
      round.groups[group].set.fields.map { FieldDocuments(of: $0, group: group, in: round, cited) }
    }
  }

  private init(of field: Int, group: Int, in round: Round, _ cited: [[Int]: [Citation]]) {
    let set = round.groups[group].set
    var proofs: [Proven] = []
    var gaps: [Gap] = []
    for leaf in set.leaves(under: field) where set.leaves[leaf].method != .survey {
      for agency in round.agencies.indices where round.agencies[agency].group == group {
        let documents = cited[[agency, leaf]] ?? []
        proofs += documents.map { Proven(leaf: leaf, agency: agency, citation: $0) }
        if documents.isEmpty, Self.needsDocument(set.leaves[leaf], round[agency: agency][leaf: leaf].marks) {
          gaps.append(Gap(leaf: leaf, agency: agency))
        }
      }
    }
    self.init(group: group, field: field, proofs: proofs, gaps: gaps)
  }

  private static func needsDocument(_ leaf: Leaf, _ marks: LeafMarks) -> Bool {
    guard !leaf.isMonitored, !marks.contains(.exempt) else { return false }
    switch leaf.documents {
    case .required: return true
    case .requiredOrExplained: return !marks.contains(.hasNote)
    case .optional: return false
    }
  }
}

extension Citation {
  fileprivate func isSame(as other: Citation) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)): a == b
    case (.document(let a), .document(let b)): a.agency == b.agency && a.id == b.id
    default: false
    }
  }
}
