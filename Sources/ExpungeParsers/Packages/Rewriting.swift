import ExpungeDocuments
import ExpungeText

/// Writes a packed file with other contents in some of its entries.
enum Rewriting {
  /// - Parameter message: encoded changes.
  static func perform(
    _ message: [UInt8], on file: UnsafeBufferPointer<UInt8>, limits: ReaderLimits
  ) -> ReadParts {
    var reading = ReadParts()
    reading.format = .bytes
    do throws(PartsMessage.Garbage) {
      let changes = try EntryChange.decode(message)
      do throws(ZipError) {
        let bytes = try rewritten(file, changes, limits)
        reading.contents = FileContents(
          bytes: bytes,
          entries: [
            FileContents.Entry(name: [], range: ByteRange(0, bytes.count), language: .binary)
          ])
      } catch {
        reading.stops.insert(error.stop)
      }
    } catch {
      reading.stops.insert(.doesNotFit)
    }
    return reading
  }

  /// A file within another is written by this, too.
  static func rewritten(
    _ file: [UInt8], _ changes: [EntryChange], _ limits: ReaderLimits
  ) throws(ZipError) -> [UInt8] {
    let result = file.withUnsafeBufferPointer { file -> Result<[UInt8], ZipError> in
      Result { () throws(ZipError) -> [UInt8] in try rewritten(file, changes, limits) }
    }
    return try result.get()
  }

  private static func rewritten(
    _ file: UnsafeBufferPointer<UInt8>, _ changes: [EntryChange], _ limits: ReaderLimits
  ) throws(ZipError) -> [UInt8] {
    file.starts(with: [0x50, 0x4B])
      ? try rewritten(package: file, changes, limits)
      : try MessageFile.rewritten(file, changes, limits: limits)
  }

  private static func rewritten(
    package file: UnsafeBufferPointer<UInt8>, _ changes: [EntryChange], _ limits: ReaderLimits
  ) throws(ZipError) -> [UInt8] {
    let entries = try ZipFile.unpack(file, limits: limits).entries
    var remark: [UInt8]?
    var replaced: [Int: [UInt8]] = [:]
    var removed: Set<Int> = []
    var added: [(name: [UInt8], bytes: [UInt8])] = []
    for change in changes {
      switch change {
      case .replace(let entry, let contents) where entry == entries.count:
        remark = contents
      case .replace(let entry, let contents):
        guard entries.indices.contains(entry) else { throw ZipError(stop: .doesNotFit) }
        replaced[entry] = MarkupEncoding.encoded(contents, as: entries[entry].bytes)
      case .remove(let entry):
        guard entries.indices.contains(entry) else { throw ZipError(stop: .doesNotFit) }
        removed.insert(entry)
      case .add(let name, let contents):
        added.append((name, contents))
      }
    }
    return try ZipFile.rewritten(
      file, replacing: replaced, removing: removed, adding: added, remark: remark)
  }
}
