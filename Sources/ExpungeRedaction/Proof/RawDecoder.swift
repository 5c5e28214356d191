import ExpungeText

/// Turns raw bytes into characters in each of the ways a value may be written in a file.
///
/// Lenient on purpose: what cannot be decoded stands for itself.
struct RawDecoder {
  let bytes: UnsafeBufferPointer<UInt8>

  /// As UTF-8.
  func utf8(into matcher: inout SkeletonMatcher) {
    var offset = 0
    while offset < bytes.count { offset += feedUTF8(at: offset, into: &matcher) }
  }

  /// As UTF-16 from the first byte, and again from the second.
  func utf16(isBigEndian: Bool, into matcher: inout SkeletonMatcher) {
    for alignment in 0..<2 {
      var offset = alignment
      while offset + 1 < bytes.count {
        let unit = utf16Unit(at: offset, isBigEndian)
        var end = offset + 2
        var scalar = Unicode.Scalar(unit)
        if unit & 0xFC00 == 0xD800, end + 1 < bytes.count,
          case let low = utf16Unit(at: end, isBigEndian), low & 0xFC00 == 0xDC00
        {
          scalar = Unicode.Scalar(
            0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)))
          end += 2
        }
        matcher.feed(scalar ?? "\u{FFFD}", from: offset, to: end)
        offset = end
      }
      matcher.feed("\n", from: bytes.count, to: bytes.count)
    }
  }

  /// With "&eacute;", "&#233;", "&#xE9;", "%C3%A9" and "\u00e9" decoded.
  func escapes(leavingOutTags: Bool, into matcher: inout SkeletonMatcher) {
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "<"):
        if leavingOutTags, let end = tagEnd(from: offset) {
          offset = end
        } else {
          matcher.feed("<", from: offset, to: offset + 1)
          offset += 1
        }
      case UInt8(ascii: "&"):
        let (scalars, end) = CharacterReference.decode(bytes, at: offset)
        for scalar in scalars { matcher.feed(scalar, from: offset, to: end) }
        offset = end
      case UInt8(ascii: "%"):
        offset = feedPercent(at: offset, into: &matcher)
      case UInt8(ascii: "\\"):
        offset = feedBackslash(at: offset, into: &matcher)
      default:
        offset += feedUTF8(at: offset, into: &matcher)
      }
    }
  }

  /// Whether a range lies in a run of base64 letters so long that it is data rather than words.
  func isInData(_ range: ByteRange) -> Bool {
    let longRun = 64
    var start = range.start
    while start > 0, range.start - start < longRun, isBase64(bytes[start - 1]) { start -= 1 }
    var end = start
    while end < bytes.count, end - start < longRun, isBase64(bytes[end]) { end += 1 }
    return end - start >= longRun
  }

  // MARK: Pieces

  private func isBase64(_ byte: UInt8) -> Bool {
    Base64View.value(of: byte) != nil && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_")
  }

  func feedUTF8(at offset: Int, into matcher: inout SkeletonMatcher) -> Int {
    let (scalar, count) = LenientUTF8.scalar(at: offset, in: bytes)
    guard let scalar else { return 1 }
    matcher.feed(scalar, from: offset, to: offset + count)
    return count
  }

  private func utf16Unit(at offset: Int, _ isBigEndian: Bool) -> UInt16 {
    let first = UInt16(bytes[offset])
    let second = UInt16(bytes[offset + 1])
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  /// The end of a tag, a comment's marks or a declaration; nil when "<" opens none. Looks at 64 KiB
  /// at most, so that a text full of "<" takes linear time.
  private func tagEnd(from offset: Int) -> Int? {
    guard offset + 1 < bytes.count else { return nil }
    switch bytes[offset + 1] {
    case UInt8(ascii: "!") where matches("<!--", at: offset): return offset + 4
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      break
    default: return nil
    }
    var end = offset + 2
    let limit = min(bytes.count, offset + 65_536)
    while end < limit, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "<") { end += 1 }
    return end < limit && bytes[end] == UInt8(ascii: ">") ? end + 1 : nil
  }

  private func matches(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[offset + $0] == text.utf8Start[$0] }
  }

  /// A run of percent-encoded bytes, "%25" being a percent sign encoded once more.
  private func feedPercent(at offset: Int, into matcher: inout SkeletonMatcher) -> Int {
    var decoded: [UInt8] = []
    var ends: [Int] = []
    var index = offset
    while index < bytes.count, bytes[index] == UInt8(ascii: "%") {
      var digits = index + 1
      while matches("25", at: digits), hex(at: digits + 2, count: 2) != nil { digits += 2 }
      guard let value = hex(at: digits, count: 2) else { break }
      decoded.append(UInt8(truncatingIfNeeded: value))
      index = digits + 2
      ends.append(index)
    }
    guard !decoded.isEmpty else {
      matcher.feed("%", from: offset, to: offset + 1)
      return offset + 1
    }
    var position = 0
    while case (let scalar?, let count) = LenientUTF8.scalar(at: position, in: decoded) {
      let start = position == 0 ? offset : ends[position - 1]
      matcher.feed(scalar, from: start, to: ends[position + count - 1])
      position += count
    }
    return index
  }

  private func feedBackslash(at offset: Int, into matcher: inout SkeletonMatcher) -> Int {
    let digits: Int? =
      matches("\\u", at: offset) ? 4 : matches("\\x", at: offset) ? 2 : nil
    guard let digits, let value = hex(at: offset + 2, count: digits),
      let scalar = Unicode.Scalar(value)
    else {
      matcher.feed("\\", from: offset, to: offset + 1)
      return offset + 1
    }
    matcher.feed(scalar, from: offset, to: offset + 2 + digits)
    return offset + 2 + digits
  }

  func hex(at offset: Int, count: Int) -> UInt32? {
    guard offset + count <= bytes.count else { return nil }
    var value: UInt32 = 0
    for index in offset..<(offset + count) {
      guard let digit = HexDigit.value(of: bytes[index]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }
}
