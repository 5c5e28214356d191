package import ExpungeDocuments
import ExpungeText

/// Reads a Word file (ISO/IEC 29500, transitional and strict).
///
/// Parts are found by their relationships, whatever the entries are called. What no part of its own
/// holds is read with the rest of its entry (`PackageLeftovers`), so that no text goes unexamined.
package struct WordReader {
  private let package: PackageContents
  private let trees: PackageTrees
  private let relationships: Relationships
  private let main: Int
  private let path: String
  private let context: WordContext
  private let limits: ReaderLimits
  private var facts: [FileFact: Int] = [:]

  package static func read(_ package: PackageContents, limits: ReaderLimits) -> ReadParts {
    let trees = PackageTrees(package, limits: limits)
    let relationships = Relationships(package, trees)
    guard
      let main = relationships.entries(of: "", "officeDocument").first
        ?? package.entry("word/document.xml")
    else { return ReadParts(stops: [.damagedPackage]) }
    guard let tree = trees[main], let body = tree.firstChild(of: tree.root, .body) else {
      return ReadParts(stops: trees.stops.isEmpty ? [.damagedMarkup] : trees.stops)
    }
    var reader = WordReader(package, trees, relationships, main, limits)
    return reader.reading(tree, body)
  }

  private init(
    _ package: PackageContents, _ trees: PackageTrees, _ relationships: Relationships,
    _ main: Int, _ limits: ReaderLimits
  ) {
    self.package = package
    self.trees = trees
    self.relationships = relationships
    self.main = main
    self.limits = limits
    path = String(decoding: package.entries[main].name, as: UTF8.self)
    let styles = trees[relationships.entries(of: path, "styles").first]
    let numbering = trees[relationships.entries(of: path, "numbering").first]
    context = WordContext(
      styles: WordStyles(styles), numbering: WordNumbering(numbering),
      parts: PackageParts(limits: limits))
  }

  private mutating func reading(_ tree: XMLTree, _ body: Int) -> ReadParts {
    context.parts.stops = trees.stops
    let shown = StoryReader.read(tree, body, context)
    readHeaders()
    readNotes()
    readComments()
    context.parts.add(changesOf: trees.inOrder.map(\.tree))
    readProperties()
    readSettings()
    readGlossary()
    for number in entries("chart", "chartEx", "diagramData", "diagramDrawing") {
      if let tree = trees[number] { context.parts.add(.chart, DrawnText.values(tree)) }
    }
    readLinks()
    var leftovers = PackageLeftovers(package, known: context.parts, body: shown)
    leftovers.addNames(of: package, to: &context.parts)
    for (number, tree) in trees.inOrder { leftovers.add(tree, entry: number, to: &context.parts) }
    let previews = relationships.entries(of: "", "thumbnail")
    let unread = PackageUnread(package, damaged: trees.damaged, previews: previews)
    let pictureCuts = context.parts.add(picturesOf: unread, in: package, limits: limits)
    var reading = context.parts.reading(body: shown)
    reading.format = .word
    reading.contents = package.contents
    reading.unread = unread.items
    reading.cuts =
      cuts() + pictureCuts
      + previews.map { LayerCut(kind: .property, range: package.entries[$0].range) }
    count(unread)
    reading.facts = facts.filter { $0.value > 0 }
    return reading
  }

  /// The entries to which the main part refers by relationships of these types.
  private func entries(_ types: String...) -> [Int] {
    types.flatMap { relationships.entries(of: path, $0) }
  }

  // MARK: Stories

  private func readHeaders() {
    var read: Set<Int> = []
    for (index, section) in context.sections.enumerated() {
      for (role, id) in section {
        guard let number = relationships.entry(of: path, id: id), read.insert(number).inserted,
          let tree = trees[number]
        else { continue }
        context.parts.add(role, StoryReader.read(tree, tree.root, context), number: index + 1)
      }
    }
    for (type, role) in [("header", PartRole.header), ("footer", .footer)] {
      for number in entries(type) where read.insert(number).inserted {
        guard let tree = trees[number] else { continue }
        let next = max(context.parts.next(role), context.sections.count + 1)
        context.parts.add(role, StoryReader.read(tree, tree.root, context), number: next)
      }
    }
  }

  private mutating func readNotes() {
    for (type, name, role) in [
      ("footnotes", XMLName.footnote, PartRole.footnote), ("endnotes", .endnote, .endnote),
    ] {
      for number in entries(type) {
        guard let tree = trees[number] else { continue }
        // The lines between text and notes are notes of a type.
        for node in tree.children(of: tree.root)
        where tree.name(node) == name && tree.attributeIndex(node, .type) == nil {
          facts[.footnotes, default: 0] += 1
          context.parts.add(role, StoryReader.read(tree, node, context))
        }
      }
    }
  }

  private mutating func readComments() {
    for number in entries("comments") {
      guard let tree = trees[number] else { continue }
      for node in tree.children(of: tree.root) where tree.name(node) == .comment {
        facts[.comments, default: 0] += 1
        let count = facts[.comments] ?? 0
        context.parts.add(.comment, StoryReader.read(tree, node, context), number: count)
        let author = [tree.value(node, .author), tree.value(node, .initials)].compactMap(\.self)
        context.parts.add(.commentAuthor, author, number: count)
      }
    }
    for number in entries("people") {
      guard let tree = trees[number] else { continue }
      for node in tree.children(of: tree.root) where tree.name(node) == .person {
        let values = (node..<tree.end(node)).flatMap { node in
          [tree.value(node, .personAuthor), tree.value(node, .personUser)].compactMap(\.self)
        }
        context.parts.add(.person, values)
      }
    }
  }

  private func readGlossary() {
    for number in entries("glossaryDocument") {
      guard let tree = trees[number] else { continue }
      for block in tree.descendants(of: tree.root, .buildingBlock) {
        guard let body = tree.firstChild(of: block, .buildingBlockBody) else { continue }
        context.parts.add(.glossary, StoryReader.read(tree, body, context))
      }
    }
  }

  // MARK: Properties, settings, links

  private func readProperties() {
    let all = relationships.all(of: "")
    for relationship in all {
      guard let tree = trees[relationship.entry] else { continue }
      switch relationship.type {
      case "core-properties", "coreProperties", "extended-properties", "extendedProperties":
        DocumentProperties.add(tree, to: &context.parts)
      case "custom-properties", "customProperties":
        for node in tree.children(of: tree.root) where tree.name(node) == .customProperty {
          let name = [tree.value(node, .nameAttribute)].compactMap(\.self)
          context.parts.add(.customProperty, name + [tree.text(below: node)])
        }
      default: break
      }
    }
    for name in context.styles.customNames { context.parts.add(.styleName, [name]) }
    let items = relationships.everything.filter { $0.type == "customXml" }.compactMap(\.entry)
    for number in Set(items).sorted() {
      if let tree = trees[number] { context.parts.add(.customData, DrawnText.everything(tree)) }
    }
  }

  private func readSettings() {
    for number in entries("settings") {
      guard let tree = trees[number] else { continue }
      for node in tree.descendants(of: tree.root, .documentVariable) {
        let values = [tree.value(node, .name), tree.value(node, .value)].compactMap(\.self)
        context.parts.add(.setting, values)
      }
      for node in tree.descendants(of: tree.root, .mailMerge) {
        context.parts.add(.setting, DrawnText.everything(tree, below: node))
      }
    }
  }

  /// Where the file leads: each target once, whichever parts refer to it.
  private mutating func readLinks() {
    for relationship in relationships.everything where relationship.isExternal {
      let (text, runs) = PercentDecoding.decode(
        relationship.target.bytes, relationship.target.runs)
      let role: PartRole =
        switch relationship.type {
        case "attachedTemplate": .setting
        case let type where type.hasPrefix("mailMerge"): .setting
        case "image": .pictureAddress
        default: .link
        }
      let address = relationship.target.string.lowercased()
      if role == .link, address.hasPrefix("http://") || address.hasPrefix("https://") {
        facts[.externalLinks, default: 0] += 1
      }
      context.parts.add(role, [MappedText(text, runs)])
    }
  }

  // MARK: Rules and facts

  private func cuts() -> [LayerCut] {
    let lists = Set(entries("comments"))
    return trees.inOrder.flatMap { number, tree in
      (lists.contains(number) ? [] : WordCuts.changes(tree)) + WordCuts.comments(tree)
        + WordCuts.properties(tree)
    }
  }

  private mutating func count(_ unread: PackageUnread) {
    facts[.hiddenText] = context.hiddenTexts
    facts[.trackedChanges] = trees.inOrder.reduce(0) { $0 + $1.tree.changeCount }
    facts[.pictures] = unread.count(.picture)
    facts[.embeddedFiles] = unread.count(.embeddedFile)
    facts[.macros] = unread.count(.macros)
    facts[.signatures] = relationships.everything.count { $0.type == "signature" }
    facts[.strayEntries] = package.entries.indices.count { number in
      !relationships.known.contains(number) && package.entries[number].name.last != 0x2F
    }
  }
}
