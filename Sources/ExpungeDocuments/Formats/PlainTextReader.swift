import ExpungeText

/// Plain text as one body part: the file's text itself, its blocks told by their shape.
///
/// Paragraphs are separated by blank lines and may be wrapped; list items, "From:" lines, rows of a
/// table and short lines that stand alone are blocks of their own. A list item's range begins at
/// its mark.
enum PlainTextReader {
  static func read(_ decoded: DecodedText) -> Document {
    let blocks = PlainTextBlocks(decoded.text).blocks
    let body = Part(
      name: "body", kind: .body, visibility: .shown, text: decoded.text, blocks: blocks,
      source: decoded.source)
    return Document(format: .plainText, encoding: decoded.encoding, parts: [body])
  }
}

/// Splits plain text into blocks. O(n).
struct PlainTextBlocks {
  private let text: [UInt8]
  private(set) var blocks: [Block] = []
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

  init(_ text: [UInt8]) {
    self.text = text
    var afterBlank = true
    for line in TextLines(text).lines {
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
    } else if !continues, Self.labelWidth(content) != nil {
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
    guard let last = text[current.lastLine.start..<current.lastLine.end].last else { return false }
    if current.kind == .listItem, line.indent <= current.indent,
      ListMark(text[line.content.start..<line.content.end])?.isBullet == true
    {
      return false
    }
    return !".:;!?".utf8.contains(last)
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
    guard ListMark(content) == nil else { return false }
    if content.contains(0x09) { return true }
    return content.count { $0 == UInt8(ascii: "|") } >= 2
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

  /// The width of "From:", "Decision date :" at the start of a line: up to four words in capitals'
  /// company, a colon, and white space or the end.
  static func labelWidth(_ content: ArraySlice<UInt8>) -> Int? {
    guard let first = content.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
      return nil
    }
    guard let colon = content.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let label = content[..<colon]
    let plain = label.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
        || [0x20, UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: "-")].contains($0)
    }
    let words = label.split(separator: 0x20).count
    let after = content[(colon + 1)...].first
    guard plain, words <= 4, after == nil || after == 0x20 || after == 0x09 else { return nil }
    return colon + 1 - content.startIndex
  }

  /// Short, without the end of a sentence, beginning with a capital, a digit or a quotation mark.
  static func looksLikeHeading(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first, let last = content.last, content.count <= 100 else {
      return false
    }
    let starts =
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || first >= 0x80
    guard starts, !".,;!?".utf8.contains(last) else { return false }
    guard content.contains(where: { $0 >= 0x80 || ($0 | 0x20) >= UInt8(ascii: "a") }) else {
      return false
    }
    return content.split(separator: 0x20).count <= 12
  }
}

extension ArraySlice<UInt8> {
  func trimmingSpaces() -> ArraySlice<UInt8> {
    var trimmed = drop { $0 == 0x20 || $0 == 0x09 }
    while let last = trimmed.last, last == 0x20 || last == 0x09 { trimmed.removeLast() }
    return trimmed
  }
}
