import ExpungeDocuments
import ExpungeText

/// What the stories of an OpenDocument file share while they are read.
///
/// A class, since a text box within a paragraph adds to the same parts as the paragraph around it.
final class OpenDocumentContext {
  var parts: PackageParts
  /// Paragraphs read so far, by which deleted text is numbered.
  private(set) var paragraphs = 0
  private(set) var hiddenTexts = 0
  private(set) var externalLinks = 0
  var comments = 0
  var notes = 0
  /// The changes whose deleted text has been read, by the place of their elements.
  var readRegions: Set<Int> = []

  init(parts: PackageParts) { self.parts = parts }

  func nextParagraph() -> Int {
    paragraphs += 1
    return paragraphs
  }

  func addHidden(_ text: ShownText) {
    hiddenTexts += text.blocks.isEmpty ? 0 : 1
    parts.add(.hiddenText, text)
  }

  func addHidden(_ value: MappedText) {
    hiddenTexts += 1
    parts.add(.hiddenText, [value])
  }

  /// - Parameter address: as the file writes it, with percent signs.
  func addLink(_ address: MappedText) {
    let start = address.string.prefix(8).lowercased()
    if start.hasPrefix("http://") || start.hasPrefix("https://") { externalLinks += 1 }
    let (text, runs) = PercentDecoding.decode(address.bytes, address.runs)
    parts.add(.link, [MappedText(text, runs)])
  }

  /// Adds who changed the file, each once, with the days on which they did.
  func addChangeAuthors(of trees: [XMLTree]) {
    var order: [[UInt8]] = []
    var authors: [[UInt8]: [MappedText]] = [:]
    for tree in trees where tree.occurring.contains(.changeInformation) {
      for node in tree.descendants(of: tree.root, .changeInformation) {
        guard let name = tree.firstChild(of: node, .coreCreator) else { continue }
        let author = tree.text(below: name).trimmed()
        guard !author.isEmpty else { continue }
        if authors[author.bytes] == nil {
          order.append(author.bytes)
          authors[author.bytes] = [author]
        }
        guard let date = tree.firstChild(of: node, .coreDate) else { continue }
        let time = tree.text(below: date).trimmed()
        // "2024-05-01T10:00:00": the day says enough.
        guard time.bytes.count >= 10 else { continue }
        let day = time.part(ByteRange(0, 10))
        if authors[author.bytes]?.contains(where: { $0.bytes == day.bytes }) == false {
          authors[author.bytes]?.append(day)
        }
      }
    }
    for author in order { parts.add(.changeAuthor, authors[author] ?? []) }
  }
}

/// An entry with stories, and what its styles and tracked changes say about them.
struct OpenDocumentSource {
  let tree: XMLTree
  let styles: OpenDocumentStyles
  let changes: OpenDocumentChanges

  /// - Parameter common: the entry of the common styles; nil where it is the tree itself.
  init(_ tree: XMLTree, common: XMLTree?) {
    self.tree = tree
    styles = OpenDocumentStyles(tree, common: common)
    changes = OpenDocumentChanges(tree)
  }
}
