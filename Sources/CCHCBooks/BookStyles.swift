import CCHCCriteria
import CCHCDocuments
import CCHCFiles
import CCHCOffice
import CCHCScoring

/// The looks that the sheets of a workbook of results share.
struct BookStyles {
  /// A look of texts, with the font that their height depends on.
  struct Words {
    let id: StyleID
    let font: Font

    /// How high a cell must be for a text, in points.
    func height(_ text: String, width: Double) -> Double { wrappedHeight(text, width: width, font: font) }
  }

  /// How much a number weighs among those around it.
  enum Weight: Int, CaseIterable {
    case plain
    /// A sum or a mean of others.
    case total
  }

  let title: Words
  let subtitle: Words
  let warning: Words
  let section: Words
  let note: Words
  let head: Words
  /// Headings for names of criteria over narrow columns.
  let smallHead: Words
  /// A heading that goes on over the empty cells right of it.
  let wideHead: StyleID
  let text: Words
  let bold: Words
  let center: Words
  let integer: StyleID
  let change: StyleID
  let date: StyleID
  /// Points and percents, by weight and by how many decimals they bear.
  private let decimals: [[StyleID]]
  private let percents: [[StyleID]]
  /// Points that are no scored ones, and what stands in their place, by status.
  private let statuses: [LeafStatus: [StyleID]]
  private let statusWords: [LeafStatus: Words]

  /// The most decimals that a set may have.
  private static let mostDecimals = 4
  private static let headFill = Color(0xDDE6F2)
  private static let totalFill = Color(0xF2F2F2)

  init(_ book: inout Workbook) {
    func words(_ change: (inout CellStyle) -> Void) -> Words {
      let id = book.style(change)
      return Words(id: id, font: book.styles.style(id).font)
    }
    func cell(_ change: (inout CellStyle) -> Void) -> Words {
      words {
        $0.borders = .all(.thin)
        change(&$0)
      }
    }
    title = words {
      $0.font.isBold = true
      $0.font.size = 14
      $0.alignment.horizontal = .center
      $0.alignment.wraps = true
    }
    subtitle = words {
      $0.font.isItalic = true
      $0.alignment.horizontal = .center
      $0.alignment.wraps = true
    }
    warning = words {
      $0.font.isBold = true
      $0.font.color = Color(0xC00000)
      $0.alignment.horizontal = .center
      $0.alignment.wraps = true
    }
    section = words {
      $0.font.isBold = true
      $0.alignment.wraps = true
    }
    note = words {
      $0.font.isItalic = true
      $0.font.size = 11
      $0.alignment.wraps = true
      $0.alignment.vertical = .top
    }
    func head(_ change: (inout CellStyle) -> Void) -> Words {
      cell {
        $0.font.isBold = true
        $0.font.size = 11
        $0.fill = Self.headFill
        $0.alignment.horizontal = .center
        $0.alignment.wraps = true
        change(&$0)
      }
    }
    self.head = head { _ in }
    smallHead = head {
      $0.font.isBold = false
      $0.font.size = 9
    }
    // Lines above and below only, so that it reads as one.
    wideHead = book.style {
      $0.font.isBold = true
      $0.font.size = 11
      $0.fill = Self.headFill
      $0.borders.top = .thin
      $0.borders.bottom = .thin
    }
    text = cell { $0.alignment.wraps = true }
    bold = cell {
      $0.font.isBold = true
      $0.fill = Self.totalFill
      $0.alignment.wraps = true
    }
    center = cell {
      $0.alignment.horizontal = .center
      $0.alignment.wraps = true
    }
    integer = cell { $0.format = .integer }.id
    change =
      cell {
        $0.format = NumberFormat(code: "+#,##0;-#,##0;0")
        $0.alignment.horizontal = .center
      }.id
    date =
      cell {
        $0.format = .date
        $0.alignment.horizontal = .center
      }.id
    func numbers(_ format: (Int) -> NumberFormat) -> [[StyleID]] {
      Weight.allCases.map { weight in
        (0...Self.mostDecimals).map { count in
          cell {
            $0.format = format(count)
            $0.font.isBold = weight == .total
            if weight == .total { $0.fill = Self.totalFill }
          }.id
        }
      }
    }
    decimals = numbers { .decimals($0) }
    percents = numbers { .percent($0) }
    var statuses: [LeafStatus: [StyleID]] = [:]
    var statusWords: [LeafStatus: Words] = [:]
    for status in LeafStatus.allCases {
      guard let fill = status.fill else { continue }
      statuses[status] = (0...Self.mostDecimals).map { count in
        cell {
          $0.format = NumberFormat(code: NumberFormat.decimals(count).code + "\" \(status.mark)\"")
          $0.fill = fill
        }.id
      }
      statusWords[status] = cell {
        $0.fill = fill
        $0.alignment.horizontal = .center
      }
    }
    (self.statuses, self.statusWords) = (statuses, statusWords)
  }

  /// Points of a set.
  func points(_ settings: SetSettings, _ weight: Weight = .plain) -> StyleID {
    decimals[weight.rawValue][settings.pointDecimals]
  }

  /// Points of a leaf of some status.
  func points(_ settings: SetSettings, of status: LeafStatus) -> StyleID {
    statuses[status]?[settings.pointDecimals] ?? points(settings)
  }

  /// What stands in place of a leaf's points, or explains its mark.
  func words(of status: LeafStatus) -> Words { statusWords[status] ?? center }

  /// Published percentages of a set.
  func percent(_ settings: SetSettings, _ weight: Weight = .plain) -> StyleID {
    percents[weight.rawValue][settings.indexDecimals]
  }
}

extension LeafStatus {
  /// The letters behind or in place of the points of a leaf that is not simply scored.
  var mark: String {
    switch self {
    case .scored: ""
    case .exempt: "KĐG"
    case .requested: "đ"
    case .missing: "c"
    case .invalid: "k"
    case .undocumented: "t"
    case .monitored: "TD"
    }
  }

  /// The colour behind the points; nil for a scored leaf.
  fileprivate var fill: Color? {
    switch self {
    case .scored: nil
    case .exempt: Color(0xD9D9D9)
    case .requested: Color(0xD9E1F2)
    case .missing: Color(0xFCE4D6)
    case .invalid: Color(0xF8C9C4)
    case .undocumented: Color(0xFFF2CC)
    case .monitored: Color(0xEDEDED)
    }
  }
}

extension ConditionalFormat.Rule {
  /// Red for the lowest, yellow in the middle, green for the highest.
  static let shareScale = ConditionalFormat.Rule.colorScale([
    .init(.lowest, Color(0xF8C9C4)), .init(.percentile(50), Color(0xFFF4C2)),
    .init(.highest, Color(0xC6E6C3)),
  ])
}
