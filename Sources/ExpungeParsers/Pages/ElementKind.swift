import CGumbo
import ExpungeDocuments

/// How a browser lays out an element, as far as its text is concerned.
enum ElementKind {
  case inline
  /// On a line of its own.
  case block
  /// Set apart by space.
  case paragraph
  case heading
  case preformatted
  case textArea
  case list(ordered: Bool)
  case item
  case row
  case cell
  case lineBreak
  /// Scripts and style sheets: never shown, and their escapes are those of their language.
  case machinery(PartRole, EscapeDecoding.Language)
  /// Never shown by a browser that runs scripts; its content is markup.
  case unshown
  /// Never shown; its content is kept as raw text.
  case unshownRaw
  case title

  init(_ node: TreeNode) {
    let kind = ElementKind.table[Int(node.tag.rawValue)]
    guard node.isForeign else {
      self = kind
      return
    }
    // Drawings and formulas: their titles and descriptions are tooltips.
    switch kind {
    case .machinery: self = kind
    case .title: self = .unshown
    default: self = node.tag == GUMBO_TAG_DESC ? .unshown : .inline
    }
  }

  private static let table: [ElementKind] = {
    var kinds = [ElementKind](repeating: .inline, count: Int(GUMBO_TAG_LAST.rawValue) + 1)
    func set(_ kind: ElementKind, _ tags: GumboTag...) {
      for tag in tags { kinds[Int(tag.rawValue)] = kind }
    }
    set(
      .block, GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE, GUMBO_TAG_BODY,
      GUMBO_TAG_CENTER, GUMBO_TAG_DD, GUMBO_TAG_DETAILS, GUMBO_TAG_DIV, GUMBO_TAG_DT,
      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE, GUMBO_TAG_FOOTER, GUMBO_TAG_FORM,
      GUMBO_TAG_HEADER, GUMBO_TAG_HGROUP, GUMBO_TAG_HR, GUMBO_TAG_HTML, GUMBO_TAG_LEGEND,
      GUMBO_TAG_MAIN, GUMBO_TAG_NAV, GUMBO_TAG_OPTGROUP, GUMBO_TAG_OPTION, GUMBO_TAG_SECTION,
      GUMBO_TAG_SUMMARY, GUMBO_TAG_CAPTION)
    set(.textArea, GUMBO_TAG_TEXTAREA)
    set(.paragraph, GUMBO_TAG_P, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DL, GUMBO_TAG_TABLE)
    set(
      .heading, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6)
    set(.preformatted, GUMBO_TAG_PRE, GUMBO_TAG_LISTING)
    set(.list(ordered: true), GUMBO_TAG_OL)
    set(.list(ordered: false), GUMBO_TAG_UL, GUMBO_TAG_DIR, GUMBO_TAG_MENU)
    set(.item, GUMBO_TAG_LI)
    set(.row, GUMBO_TAG_TR)
    set(.cell, GUMBO_TAG_TD, GUMBO_TAG_TH)
    set(.lineBreak, GUMBO_TAG_BR)
    set(.machinery(.script, .script), GUMBO_TAG_SCRIPT)
    set(.machinery(.styleSheet, .style), GUMBO_TAG_STYLE)
    set(.unshown, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE)
    set(
      .unshownRaw, GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES)
    set(.title, GUMBO_TAG_TITLE)
    return kinds
  }()
}

/// Marks that a browser generates for list items.
struct ListNumbering {
  private var next: Int
  private let step: Int
  private let style: String
  private let isOrdered: Bool

  /// A bullet list, or what <ol> says in its start, type and reversed.
  init(_ list: TreeNode, ordered: Bool) {
    isOrdered = ordered
    style = list.attribute("type")?.string ?? "1"
    let isReversed = list.attribute("reversed") != nil
    step = isReversed ? -1 : 1
    let count = isReversed ? list.children.count { $0.tag == GUMBO_TAG_LI } : 1
    next = list.attribute("start").flatMap { ListNumbering.number($0) } ?? count
  }

  private static func number(_ attribute: TreeAttribute) -> Int? {
    Int(attribute.string).flatMap { abs($0) < 1_000_000 ? $0 : nil }
  }

  mutating func mark(for item: TreeNode) -> String {
    guard isOrdered else { return "•" }
    if let value = item.attribute("value").flatMap({ ListNumbering.number($0) }) { next = value }
    defer { next += step }
    switch style {
    case "a": return letters(next) + "."
    case "A": return letters(next).uppercased() + "."
    case "i": return roman(next) + "."
    case "I": return roman(next).uppercased() + "."
    default: return "\(next)."
    }
  }

  private func letters(_ number: Int) -> String {
    guard number > 0 else { return "\(number)" }
    var rest = number
    var letters: [UInt8] = []
    while rest > 0 {
      rest -= 1
      letters.insert(UInt8(ascii: "a") + UInt8(rest % 26), at: 0)
      rest /= 26
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private func roman(_ number: Int) -> String {
    guard (1..<4000).contains(number) else { return "\(number)" }
    var rest = number
    var numeral = ""
    for (value, letters) in [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ] {
      while rest >= value {
        numeral += letters
        rest -= value
      }
    }
    return numeral
  }
}
