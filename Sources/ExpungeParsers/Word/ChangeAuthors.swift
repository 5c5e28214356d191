import ExpungeDocuments
import ExpungeText

extension PackageParts {
  /// Adds who changed the file, each once, with the days on which they did.
  mutating func add(changesOf trees: [XMLTree]) {
    var order: [[UInt8]] = []
    var authors: [[UInt8]: [MappedText]] = [:]
    for tree in trees where tree.hasChanges {
      for node in tree.nodes.indices where tree.name(node).isChange {
        guard let author = tree.value(node, .author), !author.isEmpty else { continue }
        if authors[author.bytes] == nil {
          order.append(author.bytes)
          authors[author.bytes] = [author]
        }
        // "2024-05-01T10:00:00Z": the day says enough.
        guard let date = tree.value(node, .date), date.bytes.count >= 10 else { continue }
        let day = date.part(ByteRange(0, 10))
        if authors[author.bytes]?.contains(where: { $0.bytes == day.bytes }) == false {
          authors[author.bytes]?.append(day)
        }
      }
    }
    for author in order { add(.changeAuthor, authors[author] ?? []) }
  }
}

extension XMLName {
  var isChange: Bool { isTextChange || isFormatChange }
}

extension XMLTree {
  /// How many changes are noted.
  var changeCount: Int {
    hasChanges ? nodes.count { $0.name.isChange } : 0
  }
}
