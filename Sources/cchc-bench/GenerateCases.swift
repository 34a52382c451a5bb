import CCHCExact
import CCHCFiles
import Glibc

/// Random numbers that a seed repeats on every machine (SplitMix64).
struct SeededNumbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// A whole number below a limit.
  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  /// One of some places by their weights, which add up to 100.
  mutating func pick(_ weights: [Int]) -> Int {
    var rest = below(100)
    for (place, weight) in weights.enumerated() {
      if rest < weight { return place }
      rest -= weight
    }
    return 0
  }
}

/// Writes a list of made-up case files as a provincial one-stop system exports it.
///
/// Each agency has its own share of late case files, of online filing and so on.
struct CaseGenerator {
  private var numbers: SeededNumbers
  private let agencies: [(code: String, late: Int, online: Int)]
  private let firstDay: Int
  private var bytes: [UInt8] = []

  private static let channels = ["Trực tuyến", "Trực tiếp", "Bưu chính"]
  private static let states = ["Đã trả", "Đang xử lý", "Đã rút", "Từ chối"]
  private static let header =
    "Mã hồ sơ,Mã TTHC,Mã đơn vị,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả,Trạng thái,Số hóa,Thanh toán trực tuyến,Phí lệ phí\r\n"

  /// - Parameters:
  ///   - codes: How lists write the agencies.
  ///   - year: The year in which the case files are received.
  ///   - seed: What the case files come from.
  init(_ codes: [String], year: Int, seed: UInt64) {
    var numbers = SeededNumbers(seed)
    agencies = codes.map { ($0, 1 + numbers.below(12), 35 + numbers.below(60)) }
    self.numbers = numbers
    firstDay = Day(year: year, month: 1, day: 1)?.number ?? 0
  }

  /// Writes a number of case files to a descriptor.
  ///
  /// - Throws: `FileError` where they cannot be written.
  mutating func write(_ rows: Int, to descriptor: Int32, path: String) throws(FileError) {
    bytes = [0xEF, 0xBB, 0xBF] + Array(Self.header.utf8)
    for row in 1...max(1, rows) {
      addRow(row)
      if bytes.count > 1 << 20 {
        try writeAll(bytes, to: descriptor, path: path)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try writeAll(bytes, to: descriptor, path: path)
  }

  private mutating func addRow(_ row: Int) {
    let agency = agencies[numbers.below(agencies.count)]
    let received = firstDay + numbers.below(365)
    let due = received + 1 + numbers.below(30)
    let state = numbers.pick([88, 8, 3, 1])
    let isLate = numbers.below(100) < agency.late
    // What is withdrawn or refused is handed back within its time.
    let isOpen = state == 1
    let done = isLate && state == 0 ? due + 1 + numbers.below(20) : max(received, due - numbers.below(10))
    let isOnline = numbers.below(100) < agency.online
    bytes.appendDecimal(Int128(row), decimals: 0)
    add(",1.")
    bytes.appendDecimal(Int128(100_000 + numbers.below(1_800)), decimals: 0)
    add(",")
    add(agency.code)
    add(",")
    add(Self.channels[isOnline ? 0 : numbers.pick([0, 90, 10])])
    addDay(received)
    addDay(due)
    if isOpen { add(",") } else { addDay(done) }
    add(",")
    add(Self.states[state])
    add(numbers.below(100) < 78 ? ",Có" : ",Không")
    add(isOnline && numbers.below(100) < 70 ? ",Có," : ",Không,")
    bytes.appendDecimal(Int128(numbers.below(3) == 0 ? 0 : 5_000 * (1 + numbers.below(60))), decimals: 0)
    add("\r\n")
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func addDay(_ number: Int) {
    let (year, month, day) = Day(number: number).components
    add(",")
    for part in [day, month] {
      bytes.append(UInt8(48 + part / 10))
      bytes.append(UInt8(48 + part % 10))
      add("/")
    }
    bytes.appendDecimal(Int128(year), decimals: 0)
  }
}

/// Writes a list of made-up case files for the agencies that a round's case_agencies.csv names.
///
/// - Parameters:
///   - rows: How many case files.
///   - seed: What they come from.
///   - round: The round's folder, whose case_agencies.csv says how the list writes the agencies.
///   - target: The file to write.
/// - Returns: How long it took.
/// - Throws: `FileError` where a file cannot be read or written.
func generateCases(rows: Int, seed: UInt64, round: String, to target: String) throws(FileError) -> Measure {
  let clock = ContinuousClock()
  let start = clock.now
  let table = try readFile(joinedPath(round, "case_agencies.csv"))
  let lines = String(decoding: table, as: UTF8.self).split { $0 == "\n" || $0 == "\r\n" }.dropFirst()
  let codes = lines.map { String($0.prefix { $0 != "," }) }
  var generator = CaseGenerator(codes, year: 2025, seed: seed)
  let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw .current(target) }
  defer { _ = close(descriptor) }
  try generator.write(rows, to: descriptor, path: target)
  return Measure(seconds: [("generate", clock.now - start)], cells: rows * 11)
}
