import ExpungeText

/// The elements by which Word notes changes (ISO/IEC 29500-1, 17.13.5).
extension XMLName {
  var isInsertion: Bool { self == .inserted || self == .movedTo }

  var isDeletion: Bool { self == .deleted || self == .movedFrom }

  /// Notes what the formatting was, and holds no text.
  var isFormatChange: Bool {
    switch self {
    case .runChange, .paragraphChange, .sectionChange, .tableChange, .tableExceptionChange,
      .gridChange, .rowChange, .cellChange, .numberingChange, .cellInserted, .cellDeleted,
      .cellMerged:
      true
    default: false
    }
  }

  /// Marks where a change begins or ends.
  var isChangeMark: Bool {
    switch self {
    case .moveFromStart, .moveFromEnd, .moveToStart, .moveToEnd, .customInsertStart,
      .customInsertEnd, .customDeleteStart, .customDeleteEnd, .customMoveFromStart,
      .customMoveFromEnd, .customMoveToStart, .customMoveToEnd:
      true
    default: false
    }
  }

  var isTextChange: Bool { isInsertion || isDeletion }
}

extension XMLTree {
  var hasTextChanges: Bool { occurring.contains { $0.isTextChange } }

  var hasChanges: Bool {
    occurring.contains { $0.isTextChange || $0.isFormatChange || $0.isChangeMark }
  }

  /// What happened to the mark that ends a paragraph: its end was typed, or taken away.
  func markChange(ofParagraph node: Int) -> (isInserted: Bool, isDeleted: Bool) {
    guard let properties = descend(node, .paragraphProperties, .runProperties) else {
      return (false, false)
    }
    var change = (isInserted: false, isDeleted: false)
    for child in children(of: properties) {
      if name(child).isInsertion { change.isInserted = true }
      if name(child).isDeletion { change.isDeleted = true }
    }
    return change
  }

  /// Whether something is left of a paragraph once its insertions, or its deletions, are gone.
  func hasContent(_ node: Int, without isGone: (XMLName) -> Bool) -> Bool {
    var index = node + 1
    while index < end(node) {
      let name = name(index)
      if isGone(name) || name == .paragraphProperties {
        index = end(index)
        continue
      }
      switch name {
      case .runText, .deletedText, .drawing, .picture, .object, .mathText, .fieldCharacter, .symbol:
        return true
      default: index += 1
      }
    }
    return false
  }
}
