import CCHCExact
import TestSupport
import Testing

@testable import CCHCFiles
@testable import CCHCOffice
@testable import CCHCTables

@Suite("Rows made in memory of their own")
struct RowBufferTests {
  @Test("Numbers, prepared cells and bytes stand as the writer of tables writes them")
  func agreesWithWriter() {
    var random = SeededGenerator("row buffer")
    let lengths = [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100]
    for _ in 0..<repetitions(300) {
      var (wanted, capacity): ([UInt8], Int) = ([], 0)
      var prepared = PreparedCells()
      var cells: [PreparedCells.Cell] = []
      var numbers: [(units: Int64, decimals: Int)] = []
      for _ in 0..<random.number(0...12) {
        let text = (0..<random.pick(lengths)).map { _ in UInt8(random.number(0...255)) }
        let units = random.pick([
          0, .min, .max, Int64(random.number(-99...99)), Int64(random.number(Int.min...Int.max)),
        ])
        let decimals = random.number(0...6)
        wanted += text
        wanted.appendUnits(units, decimals: decimals, mark: ",")
        wanted.append(59)
        capacity += text.count + 32
        cells.append(prepared.add(text))
        numbers.append((units, decimals))
      }
      let bytes = RowBuffer.rows(capacity: capacity) { rows in
        for (cell, number) in zip(cells, numbers) {
          rows.append(cell, of: prepared)
          rows.append(number.units, decimals: number.decimals, mark: 44)
          rows.append(59)
        }
      }
      #expect(bytes == wanted, "CCHC_SEED=\(runSeed)")
    }
  }

  @Test("Prepared numbers stand as the writer writes them, those that are not prepared too", arguments: 0...8)
  func preparesNumbers(decimals: Int) {
    let numbers = PreparedNumbers(decimals: decimals, mark: 44, below: 2000)
    for units: Int64 in [0, 1, 9, 10, 99, 100, 101, 999, 1000, 1999, 2000, 123_456, -1, .max, .min] {
      var wanted: [UInt8] = []
      wanted.appendUnits(units, decimals: decimals, mark: ",")
      let bytes = RowBuffer.rows(capacity: 64) { $0.append(units, as: numbers) }
      #expect(bytes == wanted, "\(units)")
    }
  }

  @Test("A short text stands where its bytes stand, and nowhere else", arguments: [0, 1, 7, 8, 9, 15, 16])
  func findsShortTexts(count: Int) throws {
    let text = (0..<count).map { UInt8(65 + $0) }
    let short = try #require(ShortText(text))
    let bytes = [UInt8](repeating: 46, count: 5) + text + [UInt8](repeating: 46, count: 20)
    for place in 0..<(bytes.count + 3) {
      let isThere = place + 16 <= bytes.count && Array(bytes[place..<(place + count)]) == text
      #expect(short.stands(at: place, in: bytes.span) == isThere, "\(place)")
    }
    #expect(ShortText([UInt8](repeating: 65, count: 17)) == nil)
  }
}
