import CLibXML2
import ExpungeText

/// Why an XML entry has no tree.
enum XMLError: Error {
  /// It is cut short, or not XML.
  case damaged
  case nesting
  /// It has a document type declaration, which could declare entities.
  case declaredEntities
}

/// From the bytes of an XML entry to its tree, by libxml2's events.
///
/// Nothing is loaded and no entity is resolved but the five of XML and characters by their number.
enum XMLParser {
  /// - Parameters:
  ///   - page: bytes of all contents.
  ///   - range: the entry, which must be UTF-8 whatever its declaration says.
  ///   - nesting: how deep elements may stand in one another.
  /// - Complexity: O(bytes of the entry).
  static func tree(
    of page: [UInt8], _ range: ByteRange, nesting: Int
  ) throws(XMLError) -> XMLTree {
    guard !range.isEmpty, range.end < Int(Int32.max), isPlainUTF8(page, range) else {
      throw .damaged
    }
    // Whole, so that offsets into what libxml2 holds are offsets into the entry.
    let context = page.withUnsafeBytes { bytes in
      bytes.baseAddress.flatMap { base in
        xmlCreateMemoryParserCtxt(
          (base + range.start).assumingMemoryBound(to: CChar.self), Int32(range.count))
      }
    }
    guard let context else { throw .damaged }
    defer { xmlFreeParserCtxt(context) }
    // Depth is limited by ourselves; the declared encoding is not the one that it is in any more.
    xmlCtxtUseOptions(
      context,
      Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
    let building = Building(XMLTreeBuilder(page, range, context, nesting: nesting))
    guard let handler = context.pointee.sax else { throw .damaged }
    handler.pointee = events
    context.pointee.userData = Unmanaged.passUnretained(building).toOpaque()
    let isWhole = withExtendedLifetime(building) { xmlParseDocument(context) == 0 }
    if let failure = building.builder.failure { throw failure }
    guard isWhole, context.pointee.wellFormed == 1 else { throw .damaged }
    return try building.builder.finish()
  }

  /// Without NUL, which XML does not know and which would look like another encoding.
  private static func isPlainUTF8(_ page: [UInt8], _ range: ByteRange) -> Bool {
    let entry = page.span.extracting(range.start..<range.end)
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: entry)
    } catch {
      return false
    }
    return !page[range.start..<range.end].contains(0)
  }

  /// What libxml2 holds on to: each of its calls is one access to the builder.
  private final class Building {
    var builder: XMLTreeBuilder
    init(_ builder: XMLTreeBuilder) { self.builder = builder }
  }

  private static func building(_ context: UnsafeMutableRawPointer?) -> Building? {
    context.map { Unmanaged<Building>.fromOpaque($0).takeUnretainedValue() }
  }

  /// What libxml2 calls; all else it keeps to itself, its messages included.
  private static var events: xmlSAXHandler {
    var events = xmlSAXHandler()
    events.initialized = UInt32(XML_SAX2_MAGIC)
    events.internalSubset = { context, _, _, _ in
      XMLParser.building(context)?.builder.stop(.declaredEntities)
    }
    events.startElementNs = { context, local, _, uri, namespaces, uris, count, _, attributes in
      guard let building = XMLParser.building(context) else { return }
      if namespaces > 0 { building.builder.declare(uris, count: Int(namespaces)) }
      building.builder.startElement(local, uri, attributes, count: Int(count))
    }
    events.endElementNs = { context, _, _, _ in XMLParser.building(context)?.builder.endElement() }
    // One function for both, so that libxml2 does not look which white space could be ignored.
    let characters: charactersSAXFunc = { context, text, count in
      XMLParser.building(context)?.builder.characters(text, count: Int(count))
    }
    events.characters = characters
    events.ignorableWhitespace = characters
    events.cdataBlock = { context, text, count in
      XMLParser.building(context)?.builder.data(text, count: Int(count))
    }
    events.comment = { context, _ in XMLParser.building(context)?.builder.remark("<!--", "-->") }
    events.processingInstruction = { context, _, _ in
      XMLParser.building(context)?.builder.remark("<?", "?>")
    }
    events.serror = { _, _ in }
    return events
  }
}
