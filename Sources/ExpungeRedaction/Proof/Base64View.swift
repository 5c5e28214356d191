import ExpungeText

/// What runs of base64 in a file decode to, plain and for addresses, from 16 letters on.
///
/// A run goes on over line ends, as base64 in e-mails has them, for a value may lie across one.
struct Base64View {
  private let bytes: UnsafeBufferPointer<UInt8>
  private static let shortest = 16

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  /// O(n): each line is decoded with those before it, and where one of them is no multiple of four
  /// letters, so that it may be of something else, by itself, too.
  func feed(_ matcher: inout SkeletonMatcher) {
    var offset = 0
    while offset < bytes.count {
      var end = lettersEnd(from: offset)
      guard end > offset else {
        offset += 1
        continue
      }
      var lines = [ByteRange(offset, end)]
      while let next = nextLine(after: end) {
        end = lettersEnd(from: next)
        lines.append(ByteRange(next, end))
      }
      feed(lines, &matcher)
      if lines.dropLast().contains(where: { $0.count % 4 != 0 }) {
        for line in lines { feed([line], &matcher) }
      }
      offset = end
    }
  }

  private func lettersEnd(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, Self.value(of: bytes[end]) != nil { end += 1 }
    return end
  }

  /// Where the letters go on after one line end and white space; nil where they do not.
  private func nextLine(after end: Int) -> Int? {
    guard end < bytes.count else { return nil }
    var next = end
    if bytes[next] == Ascii.carriageReturn { next += 1 }
    if next < bytes.count, bytes[next] == Ascii.lineFeed { next += 1 }
    guard next > end else { return nil }
    while next < bytes.count, bytes[next] == Ascii.space || bytes[next] == Ascii.tab { next += 1 }
    return next < bytes.count && Self.value(of: bytes[next]) != nil ? next : nil
  }

  private func feed(_ lines: [ByteRange], _ matcher: inout SkeletonMatcher) {
    guard let last = lines.last, lines.reduce(0, { $0 + $1.count }) >= Self.shortest else { return }
    let decoded = decode(lines)
    var places = Places(lines)
    decoded.withUnsafeBufferPointer { inner in
      var index = 0
      while case (let scalar?, let count) = LenientUTF8.scalar(at: index, in: inner) {
        let start = places.place(ofLetter: index * 4 / 3)
        let end = places.place(ofLetter: ((index + count) * 4 - 1) / 3) + 1
        matcher.feed(scalar, from: start, to: end)
        index += count
      }
    }
    matcher.feed("\n", from: last.end, to: last.end)
  }

  private func decode(_ lines: [ByteRange]) -> [UInt8] {
    var decoded: [UInt8] = []
    var collected: UInt32 = 0
    var bits: UInt32 = 0
    for line in lines {
      for index in line.start..<line.end {
        collected = (collected << 6 | (Self.value(of: bytes[index]) ?? 0)) & 0xFFFF
        bits += 6
        if bits >= 8 {
          bits -= 8
          decoded.append(UInt8(truncatingIfNeeded: collected >> bits))
        }
      }
    }
    return decoded
  }

  /// Where in the file each letter of a run stands; asked for in order, but for one line back.
  private struct Places {
    private let lines: [ByteRange]
    private var line = 0
    private var letters = 0

    init(_ lines: [ByteRange]) { self.lines = lines }

    mutating func place(ofLetter letter: Int) -> Int {
      while letter < letters, line > 0 {
        line -= 1
        letters -= lines[line].count
      }
      while letter - letters >= lines[line].count, line + 1 < lines.count {
        letters += lines[line].count
        line += 1
      }
      return lines[line].start + letter - letters
    }
  }
}
