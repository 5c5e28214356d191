import ExpungeText

/// Splits Markdown into blocks by its structure. O(n).
///
/// A heading's range begins after its `#`; a list item's at its mark.
struct MarkdownBlocks {
  private let text: [UInt8]
  private(set) var blocks: [Block] = []
  private var open: (kind: Block.Kind, range: ByteRange, mark: String?)?

  init(_ text: [UInt8]) {
    self.text = text
    var fence: ArraySlice<UInt8>?
    for line in TextLines(text).lines {
      let content = text[line.content.start..<line.content.end]
      if line.startsPage { close() }
      if line.isBlank {
        close()
      } else if let current = fence {
        if content.starts(with: current), content.allSatisfy({ $0 == current.first }) {
          close()
          fence = nil
        } else {
          extend(line.content)
        }
      } else if content.starts(with: Array("```".utf8)) || content.starts(with: Array("~~~".utf8)) {
        close()
        fence = content.prefix { $0 == content.first }
      } else {
        add(line.content, content)
      }
    }
    close()
  }

  private mutating func add(_ range: ByteRange, _ content: ArraySlice<UInt8>) {
    if let heading = MarkdownBlocks.heading(content) {
      close()
      blocks.append(Block(kind: .heading, range: heading))
    } else if isUnderline(content) {
      // A setext heading's underline, or a break between paragraphs.
      if open?.kind == .paragraph { open?.kind = .heading }
      close()
    } else if content.first == UInt8(ascii: "|")
      || content.count(where: { $0 == UInt8(ascii: "|") }) > 1
    {
      addRow(content)
    } else if let mark = ListMark(content) {
      close()
      open = (.listItem, range, mark.text)
    } else {
      extend(range)
    }
  }

  private mutating func extend(_ range: ByteRange) {
    if open == nil {
      open = (.paragraph, range, nil)
    } else {
      open?.range.end = range.end
    }
  }

  private mutating func close() {
    guard let closing = open else { return }
    open = nil
    blocks.append(Block(kind: closing.kind, range: closing.range, mark: closing.mark))
  }

  private mutating func addRow(_ content: ArraySlice<UInt8>) {
    close()
    guard content.contains(where: { !"|-: \t".utf8.contains($0) }) else { return }
    for cell in content.split(separator: UInt8(ascii: "|")) {
      let trimmed = cell.trimmingSpaces()
      guard !trimmed.isEmpty else { continue }
      blocks.append(Block(kind: .cell, range: ByteRange(trimmed.startIndex, trimmed.endIndex)))
    }
  }

  private func isUnderline(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first, "=-*_".utf8.contains(first) else { return false }
    let isWhole = content.allSatisfy { $0 == first || $0 == 0x20 }
    return isWhole && content.count { $0 == first } >= (first == UInt8(ascii: "=") ? 1 : 3)
  }

  private static func heading(_ content: ArraySlice<UInt8>) -> ByteRange? {
    let marks = content.prefix { $0 == UInt8(ascii: "#") }
    guard (1...6).contains(marks.count) else { return nil }
    var rest = content[marks.endIndex...]
    guard rest.first == 0x20 || rest.first == 0x09 else { return nil }
    rest = rest.trimmingSpaces()
    let closing = rest.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    if closing > 0, closing == rest.count || rest.dropLast(closing).last == 0x20 {
      rest = rest.dropLast(closing).trimmingSpaces()
    }
    return rest.isEmpty ? nil : ByteRange(rest.startIndex, rest.endIndex)
  }
}
