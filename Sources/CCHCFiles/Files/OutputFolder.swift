import Glibc

/// Files of a folder to be written together: all appear, or none.
///
/// They are first written beside their places; only when every one of them is there does one rename decide for all,
/// so that a full disk, a forbidden folder or an end at any point leaves the old files or gives the new ones (see
/// `ChangeList`). The folder is held from the first file on: a second run that writes in it is told so.
package struct OutputFolder {
  package let path: String
  /// Whether the files are on the disk itself before they count: work that nobody could do again.
  private let isDurable: Bool
  private var lock: FolderLock?
  private var state = State.empty
  private var list = ChangeList()
  /// How many files were written.
  private var count = 0
  /// What is known of folders below this one, by their names from here.
  private var folders: [String: Destination] = [:]
  /// Whether the folder was made for these files.
  private var isMade = false

  private enum State { case empty, waiting, prepared, decided }

  private enum Destination {
    case standing(isWritable: Bool)
    /// It does not stand yet and waits, with all that is in it, under a number.
    case new(Int)
  }

  /// Files that can be made again, as reports.
  package init(_ path: String) {
    self.path = path
    isDurable = false
  }

  /// Files that cannot be made again, in a folder that was held before it was read.
  package init(_ lock: FolderLock) {
    path = lock.path
    isDurable = true
    self.lock = lock
  }

  /// Where the new files wait.
  private var waiting: String { joinedPath(path, ChangeList.waiting) }

  /// Holds the folder and makes the place where files wait.
  private mutating func begin() throws(FileError) {
    guard state == .empty else { return }
    if lock == nil {
      isMade = fileKind(path) == .nothing
      lock = try FolderLock.writing(path)
    }
    removeTree(waiting)
    guard mkdir(waiting, 0o777) == 0 else { throw .current(path) }
    state = .waiting
  }

  /// Writes a file beside its place.
  ///
  /// - Throws: `FileError` where the folder cannot be made or is in use, or the bytes cannot be written.
  package mutating func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    try write(to: name) { put throws(FileError) in try put(bytes) }
  }

  /// Writes a file beside its place, piece by piece.
  ///
  /// - Throws: `FileError` where the folder cannot be made or is in use, or the bytes cannot be written; what
  ///   `contents` throws.
  package mutating func write(
    to name: String, _ contents: (_ put: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void
  ) throws(FileError) {
    try begin()
    let place = try self.place(for: name)
    count += 1
    // Few files are written through one by one, many at once before they count.
    try writeNewFile(
      place, shown: joinedPath(path, name), isDurable: isDurable && count <= Self.few, contents)
  }

  /// How many files are written through one by one.
  private static let few = 64

  /// Where a file waits; with the first file in a new folder the folder is noted instead.
  private mutating func place(for name: String) throws(FileError) -> String {
    var rest = name.split(separator: "/").map(String.init)
    var folder = ""
    while rest.count > 1 {
      folder = joinedPath(folder, rest.removeFirst())
      if case .new(let number) = try destination(folder) {
        let place = joinedPath(
          joinedPath(waiting, String(number)), rest.joined(separator: "/"))
        try makeFolder(parentFolder(place))
        unlink(place)
        return place
      }
    }
    try requireWritable(folder)
    guard fileKind(joinedPath(path, name)) != .folder else {
      throw FileError(path: joinedPath(path, name), code: EISDIR)
    }
    list.puts.append(name)
    return joinedPath(waiting, String(list.puts.count - 1))
  }

  private mutating func destination(_ folder: String) throws(FileError) -> Destination {
    if let known = folders[folder] { return known }
    let full = joinedPath(path, folder)
    let destination: Destination
    switch fileKind(full) {
    case .folder: destination = .standing(isWritable: false)
    case .nothing:
      let parent = folder.contains("/") ? parentFolder(folder) : ""
      try requireWritable(parent)
      if device(joinedPath(path, parent)) == device(path) {
        destination = .new(list.puts.count)
        list.puts.append(folder)
        try makeFolder(joinedPath(waiting, String(list.puts.count - 1)))
      } else {
        // A folder cannot be renamed from one disk to another.
        try makeFolder(full)
        destination = .standing(isWritable: true)
      }
    case .file, .other: throw FileError(path: full, code: ENOTDIR)
    }
    folders[folder] = destination
    return destination
  }

  /// Finds out before anything is decided whether files can be renamed into a folder.
  private mutating func requireWritable(_ folder: String) throws(FileError) {
    if case .standing(isWritable: true) = folders[folder] { return }
    let full = folder.isEmpty ? path : joinedPath(path, folder)
    guard access(full, W_OK | X_OK) == 0 else { throw .current(full) }
    folders[folder] = .standing(isWritable: true)
  }

  private func device(_ path: String) -> dev_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_dev : nil
  }

  // MARK: Files that are no longer due

  /// Marks a file for removal; one that is not there is left alone.
  package mutating func remove(_ name: String) { list.removals.append(name) }

  /// Marks files of a folder for removal.
  ///
  /// - Parameters:
  ///   - name: The folder.
  ///   - isRemoved: Whether the file of a name, with its folders, goes.
  package mutating func removeAll(in name: String, where isRemoved: (String) -> Bool) {
    list.removals += ((try? folderNames(joinedPath(path, name))) ?? []).map { joinedPath(name, $0) }
      .filter(isRemoved)
  }

  /// Marks files in the folders of a folder for removal, and such a folder where nothing is left in it.
  ///
  /// - Parameters:
  ///   - name: The folder that holds the folders.
  ///   - isRemoved: Whether the file of a name, with its folders, goes.
  package mutating func removeAll(below name: String, where isRemoved: (String) -> Bool) {
    for inner in (try? folderNames(joinedPath(path, name))) ?? [] {
      let folder = joinedPath(name, inner)
      guard fileKind(joinedPath(path, folder)) == .folder else { continue }
      let count = list.removals.count
      removeAll(in: folder, where: isRemoved)
      if list.removals.count > count { list.emptied.append(folder) }
    }
  }

  // MARK: Commit

  /// Puts every written file in its place.
  ///
  /// - Throws: `FileError` where nothing could be decided; or where a file could not be put in place after it was:
  ///   then the next run in the folder does it.
  package mutating func commit() throws(FileError) {
    guard !list.isEmpty else { return }
    try seal()
    try decide()
    try finish()
  }

  /// Puts the files of two folders in their places, all or none; this folder decides.
  ///
  /// - Throws: `FileError` as `commit`.
  package mutating func commit(with other: inout OutputFolder) throws(FileError) {
    guard !list.isEmpty else { return try other.commit() }
    guard !other.list.isEmpty else { return try commit() }
    (list.partner, other.list.decider) = (resolvedPath(other.path), resolvedPath(path))
    try other.seal()
    try seal()
    try other.decide()
    other.state = .prepared
    try decide()
    other.state = .decided
    try other.finish()
    try finish()
  }

  /// Writes the list beside the files.
  private mutating func seal() throws(FileError) {
    try begin()
    for name in list.removals where fileKind(joinedPath(path, name)) != .nothing {
      try requireWritable(name.contains("/") ? parentFolder(name) : "")
    }
    try writeNewFile(
      list.bytes, to: joinedPath(waiting, ChangeList.name), shown: path, isDurable: isDurable
    )
    guard isDurable else { return }
    if count > Self.few { sync() }
    try writeThrough(waiting)
  }

  private mutating func decide() throws(FileError) {
    guard rename(waiting, joinedPath(path, ChangeList.decided)) == 0 else { throw .current(path) }
    state = .decided
  }

  private mutating func finish() throws(FileError) {
    if isDurable { try writeThrough(path) }
    try list.apply(in: path)
    state = .empty
    list = ChangeList()
    (count, folders) = (0, [:])
    isMade = false
  }

  /// Writes what the system holds of a folder's names to the disk.
  private func writeThrough(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .current(path) }
    defer { _ = close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .current(path) }
  }

  /// Takes back what was written beside its place and is not to be kept; what was decided stays so.
  package mutating func discard() {
    switch state {
    case .empty, .decided: break
    case .waiting: removeTree(waiting)
    case .prepared: removeTree(joinedPath(path, ChangeList.decided))
    }
    if state != .decided, isMade {
      rmdir(path)
      lock = nil
    }
    state = .empty
    list = ChangeList()
    (count, folders) = (0, [:])
  }
}

extension OutputFolder {
  /// Writes files of a folder, all or none.
  ///
  /// - Throws: `FileError` where one cannot be written; then the old files stay as they were.
  package mutating func write(_ files: [(name: String, bytes: [UInt8])]) throws(FileError) {
    do throws(FileError) {
      for file in files { try write(file.bytes, to: file.name) }
      try commit()
    } catch {
      discard()
      throw error
    }
  }

  /// Writes files that can be made again, all or none.
  ///
  /// - Throws: `FileError` where one cannot be written; then the old files stay as they were.
  package static func write(_ files: [(name: String, bytes: [UInt8])], in folder: String) throws(FileError) {
    var output = OutputFolder(folder)
    try output.write(files)
  }
}
