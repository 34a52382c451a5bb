import CBytes
import Glibc

/// Asks the system for large pages for memory that has not been touched yet.
///
/// A large file is read, and a million figures are put in their places, in half the time. Where the system has no large
/// pages nothing changes.
@usableFromInline
package func preferLargePages(_ memory: UnsafeMutableRawBufferPointer) {
  let page = Int(sysconf(Int32(_SC_PAGESIZE)))
  guard memory.count >= 1 << 21, let base = memory.baseAddress else { return }
  let start = (Int(bitPattern: base) + page - 1) / page * page
  let end = (Int(bitPattern: base) + memory.count) / page * page
  _ = madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
}

/// Prepares the allocator of the process, before it starts threads, for a large round.
///
/// The settings hold for everything that the process does, so a program calls this and a library never does. Memory that is given back, up to 16 MiB, is kept: it is needed again at once. All of it comes from one heap, whose
/// first part lies in large pages: for every small page the system has to be called, and threads wait for each other
/// there.
package func prepareAllocatorForLargeRound() {
  let room = 1 << 24
  mallopt(M_MMAP_THRESHOLD, 1 << 22)
  mallopt(M_TRIM_THRESHOLD, Int32(room))
  mallopt(M_ARENA_MAX, 1)
  mallopt(M_TOP_PAD, Int32(room))
  // This is more than the heap has left, so that it grows, by the room asked for too.
  cchc_touch_heap(1 << 21)
  mallopt(M_TOP_PAD, 1 << 20)
  guard let end = sbrk(0) else { return }
  preferLargePages(UnsafeMutableRawBufferPointer(start: end - room, count: room))
}

extension Array {
  /// No element, and room for so many, in large pages where the system has them.
  @inlinable
  package init(largeRoom count: Int) {
    guard count > 0 else {
      self = []
      return
    }
    self.init(unsafeUninitializedCapacity: count) { buffer, _ in
      preferLargePages(UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
