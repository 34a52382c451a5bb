import CCHCCriteria
import CCHCFiles
import CCHCScoring
import Glibc
import Synchronization

/// A line on the terminal that says what a long call is doing, until the call has something to say itself.
///
/// It is shown on standard error where that is a terminal, from the second on, and at most ten times a second. It has
/// no thread and no timer: it changes only when the call reports a step. It is erased by spaces, as there are
/// terminals without escape sequences.
final class ProgressLine: Sendable {
  private struct State {
    /// When the line was last changed.
    var last: ContinuousClock.Instant?
    /// How many letters are on the terminal.
    var width = 0
  }

  /// The longest line, which fits into a narrow terminal.
  private static let longest = 72

  private let wording: Wording
  /// For how long nothing is shown at first, and then between two steps.
  private let (delay, interval): (Duration, Duration)
  /// Writes to the terminal; nil where there is none.
  private let write: (@Sendable (String) -> Void)?
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(
    _ wording: Wording, delay: Duration = .seconds(1), interval: Duration = .milliseconds(100),
    write: (@Sendable (String) -> Void)?
  ) {
    (self.wording, self.delay, self.interval, self.write) = (wording, delay, interval, write)
  }

  /// The line of standard error.
  convenience init(_ wording: Wording) {
    let terminal = environmentValue("TERM") ?? "dumb"
    let isShown = isatty(STDERR_FILENO) == 1 && terminal != "dumb"
    let write: @Sendable (String) -> Void = { text in Terminal.message(text) }
    self.init(wording, write: isShown ? write : nil)
  }

  /// Shows a step, unless the call is young or another step was shown just now.
  func show(_ step: Bilingual) {
    guard let write else { return }
    let now = ContinuousClock.now
    guard start.duration(to: now) >= delay else { return }
    let text = String(wording(step).prefix(Self.longest))
    state.withLock { state in
      if let last = state.last, last.duration(to: now) < interval { return }
      write("\r" + text + String(repeating: " ", count: max(0, state.width - text.count)))
      state.last = now
      state.width = text.count
    }
  }

  /// Removes the line; the next step shows it again.
  func erase() {
    guard let write else { return }
    state.withLock { state in
      guard state.width > 0 else { return }
      write("\r" + String(repeating: " ", count: state.width) + "\r")
      state.width = 0
    }
  }
}
