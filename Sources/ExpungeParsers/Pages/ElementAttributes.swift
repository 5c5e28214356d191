import CGumbo
import ExpungeDocuments
import ExpungeText

/// The attributes of an element that hold words, and whether they hide it.
struct ElementAttributes {
  private let tag: GumboTag
  private let attributes: [TreeAttribute]

  init(_ node: TreeNode) {
    tag = node.tag
    attributes = node.attributes
  }

  /// By its own doing; style sheets are not read.
  var hides: Bool {
    attributes.contains { attribute in
      switch attribute.name {
      case "hidden": return true
      case "style": return ElementAttributes.hides(style: attribute.string)
      default: return false
      }
    }
  }

  private static func hides(style: String) -> Bool {
    style.lowercased().split(separator: ";").contains { declaration in
      let plain = declaration.filter { !$0.isWhitespace }
        .split(separator: "!", maxSplits: 1).first.map(String.init)
      switch plain {
      case "display:none", "visibility:hidden", "visibility:collapse", "opacity:0", "opacity:0.0",
        "opacity:.0", "font-size:0", "font-size:0px", "font-size:0pt":
        return true
      default:
        return false
      }
    }
  }

  // MARK: Words

  private static let worded: Set<String> = [
    "title", "aria-label", "aria-description", "aria-valuetext", "aria-roledescription",
    "aria-placeholder", "placeholder", "label", "summary", "abbr", "download", "datetime", "alt",
    "srcdoc", "standby", "prompt",
  ]
  private static let addresses: Set<String> = [
    "href", "xlink:href", "src", "srcset", "imagesrcset", "action", "formaction", "cite",
    "longdesc", "data", "poster", "background", "ping", "manifest", "codebase", "archive",
    "classid", "usemap", "profile", "lowsrc", "dynsrc", "icon",
  ]
  private static let technicalProperties: Set<String> = [
    "viewport", "robots", "theme-color", "color-scheme", "format-detection",
  ]

  /// Adds each attribute that holds words, or must be decoded to be read, as a part of its own; what
  /// is left is read with the markup.
  func add(to parts: inout PartCollector, _ aligner: inout SourceAligner) {
    let picture = tag == GUMBO_TAG_IMG ? parts.nextPicture() : nil
    for attribute in attributes {
      guard attribute.value.contains(where: { !ShownText.isSpace($0) }) else { continue }
      if let role = role(of: attribute, isPicture: picture != nil) {
        let number = role == .alternativeText || role == .pictureAddress ? picture : nil
        add(attribute, as: role, number, to: &parts, &aligner)
      } else if DrawingData.isOne(attribute), let start = aligner.offset(of: attribute.original) {
        let runs = aligner.runs(of: attribute.value, from: start, .attribute)
        for run in runs { parts.leaveOut(run.source) }
      }
    }
  }

  private func role(of attribute: TreeAttribute, isPicture: Bool) -> PartRole? {
    let name = attribute.name
    switch name {
    case "src" where isPicture:
      return .pictureAddress
    case "alt" where isPicture:
      return .alternativeText
    case "content" where tag == GUMBO_TAG_META:
      if isAuthor { return .author }
      return isProperty || attribute.holds("%") ? .property : nil
    case "value":
      return tag == GUMBO_TAG_LI ? nil : .attribute
    case _ where ElementAttributes.addresses.contains(name):
      return role(ofAddress: attribute)
    case _ where ElementAttributes.worded.contains(name) || name.hasPrefix("data-"):
      return .attribute
    case _ where name.hasPrefix("on") || name == "style":
      return attribute.holds("\\") ? .attribute : nil
    default:
      return nil
    }
  }

  /// What a person may follow; elsewhere, such as in a `<script src>`, what may say more than where a
  /// file is.
  private func role(ofAddress attribute: TreeAttribute) -> PartRole? {
    if tag != GUMBO_TAG_LINK,
      ["href", "xlink:href", "action", "cite", "longdesc"].contains(attribute.name)
    {
      return .link
    }
    let address = attribute.string.lowercased()
    let saysMore =
      address.contains { "?%".contains($0) }
      || ["mailto:", "tel:", "data:"].contains { address.contains($0) }
      || attributes.contains { $0.name == "rel" && $0.string.lowercased().contains("author") }
    return saysMore ? .link : nil
  }

  /// Whether a page says in it who wrote it (HTML 4.2.5.1 standard metadata names; Dublin Core; The Open
  /// Graph protocol; names that search engines ask for).
  private var isAuthor: Bool {
    attributes.contains { other in
      ["name", "property", "itemprop"].contains(other.name)
        && ElementAttributes.authors.contains(other.string.lowercased())
    }
  }

  private static let authors: Set = [
    "author", "creator", "contributor", "editor", "article:author", "book:author", "dc.creator",
    "dc.contributor", "dcterms.creator", "dcterms.contributor", "citation_author", "parsely-author",
    "sailthru.author", "web_author", "designer", "owner",
  ]

  private var isProperty: Bool {
    attributes.contains { other in
      ["name", "property", "itemprop"].contains(other.name)
        && !ElementAttributes.technicalProperties.contains(other.string.lowercased())
    }
  }

  private func add(
    _ attribute: TreeAttribute, as role: PartRole, _ number: Int?, to parts: inout PartCollector,
    _ aligner: inout SourceAligner
  ) {
    let value = attribute.value
    let start = aligner.offset(of: attribute.original)
    var text = Array(value)
    var runs = aligner.runs(of: value, from: start, .attribute)
    let name = attribute.name
    if role == .link || role == .pictureAddress {
      (text, runs) = PercentDecoding.decode(text, runs)
    } else if name == "style" {
      (text, runs) = EscapeDecoding.decode(text, runs, as: .style)
    } else if name.hasPrefix("on") || name.hasPrefix("data-") {
      (text, runs) = EscapeDecoding.decode(text, runs, as: .script)
    }
    parts.add(role, lines: text, runs: runs, number: number)
  }
}

/// The numbers of a drawing, and the check sums of what a page loads: they hold no words, and look
/// like codes.
private enum DrawingData {
  private static let names: Set<String> = [
    "d", "points", "transform", "gradienttransform", "patterntransform", "viewbox", "values",
    "keytimes", "keysplines", "path", "coords",
  ]
  private static let functions: Set<String> = [
    "matrix", "translate", "rotate", "scale", "skewx", "skewy",
  ]

  /// By its name and its shape: words where numbers belong are read.
  static func isOne(_ attribute: TreeAttribute) -> Bool {
    let name = attribute.name.lowercased()
    if name == "integrity" {
      let sums = attribute.string.split(separator: " ")
      return sums.allSatisfy { $0.hasPrefix("sha") && $0.utf8.allSatisfy(Base64.isLetter) }
    }
    guard names.contains(name) else { return false }
    let value = attribute.string
    guard value.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    return value.split { !$0.isLetter }.allSatisfy {
      $0.count == 1 || functions.contains($0.lowercased()) || isCommands($0)
    }
  }

  /// "zm": closes one line and begins the next.
  private static func isCommands(_ letters: Substring) -> Bool {
    letters.count <= 3 && letters.lowercased().allSatisfy { "mzlhvcsqtae".contains($0) }
      && letters.lowercased().contains("z")
  }
}
