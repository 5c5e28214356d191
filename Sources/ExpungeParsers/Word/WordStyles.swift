import ExpungeText

/// What a Word file's styles mean for reading: headings, numbers, and what cannot be seen.
struct WordStyles {
  struct Style {
    fileprivate var base: String?
    fileprivate var outlineLevel: Int?
    fileprivate var isHeadingByName = false
    fileprivate(set) var numberingId: Int?
    fileprivate(set) var numberingLevel: Int?
    fileprivate(set) var look = WordLook()
  }

  private var styles: [String: Style] = [:]
  private var defaultParagraphStyle: String?
  private(set) var defaults = WordLook()
  private var resolved: [String: Style] = [:]
  /// The names of styles that are none of Word's own.
  private(set) var customNames: [MappedText] = []

  init(_ tree: XMLTree?) {
    guard let tree else { return }
    if let run = tree.descend(tree.root, .documentDefaults, .runDefaults, .runProperties) {
      defaults = WordLook(tree, run)
    }
    for node in tree.children(of: tree.root) where tree.name(node) == .style {
      guard let id = tree.string(node, .styleId) else { continue }
      styles[id] = WordStyles.style(tree, node)
      if tree.isValue(node, .type, "paragraph"), tree.isOn(node, .isDefault) {
        defaultParagraphStyle = id
      }
      customNames += [.name, .aliases].compactMap { name in
        tree.firstChild(of: node, name).flatMap { tree.value($0, .value) }
      }.filter { !MachineName.isStyle($0.bytes) }
    }
    for id in styles.keys { resolved[id] = resolve(id) }
  }

  private static func style(_ tree: XMLTree, _ node: Int) -> Style {
    var style = Style()
    for child in tree.children(of: node) {
      switch tree.name(child) {
      case .basedOn: style.base = tree.string(child, .value)
      case .name:
        let name = (tree.string(child, .value) ?? "").lowercased()
        style.isHeadingByName =
          name == "title" || name == "subtitle"
          || (name.hasPrefix("heading ") && Int(name.dropFirst(8)) != nil)
      case .paragraphProperties:
        if let outline = tree.firstChild(of: child, .outlineLevel) {
          style.outlineLevel = tree.number(outline, .value)
        }
        if let numbering = tree.firstChild(of: child, .numbering) {
          style.numberingId = tree.firstChild(of: numbering, .numberingId)
            .flatMap { tree.number($0, .value) }
          style.numberingLevel = tree.firstChild(of: numbering, .numberingLevel)
            .flatMap { tree.number($0, .value) }
        }
      case .runProperties: style.look = WordLook(tree, child)
      default: break
      }
    }
    return style
  }

  /// The style with what it inherits. Loops end where they began.
  private func resolve(_ id: String) -> Style {
    var chain: [Style] = []
    var seen: Set<String> = []
    var next: String? = id
    while let id = next, seen.insert(id).inserted, let style = styles[id] {
      chain.append(style)
      next = style.base
    }
    var resolved = Style()
    for style in chain {
      resolved.outlineLevel = resolved.outlineLevel ?? style.outlineLevel
      resolved.numberingId = resolved.numberingId ?? style.numberingId
      resolved.numberingLevel = resolved.numberingLevel ?? style.numberingLevel
      resolved.isHeadingByName = resolved.isHeadingByName || style.isHeadingByName
      resolved.look = resolved.look.over(style.look)
    }
    return resolved
  }

  /// The style of a paragraph: the one it names, or the file's default.
  func paragraphStyle(_ id: String?) -> Style? {
    (id.flatMap { resolved[$0] }) ?? defaultParagraphStyle.flatMap { resolved[$0] }
  }

  func look(ofRunStyle id: String) -> WordLook { resolved[id]?.look ?? WordLook() }

  /// - Parameter outline: the paragraph's own outline level, if it has one.
  func isHeading(_ style: Style?, outline: Int?) -> Bool {
    // Level 9 is body text (ISO/IEC 29500-1, 17.3.1.20).
    if let level = outline ?? style?.outlineLevel { return level < 9 }
    return style?.isHeadingByName ?? false
  }
}

/// What decides whether a run can be seen.
struct WordLook: Equatable {
  var isVanished: Bool?
  var isWhite: Bool?
  /// In half points.
  var size: Int?
  var isShaded: Bool?

  init() {}

  /// - Parameter properties: a `w:rPr`.
  init(_ tree: XMLTree, _ properties: Int) {
    for child in tree.children(of: properties) {
      switch tree.name(child) {
      case .vanish: isVanished = tree.isOn(child)
      case .colour: isWhite = tree.string(child, .value)?.uppercased() == "FFFFFF"
      case .size: size = tree.number(child, .value)
      case .shading: isShaded = tree.isDark(shading: child)
      case .highlight: isShaded = !tree.isValue(child, .value, "none")
      default: break
      }
    }
  }

  /// This look where it says something, otherwise the other.
  func over(_ other: WordLook) -> WordLook {
    var look = self
    look.isVanished = isVanished ?? other.isVanished
    look.isWhite = isWhite ?? other.isWhite
    look.size = size ?? other.size
    look.isShaded = isShaded ?? other.isShaded
    return look
  }

  /// - Parameter isShaded: whether the paragraph, cell or table around it is coloured.
  func hides(onShade isShadedAround: Bool) -> Bool {
    if isVanished == true { return true }
    // Two points: a line that nobody reads.
    if let size, size <= 4 { return true }
    return isWhite == true && isShaded != true && !isShadedAround
  }
}

extension XMLTree {
  /// A switch of WordprocessingML: on where it stands, unless it says otherwise.
  func isOn(_ node: Int, _ name: XMLName = .value) -> Bool {
    guard let value = string(node, name) else { return name == .value }
    return !["0", "false", "off"].contains(value)
  }

  /// Whether a `w:shd` colours what is behind a text.
  func isDark(shading node: Int) -> Bool {
    let fill = string(node, .fill)?.uppercased() ?? "AUTO"
    return fill != "AUTO" && fill != "FFFFFF"
  }
}
