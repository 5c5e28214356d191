import ExpungeText

/// How the parts of an Office Open XML package refer to one another (ISO/IEC 29500-2, 6.5).
struct Relationships {
  struct Relationship {
    /// The last word of its address, which transitional and strict files share: "header", "comments".
    let type: String
    /// The entry it leads to; nil for one outside, or one that is not there.
    let entry: Int?
    let isExternal: Bool
    let target: MappedText
  }

  /// By the source's path ("" for the package itself), in the order of the file.
  private var relationships: [String: [(id: String, Relationship)]] = [:]
  /// Entries that something refers to, and those that say so.
  private(set) var known: Set<Int> = []

  init(_ package: PackageContents, _ trees: PackageTrees) {
    var numbers: [String: Int] = [:]
    for (number, entry) in package.entries.enumerated() {
      numbers[String(decoding: entry.name, as: UTF8.self).lowercased()] = number
    }
    if let types = numbers["[content_types].xml"] { known.insert(types) }
    for (number, tree) in trees.inOrder {
      let path = String(decoding: package.entries[number].name, as: UTF8.self)
      guard let source = Relationships.source(of: path) else { continue }
      known.insert(number)
      let folder = source.split(separator: "/").dropLast().map(String.init)
      for node in tree.descendants(of: tree.root, .relationship) {
        let target = tree.value(node, .relationshipTarget) ?? MappedText()
        let isExternal = tree.isValue(node, .relationshipMode, "External")
        let type = (tree.string(node, .relationshipType) ?? "").split(separator: "/").last
        let entry =
          isExternal
          ? nil : numbers[Relationships.path(target.string, from: folder).lowercased()]
        if let entry { known.insert(entry) }
        relationships[source, default: []].append(
          (
            tree.string(node, .relationshipId) ?? "",
            Relationship(
              type: type.map(String.init) ?? "", entry: entry, isExternal: isExternal,
              target: target)
          ))
      }
    }
  }

  /// All of a part's relationships in the order of the file.
  func all(of source: String) -> [Relationship] { (relationships[source] ?? []).map(\.1) }

  /// Of all parts, by their paths.
  var everything: [Relationship] {
    relationships.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.1) }
  }

  func entries(of source: String, _ type: String) -> [Int] {
    (relationships[source] ?? []).compactMap { $0.1.type == type ? $0.1.entry : nil }
  }

  func entry(of source: String, id: String) -> Int? {
    relationships[source]?.first { $0.id == id }?.1.entry
  }

  /// "word/document.xml" for "word/_rels/document.xml.rels"; nil for what is no such entry.
  private static func source(of path: String) -> String? {
    guard path.lowercased().hasSuffix(".rels") else { return nil }
    var folders = path.split(separator: "/").map(String.init)
    guard folders.count > 1, folders[folders.count - 2].lowercased() == "_rels",
      let name = folders.popLast()
    else { return nil }
    folders.removeLast()
    return (folders + [String(name.dropLast(5))]).filter { !$0.isEmpty }.joined(separator: "/")
  }

  /// The entry's path that a target names, seen from a folder.
  private static func path(_ target: String, from folder: [String]) -> String {
    let whole = target.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
    var path = whole.hasPrefix("/") ? [] : folder
    for step in whole.split(separator: "/") {
      switch step {
      case ".": break
      case "..": path = path.dropLast()
      default: path.append(String(step))
      }
    }
    return path.joined(separator: "/")
  }
}
