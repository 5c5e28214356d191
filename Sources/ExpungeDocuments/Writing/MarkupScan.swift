import ExpungeText

/// Walks a web page's bytes once, as a browser's tokeniser would, to tell where each edit stands.
///
/// Not a parser: it knows tags, attribute values, comments and elements whose text is raw, which is
/// all that decides how a replacement must be escaped. Wrong only where a page is so broken that
/// browsers repair it; the redacted copy is read again in any case.
struct MarkupScan {
  private let bytes: [UInt8]
  private let width: Int
  private let low: Int
  /// Whether no element's text is raw, and CDATA sections are text.
  private let isXML: Bool
  private var index: Int
  private var spans: [(start: Int, end: Int, context: MarkupContext)] = []

  /// The context of each range; ranges ascend. A range over a border of contexts is unsafe.
  static func contexts(
    of ranges: [ByteRange], in bytes: [UInt8], encoding: TextEncoding, isXML: Bool = false
  ) -> [MarkupContext] {
    var scan = MarkupScan(bytes, encoding, isXML)
    scan.run()
    var span = 0
    return ranges.map { range in
      while span < scan.spans.count, scan.spans[span].end <= range.start,
        span + 1 < scan.spans.count,
        !(range.isEmpty && scan.spans[span].end == range.start)
      {
        span += 1
      }
      guard span < scan.spans.count else { return .text }
      let found = scan.spans[span]
      return found.start <= range.start && range.end <= found.end ? found.context : .unsafe
    }
  }

  private init(_ bytes: [UInt8], _ encoding: TextEncoding, _ isXML: Bool) {
    self.bytes = bytes
    self.isXML = isXML
    width = encoding.unitWidth
    low = encoding == .utf16BigEndian ? 1 : 0
    index = 0
  }

  /// The code unit at the position if it is ASCII; 0xFF for anything else, 0 at the end.
  private func unit(_ offset: Int = 0) -> UInt8 {
    let place = index + offset * width
    guard place >= 0, place + width <= bytes.count else { return 0 }
    let byte = bytes[place + low]
    if width == 2, bytes[place + 1 - low] != 0 { return 0xFF }
    return byte < 0x80 ? byte : 0xFF
  }

  private var atEnd: Bool { index + width > bytes.count }

  private mutating func add(from start: Int, _ context: MarkupContext) {
    guard index > start else { return }
    spans.append((start, index, context))
  }

  private mutating func run() {
    var textStart = 0
    while !atEnd {
      guard unit() == UInt8(ascii: "<"), startsMarkup() else {
        index += width
        continue
      }
      add(from: textStart, .text)
      if unit(1) == UInt8(ascii: "!"), unit(2) == UInt8(ascii: "-"), unit(3) == UInt8(ascii: "-") {
        scanComment()
      } else if isXML, opens("<![CDATA[") {
        scanCharacterData()
      } else if unit(1) == UInt8(ascii: "!") || unit(1) == UInt8(ascii: "?") {
        scanBogusComment()
      } else {
        scanTag()
      }
      textStart = index
    }
    index = bytes.count
    add(from: textStart, .text)
  }

