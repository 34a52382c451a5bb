import CZlib

/// The CRC-32 of bytes, going on from the checksum of those before them.
func checksum(_ bytes: Span<UInt8>, after before: UInt32 = 0) -> UInt32 {
  // zlib answers a missing buffer with the first checksum, not with the one before.
  guard !bytes.isEmpty else { return before }
  return bytes.withUnsafeBufferPointer {
    UInt32(truncatingIfNeeded: crc32_z(UInt(before), $0.baseAddress, $0.count))
  }
}

/// A stream that packs bytes by raw deflate (RFC 1951), piece by piece.
struct Deflater: ~Copyable {
  // zlib's state points back at the stream, so the stream must never move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let scratch: UnsafeMutableBufferPointer<UInt8>

  /// How hard zlib tries: level 3 packs sheets to a tenth, twice as fast as its usual level 6.
  private static let level: Int32 = 3
  private static let scratchSize = 65_536

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    scratch = .allocate(capacity: Self.scratchSize)
    let status = deflateInit2_(
      stream, Self.level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL - 1, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib lacks memory, or is another library than the one compiled against")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    scratch.deallocate()
  }

  /// Begins a new stream.
  mutating func reset() { deflateReset(stream) }

  /// Packs bytes and appends what comes out so far, or everything at the end of the stream.
  mutating func pack(_ bytes: Span<UInt8>, into output: inout [UInt8], isLast: Bool) {
    bytes.withUnsafeBufferPointer { input in
      var offset = 0
      repeat {
        let count = min(input.count - offset, 1 << 30)
        stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + offset) }
        stream.pointee.avail_in = UInt32(count)
        offset += count
        drain(into: &output, flush: isLast && offset == input.count ? Z_FINISH : Z_NO_FLUSH)
      } while offset < input.count
    }
  }

  private func drain(into output: inout [UInt8], flush: Int32) {
    var status = Z_OK
    repeat {
      stream.pointee.next_out = scratch.baseAddress
      stream.pointee.avail_out = UInt32(scratch.count)
      status = deflate(stream, flush)
      let count = scratch.count - Int(stream.pointee.avail_out)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: scratch[..<count]))
      // Space left over means that zlib has nothing more to give for now.
    } while status == Z_OK && stream.pointee.avail_out == 0
  }
}

/// Unpacks a whole raw deflate stream of a known size.
///
/// No more than one byte beyond that size is ever written, whatever the stream would unpack to.
///
/// - Returns: nil unless the bytes are exactly one stream and unpack to exactly that size.
func inflated(_ bytes: Span<UInt8>, size: Int) -> [UInt8]? {
  guard bytes.count <= Int(UInt32.max), size < Int(UInt32.max) else { return nil }
  var isWhole = false
  let result = [UInt8](unsafeUninitializedCapacity: size + 1) { output, count in
    count = 0
    var stream = z_stream()
    withUnsafeMutablePointer(to: &stream) { stream in
      guard
        inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
      else { return }
      defer { inflateEnd(stream) }
      bytes.withUnsafeBufferPointer { input in
        stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0) }
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(size + 1)
        let status = inflate(stream, Z_FINISH)
        count = size + 1 - Int(stream.pointee.avail_out)
        isWhole = status == Z_STREAM_END && stream.pointee.avail_in == 0 && count == size
      }
    }
  }
  return isWhole ? result : nil
}
