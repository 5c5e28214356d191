import ExpungeText

/// An XML entry as its elements, attributes and texts, each with its place in the contents.
///
/// Nodes stand in the order of the entry; a node's descendants follow it at once, so a subtree is a
/// range of numbers and no node needs memory of its own.
struct XMLTree {
  struct Node {
    /// `text` for a text, `remark` for a comment, `other` for an element that no reader knows.
    var name: XMLName
    var parent: Int32
    /// The number behind the last descendant.
    var end: Int32 = 0
    /// Bytes of the contents: "<" or the text's first byte.
    var start: Int32
    /// Behind the start tag.
    var tagEnd: Int32 = 0
    /// Where the end tag begins; the element's end where it has none ("<w:tab/>").
    var endTag: Int32 = 0
    /// Behind the end tag, or behind the text.
    var sourceEnd: Int32 = 0
    /// The attributes' numbers.
    var firstAttribute: Int32 = 0
    var attributeCount: Int32 = 0
    /// The number of the decoded text; -1 where the contents hold it as it is.
    var decoded: Int32 = -1
  }

  struct Attribute {
    let name: XMLName
    /// Bytes of the contents between the quotation marks.
    let start: Int32
    let end: Int32
    /// As in a node.
    let decoded: Int32
  }

  /// Bytes of all contents; the entry is a range of them.
  let page: [UInt8]
  var nodes: [Node] = []
  var attributes: [Attribute] = []
  var decodings: [MappedText] = []
  /// Comments and instructions before and behind the outermost element: bytes of the contents.
  var outerRemarks: [ByteRange] = []
  /// Addresses of namespaces that no reader knows, each once.
  var strangeNamespaces: Set<String> = []
  /// The names that occur, known ones alone.
  var occurring: Set<XMLName> = []

  init(page: [UInt8]) { self.page = page }

  // MARK: Nodes

  /// The outermost element; 0.
  var root: Int { 0 }

  func name(_ node: Int) -> XMLName { nodes[node].name }

  func end(_ node: Int) -> Int { Int(nodes[node].end) }

  /// The element with its tags, or the text.
  func source(_ node: Int) -> ByteRange {
    ByteRange(Int(nodes[node].start), Int(nodes[node].sourceEnd))
  }

  func startTag(_ node: Int) -> ByteRange {
    ByteRange(Int(nodes[node].start), Int(nodes[node].tagEnd))
  }

  /// Empty at the element's end where it has none.
  func endTag(_ node: Int) -> ByteRange {
    ByteRange(Int(nodes[node].endTag), Int(nodes[node].sourceEnd))
  }

  /// What stands between the tags.
  func inside(_ node: Int) -> ByteRange {
    ByteRange(Int(nodes[node].tagEnd), Int(nodes[node].endTag))
  }

  /// Calls the body with each child, texts included. O(children).
  func forEachChild(of node: Int, _ body: (Int) -> Void) {
    var child = node + 1
    let end = Int(nodes[node].end)
    while child < end {
      body(child)
      child = Int(nodes[child].end)
    }
  }

  func children(of node: Int) -> Children { Children(tree: self, node: node) }

  struct Children: Sequence, IteratorProtocol {
    private let tree: XMLTree
    private var following: Int
    private let end: Int

    init(tree: XMLTree, node: Int) {
      self.tree = tree
      following = node + 1
      end = Int(tree.nodes[node].end)
    }

    mutating func next() -> Int? {
      guard following < end else { return nil }
      defer { following = Int(tree.nodes[following].end) }
      return following
    }
  }

  func firstChild(of node: Int, _ name: XMLName) -> Int? {
    var child = node + 1
    let end = Int(nodes[node].end)
    while child < end {
      if nodes[child].name == name { return child }
      child = Int(nodes[child].end)
    }
    return nil
  }

  /// The first child of a child …
  func descend(_ node: Int, _ names: XMLName...) -> Int? {
    var node = node
    for name in names {
      guard let child = firstChild(of: node, name) else { return nil }
      node = child
    }
    return node
  }

  /// All elements of this name below the node. O(nodes below).
  func descendants(of node: Int, _ name: XMLName) -> [Int] {
    (node + 1..<max(end(node), node + 1)).filter { nodes[$0].name == name }
  }

  /// Whether the subtree, the node included, holds an element of one of these names.
  func contains(_ node: Int, where matches: (XMLName) -> Bool) -> Bool {
    for index in node..<end(node) where matches(nodes[index].name) { return true }
    return false
  }

  // MARK: Words

  /// The number of the attribute; nil without it.
  func attributeIndex(_ node: Int, _ name: XMLName) -> Int? {
    let first = Int(nodes[node].firstAttribute)
    for index in first..<first + Int(nodes[node].attributeCount)
    where attributes[index].name == name {
      return index
    }
    return nil
  }

  func attributeIndices(of node: Int) -> Range<Int> {
    let first = Int(nodes[node].firstAttribute)
    return first..<first + Int(nodes[node].attributeCount)
  }

  func value(ofAttribute index: Int) -> MappedText {
    let attribute = attributes[index]
    if attribute.decoded >= 0 { return decodings[Int(attribute.decoded)] }
    return MappedText(page, ByteRange(Int(attribute.start), Int(attribute.end)))
  }

  func source(ofAttribute index: Int) -> ByteRange {
    ByteRange(Int(attributes[index].start), Int(attributes[index].end))
  }

  func value(_ node: Int, _ name: XMLName) -> MappedText? {
    attributeIndex(node, name).map { value(ofAttribute: $0) }
  }

  func string(_ node: Int, _ name: XMLName) -> String? {
    guard let index = attributeIndex(node, name) else { return nil }
    let attribute = attributes[index]
    if attribute.decoded >= 0 {
      return String(decoding: decodings[Int(attribute.decoded)].bytes, as: UTF8.self)
    }
    return String(decoding: page[Int(attribute.start)..<Int(attribute.end)], as: UTF8.self)
  }

  /// Whether the attribute's value is this, without making a string of it.
  func isValue(_ node: Int, _ name: XMLName, _ wanted: StaticString) -> Bool {
    guard let index = attributeIndex(node, name) else { return false }
    let range = source(ofAttribute: index)
    guard range.count == wanted.utf8CodeUnitCount else { return false }
    return wanted.withUTF8Buffer { page[range.start..<range.end].elementsEqual($0) }
  }

  func number(_ node: Int, _ name: XMLName) -> Int? {
    guard let index = attributeIndex(node, name) else { return nil }
    let range = source(ofAttribute: index)
    guard range.count <= 10 else { return nil }
    var value = 0
    var digits = 0
    for byte in page[range.start..<range.end] {
      guard Ascii.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
    }
    return digits == 0 ? nil : value
  }

  func text(ofText node: Int) -> MappedText {
    let index = nodes[node].decoded
    return index >= 0 ? decodings[Int(index)] : MappedText(page, source(node))
  }

  /// All texts below the node, joined.
  func text(below node: Int) -> MappedText {
    var joined = MappedText()
    for index in node + 1..<max(end(node), node + 1) where nodes[index].name == .text {
      joined.append(text(ofText: index))
    }
    return joined
  }
}
