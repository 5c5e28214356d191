import ExpungeDocuments
import ExpungeParsers
import ExpungeText
import Testing

/// A small Word file, made of XML written in the test.
struct WordPackage {
  private static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" \
    xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
    """
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private var documentRelationships: [String] = []
  private var packageRelationships: [String] = []
  private var entries: [(path: String, bytes: [UInt8])] = []
  private let document: String

  /// - Parameter body: what stands within `w:body`.
  init(_ body: String) {
    document = "<w:document \(WordPackage.namespaces)><w:body>\(body)</w:body></w:document>"
    packageRelationships.append(
      WordPackage.relationship("rId1", "officeDocument", "word/document.xml"))
  }

  private static func relationship(
    _ id: String, _ type: String, _ target: String, mode: String = ""
  ) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"\(mode)/>"
  }

  /// An entry of the main part: "header1.xml" with `<w:hdr>` around the content.
  func with(
    _ type: String, _ name: String, _ element: String, _ content: String, id: String? = nil
  ) -> WordPackage {
    var file = self
    file.documentRelationships.append(
      WordPackage.relationship(id ?? "r\(documentRelationships.count + 1)", type, name))
    file.entries.append(
      (
        "word/\(name)",
        Array("<\(element) \(WordPackage.namespaces)>\(content)</\(element)>".utf8)
      ))
    return file
  }

  func withExternal(_ type: String, _ target: String, id: String) -> WordPackage {
    var file = self
    file.documentRelationships.append(
      WordPackage.relationship(id, type, target, mode: " TargetMode=\"External\""))
    return file
  }

  /// An entry of the whole file, such as its properties.
  func withProperties(_ type: String, _ path: String, _ content: String) -> WordPackage {
    var file = self
    file.packageRelationships.append(
      WordPackage.relationship("p\(packageRelationships.count)", type, path))
    return file.withEntry(path, content)
  }

  func withEntry(_ path: String, _ content: String) -> WordPackage {
    withEntry(path, Array(content.utf8))
  }

  func withEntry(_ path: String, _ content: [UInt8]) -> WordPackage {
    var file = self
    file.entries.append((path, content))
    return file
  }

  /// - Parameter change: of the main part, such as cutting it short.
  func package(changing change: (String) -> String = { $0 }) -> PackageContents {
    func list(_ relationships: [String]) -> [UInt8] {
      let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
      let content = relationships.joined()
      return Array("<Relationships xmlns=\"\(namespace)\">\(content)</Relationships>".utf8)
    }
    var all: [(path: String, bytes: [UInt8])] = [
      ("[Content_Types].xml", Array("<Types/>".utf8)),
      ("_rels/.rels", list(packageRelationships)),
      ("word/document.xml", Array(change(document).utf8)),
      ("word/_rels/document.xml.rels", list(documentRelationships)),
    ]
    all += entries
    return PackageContents(all.map { PackageEntry(name: Array($0.path.utf8), bytes: $0.bytes) })
  }

  /// The file read in this process; every source map is checked on the way.
  func read(
    nesting: Int = 1000, parts: Int = 1000, changing change: (String) -> String = { $0 }
  ) -> ReadParts {
    let limits = ReaderLimits(parts: parts, nesting: nesting, textBytes: 1 << 24)
    let reading = WordReader.read(package(changing: change), limits: limits)
    if let contents = reading.contents {
      for part in reading.parts { checkMap(part.text, part.source, file: contents.bytes) }
    }
    return reading
  }
}

extension ReadParts {
  func text(_ role: PartRole, _ number: Int = 1) -> String? {
    parts.first { $0.role == role && $0.number == number }
      .map { String(decoding: $0.text, as: UTF8.self) }
  }

  func texts(_ role: PartRole) -> [String] {
    parts.filter { $0.role == role }.map { String(decoding: $0.text, as: UTF8.self) }
  }

  var bodyText: String { text(.body) ?? "" }

  /// The bytes of the file that stand for some words of a part, as texts.
  func pieces(of words: String, in role: PartRole) throws -> [String] {
    let part = try #require(parts.first { $0.role == role })
    let bytes = try #require(contents).bytes
    let wanted = Array(words.utf8)
    let start = try #require(part.text.indices.first { part.text[$0...].starts(with: wanted) })
    return part.source.pieces(of: ByteRange(start, start + wanted.count)).map {
      String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }
}
