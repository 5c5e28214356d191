package import ExpungeText
import Glibc

/// Splits plain text into blocks. O(n).
package struct PlainTextBlocks {
  private let text: [UInt8]
  private let hasTabs: Bool
  private let hasBars: Bool
  package private(set) var blocks: [Block] = []
  private var open: Open?

  private struct Open {
    var kind: Block.Kind
    var range: ByteRange
    var mark: String?
    var lines = 1
    var lastLine: ByteRange
    var indent: Int
    var isLabelled = false
    var afterBlank: Bool
  }

  package init(_ text: [UInt8]) {
    self.text = text
    hasTabs = Self.holds(0x09, text)
    hasBars = Self.holds(UInt8(ascii: "|"), text)
    var afterBlank = true
    for line in TextLines(text) {
      if line.startsPage {
        close(beforeBlank: true)
        afterBlank = true
      }
      if line.isBlank {
        close(beforeBlank: true)
        afterBlank = true
        continue
      }
      add(line, afterBlank: afterBlank)
      afterBlank = false
    }
    close(beforeBlank: true)
  }

  private mutating func add(_ line: TextLines.Line, afterBlank: Bool) {
    let content = text[line.content.start..<line.content.end]
    let continues = continuesSentence(line)
    if !continues || isNext(content), let mark = ListMark(content) {
      start(.listItem, line, mark: mark.text, afterBlank: afterBlank)
    } else if isTableRow(content) {
      addRow(line, content)
    } else if !continues, Self.isLabelled(content) {
      start(.paragraph, line, afterBlank: afterBlank)
      open?.isLabelled = true
    } else if var current = open, accepts(line, after: current) {
      current.range.end = line.content.end
      current.lines += 1
      current.lastLine = line.content
      open = current
    } else {
      start(.paragraph, line, afterBlank: afterBlank)
    }
  }

  private mutating func start(
    _ kind: Block.Kind, _ line: TextLines.Line, mark: String? = nil, afterBlank: Bool
  ) {
    close(beforeBlank: false)
    open = Open(
      kind: kind, range: line.content, mark: mark, lastLine: line.content, indent: line.indent,
      afterBlank: afterBlank)
  }

  private mutating func close(beforeBlank: Bool) {
    guard var closing = open else { return }
    open = nil
    if closing.kind == .paragraph, closing.lines == 1, closing.afterBlank, beforeBlank,
      !closing.isLabelled, Self.looksLikeHeading(text[closing.range.start..<closing.range.end])
    {
      closing.kind = .heading
    }
    blocks.append(Block(kind: closing.kind, range: closing.range, mark: closing.mark))
  }

  /// A labelled line stands alone unless it is long enough to be wrapped, or the next is indented.
  private func accepts(_ line: TextLines.Line, after current: Open) -> Bool {
    guard current.isLabelled, current.lines == 1 else { return true }
    return current.lastLine.count >= Self.wrappedWidth || line.indent > current.indent
  }

  /// Lines at least this long may have been wrapped; shorter ones end where their author ended them.
  private static let wrappedWidth = 50

  /// Whether the line goes on with a wrapped sentence, so that "12." or "Note:" in it is no mark.
  private func continuesSentence(_ line: TextLines.Line) -> Bool {
    guard let current = open, current.lastLine.count >= Self.wrappedWidth else { return false }
    let last = text[current.lastLine.end - 1]
    if current.kind == .listItem, line.indent <= current.indent,
      ListMark(text[line.content.start..<line.content.end])?.isBullet == true
    {
      return false
    }
    return !Self.endsSentence(last) && last != UInt8(ascii: ":")
  }

  /// Whether a numbered line follows on from the open item's number.
  private func isNext(_ content: ArraySlice<UInt8>) -> Bool {
    guard let before = open?.mark.flatMap(Self.number), let mark = ListMark(content) else {
      return false
    }
    return Self.number(mark.text) == before + 1
  }

  private static func number(_ mark: String) -> Int? { Int(mark.filter(\.isNumber)) }

  private func isTableRow(_ content: ArraySlice<UInt8>) -> Bool {
    guard hasTabs && content.contains(0x09) || hasBars && Self.bars(content) >= 2 else {
      return false
    }
    return ListMark(content) == nil
  }

  private static func bars(_ content: ArraySlice<UInt8>) -> Int {
    content.count { $0 == UInt8(ascii: "|") }
  }

  private static func holds(_ byte: UInt8, _ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      return memchr(base, Int32(byte), buffer.count) != nil
    }
  }

  private mutating func addRow(_ line: TextLines.Line, _ content: ArraySlice<UInt8>) {
    close(beforeBlank: false)
    let separator = content.contains(0x09) ? 0x09 : UInt8(ascii: "|")
    for cell in content.split(separator: separator) {
      let trimmed = cell.trimmingSpaces()
      guard !trimmed.isEmpty else { continue }
      blocks.append(Block(kind: .cell, range: ByteRange(trimmed.startIndex, trimmed.endIndex)))
    }
  }

  /// Whether "From:", "Decision date :" stands at the start of a line: up to four words of letters,
  /// the first with a capital, a colon, and white space or the end.
  static func isLabelled(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first, Ascii.isUpper(first) else {
      return false
    }
    var words = 1
    var index = content.startIndex + 1
    let most = Swift.min(content.endIndex, content.startIndex + 40)
    while index < most {
      let byte = content[index]
      switch byte {
      case UInt8(ascii: ":"):
        let after = index + 1
        return after == content.endIndex || content[after] == 0x20 || content[after] == 0x09
      case 0x20:
        let next = index + 1
        if next < most, content[next] != 0x20, content[next] != UInt8(ascii: ":") { words += 1 }
        if words > 4 { return false }
      case UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: "-"):
        break
      default:
        guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) else { return false }
      }
      index += 1
    }
    return false
  }

  /// Short, without the end of a sentence, beginning with a capital, a digit or a quotation mark.
  static func looksLikeHeading(_ content: ArraySlice<UInt8>) -> Bool {
    guard content.count <= 100, let first = content.first, let last = content.last else {
      return false
    }
    let starts =
      Ascii.isUpper(first)
      || Ascii.isDigit(first) || first >= 0x80
    guard starts, !endsSentence(last), last != UInt8(ascii: ",") else { return false }
    var spaces = 0
    var hasLetter = false
    for byte in content {
      if byte == 0x20 { spaces += 1 }
      if byte | 0x20 >= UInt8(ascii: "a") { hasLetter = true }
    }
    return hasLetter && spaces < 12
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    default: false
    }
  }
}
