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
    "placeholder", "label", "summary", "abbr", "download", "datetime", "alt",
    "srcdoc",
  ]
  private static let technicalProperties: Set<String> = [
    "viewport", "robots", "theme-color", "color-scheme", "format-detection",
  ]

  /// Adds each attribute that holds words as a part of its own.
  func add(to parts: inout PartCollector, _ aligner: inout SourceAligner) {
    let picture = tag == GUMBO_TAG_IMG ? parts.nextPicture() : nil
    for attribute in attributes {
      guard let role = role(of: attribute, isPicture: picture != nil) else { continue }
      let number = role == .alternativeText || role == .pictureAddress ? picture : nil
      add(attribute, as: role, number, to: &parts, &aligner)
    }
  }

  private func role(of attribute: TreeAttribute, isPicture: Bool) -> PartRole? {
    let name = attribute.name
    switch name {
    case "href", "xlink:href":
      return isAddressOfPerson(attribute) || tag != GUMBO_TAG_LINK ? .link : nil
    case "action", "cite", "longdesc":
      return .link
    case "src" where isPicture:
      return attribute.string.prefix(5).lowercased() == "data:" ? nil : .pictureAddress
    case "alt" where isPicture:
      return .alternativeText
    case "content":
      let isProperty = attributes.contains { other in
        ["name", "property", "itemprop"].contains(other.name)
          && !ElementAttributes.technicalProperties.contains(other.string.lowercased())
      }
      return tag == GUMBO_TAG_META && isProperty ? .property : nil
    case "value":
      return tag == GUMBO_TAG_LI ? nil : .attribute
    default:
      let holdsWords = ElementAttributes.worded.contains(name) || name.hasPrefix("data-")
      return holdsWords ? .attribute : nil
    }
  }

  /// Of a `<link>`, only what may lead to a person.
  private func isAddressOfPerson(_ attribute: TreeAttribute) -> Bool {
    let address = attribute.string.lowercased()
    return address.hasPrefix("mailto:") || address.hasPrefix("tel:")
      || attributes.contains { $0.name == "rel" && $0.string.lowercased().contains("author") }
  }

  private func add(
    _ attribute: TreeAttribute, as role: PartRole, _ number: Int?, to parts: inout PartCollector,
    _ aligner: inout SourceAligner
  ) {
    let value = attribute.value
    guard value.contains(where: { !ShownText.isSpace($0) }) else { return }
    let start = aligner.offset(of: attribute.original)
    var text = Array(value)
    var runs = aligner.runs(of: value, from: start, .attribute)
    if role == .link || role == .pictureAddress {
      (text, runs) = PercentDecoding.decode(text, runs)
    }
    let block = Block(kind: .paragraph, range: ByteRange(0, text.count))
    parts.add(role, text: text, blocks: [block], runs: runs, number: number)
  }
}
