/// Works numbered pieces out on several threads and gives the results, in the order of their numbers, to the caller.
///
/// What the caller does with them cannot tell how many threads there were. Other threads run only a few pieces ahead,
/// so that memory stays that of a few results.
///
/// - Parameters:
///   - count: how many pieces there are.
///   - jobs: how many threads work, the calling one among them.
///   - work: works a piece out, on any thread.
///   - take: gets each result on the calling thread.
/// - Throws: what `take` throws; then no further piece is worked out.
@usableFromInline
package func inOrder<Result: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Result,
  take: (Result) throws(Failure) -> Void
) throws(Failure) {
  guard jobs > 1, count > 1 else {
    for piece in 0..<count { try take(work(piece)) }
    return
  }
  let results = OrderedResults<Result>(count, ahead: jobs * 3)
  let crew = Crew(min(jobs, count) - 1) {
    while let piece = results.next() { results.put(work(piece), piece) }
  }
  defer {
    results.stop()
    crew.wait()
  }
  for wanted in 0..<count {
    while true {
      switch results.get(wanted) {
      case .ready(let result): try take(result)
      case .toDo(let piece):
        results.put(work(piece), piece)
        continue
      }
      break
    }
  }
}

/// The results that wait for their turn, and which pieces nobody works on yet.
private final class OrderedResults<Result: Sendable>: @unchecked Sendable {
  package enum Step {
    case ready(Result)
    /// A piece for the caller to work out while it waits.
    case toDo(Int)
  }

  private let lock = Lock()
  private let ahead: Int
  private var results: [Result?]
  private var free = 0
  private var taken = 0
  private var isStopped = false

  init(_ count: Int, ahead: Int) {
    results = [Result?](repeating: nil, count: count)
    self.ahead = ahead
  }

  /// The next piece to work out; nil where there is none.
  func next() -> Int? {
    lock.lock()
    defer { lock.unlock() }
    while !isStopped, free < results.count, free >= taken + ahead { lock.waitForChange() }
    guard !isStopped, free < results.count else { return nil }
    free += 1
    return free - 1
  }

  func put(_ result: Result, _ piece: Int) {
    lock.lock()
    results[piece] = result
    lock.tellChange()
    lock.unlock()
  }

  /// The result of a piece, or another piece to work out until it is there.
  func get(_ piece: Int) -> Step {
    lock.lock()
    defer { lock.unlock() }
    while true {
      if let result = results[piece] {
        results[piece] = nil
        taken = piece + 1
        lock.tellChange()
        return .ready(result)
      }
      if free < results.count, free < taken + ahead {
        free += 1
        return .toDo(free - 1)
      }
      lock.waitForChange()
    }
  }

  func stop() {
    lock.lock()
    isStopped = true
    lock.tellChange()
    lock.unlock()
  }
}
