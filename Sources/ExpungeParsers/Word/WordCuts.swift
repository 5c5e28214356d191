import ExpungeText

/// What a rewriting of a Word file changes by its rules.
///
/// Cuts of one rule are disjoint or lie within one another: a comment's mark within a deleted text.
enum WordCuts {
  /// Of an entry that is no list of comments.
  static func changes(_ tree: XMLTree) -> [LayerCut] {
    ChangeCuts.cuts(of: tree, .acceptChange) + ChangeCuts.cuts(of: tree, .rejectChange)
  }

  /// Comments, the marks that lead to them, and the list of people who wrote them.
  static func comments(_ tree: XMLTree) -> [LayerCut] {
    let names: Set<XMLName> = [
      .comment, .commentStart, .commentEnd, .commentReference, .commentExtension,
      .commentIdentifier, .commentExtensible, .person,
    ]
    guard !tree.occurring.isDisjoint(with: names) else { return [] }
    return tree.nodes.indices.compactMap { node in
      guard names.contains(tree.name(node)), node != tree.root else { return nil }
      let gone = tree.name(node) == .commentReference ? run(around: node, tree) : node
      return LayerCut(kind: .comment, range: tree.source(gone))
    }
  }

  /// The run that holds nothing but the reference; otherwise the reference.
  private static func run(around reference: Int, _ tree: XMLTree) -> Int {
    let run = Int(tree.nodes[reference].parent)
    guard run >= 0, tree.name(run) == .run else { return reference }
    let isAlone = tree.children(of: run).allSatisfy { child in
      child == reference || tree.name(child) == .text
        || tree.name(child) == .runProperties
          && !tree.contains(child) { $0.isFormatChange || $0.isTextChange }
    }
    return isAlone ? run : reference
  }

  /// Who made the file, where, and with which template.
  static func properties(_ tree: XMLTree) -> [LayerCut] {
    tree.nodes.indices.compactMap { node in
      switch tree.name(node) {
      case .coreCreator, .coreLastModifiedBy, .manager, .company, .template, .linkBase:
        let inside = tree.inside(node)
        return inside.isEmpty ? nil : LayerCut(kind: .property, range: inside)
      case .customProperty:
        return LayerCut(kind: .property, range: tree.source(node))
      case .relationship
      where tree.string(node, .relationshipType)?.hasSuffix("/thumbnail") == true:
        return LayerCut(kind: .property, range: tree.source(node))
      case .relationship:
        // Word takes its own template where it does not find the one that is named.
        guard tree.string(node, .relationshipType)?.hasSuffix("/attachedTemplate") == true,
          let target = tree.attributeIndex(node, .relationshipTarget),
          !tree.isValue(node, .relationshipTarget, "Normal.dotm")
        else { return nil }
        return LayerCut(
          kind: .property, range: tree.source(ofAttribute: target),
          replacement: Array("Normal.dotm".utf8))
      default: return nil
      }
    }
  }
}
