/// Who signs on one side of a document.
package struct Signatory: Sendable {
  /// The lines of the office that signs.
  var titles: [RichText]
  /// What stands where the hand signs.
  var note: RichText = "*(Chữ ký, dấu)*"
  /// The signer's name; nil where no line is kept for it.
  var name: RichText?

  /// Sets every stored property.
  package init(
    titles: [RichText], note: RichText = "*(Chữ ký, dấu)*", name: RichText? = nil
  ) {
    self.titles = titles
    self.note = note
    self.name = name
  }

  /// All lines, from above.
  var lines: [RichText] { titles + [note] + (name.map { [$0] } ?? []) }
}

/// The end of a document: who signs on the right, and on the left who signs with them and who receives it.
package struct Signature: Sendable {
  var left: Signatory?
  /// Nơi nhận; none where it is empty.
  var recipients: [RichText] = []
  var right: Signatory

  /// Sets every stored property.
  package init(
    left: Signatory? = nil, recipients: [RichText] = [], right: Signatory
  ) {
    self.left = left
    self.recipients = recipients
    self.right = right
  }

  /// The heading of the recipients.
  static let recipientHeading: RichText = "***Nơi nhận:***"
}
