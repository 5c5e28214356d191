/// Finds the sections of a decision in a part's blocks: head, summary, headed sections, furniture.
///
/// Source of the shapes: the Ombudsman's published pages and Statement of Reasons Manual. A text that
/// is no decision is simply one section without a title.
package struct DecisionOutline {
  private let text: [UInt8]
  private let blocks: [Block]
  private let furniture: DecisionFurniture
  private var sections: [PartStructure.Section] = []
  private var open: (kind: PartStructure.Section.Kind, title: String, start: Int)
  private var ownReference: ByteRange?
  private var authority: ByteRange?
  private var category: ByteRange?

  /// O(n) in the part's text.
  package static func structure(
    of part: Part, furniture: DecisionFurniture
  ) -> PartStructure {
    var outline = DecisionOutline(text: part.text, blocks: part.blocks, furniture: furniture)
    outline.walk()
    return PartStructure(
      sections: outline.sections, lines: LineIndex(part.text), ownReference: outline.ownReference,
      authority: outline.authority, category: outline.category)
  }

  private init(text: [UInt8], blocks: [Block], furniture: DecisionFurniture) {
    self.text = text
    self.blocks = blocks
    self.furniture = furniture
    open = (.section, "", 0)
  }

  private mutating func walk() {
    var isSignedOff = false
    for (index, block) in blocks.enumerated() {
      let range = block.range.trimmed(in: text)
      guard !range.isEmpty else { continue }
      if index < 8, ownReference == nil, readTitle(range) {
        begin(.head, title: "Title", at: range.start)
      } else if isSignedOff {
        continue
      } else if furniture.signOff.contains(where: { starts(with: $0, range) }) {
        isSignedOff = true
        begin(.furniture, title: "Page furniture", at: range.start)
      } else if isFurniture(range) {
        begin(.furniture, title: "Page furniture", at: range.start)
      } else if let label = furniture.headLines.first(where: { starts(with: $0, range) }) {
        readHeadLine(label, range)
      } else if furniture.summary.contains(where: { starts(with: $0, range) }) {
        begin(.summary, title: "Summary", at: range.start)
      } else if block.kind == .heading {
        begin(
          .section, title: String(decoding: text[range.start..<range.end], as: UTF8.self),
          at: range.start)
      }
    }
    close(at: text.count)
  }

  private mutating func begin(_ kind: PartStructure.Section.Kind, title: String, at start: Int) {
    if open.kind == kind, open.title == title { return }
    close(at: start)
    open = (kind, title, start)
  }

  private mutating func close(at end: Int) {
    guard open.start < end else { return }
    sections.append(
      PartStructure.Section(
        kind: open.kind, title: open.title, range: ByteRange(open.start, end)))
  }

  /// "Dudley Metropolitan Borough Council (25 019 474)"
  private mutating func readTitle(_ range: ByteRange) -> Bool {
    guard text[range.end - 1] == UInt8(ascii: ")"), range.count < 200,
      let bracket = text[range.start..<range.end].lastIndex(of: UInt8(ascii: "("))
    else { return false }
    let reference = ByteRange(bracket + 1, range.end - 1)
    guard OwnReference.digits(in: text[reference.start..<reference.end]) != nil else {
      return false
    }
    ownReference = reference
    authority = ByteRange(range.start, bracket).trimmed(in: text)
    return true
  }

  private mutating func readHeadLine(_ label: String, _ range: ByteRange) {
    guard label == "category" else { return }
    guard let colon = text[range.start..<range.end].firstIndex(of: UInt8(ascii: ":")) else {
      return
    }
    category = ByteRange(colon + 1, range.end).trimmed(in: text)
  }

  private func isFurniture(_ range: ByteRange) -> Bool {
    range.count < 60
      && furniture.lines.contains {
        $0.utf8.count == range.count && starts(with: $0, range)
      }
  }

  /// Whether a range begins with a phrase, whatever the case and the form of apostrophe.
  private func starts(with phrase: String, _ range: ByteRange) -> Bool {
    var index = range.start
    for byte in phrase.utf8 {
      guard index < range.end else { return false }
      if byte == Ascii.apostrophe, text[index] == 0xE2, index + 2 < range.end {
        index += 3
        continue
      }
      guard text[index] | 0x20 == byte | 0x20 else { return false }
      index += 1
    }
    return true
  }
}
