import CGumbo
package import ExpungeDocuments
import ExpungeText

/// Reads a web page into its parts: what a browser shows, and everything else that stands in the file.
///
/// Scripts and style sheets are read as texts, not obeyed: an element is hidden by its own `hidden`
/// attribute or style alone, and `aria-hidden` hides nothing from the eye, so it hides nothing here.
/// Whatever no other part holds is the last part, the markup: no byte of a page goes unread but those
/// of embedded pictures, fonts, sounds and films, and the numbers of drawings.
package struct HTMLReader {
  private var parts: PartCollector
  private var aligner: SourceAligner
  private let nesting: Int
  /// The lists and table rows around the node.
  private var lists: [ListNumbering] = []
  private var rowHasCell: [Bool] = []

  /// The parts of a page, which must be UTF-8 without NUL. O(n) for pages that browsers like.
  package static func read(
    _ page: UnsafeBufferPointer<UInt8>, limits: ReaderLimits
  ) -> ReadParts {
    var reader = HTMLReader(page, limits)
    let arena = GumboArena()
    var body = ShownText()
    if let document = arena.parse(page)?.pointee.document {
      reader.walk(TreeNode(document), into: &body, Place())
    }
    body.finish()
    return reader.parts.reading(body: body, &reader.aligner)
  }

  private init(_ page: UnsafeBufferPointer<UInt8>, _ limits: ReaderLimits) {
    parts = PartCollector(limits: limits)
    aligner = SourceAligner(page)
    nesting = limits.nesting
  }

  /// What the elements around a node mean for its text.
  private struct Place {
    var depth = 0
    var preservesSpace = false
    var mode = SourceAligner.Mode.text
    var isHidden = false
    var kind = Block.Kind.paragraph
  }

  // MARK: The tree

  private mutating func walk(_ node: TreeNode, into shown: inout ShownText, _ place: Place) {
    switch node.type {
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      guard let text = node.text else { return }
      let runs = aligner.runs(of: text, from: aligner.offset(of: node.original), place.mode)
      shown.add(text, runs: runs, preservesSpace: place.preservesSpace)
    case GUMBO_NODE_COMMENT:
      addComment(node)
    case GUMBO_NODE_DOCUMENT:
      walkChildren(of: node, into: &shown, place)
    default:
      walkElement(node, into: &shown, place)
    }
  }

  private mutating func walkChildren(
    of node: TreeNode, into shown: inout ShownText, _ outer: Place
  ) {
    var place = outer
    place.depth += 1
    guard place.depth <= nesting else {
      parts.stops.insert(.nesting)
      return
    }
    for child in node.children { walk(child, into: &shown, place) }
  }

  private mutating func walkElement(
    _ node: TreeNode, into shown: inout ShownText, _ outer: Place
  ) {
    let kind = ElementKind(node)
    let attributes = ElementAttributes(node)
    attributes.add(to: &parts, &aligner)
    if case .machinery(let role, let language) = kind {
      addMachinery(role, language, node, outer)
      return
    }
    var place = outer
    switch kind {
    case .title:
      place.mode = .escapable
      addApart(.title, node, place)
      return
    case .unshown, .unshownRaw:
      if case .unshownRaw = kind { place.mode = .raw }
      place.isHidden = true
    default:
      place.isHidden = outer.isHidden || attributes.hides
    }
    if place.isHidden, !outer.isHidden {
      addApart(.hiddenText, node, place)
    } else {
      layOut(node, as: kind, into: &shown, place)
    }
  }

  private mutating func layOut(
    _ node: TreeNode, as kind: ElementKind, into shown: inout ShownText, _ outer: Place
  ) {
    var place = outer
    switch kind {
    case .inline, .machinery, .title, .unshown, .unshownRaw:
      walkChildren(of: node, into: &shown, place)
    case .lineBreak:
      shown.breakLine()
    case .block:
      enclose(node, .line, into: &shown, place)
    case .paragraph:
      enclose(node, .blankLine, into: &shown, place)
    case .heading:
      place.kind = .heading
      enclose(node, .blankLine, into: &shown, place)
    case .preformatted:
      place.preservesSpace = true
      enclose(node, .blankLine, into: &shown, place)
    case .textArea:
      place.preservesSpace = true
      place.mode = .escapable
      enclose(node, .line, into: &shown, place)
    case .list(let ordered):
      lists.append(ListNumbering(node, ordered: ordered))
      enclose(node, .blankLine, into: &shown, place)
      lists.removeLast()
    case .item:
      let mark = lists.isEmpty ? nil : lists[lists.count - 1].mark(for: node)
      shown.separate(.line)
      shown.beginItem(mark: mark)
      walkChildren(of: node, into: &shown, place)
      shown.endItem()
    case .row:
      rowHasCell.append(false)
      enclose(node, .line, into: &shown, place)
      rowHasCell.removeLast()
    case .cell:
      shown.beginCell(firstInRow: !(rowHasCell.last ?? false))
      if !rowHasCell.isEmpty { rowHasCell[rowHasCell.count - 1] = true }
      place.kind = .cell
      enclose(node, nil, into: &shown, place)
      shown.endCell()
    }
  }

  private mutating func enclose(
    _ node: TreeNode, _ separator: ShownText.Separator?, into shown: inout ShownText,
    _ place: Place
  ) {
    if let separator { shown.separate(separator) }
    let before = shown.kind
    shown.kind = place.kind
    walkChildren(of: node, into: &shown, place)
    if let separator { shown.separate(separator) }
    shown.kind = before
  }

  // MARK: Parts of their own

  /// The text of an element that stands apart from the flow around it.
  private mutating func addApart(_ role: PartRole, _ node: TreeNode, _ outer: Place) {
    var place = outer
    place.kind = .paragraph
    var shown = ShownText()
    let around = (lists, rowHasCell)
    (lists, rowHasCell) = ([], [])
    layOut(node, as: role == .title ? .inline : ElementKind(node), into: &shown, place)
    (lists, rowHasCell) = around
    shown.finish()
    parts.add(role, shown)
  }

  /// A script or a style sheet, with its escapes decoded; in a drawing it may hold elements too.
  private mutating func addMachinery(
    _ role: PartRole, _ language: EscapeDecoding.Language, _ node: TreeNode, _ outer: Place
  ) {
    var place = outer
    place.depth += 1
    guard place.depth <= nesting else {
      parts.stops.insert(.nesting)
      return
    }
    place.mode = node.isForeign ? .text : .raw
    var inside = ShownText()
    for child in node.children {
      guard let text = child.text, child.type != GUMBO_NODE_COMMENT else {
        walk(child, into: &inside, place)
        continue
      }
      let runs = aligner.runs(of: text, from: aligner.offset(of: child.original), place.mode)
      let (decoded, map) = EscapeDecoding.decode(Array(text), runs, as: language)
      parts.add(role, lines: decoded, runs: map)
    }
    inside.finish()
    parts.add(.hiddenText, inside)
  }

  private mutating func addComment(_ node: TreeNode) {
    guard let text = node.text, let offset = aligner.offset(of: node.original) else { return }
    // "<!--", and what browsers take for a comment: "<!…>", "</ …>", "<?…>".
    let start = [4, 2, 1].map { offset + $0 }.first { start in
      aligner.page.dropFirst(start).starts(with: text.prefix(16))
    }
    var shown = ShownText()
    shown.add(text, runs: aligner.runs(of: text, from: start, .raw), preservesSpace: true)
    shown.finish()
    parts.add(.comment, shown)
  }
}
