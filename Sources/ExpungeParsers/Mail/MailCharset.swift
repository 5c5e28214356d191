import ExpungeDocuments
import ExpungeText

/// The encodings of a text of a message that this version converts.
enum MailCharset: Hashable {
  case utf8, ascii, latin1, windows1252, latin9, utf16LittleEndian, utf16BigEndian

  /// By the name in the IANA registry or one in common use; nil for any other.
  ///
  /// ISO 8859-1 is read as windows-1252, as browsers do (WHATWG Encoding), and written as itself.
  init?(_ label: String) {
    switch label {
    case "utf-8", "utf8": self = .utf8
    case "us-ascii", "ascii", "ansi_x3.4-1968": self = .ascii
    case "iso-8859-1", "iso8859-1", "latin1", "l1": self = .latin1
    case "windows-1252", "cp1252", "x-cp1252": self = .windows1252
    case "iso-8859-15", "iso8859-15", "latin9", "latin-9": self = .latin9
    case "utf-16", "utf-16be": self = .utf16BigEndian
    case "utf-16le": self = .utf16LittleEndian
    default: return nil
    }
  }

  /// Where ISO 8859-15 differs from 8859-1.
  private static let latin9Letters: [UInt8: UInt32] = [
    0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152,
    0xBD: 0x0153, 0xBE: 0x0178,
  ]

  /// In UTF-8; nil where the bytes are not what they are said to be.
  func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self) == nil ? nil : Array(bytes)
    case .ascii: return bytes.allSatisfy { $0 < 0x80 } ? Array(bytes) : nil
    case .latin1, .windows1252: return single(bytes) { Windows1252.scalar(for: $0) }
    case .latin9: return single(bytes) { Self.latin9Letters[$0] ?? UInt32($0) }
    case .utf16LittleEndian, .utf16BigEndian:
      guard bytes.count.isMultiple(of: 2) else { return nil }
      let isBig = self == .utf16BigEndian
      let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isBig ? first << 8 | second : second << 8 | first
      }
      return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
    }
  }

  private func single(_ bytes: ArraySlice<UInt8>, _ scalar: (UInt8) -> UInt32) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else if let scalar = Unicode.Scalar(scalar(byte)) {
        text += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    return text
  }

  /// UTF-8 in this encoding; nil if it lacks a character that may not be written as a reference.
  func encoded(_ text: [UInt8], byReferences: Bool) -> [UInt8]? {
    switch self {
    case .utf8: return text
    case .ascii: return single(text, byReferences) { $0 < 0x80 ? UInt8($0) : nil }
    case .latin1:
      return single(text, byReferences) { scalar in
        scalar < 0x80 || (0xA0...0xFF).contains(scalar) ? UInt8(scalar) : nil
      }
    case .windows1252: return single(text, byReferences) { Windows1252.byte(for: $0) }
    case .latin9:
      return single(text, byReferences) { scalar in
        if let found = Self.latin9Letters.first(where: { $0.value == scalar }) { return found.key }
        return scalar < 0x100 && Self.latin9Letters[UInt8(scalar)] == nil ? UInt8(scalar) : nil
      }
    case .utf16LittleEndian, .utf16BigEndian:
      let isBig = self == .utf16BigEndian
      return String(decoding: text, as: UTF8.self).utf16.flatMap { unit -> [UInt8] in
        let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8))
        return isBig ? [high, low] : [low, high]
      }
    }
  }

  private func single(
    _ text: [UInt8], _ byReferences: Bool, _ byte: (UInt32) -> UInt8?
  ) -> [UInt8]? {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if let byte = byte(scalar.value) {
        encoded.append(byte)
      } else if byReferences {
        encoded += Array("&#\(scalar.value);".utf8)
      } else {
        return nil
      }
    }
    return encoded
  }
}

/// A text of a message in UTF-8, and how it was written.
struct MailText {
  let text: [UInt8]
  let charset: MailCharset
  /// The byte-order mark before it.
  let mark: [UInt8]

  /// Nil where no encoding is known or the bytes are not in it; nothing is guessed.
  ///
  /// Bytes that are valid UTF-8 are UTF-8 whatever single-byte encoding is declared: others do not look
  /// so by accident.
  init?(_ bytes: [UInt8], declared label: String?, isPage: Bool) {
    for (mark, charset) in [
      ([0xEF, 0xBB, 0xBF], MailCharset.utf8), ([0xFF, 0xFE], .utf16LittleEndian),
      ([0xFE, 0xFF], .utf16BigEndian),
    ] as [([UInt8], MailCharset)] where bytes.starts(with: mark) {
      guard let text = charset.decoded(bytes.dropFirst(mark.count)) else { return nil }
      (self.text, self.charset, self.mark) = (text, charset, mark)
      return
    }
    var declared = MailCharset.ascii
    if let label {
      guard let known = MailCharset(label) else { return nil }
      declared = known
    }
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    let isWide = declared == .utf16BigEndian || declared == .utf16LittleEndian
    if !isWide, !isASCII, String(validating: bytes, as: UTF8.self) != nil {
      declared = .utf8
    } else if declared == .ascii, !isASCII, isPage,
      DeclaredEncoding(inPage: bytes) == .known(.windows1252)
    {
      declared = .windows1252
    } else if declared == .latin1, bytes.contains(where: { (0x80...0x9F).contains($0) }) {
      // Written as it was read, or each of its quotation marks would become a reference.
      declared = .windows1252
    }
    guard let text = declared.decoded(bytes[...]) else { return nil }
    (self.text, charset, mark) = (text, declared, [])
  }

  /// Bytes whose encoding nobody says, so that they can be read at all: a header with bytes above 127,
  /// what stands between parts. UTF-8 if they are, else windows-1252; a NUL is a space.
  static func readable(_ bytes: [UInt8]) -> [UInt8] {
    let text = MailCharset.utf8.decoded(bytes[...]) ?? MailCharset.windows1252.decoded(bytes[...])
    return (text ?? []).map { $0 == 0 ? Ascii.space : $0 }
  }
}
