import ExpungeDocuments
import ExpungeText

/// Reads one story of a Word file: the body, a header, a note, a comment, a text box.
///
/// Its text is what Word shows once all tracked changes are accepted. Beside it go, as parts of their
/// own, each changed paragraph as it was before, what cannot be seen, and what fields, links, pictures
/// and content controls say.
struct StoryReader {
  let tree: XMLTree
  let context: WordContext
  var shown = ShownText()
  private var hidden = ShownText()
  /// Before the changes; of the paragraph that is being read.
  private var rejected = ShownText()
  /// What was typed and taken away again.
  private var neither = ShownText()
  private var isRejecting = false
  private var rejectedNumber = 0
  /// Whether the last paragraph's end was taken away, so that the next one continues it.
  private var joinsPrevious = false
  /// Whether it was typed, so that the next one belonged to it before.
  private var rejectedJoins = false
  var fields: [OpenField] = []
  private var wasItem = false
  private var rowHasCell: [Bool] = []
  /// Whether text boxes are read into this story: in what other programs show instead of a drawing.
  let gathersBoxes: Bool

  /// A field whose end has not come yet.
  struct OpenField {
    var instruction = ShownText()
    /// Until its result begins.
    var isInstruction = true
  }

  /// What the elements around a node mean for its text.
  struct Place {
    var isDeleted = false
    var isInserted = false
    var isShaded = false
    var isInCell = false
    var isHidden = false
    /// The paragraph's.
    var look = WordLook()
  }

  private init(_ tree: XMLTree, _ context: WordContext, gathersBoxes: Bool) {
    self.tree = tree
    self.context = context
    self.gathersBoxes = gathersBoxes
  }

  /// The text of what stands in an element.
  static func read(
    _ tree: XMLTree, _ node: Int, _ context: WordContext, gathersBoxes: Bool = false
  ) -> ShownText {
    var reader = StoryReader(tree, context, gathersBoxes: gathersBoxes)
    reader.content(of: node, Place())
    reader.finish()
    return reader.shown
  }

  private mutating func finish() {
    flushRejected()
    flushHidden()
    for field in fields where field.isInstruction { addField(field.instruction) }
    shown.finish()
  }

  var collectsLayers: Bool { !isRejecting }

  // MARK: Elements

  mutating func content(of node: Int, _ place: Place) {
    var child = node + 1
    let end = tree.end(node)
    while child < end {
      element(child, place)
      child = tree.end(child)
    }
  }

  private mutating func element(_ node: Int, _ outer: Place) {
    var place = outer
    switch tree.name(node) {
    case .paragraph: paragraph(node, place)
    case .run: run(node, place)
    case .runText, .mathText: add(textOf: node, place)
    case .deletedText:
      place.isDeleted = true
      add(textOf: node, place)
    case .instruction, .deletedInstruction: addInstruction(node)
    case .fieldCharacter: fieldCharacter(node)
    case .tab, .alignedTab: emit(place) { $0.add(unmapped: "\t") }
    case .noBreakHyphen: emit(place) { $0.add(unmapped: "\u{2011}") }
    case .softHyphen: emit(place) { $0.add(unmapped: "\u{AD}") }
    case .carriageReturn: emit(place) { $0.breakLine() }
    case .lineBreak:
      let isPage = tree.isValue(node, .type, "page")
      emit(place) { isPage ? $0.separate(.page) : $0.breakLine() }
    case .symbol: addSymbol(node, place)
    case .inserted, .movedTo:
      place.isInserted = true
      content(of: node, place)
    case .deleted, .movedFrom:
      place.isDeleted = true
      content(of: node, place)
    case .table: table(node, place)
    case .row: row(node, place)
    case .cell: cell(node, place)
    case .contentControl:
      if collectsLayers { addContentControl(node) }
      content(of: node, place)
    case .hyperlink:
      if collectsLayers { addTooltip(node, .tooltip) }
      content(of: node, place)
    case .simpleField:
      if collectsLayers { addSimpleField(node) }
      content(of: node, place)
    case .bookmarkStart: if collectsLayers { addBookmark(node) }
    case .drawing, .picture, .object: if collectsLayers { drawing(node, place) }
    case .boxContent: if collectsLayers { box(node, place) }
    case .alternatives: alternatives(node, place)
    case .section: if collectsLayers { context.addSection(tree, node) }
    case .text, .ruby, .paragraphProperties, .runProperties, .contentControlProperties,
      .contentControlEnd, .tableProperties, .tableExceptions, .tableGrid, .rowProperties,
      .cellProperties:
      break
    default: content(of: node, place)
    }
  }

