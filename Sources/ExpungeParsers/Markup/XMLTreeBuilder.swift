import CLibXML2
import ExpungeText
import Glibc

/// Builds the tree of an entry from what libxml2 calls, and finds where everything stands.
///
/// Libxml2 2.9.14 gives no places. Measured: when an event comes, its position is behind what the
/// event tells (of a start tag: before its ">"), and texts without references are pointers into its
/// buffer. Every place found so is compared with the bytes before it is believed.
struct XMLTreeBuilder {
  private(set) var failure: XMLError?
  private let page: [UInt8]
  private let range: ByteRange
  private let context: xmlParserCtxtPtr
  private let nesting: Int
  private var tree: XMLTree
  private var open: [Int32] = []
  private var names = XMLNameCache()
  /// Where the last event ended, in bytes of the contents.
  private var last: Int
  // The text that is being gathered.
  private var textStart = 0
  private var textEnd = 0
  private var changedText: MappedText?
  private var hasText = false

  init(_ page: [UInt8], _ range: ByteRange, _ context: xmlParserCtxtPtr, nesting: Int) {
    self.page = page
    self.range = range
    self.context = context
    // Readers descend by recursion: deeper than this, a thread's stack would end.
    self.nesting = min(nesting, 3000)
    tree = XMLTree(page: page)
    tree.nodes.reserveCapacity(range.count / 24)
    tree.attributes.reserveCapacity(range.count / 32)
    last = range.start
  }

  mutating func stop(_ error: XMLError) {
    if failure == nil { failure = error }
    xmlStopParser(context)
  }

  consuming func finish() throws(XMLError) -> XMLTree {
    guard open.isEmpty, !tree.nodes.isEmpty else { throw .damaged }
    tree.occurring = names.known
    return tree
  }

  /// Where libxml2 stands, in bytes of the contents, never outside the entry.
  private var position: Int {
    guard let input = context.pointee.input else { return last }
    let offset = Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    return min(max(range.start + offset, last), range.end)
  }

  /// Where in the contents a pointer into libxml2's buffer leads; nil for any other.
  private func place(_ pointer: UnsafePointer<xmlChar>, count: Int) -> Int? {
    guard let input = context.pointee.input, let base = input.pointee.base,
      let end = input.pointee.end, pointer >= base, pointer + count <= end
    else { return nil }
    let start = range.start + Int(input.pointee.consumed) + (pointer - base)
    guard start >= range.start, start + count <= range.end else { return nil }
    return start
  }

  private func isAt(_ start: Int, _ text: UnsafeBufferPointer<xmlChar>) -> Bool {
    guard start >= range.start, start + text.count <= range.end else { return false }
    guard let there = text.baseAddress else { return true }
    return page.withUnsafeBufferPointer { page in
      page.baseAddress.map { memcmp($0 + start, there, text.count) == 0 } ?? false
    }
  }

  // MARK: Elements

  mutating func declare(_ uris: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
    guard let uris else { return }
    for index in 0..<count {
      guard let uri = uris[index * 2 + 1] else { continue }
      let address = String(cString: uri)
      if XMLNamespace.prefix(of: address) == nil { tree.strangeNamespaces.insert(address) }
    }
  }

  mutating func startElement(
    _ local: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    guard failure == nil else { return }
    closeText()
    guard open.count < nesting else {
      stop(.nesting)
      return
    }
    let position = position
    // "<" cannot stand within a tag, so the nearest one begins it.
    guard let start = page[last..<position].lastIndex(of: UInt8(ascii: "<")),
      let tagEnd = page[position..<range.end].firstIndex(of: UInt8(ascii: ">"))
    else {
      stop(.damaged)
      return
    }
    var node = XMLTree.Node(
      name: names.name(local, uri), parent: open.last ?? -1, start: Int32(start))
    node.tagEnd = Int32(tagEnd + 1)
    node.firstAttribute = Int32(tree.attributes.count)
    node.attributeCount = Int32(count)
    if let attributes {
      addAttributes(attributes, count: count, tag: ByteRange(start, tagEnd))
    }
    open.append(Int32(tree.nodes.count))
    tree.nodes.append(node)
    last = tagEnd + 1
  }

