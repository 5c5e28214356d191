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
  var hidden = ShownText()
  /// Before the changes; of the paragraph that is being read.
  var rejected = ShownText()
  /// What was typed and taken away again.
  var neither = ShownText()
  var isRejecting = false
  var rejectedNumber = 0
  /// Whether the last paragraph's end was taken away, so that the next one continues it.
  var joinsPrevious = false
  /// Whether it was typed, so that the next one belonged to it before.
  var rejectedJoins = false
  var fields: [OpenField] = []
  var wasItem = false
  var rowHasCell: [Bool] = []
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
