package import ExpungeText

/// A text of a rule or guard that shows what it finds or leaves alone: its test and its manual.
package struct Example: Sendable {
  /// Marks that an author puts around what is to be found.
  package static let opening: Unicode.Scalar = "↓"
  package static let closing: Unicode.Scalar = "↑"

  /// As written, with its marks.
  package let written: String
  /// Without the marks, in UTF-8.
  package let text: [UInt8]
  /// What stood between marks, in bytes of `text`; ascending.
  package let marked: [ByteRange]
  /// Whether each line of the text is a block of its own; otherwise all of it is one.
  package let hasBlocks: Bool
  let place: SourcePlace

  package var file: String { place.file }
  package var line: Int { place.line }
  package var column: Int { place.column }

  /// Nil, and a problem, when the marks do not pair.
  init?(_ written: LocatedText, hasBlocks: Bool, _ problems: ProblemList) {
    var text: [UInt8] = []
    var marked: [ByteRange] = []
    var open: Int?
    for scalar in written.text.unicodeScalars {
      switch scalar {
      case Self.opening where open == nil: open = text.count
      case Self.closing:
        guard let start = open, start < text.count else {
          problems.add(Self.unpaired, at: written.place)
          return nil
        }
        marked.append(ByteRange(start, text.count))
        open = nil
      case Self.opening:
        problems.add(Self.unpaired, at: written.place)
        return nil
      default: text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
    guard open == nil else {
      problems.add(Self.unpaired, at: written.place)
      return nil
    }
    self.written = written.text
    self.text = text
    self.marked = marked
    self.hasBlocks = hasBlocks
    place = written.place
  }

  private static let unpaired = "the marks ↓ and ↑ must stand in pairs around what is to be found"

  /// Blocks of the text, in its own bytes.
  package var blocks: [ByteRange] {
    guard hasBlocks else { return [ByteRange(0, text.count)] }
    var blocks: [ByteRange] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0A {
      blocks.append(ByteRange(start, index))
      start = index + 1
    }
    blocks.append(ByteRange(start, text.count))
    return blocks.filter { !$0.isEmpty }
  }
}