  /// What a program shows that knows the newest drawings, and what others show in its place.
  private mutating func alternatives(_ node: Int, _ place: Place) {
    var hasChoice = false
    for child in tree.children(of: node) {
      switch tree.name(child) {
      case .choice where !hasChoice:
        hasChoice = true
        content(of: child, place)
      case .choice, .fallback:
        guard collectsLayers else { break }
        if hasChoice {
          context.parts.add(
            .hiddenText, StoryReader.read(tree, child, context, gathersBoxes: true))
        } else {
          content(of: child, place)
        }
      default: break
      }
    }
  }

  /// The text of a box: a part of its own.
  mutating func box(_ node: Int, _ place: Place) {
    if gathersBoxes {
      shown.separate(.blankLine)
      content(of: node, place)
      shown.separate(.blankLine)
    } else {
      context.parts.add(.textBox, StoryReader.read(tree, node, context))
    }
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ node: Int, _ outer: Place) {
    let number = context.nextParagraph()
    let properties = tree.firstChild(of: node, .paragraphProperties)
    let style = context.styles.paragraphStyle(
      properties.flatMap { tree.firstChild(of: $0, .paragraphStyle) }
        .flatMap { tree.string($0, .value) })
    var place = outer
    place.look = (style?.look ?? WordLook()).over(context.styles.defaults)
    if let properties {
      if let shading = tree.firstChild(of: properties, .shading), tree.isDark(shading: shading) {
        place.isShaded = true
      }
      if let section = tree.firstChild(of: properties, .section), collectsLayers {
        context.addSection(tree, section)
      }
    }
    place.isHidden = place.look.hides(onShade: place.isShaded)
    let hasChanges = tree.hasTextChanges
    let mark = hasChanges ? tree.markChange(ofParagraph: node) : (false, false)
    let hasContent = !mark.1 || tree.hasContent(node, without: \.isDeletion)
    if !joinsPrevious {
      begin(properties, style, place, isCounted: hasContent && !place.isDeleted)
    }
    if hidden.isInBlock { hidden.separate(.line) }
    let fieldsBefore = fields
    if !rejectedJoins, hasChanges { neither = ShownText() }
    content(of: node, place)
    joinsPrevious = mark.1 && (joinsPrevious || hasContent)
    guard hasChanges,
      rejectedJoins || place.isDeleted || place.isInserted
        || tree.contains(node, where: \.isTextChange)
    else { return }
    if !rejectedJoins { rejectedNumber = number }
    let fieldsAfter = fields
    fields = fieldsBefore
    isRejecting = true
    content(of: node, place)
    isRejecting = false
    fields = fieldsAfter
    rejectedJoins = mark.0 && rejected.isInBlock
    if !rejectedJoins { flushRejected() }
  }

  /// Begins a paragraph with the number or bullet that Word shows.
  private mutating func begin(
    _ properties: Int?, _ style: WordStyles.Style?, _ place: Place, isCounted: Bool
  ) {
    let outline = properties.flatMap { tree.firstChild(of: $0, .outlineLevel) }
      .flatMap { tree.number($0, .value) }
    let isHeading = context.styles.isHeading(style, outline: outline)
    let numbering = properties.flatMap { tree.firstChild(of: $0, .numbering) }
    let list =
      numbering.flatMap { tree.firstChild(of: $0, .numberingId) }
      .flatMap { tree.number($0, .value) } ?? style?.numberingId
    let level =
      numbering.flatMap { tree.firstChild(of: $0, .numberingLevel) }
      .flatMap { tree.number($0, .value) } ?? style?.numberingLevel ?? 0
    let mark =
      isCounted ? list.flatMap { context.numbering.mark(list: $0, level: level) } : nil
    let isItem = mark != nil && !isHeading
    shown.separate(isItem && wasItem ? .line : .blankLine)
    wasItem = isItem
    shown.kind = isHeading ? .heading : place.isInCell ? .cell : .paragraph
    if let mark {
      shown.beginItem(mark: mark, keepsKind: isHeading)
    } else if shown.hasMark {
      // The last paragraph was numbered and empty.
      shown.endItem()
      shown.separate(.blankLine)
    }
  }

