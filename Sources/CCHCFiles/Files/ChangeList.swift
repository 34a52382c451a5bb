import Glibc

/// What a commit changes in a folder, in the order in which it is done.
///
/// New files wait in a folder `.cchc-part` beside their places, numbered; the list stands among them. Renaming that
/// folder to `.cchc-commit` is the one step that decides: before it a run has done nothing, after it whoever holds the
/// folder next carries the list out, as often as it takes.
struct ChangeList {
  /// Files and new folders to be put in place; the place in the array is the name under which each waits.
  var puts: [String] = []
  /// Files to be removed.
  var removals: [String] = []
  /// Folders to be removed where nothing is left in them.
  var emptied: [String] = []
  /// A second folder that changes together with this one: absolute path.
  var partner: String?
  /// The folder whose commit decides for this one too: absolute path.
  var decider: String?

  /// Where new files wait until it is decided, and after.
  static let (waiting, decided) = (".cchc-part", ".cchc-commit")
  /// The name of the list among the files.
  static let name = "list"

  var isEmpty: Bool { puts.isEmpty && removals.isEmpty }

  /// Whether a decided commit waits to be carried out.
  static func isWaiting(in path: String) -> Bool { fileKind(joinedPath(path, decided)) == .folder }

  // MARK: As a file

  /// The list as a file: fields that end in a zero byte, each with a sign in front; the last is a full stop.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func add(_ sign: Character, _ texts: [String]) {
      for text in texts { bytes += Array("\(sign)\(text)\0".utf8) }
    }
    add("+", puts)
    add("-", removals)
    add("/", emptied)
    add(">", partner.map { [$0] } ?? [])
    add("<", decider.map { [$0] } ?? [])
    add(".", [""])
    return bytes
  }

  init() {}

  /// Reads a list; nil where it is not whole, or would change something outside its folder.
  init?(_ bytes: [UInt8]) {
    let fields = bytes.split(separator: 0, omittingEmptySubsequences: false)
    guard fields.count >= 2, fields[fields.count - 1].isEmpty, fields[fields.count - 2] == [UInt8(ascii: ".")]
    else { return nil }
    for field in fields.dropLast(2) {
      guard let sign = field.first else { return nil }
      let text = String(decoding: field.dropFirst(), as: UTF8.self)
      switch sign {
      case UInt8(ascii: ">"): partner = text
      case UInt8(ascii: "<"): decider = text
      default:
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0 == ".." }) else { return nil }
        switch sign {
        case UInt8(ascii: "+"): puts.append(text)
        case UInt8(ascii: "-"): removals.append(text)
        case UInt8(ascii: "/"): emptied.append(text)
        default: return nil
        }
      }
    }
  }

  private init?(of path: String) {
    guard let bytes = try? readFile(joinedPath(joinedPath(path, Self.decided), Self.name)) else { return nil }
    self.init(bytes)
  }

  // MARK: Carrying out

  /// Finishes what a killed run had decided and removes what it had not; the folder is held for writing.
  ///
  /// - Throws: `FileError` where a decided change cannot be made; it stays decided.
  static func finish(in path: String) throws(FileError) {
    if isWaiting(in: path), let list = ChangeList(of: path), list.isDecided(for: path) {
      // The partner is finished while it can still be seen here that it was decided.
      if let partner = list.partner, fileKind(partner) == .folder {
        try FolderLock.writing(partner).release()
      }
      try list.apply(in: path)
    }
    for name in [decided, waiting] {
      let left = joinedPath(path, name)
      removeTree(left)
      guard fileKind(left) == .nothing else { throw FileError(path: left, system: .forbidden) }
    }
  }

  /// Whether the commit of the folder that decides came about.
  private func isDecided(for path: String) -> Bool {
    guard let decider else { return true }
    return ChangeList(of: decider)?.partner == resolvedPath(path)
  }

  /// Makes the changes; those that were made already are passed over.
  ///
  /// - Throws: `FileError` where one cannot be made; all that is left to do is still in the list.
  func apply(in path: String) throws(FileError) {
    let waiting = joinedPath(path, Self.decided)
    for (number, name) in puts.enumerated() {
      try Self.put(joinedPath(waiting, String(number)), at: joinedPath(path, name))
    }
    for name in removals where unlink(joinedPath(path, name)) != 0 && errno != ENOENT {
      throw .current(joinedPath(path, name))
    }
    // A folder that still holds something is not removed by the system.
    for name in emptied { rmdir(joinedPath(path, name)) }
    removeTree(waiting)
  }

  private static func put(_ part: String, at place: String) throws(FileError) {
    if rename(part, place) == 0 { return }
    let failure = errno
    switch failure {
    case ENOENT where fileKind(part) == .nothing: return
    case ENOENT:
      // Somebody removed the folder after it was decided.
      try makeFolder(parentFolder(place))
      guard rename(part, place) == 0 else { throw .current(place) }
    case EXDEV:
      // The place lies on another disk, behind a link: the file goes there first and is renamed there.
      let beside = joinedPath(parentFolder(place), waiting + "-copy")
      unlink(beside)
      try writeNewFile(try readFile(part), to: beside, shown: place, isDurable: true)
      guard rename(beside, place) == 0 else { throw .current(place) }
      unlink(part)
    default: throw FileError(path: place, code: failure)
    }
  }
}
