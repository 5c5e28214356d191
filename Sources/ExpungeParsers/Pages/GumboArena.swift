import CGumbo
import ExpungeDocuments
import Glibc

/// The memory of one parse, freed at once.
///
/// Gumbo frees its tree by recursion, which a deeply nested page turns into an overflow of the stack,
/// and does not look whether memory was to be had; an arena does neither.
final class GumboArena {
  private var chunks: [UnsafeMutableRawPointer] = []
  private var next: UnsafeMutableRawPointer?
  private var room = 0

  private static let chunkSize = 1 << 18
  private static let alignment = 16

  deinit {
    for chunk in chunks { free(chunk) }
  }

  func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let size = (max(size, 1) + GumboArena.alignment - 1) & ~(GumboArena.alignment - 1)
    if size > room {
      let count = max(size, GumboArena.chunkSize)
      // Gumbo would write through a null pointer; the file is unread, and the reason is told.
      guard let chunk = malloc(count) else { _exit(ReaderExit.outOfMemory) }
      chunks.append(chunk)
      guard size < GumboArena.chunkSize else { return chunk }
      next = chunk
      room = count
    }
    guard let place = next else { _exit(ReaderExit.outOfMemory) }
    next = place + size
    room -= size
    return place
  }

  /// The tree of a page, alive as long as the arena and the page are.
  func parse(_ page: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<GumboOutput>? {
    var options = kGumboDefaultOptions
    options.userdata = Unmanaged.passUnretained(self).toOpaque()
    options.allocator = { arena, size in
      guard let arena else { return nil }
      return Unmanaged<GumboArena>.fromOpaque(arena).takeUnretainedValue().allocate(size)
    }
    options.deallocator = { _, _ in }
    // Errors quote the page and nobody reads them.
    options.max_errors = 0
    guard let base = page.baseAddress else { return nil }
    return base.withMemoryRebound(to: CChar.self, capacity: page.count) { characters in
      withUnsafePointer(to: options) { gumbo_parse_with_options($0, characters, page.count) }
    }
  }
}
