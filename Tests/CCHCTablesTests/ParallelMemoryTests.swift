import CCHCFiles
import CCHCTables
import TestSupport
import Testing

@Suite("Memory that several threads fill")
struct ParallelMemoryTests {
  @Test("Each thread's elements stand in their places", arguments: [0, 1, 2, 63, 100_000], [1, 2, 5])
  func fillsPlaces(count: Int, jobs: Int) {
    let size = 64
    let made = [Int](filled: count) { places in
      var filled = 0
      inOrder((count + size - 1) / size, jobs: jobs) { piece in
        let range = (piece * size)..<min(count, (piece + 1) * size)
        places.put(range.map { $0 * 3 }, at: range.lowerBound)
        return range.count
      } take: {
        filled += $0
      }
      return filled
    }
    #expect(made == (0..<count).map { $0 * 3 })
  }

  @Test("Nothing is put beyond the end")
  func staysInside() async {
    await #expect(processExitsWith: .failure) {
      _ = [Int](filled: 4) { places in
        places.put([1, 2], at: 3)
        return 4
      }
    }
  }

  @Test("A large array holds what a small one does", arguments: [0, 5, 3_000_000])
  func large(count: Int) {
    let made = [Int16](large: 7, count: count, jobs: 2)
    #expect(made.count == count)
    #expect(made.allSatisfy { $0 == 7 })
  }
}
