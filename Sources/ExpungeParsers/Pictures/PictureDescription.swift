import ExpungeDocuments
import ExpungeText

/// What the XML within a picture says about it (ISO 16684-1): its words, and where it was taken.
enum PictureDescription {
  static func lines(of payload: ArraySlice<UInt8>, limits: ReaderLimits) -> [[UInt8]] {
    let page = Array(payload.prefix { $0 != 0 })
    do throws(XMLError) {
      let tree = try XMLParser.tree(
        of: page, ByteRange(0, page.count), nesting: limits.nesting)
      return lines(of: tree)
    } catch {
      // Whatever it is, it goes with its segment; its words are examined all the same.
      return page.split(separator: Ascii.lineFeed).map { line in
        Array(String(decoding: line, as: UTF8.self).utf8)
      }
    }
  }

  private static func lines(of tree: XMLTree) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var degrees: [XMLName: String] = [:]
    for node in tree.nodes.indices {
      if tree.name(node) == .text {
        let text = tree.text(ofText: node).trimmed()
        let element = Int(tree.nodes[node].parent)
        if element >= 0, isPosition(tree.name(element)) {
          degrees[tree.name(element)] = text.string
        } else if isWorded(text.bytes) {
          lines.append(title(of: element, tree) + text.bytes)
        }
        continue
      }
      for index in tree.attributeIndices(of: node) {
        let name = tree.attributes[index].name
        let value = tree.value(ofAttribute: index)
        if isPosition(name) {
          degrees[name] = value.string
        } else if name.isSaidOfPicture {
          lines.append(value.bytes)
        }
      }
    }
    if let latitude = degrees[.pictureLatitude].flatMap(decimal),
      let longitude = degrees[.pictureLongitude].flatMap(decimal)
    {
      lines.append(Array("Position: \(latitude), \(longitude)".utf8))
    }
    return lines
  }

  /// "Artist: " where the text or what it is listed in is the creator's name.
  private static func title(of element: Int, _ tree: XMLTree) -> [UInt8] {
    var node = element
    for _ in 0..<3 where node >= 0 {
      if tree.name(node) == .coreCreator { return Array("Artist: ".utf8) }
      node = Int(tree.nodes[node].parent)
    }
    return []
  }

  private static func isPosition(_ name: XMLName) -> Bool {
    name == .pictureLatitude || name == .pictureLongitude
  }

  /// Numbers, dates and identifiers of programs are none.
  private static func isWorded(_ text: [UInt8]) -> Bool {
    text.contains { Ascii.isLetter($0) || $0 >= 0x80 }
      && !text.starts(with: "xmp.".utf8) && !text.starts(with: "uuid:".utf8)
  }

  /// "51,30.5N" as "51.508333"; what is decimal already stays.
  private static func decimal(_ words: String) -> String? {
    guard let side = words.last, "NSEW".contains(side) else { return Double(words).map { "\($0)" } }
    let parts = words.dropLast().split(separator: ",").map { Double($0) }
    guard (2...3).contains(parts.count), let degrees = parts[0], let minutes = parts[1] else {
      return nil
    }
    let seconds = parts.count == 3 ? parts[2] ?? 0 : 0
    let value = degrees + minutes / 60 + seconds / 3600
    return CameraData.decimal(side == "S" || side == "W" ? -value : value)
  }
}

extension XMLName {
  /// Attributes that short descriptions hold instead of elements.
  fileprivate var isSaidOfPicture: Bool {
    switch self {
    case .pictureCity, .pictureCredit, .pictureHeadline, .pictureCaptionWriter, .pictureOwner:
      true
    default: false
    }
  }
}