  private mutating func addAttributes(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, count: Int, tag: ByteRange
  ) {
    var places: [ByteRange]?
    for index in 0..<count {
      let fields = attributes + index * 5
      guard let begin = fields[3], let end = fields[4], end >= begin else {
        stop(.damaged)
        return
      }
      let value = UnsafeBufferPointer(start: begin, count: end - begin)
      let name = names.name(fields[0], fields[2])
      if let start = place(begin, count: value.count), isAt(start, value), start >= tag.start {
        tree.attributes.append(
          XMLTree.Attribute(
            name: name, start: Int32(start), end: Int32(start + value.count), decoded: -1))
        continue
      }
      let found = places ?? XMLTag.values(of: tag, in: page)
      places = found
      let source = index < found.count ? found[index] : ByteRange(tag.start, tag.start)
      let decoded = XMLTag.decode(page, source)
      let isRight = decoded.bytes.elementsEqual(value)
      tree.attributes.append(
        XMLTree.Attribute(
          name: name, start: Int32(source.start), end: Int32(source.end),
          decoded: Int32(tree.decodings.count)))
      tree.decodings.append(isRight ? decoded : MappedText(Array(value), []))
    }
  }

  mutating func endElement() {
    guard failure == nil else { return }
    closeText()
    guard let number = open.popLast().map(Int.init) else {
      stop(.damaged)
      return
    }
    let end = position
    tree.nodes[number].end = Int32(tree.nodes.count)
    tree.nodes[number].sourceEnd = Int32(end)
    let isEmptyTag = page[Int(tree.nodes[number].tagEnd) - 2] == UInt8(ascii: "/")
    let endTag = isEmptyTag ? end : page[last..<end].lastIndex(of: UInt8(ascii: "<")) ?? end
    tree.nodes[number].endTag = Int32(max(endTag, Int(tree.nodes[number].tagEnd)))
    last = end
  }

  // MARK: Texts

  mutating func characters(_ text: UnsafePointer<xmlChar>?, count: Int) {
    guard failure == nil, let text, count > 0 else { return }
    let characters = UnsafeBufferPointer(start: text, count: count)
    if let start = place(text, count: count), start >= last, isAt(start, characters) {
      add(characters, from: ByteRange(start, start + count), verbatim: true)
    } else {
      let source = ByteRange(last, position)
      add(characters, from: source, verbatim: source.count == count && isAt(last, characters))
    }
  }

  mutating func data(_ text: UnsafePointer<xmlChar>?, count: Int) {
    guard failure == nil, let text else { return }
    let end = position
    let start = end - 3 - count
    let characters = UnsafeBufferPointer(start: text, count: count)
    if count > 0 {
      let isThere = start >= last && isAt(start, characters)
      add(
        characters, from: isThere ? ByteRange(start, end - 3) : ByteRange(last, end),
        verbatim: isThere)
    }
    last = end
  }

  /// A comment, or a processing instruction.
  mutating func remark(_ opening: StaticString, _ closing: StaticString) {
    guard failure == nil else { return }
    closeText()
    let end = position
    let marks = (opening.utf8CodeUnitCount, closing.utf8CodeUnitCount)
    let start = opening.withUTF8Buffer { page[last..<end].firstRange(of: $0)?.lowerBound }
    if let start, start + marks.0 + marks.1 < end {
      let inside = ByteRange(start + marks.0, end - marks.1)
      if open.isEmpty {
        tree.outerRemarks.append(inside)
      } else {
        append(.remark, inside)
      }
    }
    last = end
  }

  private mutating func add(
    _ characters: UnsafeBufferPointer<xmlChar>, from source: ByteRange, verbatim: Bool
  ) {
    defer { last = max(source.end, last) }
    if verbatim, changedText == nil, !hasText || textEnd == source.start {
      if !hasText { textStart = source.start }
      textEnd = source.end
      hasText = true
      return
    }
    var text = changedText ?? MappedText()
    if changedText == nil {
      if hasText {
        text.append(verbatim: page, ByteRange(textStart, textEnd))
      } else {
        textStart = source.start
      }
    }
    text.append(characters, from: source, verbatim: verbatim)
    textEnd = source.end
    hasText = true
    changedText = text
  }

  private mutating func closeText() {
    guard hasText else { return }
    var decoded: Int32 = -1
    if let changedText {
      decoded = Int32(tree.decodings.count)
      tree.decodings.append(changedText)
    }
    append(.text, ByteRange(textStart, textEnd), decoded: decoded)
    changedText = nil
    hasText = false
  }

  /// A node that holds no others.
  private mutating func append(_ name: XMLName, _ source: ByteRange, decoded: Int32 = -1) {
    var node = XMLTree.Node(name: name, parent: open.last ?? -1, start: Int32(source.start))
    node.tagEnd = node.start
    node.endTag = Int32(source.end)
    node.sourceEnd = Int32(source.end)
    node.end = Int32(tree.nodes.count + 1)
    node.decoded = decoded
    tree.nodes.append(node)
  }
}
