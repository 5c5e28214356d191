import ExpungeText

/// What passes between the reader's process and ours: encoded there, decoded here without trust.
///
/// All numbers are LEB128; ranges are written as the distance from the last one and a length.
package enum PartsMessage {
  package static let greeting: [UInt8] = Array("EXPUNGE2".utf8)

  /// The greeting, one byte for what confines the reader, and the versions of what it unpacks with:
  /// three numbers each.
  package static let greetingSize = greeting.count + 1 + 3 * unpackerNames.count
  private static let unpackerNames = ["libxml2", "libzip", "libarchive"]

  static func unpackers(_ versions: [UInt8]) -> [String] {
    unpackerNames.enumerated().map { number, name in
      let version = versions.dropFirst(number * 3).prefix(3).map(String.init)
      return "\(name) \(version.joined(separator: "."))"
    }
  }

  /// The bytes before an answer: its length.
  package static let frameHeaderSize = 8

  package static func encode(_ reading: ReadParts) -> [UInt8] {
    var writer = MessageWriter()
    writer.byte(reading.format.rawValue)
    writer.number(reading.stops.count)
    for stop in reading.stops.sorted(by: { $0.rawValue < $1.rawValue }) {
      writer.byte(stop.rawValue)
    }
    encode(reading.contents, to: &writer)
    encodeLayers(of: reading, to: &writer)
    writer.number(reading.parts.count)
    for part in reading.parts {
      writer.byte(part.role.rawValue)
      writer.number(part.number)
      writer.number(part.enclosed)
      writer.bytes(part.text)
      writer.number(part.blocks.count)
      var end = 0
      for block in part.blocks {
        writer.byte(block.kind.rawValue)
        writer.number(block.range.start - end)
        writer.number(block.range.count)
        writer.bytes(Array((block.mark ?? "").utf8))
        end = block.range.end
      }
      writer.number(part.source.runs.count)
      end = 0
      for run in part.source.runs {
        writer.number(run.text.start - end)
        writer.number(run.text.count << 1 | (run.verbatim ? 1 : 0))
        writer.number(run.source.start)
        if !run.verbatim { writer.number(run.source.count) }
        end = run.text.end
      }
    }
    return writer.message
  }

  private static func encode(_ contents: FileContents?, to writer: inout MessageWriter) {
    writer.byte(contents == nil ? 0 : 1)
    guard let contents else { return }
    writer.bytes(contents.bytes)
    writer.number(contents.entries.count)
    for entry in contents.entries {
      writer.bytes(entry.name)
      writer.number(entry.range.count)
      writer.byte(entry.language.rawValue)
    }
  }

  private static func encodeLayers(of reading: ReadParts, to writer: inout MessageWriter) {
    writer.number(reading.cuts.count)
    for cut in reading.cuts {
      writer.byte(cut.kind.rawValue)
      writer.number(cut.range.start)
      writer.number(cut.range.count)
      writer.bytes(cut.replacement)
    }
    writer.number(reading.unread.count)
    for item in reading.unread {
      writer.byte(item.kind.rawValue)
      writer.number(item.number)
      writer.number((item.entry ?? -1) + 1)
    }
    writer.number(reading.facts.count)
    for (fact, count) in reading.facts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      writer.byte(fact.rawValue)
      writer.number(count)
    }
  }

  /// Garbage from the reader: which check failed, for tests and for nobody else.
  package enum Garbage: Error, Hashable {
    case short, number, role, duplicate, text, block, run, tooMuch, trailing, contents, cut, fact
  }

  /// The parts in a message, every claim checked against the file that was read and the limits.
  ///
  /// O(message + text): each text must be UTF-8, blocks and runs ascend within it, and a verbatim run
  /// equals the file's bytes.
  package static func decode(
    _ message: [UInt8], file: [UInt8], limits: ReaderLimits
  ) throws(Garbage) -> ReadParts {
    var reader = MessageReader(message)
    var reading = ReadParts()
    guard let format = ReadParts.Format(rawValue: try reader.byte()) else { throw .role }
    reading.format = format
    for _ in 0..<(try reader.count(atMost: ReadingStop.allCases.count)) {
      guard let stop = ReadingStop(rawValue: try reader.byte()) else { throw .role }
      reading.stops.insert(stop)
    }
    reading.contents = try contents(&reader, limits)
    // Runs lead to what was unpacked, where something was.
    let file = reading.contents?.bytes ?? file
    try layers(&reader, of: &reading, file)
    let count = try reader.count(atMost: limits.parts)
    var names: Set<[Int]> = []
    var room = limits.textBytes
    for _ in 0..<count {
      guard let role = PartRole(rawValue: try reader.byte()) else { throw .role }
      let number = try reader.number()
      let enclosed = try reader.number()
      guard names.insert([Int(role.rawValue), number, enclosed]).inserted else { throw .duplicate }
      let text = try reader.bytes(atMost: room)
      room -= text.count
      guard !text.contains(0), isUTF8(text) else { throw .text }
      let blocks = try blocks(&reader, in: text)
      let runs = try runs(&reader, in: text, file: file)
      reading.parts.append(
        ReadPart(
          role: role, number: number, enclosed: enclosed, text: text, blocks: blocks,
          source: SourceMap(runs: runs)))
    }
    guard reading.parts.first?.role == .body || reading.parts.isEmpty else { throw .role }
    guard reader.isAtEnd else { throw .trailing }
    return reading
  }

  private static func contents(
    _ reader: inout MessageReader, _ limits: ReaderLimits
  ) throws(Garbage) -> FileContents? {
    guard try reader.byte() == 1 else { return nil }
    // Texts may grow when they become UTF-8; the reader's own limit is on what is packed.
    let bytes = try reader.bytes(atMost: limits.packageBytes * 4)
    var entries: [FileContents.Entry] = []
    var end = 0
    // A second reading has an entry more for each name; an e-mail has those of what is attached.
    for _ in 0..<(try reader.count(atMost: limits.packageEntries * 4 + 4)) {
      let name = try reader.bytes(atMost: 1 << 16)
      let length = try reader.number()
      guard length <= bytes.count - end,
        let language = FileContents.Language(rawValue: try reader.byte())
      else { throw .contents }
      entries.append(
        FileContents.Entry(name: name, range: ByteRange(end, end + length), language: language))
      end += length
    }
    guard end == bytes.count else { throw .contents }
    return FileContents(bytes: bytes, entries: entries)
  }

  private static func layers(
    _ reader: inout MessageReader, of reading: inout ReadParts, _ file: [UInt8]
  ) throws(Garbage) {
    for _ in 0..<(try reader.count(atMost: file.count)) {
      guard let kind = LayerCut.Kind(rawValue: try reader.byte()) else { throw .cut }
      let start = try reader.number()
      let length = try reader.number()
      guard start <= file.count, length <= file.count - start else { throw .cut }
      reading.cuts.append(
        LayerCut(
          kind: kind, range: ByteRange(start, start + length),
          replacement: try reader.bytes(atMost: 1 << 16)))
    }
    let entries = reading.contents?.entries.count ?? 0
    for _ in 0..<(try reader.count(atMost: 1 << 20)) {
      guard let kind = UnreadItem.Kind(rawValue: try reader.byte()) else { throw .fact }
      let number = try reader.number()
      let entry = try reader.number() - 1
      guard entry < entries else { throw .fact }
      reading.unread.append(
        UnreadItem(kind: kind, number: number, entry: entry < 0 ? nil : entry))
    }
    for _ in 0..<(try reader.count(atMost: FileFact.allCases.count)) {
      guard let fact = FileFact(rawValue: try reader.byte()) else { throw .fact }
      reading.facts[fact] = try reader.number()
    }
  }

  private static func isUTF8(_ text: [UInt8]) -> Bool {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: text.span)
      return true
    } catch {
      return false
    }
  }

  private static func isBoundary(_ offset: Int, in text: [UInt8]) -> Bool {
    offset == text.count || text[offset] & 0xC0 != 0x80
  }

  private static func blocks(
    _ reader: inout MessageReader, in text: [UInt8]
  ) throws(Garbage) -> [Block] {
    let count = try reader.count(atMost: text.count)
    var blocks: [Block] = []
    var end = 0
    for _ in 0..<count {
      guard let kind = Block.Kind(rawValue: try reader.byte()) else { throw .block }
      let range = try reader.range(after: end, within: text.count, else: .block)
      guard isBoundary(range.start, in: text), isBoundary(range.end, in: text) else { throw .block }
      let mark = try reader.bytes(atMost: 32)
      // A mark must be what stands there, so that it can say nothing of its own.
      guard text[range.start..<range.end].starts(with: mark), isUTF8(mark) else { throw .block }
      blocks.append(
        Block(
          kind: kind, range: range,
          mark: mark.isEmpty ? nil : String(decoding: mark, as: UTF8.self)))
      end = range.end
    }
    return blocks
  }

  private static func runs(
    _ reader: inout MessageReader, in text: [UInt8], file: [UInt8]
  ) throws(Garbage) -> [SourceMap.Run] {
    let count = try reader.count(atMost: text.count)
    var runs: [SourceMap.Run] = []
    runs.reserveCapacity(min(count, 1 << 16))
    var end = 0
    for _ in 0..<count {
      let start = end.addingReportingOverflow(try reader.number())
      let packed = try reader.number()
      let length = packed >> 1
      let verbatim = packed & 1 == 1
      guard !start.overflow, length > 0, start.partialValue <= text.count,
        length <= text.count - start.partialValue
      else { throw .run }
      let range = ByteRange(start.partialValue, start.partialValue + length)
      let sourceStart = try reader.number()
      let sourceLength = verbatim ? length : try reader.number()
      guard sourceStart <= file.count, sourceLength <= file.count - sourceStart else { throw .run }
      let source = ByteRange(sourceStart, sourceStart + sourceLength)
      if verbatim {
        guard text[range.start..<range.end] == file[source.start..<source.end] else { throw .run }
      } else {
        guard isBoundary(range.start, in: text), isBoundary(range.end, in: text) else { throw .run }
      }
      runs.append(SourceMap.Run(text: range, source: source, verbatim: verbatim))
      end = range.end
    }
    return runs
  }
}
