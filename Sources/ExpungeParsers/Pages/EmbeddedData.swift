import ExpungeDocuments
import ExpungeText

/// Takes "data:image/png;base64,iVBOR…" out of an address, a script or a style sheet.
///
/// What is a picture, a font, a sound or a film holds no text, and its letters would only look like
/// codes. What else it is gets decoded: a text is a part of its own, anything else is unread.
struct EmbeddedData {
  private(set) var text: [UInt8]
  private(set) var runs: [SourceMap.Run]
  /// Texts that were embedded; they have no place in the file that could be edited.
  private(set) var texts: [[UInt8]] = []
  /// Bytes of the page whose letters were taken out.
  private(set) var taken: [ByteRange] = []
  private(set) var hasUnread = false
  /// Whether nothing is left but what says what was embedded: "data:image/png;base64,".
  private(set) var isNothingElse = false

  init(_ text: [UInt8], _ runs: [SourceMap.Run]) {
    (self.text, self.runs) = (text, runs)
    let found = EmbeddedData.payloads(in: text)
    guard !found.isEmpty else { return }
    let map = SourceMap(runs: runs)
    var rewriting = MappedRewriting(text, runs)
    for payload in found {
      rewriting.remove(payload.range)
      taken += map.pieces(of: payload.range)
      guard !payload.isMedium else { continue }
      if let decoded = Base64.decode(text[payload.range.start..<payload.range.end]),
        let words = String(validating: decoded, as: UTF8.self),
        !words.unicodeScalars.contains(where: { $0.value < 0x20 && !$0.properties.isWhitespace })
      {
        texts.append(decoded)
      } else {
        hasUnread = true
      }
    }
    (self.text, self.runs) = rewriting.finish()
    isNothingElse =
      found.count == 1 && EmbeddedData.stands(EmbeddedData.scheme, at: 0, in: self.text)
      && EmbeddedData.end(ofHeadAt: 0, in: self.text) == self.text.count
  }

  private struct Payload {
    let range: ByteRange
    /// A picture, a font, a sound, a film.
    let isMedium: Bool
  }

  private static let scheme = Array("data:".utf8)
  private static let mark = Array(";base64,".utf8)
  /// What stands between the two: a media type and its parameters.
  private static let longestHead = 128

  private static func payloads(in text: [UInt8]) -> [Payload] {
    var found: [Payload] = []
    var index = 0
    while index + scheme.count + mark.count < text.count {
      guard stands(scheme, at: index, in: text), let start = end(ofHeadAt: index, in: text) else {
        index += 1
        continue
      }
      let head = text[(index + scheme.count)..<(start - mark.count)]
      let end = text[start...].firstIndex { !Base64.isLetter($0) } ?? text.count
      if end > start {
        found.append(Payload(range: ByteRange(start, end), isMedium: isMedium(head)))
      }
      index = max(end, index + 1)
    }
    return found
  }

  /// Where the letters begin after "data:…;base64,".
  private static func end(ofHeadAt start: Int, in text: [UInt8]) -> Int? {
    var index = start + scheme.count
    let most = min(text.count, index + longestHead)
    while index < most, text[index] != UInt8(ascii: ","), !Ascii.isSpace(text[index]) {
      if stands(mark, at: index, in: text) { return index + mark.count }
      index += 1
    }
    return nil
  }

  private static func stands(_ words: [UInt8], at start: Int, in text: [UInt8]) -> Bool {
    guard start + words.count <= text.count else { return false }
    return zip(text[start...], words).allSatisfy { byte, wanted in
      byte == wanted || Ascii.isLetter(byte) && byte | 0x20 == wanted
    }
  }

  private static func isMedium(_ head: ArraySlice<UInt8>) -> Bool {
    let type = String(decoding: head, as: UTF8.self).lowercased()
    guard !type.hasPrefix("image/svg") else { return false }
    return ["image/", "font/", "audio/", "video/", "application/font", "application/x-font"]
      .contains { type.hasPrefix($0) }
  }
}

/// RFC 4648, with both alphabets; padding ends it.
enum Base64 {
  static func isLetter(_ byte: UInt8) -> Bool { value(byte) != nil || byte == UInt8(ascii: "=") }

  /// Nil for a letter too few.
  static func decode(_ letters: ArraySlice<UInt8>) -> [UInt8]? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(letters.count * 3 / 4)
    var collected: UInt32 = 0
    var bits = 0
    for letter in letters {
      guard let six = value(letter) else { break }
      collected = (collected << 6 | six) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        decoded.append(UInt8(truncatingIfNeeded: collected >> UInt32(bits)))
      }
    }
    return bits < 6 ? decoded : nil
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
