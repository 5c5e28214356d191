import CLibArchive
import ExpungeDocuments
import ExpungeText

/// Unpacks a packed file by other means than the first reader: libarchive, which goes by the entries'
/// own headers from the front rather than by the directory at the end. What one of the two overlooks
/// the other shows.
enum SecondReading {
  static func read(_ file: UnsafeBufferPointer<UInt8>, limits: ReaderLimits) -> ReadParts {
    var reading = ReadParts()
    reading.format = .bytes
    var bytes: [UInt8] = []
    if file.starts(with: [0x50, 0x4B]) {
      guard let unpacked = unpack(file, limits: limits) else {
        reading.stops.insert(.damagedPackage)
        return reading
      }
      bytes = unpacked
    } else {
      bytes = Array(file)
    }
    reading.contents = FileContents(
      bytes: bytes,
      entries: [
        FileContents.Entry(name: [], range: ByteRange(0, bytes.count), language: .binary)
      ])
    return reading
  }

  /// Names and contents of all entries, each behind a line feed; nil for a damaged file.
  private static func unpack(
    _ file: UnsafeBufferPointer<UInt8>, limits: ReaderLimits
  ) -> [UInt8]? {
    guard let archive = archive_read_new() else { return nil }
    defer { archive_read_free(archive) }
    guard archive_read_support_format_zip_streamable(archive) == ARCHIVE_OK,
      archive_read_open_memory(archive, file.baseAddress, file.count) == ARCHIVE_OK
    else { return nil }
    var bytes: [UInt8] = []
    var entry: OpaquePointer?
    while true {
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return bytes }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { return nil }
      if let name = archive_entry_pathname(entry) {
        bytes += String(cString: name).utf8
        bytes.append(Ascii.lineFeed)
      }
      var block: UnsafeRawPointer?
      var size = 0
      var offset: Int64 = 0
      while true {
        let status = archive_read_data_block(archive, &block, &size, &offset)
        if status == ARCHIVE_EOF { break }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN,
          bytes.count + size <= limits.packageBytes * 2
        else { return nil }
        if let block { bytes += UnsafeRawBufferPointer(start: block, count: size) }
      }
      bytes.append(Ascii.lineFeed)
    }
  }
}
