import ExpungeText

/// Which paragraph of its section a block is, as a reader would count.
struct BlockNumbers {
  /// For each block: its number among those of its kind in its section, from 1; 0 for headings.
  private let numbers: [Int]
  private let blocks: [Block]

  /// O(blocks + sections).
  init(_ part: Part?, sections: [PartStructure.Section]) {
    let blocks = part?.blocks ?? []
    var numbers: [Int] = []
    numbers.reserveCapacity(blocks.count)
    var section = 0
    var paragraphs = 0
    var cells = 0
    var notes = 0
    for block in blocks {
      while section < sections.count, sections[section].range.end <= block.range.start {
        section += 1
        (paragraphs, cells, notes) = (0, 0, 0)
      }
      switch block.kind {
      case .heading: numbers.append(0)
      case .paragraph, .listItem:
        paragraphs += 1
        numbers.append(paragraphs)
      case .cell:
        cells += 1
        numbers.append(cells)
      case .note:
        notes += 1
        numbers.append(notes)
      }
    }
    self.numbers = numbers
    self.blocks = blocks
  }

  /// "paragraph 3" where the block bears that number, "3rd paragraph" where it was counted.
  func words(at offset: Int) -> String? {
    guard let index = Self.index(of: offset, in: blocks) else { return nil }
    let block = blocks[index]
    if let mark = block.mark.flatMap(Self.numeral) {
      return block.kind == .note ? "note \(mark)" : "paragraph \(mark)"
    }
    switch block.kind {
    case .heading: return "heading"
    case .paragraph, .listItem: return "\(Wording.ordinal(numbers[index])) paragraph"
    case .cell: return "\(Wording.ordinal(numbers[index])) table cell"
    case .note: return "\(Wording.ordinal(numbers[index])) note"
    }
  }

  /// The block that holds a byte. O(log blocks).
  static func index(of offset: Int, in blocks: [Block]) -> Int? {
    let index = blocks.partitioningIndex { $0.range.end > offset }
    return index < blocks.count && blocks[index].range.start <= offset ? index : nil
  }

  /// "14" of "14.", "2.3" of "2.3", "a" of "a)", "iv" of "(iv)"; nil for what counts nothing.
  ///
  /// A mark is the document's own text, so it passes only in a form that can hold no value.
  private static func numeral(_ mark: String) -> String? {
    var numeral = mark.utf8.filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }
    while numeral.last == UInt8(ascii: ".") { numeral.removeLast() }
    let isLetter = numeral.count == 1 && Ascii.isLetter(numeral[0])
    let isRoman = numeral.count <= 5 && numeral.allSatisfy { "ivx".utf8.contains($0 | 0x20) }
    let isNumber =
      numeral.count <= 8
      && numeral.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
        (1...3).contains($0.count) && $0.allSatisfy(Ascii.isDigit)
      }
    guard !numeral.isEmpty, isLetter || isRoman || isNumber else { return nil }
    return String(decoding: numeral, as: UTF8.self)
  }
}
