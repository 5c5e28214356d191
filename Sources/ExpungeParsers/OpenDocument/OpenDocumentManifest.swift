import ExpungeDocuments
import ExpungeText

/// What an OpenDocument package says about its entries (OpenDocument 1.3, part 2).
struct OpenDocumentManifest {
  /// Whether an entry is encrypted; then none is read.
  private(set) var isEncrypted = false
  /// Entries with macros and dialogues.
  let programs: Set<Int>
  /// Pictures of the first page.
  private(set) var previews: [Int] = []
  /// Where LibreOffice keeps which paragraph begins which page.
  private(set) var layoutCache: [Int] = []
  private(set) var signatures = 0
  /// Entries that are not listed.
  private(set) var strays = 0
  /// A copy has no preview and no layout of the original, and its list does not name them.
  private(set) var cuts: [LayerCut] = []

  /// Entries that programs are kept in, in whatever language.
  static func programs(_ package: PackageContents) -> Set<Int> {
    Set(
      package.entries.indices.filter { number in
        let name = package.entries[number].name
        return ["Basic/", "Dialogs/", "Scripts/"].contains { name.starts(with: $0.utf8) }
      })
  }

  init(_ package: PackageContents, _ trees: PackageTrees, programs: Set<Int>) {
    self.programs = programs
    for (number, entry) in package.entries.enumerated() {
      let name = String(decoding: entry.name, as: UTF8.self)
      if name.hasPrefix("Thumbnails/"), !name.hasSuffix("/") { previews.append(number) }
      if name == "layout-cache", Self.isNumbers(package.bytes(ofEntry: number)) {
        layoutCache.append(number)
      }
      if name.hasPrefix("META-INF/"), name.hasSuffix("signatures.xml"), let tree = trees[number] {
        signatures += max(tree.nodes.count { $0.name == .signature }, 1)
      }
    }
    let gone = previews + layoutCache
    cuts = gone.map { LayerCut(kind: .property, range: package.entries[$0].range) }
      .filter { !$0.range.isEmpty }
    guard let tree = trees[package.entry("META-INF/manifest.xml")] else { return }
    isEncrypted = tree.occurring.contains(.encryptionData)
    let names = Set(gone.map { String(decoding: package.entries[$0].name, as: UTF8.self) })
    var listed: Set<String> = []
    for node in tree.descendants(of: tree.root, .fileEntry) {
      guard let path = tree.string(node, .fullPath) else { continue }
      listed.insert(path)
      if names.contains(path) { cuts.append(LayerCut(kind: .property, range: tree.source(node))) }
    }
    strays = package.entries.count { entry in
      let name = String(decoding: entry.name, as: UTF8.self)
      return !name.isEmpty && name != "mimetype" && !name.hasPrefix("META-INF/")
        && !name.hasSuffix("/") && !listed.contains(name)
    }
  }

  /// Whether no word of letters stands in it.
  private static func isNumbers(_ bytes: ArraySlice<UInt8>) -> Bool {
    var letters = 0
    for byte in bytes {
      letters = Ascii.isLetter(byte) ? letters + 1 : 0
      if letters > 3 { return false }
    }
    return true
  }
}
