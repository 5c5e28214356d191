/// A gold text with the way from its code points to its bytes, and its words.
struct GoldText {
  let bytes: Int
  /// Byte offset of each code point, and the end.
  private let offsets: [Int]
  private let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    var position = 0
    for scalar in scalars {
      offsets.append(position)
      position += UTF8.width(scalar)
    }
    offsets.append(position)
    self.offsets = offsets
    bytes = position
  }

  func byte(_ codePoint: Int) -> Int { offsets[codePoint] }

  /// White space parts words.
  var wordCount: Int {
    var count = 0
    var isInside = false
    for scalar in scalars {
      let isSpace = scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
      if !isSpace, !isInside { count += 1 }
      isInside = !isSpace
    }
    return count
  }

  /// Runs of letters, digits and underscores in a range of code points, as bytes.
  func tokens(from start: Int, to end: Int) -> [(range: Range<Int>, text: String)] {
    var found: [(range: Range<Int>, text: String)] = []
    var index = start
    while index < end {
      guard GoldText.isWord(scalars[index]) else {
        index += 1
        continue
      }
      let first = index
      var text = ""
      while index < end, GoldText.isWord(scalars[index]) {
        text.unicodeScalars.append(scalars[index])
        index += 1
      }
      found.append((offsets[first]..<offsets[index], text))
    }
    return found
  }

  var allTokens: [(range: Range<Int>, text: String)] { tokens(from: 0, to: scalars.count) }

  private static let forgiven: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "no", "nr", "about", "the", "of", "and", "at", "in", "s",
    "a",
  ]

  /// The words of a span that must be covered: titles and articles are forgiven.
  func required(_ span: GoldDocument.Span) -> [Range<Int>] {
    let found = tokens(from: span.start, to: span.end)
    let kept = found.filter { !GoldText.forgiven.contains($0.text.lowercased()) }
    return (kept.isEmpty ? found : kept).map(\.range)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default:
      return scalar.properties.numericType != nil
    }
  }
}
