/// The tracked changes that an entry notes (OpenDocument 1.3, part 3, 5.5).
///
/// Deleted text stands apart from the text, with a mark where it was; inserted text stands in it between
/// two marks.
struct OpenDocumentChanges {
  struct Region {
    /// The `text:changed-region`.
    let node: Int
    /// The deletion or insertion in it.
    let change: Int
    let isDeletion: Bool
    let isInsertion: Bool
  }

  /// In the order of the entry.
  private(set) var regions: [Region] = []
  private var numbers: [String: Int] = [:]

  init(_ tree: XMLTree) {
    guard tree.occurring.contains(.changedRegion) else { return }
    for node in tree.descendants(of: tree.root, .changedRegion) {
      guard let change = tree.children(of: node).first(where: { tree.name($0) != .text }) else {
        continue
      }
      let name = tree.name(change)
      for id in [tree.string(node, .textIdentifier), tree.string(node, .markupIdentifier)] {
        if let id { numbers[id] = regions.count }
      }
      regions.append(
        Region(
          node: node, change: change, isDeletion: name == .textDeletion,
          isInsertion: name == .textInsertion))
    }
  }

  var isEmpty: Bool { regions.isEmpty }

  /// The change that a mark belongs to.
  func region(ofMark node: Int, in tree: XMLTree) -> Region? {
    tree.string(node, .changeIdentifier).flatMap { numbers[$0] }.map { regions[$0] }
  }
}
