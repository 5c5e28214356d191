import ExpungeText

/// The parameters of a field such as Content-Type: "; name=value", in pieces and in other encodings
/// than ASCII as RFC 2231 has them.
struct MediaParameters {
  struct Parameter {
    /// In lower case.
    let name: String
    /// Decoded, without quotation marks.
    let value: [UInt8]
    /// Bytes of the shown text: the value without quotation marks, as it stands there.
    let range: ByteRange
    /// Bytes of the shown text: the name, the equals sign and the value.
    let whole: ByteRange
  }

  /// The field's value on one line, all parameters in their plain form.
  private(set) var text: [UInt8] = []
  private(set) var parameters: [Parameter] = []
  private(set) var hasUnknown = false

  private struct Segment {
    /// In lower case, without "*0*".
    let name: String
    let section: Int
    let isExtended: Bool
    /// From the name to the value's end.
    let whole: ByteRange
    let value: ByteRange
    let isQuoted: Bool
    var isPlain: Bool { section < 0 && !isExtended }
  }

  /// - Parameter value: unfolded. O(n log n) for as many sections.
  init(_ value: [UInt8]) {
    let segments = MediaParameters.segments(of: value)
    var sections: [String: [Segment]] = [:]
    for segment in segments where !segment.isPlain {
      sections[segment.name, default: []].append(segment)
    }
    var copied = 0
    for segment in segments {
      let isFirst = segment.isPlain || sections[segment.name] != nil
      let gap = value[copied..<segment.whole.start]
      // What separates a section that its first has told already goes with it.
      let isSeparator = gap.allSatisfy { Ascii.isSpace($0) || $0 == UInt8(ascii: ";") }
      if isFirst || !isSeparator { text += gap }
      copied = segment.whole.end
      guard isFirst else { continue }
      if segment.isPlain {
        add(segment, of: value)
      } else {
        let joined = (sections.removeValue(forKey: segment.name) ?? []).sorted {
          $0.section < $1.section
        }
        add(name: segment.name, decode(joined, of: value))
      }
    }
    text += value[copied...]
  }

  private mutating func add(_ segment: Segment, of value: [UInt8]) {
    let raw = Array(value[segment.value.start..<segment.value.end])
    let plain = segment.isQuoted ? MediaParameters.unescaped(raw) : raw
    let decoded = EncodedWords.decode(plain)
    if decoded.hasUnknown { hasUnknown = true }
    guard decoded.text == plain else {
      add(name: segment.name, decoded.text)
      return
    }
    let start = text.count
    text += value[segment.whole.start..<segment.whole.end]
    let shift = start - segment.whole.start
    parameters.append(
      Parameter(
        name: segment.name, value: plain,
        range: ByteRange(segment.value.start + shift, segment.value.end + shift),
        whole: ByteRange(start, text.count)))
  }

  private mutating func add(name: String, _ value: [UInt8]) {
    let start = text.count
    text += Array(name.utf8) + Array("=\"".utf8)
    let valueStart = text.count
    text += MediaParameters.escaped(value)
    let valueEnd = text.count
    text.append(UInt8(ascii: "\""))
    parameters.append(
      Parameter(
        name: name, value: value, range: ByteRange(valueStart, valueEnd),
        whole: ByteRange(start, text.count)))
  }

  private mutating func decode(_ segments: [Segment], of value: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var charset: String?
    for segment in segments {
      var raw = Array(value[segment.value.start..<segment.value.end])
      if segment.isQuoted { raw = MediaParameters.unescaped(raw) }
      guard segment.isExtended else {
        bytes += raw
        continue
      }
      if charset == nil {
        let marks = raw.indices.filter { raw[$0] == Ascii.apostrophe }
        if marks.count >= 2 {
          charset = String(decoding: raw[..<marks[0]], as: UTF8.self).lowercased()
          raw = Array(raw[(marks[1] + 1)...])
        }
      }
      bytes += MediaParameters.percentDecoded(raw)
    }
    guard
      let text = MailCharset(charset.flatMap { $0.isEmpty ? nil : $0 } ?? "utf-8")?
        .decoded(bytes[...])
    else {
      hasUnknown = true
      return MailText.readable(bytes)
    }
    return text.map { $0 < 0x20 || $0 == 0x7F ? Ascii.space : $0 }
  }

  // MARK: Syntax

