extension String {
  /// The letters outside ASCII; typographic quotes, dashes and dots are none.
  package var foreignLetters: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isASCII && $0.properties.isAlphabetic }))
  }
}
