import ExpungeText

/// An entry of a Word file that holds word-processing markup, looked at as bytes.
///
/// The file was read and found well-formed before, so that looking for tags by their names is enough.
struct WordPart {
  let range: ByteRange
  /// As the file calls it.
  let name: [UInt8]
  /// What its own elements' names begin with: "w:", or nothing.
  let prefix: String
  let namespace: String
  private let bytes: [UInt8]

  private static let namespaces = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]

  /// - Returns: nil when the entry holds no such markup.
  init?(_ entry: Int, of contents: FileContents) {
    range = contents.entries[entry].range
    name = contents.entries[entry].name
    bytes = contents.bytes
    let head = String(decoding: contents.bytes(ofEntry: entry).prefix(1 << 14), as: UTF8.self)
    for namespace in Self.namespaces {
      for quote in ["\"", "'"] {
        guard let found = head.firstRange(of: "=\(quote)\(namespace)\(quote)") else { continue }
        let declaration = head[..<found.lowerBound].split(whereSeparator: \.isWhitespace).last ?? ""
        self.namespace = namespace
        prefix =
          declaration.hasPrefix("xmlns:") ? declaration.dropFirst("xmlns:".count) + ":" : ""
        return
      }
    }
    return nil
  }

  /// Where the run begins that holds a place of its text. O(n) at worst.
  func runStart(before place: Int) -> Int? {
    let tag = Array("<\(prefix)r".utf8)
    var index = place
    while index > range.start {
      index -= 1
      guard bytes[index] == tag[0], index + tag.count < range.end,
        bytes[index..<index + tag.count].elementsEqual(tag)
      else { continue }
      let after = bytes[index + tag.count]
      if after == UInt8(ascii: ">") || Ascii.isSpace(after) { return index }
    }
    return nil
  }

  func runEnd(after place: Int) -> Int? { end(of: "</\(prefix)r>", from: place) }

  /// The largest number that an element of this part has for an identifier; -1 without any.
  var largestIdentifier: Int {
    let mark = Array("\(prefix)id=\"".utf8)
    var largest = -1
    var index = range.start
    while index + mark.count < range.end {
      if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
        let digits = bytes[(index + mark.count)..<range.end].prefix(while: Ascii.isDigit).prefix(9)
        largest = max(largest, Int(String(decoding: digits, as: UTF8.self)) ?? -1)
        index += mark.count
      }
      index += 1
    }
    return largest
  }

  /// Where the root's end tag begins.
  var endOfRoot: Int {
    bytes[range.start..<range.end].lastIndex(of: UInt8(ascii: "<")) ?? range.end
  }

  private func end(of tag: String, from place: Int) -> Int? {
    let tag = Array(tag.utf8)
    var index = place
    while index + tag.count <= range.end {
      if bytes[index] == tag[0], bytes[index..<index + tag.count].elementsEqual(tag) {
        return index + tag.count
      }
      index += 1
    }
    return nil
  }
}
