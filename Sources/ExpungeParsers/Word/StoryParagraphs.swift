import ExpungeDocuments
import ExpungeText

/// Paragraphs, with their numbers and in both readings.
extension StoryReader {
  mutating func paragraph(_ node: Int, _ outer: Place) {
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

  mutating func flushRejected() {
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

  mutating func flushHidden() {
    guard !hidden.text.isEmpty else { return }
    hidden.finish()
    context.addHidden(hidden)
    hidden = ShownText()
  }
}
