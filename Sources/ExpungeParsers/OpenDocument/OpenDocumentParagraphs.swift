import ExpungeDocuments
import ExpungeText

/// Paragraphs, with their numbers and in both readings of tracked changes; lists and tables.
extension OpenDocumentStory {
  mutating func paragraph(_ node: Int, _ outer: Place, isHeading: Bool) {
    var place = outer
    place.isInParagraph = true
    place.look = source.styles.look("paragraph", tree.string(node, .textStyle))
    if place.look.isShaded == true { place.isShaded = true }
    place.isHidden =
      outer.isHidden || place.look.hides(onShade: place.isShaded) || isHiddenByField(node)
    if isRejecting {
      if regionParagraphs > 0 { rejected.separate(.line) }
      regionParagraphs += 1
      content(of: node, place)
      return
    }
    let number = context.nextParagraph()
    begin(node, place, isHeading: isHeading)
    if hidden.isInBlock { hidden.separate(.line) }
    let insertionsBefore = insertions
    content(of: node, place)
    guard !source.changes.isEmpty,
      !insertionsBefore.isEmpty || tree.contains(node, where: \.isTextChangeMark)
    else { return }
    insertions = insertionsBefore
    isRejecting = true
    content(of: node, place)
    isRejecting = false
    rejected.finish()
    context.parts.add(.deletedText, rejected, number: rejected.text.isEmpty ? nil : number)
    rejected = ShownText()
  }

  /// Whether a field in the paragraph hides it as a whole.
  private func isHiddenByField(_ node: Int) -> Bool {
    tree.occurring.contains(.hiddenParagraph)
      && tree.descendants(of: node, .hiddenParagraph).contains {
        tree.isValue($0, .isHidden, "true")
      }
  }

  /// Begins a paragraph with the number or bullet that shows.
  private mutating func begin(_ node: Int, _ place: Place, isHeading: Bool) {
    var mark: String?
    if counter.awaitsItem {
      mark = counter.mark(source.styles)
    } else if isHeading, !place.isHidden, !tree.isValue(node, .isListHeader, "true") {
      mark = counter.mark(
        heading: tree.number(node, .textOutlineLevel) ?? 1, source.styles.outline)
    }
    if place.isHidden { mark = nil }
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

  // MARK: Tracked changes

  mutating func changeMark(_ node: Int) {
    guard let region = source.changes.region(ofMark: node, in: tree) else { return }
    if region.isInsertion {
      switch tree.name(node) {
      case .textChangeStart: insertions.insert(region.node)
      case .textChangeEnd: insertions.remove(region.node)
      default: break
      }
    } else if region.isDeletion, isRejecting, !isInRegion, insertions.isEmpty {
      readRegion(region)
    }
  }

  /// Reads deleted text where it was; once, however often a damaged file refers to it.
  private mutating func readRegion(_ region: OpenDocumentChanges.Region) {
    guard context.readRegions.insert(tree.source(region.node).start).inserted else { return }
    isInRegion = true
    regionParagraphs = 0
    content(of: region.change, Place())
    isInRegion = false
  }

  /// Adds deleted text that no paragraph has a mark of: what was typed and taken away again, and what
  /// stood outside paragraphs.
  static func readUnplaced(_ source: OpenDocumentSource, _ context: OpenDocumentContext) {
    for region in source.changes.regions where region.isDeletion {
      var story = OpenDocumentStory(source, context)
      story.isRejecting = true
      story.readRegion(region)
      story.rejected.finish()
      context.parts.add(.deletedText, story.rejected)
    }
  }

  // MARK: Lists

  mutating func list(_ node: Int, _ place: Place) {
    guard !isRejecting else {
      content(of: node, place)
      return
    }
    counter.begin(
      list: tree.string(node, .textStyle),
      continues: tree.isValue(node, .continuesNumbering, "true"))
    for child in tree.children(of: node) where tree.name(child) != .text {
      if tree.name(child) == .textListItem {
        counter.beginItem(start: tree.number(child, .textStartValue))
      }
      content(of: child, place)
      counter.endItem()
    }
    counter.end()
  }

  // MARK: Tables

  mutating func table(_ node: Int, _ place: Place) {
    guard !isRejecting else {
      content(of: node, place)
      return
    }
    wasItem = false
    shown.separate(.blankLine)
    let words = [XMLName.tableTitle, .tableDescription].compactMap { name in
      tree.firstChild(of: node, name).map { tree.text(below: $0) }
    }
    context.parts.add(.alternativeText, words)
    content(of: node, place)
    shown.separate(.blankLine)
  }

  mutating func row(_ node: Int, _ place: Place) {
    guard !isRejecting else {
      content(of: node, place)
      return
    }
    rowHasCell.append(false)
    shown.separate(.line)
    content(of: node, place)
    shown.separate(.line)
    rowHasCell.removeLast()
  }

  mutating func cell(_ node: Int, _ outer: Place) {
    guard !isRejecting else {
      content(of: node, outer)
      return
    }
    var place = outer
    place.isInCell = true
    let look = source.styles.look("table-cell", tree.string(node, .cellStyle))
    if look.isShaded == true { place.isShaded = true }
    wasItem = false
    shown.beginCell(firstInRow: !(rowHasCell.last ?? false))
    if !rowHasCell.isEmpty { rowHasCell[rowHasCell.count - 1] = true }
    content(of: node, place)
    shown.endCell()
  }
}

extension XMLName {
  /// Marks where text was deleted or inserted, or its formatting changed.
  var isTextChangeMark: Bool {
    self == .textChange || self == .textChangeStart || self == .textChangeEnd
  }
}
