import ExpungeDocuments
import ExpungeText

/// The properties of an OpenDocument file (OpenDocument 1.3, part 3, 4.3).
enum OpenDocumentProperties {
  static func add(_ tree: XMLTree, to parts: inout PackageParts) {
    guard let meta = tree.firstChild(of: tree.root, .officeMeta) else { return }
    var values: [DocumentProperty: [MappedText]] = [:]
    for node in tree.children(of: meta) where tree.name(node) != .text {
      let text = tree.text(below: node).trimmed()
      switch tree.name(node) {
      case .userDefined:
        parts.add(.customProperty, [tree.value(node, .metaName)].compactMap(\.self) + [text])
      case .metaGenerator where isProgram(text.bytes), .metaDuration, .metaCycles:
        parts.leaveOut(text.runs)
      case .metaTemplate:
        let template = [tree.value(node, .linkTitleAttribute), tree.value(node, .linkAddress)]
        values[.template, default: []] += template.compactMap(\.self)
      default:
        if let property = property(tree.name(node)) { values[property, default: []].append(text) }
      }
    }
    for property in DocumentProperty.allCases {
      guard let texts = values[property] else { continue }
      parts.add(.documentProperty, texts, number: property.number)
    }
  }

  private static func isProgram(_ name: [UInt8]) -> Bool {
    name.count < 160
      && ["LibreOffice", "OpenOffice", "MicrosoftOffice", "Pandoc", "AbiWord", "Calligra"]
        .contains { name.starts(with: $0.utf8) }
  }

  private static func property(_ name: XMLName) -> DocumentProperty? {
    switch name {
    case .coreTitle: .title
    case .coreSubject: .subject
    case .coreDescription: .description
    case .coreCreator: .lastModifiedBy
    case .initialCreator: .initialAuthor
    case .metaKeyword: .keywords
    case .printedBy: .printedBy
    case .metaGenerator: .application
    case .metaCreated: .created
    case .coreDate: .modified
    case .metaPrinted: .lastPrinted
    case .coreLanguage: .language
    case .coreIdentifier: .identifier
    default: nil
    }
  }
}
