import CGumbo

/// A node of the parser's tree, with its unions and vectors behind plain properties.
///
/// Valid only while its arena and page live.
struct TreeNode {
  private let node: UnsafeMutablePointer<GumboNode>

  init(_ node: UnsafeMutablePointer<GumboNode>) { self.node = node }

  var type: GumboNodeType { node.pointee.type }

  var isElement: Bool { type == GUMBO_NODE_ELEMENT || type == GUMBO_NODE_TEMPLATE }

  var tag: GumboTag { isElement ? node.pointee.v.element.tag : GUMBO_TAG_UNKNOWN }

  var isForeign: Bool { isElement && node.pointee.v.element.tag_namespace != GUMBO_NAMESPACE_HTML }

  var children: [TreeNode] {
    let vector: GumboVector
    switch type {
    case GUMBO_NODE_DOCUMENT: vector = node.pointee.v.document.children
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: vector = node.pointee.v.element.children
    default: return []
    }
    return TreeNode.items(vector, as: GumboNode.self).map(TreeNode.init)
  }

  var attributes: [TreeAttribute] {
    guard isElement else { return [] }
    return TreeNode.items(node.pointee.v.element.attributes, as: GumboAttribute.self)
      .map(TreeAttribute.init)
  }

  /// The decoded text of a text or comment node.
  var text: UnsafeBufferPointer<UInt8>? {
    guard !isElement, type != GUMBO_NODE_DOCUMENT else { return nil }
    return bytes(of: node.pointee.v.text.text)
  }

  /// Where the text begins in the page; for a comment, at its "<!--".
  var original: UnsafePointer<CChar>? {
    guard !isElement, type != GUMBO_NODE_DOCUMENT else { return nil }
    return node.pointee.v.text.original_text.data
  }

  func attribute(_ name: String) -> TreeAttribute? { attributes.first { $0.name == name } }

  /// Depth first; for tiny trees.
  func firstElement(_ tag: GumboTag) -> TreeNode? {
    for child in children {
      if child.tag == tag { return child }
      if let found = child.firstElement(tag) { return found }
    }
    return nil
  }

  private static func items<Item>(
    _ vector: GumboVector, as type: Item.Type
  ) -> [UnsafeMutablePointer<Item>] {
    guard let data = vector.data else { return [] }
    return (0..<Int(vector.length)).compactMap { data[$0]?.assumingMemoryBound(to: Item.self) }
  }
}

struct TreeAttribute {
  private let attribute: UnsafeMutablePointer<GumboAttribute>

  init(_ attribute: UnsafeMutablePointer<GumboAttribute>) { self.attribute = attribute }

  /// In lower case.
  var name: String { String(cString: attribute.pointee.name) }

  /// Decoded.
  var value: UnsafeBufferPointer<UInt8> {
    bytes(of: attribute.pointee.value) ?? UnsafeBufferPointer(start: nil, count: 0)
  }

  var string: String { String(decoding: value, as: UTF8.self) }

  func holds(_ character: Unicode.Scalar) -> Bool { value.contains(UInt8(ascii: character)) }

  /// Where the value begins in the page, after its quotation mark if it has one.
  var original: UnsafePointer<CChar>? {
    let original = attribute.pointee.original_value
    guard let data = original.data, original.length > 0 else { return nil }
    let quoted =
      data.pointee == CChar(UInt8(ascii: "\"")) || data.pointee == CChar(UInt8(ascii: "'"))
    return quoted ? data + 1 : data
  }
}

private func bytes(of string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8>? {
  guard let string else { return nil }
  let raw = UnsafeRawPointer(string)
  var count = 0
  var isAscii = true
  while string[count] != 0 {
    isAscii = isAscii && string[count] > 0
    count += 1
  }
  let bytes = UnsafeBufferPointer(start: raw.assumingMemoryBound(to: UInt8.self), count: count)
  if !isAscii, String(validating: bytes, as: UTF8.self) == nil {
    repair(UnsafeMutableBufferPointer(mutating: bytes))
  }
  return bytes
}

/// Puts a question mark for each byte that is no character.
///
/// Gumbo 0.10.1 counts a reference such as "&#x9AAAAAAA;" beyond what an integer holds and writes one
/// byte of the result. The text is the arena's own memory; the page, being UTF-8, has no such bytes.
private func repair(_ text: UnsafeMutableBufferPointer<UInt8>) {
  var index = 0
  while index < text.count {
    let width = (1...4).first { width in
      index + width <= text.count
        && String(validating: text[index..<index + width], as: UTF8.self) != nil
    }
    if width == nil { text[index] = UInt8(ascii: "?") }
    index += width ?? 1
  }
}
