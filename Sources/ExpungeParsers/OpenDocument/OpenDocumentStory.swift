import ExpungeDocuments
import ExpungeText

/// Reads one story of an OpenDocument file: the body, a header, a note, a comment, a text box.
///
/// Its text is what shows once all tracked changes are accepted. Beside it go, as parts of their own,
/// each changed paragraph as it was before, what cannot be seen, and what links, pictures, fields and
/// bookmarks say. White space is collapsed as OpenDocument 1.3, part 3, 6.1.2 says.
struct OpenDocumentStory {
  let source: OpenDocumentSource
  let context: OpenDocumentContext
  var shown = ShownText()
  var hidden = ShownText()
  /// Before the changes; of the paragraph that is being read.
  var rejected = ShownText()
  var isRejecting = false
  /// Whether deleted text is read, which stands apart from the text.
  var isInRegion = false
  var regionParagraphs = 0
  /// The inserted stretches that have begun and not ended, by the place of their elements.
  var insertions: Set<Int> = []
  var counter = OpenDocumentCounter()
  var wasItem = false
  var rowHasCell: [Bool] = []

  /// What the elements around a node mean for its text.
  struct Place {
    /// Texts elsewhere are none of the story.
    var isInParagraph = false
    var isHidden = false
    var isShaded = false
    var isInCell = false
    /// The paragraph's.
    var look = WordLook()
  }

  init(_ source: OpenDocumentSource, _ context: OpenDocumentContext) {
    self.source = source
    self.context = context
  }

  var tree: XMLTree { source.tree }

  /// The text of what stands in an element.
  static func read(
    _ source: OpenDocumentSource, _ node: Int, _ context: OpenDocumentContext
  ) -> ShownText {
    var story = OpenDocumentStory(source, context)
    story.content(of: node, Place())
    story.flushHidden()
    story.shown.finish()
    return story.shown
  }

  /// Whether notes, links and pictures are read: once, though a changed paragraph is read twice.
  var collectsLayers: Bool { !isRejecting || isInRegion }

  // MARK: Elements

  mutating func content(of node: Int, _ place: Place) {
    var child = node + 1
    let end = tree.end(node)
    while child < end {
      element(child, place)
      child = tree.end(child)
    }
  }

  private mutating func element(_ node: Int, _ place: Place) {
    switch tree.name(node) {
    case .text: if place.isInParagraph { add(textOf: node, place) }
    case .textParagraph: paragraph(node, place, isHeading: false)
    case .textHeading: paragraph(node, place, isHeading: true)
    case .textSpan: span(node, place)
    case .textSpace:
      for _ in 0..<max(1, min(tree.number(node, .spaceCount) ?? 1, 64)) {
        emit(place) { $0.add(unmapped: " ") }
      }
    case .textTab: emit(place) { $0.add(unmapped: "\t") }
    case .textLineBreak: emit(place) { $0.breakLine() }
    case .textList: list(node, place)
    case .textTable: table(node, place)
    case .textRow: row(node, place)
    case .textCell, .coveredCell: cell(node, place)
    case .textSection: section(node, place)
    case .textChange, .textChangeStart, .textChangeEnd: changeMark(node)
    case .trackedChanges, .rubyText, .indexTemplate, .remark: break
    default:
      if !layer(node, place) { content(of: node, place) }
    }
  }

  private mutating func span(_ node: Int, _ outer: Place) {
    var place = outer
    let look = source.styles.look("text", tree.string(node, .textStyle)).over(outer.look)
    place.look = look
    place.isHidden = outer.isHidden || look.hides(onShade: outer.isShaded)
    content(of: node, place)
  }

  private mutating func section(_ node: Int, _ outer: Place) {
    var place = outer
    switch tree.string(node, .display) {
    case "none": place.isHidden = true
    case "condition": place.isHidden = outer.isHidden || tree.isValue(node, .isHidden, "true")
    default: break
    }
    content(of: node, place)
  }

  private mutating func add(textOf node: Int, _ place: Place) {
    let text = tree.text(ofText: node)
    emit(place) { shown in
      text.bytes.withUnsafeBufferPointer {
        shown.add($0, runs: text.runs, preservesSpace: false)
      }
    }
  }

  /// Adds to the text that a place belongs to, if this reading shows it.
  private mutating func emit(_ place: Place, _ add: (inout ShownText) -> Void) {
    if isRejecting {
      if isInRegion || insertions.isEmpty && !place.isHidden { add(&rejected) }
    } else if place.isHidden {
      add(&hidden)
    } else {
      if !hidden.text.isEmpty { flushHidden() }
      add(&shown)
    }
  }

  mutating func flushHidden() {
    guard !hidden.text.isEmpty else { return }
    hidden.finish()
    context.addHidden(hidden)
    hidden = ShownText()
  }
}
