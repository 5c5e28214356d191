import ExpungeDocuments
import ExpungeText

/// The properties of an Office Open XML file: the core ones and those of word processors.
enum DocumentProperties {
  static func add(_ tree: XMLTree, to parts: inout PackageParts) {
    var values: [DocumentProperty: [MappedText]] = [:]
    for node in tree.children(of: tree.root) where tree.name(node) != .text {
      let property = property(tree.name(node))
      let isNumbers = property == .other || property == .statistics
      for index in node + 1..<max(tree.end(node), node + 1) where tree.name(index) == .text {
        let value = tree.text(ofText: index)
        // Counts of pages and words.
        if isNumbers, value.bytes.allSatisfy({ !Ascii.isLetter($0) && $0 < 0x80 }) { continue }
        values[property, default: []].append(value)
      }
    }
    for property in DocumentProperty.allCases {
      guard let texts = values[property] else { continue }
      parts.add(.documentProperty, texts, number: property.number)
    }
  }

  static func property(_ name: XMLName) -> DocumentProperty {
    switch name {
    case .coreTitle: .title
    case .coreSubject: .subject
    case .coreCreator: .author
    case .coreKeywords: .keywords
    case .coreDescription: .description
    case .coreLastModifiedBy: .lastModifiedBy
    case .coreCategory: .category
    case .coreStatus: .status
    case .coreIdentifier: .identifier
    case .coreLanguage: .language
    case .coreVersion: .version
    case .coreRevision: .revision
    case .coreCreated: .created
    case .coreModified: .modified
    case .coreLastPrinted: .lastPrinted
    case .template: .template
    case .manager: .manager
    case .company: .company
    case .application: .application
    case .linkBase: .linkBase
    case .headingPairs, .titlesOfParts: .headings
    default: .other
    }
  }
}

/// The texts of entries that have no paragraphs: charts, diagrams, data of other programs.
enum DrawnText {
  /// The words of a chart or diagram: drawn paragraphs, names of series and categories.
  static func values(_ tree: XMLTree) -> [MappedText] {
    var values: [MappedText] = []
    var index = tree.root
    while index < tree.end(tree.root) {
      switch tree.name(index) {
      case .drawingParagraph:
        var text = MappedText()
        for letters in tree.descendants(of: index, .drawingText) {
          text.append(tree.text(below: letters))
        }
        values.append(text)
        index = tree.end(index)
      case .chartNumbers: index = tree.end(index)
      case .text:
        let text = tree.text(ofText: index)
        if text.bytes.contains(where: { Ascii.isLetter($0) || $0 >= 0x80 }) { values.append(text) }
        index += 1
      default: index += 1
      }
    }
    return values
  }

  /// Every text and every attribute.
  static func everything(_ tree: XMLTree, below node: Int = 0) -> [MappedText] {
    (node..<tree.end(node)).flatMap { index -> [MappedText] in
      if tree.name(index) == .text { return [tree.text(ofText: index)] }
      return tree.attributeIndices(of: index).map { tree.value(ofAttribute: $0) }
    }
  }
}
