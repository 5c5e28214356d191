import ExpungeDocuments
import ExpungeText

/// What the stories of a Word file share while they are read.
///
/// A class, since a text box within a paragraph adds to the same parts as the paragraph around it.
final class WordContext {
  let styles: WordStyles
  var numbering: WordNumbering
  var parts: PackageParts
  /// Paragraphs read so far, by which deleted text is numbered.
  private(set) var paragraphs = 0
  private(set) var hiddenTexts = 0
  /// The headers and footers of each section: what they are, and the relationship that leads there.
  private(set) var sections: [[(role: PartRole, id: String)]] = []

  init(styles: WordStyles, numbering: WordNumbering, parts: PackageParts) {
    self.styles = styles
    self.numbering = numbering
    self.parts = parts
  }

  func nextParagraph() -> Int {
    paragraphs += 1
    return paragraphs
  }

  func addHidden(_ text: ShownText) {
    hiddenTexts += text.blocks.isEmpty ? 0 : 1
    parts.add(.hiddenText, text)
  }

  func addSection(_ tree: XMLTree, _ node: Int) {
    sections.append(
      tree.children(of: node).compactMap { child in
        let name = tree.name(child)
        guard name == .headerReference || name == .footerReference,
          let id = tree.string(child, .reference)
        else { return nil }
        let isHeader = name == .headerReference
        switch tree.string(child, .type) {
        case "first": return (isHeader ? .firstPageHeader : .firstPageFooter, id)
        case "even": return (isHeader ? .evenPageHeader : .evenPageFooter, id)
        default: return (isHeader ? .header : .footer, id)
        }
      })
  }
}