  private static func segments(of value: [UInt8]) -> [Segment] {
    var segments: [Segment] = []
    var index = 0
    while index < value.count {
      guard value[index] == UInt8(ascii: ";") else {
        index = value[index] == UInt8(ascii: "\"") ? quotedEnd(value, index).next : index + 1
        continue
      }
      index += 1
      while index < value.count, value[index] == Ascii.space || value[index] == Ascii.tab {
        index += 1
      }
      let start = index
      while index < value.count, value[index] != UInt8(ascii: "="),
        value[index] != UInt8(ascii: ";"), value[index] != UInt8(ascii: "\"")
      { index += 1 }
      guard index < value.count, value[index] == UInt8(ascii: "=") else { continue }
      let name = value[start..<index].filter { $0 > 0x20 }
      index += 1
      while index < value.count, value[index] == Ascii.space || value[index] == Ascii.tab {
        index += 1
      }
      var range = ByteRange(index, index)
      let isQuoted = index < value.count && value[index] == UInt8(ascii: "\"")
      if isQuoted {
        let (end, next) = quotedEnd(value, index)
        range = ByteRange(index + 1, end)
        index = next
      } else {
        while index < value.count, value[index] != UInt8(ascii: ";") { index += 1 }
        range = ByteRange(range.start, index).trimmed(in: value)
      }
      segments.append(
        segment(name, ByteRange(start, isQuoted ? index : range.end), range, isQuoted))
    }
    return segments
  }

  private static func segment(
    _ name: [UInt8], _ whole: ByteRange, _ value: ByteRange, _ isQuoted: Bool
  ) -> Segment {
    let words = String(decoding: name, as: UTF8.self).lowercased()
      .split(separator: "*", omittingEmptySubsequences: false)
    let section = words.dropFirst().first.flatMap { Int($0) } ?? -1
    return Segment(
      name: words.first.map(String.init) ?? "", section: section,
      isExtended: words.count > 1 && words.last == "", whole: whole, value: value,
      isQuoted: isQuoted)
  }

  /// Where a quoted value ends, and where it goes on after its quotation mark.
  private static func quotedEnd(_ value: [UInt8], _ start: Int) -> (end: Int, next: Int) {
    var index = start + 1
    while index < value.count, value[index] != UInt8(ascii: "\"") {
      index += value[index] == UInt8(ascii: "\\") && index + 1 < value.count ? 2 : 1
    }
    return (min(index, value.count), min(index + 1, value.count))
  }

  private static func unescaped(_ raw: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var index = 0
    while index < raw.count {
      if raw[index] == UInt8(ascii: "\\"), index + 1 < raw.count { index += 1 }
      plain.append(raw[index])
      index += 1
    }
    return plain
  }

  private static func escaped(_ value: [UInt8]) -> [UInt8] {
    value.flatMap { byte -> [UInt8] in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
        ? [UInt8(ascii: "\\"), byte] : [byte]
    }
  }

  private static func percentDecoded(_ raw: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < raw.count {
      if raw[index] == UInt8(ascii: "%"), index + 2 < raw.count,
        let high = QuotedPrintable.value(raw[index + 1]),
        let low = QuotedPrintable.value(raw[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(raw[index])
        index += 1
      }
    }
    return bytes
  }

  // MARK: Writing

  /// A value whose parameters are all ASCII: others as RFC 2231 writes them.
  static func written(_ value: [UInt8]) -> [UInt8] {
    var written: [UInt8] = []
    var copied = 0
    for segment in segments(of: value) where segment.isPlain {
      let raw = Array(value[segment.value.start..<segment.value.end])
      guard raw.contains(where: { $0 >= 0x80 }) || EncodedWords.holdsStart(raw) else { continue }
      written += value[copied..<segment.whole.start]
      written += Array(segment.name.utf8) + Array("*=utf-8''".utf8)
      for byte in segment.isQuoted ? unescaped(raw) : raw {
        if Ascii.isLetter(byte) || Ascii.isDigit(byte) || byte == Ascii.fullStop
          || byte == Ascii.hyphen
        {
          written.append(byte)
        } else {
          let code = QuotedPrintable.code(byte)
          written += [UInt8(ascii: "%")] + code[1...]
        }
      }
      copied = segment.whole.end
    }
    return written + value[copied...]
  }
}
