import CCHCCriteria
import CCHCFiles
import CCHCTables

// Reads what comes after scoring: head_ratings.csv, publication.csv and followup.csv.
extension RoundLoader {
  /// The agency that a row names; nil where it is unknown or not to be read.
  mutating func agency(
    _ rows: borrowing RowCursor, _ column: some DeclaredColumn, _ codes: Interner
  ) -> Int? {
    guard let code = rows.requiredText(column, &problems) else { return nil }
    guard let agency = codes.number(of: code) else {
      reportUnknownAgency(code, at: rows.place(column))
      return nil
    }
    if let only = options.onlyAgency, only != code { return nil }
    return agency
  }

  mutating func loadHeadRatings() {
    guard let table = folder.table(HeadRatingColumn.schema, &problems) else { return }
    let codes = Interner(round.agencies.map(\.code))
    var keyed = KeyedRows<Int>()
    var rows = table.rows()
    while rows.next(&problems) {
      guard let agency = agency(rows, HeadRatingColumn.agency, codes) else { continue }
      let sight = keyed.sight(
        agency, digest: rows.digest(of: [HeadRatingColumn.rating, .document]), at: rows.place(), &problems)
      // A head who is rated twice is not yet rated.
      if sight == .conflicting { round.headRatings[agency] = nil }
      guard sight == .new, !rows.isEmpty(HeadRatingColumn.rating) else { continue }
      let written = Label(rows.text(HeadRatingColumn.rating))
      let ratings = round.set(of: agency).settings.headRatings
      guard let rating = ratings.first(where: { $0.full == written || $0.abbreviations.contains(written) })
      else {
        let known = ratings.map(\.full.spelling)
        problems.report(
          .ratingUnknown, at: rows.place(HeadRatingColumn.rating), .text(written.spelling),
          .texts(known, .semicolon),
          suggestion: nearest(to: written.spelling, among: known))
        continue
      }
      round.headRatings[agency] = rating.full
    }
  }

  mutating func loadPublication() {
    guard let table = folder.table(PublicationKey.schema, &problems) else { return }
    let settings = Settings<PublicationKey>(table, &problems)
    var result = Publication()
    result.number = settings[.number] ?? ""
    result.date = settings.day(.date, &problems)
    result.signer = settings[.signer] ?? ""
    result.announced = settings.day(.announced, &problems)
    let known = Set(round.groups.flatMap { $0.set.obligations.map(\.id) })
    for entry in settings.entries(of: .deadline) {
      let id = entry.code
      if !known.contains(id) {
        problems.report(
          .obligationUnknown, at: entry.place, .text(id),
          suggestion: nearest(to: id, among: known.sorted(by: precedesInBytes)))
      }
      if let day = entry.day(&problems) { result.deadlines[id] = day }
    }
    round.publication = result
  }

  mutating func loadReceipts() {
    guard let table = folder.table(FollowUpColumn.schema, &problems) else { return }
    let codes = Interner(round.agencies.map(\.code))
    let orders = ByAgency(round.orders, agencies: round.agencies.count, agency: \.agency)
    var keyed = KeyedRows<[String]>()
    var rows = table.rows()
    while rows.next(&problems) {
      guard let agency = agency(rows, FollowUpColumn.agency, codes),
        let id = rows.requiredText(FollowUpColumn.obligation, &problems)
      else { continue }
      let known = round.set(of: agency).obligations.map(\.id) + orders[agency].map(\.id)
      guard known.contains(id) else {
        problems.report(
          .obligationUnknown, at: rows.place(FollowUpColumn.obligation), .text(id),
          suggestion: nearest(to: id, among: known))
        continue
      }
      let code = round.agencies[agency].code
      guard
        keyed.isNew(
          [code, id], digest: rows.digest(of: [FollowUpColumn.received, .document]), at: rows.place(),
          &problems)
      else {
        continue
      }
      round.receipts.append(
        Receipt(
          agency: agency, obligation: id, received: rows.day(FollowUpColumn.received, &problems),
          document: rows.text(FollowUpColumn.document),
          place: rows.place(FollowUpColumn.received)))
      if let received = round.receipts.last?.received, let announced = round.publication.announced,
        received < announced, !orders[agency].contains(where: { $0.id == id })
      {
        problems.report(
          .receiptBeforeAnnouncement, at: rows.place(FollowUpColumn.received), .day(received), .day(announced)
        )
      }
    }
  }
}
