import Glibc

/// Why a file or folder cannot be read or written, in the system's own words.
package struct FileError: Error, Sendable, Equatable {
  /// The file or folder.
  package let path: String
  /// What the system says.
  package let reason: String

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
    /// Another run holds the folder.
    case busy
    /// It changed while it was read.
    case changed
    /// The process may open no more files.
    case tooManyOpen
    /// The file would be larger than the system allows.
    case tooLarge

    fileprivate init?(_ code: Int32) {
      switch code {
      case ENOENT: self = .missing
      case EACCES, EPERM: self = .forbidden
      case ENOSPC, EDQUOT: self = .full
      case ENOTDIR, EEXIST: self = .notFolder
      case EISDIR: self = .isFolder
      case EROFS: self = .readOnly
      case EMFILE, ENFILE: self = .tooManyOpen
      case EFBIG: self = .tooLarge
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
  package func reason(in language: Language) -> String { argument.worded(in: language) }

  /// The reason for a message.
  package var argument: ProblemArgument {
    switch system {
    case .missing: .phrase(vi: "không có tệp hoặc thư mục này", en: "there is no such file or folder")
    case .forbidden: .phrase(vi: "không có quyền đọc hoặc ghi", en: "reading or writing is not allowed")
    case .full: .phrase(vi: "đĩa đã đầy", en: "the disk is full")
    case .notFolder: .phrase(vi: "đây không phải là thư mục", en: "it is not a folder")
    case .isFolder: .phrase(vi: "đây là thư mục, không phải tệp", en: "it is a folder, not a file")
    case .readOnly: .phrase(vi: "ổ đĩa chỉ cho đọc", en: "the disk is read-only")
    case .notFile: .phrase(vi: "đây không phải là tệp thường", en: "it is no ordinary file")
    case .busy:
      .phrase(
        vi: "một lệnh cchc khác đang đọc hoặc ghi thư mục này; đợi lệnh ấy xong rồi chạy lại",
        en: "another run of cchc is reading or writing this folder; wait until it ends, then run again")
    case .changed:
      .phrase(
        vi: "tệp thay đổi trong khi đang đọc; chạy lại",
        en: "the file changed while it was being read; run again")
    case .tooManyOpen:
      .phrase(vi: "hệ thống không cho mở thêm tệp", en: "the system lets no more files be opened")
    case .tooLarge:
      .phrase(vi: "tệp lớn hơn mức hệ thống cho phép", en: "the file is larger than the system allows")
    case nil: .text(reason)
    }
  }

  /// The error of the system call that has just failed.
  package static func current(_ path: String) -> FileError { FileError(path: path, code: errno) }
}

/// All bytes of a file.
///
/// They are copied, not mapped: a mapped file that another program cuts short would end the process. A file that
/// another program writes meanwhile is not taken: half a row would be read as a whole one.
///
/// - Throws: `FileError` where the file cannot be opened or read, or changes while it is read.
package func readFile(_ path: String) throws(FileError) -> [UInt8] {
  let file = try OpenFile(path)
  // One byte more tells whether the file goes on.
  var bytes = try file.read(0..<(file.identity.size + 1))
  if file.identity.size == 0 {
    // A file of the kernel tells no size: what it gives is all there is.
    while !bytes.isEmpty {
      let more = try file.read(bytes.count..<(bytes.count + 65_536))
      bytes += more
      if more.isEmpty { break }
    }
  } else if bytes.count != file.identity.size {
    throw FileError(path: path, system: .changed)
  }
  try file.check()
  return bytes
}
