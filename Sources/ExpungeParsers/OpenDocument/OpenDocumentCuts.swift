import ExpungeText

/// What a rewriting of an OpenDocument file changes by its rules.
enum OpenDocumentCuts {
  /// - Parameter meta: the entry of the file's properties.
  static func cuts(_ trees: PackageTrees, meta: Int?) -> [LayerCut] {
    let all = trees.inOrder
    var cuts = all.flatMap { accepting($0.tree) }
    // Of a file whose changes cannot all be rejected, none is: a copy is either reading or neither.
    let rejections = all.map { rejecting($0.tree) }
    if rejections.allSatisfy({ $0 != nil }) { cuts += rejections.flatMap { $0 ?? [] } }
    for item in all {
      cuts += comments(item.tree) + settings(item.tree)
      if item.entry == meta { cuts += properties(item.tree) }
    }
    return cuts
  }

  // MARK: Tracked changes

  /// The list of changes, deleted text with it, and their marks in the text.
  private static func accepting(_ tree: XMLTree) -> [LayerCut] {
    guard hasChanges(tree) else { return [] }
    return tree.nodes.indices.compactMap { node in
      tree.name(node) == .trackedChanges || tree.name(node).isTextChangeMark
        ? LayerCut(kind: .acceptChange, range: tree.source(node)) : nil
    }
  }

  private static func hasChanges(_ tree: XMLTree) -> Bool {
    !tree.occurring.isDisjoint(with: [
      .changedRegion, .textChange, .textChangeStart, .textChangeEnd,
    ])
  }

  /// Inserted stretches, the list of changes and all marks; nil where that would not do.
  ///
  /// Deleted text would have to be moved from the list to where it stood, and what a finding takes out of
  /// it on the way could not be proved: a file with deletions keeps no earlier reading. Insertions can
  /// be taken out within a paragraph, and from one to a later one of the same kind beside it.
  private static func rejecting(_ tree: XMLTree) -> [LayerCut]? {
    guard hasChanges(tree) else { return [] }
    let changes = OpenDocumentChanges(tree)
    var gone: [ByteRange] = []
    var starts: [Int: Int] = [:]
    var ended = 0
    for node in tree.nodes.indices {
      let name = tree.name(node)
      if name == .trackedChanges {
        gone.append(tree.source(node))
        continue
      }
      guard name.isTextChangeMark, !isInList(node, tree) else { continue }
      guard let region = changes.region(ofMark: node, in: tree) else { return nil }
      gone.append(tree.source(node))
      guard region.isInsertion else {
        if region.isDeletion { return nil }
        continue
      }
      if name == .textChangeStart {
        guard starts.updateValue(node, forKey: region.node) == nil else { return nil }
      } else if name == .textChangeEnd {
        guard let start = starts[region.node],
          let inserted = inserted(from: start, to: node, tree)
        else { return nil }
        gone += inserted
        ended += 1
      }
    }
    guard ended == starts.count, !changes.regions.contains(where: \.isDeletion) else { return nil }
    return disjoint(gone).map { LayerCut(kind: .rejectChange, range: $0) }
  }

  private static func isInList(_ node: Int, _ tree: XMLTree) -> Bool {
    ancestor(of: node, tree) { $0 == .trackedChanges } != nil
  }

  private static func ancestor(
    of node: Int, _ tree: XMLTree, _ isIt: (XMLName) -> Bool
  ) -> Int? {
    var parent = Int(tree.nodes[node].parent)
    while parent >= 0 {
      if isIt(tree.name(parent)) { return parent }
      parent = Int(tree.nodes[parent].parent)
    }
    return nil
  }

  /// What stands between two marks, so that well-formed XML is left.
  private static func inserted(from start: Int, to end: Int, _ tree: XMLTree) -> [ByteRange]? {
    let isParagraph: (XMLName) -> Bool = { $0 == .textParagraph || $0 == .textHeading }
    guard let first = ancestor(of: start, tree, isParagraph),
      let last = ancestor(of: end, tree, isParagraph)
    else { return nil }
    if first == last {
      var ranges: [ByteRange] = []
      var node = tree.end(start)
      while node < end {
        if tree.end(node) <= end {
          ranges.append(tree.source(node))
          node = tree.end(node)
        } else {
          node += 1
        }
      }
      return ranges
    }
    // The rest of the first paragraph, all between, the last one's start: one paragraph is left.
    guard tree.nodes[start].parent == first, tree.nodes[end].parent == last,
      tree.nodes[first].parent == tree.nodes[last].parent, tree.name(first) == tree.name(last),
      first < last
    else { return nil }
    return [ByteRange(tree.source(start).start, tree.source(end).end)]
  }

  private static func disjoint(_ ranges: [ByteRange]) -> [ByteRange] {
    var merged: [ByteRange] = []
    for range in ranges.sorted() {
      if let last = merged.last, range.start < last.end {
        merged[merged.count - 1] = last.union(range)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  // MARK: Comments and properties

  private static func comments(_ tree: XMLTree) -> [LayerCut] {
    guard !tree.occurring.isDisjoint(with: [.annotation, .annotationEnd]) else { return [] }
    return tree.nodes.indices.compactMap { node in
      tree.name(node) == .annotation || tree.name(node) == .annotationEnd
        ? LayerCut(kind: .comment, range: tree.source(node)) : nil
    }
  }

  /// Who made the file, printed it, and with which template.
  private static func properties(_ tree: XMLTree) -> [LayerCut] {
    tree.nodes.indices.compactMap { node in
      switch tree.name(node) {
      case .coreCreator, .initialCreator, .printedBy:
        let inside = tree.inside(node)
        return inside.isEmpty ? nil : LayerCut(kind: .property, range: inside)
      case .userDefined, .metaTemplate:
        return LayerCut(kind: .property, range: tree.source(node))
      default: return nil
      }
    }
  }

  /// The printer that it was printed on last.
  private static func settings(_ tree: XMLTree) -> [LayerCut] {
    guard tree.occurring.contains(.configurationItem) else { return [] }
    return tree.descendants(of: tree.root, .configurationItem).compactMap { node in
      guard
        tree.isValue(node, .configurationName, "PrinterName")
          || tree.isValue(node, .configurationName, "PrinterSetup")
      else { return nil }
      let inside = tree.inside(node)
      return inside.isEmpty ? nil : LayerCut(kind: .property, range: inside)
    }
  }
}
