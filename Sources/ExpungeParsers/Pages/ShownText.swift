import ExpungeText

/// Builds a text as a browser shows it, with its blocks and its map.
///
/// White space is collapsed; blocks are set apart by LF, paragraphs and headings by a blank line as in
/// a text copy, cells of a row by TAB.
struct ShownText {
  /// What stands between two blocks, the stronger wins.
  enum Separator: Int, Comparable {
    case line = 1
    case blankLine
    /// A form feed on a new line.
    case page

    static func < (a: Separator, b: Separator) -> Bool { a.rawValue < b.rawValue }
  }

  private(set) var text: [UInt8] = []
  private(set) var runs: [SourceMap.Run] = []
  private(set) var blocks: [Block] = []

  /// The kind of the blocks that begin from now on.
  var kind = Block.Kind.paragraph

  private var blockStart: Int?
  private var separator: Separator?
  private var isCellBorder = false
  private var awaitsContent = false
  private var mark: String?
  private var markKeepsKind = false
  private var openMark: String?
  private var openKind = Block.Kind.paragraph
  private var spaces: [Space] = []
  private var lineBreaks: [Space] = []

  private struct Space {
    let bytes: [UInt8]
    var source: ByteRange?
    var verbatim: Bool
  }

  // MARK: Structure

  /// Ends the open block; the next one begins on a new line, or after a blank one.
  mutating func separate(_ wanted: Separator) {
    closeBlock()
    // The first paragraph of a cell or list item stands where the cell or item begins.
    guard !awaitsContent else { return }
    separator = max(separator ?? .line, wanted)
  }

  /// Begins a cell: after a tab, or on a new line if it is the first of its row.
  mutating func beginCell(firstInRow: Bool) {
    closeBlock()
    isCellBorder = !firstInRow
    separator = .line
    awaitsContent = true
  }

  /// Ends a cell; an empty one leaves nothing behind.
  mutating func endCell() {
    closeBlock()
    awaitsContent = false
    isCellBorder = false
  }

  /// Begins a list item whose mark, if it has one, is shown before its first content.
  ///
  /// - Parameter keepsKind: whether it stays a heading, which may be numbered like an item.
  mutating func beginItem(mark: String?, keepsKind: Bool = false) {
    self.mark = mark
    markKeepsKind = keepsKind
    awaitsContent = mark != nil
  }

  /// Ends a list item; an empty one leaves no mark behind.
  mutating func endItem() {
    mark = nil
    awaitsContent = false
    separate(.line)
  }

  /// A line ends within a block; twice in a row ends the block, as a blank line does in a text.
  mutating func breakLine(source: ByteRange? = nil, verbatim: Bool = false) {
    spaces.removeAll()
    guard blockStart != nil else { return }
    lineBreaks.append(Space(bytes: [0x0A], source: source, verbatim: verbatim))
  }

  mutating func finish() { closeBlock() }

  private mutating func closeBlock() {
    spaces.removeAll()
    lineBreaks.removeAll()
    guard let start = blockStart else { return }
    blocks.append(Block(kind: openKind, range: ByteRange(start, text.count), mark: openMark))
    blockStart = nil
  }

  /// Whether a mark waits for the content that it stands before.
  var hasMark: Bool { mark != nil }

  /// Whether a block has begun and not ended.
  var isInBlock: Bool { blockStart != nil }

  // MARK: Text

  /// Adds a text whose white space is shown as it is.
  mutating func add(_ text: MappedText) {
    text.bytes.withUnsafeBufferPointer { add($0, runs: text.runs, preservesSpace: true) }
  }

  /// Adds visible characters that have no place in the file.
  mutating func add(unmapped text: StaticString) {
    text.withUTF8Buffer { add($0, runs: [], preservesSpace: true) }
  }

