import Glibc

/// Why a file or folder cannot be read or written, in the system's own words.
public struct FileError: Error, Sendable, Equatable {
  /// The file or folder.
  public let path: String
  /// What the system says.
  public let reason: String

  /// The usual reasons, to be told in the reader's language; nil for any other.
  package let system: SystemReason?

  package enum SystemReason: Sendable, Equatable {
    case missing
    case forbidden
    case full
    case notFolder
    case isFolder
    case readOnly
    /// A pipe or a device.
    case notFile
    /// A file that grows or shrinks while it is read.
    case changing

    fileprivate init?(_ code: Int32) {
      switch code {
      case ENOENT: self = .missing
      case EACCES, EPERM: self = .forbidden
      case ENOSPC, EDQUOT: self = .full
      case ENOTDIR, EEXIST: self = .notFolder
      case EISDIR: self = .isFolder
      case EROFS: self = .readOnly
      default: return nil
      }
    }
  }

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
    system = nil
  }

  package init(path: String, system: SystemReason) {
    self.path = path
    reason = "\(system)"
    self.system = system
  }

  package init(path: String, code: Int32) {
    self.path = path
    reason = String(cString: strerror(code))
    system = SystemReason(code)
  }

  /// What a person is told; a reason that is not among the usual ones keeps the system's words.
  package func reason(in language: Language) -> String {
    let (vietnamese, english) =
      switch system {
      case .missing: ("không có tệp hoặc thư mục này", "there is no such file or folder")
      case .forbidden: ("không có quyền đọc hoặc ghi", "reading or writing is not allowed")
      case .full: ("đĩa đã đầy", "the disk is full")
      case .notFolder: ("đây không phải là thư mục", "it is not a folder")
      case .isFolder: ("đây là thư mục, không phải tệp", "it is a folder, not a file")
      case .readOnly: ("ổ đĩa chỉ cho đọc", "the disk is read-only")
      case .notFile: ("đây không phải là tệp thường", "it is no ordinary file")
      case .changing:
        (
          "tệp thay đổi trong khi đọc; chờ ghi xong rồi chạy lại",
          "it changes while it is read; run again later"
        )
      case nil: (reason, reason)
      }
    return language == .vietnamese ? vietnamese : english
  }

  /// The error of the system call that has just failed.
  package static func current(_ path: String) -> FileError { FileError(path: path, code: errno) }
}

/// All bytes of a file.
///
/// They are copied, not mapped: a mapped file that another program cuts short would end the process.
///
/// - Throws: `FileError` where the file cannot be opened or read.
package func readFile(_ path: String) throws(FileError) -> [UInt8] {
  // Opening a pipe would wait for a writer that never comes.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw .current(path) }
  defer { _ = close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .current(path) }
  guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, code: EISDIR) }
  guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, system: .notFile) }

  var bytes: [UInt8] = []
  var capacity = Int(status.st_size) + 1
  while true {
    var failure: Int32 = 0
    let filled = bytes.count
    let next = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = 0
      while count < capacity {
        let got = read(descriptor, buffer.baseAddress?.advanced(by: count), capacity - count)
        if got > 0 {
          count += got
        } else if got < 0, errno == EINTR {
          continue
        } else {
          if got < 0 { failure = errno }
          break
        }
      }
    }
    guard failure == 0 else {
      throw FileError(path: path, code: failure)
    }
    if filled == 0 { bytes = next } else { bytes += next }
    if next.count < capacity { return bytes }
    capacity = max(bytes.count, 65_536)
  }
}
