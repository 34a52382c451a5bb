import CCHCOffice

// The head and the end of an administrative document: two columns without lines.
extension WordBody {
  /// Writes the head: issuer and number on the left, country, motto, place and date on the right.
  mutating func write(_ head: PaperHead) {
    // The country's name takes 10.1 cm of the 16.5 cm that a page has.
    let left = lineWidth * 36 / 100
    let widths = [left, lineWidth - left]
    beginTable(.plain, widths)
    row(
      widths,
      [
        { body in
          if !head.superior.isEmpty { body.paragraph(.superior, RichText(head.superior)) }
          body.paragraph(.issuer, RichText(head.shownIssuer))
          let width = lineWidthOf(head.shownIssuer, .issuer)
          // A third to a half as long as the line above.
          body.rule(width: min(width, widths[0]) * 2 / 5, in: widths[0])
        },
        { body in
          body.paragraph(.nation, RichText(PaperHead.nation))
          body.paragraph(.motto, RichText(PaperHead.motto))
          body.rule(width: lineWidthOf(PaperHead.motto, .motto), in: widths[1])
        },
      ])
    row(
      widths,
      [
        { body in
          body.paragraph(.number, "Số: \(head.number)")
          if let subject = head.subject { body.paragraph(.letterSubject, "V/v \(subject)") }
        },
        { body in body.paragraph(.date, head.dateLine ?? "") },
      ])
    xml.close()
    paragraph(.gapAfterTable)
  }

  /// Writes who signs on the right, and on the left who signs with them and who receives the document.
  mutating func write(_ signature: Signature) {
    let left = lineWidth / 2
    let widths = [left, lineWidth - left]
    beginTable(.plain, widths)
    if let second = signature.left {
      row(widths, [{ $0.write(second) }, { $0.write(signature.right) }])
      if !signature.recipients.isEmpty {
        row(widths, [{ $0.writeRecipients(signature) }, { $0.paragraph(.recipient) }])
      }
    } else {
      row(widths, [{ $0.writeRecipients(signature) }, { $0.write(signature.right) }])
    }
    xml.close()
    paragraph(.gapAfterTable)
  }

  private mutating func write(_ signatory: Signatory) {
    for title in signatory.titles { paragraph(.office, title) }
    paragraph(.hand, signatory.note)
    if let name = signatory.name { paragraph(.signer, name) }
  }

  private mutating func writeRecipients(_ signature: Signature) {
    guard !signature.recipients.isEmpty else { return paragraph(.recipient) }
    paragraph(.recipientHeading, Signature.recipientHeading)
    for recipient in signature.recipients { paragraph(.recipient, recipient) }
  }
}

/// How wide a text is on one line, in twips.
private func lineWidthOf(_ text: String, _ style: WordStyle) -> Int {
  // Half points are ten twips.
  text.unicodeScalars.reduce(0) { $0 + letterWidth($1, isBold: style.isBold) } * style.size * 10 / 1000
}
