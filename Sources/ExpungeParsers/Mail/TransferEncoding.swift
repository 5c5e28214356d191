import ExpungeText

/// How a body's bytes are written so that they pass through the mail (RFC 2045, 6).
enum TransferEncoding: Hashable {
  /// As they are; `isSevenBit` where no byte may be above 127.
  case identity(isSevenBit: Bool)
  case quotedPrintable
  case base64
  /// A word that no standard knows.
  case unknown

  init(_ word: String?) {
    switch word {
    case nil, "7bit", "": self = .identity(isSevenBit: true)
    case "8bit", "binary": self = .identity(isSevenBit: false)
    case "quoted-printable": self = .quotedPrintable
    case "base64": self = .base64
    default: self = .unknown
    }
  }

  var changesBytes: Bool {
    switch self {
    case .identity: false
    case .quotedPrintable, .base64, .unknown: true
    }
  }

  /// What a body stands for, and whether it is cut short or holds what does not belong. O(n).
  func decoded(_ body: ArraySlice<UInt8>) -> (bytes: [UInt8], isDamaged: Bool) {
    switch self {
    case .identity: (Array(body), false)
    case .unknown: (Array(body), true)
    case .quotedPrintable: (QuotedPrintable.decode(body), false)
    case .base64: MailBase64.decode(body)
    }
  }

  /// Bytes written anew; white space around a base64 body stays as it was.
  func encoded(_ bytes: [UInt8], like body: ArraySlice<UInt8>, lineEnd: [UInt8]) -> [UInt8] {
    switch self {
    case .identity, .unknown: bytes
    case .quotedPrintable: QuotedPrintable.encode(bytes, lineEnd: lineEnd)
    case .base64: MailBase64.encode(bytes, like: body, lineEnd: lineEnd)
    }
  }
}

/// RFC 2045, 6.7.
enum QuotedPrintable {
  /// "=E9" and soft line ends decoded; an equals sign that begins neither stands for itself.
  static func decode(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      guard body[index] == UInt8(ascii: "=") else {
        decoded.append(body[index])
        index += 1
        continue
      }
      if let end = softLineEnd(in: body, after: index) {
        index = end
      } else if index + 2 < body.endIndex, let high = value(body[index + 1]),
        let low = value(body[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(body[index])
        index += 1
      }
    }
    return decoded
  }

  private static func softLineEnd(in body: ArraySlice<UInt8>, after equals: Int) -> Int? {
    var index = equals + 1
    while index < body.endIndex, body[index] == Ascii.space || body[index] == Ascii.tab {
      index += 1
    }
    guard index < body.endIndex else { return index }
    if body[index] == Ascii.lineFeed { return index + 1 }
    guard body[index] == Ascii.carriageReturn else { return nil }
    return index + 1 < body.endIndex && body[index + 1] == Ascii.lineFeed ? index + 2 : index + 1
  }

  static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  static func code(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// Text with the file's own line ends, in lines of 76 at most.
  static func encode(_ text: [UInt8], lineEnd: [UInt8]) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(text.count + text.count / 8)
    var width = 0
    var index = 0
    func isLineEnd(_ place: Int) -> Bool { text[place...].starts(with: lineEnd) }
    while index < text.count {
      if isLineEnd(index) {
        encoded += lineEnd
        width = 0
        index += lineEnd.count
        continue
      }
      let byte = text[index]
      let isSpace = byte == Ascii.space || byte == Ascii.tab
      let isLast = index + 1 == text.count || isLineEnd(index + 1)
      if width > 72 {
        encoded.append(UInt8(ascii: "="))
        encoded += lineEnd
        width = 0
      }
      // A hyphen at the start of a line may begin a boundary.
      let isSafe =
        isSpace && !isLast
        || byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=")
          && !(width == 0 && byte == Ascii.hyphen)
      let piece = isSafe ? [byte] : code(byte)
      encoded += piece
      width += piece.count
      index += 1
    }
    return encoded
  }
}

/// RFC 2045, 6.8.
enum MailBase64 {
  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == Ascii.space || byte == Ascii.tab || byte == Ascii.lineFeed
      || byte == Ascii.carriageReturn
  }

  /// Decodes past what does not belong, as some readers do, and says that it was there: words may
  /// hide among the letters, and others stop at them.
  static func decode(_ body: ArraySlice<UInt8>) -> (bytes: [UInt8], isDamaged: Bool) {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(body.count * 3 / 4)
    var collected: UInt32 = 0
    var letters = 0
    var padding = 0
    var isDamaged = false
    for byte in body {
      if let six = value(byte) {
        if padding > 0 { isDamaged = true }
        collected = collected << 6 | six
        letters += 1
        guard letters == 4 else { continue }
        decoded.append(UInt8(truncatingIfNeeded: collected >> 16))
        decoded.append(UInt8(truncatingIfNeeded: collected >> 8))
        decoded.append(UInt8(truncatingIfNeeded: collected))
        (letters, collected) = (0, 0)
      } else if byte == UInt8(ascii: "=") {
        padding += 1
      } else if !isSpace(byte) {
        isDamaged = true
      }
    }
    if letters > 1 {
      collected <<= UInt32(6 * (4 - letters))
      decoded.append(UInt8(truncatingIfNeeded: collected >> 16))
      if letters > 2 { decoded.append(UInt8(truncatingIfNeeded: collected >> 8)) }
    }
    let isWhole = letters == 0 ? padding == 0 : letters > 1 && letters + padding == 4
    return (decoded, isDamaged || !isWhole)
  }

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - group.count))
      for letter in 0..<4 {
        encoded.append(
          letter <= group.count
            ? alphabet[Int(bits >> UInt32(18 - 6 * letter) & 63)] : UInt8(ascii: "="))
      }
    }
    return encoded
  }

  /// In lines of 76, between the white space that stood around the body.
  static func encode(
    _ bytes: [UInt8], like body: ArraySlice<UInt8>, lineEnd: [UInt8]
  ) -> [UInt8] {
    let letters = encode(bytes)
    let after = Array(body.reversed().prefix(while: isSpace).reversed())
    var encoded = Array(body.prefix(while: isSpace).prefix(body.count - after.count))
    for start in stride(from: 0, to: letters.count, by: 76) {
      if start > 0 { encoded += lineEnd }
      encoded += letters[start..<min(start + 76, letters.count)]
    }
    return encoded + after
  }
}
