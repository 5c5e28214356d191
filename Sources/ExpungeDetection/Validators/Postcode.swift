/// A postcode, a sector of one, or its first half.
///
/// Source: Royal Mail, Programmers' Guide to the Postcode Address File: the forms A9, A99, AA9, AA99,
/// A9A, AA9A and the unit 9AA without C I K M O V; the list of 124 areas (with those of Jersey,
/// Guernsey and the Isle of Man).
enum Postcode {
  /// Passes for a full postcode or a sector ("LS17 6", "LS17 6XX") of a real area.
  static func grade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    guard !compact.isForeign, (3...7).contains(compact.count) else { return .fail }
    let end = compact.count
    if end >= 5, compact.digit(end - 3) != nil, isUnitLetter(compact, end - 2),
      isUnitLetter(compact, end - 1)
    {
      return isOutward(compact, upTo: end - 3) || isGiro(compact) ? .pass : .fail
    }
    if compact.digit(end - 1) != nil { return isOutward(compact, upTo: end - 1) ? .pass : .fail }
    if end >= 5, compact.letter(end - 1, isIn: "X"), compact.letter(end - 2, isIn: "X"),
      compact.digit(end - 3) != nil
    {
      return isOutward(compact, upTo: end - 3) ? .pass : .fail
    }
    return .fail
  }

  /// Passes for the first half of a postcode, "LS17".
  static func outwardGrade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    return !compact.isForeign && isOutward(compact, upTo: compact.count) ? .pass : .fail
  }

  private static func isUnitLetter(_ value: Compact, _ index: Int) -> Bool {
    value.letter(index, isIn: "ABDEFGHJLNPQRSTUWXYZ")
  }

  /// GIR 0AA, the one that breaks every rule.
  private static func isGiro(_ value: Compact) -> Bool {
    value.count == 6 && value.letter(0, isIn: "G") && value.letter(1, isIn: "I")
      && value.letter(2, isIn: "R") && value.digit(3) == 0 && value.letter(4, isIn: "A")
      && value.letter(5, isIn: "A")
  }

  private static func isOutward(_ value: Compact, upTo end: Int) -> Bool {
    guard end >= 2, end <= 4, value.isLetter(0) else { return false }
    let letters = value.isLetter(1) ? 2 : 1
    guard PostcodeAreas.holds(value[0], letters == 2 ? value[1] : nil), end > letters,
      let district = value.digit(letters)
    else { return false }
    guard end > letters + 1 else { return true }
    guard end == letters + 2 else { return false }
    if value.digit(letters + 1) != nil { return district != 0 }
    return isLettered(value, letters, district)
  }

  /// Districts of inner London that end in a letter; no other has one.
  private static func isLettered(
    _ value: Compact, _ letters: Int, _ district: Int
  ) -> Bool {
    let last = letters + 1
    switch (value[0], letters == 2 ? value[1] : 0, district) {
    case (UInt8(ascii: "E"), 0, 1): return value.letter(last, isIn: "W")
    case (UInt8(ascii: "N"), 0, 1): return value.letter(last, isIn: "CP")
    case (UInt8(ascii: "W"), 0, 1): return value.letter(last, isIn: "ABCDEFGHJKPSTUW")
    case (UInt8(ascii: "N"), UInt8(ascii: "W"), 1): return value.letter(last, isIn: "W")
    case (UInt8(ascii: "S"), UInt8(ascii: "E"), 1): return value.letter(last, isIn: "P")
    case (UInt8(ascii: "S"), UInt8(ascii: "W"), 1),
      (UInt8(ascii: "E"), UInt8(ascii: "C"), 1...4), (UInt8(ascii: "W"), UInt8(ascii: "C"), 1...2):
      return value.letter(last, isIn: "ABEHMNPRVWXY")
    default: return false
    }
  }
}
