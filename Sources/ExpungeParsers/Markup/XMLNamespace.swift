/// The namespaces that readers know, by the prefixes that the standards write for them.
///
/// Office Open XML has two addresses for most: transitional, and strict (ISO/IEC 29500-1, annex A).
enum XMLNamespace {
  /// Nil for a namespace that no reader knows.
  static func prefix(of address: String) -> String? {
    if let known = known[address] { return known }
    for (start, prefix) in families where address.hasPrefix(start) { return prefix }
    return nil
  }

  private static let known: [String: String] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "ep",
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties": "ep",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "cup",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties": "cup",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes": "vt",
    "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes": "vt",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/dc/dcmitype/": "dcmitype",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "urn:schemas-microsoft-com:office:word": "w10",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.microsoft.com/office/word/2016/wordml/cid": "w16cid",
    "http://schemas.microsoft.com/office/word/2018/wordml/cex": "w16cex",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
    "urn:oasis:names:tc:opendocument:xmlns:config:1.0": "config",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/2000/09/xmldsig#": "ds",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
  ]

  /// Where their makers put all others, which hold no words of anybody.
  private static let families = [
    ("http://schemas.openxmlformats.org/", "ooxml"), ("http://purl.oclc.org/ooxml/", "ooxml"),
    ("http://schemas.microsoft.com/", "ms"), ("urn:schemas-microsoft-com:", "ms"),
    ("http://www.w3.org/", "w3"), ("urn:oasis:names:tc:opendocument:", "odf"),
    ("urn:org:documentfoundation:", "lo"), ("http://openoffice.org/", "oo"),
    ("http://purl.org/", "purl"),
  ]
}

/// Names by the places at which libxml2 keeps them: each distinct name is looked up once or a few
/// times an entry, not once an element.
struct XMLNameCache {
  /// The names that were looked up.
  private(set) var known: Set<XMLName> = []
  private var slots = [Slot](repeating: Slot(), count: 512)

  /// By what the standards write: a raw value would be looked for among all of them, one by one.
  private static let names = Dictionary(
    uniqueKeysWithValues: XMLName.allCases.map { ($0.rawValue, $0) })

  private struct Slot {
    var local: UnsafePointer<UInt8>?
    var uri: UnsafePointer<UInt8>?
    var name = XMLName.other
  }

  mutating func name(
    _ local: UnsafePointer<UInt8>?, _ uri: UnsafePointer<UInt8>?
  ) -> XMLName {
    guard let local else { return .other }
    let index = Int(bitPattern: (UInt(bitPattern: local) >> 2) & 511)
    if slots[index].local == local, slots[index].uri == uri { return slots[index].name }
    let prefix = uri.map { XMLNamespace.prefix(of: String(cString: $0)) ?? "?" }
    let word = String(cString: local)
    let name = XMLNameCache.names[prefix.map { $0 + ":" + word } ?? word] ?? .other
    if name != .other { known.insert(name) }
    slots[index] = Slot(local: local, uri: uri, name: name)
    return name
  }
}
