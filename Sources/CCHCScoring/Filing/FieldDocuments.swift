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

extension Round {
  /// The documents of every field of every group, leaf by leaf and agency by agency.
  package func fieldDocuments() -> [FieldDocuments] {
    var cited: [Int: [Citation]] = [:]
    for proof in evidence.proofs where !proof.document.isEmpty {
      let place = agencies[proof.agency].firstLeaf + proof.leaf
      for citation in documents.citations(evidence.texts[proof.document], agency: proof.agency)
      where !(cited[place] ?? []).contains(where: { $0.isSame(as: citation) }) {
        cited[place, default: []].append(citation)
      }
    }
    return groups.indices.flatMap { group in
      groups[group].set.fields.map { fieldDocuments(of: $0, group: group, cited) }
    }
  }

  private func fieldDocuments(of field: Int, group: Int, _ cited: [Int: [Citation]]) -> FieldDocuments {
    let set = groups[group].set
    var proofs: [FieldDocuments.Proven] = []
    var gaps: [FieldDocuments.Gap] = []
    for leaf in set.leaves(under: field) where set.leaves[leaf].method != .survey {
      for agency in agencies.indices where agencies[agency].group == group {
        let place = agencies[agency].firstLeaf + leaf
        let documents = cited[place] ?? []
        proofs += documents.map { FieldDocuments.Proven(leaf: leaf, agency: agency, citation: $0) }
        if documents.isEmpty, needsDocument(set.leaves[leaf], evidence.marks[place]) {
          gaps.append(FieldDocuments.Gap(leaf: leaf, agency: agency))
        }
      }
    }
    return FieldDocuments(group: group, field: field, proofs: proofs, gaps: gaps)
  }

  private func needsDocument(_ leaf: Leaf, _ marks: LeafMarks) -> Bool {
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
