import ExpungeText

extension TextEncoding {
  /// UTF-8 text in this encoding, without a byte-order mark; nil if a character has no form in it.
  ///
  /// Where the markup allows it, a character that the encoding lacks becomes a numeric reference.
  func encoded(_ text: [UInt8], escapingIn context: MarkupContext = .plain) -> [UInt8]? {
    switch self {
    case .utf8:
      return text
    case .utf16LittleEndian:
      return String(decoding: text, as: UTF8.self).utf16.flatMap { unit in
        [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      }
    case .utf16BigEndian:
      return String(decoding: text, as: UTF8.self).utf16.flatMap { unit in
        [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
      }
    case .windows1252:
      var encoded: [UInt8] = []
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        if let byte = Windows1252.byte(for: scalar.value) {
          encoded.append(byte)
        } else if context.allowsReferences {
          encoded += Array("&#\(scalar.value);".utf8)
        } else {
          return nil
        }
      }
      return encoded
    }
  }
}
