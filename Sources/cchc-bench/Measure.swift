import CCHCExact

/// What a job measured.
struct Measure {
  /// Named times in seconds, in the order of their steps.
  var seconds: [(name: String, value: Duration)]
  /// How many cells were written or read.
  var cells: Int
  /// The most memory that the process had before the last step, in KiB; 0 where nobody asks.
  var peakBefore = 0

  /// `{"seconds":{"write":0.123456},"cells":1000,"peak_before":0}`.
  var json: String {
    let times = seconds.map { "\"\($0)\":\(secondsText($1.microseconds))" }
    return
      "{\"seconds\":{\(times.joined(separator: ","))},\"cells\":\(cells),\"peak_before\":\(peakBefore)}\n"
  }
}

extension Duration {
  /// Whole microseconds.
  var microseconds: Int {
    Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
  }
}

/// Microseconds as seconds.
func secondsText(_ microseconds: Int) -> String { decimalText(Int128(microseconds), decimals: 6) }
