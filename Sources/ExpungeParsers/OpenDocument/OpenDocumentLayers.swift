import ExpungeDocuments
import ExpungeText

/// What stands in a story beside its text.
extension OpenDocumentStory {
  /// - Returns: whether the element has been read as a whole.
  mutating func layer(_ node: Int, _ place: Place) -> Bool {
    guard collectsLayers else { return isApart(tree.name(node)) }
    switch tree.name(node) {
    case .textNote:
      context.notes += 1
      guard let body = tree.firstChild(of: node, .noteBody) else { return true }
      let role: PartRole = tree.isValue(node, .noteClass, "endnote") ? .endnote : .footnote
      context.parts.add(role, OpenDocumentStory.read(source, body, context))
    case .annotation: comment(node)
    case .annotationEnd: leaveOutName(node)
    case .textLink, .drawnLink:
      if let address = tree.value(node, .linkAddress) { context.addLink(address) }
      if let title = tree.value(node, .linkTitle) { context.parts.add(.link, [title]) }
      return false
    case .textBookmark, .textBookmarkStart, .referenceMark, .referenceMarkStart:
      bookmark(node)
      return false
    case .hiddenWords: return hiddenWords(node)
    case .conditionalWords:
      let values = [tree.value(node, .stringIfTrue), tree.value(node, .stringIfFalse)]
      context.parts.add(.field, values.compactMap(\.self))
      return false
    case .userFieldDeclaration:
      let values = [tree.value(node, .textName), tree.value(node, .officeStringValue)]
      context.parts.add(.field, values.compactMap(\.self))
    case .drawnImage:
      if let address = tree.value(node, .linkAddress), address.string.contains("://") {
        context.parts.add(.pictureAddress, [address])
      }
      return false
    case let name where name.isDrawing: drawing(node)
    default: return false
    }
    return true
  }

  /// Whether an element's text belongs to another part than the paragraph around it.
  private func isApart(_ name: XMLName) -> Bool {
    name == .textNote || name == .annotation || name.isDrawing
  }

  private func comment(_ node: Int) {
    context.comments += 1
    let number = context.comments
    let author = [XMLName.coreCreator, .creatorInitials, .senderInitials].compactMap { name in
      tree.firstChild(of: node, name).map { tree.text(below: $0) }
    }
    leaveOutName(node)
    context.parts.add(.commentAuthor, author, number: number)
    context.parts.add(.comment, OpenDocumentStory.read(source, node, context), number: number)
  }

  /// "__Annotation__1_123".
  private func leaveOutName(_ node: Int) {
    if let name = tree.value(node, .annotationName), Self.isProgram(name.bytes) {
      context.parts.leaveOut(name.runs)
    }
  }

  private func bookmark(_ node: Int) {
    guard let name = tree.value(node, .textName) else { return }
    if MachineName.isBookmark(name.bytes) || Self.isProgram(name.bytes) {
      context.parts.leaveOut(name.runs)
    } else {
      context.parts.add(.bookmark, [name])
    }
  }

  /// A name that LibreOffice gives: "__RefHeading___Toc1_2", "__DdeLink__1_2".
  private static func isProgram(_ name: [UInt8]) -> Bool {
    let words = [
      "Annotation", "RefHeading", "RefNumPara", "DdeLink", "UnoMark", "Fieldmark", "Toc",
    ]
    return name.starts(with: "__".utf8)
      && name.split(whereSeparator: { $0 == UInt8(ascii: "_") || Ascii.isDigit($0) })
        .allSatisfy { words.contains(String(decoding: $0, as: UTF8.self)) }
  }

  /// Text that a condition shows or hides: the value is noted either way.
  private func hiddenWords(_ node: Int) -> Bool {
    let isHidden = tree.isValue(node, .isHidden, "true") || tree.end(node) == node + 1
    if let value = tree.value(node, .stringValue) {
      if isHidden { context.addHidden(value) } else { context.parts.add(.field, [value]) }
    }
    if isHidden, tree.end(node) > node + 1 { context.addHidden(tree.text(below: node)) }
    return isHidden
  }

  /// A shape or frame: its title, description and name, and the text in it.
  private func drawing(_ node: Int) {
    var words: [MappedText] = []
    if let name = tree.value(node, .drawnName) {
      if MachineName.isDrawing(name.bytes) {
        context.parts.leaveOut(name.runs)
      } else {
        words.append(name)
      }
    }
    for child in tree.children(of: node)
    where tree.name(child) == .drawnTitle || tree.name(child) == .drawnDescription {
      words.append(tree.text(below: child))
    }
    context.parts.add(.alternativeText, words)
    context.parts.add(.textBox, OpenDocumentStory.read(source, node, context))
  }
}

extension XMLName {
  /// A shape of its own, which may hold text.
  var isDrawing: Bool {
    switch self {
    case .drawnFrame, .drawnGroup, .drawnShape, .drawnRectangle, .drawnEllipse, .drawnCircle,
      .drawnLine, .drawnPath, .drawnPolyline, .drawnPolygon, .drawnConnector, .drawnCaption,
      .drawnControl:
      true
    default: false
    }
  }
}
