import ExpungeWorkflows

/// Replaces every name of a labelled document, the same name by the same name.
struct NameReplacement<Random: RandomNumberGenerator> {
  let pool: NamePool
  var random: Random

  /// The document with new names; initials, titles and everything else stay.
  mutating func replaced(_ document: GoldDocument) -> GoldDocument {
    var replacements: [String: String] = [:]
    let scalars = Array(document.text.unicodeScalars)
    var text = String.UnicodeScalarView()
    var spans: [GoldDocument.Span] = []
    var position = 0
    for var span in document.spans.sorted(by: { $0.start < $1.start }) {
      guard span.start >= position else { continue }
      text.append(contentsOf: scalars[position..<span.start])
      let start = text.count
      let value = scalars[span.start..<span.end]
      text.append(
        contentsOf: span.label == "PERSON" ? replaced(value, &replacements) : Array(value))
      position = span.end
      (span.start, span.end) = (start, text.count)
      spans.append(span)
    }
    text.append(contentsOf: scalars[position...])
    var document = document
    document.text = String(text)
    document.spans = spans
    return document
  }

  private mutating func replaced(
    _ name: ArraySlice<Unicode.Scalar>, _ replacements: inout [String: String]
  ) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var isFirst = true
    var rest = name
    while let first = rest.first {
      guard first.properties.isAlphabetic else {
        result.append(first)
        rest.removeFirst()
        continue
      }
      let word = rest.prefix { $0.properties.isAlphabetic || $0 == "'" || $0 == "\u{2019}" }
      rest = rest.dropFirst(word.count)
      if word.count < 3 {
        result += word
      } else {
        let old = String(String.UnicodeScalarView(word))
        let hasMore = rest.contains { $0.properties.isAlphabetic }
        let key = old.lowercased()
        let new =
          replacements[key] ?? pool.name(isForename: isFirst && hasMore, using: &random)
        replacements[key] = new
        result += Self.spelt(new, as: old).unicodeScalars
      }
      isFirst = false
    }
    return result
  }

  /// In small letters, in capitals, or with a capital, as the old name was.
  private static func spelt(_ new: String, as old: String) -> String {
    if old == old.lowercased() { return new }
    if old == old.uppercased() { return new.uppercased() }
    return new.prefix(1).uppercased() + new.dropFirst()
  }
}