  private func startsMarkup() -> Bool {
    let next = unit(1)
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return true }
    if next == UInt8(ascii: "/") { return Ascii.isLetter(unit(2)) }
    return Ascii.isLetter(next)
  }

  private func opens(_ words: StaticString) -> Bool {
    (0..<words.utf8CodeUnitCount).allSatisfy { unit($0) == words.utf8Start[$0] }
  }

  private mutating func scanCharacterData() {
    var start = index
    index += 9 * width
    add(from: start, .unsafe)
    start = index
    while !atEnd, !opens("]]>") { index += width }
    add(from: start, .characterData)
    start = index
    index = min(index + 3 * width, bytes.count)
    add(from: start, .unsafe)
  }

  private mutating func scanComment() {
    var start = index
    index += 4 * width
    add(from: start, .unsafe)
    start = index
    while !atEnd {
      if unit() == UInt8(ascii: "-"), unit(1) == UInt8(ascii: "-"),
        unit(2) == UInt8(ascii: ">")
          || (unit(2) == UInt8(ascii: "!") && unit(3) == UInt8(ascii: ">"))
      {
        break
      }
      index += width
    }
    add(from: start, .comment)
    start = index
    while !atEnd, unit() != UInt8(ascii: ">") { index += width }
    if !atEnd { index += width }
    add(from: start, .unsafe)
  }

  private mutating func scanBogusComment() {
    var start = index
    index += 2 * width
    add(from: start, .unsafe)
    start = index
    while !atEnd, unit() != UInt8(ascii: ">") { index += width }
    add(from: start, .comment)
    start = index
    if !atEnd { index += width }
    add(from: start, .unsafe)
  }

  private mutating func scanTag() {
    var start = index
    index += width
    let isEnd = unit() == UInt8(ascii: "/")
    if isEnd { index += width }
    var name: [UInt8] = []
    while !atEnd, !isSpace(unit()), unit() != UInt8(ascii: ">"), unit() != UInt8(ascii: "/") {
      name.append(unit() | 0x20)
      index += width
    }
    var attribute: [UInt8] = []
    var isData = false
    while !atEnd, unit() != UInt8(ascii: ">") {
      guard unit() == UInt8(ascii: "=") else {
        if isSpace(unit()) {
          attribute = []
        } else {
          attribute.append(unit() | 0x20)
        }
        index += width
        continue
      }
      index += width
      while isSpace(unit()) { index += width }
      let quote = unit()
      if quote == UInt8(ascii: ">") { break }
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        index += width
        add(from: start, .unsafe)
        start = index
        while !atEnd, unit() != quote { index += width }
        isData = isData || attribute.elementsEqual("type".utf8) && endsInJSON(from: start)
        add(from: start, quote == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted)
        start = index
        if !atEnd { index += width }
      } else {
        add(from: start, .unsafe)
        start = index
        while !atEnd, !isSpace(unit()), unit() != UInt8(ascii: ">") { index += width }
        isData = isData || attribute.elementsEqual("type".utf8) && endsInJSON(from: start)
        add(from: start, .unquoted)
        start = index
      }
      attribute = []
    }
    if !atEnd { index += width }
    add(from: start, .unsafe)
    guard !isEnd, !isXML else { return }
    if isData, name.elementsEqual("script".utf8) {
      scanData(of: name)
    } else {
      scanRawText(of: name)
    }
  }

  /// Whether a media type names data rather than a program: "application/ld+json".
  private func endsInJSON(from start: Int) -> Bool {
    let type = stride(from: start, to: index, by: width).map { bytes[$0 + low] | 0x20 }
    return type.suffix(4).elementsEqual("json".utf8)
  }

  /// A script that is data: its strings can be written, all else of it cannot.
  private mutating func scanData(of name: [UInt8]) {
    var start = index
    var isString = false
    while !atEnd, !(unit() == UInt8(ascii: "<") && unit(1) == UInt8(ascii: "/") && closes(name)) {
      if isString, unit() == UInt8(ascii: "\\") {
        index += width
      } else if unit() == UInt8(ascii: "\"") {
        if !isString { index += width }
        add(from: start, isString ? .dataString : .unsafe)
        start = index
        isString.toggle()
        if isString { continue }
      }
      index = min(index + width, bytes.count)
    }
    add(from: start, .unsafe)
  }

  /// Elements whose text ends only at their own end tag.
  private mutating func scanRawText(of name: [UInt8]) {
    let context: MarkupContext
    switch String(decoding: name, as: UTF8.self) {
    case "script", "style", "xmp", "iframe", "noembed", "noframes": context = .unsafe
    case "title", "textarea": context = .text
    default: return
    }
    let start = index
    while !atEnd {
      if unit() == UInt8(ascii: "<"), unit(1) == UInt8(ascii: "/"), closes(name) { break }
      index += width
    }
    add(from: start, context)
  }

  private func closes(_ name: [UInt8]) -> Bool {
    for (offset, byte) in name.enumerated() where unit(2 + offset) | 0x20 != byte { return false }
    let after = unit(2 + name.count)
    return isSpace(after) || after == UInt8(ascii: ">") || after == UInt8(ascii: "/") || after == 0
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }
}
