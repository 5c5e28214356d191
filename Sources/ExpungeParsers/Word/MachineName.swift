import ExpungeText

/// Names that programs give, which say nothing about anybody.
enum MachineName {
  /// "_GoBack", "_Toc158201233".
  static func isBookmark(_ name: [UInt8]) -> Bool {
    guard name.first == UInt8(ascii: "_") else { return false }
    if name.elementsEqual("_GoBack".utf8) { return true }
    let letters = name.dropFirst().prefix(while: Ascii.isLetter)
    return ["Toc", "Ref", "Hlk", "Mon", "PictureBullets"].contains {
      letters.elementsEqual($0.utf8)
    } && name.dropFirst(letters.count + 1).allSatisfy(Ascii.isDigit)
  }

  private static let shapes: Set<String> = [
    "picture", "image", "graphic", "text box", "textbox", "chart", "diagram", "rectangle", "group",
    "object", "shape", "oval", "line", "straight connector", "straight arrow connector", "frame",
    "canvas", "freeform", "autoshape", "wordart", "content placeholder", "table", "rectangle:",
    "text frame", "graphics", "img",
  ]

  /// "Picture 1", "Text Box 24".
  static func isDrawing(_ name: [UInt8]) -> Bool {
    guard name.count < 40 else { return false }
    let base = withoutNumber(String(decoding: name, as: UTF8.self))
    return base.isEmpty || shapes.contains(base)
  }

  /// A style that Word knows by itself: "heading 1", "Medium Grid 2 Accent 3", "Body Text Char".
  static func isStyle(_ name: [UInt8]) -> Bool {
    guard (3...48).contains(name.count) else { return false }
    var base = withoutNumber(String(decoding: name, as: UTF8.self))
    if base.hasSuffix(" char") { base = withoutNumber(String(base.dropLast(5))) }
    if base.hasSuffix(" accent") { base = withoutNumber(String(base.dropLast(7))) }
    if let kind = ["light", "dark", "colorful"].first(where: { base.hasSuffix(" " + $0) }) {
      base = withoutNumber(String(base.dropLast(kind.count)))
    }
    return styles.contains(base)
  }

  /// The names of ISO/IEC 29500-1, annex and 17.7.4.9, and of later versions, without numbers.
  private static let styles: Set<String> = [
    "normal", "heading", "index", "toc", "normal indent", "footnote text", "annotation text",
    "header", "footer", "index heading", "caption", "table of figures", "envelope address",
    "envelope return", "footnote reference", "annotation reference", "line number", "page number",
    "endnote reference", "endnote text", "table of authorities", "macro", "macro text",
    "macrotext", "toa heading", "list", "list bullet", "list number", "title", "closing",
    "signature", "default paragraph font", "body text", "body text indent", "list continue",
    "message header", "subtitle", "salutation", "date", "body text first indent", "note heading",
    "block text", "hyperlink", "followedhyperlink", "strong", "emphasis", "document map",
    "plain text", "e-mail signature", "html top of form", "html bottom of form", "normal (web)",
    "html acronym", "html address", "html cite", "html code", "html definition", "html keyboard",
    "html preformatted", "html sample", "html typewriter", "html variable", "normal table",
    "annotation subject", "no list", "outline list", "table simple", "table classic",
    "table colorful", "table columns", "table grid", "table list", "table 3d effects",
    "table contemporary", "table elegant", "table professional", "table subtle", "table web",
    "balloon text", "table theme", "table normal", "placeholder text", "no spacing",
    "light shading", "light list", "light grid", "medium shading", "medium list", "medium grid",
    "dark list", "colorful shading", "colorful list", "colorful grid", "revision",
    "list paragraph", "quote", "intense quote", "subtle emphasis", "intense emphasis",
    "subtle reference", "intense reference", "book title", "bibliography", "toc heading",
    "plain table", "grid table", "list table", "mention", "smart hyperlink", "hashtag",
    "unresolved mention", "smart link", "comment text", "comment subject", "comment reference",
  ]

  /// A name in small letters without the digits and spaces at its end.
  private static func withoutNumber(_ name: String) -> String {
    let kept = name.utf8.reversed().drop { Ascii.isDigit($0) || Ascii.isSpace($0) }.reversed()
    return String(decoding: kept, as: UTF8.self).lowercased()
  }
}
