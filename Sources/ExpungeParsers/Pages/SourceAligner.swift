import ExpungeText

/// Finds, byte for byte, where in the page a decoded text came from.
///
/// Every verbatim stretch is compared with the page, so a map can be incomplete but never wrong: from
/// the first byte on that does not fit, a text has no place in the file.
struct SourceAligner {
  /// How a stretch of the page is to be understood.
  enum Mode {
    /// References are decoded; tags in between were ignored by the parser.
    case text
    /// References are decoded and nothing is a tag: titles, text areas.
    case escapable
    /// As escapable, by the slightly different rules of attributes.
    case attribute
    /// As it stands: comments, raw text.
    case raw
    /// As it stands up to "]]>".
    case cdata
  }

  let page: UnsafeBufferPointer<UInt8>
  private var references = CharacterReferences()

  init(_ page: UnsafeBufferPointer<UInt8>) { self.page = page }

  /// The offset in the page that a pointer of the parser's stands for; nil if it lies elsewhere.
  func offset(of pointer: UnsafePointer<CChar>?) -> Int? {
    guard let pointer, let base = page.baseAddress else { return nil }
    let distance = UnsafeRawPointer(pointer) - UnsafeRawPointer(base)
    return (0...page.count).contains(distance) ? distance : nil
  }

  /// How many bytes stand in the page as in the text, to the next character that may mean another, and
  /// never half a character: what the parser replaces can begin with the bytes of its replacement.
  private func verbatimCount(
    _ decoded: UnsafeBufferPointer<UInt8>, from index: Int, at place: Int
  ) -> Int {
    var count = 0
    while index + count < decoded.count, place + count < page.count,
      page[place + count] == decoded[index + count],
      count == 0
        || page[place + count] != UInt8(ascii: "&")
          && page[place + count] != UInt8(ascii: "<")
          && page[place + count] != UInt8(ascii: "]")
    { count += 1 }
    while count > 0, index + count < decoded.count, decoded[index + count] & 0xC0 == 0x80 {
      count -= 1
    }
    return count
  }

  /// What a character reference in a tag stands for; nil if the ampersand stands for itself.
  mutating func reference(at place: Int) -> CharacterReferences.Decoded? {
    references.decode(page, at: place, inAttribute: true)
  }

  /// Ascending runs of `decoded`, whose bytes begin in the page at `start`. O(bytes).
  mutating func runs(
    of decoded: UnsafeBufferPointer<UInt8>, from start: Int?, _ mode: Mode
  ) -> [SourceMap.Run] {
    guard let start else { return [] }
    var runs: [SourceMap.Run] = []
    var index = 0
    var place = start
    var mode = mode
    while index < decoded.count, place < page.count {
      let byte = page[place]
      switch byte {
      case UInt8(ascii: "<") where mode == .text && stands(SourceAligner.cdataStart, at: place):
        // Only in drawings and formulas; anywhere else the parser takes it for a comment.
        mode = .cdata
        place += SourceAligner.cdataStart.count
        continue
      case UInt8(ascii: "]") where mode == .cdata && stands(SourceAligner.cdataEnd, at: place):
        mode = .text
        place += SourceAligner.cdataEnd.count
        continue
      case UInt8(ascii: "&") where mode != .raw && mode != .cdata:
        if let found = references.decode(page, at: place, inAttribute: mode == .attribute),
          decoded[index...].starts(with: found.text)
        {
          runs.append(
            SourceMap.Run(
              text: ByteRange(index, index + found.text.count),
              source: ByteRange(place, place + found.width), verbatim: false))
          index += found.text.count
          place += found.width
          continue
        }
      case 0x0D:
        let width = place + 1 < page.count && page[place + 1] == 0x0A ? 2 : 1
        if decoded[index] == 0x0A {
          runs.append(
            SourceMap.Run(
              text: ByteRange(index, index + 1), source: ByteRange(place, place + width),
              verbatim: false))
          index += 1
        }
        place += width
        continue
      case UInt8(ascii: "<") where mode == .text:
        if let end = endOfMarkup(at: place) {
          place = end
          continue
        }
      default:
        break
      }
      let verbatim = verbatimCount(decoded, from: index, at: place)
      if verbatim > 0 {
        runs.append(
          SourceMap.Run(
            text: ByteRange(index, index + verbatim),
            source: ByteRange(place, place + verbatim), verbatim: true))
        index += verbatim
        place += verbatim
      } else if decoded[index...].starts(with: SourceAligner.replacement) {
        // A control character, which the parser replaces.
        var end = place + 1
        while end < page.count, page[end] & 0xC0 == 0x80 { end += 1 }
        runs.append(
          SourceMap.Run(
            text: ByteRange(index, index + SourceAligner.replacement.count),
            source: ByteRange(place, end), verbatim: false))
        index += SourceAligner.replacement.count
        place = end
      } else if byte == 0x0A {
        // The line feed after <pre>, which the parser drops.
        place += 1
      } else {
        break
      }
    }
    return runs
  }

  /// U+FFFD.
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
  private static let cdataStart = Array("<![CDATA[".utf8)
  private static let cdataEnd = Array("]]>".utf8)

  private func stands(_ words: [UInt8], at place: Int) -> Bool {
    place + words.count <= page.count && page[place..<place + words.count].elementsEqual(words)
  }

  /// The end of a tag or comment that the parser passed over within a text; nil if "<" is a character.
  private func endOfMarkup(at start: Int) -> Int? {
    guard start + 1 < page.count else { return nil }
    var next = page[start + 1]
    if next == UInt8(ascii: "/"), start + 2 < page.count { next = page[start + 2] }
    let isTag = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20) && next < 0x80
    guard isTag || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else { return nil }
    var index = start + 1
    var quote: UInt8 = 0
    while index < page.count {
      let byte = page[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if isTag, byte == 0x22 || byte == 0x27, page[index - 1] == UInt8(ascii: "=") {
        quote = byte
      }
      index += 1
    }
    return page.count
  }
}
