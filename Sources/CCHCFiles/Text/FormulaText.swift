/// Whether a spreadsheet would run a text that begins with this byte as a formula (FORMATS 6).
package func startsFormula(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
  default: false
  }
}
