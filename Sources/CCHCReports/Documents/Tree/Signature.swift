/// Who signs on one side of a document.
struct Signatory: Sendable {
  /// The lines of the office that signs.
  var titles: [RichText]
  /// What stands where the hand signs.
  var note: RichText = "*(Chữ ký, dấu)*"
  /// The signer's name; nil where no line is kept for it.
  var name: RichText?

  /// All lines, from above.
  var lines: [RichText] { titles + [note] + (name.map { [$0] } ?? []) }
}

/// The end of a document: who signs on the right, and on the left who signs with them and who receives it.
struct Signature: Sendable {
  var left: Signatory?
  /// Nơi nhận; none where it is empty.
  var recipients: [RichText] = []
  var right: Signatory

  /// The heading of the recipients.
  static let recipientHeading: RichText = "***Nơi nhận:***"
}
