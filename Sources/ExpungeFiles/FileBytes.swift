import Glibc

/// Reads whole files into memory.
package enum FileBytes {
  /// All bytes of a file. O(size), one buffer.
  ///
  /// A regular file that changes meanwhile is an error; a pipe or a device is read to its end.
  /// Symbolic links are followed: whether to follow is decided where paths are gathered.
  /// - Parameters:
  ///   - name: how errors call the file.
  ///   - limit: the most bytes to read.
  package static func read(
    _ path: FilePath, name: String, limit: Int
  ) throws(FileError) -> [UInt8] {
    let opened = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
    guard opened >= 0 else { throw .last(.read, at: name) }
    defer { close(opened) }
    var before = stat()
    guard fstat(opened, &before) == 0 else { throw .last(.read, at: name) }
    switch before.st_mode & S_IFMT {
    case S_IFDIR:
      throw FileError(.read, .isFolder, at: name)
    case S_IFREG:
      guard before.st_size <= limit else { throw FileError(.read, .overLimit(limit), at: name) }
      let bytes = try readAll(opened, expecting: Int(before.st_size), limit: limit, name: name)
      var after = stat()
      guard fstat(opened, &after) == 0 else { throw .last(.read, at: name) }
      guard after.st_size == before.st_size, bytes.count == before.st_size,
        after.st_mtim.tv_sec == before.st_mtim.tv_sec,
        after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
      else { throw FileError(.read, .changedWhileRead, at: name) }
      return bytes
    default:
      return try readAll(opened, expecting: 1 << 16, limit: limit, name: name)
    }
  }

  /// All bytes of what an argument names: a file, or the standard input.
  package static func read(
    argument: FilePath, name: String, limit: Int
  ) throws(FileError) -> [UInt8] {
    argument.isStandardInput
      ? try readStandardInput(limit: limit) : try read(argument, name: name, limit: limit)
  }

  /// All of the standard input, in memory only: it is never spooled to disk.
  package static func readStandardInput(
    name: String = "standard input", limit: Int
  ) throws(FileError) -> [UInt8] {
    try readAll(STDIN_FILENO, expecting: 1 << 16, limit: limit, name: name)
  }

  /// Reads to the end; one byte of room over what is expected, so that the end shows at once.
  private static func readAll(
    _ descriptor: Int32, expecting count: Int, limit: Int, name: String
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = min(count, limit) + 1
    while true {
      var failure: FileError?
      var ended = false
      let filled = bytes.count
      var grown = [UInt8](unsafeUninitializedCapacity: filled + room) { buffer, initialised in
        bytes.withUnsafeBufferPointer { old in
          if let source = old.baseAddress, let target = buffer.baseAddress {
            target.initialize(from: source, count: filled)
          }
        }
        initialised = filled
        guard let base = buffer.baseAddress else { return }
        while initialised < buffer.count {
          let got = Glibc.read(descriptor, base + initialised, buffer.count - initialised)
          if got < 0, errno == EINTR { continue }
          if got < 0, errno == EAGAIN, waitUntilReady(descriptor, for: POLLIN) { continue }
          if got < 0 { failure = .last(.read, at: name) }
          if got <= 0 {
            ended = true
            return
          }
          initialised += got
        }
      }
      if let failure { throw failure }
      swap(&bytes, &grown)
      if bytes.count > limit { throw FileError(.read, .overLimit(limit), at: name) }
      if ended { return bytes }
      room = min(max(bytes.count, 1 << 16), limit - bytes.count + 1)
    }
  }
}
