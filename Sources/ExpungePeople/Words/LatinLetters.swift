/// The Latin letters beyond ASCII: what each is looked up as, and whether it is a capital.
///
/// Source: Unicode, canonical and compatibility decompositions with the marks dropped; letters that
/// have none (ł, ø, đ, ı) by hand. "S", "A", "O" and "T" stand for ss, ae, oe and th.
enum LatinLetters {
  /// The letter of ASCII for a scalar from U+00C0 to U+024F or U+1E00 to U+1EFF; nil for others.
  @inline(__always)
  static func base(_ scalar: UInt32) -> UInt8? {
    guard let place = place(scalar) else { return nil }
    let letter = bases.utf8Start[place]
    return letter == UInt8(ascii: "?") ? nil : letter
  }

  @inline(__always)
  static func isCapital(_ scalar: UInt32) -> Bool {
    guard let place = place(scalar) else { return false }
    return capitals.utf8Start[place] == UInt8(ascii: "1")
  }

  @inline(__always)
  private static func place(_ scalar: UInt32) -> Int? {
    if scalar &- 0xC0 < 400 { return Int(scalar) - 0xC0 }
    if scalar &- 0x1E00 < 256 { return Int(scalar) - 0x1E00 + 400 }
    return nil
  }

  private static var bases: StaticString {
    """
    aaaaaaAceeeeiiiidnooooo?ouuuuyTSaaaaaaAceeeeiiiidnooooo?ouuuuyTyaaaaaaccccccccddddeeeeeeee\
    eegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnn?nnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuu\
    wwyyyzzzzzzs?????????????????ff?????????????oo?????????????uu???????????????????dddlllnnna\
    aiioouuuuuuuuuu?aaaaAA??ggkkoooo??jdddgg??nnaaAAooaaaaeeeeiiiioooorrrruuuusstt??hh??????aa\
    eeooooooooyy????????????????????????????aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikk\
    kkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxx\
    xxyyzzzzzzhtwyas??S?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouu\
    uuuuuuuuuuuuyyyyyyyy??????
    """
  }

  private static var capitals: StaticString {
    """
    111111111111111111111110111111100000000000000000000000000000000010101010101010101010101010\
    101010101010101010101010101010010101010101010100101010101010101010101010101010101010101010\
    101011010100011010110111001111011011100011011010101101001011011101011000100000001001001001\
    010101010101010010101010101010101001001011101010101010101010101010101010101010101010101010\
    101010101010000000110110010111101010101010101010101010101010101010101010101010101010101010\
    101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010\
    101010101000000000101010101010101010101010101010101010101010101010101010101010101010101010\
    10101010101010101010101010
    """
  }
}
