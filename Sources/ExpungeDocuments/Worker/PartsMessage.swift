import ExpungeText

/// What passes between the reader's process and ours: encoded there, decoded here without trust.
///
/// All numbers are LEB128; ranges are written as the distance from the last one and a length.
package enum PartsMessage {
  package static let greeting: [UInt8] = Array("EXPUNGE1".utf8)

  /// The bytes of a request: format, page size and limits, all fixed width.
  package static let requestSize = 40
  /// The bytes before an answer: its length.
  package static let frameHeaderSize = 8

  package static func encode(_ reading: ReadParts) -> [UInt8] {
    var writer = MessageWriter()
    writer.number(reading.stops.count)
    for stop in reading.stops.sorted(by: { $0.rawValue < $1.rawValue }) {
      writer.byte(stop.rawValue)
    }
    writer.number(reading.parts.count)
    for part in reading.parts {
      writer.byte(part.role.rawValue)
      writer.number(part.number)
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

  /// Garbage from the reader: which check failed, for tests and for nobody else.
  package enum Garbage: Error, Hashable {
    case short, number, role, duplicate, text, block, run, tooMuch, trailing
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
    for _ in 0..<(try reader.count(atMost: ReadingStop.allCases.count)) {
      guard let stop = ReadingStop(rawValue: try reader.byte()) else { throw .role }
      reading.stops.insert(stop)
    }
    let count = try reader.count(atMost: limits.parts)
    var names: Set<[Int]> = []
    var room = limits.textBytes
    for _ in 0..<count {
      guard let role = PartRole(rawValue: try reader.byte()) else { throw .role }
      let number = try reader.number()
      guard names.insert([Int(role.rawValue), number]).inserted else { throw .duplicate }
      let text = try reader.bytes(atMost: room)
      room -= text.count
      guard !text.contains(0), isUTF8(text) else { throw .text }
      let blocks = try blocks(&reader, in: text)
      let runs = try runs(&reader, in: text, file: file)
      reading.parts.append(
        ReadPart(
          role: role, number: number, text: text, blocks: blocks, source: SourceMap(runs: runs)))
    }
    guard reading.parts.first?.role == .body || reading.parts.isEmpty else { throw .role }
    guard reader.isAtEnd else { throw .trailing }
    return reading
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
