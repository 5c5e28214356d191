import ExpungeText

/// Words of a header in other than ASCII: "=?utf-8?Q?M=C3=BCller?=" (RFC 2047).
enum EncodedWords {
  private struct Word {
    let charset: String
    let bytes: [UInt8]
    let end: Int
  }

  /// The value as mail programs show it, in UTF-8; lenient as they are, inside quotation marks, too.
  ///
  /// Words that adjoin are decoded together, for some programs cut characters in two. O(n).
  /// - Returns: also whether a word is in an encoding that is not converted; it stays as it is.
  static func decode(_ value: [UInt8]) -> (text: [UInt8], hasUnknown: Bool) {
    guard holdsStart(value) else { return (value, false) }
    var decoding = Decoding(value)
    return decoding.run()
  }

  private static let start: [UInt8] = Array("=?".utf8)

  static func holdsStart(_ value: some Collection<UInt8>) -> Bool {
    zip(value, value.dropFirst()).contains { $0 == (UInt8(ascii: "="), UInt8(ascii: "?")) }
  }

  private struct Decoding {
    private let value: [UInt8]
    private var text: [UInt8] = []
    private var hasUnknown = false
    /// The last "?=" that was found.
    private var close = -1
    /// Words that adjoin: their encoding, their bytes, and how they stand in the value.
    private var pending: (charset: String, bytes: [UInt8], raw: ByteRange)?

    init(_ value: [UInt8]) { self.value = value }

    mutating func run() -> ([UInt8], Bool) {
      var index = 0
      while index < value.count {
        guard let word = word(at: index) else {
          flush()
          text.append(value[index])
          index += 1
          continue
        }
        if let before = pending, before.charset == word.charset {
          pending = (
            before.charset, before.bytes + word.bytes, ByteRange(before.raw.start, word.end)
          )
        } else {
          flush()
          pending = (word.charset, word.bytes, ByteRange(index, word.end))
        }
        index = word.end
        var next = index
        while next < value.count, value[next] == Ascii.space || value[next] == Ascii.tab {
          next += 1
        }
        // White space between two such words is not shown.
        if next > index, self.word(at: next) != nil { index = next }
      }
      flush()
      return (text, hasUnknown)
    }

    private mutating func flush() {
      guard let words = pending else { return }
      pending = nil
      // "utf-8*en" names a language, too (RFC 2231, 5).
      let label = words.charset.prefix { $0 != "*" }.lowercased()
      guard
        let decoded = MailCharset(label).flatMap({ charset in
          charset.decoded(words.bytes[...])
            ?? (charset == .ascii ? MailCharset.utf8.decoded(words.bytes[...]) : nil)
        })
      else {
        hasUnknown = true
        text += value[words.raw.start..<words.raw.end]
        return
      }
      // A line end in a word must not begin a line.
      text += decoded.map { $0 < 0x20 || $0 == 0x7F ? Ascii.space : $0 }
    }

    private mutating func word(at start: Int) -> Word? {
      guard start + 8 <= value.count, value[start...].starts(with: EncodedWords.start) else {
        return nil
      }
      let charset = value[(start + 2)...].prefix(40).prefix {
        $0 > 0x20 && $0 != UInt8(ascii: "?") && $0 < 0x7F
      }
      let kind = charset.endIndex + 1
      guard !charset.isEmpty, kind + 1 < value.count, value[kind - 1] == UInt8(ascii: "?"),
        value[kind + 1] == UInt8(ascii: "?")
      else { return nil }
      let first = kind + 2
      guard let end = closing(from: first) else { return nil }
      let letters = value[first..<end]
      let bytes: [UInt8]
      switch value[kind] | 0x20 {
      case UInt8(ascii: "b"): bytes = MailBase64.decode(letters).bytes
      case UInt8(ascii: "q"):
        bytes = QuotedPrintable.decode(
          letters.map { $0 == UInt8(ascii: "_") ? Ascii.space : $0 }[...])
      default: return nil
      }
      return Word(charset: String(decoding: charset, as: UTF8.self), bytes: bytes, end: end + 2)
    }

    /// Where the next "?=" stands. Each byte is looked at once, since ends are asked for in order.
    private mutating func closing(from first: Int) -> Int? {
      if close >= first { return close < value.count ? close : nil }
      close = first
      while close + 1 < value.count,
        value[close] != UInt8(ascii: "?") || value[close + 1] != UInt8(ascii: "=")
      { close += 1 }
      if close + 1 >= value.count { close = value.count }
      return close < value.count ? close : nil
    }
  }

  /// Words in UTF-8, each of 75 bytes at most and of whole characters.
  static func encode(_ text: [UInt8]) -> [[UInt8]] {
    let isMostlyASCII = text.count { $0 >= 0x80 } * 3 < text.count
    var words: [[UInt8]] = []
    var piece: [UInt8] = []
    var width = 0
    func close() {
      guard !piece.isEmpty else { return }
      let letters = isMostlyASCII ? quoted(piece) : MailBase64.encode(piece)
      words.append(
        Array("=?utf-8?\(isMostlyASCII ? "Q" : "B")?".utf8) + letters + Array("?=".utf8))
      (piece, width) = ([], 0)
    }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let bytes = UTF8.encode(scalar).map(Array.init) ?? []
      let more = isMostlyASCII ? quoted(bytes).count : bytes.count
      if width + more > (isMostlyASCII ? 60 : 45) { close() }
      piece += bytes
      width += more
    }
    close()
    return words
  }

  private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      if byte == Ascii.space { return [UInt8(ascii: "_")] }
      return Ascii.isLetter(byte) || Ascii.isDigit(byte) ? [byte] : QuotedPrintable.code(byte)
    }
  }
}
