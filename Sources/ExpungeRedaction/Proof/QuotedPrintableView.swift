import ExpungeText

/// A file with the escapes of e-mails decoded: "=E9", soft line ends, and words of headers such as
/// "=?utf-8?Q?M=C3=BCller?=" (RFC 2045, 6.7; RFC 2047).
///
/// Only what stands near an escape is fed: everywhere else the file reads as in the view as UTF-8.
struct QuotedPrintableView {
  private let decoder: RawDecoder
  private var bytes: UnsafeBufferPointer<UInt8> { decoder.bytes }
  /// Bytes around an escape: more than any value takes.
  private static let around = 512
  private static let longestWord = 1024

  init(_ bytes: UnsafeBufferPointer<UInt8>) { decoder = RawDecoder(bytes: bytes) }

  /// Whether a file holds anything to decode. O(n).
  static func isAskedFor(by bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { QuotedPrintableView($0).nextEscape(from: 0) != nil }
  }

  /// O(n + escapes × the length of a word).
  func feed(_ matcher: inout SkeletonMatcher) {
    var offset = 0
    while let escape = nextEscape(from: offset) {
      var place = max(offset, escape - Self.around)
      while place > offset, bytes[place] & 0xC0 == 0x80 { place -= 1 }
      if place > offset { matcher.feed("\n", from: place, to: place) }
      var last = escape
      while place < bytes.count, place < last + Self.around {
        if bytes[place] == UInt8(ascii: "="), let end = feedEscape(at: place, &matcher) {
          (place, last) = (end, end)
        } else {
          place += decoder.feedUTF8(at: place, into: &matcher)
        }
      }
      offset = place
    }
    matcher.feed("\n", from: bytes.count, to: bytes.count)
  }

  private func nextEscape(from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "="),
        softEnd(at: index) != nil || decoder.hex(at: index + 1, count: 2) != nil
          || index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "?")
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Where the text goes on after "=" at the end of a line.
  private func softEnd(at equals: Int) -> Int? {
    var index = equals + 1
    let limit = min(bytes.count, index + 64)
    while index < limit, bytes[index] == Ascii.space || bytes[index] == Ascii.tab { index += 1 }
    guard index < bytes.count else { return nil }
    if bytes[index] == Ascii.lineFeed { return index + 1 }
    guard bytes[index] == Ascii.carriageReturn else { return nil }
    return index + 1 < bytes.count && bytes[index + 1] == Ascii.lineFeed ? index + 2 : index + 1
  }

  /// Feeds what an escape, and those that adjoin it, stand for; where it ends, nil for none.
  private func feedEscape(at start: Int, _ matcher: inout SkeletonMatcher) -> Int? {
    if let end = feedWord(at: start, &matcher) { return end }
    var decoded: [UInt8] = []
    var places: [ByteRange] = []
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: "=") {
      if let end = softEnd(at: index) {
        index = end
      } else if let value = decoder.hex(at: index + 1, count: 2) {
        decoded.append(UInt8(truncatingIfNeeded: value))
        places.append(ByteRange(index, index + 3))
        index += 3
      } else {
        break
      }
    }
    feed(decoded, at: { places[$0] }, &matcher)
    return index > start ? index : nil
  }

  private func feed(
    _ decoded: [UInt8], at place: (Int) -> ByteRange, _ matcher: inout SkeletonMatcher
  ) {
    var position = 0
    while case (let scalar?, let count) = LenientUTF8.scalar(at: position, in: decoded) {
      matcher.feed(
        scalar, from: place(position).start, to: place(position + count - 1).end)
      position += count
    }
  }

  /// An encoded word of a header, and the white space before another.
  private func feedWord(at start: Int, _ matcher: inout SkeletonMatcher) -> Int? {
    guard start + 8 < bytes.count, bytes[start + 1] == UInt8(ascii: "?") else { return nil }
    let mark = UInt8(ascii: "?")
    let most = min(bytes.count, start + Self.longestWord)
    guard let charsetEnd = bytes[(start + 2)..<min(most, start + 40)].firstIndex(of: mark),
      charsetEnd + 2 < most, bytes[charsetEnd + 2] == mark
    else { return nil }
    var end = charsetEnd + 3
    while end + 1 < most, bytes[end] != mark || bytes[end + 1] != UInt8(ascii: "=") { end += 1 }
    guard end + 1 < most else { return nil }
    let letters = charsetEnd + 3..<end
    let word = ByteRange(start, end + 2)
    switch bytes[charsetEnd + 1] | 0x20 {
    case UInt8(ascii: "b"): feed(base64(letters), at: { _ in word }, &matcher)
    case UInt8(ascii: "q"): feed(quoted(letters), at: { _ in word }, &matcher)
    default: return nil
    }
    var next = end + 2
    while next < bytes.count, Ascii.isSpace(bytes[next]) { next += 1 }
    let isFollowed =
      next + 1 < bytes.count && bytes[next] == UInt8(ascii: "=") && bytes[next + 1] == mark
    return isFollowed ? next : end + 2
  }

  private func quoted(_ letters: Range<Int>) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = letters.lowerBound
    while index < letters.upperBound {
      if bytes[index] == UInt8(ascii: "="), let value = decoder.hex(at: index + 1, count: 2) {
        decoded.append(UInt8(truncatingIfNeeded: value))
        index += 3
      } else {
        decoded.append(bytes[index] == UInt8(ascii: "_") ? Ascii.space : bytes[index])
        index += 1
      }
    }
    return decoded
  }

  private func base64(_ letters: Range<Int>) -> [UInt8] {
    var decoded: [UInt8] = []
    var collected: UInt32 = 0
    var bits: UInt32 = 0
    for index in letters {
      guard let six = Base64View.value(of: bytes[index]) else { continue }
      collected = (collected << 6 | six) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        decoded.append(UInt8(truncatingIfNeeded: collected >> bits))
      }
    }
    return decoded
  }
}
