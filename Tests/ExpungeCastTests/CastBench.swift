import ExpungeCast
import ExpungeDetection
import ExpungePacks
import ExpungeText
import Resources
import Testing

/// Texts as the cast list reads them: one block a line, with the shipped vocabulary.
enum CastBench {
  static let words: CastWords = {
    let sources = Resources.paths.filter { $0 == "Patterns/Cast.yaml" }.compactMap { path in
      Resources.file(path).map { PatternSource(path: path, bytes: $0) }
    }
    let lexicons = (try? PatternTree(sources: sources))?.library.lexicons ?? []
    let prefix = "cast-"
    return CastWords(
      lists: Dictionary(
        lexicons.map { (String($0.identifier.dropFirst(prefix.count)), $0.words) },
        uniquingKeysWith: { first, _ in first }))
  }()

  /// - Parameter names: found people, each by its words, in the order of the text; "A/1" gives the
  ///   subject a number.
  static func list(_ text: String, names: [String] = []) -> CastList {
    CastList(of: [part(text, names: names)], words: words)
  }

  static func part(_ text: String, names: [String] = []) -> CastPart {
    let bytes = Array(text.utf8)
    var blocks: [ByteRange] = []
    var summary: ByteRange?
    var start = 0
    for (index, byte) in (bytes + [0x0A]).enumerated() where byte == 0x0A {
      if index > start {
        blocks.append(ByteRange(start, index))
        if bytes[start..<index].starts(with: "Summary:".utf8) { summary = blocks.last }
      }
      start = index + 1
    }
    var found: [FoundSpan] = []
    for (number, name) in names.enumerated() {
      var offset = 0
      while let range = Self.range(of: name, in: bytes, from: offset) {
        found.append(FoundSpan(kind: .person, range: range, subject: number + 1))
        offset = range.end
      }
    }
    return CastPart(
      number: 0, text: bytes, blocks: blocks, summary: summary,
      found: found.sorted { $0.range < $1.range })
  }

  private static func range(of name: String, in bytes: [UInt8], from: Int) -> ByteRange? {
    let wanted = Array(name.utf8)
    guard bytes.count >= wanted.count, from <= bytes.count - wanted.count else { return nil }
    return (from...(bytes.count - wanted.count)).first {
      bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }.map { ByteRange($0, $0 + wanted.count) }
  }

  /// The checks that speak, each with the words at its place.
  static func checks(
    _ text: String, names: [String] = [], style: CastStyle = CastStyle()
  ) -> [String] {
    let bytes = Array(text.utf8)
    return list(text, names: names).breaches(style: style).map { breach in
      let range = breach.place.range
      return "\(breach.check.rawValue) "
        + String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
  }
}
