/// The plain letters behind a Latin letter with diacritics, a ligature or a full-width form.
///
/// Read from the character's name in the Unicode database, which the standard library carries;
/// decomposition, which it does not offer, would miss "ł" and "ø" besides.
enum LatinLetter {
  /// One to three lower-case ASCII letters; nil when the scalar is no Latin letter.
  static func base(of scalar: Unicode.Scalar) -> [UInt8]? {
    if scalar.value < 0x80 {
      let lower = UInt8(scalar.value) | 0x20
      return scalar.value >= 0x41 && 0x61...0x7A ~= lower ? [lower] : nil
    }
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    if words.first == "MATHEMATICAL", let last = words.last, last.utf8.count == 1 {
      return letters(last)
    }
    guard let latin = words.firstIndex(of: "LATIN"), latin <= 1, words.count > latin + 3,
      words[latin + 1] == "SMALL" || words[latin + 1] == "CAPITAL",
      words[latin + 2] == "LETTER" || words[latin + 2] == "LIGATURE"
    else { return nil }
    let letter = words[(latin + 3)...]
    guard let first = letter.first else { return nil }
    switch first {
    case "SHARP": return Array("ss".utf8)
    case "LONG": return Array("s".utf8)
    case "ETH": return Array("d".utf8)
    case "THORN": return Array("th".utf8)
    case "ENG": return Array("n".utf8)
    case "SCHWA": return Array("e".utf8)
    case "DOTLESS": return letter.dropFirst().first.flatMap(letters)
    default: return letters(first)
    }
  }

  private static func letters(_ word: Substring) -> [UInt8]? {
    let bytes = word.utf8.map { $0 | 0x20 }
    return (1...3).contains(bytes.count) && bytes.allSatisfy { 0x61...0x7A ~= $0 } ? bytes : nil
  }
}
