import CCHCCriteria
import CCHCCycle
import CCHCExact
import CCHCOffice
import CCHCScoring
import CCHCTables

/// What an agency types into its form.
struct FormEntries: Equatable {
  /// By leaf and input; `.blank` where nothing is typed.
  var figures: [[CellContent]]
  /// Documents and explanations, by leaf.
  var documents: [String]
  var notes: [String]
  /// Whether the agency asks not to be assessed on a leaf; any other word than “có” is kept to be refused.
  var requests: [CellContent]

  /// An empty form.
  init(_ set: CriteriaSet) {
    figures = set.leaves.map { Array(repeating: .blank, count: $0.inputs.count) }
    documents = Array(repeating: "", count: set.leaves.count)
    notes = documents
    requests = Array(repeating: .blank, count: set.leaves.count)
  }

  /// What an agency has filed so far; values that are not of their type are shown as they were written.
  init(_ agency: FiledAgency, texts: FiledTexts) {
    self.init(agency.set)
    let round = agency.round
    for leaf in agency.leaves where leaf.declared.method == .own {
      let number = leaf.index
      for (place, input) in leaf.declared.inputs.enumerated() {
        var figure = leaf.figure(input: place)
        // What is carried over is in cells of its own: it was not filed by this agency.
        if let carried = leaf.carried(input: place) {
          figure.units -= carried
          if leaf.isCarriedAlone(input: place) { continue }
        }
        switch figure.state {
        case .filed: figures[number][place] = figure.typed(as: input.type)
        case .requested: requests[number] = .text(FormWords.yes)
        case .invalid, .conflict: figures[number][place] = .text(texts.value(of: figure, in: round))
        case .absent, .blank: break
        }
      }
      let proofs = leaf.proofs
      documents[number] = Self.joined(proofs.map { round.evidence.texts[$0.document] })
      notes[number] = Self.joined(proofs.map { round.evidence.texts[$0.note] })
    }
  }

  /// Texts in one cell, each once.
  private static func joined(_ texts: [String]) -> String {
    var once: [String] = []
    for text in texts where !text.isEmpty && !once.contains(text) { once.append(text) }
    return once.joined(separator: "; ")
  }

  /// The typed cells of a form.
  func cells(_ plan: FormPlan) -> [FormCell: CellContent] {
    var cells: [FormCell: CellContent] = [:]
    for (number, leaf) in plan.set.leaves.enumerated() where leaf.method == .own {
      for place in leaf.inputs.indices {
        cells[plan.layout.figure(leaf: number, input: place)] = figures[number][place]
      }
      cells[plan.layout.cell(of: leaf.row, FormLayout.Column.document)] = .text(documents[number])
      cells[plan.layout.cell(of: leaf.row, FormLayout.Column.note)] = .text(notes[number])
      cells[plan.layout.cell(of: leaf.row, FormLayout.Column.request)] = requests[number]
    }
    return cells
  }
}

extension Figure {
  /// A filed figure as it is typed into a cell; one of more digits than a spreadsheet keeps is a text.
  fileprivate func typed(as type: InputType) -> CellContent {
    switch type {
    case .number, .signed, .count:
      let plain = plainDecimal(Int128(units), decimals: Int(scale))
      let isKept = plain.units.magnitude <= 999_999_999_999_999
      return isKept
        ? .number(units: plain.units, decimals: plain.decimals)
        : .text(decimalText(plain.units, decimals: plain.decimals, mark: ","))
    case .yesNo: return .text(units == 1 ? FormWords.yes : FormWords.no)
    case .day: return .date(Day(number: Int(units)))
    case .choice(let labels): return .text(labels[Int(units)].spelling)
    }
  }
}

extension CellContent {
  /// The value that formulas take.
  var formulaValue: FormulaValue {
    switch self {
    case .blank: .blank
    case .text(let text): text.isEmpty ? .blank : .text(text)
    case .number(let units, let decimals): .number(nearestBinary(units, decimals: decimals))
    case .boolean(let truth): .truth(truth)
    case .date(let day): .number(Double(day.serial1900 ?? 0))
    case .formula: .blank
    }
  }
}

/// The binary number nearest to a decimal one of at most 15 digits: both whole numbers of its fraction are exact.
private func nearestBinary(_ units: Int128, decimals: Int) -> Double {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  return Double(units) / scale
}