  /// Adds decoded text; `preservesSpace` as in <pre>.
  mutating func add(
    _ decoded: UnsafeBufferPointer<UInt8>, runs: [SourceMap.Run], preservesSpace: Bool
  ) {
    var index = 0
    for run in runs {
      add(decoded, ByteRange(index, run.text.start), nil, preservesSpace)
      add(decoded, run.text, run, preservesSpace)
      index = run.text.end
    }
    add(decoded, ByteRange(index, decoded.count), nil, preservesSpace)
  }

  private mutating func add(
    _ decoded: UnsafeBufferPointer<UInt8>, _ range: ByteRange, _ run: SourceMap.Run?,
    _ preservesSpace: Bool
  ) {
    var index = range.start
    while index < range.end {
      let start = index
      let isSpace = ShownText.isSpace(decoded[index])
      if preservesSpace, decoded[index] == 0x0A {
        index += 1
        breakLine(
          source: source(of: ByteRange(start, index), in: run), verbatim: run?.verbatim == true)
        continue
      }
      while index < range.end, ShownText.isSpace(decoded[index]) == isSpace,
        !(preservesSpace && decoded[index] == 0x0A)
      {
        index += 1
      }
      let piece = ByteRange(start, index)
      let place = source(of: piece, in: run)
      if isSpace {
        addSpace(decoded, piece, place, run, preservesSpace)
      } else {
        prepareContent()
        append(decoded[start..<index], place, verbatim: run?.verbatim == true)
      }
    }
  }

  private mutating func addSpace(
    _ decoded: UnsafeBufferPointer<UInt8>, _ piece: ByteRange, _ place: ByteRange?,
    _ run: SourceMap.Run?, _ preservesSpace: Bool
  ) {
    guard blockStart != nil else { return }
    let verbatim = run?.verbatim == true
    if preservesSpace {
      spaces.append(
        Space(bytes: Array(decoded[piece.start..<piece.end]), source: place, verbatim: verbatim))
    } else if let first = spaces.first {
      // One space for all that collapses, as far as it stands together in the page.
      guard let before = first.source, let place, before.end == place.start else { return }
      spaces[0] = Space(bytes: [0x20], source: before.union(place), verbatim: false)
    } else {
      let isItself = verbatim && piece.count == 1 && decoded[piece.start] == 0x20
      spaces = [Space(bytes: [0x20], source: place, verbatim: isItself)]
    }
  }

  private func source(of piece: ByteRange, in run: SourceMap.Run?) -> ByteRange? {
    guard let run else { return nil }
    guard run.verbatim else { return run.source }
    let start = run.source.start + piece.start - run.text.start
    return ByteRange(start, start + piece.count)
  }

  /// Writes what must stand before the next visible byte.
  private mutating func prepareContent() {
    if blockStart != nil, lineBreaks.count > 1 {
      closeBlock()
      separator = .blankLine
    }
    guard blockStart == nil else {
      if let only = lineBreaks.first {
        append(only.bytes, only.source, verbatim: only.verbatim)
        lineBreaks.removeAll()
      }
      for space in spaces { append(space.bytes[...], space.source, verbatim: space.verbatim) }
      spaces.removeAll()
      return
    }
    if !text.isEmpty {
      if isCellBorder {
        text.append(0x09)
      } else {
        text.append(0x0A)
        if separator == .blankLine { text.append(0x0A) }
        if separator == .page { text.append(Ascii.formFeed) }
      }
    }
    separator = nil
    isCellBorder = false
    awaitsContent = false
    blockStart = text.count
    openKind = kind
    openMark = mark
    if let mark {
      if !markKeepsKind { openKind = .listItem }
      text += Array(mark.utf8)
      text.append(0x20)
    }
    mark = nil
  }

  private mutating func append(
    _ bytes: some Collection<UInt8>, _ source: ByteRange?, verbatim: Bool
  ) {
    let start = text.count
    text += bytes
    guard let source, text.count > start else { return }
    runs.appendJoining(
      text: ByteRange(start, text.count), source: source, verbatim: verbatim)
  }

  /// What browsers collapse: no-break spaces are not among it.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0C || byte == 0x0D
  }
}
