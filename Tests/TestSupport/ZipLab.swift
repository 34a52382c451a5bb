import CCHCFiles
import CCHCOffice
import CCHCOutputs
import CCHCScoring
import CCHCTables

/// An archive built field by field, so that a test can make any of them lie.
package struct ZipLab {
  /// One part with what its header and its entry in the directory say.
  package struct Part {
    package var name: String
    package var bytes: [UInt8]
    package var data: [UInt8]
    package var method: UInt16 = 0
    package var flags: UInt16 = 0
    package var checksum: UInt32
    package var size: UInt32
    package var packedSize: UInt32
    /// The name in the part's own header, the directory's where nil.
    package var localName: String?
    /// The place of the header that the directory names, the true one where nil.
    package var offset: UInt32?
    package var disk: UInt16 = 0
    package var extra: [UInt8] = []
    /// Bytes after the data, such as a descriptor.
    package var trailer: [UInt8] = []

    /// A stored part whose fields all tell the truth.
    package init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
      data = bytes
      checksum = slowChecksum(bytes)
      size = UInt32(bytes.count)
      packedSize = size
    }
  }

  package var parts: [Part] = []
  package var disk: UInt16 = 0
  package var count: UInt16?
  package var directorySize: UInt32?
  package var directoryOffset: UInt32?
  package var prefix: [UInt8] = []
  package var comment: [UInt8] = []
  package var afterEnd: [UInt8] = []
  package var largeEnd = false

  package init(parts: [Part] = []) { self.parts = parts }

  package var bytes: [UInt8] {
    var output = prefix
    var offsets: [Int] = []
    for part in parts {
      offsets.append(output.count)
      output.append(little: 0x0403_4B50 as UInt32)
      output += common(part, name: part.localName ?? part.name, extra: 0)
      output += (part.localName ?? part.name).utf8
      output += part.data + part.trailer
    }
    let directory = output.count
    for (part, offset) in zip(parts, offsets) {
      output.append(little: 0x0201_4B50 as UInt32)
      output.append(little: 20 as UInt16)
      output += common(part, name: part.name, extra: part.extra.count)
      output.append(little: 0 as UInt16)
      output.append(little: part.disk)
      output.append(little: 0 as UInt16)
      output.append(little: 0 as UInt32)
      output.append(little: part.offset ?? UInt32(offset))
      output += part.name.utf8
      output += part.extra
    }
    let size = output.count - directory
    if largeEnd {
      let place = output.count
      output.append(little: 0x0606_4B50 as UInt32)
      output.append(little: 44 as UInt64)
      output.append(little: 0 as UInt32)
      output.append(little: 0 as UInt64)
      output.append(little: UInt64(parts.count))
      output.append(little: UInt64(parts.count))
      output.append(little: UInt64(size))
      output.append(little: UInt64(directory))
      output.append(little: 0x0706_4B50 as UInt32)
      output.append(little: 0 as UInt32)
      output.append(little: UInt64(place))
      output.append(little: 1 as UInt32)
    }
    output.append(little: 0x0605_4B50 as UInt32)
    output.append(little: disk)
    output.append(little: disk)
    output.append(little: count ?? UInt16(parts.count))
    output.append(little: count ?? UInt16(parts.count))
    output.append(little: directorySize ?? UInt32(size))
    output.append(little: directoryOffset ?? UInt32(directory))
    output.append(little: UInt16(comment.count))
    return output + comment + afterEnd
  }

  private func common(_ part: Part, name: String, extra: Int) -> [UInt8] {
    var output: [UInt8] = []
    output.append(little: 20 as UInt16)
    output.append(little: part.flags)
    output.append(little: part.method)
    output.append(little: 0 as UInt32)
    output.append(little: part.checksum)
    output.append(little: part.packedSize)
    output.append(little: part.size)
    output.append(little: UInt16(name.utf8.count))
    output.append(little: UInt16(extra))
    return output
  }
}

/// The CRC-32 of bytes, bit by bit.
package func slowChecksum(_ bytes: [UInt8]) -> UInt32 {
  var rest: UInt32 = .max
  for byte in bytes {
    rest ^= UInt32(byte)
    for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
  }
  return ~rest
}

/// An archive of some parts.
package func archive(_ parts: [(String, String)]) -> [UInt8] {
  var zip = ZipWriter()
  for (name, text) in parts { zip.add(name, Array(text.utf8)) }
  return zip.finish()
}

/// The code of the fault that a piece of work ends in, nil where it ends well.
package func faultCode(_ work: () throws -> Void) -> String? {
  do {
    try work()
    return nil
  } catch let fault as WorkbookFault {
    return fault.code.id
  } catch {
    return "\(error)"
  }
}
