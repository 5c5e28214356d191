import ExpungeDocuments
import ExpungeText

/// Tables: rows by line, cells by tab.
extension StoryReader {
  mutating func table(_ node: Int, _ outer: Place) {
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

  mutating func row(_ node: Int, _ outer: Place) {
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

  mutating func cell(_ node: Int, _ outer: Place) {
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
}
