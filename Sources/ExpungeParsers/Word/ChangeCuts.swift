import ExpungeText

/// What must go from an entry so that its tracked changes are accepted, or rejected.
///
/// What was deleted (or inserted) goes with its element; what stays loses the tags around it. What the
/// formatting was before a change is forgotten by either rule: the formatting that shows now stays.
/// A paragraph whose end was taken away is joined with the next one where that is one; it keeps its
/// own style. O(nodes).
struct ChangeCuts {
  private let tree: XMLTree
  private let kind: LayerCut.Kind
  private var cuts: [LayerCut] = []
  /// An empty paragraph that is gone already.
  private var joinedWhole = -1

  static func cuts(of tree: XMLTree, _ kind: LayerCut.Kind) -> [LayerCut] {
    guard tree.hasChanges else { return [] }
    var cutting = ChangeCuts(tree: tree, kind: kind)
    cutting.cutContent(of: tree.root)
    return cutting.cuts
  }

  private init(tree: XMLTree, kind: LayerCut.Kind) {
    self.tree = tree
    self.kind = kind
  }

  /// Whether the rule takes away what such an element holds.
  private func goes(_ name: XMLName) -> Bool {
    kind == .acceptChange ? name.isDeletion : name.isInsertion
  }

  private mutating func cut(_ range: ByteRange, by replacement: StaticString = "") {
    guard !range.isEmpty else { return }
    let bytes = replacement.withUTF8Buffer { Array($0) }
    cuts.append(LayerCut(kind: kind, range: range, replacement: bytes))
  }

  // MARK: Elements

  private mutating func cutContent(of node: Int) {
    var isJoined = false
    for child in tree.children(of: node) where child != joinedWhole {
      if tree.name(child) == .paragraph {
        isJoined = cutParagraph(child, isJoined: isJoined)
      } else {
        if tree.name(child) == .table { isJoined = false }
        cutElement(child)
      }
    }
  }

  private mutating func cutElement(_ node: Int) {
    let name = tree.name(node)
    switch name {
    case .text: break
    case _ where name.isFormatChange || name.isChangeMark: cut(tree.source(node))
    case _ where name.isTextChange:
      if goes(name) || tree.endTag(node).isEmpty {
        cut(tree.source(node))
      } else {
        cut(tree.startTag(node))
        cutContent(of: node)
        cut(tree.endTag(node))
      }
    case .deletedText where kind == .rejectChange: rename(node, "t")
    case .deletedInstruction where kind == .rejectChange: rename(node, "instrText")
    case .row where isGoing(row: node): cut(tree.source(node))
    case .table where isGoing(table: node): cut(tree.source(node))
    default: cutContent(of: node)
    }
  }

  /// Gives an element another name in the namespace that it has.
  private mutating func rename(_ node: Int, _ name: StaticString) {
    for tag in [tree.startTag(node), tree.endTag(node)] where !tag.isEmpty {
      var start = tag.start + 1
      if tree.page[start] == UInt8(ascii: "/") { start += 1 }
      let end =
        tree.page[start..<tag.end].firstIndex {
          Ascii.isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">")
        } ?? tag.end
      let colon = tree.page[start..<end].firstIndex(of: UInt8(ascii: ":"))
      cut(ByteRange(colon.map { $0 + 1 } ?? start, end), by: name)
    }
  }

  // MARK: Tables

  private func isGoing(row: Int) -> Bool {
    guard let properties = tree.firstChild(of: row, .rowProperties) else { return false }
    return tree.children(of: properties).contains { goes(tree.name($0)) }
  }

  /// Whether no row would be left, which no table may be without.
  private func isGoing(table: Int) -> Bool {
    let rows = tree.children(of: table).filter { tree.name($0) == .row }
    return !rows.isEmpty && rows.allSatisfy(isGoing(row:))
      && tree.children(of: table).allSatisfy { child in
        switch tree.name(child) {
        case .row, .text, .tableProperties, .tableGrid: true
        default: false
        }
      }
  }

  // MARK: Paragraphs

  /// - Parameter isJoined: whether the paragraph before continues with this one.
  /// - Returns: whether this one continues with the next.
  private mutating func cutParagraph(_ node: Int, isJoined: Bool) -> Bool {
    let change = tree.markChange(ofParagraph: node)
    let isMarkGoing = kind == .acceptChange ? change.isDeleted : change.isInserted
    var joinsNext = false
    if isMarkGoing, !endsSection(node) {
      let next = nextElement(after: node)
      let isEmpty = !isJoined && !tree.hasContent(node, without: goes)
      if isEmpty, hasParagraph(after: node) {
        cut(tree.source(node))
        return false
      }
      joinsNext = !isEmpty && next.map { tree.name($0) == .paragraph && !endsSection($0) } ?? false
    }
    let properties = tree.firstChild(of: node, .paragraphProperties)
    if isJoined {
      let start = tree.startTag(node)
      cut(ByteRange(start.start, properties.map { tree.source($0).end } ?? start.end))
    }
    var inner = node + 1
    while inner < tree.end(node) {
      if !(isJoined && inner == properties) { cutElement(inner) }
      inner = tree.end(inner)
    }
    if joinsNext, let next = nextElement(after: node) {
      // An empty one has no end tag that could end both.
      if tree.endTag(next).isEmpty {
        cut(tree.source(next))
        joinedWhole = next
        return false
      }
      cut(tree.endTag(node))
    }
    return joinsNext
  }

  private func endsSection(_ paragraph: Int) -> Bool {
    tree.descend(paragraph, .paragraphProperties, .section) != nil
  }

  private func nextElement(after node: Int) -> Int? {
    siblings(after: node).first { tree.name($0) != .text }
  }

  private func hasParagraph(after node: Int) -> Bool {
    siblings(after: node).contains { tree.name($0) == .paragraph }
  }

  private func siblings(after node: Int) -> some Sequence<Int> {
    let end =
      tree.nodes[node].parent < 0 ? tree.nodes.count : tree.end(Int(tree.nodes[node].parent))
    return sequence(first: node) { sibling in
      let next = tree.end(sibling)
      return next < end ? next : nil
    }.dropFirst()
  }
}
