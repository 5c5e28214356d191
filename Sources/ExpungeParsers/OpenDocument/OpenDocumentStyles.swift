import ExpungeText

/// What the styles of an entry say about what can be seen, and about lists.
///
/// Automatic styles are an entry's own: two entries give different ones the same name.
struct OpenDocumentStyles {
  private struct Style {
    var parent: String?
    var look = WordLook()
  }

  /// By the family and the name.
  private var styles: [String: Style] = [:]
  private(set) var lists: [String: OpenDocumentList] = [:]
  /// The numbers of headings.
  private(set) var outline: OpenDocumentList?

  init(_ tree: XMLTree, common: XMLTree?) {
    if let common { add(common) }
    add(tree)
  }

  private mutating func add(_ tree: XMLTree) {
    guard !tree.occurring.isDisjoint(with: [.styleElement, .listStyle, .outlineStyle]) else {
      return
    }
    for node in tree.nodes.indices {
      switch tree.name(node) {
      case .styleElement:
        guard let name = tree.string(node, .styleName), let family = tree.string(node, .styleFamily)
        else { continue }
        var style = Style(parent: tree.string(node, .styleParent))
        for child in tree.children(of: node) {
          switch tree.name(child) {
          case .textProperties, .styledParagraph, .styledCell:
            style.look = WordLook(openDocument: tree, child).over(style.look)
          default: break
          }
        }
        styles[family + ":" + name] = style
      case .listStyle:
        if let name = tree.string(node, .styleName) { lists[name] = OpenDocumentList(tree, node) }
      case .outlineStyle: outline = OpenDocumentList(tree, node)
      default: break
      }
    }
  }

  /// - Parameter family: "paragraph", "text", "table-cell".
  func look(_ family: String, _ name: String?) -> WordLook {
    var look = WordLook()
    var name = name
    // Deeper than any file; a style could be its own ancestor.
    for _ in 0..<32 {
      guard let style = name.flatMap({ styles[family + ":" + $0] }) else { break }
      look = look.over(style.look)
      name = style.parent
    }
    return look
  }

  /// The names of common styles that are none of the programs' own.
  static func customNames(_ common: XMLTree?) -> [MappedText] {
    guard let tree = common, let styles = tree.firstChild(of: tree.root, .officeStyles) else {
      return []
    }
    return tree.children(of: styles).compactMap { node in
      guard tree.name(node) == .styleElement,
        let name = tree.value(node, .styleDisplayName) ?? tree.value(node, .styleName),
        !isProgram(name.bytes)
      else { return nil }
      return name
    }
  }

  private static func isProgram(_ name: [UInt8]) -> Bool {
    MachineName.isStyle(name) || known.contains(String(decoding: name, as: UTF8.self))
      || ["Heading", "Contents", "Index", "List", "Numbering", "User Index", "ListLabel", "Table"]
        .contains { start in
          name.starts(with: start.utf8) && name.dropFirst(start.utf8.count).allSatisfy(isNumbering)
        }
  }

  private static func isNumbering(_ byte: UInt8) -> Bool {
    Ascii.isDigit(byte) || byte == Ascii.space || byte == UInt8(ascii: ".")
  }

  /// What LibreOffice and converters call their own.
  private static let known: Set<String> = [
    "Standard", "Text body", "Text_20_body", "First paragraph", "Preformatted Text", "Quotations",
    "Table Contents", "Table Heading", "Header and Footer", "Horizontal Line", "Internet link",
    "Visited Internet Link", "Footnote", "Endnote", "Footnote Symbol", "Endnote Symbol",
    "Footnote anchor", "Endnote anchor", "Numbering Symbols", "Bullet Symbols", "Source Text",
    "Strong Emphasis", "Frame", "Graphics", "Formula", "Illustration", "Drawing", "Text",
    "Frame contents", "Definition", "Citation", "Teletype", "Placeholder", "Line numbering",
  ]
}

extension WordLook {
  /// - Parameter node: the properties of a text, a paragraph or a cell.
  init(openDocument tree: XMLTree, _ node: Int) {
    self.init()
    if let display = tree.string(node, .display) { isVanished = display == "none" }
    if let colour = tree.string(node, .textColour) { isWhite = colour.lowercased() == "#ffffff" }
    if let colour = tree.string(node, .background)?.lowercased() {
      isShaded = colour != "transparent" && colour != "#ffffff"
    }
    if let text = tree.string(node, .textSize), text.hasSuffix("pt") {
      size = Int(text.prefix { $0.isASCII && $0.isNumber }).map { $0 * 2 }
    }
  }
}
