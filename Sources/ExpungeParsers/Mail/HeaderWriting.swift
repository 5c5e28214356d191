import ExpungeText

/// Writes the lines of a header that have changed; all others keep their bytes.
struct HeaderWriting {
  private let header: HeaderText
  private let bytes: [UInt8]
  private let lineEnd: [UInt8]
  /// The lines as they shall be, and the field that each was; nil for one that is new.
  private var lines: [(text: [UInt8], was: Int?)]

  init(_ header: HeaderText, of bytes: [UInt8], lineEnd: [UInt8]) {
    self.header = header
    self.bytes = bytes
    self.lineEnd = lineEnd
    lines = header.lines.enumerated().map { number, line in
      (Array(header.text[line.range.start..<line.range.end]), number)
    }
  }

  /// Gives the header another text. Lines that are gone go; those between the first and the last that
  /// differ are written anew.
  mutating func replace(by text: [UInt8]) {
    var changed = text.split(separator: Ascii.lineFeed, omittingEmptySubsequences: false)
      .map(Array.init)
    if changed.last?.isEmpty == true { changed.removeLast() }
    guard changed.count != lines.count else {
      for (number, line) in changed.enumerated() { lines[number].text = line }
      return
    }
    let before = zip(changed, lines).prefix { $0 == $1.text }.count
    let most = min(changed.count, lines.count) - before
    let after = zip(changed.reversed(), lines.reversed()).prefix { $0 == $1.text }.prefix(most)
      .count
    let middle = changed[before..<(changed.count - after)].map { (text: $0, was: Int?.none) }
    lines.replaceSubrange(before..<(lines.count - after), with: middle)
  }

  /// Says how the body is written from now on.
  mutating func set(charset: String) {
    guard
      let number = lines.firstIndex(where: { HeaderWriting.name(of: $0.text) == "content-type" })
    else {
      lines.append((Array("Content-Type: text/plain; charset=\(charset)".utf8), nil))
      return
    }
    let line = lines[number].text
    let colon = (line.firstIndex(of: UInt8(ascii: ":")) ?? 0) + 1
    let media = MediaParameters(Array(line[colon...]))
    if let found = media.parameters.first(where: { $0.name == "charset" }) {
      lines[number].text =
        line[..<colon] + media.text[..<found.whole.start] + Array("charset=\(charset)".utf8)
        + media.text[found.whole.end...]
    } else {
      lines[number].text = line + Array("; charset=\(charset)".utf8)
    }
  }

  mutating func set(transferEncoding: String) {
    let line = Array("Content-Transfer-Encoding: \(transferEncoding)".utf8)
    if let number = lines.firstIndex(where: {
      HeaderWriting.name(of: $0.text) == "content-transfer-encoding"
    }) {
      lines[number].text = line
    } else {
      lines.append((line, nil))
    }
  }

  /// The bytes of the header.
  func finish() -> [UInt8] {
    var written: [UInt8] = []
    for line in lines {
      if let number = line.was {
        let old = header.lines[number]
        if line.text.elementsEqual(header.text[old.range.start..<old.range.end]) {
          written += bytes[old.field.range.start..<old.field.range.end]
          continue
        }
        guard !line.text.isEmpty else { continue }
        let raw = bytes[old.field.range.start..<old.field.range.end]
        written += write(line.text, keepsUTF8: raw.contains { $0 >= 0x80 })
        // The last line of a file may have no end.
        let hasEnd = raw.last == Ascii.lineFeed || raw.last == Ascii.carriageReturn
        if !hasEnd { written.removeLast(lineEnd.count) }
      } else if !line.text.isEmpty {
        written += write(line.text, keepsUTF8: false)
      }
    }
    return written
  }

  private static func name(of line: [UInt8]) -> String {
    String(decoding: line.prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") }, as: UTF8.self)
      .lowercased()
  }

  // MARK: Lines

  /// A field in lines of 78 where its words allow it.
  ///
  /// - Parameter keepsUTF8: as it was before (RFC 6532).
  private func write(_ line: [UInt8], keepsUTF8: Bool) -> [UInt8] {
    let name = HeaderWriting.name(of: line)
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), !name.isEmpty else {
      return line + lineEnd
    }
    var value = Array(line[(colon + 1)...].drop { $0 == Ascii.space || $0 == Ascii.tab })
    let isMedia = HeaderText.mediaFields.contains(name)
    if isMedia { value = MediaParameters.written(value) }
    if AddressList.fields.contains(name) { value = AddressList.readable(value) }
    var written = Array(line[...colon])
    var width = written.count
    let words = value.split(separator: Ascii.space, omittingEmptySubsequences: false)
    var number = 0
    func put(_ word: some Collection<UInt8>, mayFold: Bool) {
      if mayFold, width + 1 + word.count > 78 {
        written += lineEnd
        width = 0
      }
      written.append(Ascii.space)
      written += word
      width += 1 + word.count
    }
    while number < words.count {
      let isFree = number > 0 && !words[number].isEmpty && !words[number - 1].isEmpty
      let run = words[number...].prefix { !isMedia && mustEncode($0, keepsUTF8) }
      guard !run.isEmpty else {
        put(words[number], mayFold: isFree)
        number += 1
        continue
      }
      for (place, word) in EncodedWords.encode(Array(run.joined(separator: [Ascii.space])))
        .enumerated()
      {
        put(word, mayFold: isFree || place > 0 || number == 0)
      }
      number = run.endIndex
    }
    return written + lineEnd
  }

  /// Addresses stay as they are: an encoded word is none (RFC 2047, 5).
  private func mustEncode(_ word: ArraySlice<UInt8>, _ keepsUTF8: Bool) -> Bool {
    if EncodedWords.holdsStart(word) { return true }
    return !keepsUTF8 && word.contains { $0 >= 0x80 } && !word.contains(UInt8(ascii: "@"))
  }
}
