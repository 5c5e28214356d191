import CLibZip
import ExpungeDocuments
import ExpungeText
import Glibc

/// Why a zip file is not unpacked.
struct ZipError: Error {
  let stop: ReadingStop
}

/// Unpacks and repacks zip files by libzip, in memory alone.
enum ZipFile {
  /// What a zip file holds: its entries in the order of the file, and the remark behind them.
  struct Unpacked {
    var entries: [PackageEntry] = []
    /// About the file as a whole; empty without one.
    var remark: [UInt8] = []
    /// About single entries.
    var entryRemarks: [[UInt8]] = []
  }

  /// Unpacks everything. O(unpacked bytes).
  ///
  /// Refuses what only an attacker makes: too many entries, too many bytes, an entry packed beyond all
  /// documents, two entries of one name, a name that leads out of the file.
  static func unpack(
    _ file: UnsafeBufferPointer<UInt8>, limits: ReaderLimits
  ) throws(ZipError) -> Unpacked {
    guard let source = zip_source_buffer_create(file.baseAddress, UInt64(file.count), 0, nil) else {
      throw ZipError(stop: .damagedPackage)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nil) else {
      zip_source_free(source)
      throw ZipError(stop: .damagedPackage)
    }
    defer { zip_discard(archive) }
    let count = zip_get_num_entries(archive, 0)
    guard count > 0 else { throw ZipError(stop: .damagedPackage) }
    guard count <= limits.packageEntries else { throw ZipError(stop: .packageEntries) }
    var unpacked = Unpacked()
    var length: Int32 = 0
    if let words = zip_get_archive_comment(archive, &length, 0) {
      unpacked.remark = bytes(words, Int(length))
    }
    var room = limits.packageBytes
    var names: Set<[UInt8]> = []
    for index in 0..<UInt64(count) {
      let entry = try entry(index, of: archive, limits: limits, room: room)
      room -= entry.bytes.count
      guard names.insert(Array(entry.path.lowercased().utf8)).inserted else {
        throw ZipError(stop: .duplicateEntries)
      }
      unpacked.entries.append(entry)
      var length: UInt32 = 0
      if let words = zip_file_get_comment(archive, index, &length, 0), length > 0 {
        unpacked.entryRemarks.append(bytes(words, Int(length)))
      }
    }
    return unpacked
  }

