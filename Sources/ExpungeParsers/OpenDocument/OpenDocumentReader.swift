package import ExpungeDocuments
import ExpungeText

/// Reads an OpenDocument text (ISO/IEC 26300; OpenDocument 1.3, parts 2 and 3).
///
/// What no part of its own holds is read with the rest of its entry (`PackageLeftovers`), so that no
/// text goes unexamined.
package struct OpenDocumentReader {
  private let package: PackageContents
  private let trees: PackageTrees
  private let manifest: OpenDocumentManifest
  private let context: OpenDocumentContext
  private let limits: ReaderLimits
  private var facts: [FileFact: Int] = [:]

  package static func read(_ package: PackageContents, limits: ReaderLimits) -> ReadParts {
    let programs = OpenDocumentManifest.programs(package)
    let trees = PackageTrees(package, limits: limits, passedOver: programs)
    let manifest = OpenDocumentManifest(package, trees, programs: programs)
    if manifest.isEncrypted { return ReadParts(stops: [.encryptedPackage]) }
    guard let main = package.entry("content.xml") else {
      return ReadParts(stops: [.damagedPackage])
    }
    guard let tree = trees[main], let text = tree.descend(tree.root, .officeBody, .officeText)
    else { return ReadParts(stops: trees.stops.isEmpty ? [.damagedMarkup] : trees.stops) }
    let context = OpenDocumentContext(parts: PackageParts(limits: limits))
    var reader = OpenDocumentReader(
      package: package, trees: trees, manifest: manifest, context: context, limits: limits)
    return reader.reading(tree, text)
  }

  private init(
    package: PackageContents, trees: PackageTrees, manifest: OpenDocumentManifest,
    context: OpenDocumentContext, limits: ReaderLimits
  ) {
    self.package = package
    self.trees = trees
    self.manifest = manifest
    self.context = context
    self.limits = limits
  }

  private mutating func reading(_ tree: XMLTree, _ text: Int) -> ReadParts {
    context.parts.stops = trees.stops
    let common = trees[package.entry("styles.xml")]
    let source = OpenDocumentSource(tree, common: common)
    let shown = OpenDocumentStory.read(source, text, context)
    OpenDocumentStory.readUnplaced(source, context)
    if let common { readPages(common) }
    context.addChangeAuthors(of: [tree] + [common].compactMap(\.self))
    if let meta = trees[package.entry("meta.xml")] {
      OpenDocumentProperties.add(meta, to: &context.parts)
    }
    for name in OpenDocumentStyles.customNames(common) { context.parts.add(.styleName, [name]) }
    var leftovers = PackageLeftovers(package, known: context.parts, body: shown)
    leftovers.addNames(of: package, to: &context.parts)
    for (number, tree) in trees.inOrder { leftovers.add(tree, entry: number, to: &context.parts) }
    let unread = PackageUnread(
      package, damaged: trees.damaged, previews: manifest.previews, macros: manifest.programs,
      numbers: manifest.layoutCache)
    let pictureCuts = context.parts.add(picturesOf: unread, in: package, limits: limits)
    var reading = context.parts.reading(body: shown)
    reading.format = .openDocument
    reading.contents = package.contents
    reading.unread = unread.items
    reading.cuts =
      OpenDocumentCuts.cuts(trees, meta: package.entry("meta.xml")) + manifest.cuts + pictureCuts
    count(unread)
    reading.facts = facts.filter { $0.value > 0 }
    return reading
  }

  /// Headers and footers, numbered by the master page that has them.
  private func readPages(_ common: XMLTree) {
    let source = OpenDocumentSource(common, common: nil)
    for (index, page) in common.descendants(of: common.root, .masterPage).enumerated() {
      for node in common.children(of: page) {
        let role: PartRole
        switch common.name(node) {
        case .pageHeader: role = .header
        case .firstHeader, .earlierFirstHeader: role = .firstPageHeader
        case .leftHeader: role = .evenPageHeader
        case .pageFooter: role = .footer
        case .firstFooter, .earlierFirstFooter: role = .firstPageFooter
        case .leftFooter: role = .evenPageFooter
        default: continue
        }
        let story = OpenDocumentStory.read(source, node, context)
        context.parts.add(role, story, number: index + 1)
      }
    }
    OpenDocumentStory.readUnplaced(source, context)
  }

  private mutating func count(_ unread: PackageUnread) {
    facts[.comments] = context.comments
    facts[.footnotes] = context.notes
    facts[.hiddenText] = context.hiddenTexts
    facts[.externalLinks] = context.externalLinks
    facts[.trackedChanges] = trees.inOrder.reduce(0) { count, item in
      count + item.tree.nodes.count { $0.name == .changedRegion }
    }
    facts[.pictures] = unread.count(.picture)
    facts[.embeddedFiles] = max(
      unread.count(.embeddedFile),
      trees.inOrder.reduce(0) { count, item in
        count + item.tree.nodes.count { $0.name == .drawnObject || $0.name == .drawnForeignObject }
      })
    facts[.macros] = unread.count(.macros)
    facts[.signatures] = manifest.signatures
    facts[.strayEntries] = manifest.strays
  }
}
