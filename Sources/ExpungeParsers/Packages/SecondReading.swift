import CLibArchive
import ExpungeDocuments
import ExpungeText

/// Unpacks a packed file by other means than the first reader: libarchive, which goes by the entries'
/// own headers from the front rather than by the directory at the end. What one of the two overlooks
/// the other shows. The directory itself, with names and remarks, comes last as it stands.
struct SecondReading {
  private var bytes: [UInt8] = []
  private var entries: [FileContents.Entry] = []

  static func read(_ file: UnsafeBufferPointer<UInt8>, limits: ReaderLimits) -> ReadParts {
    var reading = ReadParts()
    reading.format = .bytes
    var second = SecondReading()
    if file.starts(with: [0x50, 0x4B]) {
      guard second.unpack(file, limits: limits) else {
        reading.stops.insert(.damagedPackage)
        return reading
      }
    } else {
      second.add([], Array(file), .binary)
      for package in EnclosedPackages.find(in: file) {
        // What cannot be unpacked is unread to the first reader, too.
        _ = package.withUnsafeBufferPointer { second.unpack($0, limits: limits) }
      }
    }
    reading.contents = FileContents(bytes: second.bytes, entries: second.entries)
    return reading
  }

  private mutating func add(
    _ name: [UInt8], _ contents: [UInt8], _ language: FileContents.Language
  ) {
    let start = bytes.count
    bytes += contents
    entries.append(
      FileContents.Entry(name: name, range: ByteRange(start, bytes.count), language: language))
  }

  /// Each entry's contents, and after it its name on a line of its own; false for a damaged file.
  private mutating func unpack(
    _ file: UnsafeBufferPointer<UInt8>, limits: ReaderLimits
  ) -> Bool {
    guard let archive = archive_read_new() else { return false }
    defer { archive_read_free(archive) }
    guard archive_read_support_format_zip_streamable(archive) == ARCHIVE_OK,
      archive_read_open_memory(archive, file.baseAddress, file.count) == ARCHIVE_OK
    else { return false }
    var entry: OpaquePointer?
    while true {
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { break }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN,
        entries.count < limits.packageEntries * 2,
        let contents = contents(of: archive, limits)
      else { return false }
      let name = archive_entry_pathname(entry).map { Array(String(cString: $0).utf8) } ?? []
      add(name, contents, .binary)
      add([], [Ascii.lineFeed] + name + [Ascii.lineFeed], .plain)
    }
    add([], directory(of: file), .binary)
    return true
  }

  private func contents(of archive: OpaquePointer, _ limits: ReaderLimits) -> [UInt8]? {
    var contents: [UInt8] = []
    var block: UnsafeRawPointer?
    var size = 0
    var offset: Int64 = 0
    while true {
      let status = archive_read_data_block(archive, &block, &size, &offset)
      if status == ARCHIVE_EOF { return contents }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN,
        bytes.count + contents.count + size <= limits.packageBytes * 2
      else { return nil }
      if let block { contents += UnsafeRawBufferPointer(start: block, count: size) }
    }
  }

  /// From the first entry of the directory to the file's end (APPNOTE.TXT 6.3, 4.3.12 to 4.3.16).
  private func directory(of file: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    var end = file.count - 22
    while end >= 0, !file[end..<end + 4].elementsEqual(mark) { end -= 1 }
    guard end >= 0 else { return [] }
    let start = (0..<4).reduce(0) { $0 | Int(file[end + 16 + $1]) << ($1 * 8) }
    return Array(file[min(start, end)...])
  }
}
