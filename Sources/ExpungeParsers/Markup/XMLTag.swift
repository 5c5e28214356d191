import ExpungeText

/// A start tag as it is written, for attributes that libxml2 had to decode.
enum XMLTag {
  /// What stands between the quotation marks of each attribute, namespace declarations left out.
  ///
  /// The tag has been parsed already, so it is well formed. O(bytes of the tag).
  static func values(of tag: ByteRange, in page: [UInt8]) -> [ByteRange] {
    var values: [ByteRange] = []
    var index = tag.start
    while index < tag.end {
      guard let equals = page[index..<tag.end].firstIndex(of: UInt8(ascii: "=")) else { break }
      var nameEnd = equals
      while nameEnd > index, Ascii.isSpace(page[nameEnd - 1]) { nameEnd -= 1 }
      var nameStart = nameEnd
      while nameStart > index, !Ascii.isSpace(page[nameStart - 1]) { nameStart -= 1 }
      let name = page[nameStart..<nameEnd]
      var open = equals + 1
      while open < tag.end, Ascii.isSpace(page[open]) { open += 1 }
      guard open < tag.end,
        let close = page[(open + 1)..<tag.end].firstIndex(of: page[open])
      else { break }
      if !name.elementsEqual("xmlns".utf8), !name.starts(with: "xmlns:".utf8) {
        values.append(ByteRange(open + 1, close))
      }
      index = close + 1
    }
    return values
  }

  /// An attribute's value as XML reads it: references decoded, each white space one space.
  static func decode(_ page: [UInt8], _ source: ByteRange) -> MappedText {
    var text = MappedText()
    var index = source.start
    var plain = index
    while index < source.end {
      let byte = page[index]
      let isReference = byte == UInt8(ascii: "&")
      guard isReference || byte == Ascii.tab || byte == Ascii.lineFeed || byte == 0x0D else {
        index += 1
        continue
      }
      text.append(verbatim: page, ByteRange(plain, index))
      var width = 1
      var decoded: [UInt8] = [Ascii.space]
      if isReference {
        guard let end = page[index..<source.end].firstIndex(of: UInt8(ascii: ";")),
          let character = character(page[(index + 1)..<end])
        else { return MappedText() }
        width = end + 1 - index
        decoded = character
      } else if byte == 0x0D, index + 1 < source.end, page[index + 1] == Ascii.lineFeed {
        width = 2
      }
      text.append(decoded, from: ByteRange(index, index + width), verbatim: false)
      index += width
      plain = index
    }
    text.append(verbatim: page, ByteRange(plain, index))
    return text
  }

  /// What a reference stands for: a character's number, or one of the five entities of XML.
  private static func character(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
    let name = String(decoding: reference, as: UTF8.self)
    switch name {
    case "amp": return [UInt8(ascii: "&")]
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    default:
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst(1)) : nil
      return number.flatMap(Unicode.Scalar.init).map { Array(String(Character($0)).utf8) }
    }
  }
}
