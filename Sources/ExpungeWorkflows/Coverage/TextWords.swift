import ExpungeText

/// The words of a part's text: letters with inner apostrophes, hyphens parting them.
struct TextWords {
  private(set) var capitalised: [CapitalisedWord] = []
  /// Keys of words that stand in small letters somewhere.
  private(set) var small: Set<String> = []
  /// Keys of words in capitals that stand alone in brackets: "(EHC)".
  private(set) var introduced: Set<String> = []

  /// O(n).
  mutating func add(_ text: [UInt8], in block: ByteRange) {
    let scalars = String(decoding: text[block.start..<block.end], as: UTF8.self).unicodeScalars
    var index = scalars.startIndex
    var offset = block.start
    while index < scalars.endIndex {
      guard scalars[index].properties.isAlphabetic else {
        offset += UTF8.width(scalars[index])
        index = scalars.index(after: index)
        continue
      }
      let start = (index, offset)
      let isBracketed = offset > block.start && text[offset - 1] == UInt8(ascii: "(")
      while index < scalars.endIndex, Self.continues(scalars, at: index) {
        offset += UTF8.width(scalars[index])
        index = scalars.index(after: index)
      }
      add(
        String(scalars[start.0..<index]), at: start.1, isBracketed: isBracketed,
        closes: offset < block.end && text[offset] == UInt8(ascii: ")"))
    }
  }

  private mutating func add(_ word: String, at offset: Int, isBracketed: Bool, closes: Bool) {
    var core = word
    for ending in ["'s", "\u{2019}s"] where core.hasSuffix(ending) {
      core = String(core.dropLast(2))
    }
    let key = core.filter { $0 != "'" && $0 != "\u{2019}" }.lowercased()
    guard let first = core.unicodeScalars.first, !key.isEmpty else { return }
    guard first.properties.isUppercase else {
      small.insert(key)
      return
    }
    let found = CapitalisedWord(
      range: ByteRange(offset, offset + core.utf8.count), text: core, key: key)
    if isBracketed, closes, found.shape == .acronym { introduced.insert(key) }
    capitalised.append(found)
  }

  /// Letters, and an apostrophe between two of them.
  private static func continues(
    _ scalars: String.UnicodeScalarView, at index: String.UnicodeScalarView.Index
  ) -> Bool {
    if scalars[index].properties.isAlphabetic { return true }
    guard scalars[index] == "'" || scalars[index] == "\u{2019}" else { return false }
    let next = scalars.index(after: index)
    return next < scalars.endIndex && scalars[next].properties.isAlphabetic
  }
}
