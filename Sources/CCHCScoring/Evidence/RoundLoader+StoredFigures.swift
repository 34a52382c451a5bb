import CCHCCriteria
import CCHCExact
import CCHCTables

// Puts the figures that threads have read in their places, in the order of the rows.
extension RoundLoader {
  /// How far the figures of a stretch are stored.
  struct Stored {
    var values = 0
    var units = 0
    var words = 0
  }

  /// Stores figures of a stretch up to a row.
  mutating func store(
    _ piece: FigurePiece, from next: inout Stored, before last: Int, after row: Int, _ rows: inout RowCursor
  ) {
    while next.values < piece.values.count {
      let value = piece.values[next.values]
      var figure = value.figure
      guard Int(figure.row) < last else { break }
      let (place, number) = (Int(value.place), row + Int(figure.row))
      figure.row = UInt32(clamping: number)
      var words: UInt64?
      if next.words < piece.words.count, piece.words[next.words].value == next.values {
        words = piece.words[next.words].digest
        next.words += 1
      }
      if case .absent = round.evidence.figures[place].state {
        switch value.mark {
        case .none: break
        case .point, .comma: rows.note(value.mark, in: FigureColumn.value.rawValue, row: number, &problems)
        }
        if let words { figureWords[place] = words }
        round.evidence.figures[place] = figure
      } else {
        report(figure, words, repeatedAt: place, rows.table)
      }
      next.values += 1
      let following = Int(value.following)
      store(piece.units[next.units..<(next.units + following)], after: figure, at: place, rows.table)
      next.units += following
    }
  }

  /// Stores counts in the places behind a figure, from the rows behind its own.
  private mutating func store(
    _ counts: ArraySlice<Int64>, after figure: Figure, at place: Int, _ table: Table
  ) {
    var rest = counts
    while true {
      let first = place + 1 + (rest.startIndex - counts.startIndex)
      var next = Figure(state: .filed)
      next.file = figure.file
      next.row = UInt32(clamping: Int(figure.row) + first - place)
      var figures = round.evidence.figures.mutableSpan
      rest = rest.dropFirst(Self.fill(&figures, from: first, rest, next))
      guard let units = rest.first else { return }
      let taken = place + 1 + (rest.startIndex - counts.startIndex)
      next.units = units
      next.row = UInt32(clamping: Int(figure.row) + taken - place)
      report(next, nil, repeatedAt: taken, table)
      rest = rest.dropFirst()
    }
  }

  /// Puts counts in their places, each from the row behind the last one's, up to a place that is taken.
  ///
  /// - Returns: how many were put.
  private static func fill(
    _ figures: inout MutableSpan<Figure>, from first: Int, _ counts: ArraySlice<Int64>, _ figure: Figure
  ) -> Int {
    var figure = figure
    var place = first
    for units in counts {
      guard case .absent = figures[place].state else { break }
      figure.units = units
      figures[place] = figure
      figure.row = UInt32(clamping: Int(figure.row) + 1)
      place += 1
    }
    return place - first
  }

  /// Reports a row for a figure that another row has filed.
  private mutating func report(_ figure: Figure, _ words: UInt64?, repeatedAt place: Int, _ table: Table) {
    let (agency, leaf) = round.owner(ofFigure: place)
    reportRepeated(place, figure, words, at: table.place(row: Int(figure.row)), agency, leaf)
  }
}
