package import ExpungeText
package import PCRE2

/// One entry of a rule's context as one pattern: its phrases as whole words, in any case.
package struct ContextPattern: Sendable {
  /// A phrase that stands near a hit.
  package struct Found: Equatable, Sendable {
    /// Index into the entry's phrases.
    package var phrase: Int
    /// Bytes of the reading.
    package var range: ByteRange
  }

  private let pattern: Pattern
  /// The group of each phrase, shortest phrase first, so that a phrase that runs over the window's
  /// end does not hide a shorter one at its start.
  private let groups: [(phrase: Int, group: Int)]
  private let side: Rule.Context.Side
  private let within: Int

  /// - Throws: `PatternError` where a phrase is a pattern that libpcre2 refuses, or where an entry
  ///   has more phrases than a pattern has groups.
  package init(_ entry: Rule.Context) throws(PatternError) {
    let order = entry.phrases.indices.sorted {
      (entry.phrases[$0].utf8.count, $0) < (entry.phrases[$1].utf8.count, $1)
    }
    let alternatives = order.map { "(?<phrase\($0)>\(Self.source(of: entry.phrases[$0])))" }
    let pattern = try Pattern(
      "(?<![\\p{L}\\p{N}])(?:\(alternatives.joined(separator: "|")))(?![\\p{L}\\p{N}])",
      options: .ignoresCase)
    self.pattern = pattern
    groups = order.compactMap { phrase in
      pattern.group(named: "phrase\(phrase)").map { (phrase, $0) }
    }
    side = entry.side
    within = entry.within
  }

  /// A phrase's words may stand over two lines of one block.
  private static func source(of phrase: String) -> String {
    guard !phrase.hasPrefix("(?") else { return phrase }
    return phrase.split(separator: " ").map { word in
      word.unicodeScalars.reduce(into: "") { pattern, scalar in
        let isWordCharacter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        if scalar.isASCII, !isWordCharacter { pattern.unicodeScalars.append("\\") }
        pattern.unicodeScalars.append(scalar)
      }
    }.joined(separator: "[ \\t]{0,3}[ \\t\\n][ \\t]{0,14}")
  }

  /// The phrase nearest to a hit that lies wholly in the window; the hit's edges end words.
  ///
  /// Linear in the window.
  package func nearest(
    to hit: ByteRange, in text: [UInt8], block: ByteRange, with scratch: inout Scratch
  ) throws(MatchError) -> Found? {
    let before =
      side == .after ? nil : try last(before: hit.start, in: text, block, with: &scratch)
    let after =
      side == .before ? nil : try first(after: hit.end, in: text, block, with: &scratch)
    guard let before, let after else { return before ?? after }
    return hit.start - before.range.end <= after.range.start - hit.end ? before : after
  }

  private func last(
    before end: Int, in text: [UInt8], _ block: ByteRange, with scratch: inout Scratch
  ) throws(MatchError) -> Found? {
    let start = Self.scalarStart(atOrAfter: max(block.start, end - within), in: text, limit: end)
    // What stands before the window decides whether a word begins at its edge.
    let context = Self.scalarStart(atOrBefore: max(block.start, start - 1), in: text)
    var found: Found?
    try search(context..<end, from: start, in: text, with: &scratch) { match in
      found = match
      return true
    }
    return found
  }

  private func first(
    after start: Int, in text: [UInt8], _ block: ByteRange, with scratch: inout Scratch
  ) throws(MatchError) -> Found? {
    let end = min(block.end, start + within)
    let context = Self.scalarStart(atOrAfter: min(block.end, end + 1), in: text, limit: block.end)
    var found: Found?
    try search(start..<context, from: start, in: text, with: &scratch) { match in
      guard match.range.end <= end else { return true }
      found = match
      return false
    }
    return found
  }

  private func search(
    _ window: Range<Int>, from: Int, in text: [UInt8], with scratch: inout Scratch,
    _ body: (Found) -> Bool
  ) throws(MatchError) {
    guard !window.isEmpty else { return }
    let groups = groups
    try pattern.forEachMatch(
      in: text.span.extracting(window), from: from - window.lowerBound, with: &scratch
    ) { match, scratch in
      for (phrase, group) in groups where scratch.range(ofGroup: group) != nil {
        let range = ByteRange(match.start + window.lowerBound, match.end + window.lowerBound)
        return body(Found(phrase: phrase, range: range))
      }
      return true
    }
  }

  private static func scalarStart(atOrAfter offset: Int, in text: [UInt8], limit: Int) -> Int {
    var offset = offset
    while offset < limit, text[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  private static func scalarStart(atOrBefore offset: Int, in text: [UInt8]) -> Int {
    var offset = offset
    while offset > 0, offset < text.count, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
