import ExpungeDocuments
import ExpungeParsers
import ExpungeText
import Testing

/// A small OpenDocument file, made of XML written in the test.
struct OpenDocumentPackage {
  private static let space = "urn:oasis:names:tc:opendocument:xmlns"
  private static let namespaces =
    [
      ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
      ("meta", "meta"), ("draw", "drawing"), ("svg", "svg-compatible"),
      ("fo", "xsl-fo-compatible"), ("manifest", "manifest"), ("config", "config"),
    ].map { "xmlns:\($0)=\"\(space):\($1):1.0\" " }.joined()
    + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""

  private let content: String
  private var entries: [(path: String, bytes: [UInt8])] = []
  private var manifest = ""

  /// - Parameters:
  ///   - body: what stands within `office:text`.
  ///   - styles: the automatic ones.
  init(_ body: String, styles: String = "") {
    content = Self.document(
      "content",
      "<office:automatic-styles>\(styles)</office:automatic-styles>"
        + "<office:body><office:text>\(body)</office:text></office:body>")
  }

  private static func document(_ name: String, _ content: String) -> String {
    "<office:document-\(name) \(namespaces)>\(content)</office:document-\(name)>"
  }

  func withStyles(_ content: String) -> OpenDocumentPackage {
    withEntry("styles.xml", Array(Self.document("styles", content).utf8))
  }

  func withMeta(_ content: String) -> OpenDocumentPackage {
    let meta = Self.document("meta", "<office:meta>\(content)</office:meta>")
    return withEntry("meta.xml", Array(meta.utf8))
  }

  /// - Parameter more: what its line in the list of entries holds.
  func withEntry(_ path: String, _ bytes: [UInt8], more: String = "") -> OpenDocumentPackage {
    var file = self
    file.entries.append((path, bytes))
    file.manifest += "<manifest:file-entry manifest:full-path=\"\(path)\">\(more)"
    file.manifest += "</manifest:file-entry>"
    return file
  }

  func package(changing change: (String) -> String = { $0 }) -> PackageContents {
    let list =
      "<manifest:manifest \(Self.namespaces)>"
      + "<manifest:file-entry manifest:full-path=\"/\"/>"
      + "<manifest:file-entry manifest:full-path=\"content.xml\"/>\(manifest)</manifest:manifest>"
    let first: [(path: String, bytes: [UInt8])] = [
      ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
      ("content.xml", Array(change(content).utf8)),
      ("META-INF/manifest.xml", Array(list.utf8)),
    ]
    return PackageContents(
      (first + entries).map { PackageEntry(name: Array($0.path.utf8), bytes: $0.bytes) })
  }

  /// The file read in this process; every source map is checked on the way.
  func read(
    nesting: Int = 1000, parts: Int = 1000, textBytes: Int = 1 << 24,
    changing change: (String) -> String = { $0 }
  ) -> ReadParts {
    OpenDocumentPackage.read(
      package(changing: change),
      limits: ReaderLimits(parts: parts, nesting: nesting, textBytes: textBytes))
  }

  static func read(
    _ package: PackageContents,
    limits: ReaderLimits = ReaderLimits(parts: 1000, nesting: 1000, textBytes: 1 << 24)
  ) -> ReadParts {
    let reading = OpenDocumentReader.read(package, limits: limits)
    if let contents = reading.contents {
      for part in reading.parts { checkMap(part.text, part.source, file: contents.bytes) }
    }
    return reading
  }
}

extension ReadParts {
  /// The OpenDocument file once the cuts of a rule are made, as a rewriting makes them, read again.
  func readAgain(after kind: LayerCut.Kind) throws -> ReadParts {
    let contents = try #require(contents)
    let chosen = cuts.filter { [kind, .comment, .property].contains($0.kind) }
      .sorted { ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end) }
    var outermost: [LayerCut] = []
    for cut in chosen {
      if let last = outermost.last, cut.range.start < last.range.end {
        #expect(last.range.contains(cut.range), "cuts lie within or beside one another")
        continue
      }
      outermost.append(cut)
    }
    let entries = contents.entries.compactMap { entry -> PackageEntry? in
      var bytes: [UInt8] = []
      var end = entry.range.start
      for cut in outermost where entry.range.contains(cut.range) {
        bytes += contents.bytes[end..<cut.range.start] + cut.replacement
        end = cut.range.end
      }
      bytes += contents.bytes[end..<entry.range.end]
      return bytes.isEmpty ? nil : PackageEntry(name: entry.name, bytes: bytes)
    }
    return OpenDocumentPackage.read(PackageContents(entries))
  }
}