  private mutating func flushRejected() {
    rejectedJoins = false
    if !neither.text.isEmpty {
      neither.finish()
      rejected.separate(.line)
      rejected.add(MappedText(neither.text, neither.runs))
    }
    rejected.finish()
    if !rejected.text.isEmpty {
      context.parts.add(.deletedText, rejected, number: rejectedNumber)
    }
    rejected = ShownText()
    neither = ShownText()
  }

  private mutating func flushHidden() {
    guard !hidden.text.isEmpty else { return }
    hidden.finish()
    context.addHidden(hidden)
    hidden = ShownText()
  }

  // MARK: Tables

  private mutating func table(_ node: Int, _ outer: Place) {
    var place = outer
    if let properties = tree.firstChild(of: node, .tableProperties) {
      // A table's style may colour its rows: white text is no hidden text there.
      let style = tree.firstChild(of: properties, .tableStyle).flatMap { tree.string($0, .value) }
      place.isShaded = outer.isShaded || !["TableGrid", "TableNormal", nil].contains(style)
    }
    joinsPrevious = false
    wasItem = false
    shown.separate(.blankLine)
    content(of: node, place)
    shown.separate(.blankLine)
  }

  private mutating func row(_ node: Int, _ outer: Place) {
    var place = outer
    if let properties = tree.firstChild(of: node, .rowProperties) {
      for child in tree.children(of: properties) {
        if tree.name(child).isDeletion { place.isDeleted = true }
        if tree.name(child).isInsertion { place.isInserted = true }
      }
    }
    rowHasCell.append(false)
    shown.separate(.line)
    content(of: node, place)
    shown.separate(.line)
    rowHasCell.removeLast()
  }

  private mutating func cell(_ node: Int, _ outer: Place) {
    var place = outer
    place.isInCell = true
    if let properties = tree.firstChild(of: node, .cellProperties),
      let shading = tree.firstChild(of: properties, .shading), tree.isDark(shading: shading)
    {
      place.isShaded = true
    }
    joinsPrevious = false
    flushRejected()
    wasItem = false
    shown.beginCell(firstInRow: !(rowHasCell.last ?? false))
    if !rowHasCell.isEmpty { rowHasCell[rowHasCell.count - 1] = true }
    content(of: node, place)
    shown.endCell()
    joinsPrevious = false
    flushRejected()
  }

  // MARK: Runs

  private mutating func run(_ node: Int, _ outer: Place) {
    guard let properties = tree.firstChild(of: node, .runProperties) else {
      content(of: node, outer)
      return
    }
    var place = outer
    var look = WordLook(tree, properties)
    if let style = tree.firstChild(of: properties, .runStyle),
      let id = tree.string(style, .value)
    {
      look = look.over(context.styles.look(ofRunStyle: id))
    }
    place.isHidden = look.over(outer.look).hides(onShade: outer.isShaded)
    content(of: node, place)
  }

  private mutating func add(textOf node: Int, _ place: Place) {
    let only = node + 1
    var text =
      tree.end(node) == only + 1 && tree.name(only) == .text
      ? tree.text(ofText: only) : tree.text(below: node)
    // Word shows white space at the ends only where it is told to keep it.
    if !tree.isValue(node, .space, "preserve") { text = text.trimmed() }
    guard !text.isEmpty else { return }
    let hasLines = text.bytes.contains(Ascii.lineFeed)
    emit(place) { shown in
      text.bytes.withUnsafeBufferPointer {
        shown.add($0, runs: text.runs, preservesSpace: !hasLines)
      }
    }
  }

  /// A character by its number, often of a font of symbols.
  private mutating func addSymbol(_ node: Int, _ place: Place) {
    guard let digits = tree.string(node, .symbolCharacter), let number = UInt32(digits, radix: 16),
      let scalar = Unicode.Scalar(number), number >= 0x20
    else { return }
    emit(place) { $0.add(MappedText(Array(String(Character(scalar)).utf8), [])) }
  }

  /// Adds to the text that a place belongs to, if this reading shows it.
  private mutating func emit(_ place: Place, _ add: (inout ShownText) -> Void) {
    if let index = fields.indices.last, fields[index].isInstruction {
      add(&fields[index].instruction)
    } else if isRejecting {
      if !place.isInserted, !place.isHidden { add(&rejected) }
    } else if place.isHidden {
      add(&hidden)
    } else if place.isDeleted {
      if place.isInserted { add(&neither) }
    } else {
      if !hidden.text.isEmpty { flushHidden() }
      add(&shown)
    }
  }
}