  private static func bytes(_ words: UnsafePointer<CChar>, _ count: Int) -> [UInt8] {
    words.withMemoryRebound(to: UInt8.self, capacity: count) {
      Array(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  private static func entry(
    _ index: UInt64, of archive: OpaquePointer, limits: ReaderLimits, room: Int
  ) throws(ZipError) -> PackageEntry {
    var status = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name,
      status.valid & UInt64(ZIP_STAT_SIZE) != 0, status.valid & UInt64(ZIP_STAT_COMP_SIZE) != 0
    else { throw ZipError(stop: .damagedPackage) }
    let path = Array(String(cString: name).utf8)
    guard !leadsOut(path) else { throw ZipError(stop: .strayPath) }
    if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0,
      status.encryption_method != UInt16(ZIP_EM_NONE)
    {
      throw ZipError(stop: .encryptedPackage)
    }
    guard status.size <= UInt64(room) else { throw ZipError(stop: .packageBytes) }
    let size = Int(status.size)
    if size > 1 << 20,
      status.comp_size.multipliedReportingOverflow(by: UInt64(limits.packageRatio)).partialValue
        < status.size
    {
      throw ZipError(stop: .packageRatio)
    }
    guard let opened = zip_fopen_index(archive, index, 0) else {
      throw ZipError(stop: .damagedPackage)
    }
    defer { zip_fclose(opened) }
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let read = bytes.withUnsafeMutableBytes {
        zip_fread(opened, $0.baseAddress.map { $0 + filled }, UInt64(size - filled))
      }
      guard read > 0 else { throw ZipError(stop: .damagedPackage) }
      filled += Int(read)
    }
    // Reads to the end, so that its check sum is compared; more than it says is refused.
    var more: UInt8 = 0
    guard zip_fread(opened, &more, 1) == 0 else { throw ZipError(stop: .damagedPackage) }
    return PackageEntry(name: path, bytes: bytes)
  }

  /// Whether a path is absolute, climbs, or means another place on another system.
  private static func leadsOut(_ path: [UInt8]) -> Bool {
    guard let first = path.first else { return true }
    if first == UInt8(ascii: "/") || path.contains(UInt8(ascii: "\\")) || path.contains(0) {
      return true
    }
    if path.count > 1, path[1] == UInt8(ascii: ":") { return true }
    return path.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
  }

  // MARK: Writing

  /// The file with other bytes in some entries, without some, with new ones, and with another remark
  /// where one is given; all others keep their packed
  /// bytes, their order and their times.
  ///
  /// - Throws: `notWritten` when libzip refuses.
  static func rewritten(
    _ file: UnsafeBufferPointer<UInt8>, replacing replaced: [Int: [UInt8]],
    removing removed: Set<Int> = [], adding added: [(name: [UInt8], bytes: [UInt8])],
    remark: [UInt8]? = nil
  ) throws(ZipError) -> [UInt8] {
    let failure = ZipError(stop: .notWritten)
    // libzip writes into the buffer that it reads, so it gets one of its own.
    guard let copy = malloc(max(file.count, 1)) else { throw failure }
    if let base = file.baseAddress { memcpy(copy, base, file.count) }
    guard let source = zip_source_buffer_create(copy, UInt64(file.count), 1, nil) else {
      free(copy)
      throw failure
    }
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, 0, nil) else {
      zip_source_free(source)
      throw failure
    }
    var isClosed = false
    defer { if !isClosed { zip_discard(archive) } }
    for (index, bytes) in replaced.sorted(by: { $0.key < $1.key }) {
      var status = zip_stat_t()
      guard zip_stat_index(archive, UInt64(index), 0, &status) == 0,
        let contents = buffer(bytes, of: archive)
      else { throw failure }
      guard zip_file_replace(archive, UInt64(index), contents, 0) == 0 else {
        zip_source_free(contents)
        throw failure
      }
      let method = status.comp_method == UInt16(ZIP_CM_STORE) ? ZIP_CM_STORE : ZIP_CM_DEFLATE
      guard zip_set_file_compression(archive, UInt64(index), method, 0) == 0,
        zip_file_set_mtime(archive, UInt64(index), status.mtime, 0) == 0
      else { throw failure }
    }
    for index in removed.sorted() {
      guard zip_delete(archive, UInt64(index)) == 0 else { throw failure }
    }
    for (name, bytes) in added {
      guard let contents = buffer(bytes, of: archive) else { throw failure }
      let index = (name + [0]).withUnsafeBufferPointer { name in
        name.withMemoryRebound(to: CChar.self) {
          zip_file_add(archive, $0.baseAddress, contents, zip_flags_t(ZIP_FL_ENC_UTF_8))
        }
      }
      guard index >= 0 else {
        zip_source_free(contents)
        throw failure
      }
      // 1 January 1980, the first day a zip file knows, so that copies do not tell when they were made.
      guard zip_file_set_mtime(archive, UInt64(index), 315_532_800, 0) == 0 else { throw failure }
    }
    if let remark {
      let isSet = remark.withUnsafeBytes {
        zip_set_archive_comment(
          archive, $0.baseAddress?.assumingMemoryBound(to: CChar.self),
          UInt16(clamping: remark.count))
      }
      guard isSet == 0 else { throw failure }
    }
    guard zip_close(archive) == 0 else { throw failure }
    isClosed = true
    return try bytes(of: source)
  }

  /// The bytes as something libzip can read for as long as it needs.
  private static func buffer(_ bytes: [UInt8], of archive: OpaquePointer) -> OpaquePointer? {
    guard let copy = malloc(max(bytes.count, 1)) else { return nil }
    bytes.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { memcpy(copy, base, bytes.count) }
    }
    guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
      free(copy)
      return nil
    }
    return source
  }

  private static func bytes(of source: OpaquePointer) throws(ZipError) -> [UInt8] {
    let failure = ZipError(stop: .notWritten)
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0, status.valid & UInt64(ZIP_STAT_SIZE) != 0,
      zip_source_open(source) == 0
    else { throw failure }
    defer { zip_source_close(source) }
    let size = Int(status.size)
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let read = bytes.withUnsafeMutableBytes {
        zip_source_read(source, $0.baseAddress.map { $0 + filled }, UInt64(size - filled))
      }
      guard read > 0 else { throw failure }
      filled += Int(read)
    }
    return bytes
  }
}
